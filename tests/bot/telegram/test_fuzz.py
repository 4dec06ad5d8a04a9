"""Whatever comes: no unhandled exception, and every request as Telegram wants it."""

import pytest
from structlog.types import EventDict

from bot.journal import Journal
from bot.telegram.api import open_bot
from bot.telegram.building import Patience, Service, build_desk
from bot.telegram.limiter import Limiter
from bot.telegram.noticing import Noticed
from tests.bot.samples import DENIAL, SIGHTING, answer, bare, refusal
from tests.bot.telegram.fakes import ScriptedAnswerer, Shelf, Tray
from tests.bot.telegram.fuzzing import NAUGHTY, Fuzzer
from tests.servers.telegram import Chat, TelegramServer

NO_FAULT = (
    "chat not found",
    "message to edit not found",
    "query is too old",
    "message is not modified",
    "message thread not found",
    "TEXTDRAFT_PEER_INVALID",
    "bot is not a member",
    "business connection not found",
    "BUSINESS_PEER_INVALID",
)
"""What a stranger's update can name and Telegram then refuses, however the request is made."""

_OF_FOREIGN_WORDS = {"characters taken out or replaced"}
"""Overrides of direction in a reader's own words, where these are shown again."""

COUNTS = [
    pytest.param(100, id="few"),
    pytest.param(10_000, id="many", marks=pytest.mark.soak),
]


def chats_of(server: TelegramServer) -> list[Chat]:
    server.connect_business(server.user("Editor"))
    ada, bob = server.user("Ada", language="es"), server.user("Bob \u202e<b>", language="ar")
    return [
        server.private_chat(ada),
        server.private_chat(bob),
        server.group(members=[ada, bob], kind="group"),
        server.group(members=[ada, bob], forum=True, bot_status="administrator"),
        server.channel(),
    ]


def let_in(chat: Chat) -> dict[str, object]:
    member = {"chat": {"id": chat.id}, "new_chat_member": {"status": "member"}}
    return {"my_chat_member": member}


def scripted() -> ScriptedAnswerer:
    answerer = ScriptedAnswerer()
    kinds = (answer(DENIAL, SIGHTING), answer(bare(SIGHTING), mode="quotes"), refusal())
    answerer.replies |= {words: kinds[n % 3] for n, words in enumerate(NAUGHTY)}
    answerer.replies["who?"] = KeyError("fails on purpose")
    return answerer


@pytest.mark.parametrize("broken", [False, True], ids=["as-specified", "broken"])
@pytest.mark.parametrize("count", COUNTS)
async def test_no_update_brings_anything_down(
    server: TelegramServer, journal: Journal, logs: list[EventDict], count: int, broken: bool
) -> None:
    fuzzer = Fuzzer(server, chats_of(server), seed=count)
    shelf = Shelf()
    service = Service(
        answerer=scripted(),
        passages=shelf,
        articles=shelf,
        journal=journal,
        button_key=b"k",
        channels=frozenset(str(chat.id) for chat in server.world.chats.values()),
        intake=Tray(Shelf()),
    )

    async def at_once(_: float) -> None: ...

    ticks = iter(range(0, 10**12, 100))
    limiter = Limiter(clock=lambda: float(next(ticks)), sleep=at_once)
    async with open_bot(server.token, server.base_url, server.base_file_url, 5.0) as client:
        noticed = Noticed.nothing(client)
        desk = build_desk(client, service, Patience(), limiter, noticed)
        for number in range(count):
            payload = fuzzer.update(broken=broken)
            noticed.note(payload)
            if number % 5 == 0:  # or soon nothing may be written anywhere
                for chat in server.world.chats.values():
                    noticed.note(let_in(chat))
            for received in journal.accept(client.id, [payload]):
                await desk.deal_with(received)
    assert journal.unfinished(client.id) == ()
    faults = [e for e in logs if e["log_level"] == "error" and e.get("error") != "KeyError"]
    if not broken:  # what is no update at all cannot be read, which is told and passed over
        assert [(e["error"], e["at"]) for e in faults] == []
    assert [e for e in logs if e["event"] == "no apology either"] == []
    refused = [(r.method, r.error) for r in server.requests if r.error]
    assert [one for one in refused if not any(words in one[1] for words in NO_FAULT)] == []
    assert [one for one in server.oddities if one.what not in _OF_FOREIGN_WORDS] == []
