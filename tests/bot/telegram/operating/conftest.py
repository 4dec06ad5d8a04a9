"""A bot with an archive of its own, an operator, and a reader."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from sqlalchemy import Engine

from bot.articles import StoredArticles
from bot.newsroom import Newsroom
from bot.texts import load_texts
from bot.wiring import Library
from tests.bot.telegram.conftest import Running
from tests.servers.telegram import Chat, Message, Person, TelegramServer
from tests.servers.web import WebServer

WORDS = load_texts("en")


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as started:
        yield started


@dataclass
class Office:
    """An operator at work."""

    server: TelegramServer
    bot: Running
    library: Library
    operator: Person
    chat: Chat
    newsroom: Newsroom
    engine: Engine

    async def said(self, words: str, **more: object) -> Message:
        """Say something to the bot, and wait for its next message."""
        there = len(self.chat.from_bot)
        self.server.send(self.chat, words, **more)
        await self.server.until_sent(self.chat, there + 1)
        return self.chat.from_bot[there]

    async def until_reads(self, message: Message, words: str) -> Message:
        """Wait until a message has *words* in it."""
        await self.server.until(
            lambda: words in message.text, what=f"{words!r} in {message.text!r}", timeout_seconds=10
        )
        return message

    async def pressed(self, message: Message, button: str) -> str:
        """Press a button, and wait until it has changed its message; the toast."""
        editions = len(message.editions)
        press = self.server.press(message, button)
        await self.server.until(lambda: len(message.editions) > editions, what=button)
        return press.toast

    async def toast(self, message: Message, button: str) -> str:
        """Press a button, and wait for what is shown for a moment."""
        press = self.server.press(message, button)
        await self.server.until(lambda: press.answer is not None, what=button)
        return press.toast

    async def until_idle(self) -> None:
        """Wait until no errand is to be done."""
        errands, bot = self.bot.journal.errands, self.server.bot.id
        async with asyncio.timeout(10):
            while errands.open(bot):
                await asyncio.sleep(0.01)  # between two looks

    @property
    def ids(self) -> list[str]:
        """What the archive holds."""
        return [one.id for one in self.library.catalogue.summaries()]


@pytest.fixture
def office(
    server: TelegramServer,
    bot: Running,
    empty_library: Library,
    web: WebServer,
    engine: Engine,
) -> Office:
    operator = server.user("Olga")
    bot.articles = StoredArticles(empty_library.catalogue, empty_library.archive.pieces)
    newsroom = bot.newsroom = Newsroom(
        archive=empty_library.archive,
        verdicts=empty_library.verdicts,
        facts=empty_library.facts,
        visitor=web.visitor(),
        operators=frozenset({operator.id}),
    )
    chat = server.private_chat(operator)
    return Office(server, bot, empty_library, operator, chat, newsroom, engine)
