"""How long and how often a model is asked: deadline, tries, and leaving it alone after failures."""

import asyncio
import random
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from knowledge.answering.model import Failure, ModelFailedError

_FIRST_PAUSE_SECONDS = 0.5
_NOT_THE_SERVERS_FAULT = frozenset(
    {
        Failure.DECLINED,
        Failure.FILTERED,
        Failure.CUT_SHORT,
        Failure.MALFORMED,
        Failure.UNSUPPORTED,
        Failure.RESTING,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How much a question may ask of a model.

    Attributes:
        total_seconds: For all tries of one question, from the first to the last character.
        silent_seconds: Without a sign of life, then this try is given up.
        tries: Requests for one question, rewriting included.
    """

    total_seconds: float = 30.0
    silent_seconds: float = 15.0
    tries: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """The clock, the waiting and the chance, so that tests need none of them."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    jitter: Callable[[], float] = field(default=random.SystemRandom().random)


@dataclass(slots=True, kw_only=True)
class Breaker:
    """Leaves a failing server alone: after *failures* in a row, one request in *seconds*.

    Shared by all questions, so that a server that is down costs no reader a wait.
    """

    clock: Callable[[], float] = time.monotonic
    failures: int = 3
    seconds: float = 15.0
    _failed: int = 0
    _closed_until: float = 0.0

    @contextmanager
    def watch(self) -> Iterator[None]:
        """Around one request.

        Raises:
            ModelFailedError: The server is to be left alone now, or what the request raised.
        """
        self._enter()
        try:
            yield
        except ModelFailedError as error:
            if error.failure in _NOT_THE_SERVERS_FAULT:
                self._failed = 0
            else:
                self._failed += 1
                self._closed_until = self.clock() + self.seconds
            raise
        self._failed = 0

    def _enter(self) -> None:
        if self._failed < self.failures:
            return
        if self.clock() < self._closed_until:
            raise ModelFailedError(Failure.RESTING)
        self._closed_until = self.clock() + self.seconds  # this request tries for all the others


class Tries:
    """What is left of the patience for one question."""

    def __init__(self, patience: Patience, timing: Timing) -> None:
        self._patience = patience
        self._timing = timing
        self._deadline = timing.clock() + patience.total_seconds
        self._used = 0

    @property
    def seconds_left(self) -> float:
        """Until the deadline."""
        return self._deadline - self._timing.clock()

    @property
    def left(self) -> bool:
        """Whether one more request may be made."""
        return self._used < self._patience.tries and self.seconds_left > 0

    async def read(self, pieces: AsyncGenerator[str, None]) -> AsyncGenerator[str, None]:
        """*pieces* of one request, as long as they keep coming and there is time.

        Raises:
            ModelFailedError: Too long a silence, or the deadline; or what the pieces raise.
        """
        self._used += 1
        try:
            while True:
                async with asyncio.timeout(min(self._patience.silent_seconds, self.seconds_left)):
                    piece = await anext(pieces)
                yield piece
        except StopAsyncIteration:
            return
        except TimeoutError as error:
            raise ModelFailedError(Failure.TIMED_OUT) from error
        finally:
            await pieces.aclose()

    async def wait(self, error: ModelFailedError) -> None:
        """Pause before the next try: as long as the server asks, longer each time otherwise.

        Raises:
            ModelFailedError: *error*, where another try is pointless or comes too late.
        """
        pause = _FIRST_PAUSE_SECONDS * 2 ** (self._used - 1) * (0.5 + self._timing.jitter())
        seconds = max(pause, error.wait_seconds or 0.0)
        if not (error.worth_a_retry and self.left and seconds < self.seconds_left):
            raise error
        await self._timing.sleep(seconds)
