"""The outbox: pages go out once, or it is known that nobody can tell."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from enum import Enum, auto
from typing import TypeAlias

import httpx
import structlog
from telegram import Bot, InputMediaPhoto, LinkPreviewOptions
from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.journal import Delivery, Journal, Received
from bot.journal.choices import Topic
from bot.journal.tables import DeliveryState
from bot.posts import PostQuote
from bot.telegram.limiter import Limiter, Sleep
from bot.telegram.outgoing import (
    Outgoing,
    parse_outgoing,
    render_outgoing,
    reply_parameters,
    sendable,
    telegram_entities,
    telegram_keyboard,
    telegram_markup,
    telegram_picture,
)
from bot.telegram.pauses import as_seconds, growing_pauses
from bot.telegram.rich_messages import post_rich
from bot.telegram.standing import Standing
from bot.texts import load_texts

_log = structlog.get_logger(__name__)

_OPEN = frozenset({DeliveryState.PENDING, DeliveryState.SENDING})
_SAME = "message is not modified"
"""Telegram's way to say that an edit has nothing to do."""

_MOST_REMEMBERED = 1000
_RICH_REFUSED = "rich messages refused"
_NO_RIGHTS = ("not enough rights", "no rights to send", "chat_write_forbidden")
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class Verdict(Enum):
    """What an error at sending means for the message."""

    LATER = auto()
    """It did not go out; the same again after a pause."""

    ELSEWHERE = auto()
    """The chat has another number now."""

    PLAIN = auto()
    """Telegram does not take its styles."""

    REFUSED = auto()
    """It will never go out."""

    UNKNOWN = auto()
    """It may have gone out; the same again could show it twice."""


def judge(error: TelegramError) -> Verdict:
    """What *error* means. A `BadRequest` and a `TimedOut` are `NetworkError`s too, hence the order.

    Only what surely did not arrive is tried again: a time-out, a cut connection or a fault of the
    server leave that open.
    """
    match error:
        case RetryAfter():
            return Verdict.LATER
        case ChatMigrated():
            return Verdict.ELSEWHERE
        case BadRequest():
            return Verdict.PLAIN if "entit" in error.message.lower() else Verdict.REFUSED
        case Forbidden() | InvalidToken() | EndPointNotFound():
            return Verdict.REFUSED
        case NetworkError() if isinstance(error.__cause__, _NEVER_SENT):
            return Verdict.LATER
        case _:
            return Verdict.UNKNOWN


class Fault(Enum):
    """Why a page did not go out."""

    DELETED = auto()
    """The message that it was to take the place of is gone."""

    SHUT_OUT = auto()
    """The bot may not write there, or there is no such chat any more."""

    REFUSED = auto()
    UNKNOWN = auto()


def find_fault(error: TelegramError) -> Fault:
    """What an *error* that ended the sending of a page says of it."""
    if judge(error) is Verdict.UNKNOWN:
        return Fault.UNKNOWN
    words = error.message.lower()
    if isinstance(error, Forbidden) or "chat not found" in words:
        return Fault.SHUT_OUT
    gone = any(one in words for one in ("message to edit not found", "message_id_invalid"))
    return Fault.DELETED if gone else Fault.REFUSED


Told: TypeAlias = Callable[[int], Awaitable[None]]
"""Told how many pages are dealt with."""


async def _tell_nobody(_: int) -> None:
    pass


