"""The line that says the bot is typing, kept up while an answer is made."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

_EVERY_SECONDS = 4.0
"""Telegram shows an action for five seconds at most."""

_GRACE_SECONDS = 0.5


@asynccontextmanager
async def typing(bot: Bot, chat: int, thread: int | None) -> AsyncIterator[None]:
    """Show that an answer is coming; whether that works does not matter to the answer."""
    ready = asyncio.Event()
    task = asyncio.create_task(_keep_typing(bot, chat, thread, ready))
    try:
        yield
    finally:
        ready.set()
        # A request under way is let through, within reason: arriving after the answer, the line
        # would stand there for seconds.
        _, late = await asyncio.wait({task}, timeout=_GRACE_SECONDS)
        for one in late:
            one.cancel()


async def _keep_typing(bot: Bot, chat: int, thread: int | None, ready: asyncio.Event) -> None:
    with suppress(TelegramError):
        while True:
            await bot.send_chat_action(chat, ChatAction.TYPING, message_thread_id=thread)
            with suppress(TimeoutError):
                await asyncio.wait_for(ready.wait(), _EVERY_SECONDS)
                return
