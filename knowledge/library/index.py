"""What the library asks of a vector index, and an index that is opened when it is first used."""

from collections.abc import Callable, Iterable
from threading import Lock
from typing import Protocol, TypeAlias

from knowledge.errors import NewsError
from knowledge.library.embeddings import Vector

IndexRow: TypeAlias = tuple[int, Vector]
"""A sentence's row in the store, and its vector."""


_REBUILD = "run `whosaid reindex`, which rebuilds it from the store"


class VectorIndexError(NewsError):
    """The vector index cannot be opened or searched."""

    def __init__(self, reason: str, remedy: str = _REBUILD) -> None:
        super().__init__(f"The vector index cannot be used ({reason}): {remedy}.")


class VectorIndex(Protocol):
    """The vectors of all live sentences, and of some that are not: the caller keeps the live.

    Every method raises `VectorIndexError` where the index cannot be used.
    """

    def add(self, rows: Iterable[IndexRow]) -> None:
        """Put in these rows, or replace them."""
        ...

    def discard(self, rows: Iterable[int]) -> None:
        """Take these rows out."""
        ...

    def count(self) -> int:
        """How many rows are in the index."""
        ...

    def nearest(self, vector: Vector, limit: int) -> dict[int, float]:
        """The rows nearest to *vector*, best first, with their cosines."""
        ...

    def rebuild(self, rows: Iterable[IndexRow]) -> None:
        """Hold *rows* and nothing else."""
        ...


class LazyIndex:
    """Opens an index at the first use, since Chroma takes a second to import."""

    def __init__(self, open_index: Callable[[], VectorIndex]) -> None:
        self._open_index = open_index
        self._lock = Lock()
        self._opened: VectorIndex | None = None

    @property
    def _index(self) -> VectorIndex:
        with self._lock:
            if self._opened is None:
                self._opened = self._open_index()
            return self._opened

    def add(self, rows: Iterable[IndexRow]) -> None:
        """Put in these rows, or replace them."""
        self._index.add(rows)

    def discard(self, rows: Iterable[int]) -> None:
        """Take these rows out."""
        self._index.discard(rows)

    def count(self) -> int:
        """How many rows are in the index."""
        return self._index.count()

    def nearest(self, vector: Vector, limit: int) -> dict[int, float]:
        """The rows nearest to *vector*, best first, with their cosines."""
        return self._index.nearest(vector, limit)

    def rebuild(self, rows: Iterable[IndexRow]) -> None:
        """Hold *rows* and nothing else."""
        self._index.rebuild(rows)
