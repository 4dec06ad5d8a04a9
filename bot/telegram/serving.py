"""The Telegram side as a whole: everything is put together, run, and stopped cleanly."""

import asyncio
import signal
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.journal import Received
from bot.telegram.api import TelegramBot, open_bot
from bot.telegram.building import Patience, Service, build_desk
from bot.telegram.introduction import introduce
from bot.telegram.lanes import Lanes
from bot.telegram.limiter import Limiter
from bot.telegram.noticing import Noticed
from bot.telegram.receiving import Receiver, connect
from bot.telegram.updates import find_lane

__all__ = ["Account", "Patience", "Service", "serve"]

_log = structlog.get_logger(__name__)


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
    patience: Patience | None = None,
    stop: asyncio.Event | None = None,
    limiter: Limiter | None = None,
) -> None:
    """Serve Telegram by polling until *stop* is set, or without one until SIGINT or SIGTERM.

    Args:
        limiter: Shared with whoever else sends in the bot's name.

    Raises:
        TokenRejectedError: Telegram does not know the token.
    """
    patience = patience or Patience()
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
    noticed = Noticed.nothing(bot)
    desk = build_desk(bot, service, patience, limiter, noticed)
    lanes = Lanes(desk.deal_with)

    def dispatch(received: Received) -> None:
        noticed.note(received.payload)
        lanes.put(find_lane(received.payload), received)

    _log.info("Serving Telegram", bot=f"@{bot.username}")
    operators = service.newsroom.operators if service.newsroom else ()
    beside = [
        asyncio.create_task(introduce(bot, sorted(operators))),
        asyncio.create_task(desk.errands.run()),
    ]
    try:
        await Receiver(bot, service.journal, dispatch).run()
    finally:
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        broken_off = await lanes.close(patience.stop)
        _log.info("Stopped", left_for_next_start=broken_off)


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
