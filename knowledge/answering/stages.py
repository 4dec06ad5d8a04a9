"""How long each stage of an answer took."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter


class Stages:
    """Milliseconds a stage, in the order in which the stages ended."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock
        self._began = clock()
        self._spent: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what happens inside as *name*."""
        began = self._clock()
        try:
            yield
        finally:
            self._spent[name] = self._spent.get(name, 0.0) + (self._clock() - began) * 1000

    def milliseconds(self) -> Mapping[str, float]:
        """`total` since the beginning, and a row a stage."""
        total = (self._clock() - self._began) * 1000
        return {"total": round(total, 1), **{k: round(v, 1) for k, v in self._spent.items()}}