class Sender:
    """Sends what the outbox holds."""

    def __init__(
        self,
        bot: Bot,
        journal: Journal,
        limiter: Limiter,
        *,
        standing: Standing | None = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._journal = journal
        self._limiter = limiter
        self._sleep = sleep
        self._standing = standing or Standing()
        self._unquotable: set[int | str] = set()

    async def send(self, received: Received, tell: Told = _tell_nobody) -> dict[int, Fault]:
        """Send the pages that an update is answered with, as far as they have not gone out.

        Returns:
            What was wrong with those that did not go out now, by the numbers of their deliveries.
        """
        doubtful, faults = None, {}
        waiting = await asyncio.to_thread(self._journal.deliveries_of, received)
        for done, delivery in enumerate(waiting, 1):
            if delivery.state in _OPEN:
                outgoing = parse_outgoing(delivery.page)
                fault = await self._deliver(delivery, outgoing)
                if fault:
                    faults[delivery.id] = fault
                if fault is Fault.UNKNOWN and not outgoing.notice:
                    doubtful = outgoing
                await tell(done)
        if doubtful:
            await self._tell_of_doubt(received, doubtful)
        return faults

    async def _deliver(self, delivery: Delivery, outgoing: Outgoing) -> Fault | None:
        before = delivery.state is DeliveryState.SENDING  # a restart
        if before and outgoing.edits is None and not outgoing.inline:
            outgoing = outgoing.below(load_texts(outgoing.language)("repeated"))
        fault, message = await self._transmit(delivery, outgoing)
        await self._mark(delivery, _STATES.get(fault, DeliveryState.FAILED), message)
        return fault

    async def _transmit(
        self, delivery: Delivery, outgoing: Outgoing
    ) -> tuple[Fault | None, int | None]:
        pauses = growing_pauses()
        outgoing = await self._as_taken(outgoing)
        while True:
            try:
                async with self._limiter.turn(outgoing.chat):
                    await self._mark(delivery, DeliveryState.SENDING)
                    return None, await self._post(outgoing)
            except TelegramError as error:
                again = await self._prepare_again(delivery, outgoing, error, pauses)
                if again is None:
                    if _has_no_rights(error):
                        self._standing.refused(outgoing.chat)
                    return _end(error), None
            outgoing = again

    async def _prepare_again(
        self,
        delivery: Delivery,
        outgoing: Outgoing,
        error: TelegramError,
        pauses: Iterator[float],
    ) -> Outgoing | None:
        """What to send in place of a page that did not go out, when the time has come."""
        match judge(error):
            case Verdict.LATER:
                # As before it was tried: a restart during the pause has nothing to repeat.
                await self._mark(delivery, delivery.state)
                await self._pause(outgoing.chat, error, pauses)
                return outgoing
            case Verdict.ELSEWHERE if isinstance(error, ChatMigrated):
                return replace(outgoing, chat=error.new_chat_id)
            case Verdict.PLAIN | Verdict.REFUSED if outgoing.rich:
                return await self._without_rich(outgoing, error)
            case Verdict.PLAIN if outgoing.entities:
                return outgoing.plain()
            case Verdict.REFUSED if outgoing.quote and isinstance(error, BadRequest):
                return self._unquoted(outgoing, outgoing.quote, error)
            case _:
                return None

    async def _as_taken(self, outgoing: Outgoing) -> Outgoing:
        """Without what was refused there before."""
        if outgoing.quote and outgoing.quote.channel in self._unquotable:
            outgoing = replace(outgoing, quote=None)
        if outgoing.rich:
            topic = Topic(bot=self._bot.id, chat=outgoing.chat)
            if await asyncio.to_thread(self._journal.choices.get, topic, _RICH_REFUSED):
                return replace(outgoing, rich=None)
        return outgoing

    async def _without_rich(self, outgoing: Outgoing, error: TelegramError) -> Outgoing:
        """The plain form, from now on for this chat; a quote may be what was not taken, too."""
        _log.info("no rich messages in this chat", reason=error.message)
        if not outgoing.quote:
            topic = Topic(bot=self._bot.id, chat=outgoing.chat)
            await asyncio.to_thread(self._journal.choices.set, topic, _RICH_REFUSED, "yes")
        return replace(outgoing, rich=None)

    def _unquoted(self, outgoing: Outgoing, quote: PostQuote, error: TelegramError) -> Outgoing:
        """The same without the quote; a channel that the bot cannot see is not tried again."""
        _log.info("post not quoted", reason=error.message)
        if "chat not found" in error.message.lower() and len(self._unquotable) < _MOST_REMEMBERED:
            self._unquotable.add(quote.channel)
        return replace(outgoing, quote=None)

    async def _pause(self, chat: int, error: TelegramError, pauses: Iterator[float]) -> None:
        if isinstance(error, RetryAfter):
            self._limiter.close(pause_seconds(error), chat)
        else:
            await self._sleep(next(pauses))

    async def _mark(
        self, delivery: Delivery, state: DeliveryState, message: int | None = None
    ) -> None:
        await asyncio.to_thread(self._journal.mark, delivery, state, message)

    async def _post(self, outgoing: Outgoing) -> int | None:
        try:
            return await self._post_anew(outgoing)
        except BadRequest as error:
            if _SAME not in error.message.lower() or not (outgoing.edits or outgoing.inline):
                raise
            return outgoing.edits

    async def _post_anew(self, outgoing: Outgoing) -> int | None:
        if outgoing.inline:
            await self._edit_elsewhere(outgoing)
            return None
        if outgoing.rich is not None:
            return await post_rich(self._bot, outgoing, outgoing.rich)
        if outgoing.edits is not None:
            return await self._edit(outgoing, outgoing.edits)
        if outgoing.photo:
            return await self._post_picture(outgoing)
        message = await self._bot.send_message(
            outgoing.chat,
            sendable(outgoing.text),
            entities=telegram_entities(outgoing.entities),
            reply_markup=telegram_markup(outgoing),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_parameters=reply_parameters(outgoing),
            message_thread_id=outgoing.thread,
            business_connection_id=outgoing.business or None,
        )
        return message.message_id

    async def _post_picture(self, outgoing: Outgoing) -> int:
        message = await self._bot.send_photo(
            outgoing.chat,
            telegram_picture(outgoing),
            caption=sendable(outgoing.text),
            caption_entities=telegram_entities(outgoing.entities),
            reply_markup=telegram_markup(outgoing),
            reply_parameters=reply_parameters(outgoing),
            message_thread_id=outgoing.thread,
        )
        return message.message_id

    async def _edit(self, outgoing: Outgoing, message: int) -> int:
        if outgoing.photo:
            await self._edit_picture(outgoing, message)
            return message
        await self._bot.edit_message_text(
            sendable(outgoing.text),
            outgoing.chat,
            message,
            business_connection_id=outgoing.business or None,
            entities=telegram_entities(outgoing.entities),
            reply_markup=telegram_keyboard(outgoing.rows),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        return message

    async def _edit_elsewhere(self, outgoing: Outgoing) -> None:
        await self._bot.edit_message_text(
            sendable(outgoing.text),
            inline_message_id=outgoing.inline,
            entities=telegram_entities(outgoing.entities),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )

    async def _edit_picture(self, outgoing: Outgoing, message: int) -> None:
        await self._bot.edit_message_media(
            InputMediaPhoto(
                telegram_picture(outgoing),
                caption=sendable(outgoing.text),
                caption_entities=telegram_entities(outgoing.entities),
            ),
            outgoing.chat,
            message,
            reply_markup=telegram_keyboard(outgoing.rows),
        )

    async def _tell_of_doubt(self, received: Received, doubtful: Outgoing) -> None:
        words = load_texts(doubtful.language)("maybe-lost")
        notice = Outgoing(
            chat=doubtful.chat,
            language=doubtful.language,
            text=words,
            thread=doubtful.thread,
            business=doubtful.business,
            notice=True,
        )
        page = render_outgoing(notice)
        await asyncio.to_thread(self._journal.put, received, notice.chat, [page])
        await self.send(received)


def _has_no_rights(error: TelegramError) -> bool:
    told = error.message.lower()
    return isinstance(error, Forbidden) or any(words in told for words in _NO_RIGHTS)


_STATES = {None: DeliveryState.SENT, Fault.UNKNOWN: DeliveryState.UNKNOWN}


def _end(error: TelegramError) -> Fault:
    _log.warning("page not sent", verdict=judge(error).name, reason=error.message)
    return find_fault(error)


def pause_seconds(error: RetryAfter) -> float:
    """How long Telegram wants to be left alone."""
    return as_seconds(error.retry_after)
