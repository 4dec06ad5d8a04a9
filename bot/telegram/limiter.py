"""Telegram's sending rates, kept by waiting.

30 messages a second in all, one a second in a chat, 20 a minute in a group. Telegram leaves the
exact limits unpublished; these are the figures that it advises, with a little air for the way to
its clock.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from heapq import heappop, heappush

Clock = Callable[[], float]
Sleep = Callable[[float], Awaitable[None]]

_OVERALL, _OVERALL_SECONDS = 30, 1.02
_CHAT_SECONDS = 1.02
_GROUP, _GROUP_SECONDS = 20, 60.5
_MOST_REMEMBERED = 2000


@dataclass(slots=True)
class _Pace:
    """When a chat was last written to; only the last 20 times matter.

    Attributes:
        closed_until: Telegram wants it left alone until then.
    """

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    times: deque[float] = field(default_factory=lambda: deque(maxlen=_GROUP))
    closed_until: float = float("-inf")


class Limiter:
    """Lets one message at a time go to a chat, and no more in all than Telegram takes.

    Nobody knows when a message under way arrives, only that it did when its reply is there. So a
    message holds one of thirty slots until a second after its reply: then no two messages of a
    slot can arrive within a second, however long each was on its way.
    """

    def __init__(self, clock: Clock = time.monotonic, sleep: Sleep = asyncio.sleep) -> None:
        self._clock = clock
        self._sleep = sleep
        self._paces: dict[int, _Pace] = {}
        self._slots = [float("-inf")] * _OVERALL
        self._entrance = asyncio.Semaphore(_OVERALL)
        self._closed_until = float("-inf")

    @asynccontextmanager
    async def turn(self, chat: int) -> AsyncIterator[None]:
        """Wait for this chat's turn; inside it one message may be sent."""
        self._forget_idle()
        pace = self._paces.setdefault(chat, _Pace())
        async with pace.lock:
            while (due := _chat_due(pace, is_group=chat < 0)) > self._clock():
                await self._until(due)
            async with self._slot():
                try:
                    yield
                finally:
                    pace.times.append(self._clock())

    def close(self, seconds: float, chat: int) -> None:
        """Telegram asked for a pause: nothing goes out before it is over.

        In a group it may be its slow mode, of an hour even, so only the group waits for it.
        """
        until = self._clock() + seconds
        if chat < 0:
            self._paces.setdefault(chat, _Pace()).closed_until = until
        else:
            self._closed_until = max(self._closed_until, until)

    @asynccontextmanager
    async def _slot(self) -> AsyncIterator[None]:
        async with self._entrance:
            free_from = heappop(self._slots)
            try:
                await self._until(free_from)
                yield
            finally:
                heappush(self._slots, self._clock() + _OVERALL_SECONDS)

    async def _until(self, due: float) -> None:
        while (wait := max(due, self._closed_until) - self._clock()) > 0:
            await self._sleep(wait)

    def _forget_idle(self) -> None:
        if len(self._paces) < _MOST_REMEMBERED:
            return
        old = self._clock() - _GROUP_SECONDS
        for chat, pace in list(self._paces.items()):
            idle = pace.times and pace.times[-1] < old and pace.closed_until < self._clock()
            if idle and not pace.lock.locked():
                del self._paces[chat]


def _chat_due(pace: _Pace, *, is_group: bool) -> float:
    due = pace.times[-1] + _CHAT_SECONDS if pace.times else float("-inf")
    due = max(due, pace.closed_until)
    if is_group and len(pace.times) == _GROUP:
        due = max(due, pace.times[0] + _GROUP_SECONDS)
    return due
