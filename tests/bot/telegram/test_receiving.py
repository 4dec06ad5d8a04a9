"""Polling: first into the inbox, then acknowledged; faults are waited out and told once."""

import asyncio
import os
import signal
from typing import Any

import pytest
from structlog.types import EventDict
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter

from bot.journal import Journal, JournalError, Received
from bot.telegram.api import TokenRejectedError, open_bot
from bot.telegram.receiving import Receiver
from bot.telegram.serving import Account, Service, serve
from bot.telegram.updates import find_chat, find_lane, find_language
from tests.bot.telegram.conftest import TOKEN, Running
from tests.bot.telegram.fakes import ScriptedAnswerer, Shelf
from tests.servers.telegram import TelegramServer


class EndOfScriptError(Exception):
    """There is nothing more to poll."""


class ScriptedBot:
    """Hands out batches or errors in turn, and writes down the offsets it was asked for."""

    id = 7

    def __init__(self, *script: list[dict[str, Any]] | Exception) -> None:
        self.script = list(script)
        self.offsets: list[int | None] = []

    async def fetch_updates(self, offset: int | None) -> list[dict[str, Any]]:
        self.offsets.append(offset)
        if not self.script:
            raise EndOfScriptError
        step = self.script.pop(0)
        if isinstance(step, Exception):
            raise step
        return step


class FullDiskJournal(Journal):
    """Cannot write the first time."""

    full = True

    def accept(self, bot: int, payloads: Any) -> tuple[Received, ...]:
        if self.full:
            self.full = False
            raise JournalError("the disk is full")
        return super().accept(bot, payloads)


async def poll(bot: ScriptedBot, journal: Journal) -> tuple[list[int], list[float]]:
    """Run the script; what was dispatched, and the pauses made."""
    dispatched: list[int] = []
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    def dispatch(received: Received) -> None:
        dispatched.append(received.update_id)

    with pytest.raises(EndOfScriptError):
        await Receiver(bot, journal, dispatch, sleep).run()
    return dispatched, pauses


def batch(*numbers: int) -> list[dict[str, Any]]:
    return [{"update_id": number} for number in numbers]


async def test_a_poll_acknowledges_what_the_one_before_it_brought(journal: Journal) -> None:
    bot = ScriptedBot(batch(5, 6), [], batch(7))
    dispatched, _ = await poll(bot, journal)
    assert bot.offsets == [None, 7, 7, 8]
    assert dispatched == [5, 6, 7]


async def test_what_an_earlier_run_left_comes_first_and_once(journal: Journal) -> None:
    journal.accept(7, batch(3, 4))
    dispatched, _ = await poll(ScriptedBot(batch(3, 4, 5)), journal)
    assert dispatched == [3, 4, 5]


async def test_what_cannot_be_stored_is_not_acknowledged(engine: object) -> None:
    journal = FullDiskJournal(engine)
    bot = ScriptedBot(batch(5), batch(5))
    dispatched, pauses = await poll(bot, journal)
    assert bot.offsets == [None, None, 6]
    assert dispatched == [5]
    assert pauses == [1.0]


async def test_faults_are_waited_out_with_growing_pauses_and_told_once(
    journal: Journal, logs: list[EventDict]
) -> None:
    faults = [NetworkError("cut") for _ in range(3)]
    _, pauses = await poll(ScriptedBot(*faults, [], NetworkError("cut")), journal)
    assert pauses == [1.0, 2.0, 4.0, 1.0]
    assert [entry["log_level"] for entry in logs] == ["warning", "info", "warning"]


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        pytest.param(Conflict("terminated"), "Another program", id="two-pollers"),
        pytest.param(NetworkError("x"), "cannot be reached", id="network"),
    ],
)
async def test_a_fault_is_told_in_a_plain_sentence(
    journal: Journal, logs: list[EventDict], fault: Exception, words: str
) -> None:
    await poll(ScriptedBot(fault), journal)
    assert words in logs[0]["event"]


async def test_telegrams_pause_is_kept_to(journal: Journal) -> None:
    _, pauses = await poll(ScriptedBot(RetryAfter(9)), journal)
    assert pauses == [9.0]


async def test_a_token_taken_back_ends_it(journal: Journal) -> None:
    with pytest.raises(TokenRejectedError):
        await Receiver(ScriptedBot(InvalidToken("x")), journal, lambda _: None).run()


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_stops_it_cleanly(
    server: TelegramServer, journal: Journal, kind: signal.Signals
) -> None:
    before = signal.getsignal(kind)
    service = Service(
        answerer=ScriptedAnswerer(),
        passages=Shelf(),
        articles=Shelf(),
        journal=journal,
        button_key=b"k" * 32,
    )
    account = Account(token=TOKEN, base_url=server.base_url, base_file_url=server.base_file_url)
    task = asyncio.create_task(serve(service, account))
    await server.until(lambda: server.calls("getUpdates"))
    os.kill(os.getpid(), kind)
    await task
    assert signal.getsignal(kind) is before


def test_neither_bot_nor_account_shows_the_token(server: TelegramServer) -> None:
    bot = open_bot(TOKEN, "https://api.example/bot", "https://api.example/file/bot", 1.0)
    account = Account(token=TOKEN, base_url="https://a.example/bot", base_file_url="x")
    assert TOKEN not in f"{bot!r} {bot} {account!r}"


async def test_nothing_that_readers_write_is_logged(
    server: TelegramServer, bot: Running, logs: list[EventDict]
) -> None:
    chat = server.private_chat(server.user("Ada"))
    bot.answerer.replies["secret question"] = KeyError("secret question")
    async with bot.running():
        server.send(chat, "secret question")
        await server.until_sent(chat, 1)
    shown = [entry for entry in logs if entry["log_level"] != "debug"]
    assert any(entry["event"] == "update not dealt with" for entry in shown)
    assert "secret question" not in repr(shown)


@pytest.mark.parametrize(
    ("payload", "chat", "language"),
    [
        pytest.param({}, None, "", id="nothing"),
        pytest.param({"message": None}, None, "", id="no-object"),
        pytest.param({"message": {"chat": [], "from": 5}}, None, "", id="other-types"),
        pytest.param({"message": {"chat": {"id": "5"}}}, None, "", id="text-for-a-number"),
        pytest.param(
            {"message": {"chat": {"id": 5}, "from": {"language_code": "es"}}}, 5, "es", id="message"
        ),
        pytest.param(
            {"callback_query": {"message": {"chat": {"id": 6}}, "from": {"language_code": "ru"}}},
            6,
            "ru",
            id="press",
        ),
    ],
)
def test_an_update_is_looked_at_without_trust(
    payload: dict[str, Any], chat: int | None, language: str
) -> None:
    assert find_chat(payload) == chat
    assert find_language(payload) == language
    assert find_lane(payload) == ("callback_query" in payload, chat)
