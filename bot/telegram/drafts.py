"""An answer under way, shown in private chats as a draft that grows statement by statement.

Source: sendMessageDraft of the Bot API: only private chats have drafts, a draft is gone after
thirty seconds, and no rate is documented; about one a second is what others send in peace.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.pages import Page
from bot.rendering import render_statements
from bot.telegram.outgoing import sendable, telegram_entities
from bot.telegram.replies import Place
from bot.texts import Texts
from knowledge.answering.answer import Statement

_log = structlog.get_logger(__name__)

_MOST_REMEMBERED = 10_000
_FIRST_SHARE = 0.4
"""Of the pause: an answer that is whole within it needs no draft."""


class Draft:
    """One answer under way. What is shown last wins; what came between two sendings is left out."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._page: Page | None = None
        self._fresh = asyncio.Event()

    def show(self, statements: Sequence[Statement]) -> None:
        """Show statements that were checked, in place of those before."""
        pages = render_statements(statements, self._texts)
        self._page = pages[0] if pages else None
        self._fresh.set()

    async def wait(self) -> None:
        """Until there is something that was not taken."""
        await self._fresh.wait()

    def take(self) -> Page | None:
        """What is to be shown now."""
        self._fresh.clear()
        return self._page


class Drafts:
    """Sends drafts; a chat that refuses one gets no more."""

    def __init__(self, bot: Bot, every_seconds: float = 1.0) -> None:
        self._bot = bot
        self._every_seconds = every_seconds
        self._refused: set[int] = set()

    @asynccontextmanager
    async def open(self, place: Place, message: int, texts: Texts) -> AsyncIterator[Draft]:
        """A draft below the reader's *message*; the answer does not depend on it."""
        draft = Draft(texts)
        is_private = place.chat > 0 and not place.business
        if not is_private or place.chat in self._refused:
            yield draft
            return
        task = asyncio.create_task(self._keep_sending(draft, place, message))
        try:
            yield draft
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _keep_sending(self, draft: Draft, place: Place, message: int) -> None:
        try:
            while True:
                await draft.wait()
                await asyncio.sleep(_FIRST_SHARE * self._every_seconds)
                if page := draft.take():
                    await self._send(page, place, message)
                await asyncio.sleep((1 - _FIRST_SHARE) * self._every_seconds)
        except TelegramError as error:
            _log.info("no more drafts in this chat", reason=error.message)
            if len(self._refused) < _MOST_REMEMBERED:
                self._refused.add(place.chat)

    async def _send(self, page: Page, place: Place, message: int) -> None:
        await self._bot.send_message_draft(
            place.chat,
            message,
            sendable(page.text),
            entities=telegram_entities(page.entities),
            message_thread_id=place.thread,
        )
