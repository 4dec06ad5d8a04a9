"""A bot on the project's own Bot API server."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine
from structlog.testing import capture_logs
from structlog.types import EventDict

from bot.articles import Articles
from bot.budget import Budget
from bot.journal import Journal
from bot.journal.allowance import Limits
from bot.newsroom import Newsroom
from bot.speech import Listener
from bot.telegram.channels import Intake
from bot.telegram.limiter import Limiter
from bot.telegram.opening import Passages
from bot.telegram.serving import Account, Patience, Service, serve
from knowledge.library.database import open_database
from tests.bot.telegram.fakes import ScriptedAnswerer, Shelf
from tests.servers.telegram import Person, TelegramServer

_HASTE = 50
"""How much faster than Telegram allows; tests of the rates themselves set their own limiter."""

TOKEN = "123456:AAtest-token-of-the-usual-length-000"


@pytest.fixture(autouse=True)
def _library_warnings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library warns of a change to come whenever it meets a rate limit, unless told this."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture(autouse=True)
def logs() -> Iterator[list[EventDict]]:
    """What was logged, instead of printing it."""
    with capture_logs() as entries:
        yield entries


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = open_database(f"sqlite:///{tmp_path / 'store.db'}")
    yield opened
    opened.dispose()


@pytest.fixture
def journal(engine: Engine) -> Journal:
    return Journal(engine)


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer(TOKEN) as started:
        yield started


def _hasty_limiter() -> Limiter:
    return Limiter(
        clock=lambda: _HASTE * time.monotonic(),
        sleep=lambda seconds: asyncio.sleep(seconds / _HASTE),
    )


class Running:
    """A bot that can be run, stopped, killed and run again on the same journal."""

    def __init__(self, server: TelegramServer, journal: Journal) -> None:
        self.server = server
        self.journal = journal
        self.answerer = ScriptedAnswerer()
        self.answerer.announce = server.world.changes.announce
        self.shelf = Shelf()
        self.patience = Patience(reply=1.0, answer=2.0, stop=2.0)
        self.token = server.token
        self.limits = Limits(reader=10_000, chat=10_000)
        self.budget: Budget | None = None
        self.listener: Listener | None = None
        self.rich = False
        self.channels: frozenset[str] = frozenset()
        self.intake: Intake | None = None
        self.articles: Articles = self.shelf
        self.passages: Passages = self.shelf
        self.newsroom: Newsroom | None = None
        self.new_limiter: Callable[[], Limiter] = _hasty_limiter

    @asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.Task[None]]:
        """Serve until the end of the block, then stop as a signal would."""
        stop = asyncio.Event()
        task = asyncio.create_task(self.serve(stop))
        try:
            yield task
        finally:
            stop.set()
            if not task.cancelled():
                await task

    async def serve(self, stop: asyncio.Event) -> None:
        service = Service(
            answerer=self.answerer,
            passages=self.passages,
            articles=self.articles,
            journal=self.journal,
            button_key=b"k" * 32,
            limits=self.limits,
            budget=self.budget,
            listener=self.listener,
            rich=self.rich,
            channels=self.channels,
            intake=self.intake,
            newsroom=self.newsroom,
        )
        account = Account(
            token=self.token,
            base_url=self.server.base_url,
            base_file_url=self.server.base_file_url,
        )
        await serve(service, account, patience=self.patience, stop=stop, limiter=self.new_limiter())


@pytest.fixture
def bot(server: TelegramServer, journal: Journal) -> Running:
    return Running(server, journal)


async def others_answered(server: TelegramServer, person: Person) -> None:
    """Another reader is answered meanwhile, and no update waits to be fetched."""
    chat = server.private_chat(person)
    there = len(chat.from_bot)
    server.send(chat, "/help")
    await server.until_sent(chat, there + 1)
    await server.until(lambda: not server.updates.pending)
