"""What has to be known of an update before it is read: raw JSON, trusted in nothing."""

import re
from collections.abc import Hashable, Mapping
from typing import Any

_HALF = re.compile("[\ud800-\udfff]")

_ACTS = ("message", "edited_message", "callback_query")

_CHATS = (
    ("message", "chat", "id"),
    ("edited_message", "chat", "id"),
    ("callback_query", "message", "chat", "id"),
    ("message_reaction", "chat", "id"),
)

_ELSEWHERE = ("inline_query", "chosen_inline_result", "guest_message")


def find_chat(payload: Mapping[str, Any]) -> int | None:
    """The chat in which an answer to this update belongs."""
    for path in _CHATS:
        found = _dig(payload, *path)
        if isinstance(found, int):
            return found
    return None


def find_language(payload: Mapping[str, Any]) -> str:
    """The reader's language as an IETF tag, or ""."""
    for act in _ACTS:
        found = _dig(payload, act, "from", "language_code")
        if isinstance(found, str):
            return found
    return ""


def find_lane(payload: Mapping[str, Any]) -> Hashable:
    """Updates of one lane are handled one after the other.

    Presses have a lane beside their chat's: Telegram wants them answered within seconds, which a
    question in front of them may take. What comes from chats that the bot is not in has a lane a
    reader.
    """
    for kind in _ELSEWHERE:
        if kind in payload:
            return (kind, _reader(payload, kind))
    return ("callback_query" in payload, find_chat(payload))


def _reader(payload: Mapping[str, Any], kind: str) -> int | None:
    found = _dig(payload, kind, "from", "id")
    return found if isinstance(found, int) else None


def mend(value: Any) -> Any:
    """The same update without half characters, which the library cannot cut words out of.

    Each becomes a replacement character, of one unit too, so that offsets hold.
    """
    match value:
        case str():
            return _HALF.sub("\ufffd", value)
        case Mapping():
            return {name: mend(inner) for name, inner in value.items()}
        case list():
            return [mend(inner) for inner in value]
    return value


def _dig(value: Any, *path: str) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value
