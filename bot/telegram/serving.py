"""The Telegram side as a whole: everything is put together, run, and stopped cleanly."""

import asyncio
import signal
from collections.abc import Coroutine, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.articles import Articles
from bot.journal import Journal, Received
from bot.telegram.actions import Actions, Do
from bot.telegram.answers import AnswerScreens
from bot.telegram.api import TelegramBot, open_bot
from bot.telegram.buttons import ButtonSigner, Verb
from bot.telegram.claims import ClaimsScreens
from bot.telegram.desk import Desk
from bot.telegram.handlers import Handlers
from bot.telegram.introduction import introduce
from bot.telegram.lanes import Lanes
from bot.telegram.limiter import Limiter
from bot.telegram.opening import Opener, Passages
from bot.telegram.presses import Presses
from bot.telegram.questions import Answerer, Questions
from bot.telegram.reactions import Reactions
from bot.telegram.receiving import Receiver, connect
from bot.telegram.sending import Sender
from bot.telegram.updates import find_lane

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to wait, in seconds.

    Attributes:
        reply: For Telegram's reply to a request.
        answer: For an answer; longer than any limit that the answerer sets itself.
        stop: For questions under way when the bot is stopped; what is left is answered at the
            next start.
    """

    reply: float = 15.0
    answer: float = 90.0
    stop: float = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What the bot needs from the rest of the program."""

    answerer: Answerer
    passages: Passages
    articles: Articles
    journal: Journal
    button_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Which bot to be, and at which Telegram.

    Attributes:
        base_url: Telegram's address, ending in `/bot`.
        base_file_url: The same for files, ending in `/file/bot`.
    """

    token: str = field(repr=False)
    base_url: str
    base_file_url: str


async def serve(
    service: Service,
    account: Account,
    *,
    patience: Patience = Patience(),
    stop: asyncio.Event | None = None,
    limiter: Limiter | None = None,
) -> None:
    """Serve Telegram by polling until *stop* is set, or without one until SIGINT or SIGTERM.

    Args:
        limiter: Shared with whoever else sends in the bot's name.

    Raises:
        TokenRejectedError: Telegram does not know the token.
    """
    bot = open_bot(account.token, account.base_url, account.base_file_url, patience.reply)
    running = _run(bot, service, patience, limiter or Limiter())
    try:
        if stop is None:
            with _stopped_by_signals() as signalled:
                await _until(signalled, running)
        else:
            await _until(stop, running)
    finally:
        await bot.shutdown()


async def _until(stop: asyncio.Event, run: Coroutine[Any, Any, None]) -> None:
    running = asyncio.create_task(run)
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def _run(bot: TelegramBot, service: Service, patience: Patience, limiter: Limiter) -> None:
    await connect(bot)
    await asyncio.to_thread(service.journal.prune)
    lanes = Lanes(_build_desk(bot, service, patience, limiter).deal_with)

    def dispatch(received: Received) -> None:
        lanes.put(find_lane(received.payload), received)

    _log.info("Serving Telegram", bot=f"@{bot.username}")
    introducing = asyncio.create_task(introduce(bot))
    try:
        await Receiver(bot, service.journal, dispatch).run()
    finally:
        introducing.cancel()
        broken_off = await lanes.close(patience.stop)
        _log.info("Stopped", left_for_next_start=broken_off)


def _build_desk(bot: TelegramBot, service: Service, patience: Patience, limiter: Limiter) -> Desk:
    signer = ButtonSigner(service.button_key)
    screens = AnswerScreens(journal=service.journal, signer=signer)
    questions = Questions(
        answerer=service.answerer,
        journal=service.journal,
        screens=screens,
        bot=bot,
        patience_seconds=patience.answer,
    )
    opener = Opener(passages=service.passages, signer=signer)
    claims = ClaimsScreens(articles=service.articles, opener=opener, signer=signer)
    doers = _doers(screens, opener, claims)
    presses = Presses(
        questions=questions,
        journal=service.journal,
        opener=opener,
        actions=Actions(sheets=service.journal.sheets, doers=doers),
        signer=signer,
    )
    handlers = Handlers(
        questions=questions,
        presses=presses,
        reactions=Reactions(votes=service.journal.votes, bot=bot.id),
        signer=signer,
        me=bot.bot,
    )
    sender = Sender(bot, service.journal, limiter)
    return Desk(bot, service.journal, handlers.handle, sender)


def _doers(screens: AnswerScreens, opener: Opener, claims: ClaimsScreens) -> Mapping[Verb, Do]:
    return {
        Verb.ANSWER_PAGE: screens.turn,
        Verb.HELPFUL: screens.vote,
        Verb.NOT_HELPFUL: screens.vote,
        Verb.CHECK_AGAIN: opener.check,
        Verb.WHO_SAYS_WHAT: claims.of_answer,
        Verb.CLAIMS_LIST: claims.turn_list,
        Verb.CLAIMS_OF: claims.of_picked,
        Verb.CLAIMS_PAGE: claims.turn,
        Verb.CLAIM_PLACE: claims.open_place,
    }


@contextmanager
def _stopped_by_signals() -> Iterator[asyncio.Event]:
    """An event that SIGINT and SIGTERM set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    kinds = (signal.SIGINT, signal.SIGTERM)
    # Not `loop.add_signal_handler`, which Windows lacks.
    before = [signal.signal(kind, lambda *_: loop.call_soon_threadsafe(stop.set)) for kind in kinds]
    try:
        yield stop
    finally:
        for kind, handler in zip(kinds, before, strict=True):
            signal.signal(kind, handler)
