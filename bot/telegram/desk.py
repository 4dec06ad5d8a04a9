"""From the inbox to the outbox: an update is answered once, whatever happens in between."""

import asyncio
import traceback
from collections.abc import Awaitable, Callable

import structlog
from telegram import Bot, Update
from telegram.error import TelegramError

from bot.journal import Journal, JournalError, Received
from bot.telegram.operating.errands import ErrandRunner
from bot.telegram.outgoing import render_outgoing
from bot.telegram.replies import Place, Reply, say
from bot.telegram.sending import Sender
from bot.telegram.updates import check, find_chat, find_language, mend
from bot.telegram.waiting import SlowAnswerError
from bot.texts import load_texts
from knowledge.errors import NewsError

_log = structlog.get_logger(__name__)

_MOST_ATTEMPTS = 3
"""An update that brought the process down this often is apologised for instead."""

Handle = Callable[[Update], Awaitable[Reply | None]]


class Desk:
    """Deals with one update after the other; several may be on it at once."""

    def __init__(
        self, bot: Bot, journal: Journal, handle: Handle, sender: Sender, runner: ErrandRunner
    ) -> None:
        self.errands = runner
        self._bot = bot
        self._journal = journal
        self._handle = handle
        self._sender = sender

    async def deal_with(self, received: Received) -> None:
        """Answer an update, send the answer, and cross the update off.

        What was answered before a restart is not answered again, only sent as far as it was not.
        """
        try:
            await self._answer_and_send(received)
        except Exception as error:  # noqa: BLE001 - the outermost edge of the Telegram side
            _log.error("update not dealt with", update=received.update_id, **describe(error))
            _log.debug("its traceback", exc_info=error)
            await self._apologise(received, error)

    async def _answer_and_send(self, received: Received) -> None:
        reply = None
        if not await asyncio.to_thread(self._journal.deliveries_of, received):
            reply = await self._reply(received)
            if reply:
                await self._keep(received, reply)
        await self._sender.send(received)
        await asyncio.to_thread(self._journal.finish, received)
        if reply and reply.errand:
            self.errands.wake()

    async def _reply(self, received: Received) -> Reply | None:
        attempts = await asyncio.to_thread(self._journal.begin, received)
        if attempts > _MOST_ATTEMPTS:
            return _apology(received, "error-unexpected")
        check(received.payload)
        update = Update.de_json(mend(received.payload), self._bot)
        return await self._handle(update)

    async def _keep(self, received: Received, reply: Reply) -> None:
        pages = [render_outgoing(message) for message in reply.messages]
        await asyncio.to_thread(
            self._journal.put,
            received,
            reply.chat,
            pages,
            reply.answer,
            reply.sheet,
            reply.errand,
        )

    async def _apologise(self, received: Received, error: Exception) -> None:
        """One sentence, unless something was answered already."""
        key = "error-slow" if isinstance(error, SlowAnswerError) else "error-unexpected"
        apology = _apology(received, key)
        try:
            if apology and not await asyncio.to_thread(self._journal.deliveries_of, received):
                await self._keep(received, apology)
            await self._sender.send(received)
            await asyncio.to_thread(self._journal.finish, received)
        except (JournalError, TelegramError) as further:
            # The update stays in the inbox and is taken up again at the next start.
            _log.error("no apology either", update=received.update_id, **describe(further))


def describe(error: BaseException) -> dict[str, str]:
    """What happened and where, for the log.

    The messages of foreign errors are left out, as they may hold what a reader wrote.
    """
    told = {"error": type(error).__name__}
    if isinstance(error, NewsError):
        told["reason"] = str(error)
    if error.__cause__:
        told["cause"] = type(error.__cause__).__name__
    frames = traceback.extract_tb(error.__traceback__)
    if frames:
        told["at"] = f"{frames[-1].filename}:{frames[-1].lineno}"
    return told


def _apology(received: Received, key: str) -> Reply | None:
    chat = find_chat(received.payload)
    if chat is None:
        return None
    return say(Place(chat=chat, texts=load_texts(find_language(received.payload))), key)
