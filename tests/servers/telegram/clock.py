"""The server's clock, which tests can put forward."""

import time
from collections.abc import Callable


class Clock:
    """Seconds since 1970. Runs with *source*, from which `advance` moves it away."""

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        self._source = source
        self._ahead = 0.0

    def now(self) -> float:
        """The time."""
        return self._source() + self._ahead

    def advance(self, seconds: float) -> None:
        """Put the clock forward; what waits for network time-outs is not hastened."""
        self._ahead += seconds
