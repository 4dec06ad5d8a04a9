"""Polling: what Telegram hands over is kept before it is acknowledged."""

import asyncio
from collections.abc import Callable

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.journal import Journal, JournalError, Received
from bot.telegram.api import TelegramBot, TokenRejectedError
from bot.telegram.limiter import Sleep
from bot.telegram.pauses import growing_pauses
from bot.telegram.sending import pause_seconds

_log = structlog.get_logger(__name__)


async def connect(bot: TelegramBot, sleep: Sleep = asyncio.sleep) -> None:
    """Reach Telegram, however long that takes, and see to it that polling is allowed.

    Raises:
        TokenRejectedError: Telegram was reached, and does not know the token.
    """
    trouble = Trouble(sleep)
    while True:
        try:
            await bot.initialize()
            await bot.delete_webhook()
        except InvalidToken:
            raise TokenRejectedError from None  # the cause's text holds the token
        except TelegramError as error:
            await trouble.wait_out(error)
        else:
            trouble.is_over()
            return


class Receiver:
    """Polls Telegram.

    The next poll acknowledges the last one's updates, so it goes out only after these are in the
    inbox.
    """

    def __init__(
        self,
        bot: TelegramBot,
        journal: Journal,
        dispatch: Callable[[Received], None],
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._journal = journal
        self._dispatch = dispatch
        self._trouble = Trouble(sleep)
        self._offset: int | None = None

    async def run(self) -> None:
        """Take up what an earlier run left over, then poll until cancelled.

        Raises:
            TokenRejectedError: The token was taken back.
        """
        for received in await asyncio.to_thread(self._journal.unfinished, self._bot.id):
            self._dispatch(received)
        while True:
            try:
                await self._poll()
            except InvalidToken:
                raise TokenRejectedError from None
            except (TelegramError, JournalError) as error:
                await self._trouble.wait_out(error)
            else:
                self._trouble.is_over()

    async def _poll(self) -> None:
        payloads = await self._bot.fetch_updates(self._offset)
        if not payloads:
            return
        new = await asyncio.to_thread(self._journal.accept, self._bot.id, payloads)
        self._offset = max(payload["update_id"] for payload in payloads) + 1
        for received in new:
            self._dispatch(received)


class Trouble:
    """A fault that lasts is told once, waited out with growing pauses, and its end is told."""

    def __init__(self, sleep: Sleep) -> None:
        self._sleep = sleep
        self._pauses = growing_pauses()
        self._told = ""

    async def wait_out(self, error: Exception) -> None:
        """Pause before the next attempt."""
        words = _explain(error)
        if words != self._told:
            self._told = words
            _log.warning(words, error=type(error).__name__)
        asked = pause_seconds(error) if isinstance(error, RetryAfter) else 0.0
        await self._sleep(max(asked, next(self._pauses)))

    def is_over(self) -> None:
        """An attempt went well."""
        if self._told:
            _log.info("Telegram and the store work again")
            self._told = ""
            self._pauses = growing_pauses()


def _explain(error: Exception) -> str:
    if isinstance(error, JournalError):
        return "The store cannot be written; updates wait at Telegram until it can"
    if isinstance(error, Conflict):
        return "Another program receives this bot's updates: stop it, or use another token"
    if isinstance(error, RetryAfter):
        return "Telegram asks for a pause"
    return "Telegram cannot be reached; trying again"
