"""Does the errands of operators, one after the other, and tells of each in one edited message."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeAlias

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.journal import Journal, Received
from bot.journal.errands import Errand, KeptErrand, Work
from bot.telegram.limiter import Limiter
from bot.telegram.outgoing import Outgoing, render_outgoing, sendable
from bot.telegram.replies import Place, Reply, say, say_words
from bot.telegram.sending import Sender
from bot.texts import load_texts
from knowledge.errors import NewsError

_log = structlog.get_logger(__name__)

_EVERY_SECONDS = 2.0
"""Between two changes of the message that tells the progress."""

_MOST_ATTEMPTS = 3
_LOOKED_EVERY_SECONDS = 60.0


class Progress:
    """How far an errand is, in the message that was sent when it began.

    Attributes:
        place: Where that is.
        message: That message; None where it is not known to have arrived.
    """

    def __init__(self, bot: Bot, limiter: Limiter, place: Place, message: int | None) -> None:
        self.place = place
        self.message = message
        self._bot = bot
        self._limiter = limiter
        self._told = ""
        self._told_at = float("-inf")

    async def tell(self, words: str) -> None:
        """Show how far it is, unless that was shown just now; a failure does not matter."""
        now = time.monotonic()
        if self.message is None or words == self._told or now < self._told_at + _EVERY_SECONDS:
            return
        self._told, self._told_at = words, now
        try:
            async with self._limiter.turn(self.place.chat):
                await self._bot.edit_message_text(sendable(words), self.place.chat, self.message)
        except TelegramError as error:
            _log.info("progress not shown", reason=error.message)


Look: TypeAlias = Callable[[], Awaitable[None]]
"""Sees from time to time whether there is something that operators should know."""

Do: TypeAlias = Callable[[Errand, Received, Progress], Awaitable[Reply]]
"""Does an errand and says what came of it; *received* is what its messages are sent under.

Raises:
    NewsError: It cannot be done; its sentence is told to the operator.
"""


_LINES = (frozenset({Work.ADD}), frozenset(Work) - {Work.ADD})
"""Works of one line wait for each other: reading a long feed holds up no correction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrandRunner:
    """Does what the table of errands holds, also what an earlier run has left there."""

    bot: Bot
    journal: Journal
    sender: Sender
    limiter: Limiter
    doers: Mapping[Work, Do]
    look: Look
    _waiting: list[asyncio.Event] = field(default_factory=list)

    def wake(self) -> None:
        """There may be something to do."""
        for fresh in self._waiting:
            fresh.set()

    async def run(self) -> None:
        """Do errands until cancelled; one that is broken off is begun anew at the next start."""
        rounds = [self._rounds(partial(self._work_off, works)) for works in _LINES]
        await asyncio.gather(*rounds, self._rounds(self.look))

    async def _rounds(self, do: Look) -> None:
        """Do it now, whenever something may be new, and from time to time."""
        fresh = asyncio.Event()
        self._waiting.append(fresh)
        while True:
            fresh.clear()
            try:
                await do()
            except Exception as error:  # noqa: BLE001 - the outermost edge: the next round goes on
                reason = str(error) if isinstance(error, NewsError) else type(error).__name__
                _log.warning("operators' work is not looked after", reason=reason)
            with suppress(TimeoutError):
                await asyncio.wait_for(fresh.wait(), _LOOKED_EVERY_SECONDS)

    async def _work_off(self, works: Collection[Work]) -> None:
        for kept in await asyncio.to_thread(self.journal.errands.open, self.bot.id):
            if kept.errand.work in works:
                await self._deal_with(kept)
                self.wake()

    async def _deal_with(self, kept: KeptErrand) -> None:
        errand, errands = kept.errand, self.journal.errands
        received = Received(bot=self.bot.id, update_id=kept.update_id, payload={})
        message = await asyncio.to_thread(errands.message_of, self.bot.id, kept.update_id)
        place = Place(chat=errand.chat, texts=load_texts(errand.language), thread=errand.thread)
        attempts = await asyncio.to_thread(errands.begin, errand.id)
        progress = Progress(self.bot, self.limiter, place, message)
        if attempts > _MOST_ATTEMPTS:
            reply = say(place, "error-unexpected")
        else:
            reply = await self._do(errand, received, progress)
        pages = [render_outgoing(one) for one in _in_place(reply, message)]
        await asyncio.to_thread(
            self.journal.put, received, reply.chat, pages, reply.answer, reply.sheet
        )
        await self.sender.send(received)
        await asyncio.to_thread(errands.finish, errand.id)

    async def _do(self, errand: Errand, received: Received, progress: Progress) -> Reply:
        try:
            return await self.doers[errand.work](errand, received, progress)
        except asyncio.CancelledError:
            self.journal.errands.put_off(errand.id)  # at once: a stop leaves no time for a thread
            raise
        except NewsError as error:
            _log.warning("errand not done", work=errand.work, reason=str(error))
            return say_words(progress.place, progress.place.texts("errand-failed", why=str(error)))
        except Exception as error:  # noqa: BLE001 - whatever one errand does, the next is done
            _log.error("errand not done", work=errand.work, error=type(error).__name__)
            _log.debug("its traceback", exc_info=error)
            return say(progress.place, "error-unexpected")


def _in_place(reply: Reply, message: int | None) -> list[Outgoing]:
    """The messages of a reply, the first in the place of the one that told the progress."""
    first, *others = reply.messages
    return [replace(first, edits=message), *others]
