"""What has to be known of an update before it is read: raw JSON, trusted in nothing."""

import re
from collections.abc import Hashable, Mapping
from typing import Any

from knowledge.errors import NewsError

_HALF = re.compile("[\ud800-\udfff]")

_ACTS = ("message", "edited_message", "callback_query")

_CHATS = (
    ("message", "chat", "id"),
    ("edited_message", "chat", "id"),
    ("callback_query", "message", "chat", "id"),
    ("message_reaction", "chat", "id"),
)

_NEEDED = (("message_id",), ("chat", "id"))
"""What in a message has to be a number, be it sent, edited, or pressed under."""

_OPTIONAL = (("message_thread_id",),)
"""The same, where it is there."""

_LARGEST = 2**63
"""Numbers from here on fit no column of the store; Telegram's own have 52 bits at most."""

_ELSEWHERE = ("inline_query", "chosen_inline_result", "guest_message")
_POSTS = ("channel_post", "edited_channel_post")
_BUSINESS = ("business_message", "edited_business_message", "deleted_business_messages")


def find_chat(payload: Mapping[str, Any]) -> int | None:
    """The chat in which an answer to this update belongs; none of a business owner's chats.

    There a word of ours would need the connection, and none is asked for.
    """
    if _dig(payload, "callback_query", "message", "business_connection_id"):
        return None
    for path in _CHATS:
        found = _dig(payload, *path)
        if is_number(found):
            return int(found)
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
    reader, and the posts of a channel have one, so that a change never overtakes its post.
    """
    for kind in _ELSEWHERE:
        if kind in payload:
            return (kind, _reader(payload, kind))
    for lane, kinds in (("post", _POSTS), ("business", _BUSINESS)):
        for kind in kinds:
            if kind in payload:
                found = _dig(payload, kind, "chat", "id")
                return (lane, found if is_number(found) else None)
    return ("callback_query" in payload, find_chat(payload))


def _reader(payload: Mapping[str, Any], kind: str) -> int | None:
    found = _dig(payload, kind, "from", "id")
    return int(found) if is_number(found) else None


def is_number(value: Any) -> bool:
    """Whether it can be the number of a chat, a reader or an update."""
    return type(value) is int and -_LARGEST <= value < _LARGEST


class UnreadableUpdateError(NewsError):
    """An update names a message, a chat or a person by something that is no number."""


def check(payload: Mapping[str, Any]) -> None:
    """See that what an answer goes by is there and a number.

    Raises:
        UnreadableUpdateError: It is not.
    """
    for kind, act in payload.items():
        pressed = _dig(act, "message")
        message = pressed if isinstance(pressed, Mapping) else act
        if not isinstance(message, Mapping) or "message_id" not in message:
            continue
        wanted = [*_NEEDED, *(path for path in _OPTIONAL if path[0] in message)]
        missing = [path for path in wanted if not is_number(_dig(message, *path))]
        if missing:
            raise UnreadableUpdateError(f"{kind} has no number at {'.'.join(missing[0])}.")
        if not isinstance(message.get("business_connection_id", ""), str):
            raise UnreadableUpdateError(f"{kind} names its connection by no word.")


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
