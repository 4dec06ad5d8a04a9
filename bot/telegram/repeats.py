"""Presses that come twice: a finger that trembles means one press."""

from collections import OrderedDict
from collections.abc import Hashable
from datetime import UTC, datetime, timedelta

from bot.journal.base import Clock, read_clock

_WITHIN = timedelta(seconds=1)
_NEVER = datetime.min.replace(tzinfo=UTC)
_MOST_REMEMBERED = 1000


class Repeats:
    """Knows what was dealt with within the last second."""

    def __init__(self, clock: Clock = read_clock) -> None:
        self._clock = clock
        self._done: OrderedDict[Hashable, datetime] = OrderedDict()

    def is_repeat(self, press: Hashable) -> bool:
        """Whether the same press was dealt with just before."""
        return self._clock() - self._done.get(press, _NEVER) < _WITHIN

    def note(self, press: Hashable) -> None:
        """A press has been dealt with now."""
        self._done[press] = self._clock()
        self._done.move_to_end(press)
        if len(self._done) > _MOST_REMEMBERED:
            self._done.popitem(last=False)
