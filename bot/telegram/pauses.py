"""Spans of time: growing pauses between attempts, and seconds as the library gives them."""

from collections.abc import Iterator
from datetime import timedelta

_FIRST_SECONDS = 1.0
_LONGEST_SECONDS = 60.0


def growing_pauses() -> Iterator[float]:
    """Seconds to wait before each further attempt, without end."""
    seconds = _FIRST_SECONDS
    while True:
        yield seconds
        seconds = min(2 * seconds, _LONGEST_SECONDS)


def as_seconds(span: float | timedelta) -> float:
    """A span in seconds; the library is changing the type of it."""
    return span.total_seconds() if isinstance(span, timedelta) else float(span)
