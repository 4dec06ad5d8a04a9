"""Whatever operators send and press: no unhandled exception, every request as Telegram wants it."""

import asyncio
import random
from dataclasses import replace
from typing import Any

import pytest
from structlog.types import EventDict

from bot.stored_passages import StoredPassages
from bot.telegram.api import open_bot
from bot.telegram.building import Patience, Service, build_desk
from bot.telegram.limiter import Limiter
from bot.telegram.noticing import Noticed
from bot.telegram.operating.operators import COMMANDS
from knowledge.library.records import NewArticle
from knowledge.text.article import Source
from tests.bot.telegram.fuzzing import NAUGHTY, Fuzzer
from tests.bot.telegram.operating.conftest import Office
from tests.bot.telegram.test_fuzz import COUNTS, NO_FAULT, chats_of, scripted

_OWN_FAULTS = ("message can't be edited", "invalid file_id", "no text in the message")
"""The same of what operators order."""


def as_order(payload: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """The same update, if it is a message, as an operator might have written it."""
    message = payload.get("message")
    if not isinstance(message, dict) or dice.random() < 0.3:
        return payload
    words = f"/{dice.choice([*COMMANDS, 'claims'])} {dice.choice([*NAUGHTY, 'dam'])}"
    foreign = {"sender_chat", "via_bot", "forward_origin", "sender_business_bot", "edit_date"}
    foreign |= {"entities"}  # of other words
    kept = {name: value for name, value in message.items() if name not in foreign}
    return payload | {"message": kept | {"text": words}}


@pytest.mark.parametrize("count", COUNTS)
async def test_no_order_brings_anything_down(
    office: Office, logs: list[EventDict], count: int
) -> None:
    server, journal, library = office.server, office.bot.journal, office.library
    text = "The dam broke. Mayor Ada Park said that nobody was hurt."
    source = Source(label="dam", language="en")
    library.archive.add(NewArticle(address="a", text=text, source=source, id="dam"))
    dice = random.Random(count)  # noqa: S311 - for tests
    fuzzer = Fuzzer(server, chats_of(server), seed=count)
    service = Service(
        answerer=scripted(),
        passages=StoredPassages(library.catalogue),
        articles=office.bot.articles,
        journal=journal,
        button_key=b"k",
        newsroom=replace(office.newsroom, operators=frozenset(server.world.people)),
    )

    async def at_once(_: float) -> None: ...

    ticks = iter(range(0, 10**12, 100))
    limiter = Limiter(clock=lambda: float(next(ticks)), sleep=at_once)
    async with open_bot(server.token, server.base_url, server.base_file_url, 5.0) as client:
        desk = build_desk(client, service, Patience(), limiter, Noticed.nothing(client))
        running = asyncio.create_task(desk.errands.run())
        for _ in range(count):
            payload = as_order(fuzzer.update(), dice)
            for received in journal.accept(client.id, [payload]):
                await desk.deal_with(received)
        desk.errands.wake()
        async with asyncio.timeout(60):
            while journal.errands.open(client.id):
                await asyncio.sleep(0.05)  # between two looks at what is still to be done
        running.cancel()
    assert journal.unfinished(client.id) == ()
    faults = [e for e in logs if e["log_level"] == "error" and e.get("error") != "KeyError"]
    assert [(e["event"], e["error"], e.get("at")) for e in faults] == []
    refused = [(r.method, r.error) for r in server.requests if r.error]
    known = (*NO_FAULT, *_OWN_FAULTS)
    assert [one for one in refused if not any(words in one[1] for words in known)] == []
