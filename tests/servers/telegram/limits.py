"""Telegram's sending rates: how many messages a second, and what happens past them."""

import math
from collections import defaultdict, deque
from dataclasses import dataclass

from tests.servers.telegram.state import Chat

OVERALL_A_SECOND = 30
GROUP_A_MINUTE = 20
CHAT_BURST = 5
_COUNTED = ("send", "editMessage", "forward", "copy", "stopPoll")
_NOT_COUNTED = {"sendChatAction", "sendMessageDraft", "sendRichMessageDraft"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Excess:
    """A message past a rate.

    Attributes:
        rate: `overall`, `chat` or `group`.
        retry_after: Whole seconds until it would have been in time.
    """

    rate: str
    method: str
    chat_id: int
    time: float
    retry_after: int


class RateLimits:
    """Counts messages and edits, not drafts and actions, for which Telegram names no rate.

    Telegram says that the exact limits are unpublished; these are the figures it advises:
    30 a second overall, 1 a second in a chat with a burst of five, 20 a minute in a group.

    Attributes:
        enforced: Answer with 429; otherwise the excess is only written down.
        excesses: Every message past a rate.
    """

    def __init__(self, *, enforced: bool = False) -> None:
        self.enforced = enforced
        self.excesses: list[Excess] = []
        self._overall: deque[float] = deque()
        self._groups: defaultdict[int, deque[float]] = defaultdict(deque)
        self._debts: dict[int, tuple[float, float]] = {}

    def count(self, method: str, chat: Chat, now: float) -> Excess | None:
        """Count one message; the excess if it came too early."""
        if method in _NOT_COUNTED or not method.startswith(_COUNTED):
            return None
        waits = {
            "overall": _window_wait(self._overall, now, OVERALL_A_SECOND, 1.0),
            "chat": self._chat_wait(chat.id, now),
        }
        if chat.type != "private":
            waits["group"] = _window_wait(self._groups[chat.id], now, GROUP_A_MINUTE, 60.0)
        rate = max(waits, key=lambda name: waits[name])
        if waits[rate] <= 0:
            self._add(chat, now)
            return None
        excess = Excess(
            rate=rate,
            method=method,
            chat_id=chat.id,
            time=now,
            retry_after=max(1, math.ceil(waits[rate])),
        )
        self.excesses.append(excess)
        if not self.enforced:
            self._add(chat, now)
        return excess

    def _add(self, chat: Chat, now: float) -> None:
        self._overall.append(now)
        self._groups[chat.id].append(now)
        self._debts[chat.id] = (self._debt(chat.id, now) + 1, now)

    def _debt(self, chat_id: int, now: float) -> float:
        debt, since = self._debts.get(chat_id, (0.0, now))
        return max(0.0, debt - (now - since))

    def _chat_wait(self, chat_id: int, now: float) -> float:
        return self._debt(chat_id, now) + 1 - CHAT_BURST


def _window_wait(times: deque[float], now: float, most: int, seconds: float) -> float:
    while times and times[0] <= now - seconds:
        times.popleft()
    return times[-most] + seconds - now if len(times) >= most else 0.0
