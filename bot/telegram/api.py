"""The connection to Telegram: python-telegram-bot's client, made fit for an inbox and for logs."""

from typing import Any

from telegram import Bot
from telegram.request import HTTPXRequest

from bot.telegram.updates import is_number
from knowledge.errors import NewsError

POLL_SECONDS = 30
_POOL = 256
_POLL_POOL = 4
"""More than one: a poll that is cut off in flight can keep its connection for good."""

_WANTED = [
    *("message", "edited_message", "callback_query", "message_reaction"),
    *("inline_query", "chosen_inline_result", "guest_message"),
    *("channel_post", "edited_channel_post"),
    *("business_connection", "business_message", "edited_business_message"),
    *("deleted_business_messages", "my_chat_member"),
]
"""Kinds of update that anything is done with; the list is given to Telegram at every poll."""


class TokenRejectedError(NewsError):
    """Telegram does not know the bot's token."""

    def __init__(self) -> None:
        super().__init__(
            "Telegram does not accept the bot's token: check TELEGRAM_BOT_TOKEN against what "
            "@BotFather shows under /mybots."
        )


class TelegramBot(Bot):
    """A bot that hands out updates as they came, and keeps its token out of its `repr`."""

    def __repr__(self) -> str:
        """Without the token, which the base class would print."""
        return "TelegramBot()"

    async def fetch_updates(self, offset: int | None) -> list[dict[str, Any]]:
        """Wait for updates; those before *offset* are acknowledged by this call.

        As JSON, not as objects: one update that this library cannot read must not hold up the
        rest, and an inbox keeps what came.
        """
        asked = {"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": _WANTED}
        polled = await self._post("getUpdates", asked, read_timeout=POLL_SECONDS + 10)
        return [payload for payload in polled if is_number(payload.get("update_id"))]


def open_bot(token: str, base_url: str, base_file_url: str, timeout_seconds: float) -> TelegramBot:
    """A bot that is not connected yet.

    Args:
        timeout_seconds: How long to wait for a reply. A message whose reply is not awaited may
            have arrived, so patience saves doubts.
    """
    return TelegramBot(
        token,
        base_url=base_url,
        base_file_url=base_file_url,
        request=HTTPXRequest(
            connection_pool_size=_POOL,
            read_timeout=timeout_seconds,
            write_timeout=timeout_seconds,
            connect_timeout=timeout_seconds,
            pool_timeout=timeout_seconds,
        ),
        get_updates_request=HTTPXRequest(
            connection_pool_size=_POLL_POOL,
            connect_timeout=timeout_seconds,
            pool_timeout=timeout_seconds,
        ),
    )
