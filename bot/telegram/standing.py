"""Where the bot may write: Telegram says so when that changes, or when it refuses a message."""

from collections import OrderedDict
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.journal.base import Clock, read_clock

_RESTS = timedelta(minutes=10)
"""How long a chat that refused a message is left alone, unless Telegram tells of a change."""

_FOR_GOOD = datetime.max.replace(tzinfo=UTC)
_OUTSIDE = ("left", "kicked")
_MOST_REMEMBERED = 10_000


class Standing:
    """Knows the chats in which nothing is to be said, so that no answer is made for them."""

    def __init__(self, clock: Clock = read_clock) -> None:
        self._clock = clock
        self._closed: OrderedDict[int, datetime] = OrderedDict()

    def note(self, payload: Mapping[str, Any]) -> None:
        """See an update come in: the bot was let in, restricted, or taken out."""
        match payload.get("my_chat_member"):
            case {"chat": {"id": int() as chat}, "new_chat_member": {"status": status, **more}}:
                silenced = status == "restricted" and more.get("can_send_messages") is not True
                if silenced or status in _OUTSIDE:
                    self._close(chat, _FOR_GOOD)
                else:
                    self._closed.pop(chat, None)

    def refused(self, chat: int) -> None:
        """Telegram took no message there, for want of rights."""
        self._close(chat, self._clock() + _RESTS)

    def may_write(self, chat: int) -> bool:
        """Whether a message has a chance, as far as is known."""
        return self._closed.get(chat, self._clock()) <= self._clock()

    def _close(self, chat: int, until: datetime) -> None:
        self._closed[chat] = max(until, self._closed.get(chat, until))
        self._closed.move_to_end(chat)
        if len(self._closed) > _MOST_REMEMBERED:
            self._closed.popitem(last=False)
