"""Growing pauses between attempts."""

from collections.abc import Iterator

_FIRST_SECONDS = 1.0
_LONGEST_SECONDS = 60.0


def growing_pauses() -> Iterator[float]:
    """Seconds to wait before each further attempt, without end."""
    seconds = _FIRST_SECONDS
    while True:
        yield seconds
        seconds = min(2 * seconds, _LONGEST_SECONDS)
