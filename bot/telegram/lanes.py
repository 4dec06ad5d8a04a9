"""Many queues at once, each in order."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Lanes(Generic[Item]):
    """Works off items: one after the other within a lane, lanes side by side.

    *work* deals with its own errors.
    """

    def __init__(self, work: Callable[[Item], Awaitable[None]]) -> None:
        self._work = work
        self._waiting: dict[Hashable, deque[Item]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    def put(self, lane: Hashable, item: Item) -> None:
        """Queue *item*; after `close` it is left out."""
        if self._closed:
            return
        if lane in self._waiting:
            self._waiting[lane].append(item)
            return
        self._waiting[lane] = deque([item])
        task = asyncio.create_task(self._work_off(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self, patience_seconds: float) -> int:
        """Begin nothing more, and wait for what is under way.

        Returns:
            How many items had to be broken off.
        """
        self._closed = True
        if not self._tasks:
            return 0
        _, late = await asyncio.wait(self._tasks, timeout=patience_seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        return len(late)

    async def _work_off(self, lane: Hashable) -> None:
        waiting = self._waiting[lane]
        try:
            while waiting and not self._closed:
                await self._work(waiting.popleft())
        finally:
            del self._waiting[lane]
