"""What Telegram shows of the bot, before anybody asks."""

import json

import pytest
from structlog.types import EventDict

from bot.telegram.introduction import COMMANDS
from bot.texts import LANGUAGES, load_texts
from tests.bot.telegram.conftest import Running
from tests.servers.telegram import ServerError, TelegramServer


async def test_commands_and_descriptions_are_set_in_every_language(
    server: TelegramServer, bot: Running
) -> None:
    async with bot.running():
        await server.until_called("setMyShortDescription", 1 + len(LANGUAGES))
    profile = server.world.profile
    scope = json.dumps({"type": "default"})
    for code in ("", *LANGUAGES):
        texts = load_texts(code)
        menu = {c["command"]: c["description"] for c in profile.commands[scope, code]}
        assert menu == {name: texts(f"command-{name}") for name in COMMANDS}
        assert profile.descriptions[code] == texts("bot-description")
        assert profile.short_descriptions[code] == texts("bot-short-description")


@pytest.mark.parametrize("name", COMMANDS)
async def test_every_command_of_the_menu_is_known(
    server: TelegramServer, bot: Running, name: str
) -> None:
    chat = server.private_chat(server.user("Ada"))
    async with bot.running():
        server.send(chat, f"/{name}")
        await server.until_sent(chat, 1)
    assert chat.from_bot[0].text != load_texts("en")("unknown-command")


async def test_a_menu_that_telegram_does_not_take_holds_up_nobody(
    server: TelegramServer, bot: Running, logs: list[EventDict]
) -> None:
    server.faults.add("setMyCommands", ServerError())
    chat = server.private_chat(server.user("Ada"))
    async with bot.running():
        server.send(chat, "/help")
        await server.until_sent(chat, 1)
        await server.until(
            lambda: any(entry["event"] == "menu of commands not set" for entry in logs)
        )
    assert chat.from_bot[0].text == load_texts("en")("help")
