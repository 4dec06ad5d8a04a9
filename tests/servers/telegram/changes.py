"""Waiting for something to have happened, without sleeping."""

import asyncio
from collections.abc import Callable


class Changes:
    """Tells those who wait that something in the server is no longer as it was."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def announce(self) -> None:
        """Let everybody who waits look again."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def until(
        self, true: Callable[[], bool], *, what: str = "it", timeout_seconds: float | None = 5.0
    ) -> None:
        """Wait until *true* is so.

        Raises:
            TimeoutError: It was not so in time; says what was waited for.
        """
        try:
            async with asyncio.timeout(timeout_seconds):
                while not true():
                    await self._next()
        except TimeoutError:
            raise TimeoutError(f"waited {timeout_seconds} s in vain for {what}") from None

    async def _next(self) -> None:
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)
