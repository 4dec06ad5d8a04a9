"""What Telegram shows of the bot before it is asked anything: commands and descriptions."""

from collections.abc import Iterable

import structlog
from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from bot.telegram.operating.operators import COMMANDS as ORDERS
from bot.texts import LANGUAGES, Texts, load_texts

_log = structlog.get_logger(__name__)

COMMANDS = ("ask", "sources", "claims", "language", "help", "about", "privacy", "forget")
"""In the order of the menu; each has a key `command-NAME` in the texts."""

_FOR_ALL_OTHERS = ""


async def introduce(bot: Bot, operators: Iterable[int] = ()) -> None:
    """Set the menu of commands and the descriptions, in every language of ours.

    Each of *operators* has a longer menu, in their own chat.

    What Telegram does not take is told to the operator; the bot serves without it.
    Source: setMyCommands, setMyDescription and setMyShortDescription of the Bot API; commands in
    a language are shown to those whose app is in it, the others see those set without one.
    """
    try:
        for code in (_FOR_ALL_OTHERS, *LANGUAGES):
            await _introduce_in(bot, code, load_texts(code))
    except TelegramError as error:
        _log.warning("menu of commands not set", reason=error.message)
    for operator in operators:
        try:
            for code in (_FOR_ALL_OTHERS, *LANGUAGES):
                await _give_orders_in(bot, operator, code, load_texts(code))
        except TelegramError as error:  # somebody who never wrote to the bot has no chat with it
            _log.info("menu of an operator not set", reason=error.message)


async def _introduce_in(bot: Bot, code: str, texts: Texts) -> None:
    menu = [BotCommand(name, texts(f"command-{name}")) for name in COMMANDS]
    await bot.set_my_commands(menu, language_code=code or None)
    await bot.set_my_description(texts("bot-description"), language_code=code or None)
    await bot.set_my_short_description(texts("bot-short-description"), language_code=code or None)


async def _give_orders_in(bot: Bot, operator: int, code: str, texts: Texts) -> None:
    names = dict.fromkeys((*ORDERS, *COMMANDS))
    menu = [BotCommand(name, texts(f"command-{name}")) for name in names]
    scope = BotCommandScopeChat(operator)
    await bot.set_my_commands(menu, scope=scope, language_code=code or None)
