"""What was read from the store, remembered as long as it is what the store would say."""

from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recall(Generic[Key, Value]):
    """Values by key, at most so many, the oldest forgotten first; safe to use from many threads.

    All are forgotten when the moment changes at which they were read (`facts.read_changes`).
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._moment: object = None
        self._values: dict[Key, Value] = {}

    def get(
        self,
        moment: object,
        keys: Iterable[Key],
        read: Callable[[list[Key]], Mapping[Key, Value]],
    ) -> dict[Key, Value]:
        """The values of *keys*; *read* is asked for those that are not remembered.

        Keys without a value are missing from the result, and asked for again the next time.
        """
        wanted = list(dict.fromkeys(keys))
        with self._lock:
            if moment != self._moment:
                self._moment = moment
                self._values.clear()
            found = {key: self._values[key] for key in wanted if key in self._values}
        missing = [key for key in wanted if key not in found]
        if missing:
            fresh = read(missing)
            self._remember(moment, fresh)
            found.update(fresh)
        return found

    def _remember(self, moment: object, fresh: Mapping[Key, Value]) -> None:
        """Unless the moment has passed while they were read."""
        with self._lock:
            if moment == self._moment:
                self._values.update(fresh)
                for oldest in list(self._values)[: max(0, len(self._values) - self._most)]:
                    del self._values[oldest]
