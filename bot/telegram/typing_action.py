"""The line that says the bot is typing, kept up while an answer is made."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.telegram.replies import Place

_EVERY_SECONDS = 4.0
"""Telegram shows an action for five seconds at most."""

_GRACE_SECONDS = 0.5


@asynccontextmanager
async def typing(bot: Bot, place: Place) -> AsyncIterator[None]:
    """Show that an answer is coming; whether that works does not matter to the answer."""
    ready = asyncio.Event()
    task = asyncio.create_task(_keep_typing(bot, place, ready))
    try:
        yield
    finally:
        ready.set()
        # A request under way is let through, within reason: arriving after the answer, the line
        # would stand there for seconds.
        _, late = await asyncio.wait({task}, timeout=_GRACE_SECONDS)
        for one in late:
            one.cancel()


async def _keep_typing(bot: Bot, place: Place, ready: asyncio.Event) -> None:
    with suppress(TelegramError):
        while True:
            await bot.send_chat_action(
                place.chat,
                ChatAction.TYPING,
                message_thread_id=place.thread,
                business_connection_id=place.business or None,
            )
            with suppress(TimeoutError):
                await asyncio.wait_for(ready.wait(), _EVERY_SECONDS)
                return
