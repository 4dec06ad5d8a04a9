"""What the bot says of itself: name, descriptions, commands."""

import json
import re
from collections.abc import Callable
from typing import Any

from tests.servers.telegram.call import Call
from tests.servers.telegram.errors import bad_request

MOST_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}|")
_DEFAULT_SCOPE = {"type": "default"}


def set_commands(call: Call) -> bool:
    commands = call.get("commands")
    _check_scope(call)
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(command["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    call.world.profile.commands[_key(call)] = commands
    return True


def _check_scope(call: Call) -> None:
    """A menu for a chat needs the chat, as somebody who never wrote to the bot has none."""
    scope = call.get("scope", _DEFAULT_SCOPE)
    if "chat_id" in scope and scope["chat_id"] not in call.world.chats:
        raise bad_request("chat not found")


def delete_commands(call: Call) -> bool:
    call.world.profile.commands.pop(_key(call), None)
    return True


def get_commands(call: Call) -> list[dict[str, Any]]:
    return call.world.profile.commands.get(_key(call), [])


def _key(call: Call) -> tuple[str, str]:
    return json.dumps(call.get("scope", _DEFAULT_SCOPE), sort_keys=True), _language(call)


def _language(call: Call) -> str:
    language: str = call.get("language_code", "")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("BOT_LANG_CODE_INVALID")
    return language


def _setter(field: str, words: str, longest: int) -> Callable[[Call], bool]:
    def set_words(call: Call) -> bool:
        if len(call.get(words, "")) > longest:
            raise bad_request(f"{words.replace('_', ' ')} is too long")
        getattr(call.world.profile, field)[_language(call)] = call.get(words, "")
        return True

    return set_words


def _getter(field: str, words: str) -> Callable[[Call], dict[str, Any]]:
    def get_words(call: Call) -> dict[str, Any]:
        by_language: dict[str, str] = getattr(call.world.profile, field)
        return {words: by_language.get(_language(call)) or by_language.get("", "")}

    return get_words


METHODS = {
    "setMyCommands": set_commands,
    "deleteMyCommands": delete_commands,
    "getMyCommands": get_commands,
    "setMyName": _setter("names", "name", 64),
    "getMyName": _getter("names", "name"),
    "setMyDescription": _setter("descriptions", "description", 512),
    "getMyDescription": _getter("descriptions", "description"),
    "setMyShortDescription": _setter("short_descriptions", "short_description", 120),
    "getMyShortDescription": _getter("short_descriptions", "short_description"),
}
