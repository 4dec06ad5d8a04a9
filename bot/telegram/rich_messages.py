"""Rich messages, which this library does not know of yet: sent by their names and as plain data.

Source: sendRichMessage, and editMessageText with `rich_message`, of the Bot API 10.1.
"""

from collections.abc import Mapping
from typing import Any

from telegram import Bot

from bot.telegram.outgoing import Outgoing, Rich, reply_parameters, telegram_keyboard


async def post_rich(bot: Bot, outgoing: Outgoing, rich: Rich) -> int:
    """Send it, or put it in the place of the message that it edits; the message's number.

    Raises:
        TelegramError: Telegram does not take it, or does not know of such messages.
    """
    content = {"html": rich.html, "is_rtl": rich.right_to_left, "skip_entity_detection": True}
    if outgoing.edits is not None:
        # An empty text counts as none; the library's method needs one.
        await bot.edit_message_text(
            "",
            outgoing.chat,
            outgoing.edits,
            reply_markup=telegram_keyboard(rich.rows),
            business_connection_id=outgoing.business or None,
            api_kwargs={"rich_message": content},
        )
        return outgoing.edits
    sent = await bot.do_api_request(
        "sendRichMessage", api_kwargs=_parameters(outgoing, rich, content)
    )
    return int(sent["message_id"])


def _parameters(outgoing: Outgoing, rich: Rich, content: Mapping[str, Any]) -> dict[str, Any]:
    asked = {
        "chat_id": outgoing.chat,
        "rich_message": content,
        "reply_markup": telegram_keyboard(rich.rows),
        "reply_parameters": reply_parameters(outgoing),
        "message_thread_id": outgoing.thread,
        "business_connection_id": outgoing.business or None,
    }
    return {name: value for name, value in asked.items() if value is not None}
