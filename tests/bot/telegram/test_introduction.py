"""What Telegram shows of the bot, before anybody asks."""

import json

import pytest
from structlog.types import EventDict

from bot.newsroom import Newsroom
from bot.telegram.introduction import COMMANDS, ORDERS
from bot.texts import LANGUAGES, load_texts
from bot.wiring import Library
from knowledge.library.ingest.fetching import Fetcher
from knowledge.library.ingest.visiting import Visitor
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


async def test_an_operator_has_a_longer_menu_in_the_own_chat_and_a_stranger_holds_up_nobody(
    server: TelegramServer, bot: Running, empty_library: Library, logs: list[EventDict]
) -> None:
    nobody, olga = server.user("Nobody"), server.user("Olga")
    server.private_chat(olga)
    bot.newsroom = Newsroom(
        archive=empty_library.archive,
        verdicts=empty_library.verdicts,
        facts=empty_library.facts,
        visitor=Visitor(fetcher=Fetcher()),
        operators=frozenset({nobody.id, olga.id}),
    )
    own = json.dumps({"chat_id": olga.id, "type": "chat"})
    menus = server.world.profile.commands
    async with bot.running():
        await server.until(lambda: sum(scope == own for scope, _ in menus) == 1 + len(LANGUAGES))
    assert "menu of an operator not set" in [entry["event"] for entry in logs]
    for code in ("", *LANGUAGES):
        texts = load_texts(code)
        menu = {c["command"]: c["description"] for c in menus[own, code]}
        assert menu == {name: texts(f"command-{name}") for name in (*ORDERS, *COMMANDS)}


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
