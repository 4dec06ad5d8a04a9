"""What the library asks of a vector index, and what the store remembers of it.

The index is a cache in *generations*: one collection is filled, and never repaired. Where it is
damaged, a new one is filled from the store's vectors, and then it is the one that is used.
"""

import json
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from typing import Protocol, TypeAlias

from sqlalchemy import Connection

from knowledge.errors import NewsError
from knowledge.library.embeddings import Vector
from knowledge.library.facts import read_fact, write_fact

IndexRow: TypeAlias = tuple[int, Vector]
"""A sentence's row in the store, and its vector."""

Checkpoint = Callable[[str], None]
"""Called at each step after which a crash must do no harm; tests crash there."""

_FACT = "index"
_REBUILD = "run `whosaid reindex`, which rebuilds it from the store"


def no_checkpoint(_: str) -> None:
    """Nobody is watching."""


class VectorIndexError(NewsError):
    """The vector index cannot be opened or searched."""

    def __init__(self, reason: str, remedy: str = _REBUILD) -> None:
        super().__init__(f"The vector index cannot be used ({reason}): {remedy}.")


class Collection(Protocol):
    """One generation of the index, open.

    Every method raises `VectorIndexError` where it cannot be used; whoever gets one has to think
    of the collection as damaged.
    """

    def add(self, rows: Iterable[IndexRow]) -> None:
        """Put in these rows, or replace them."""
        ...

    def discard(self, rows: Iterable[int]) -> None:
        """Take these rows out."""
        ...

    def count(self) -> int:
        """How many rows are in it."""
        ...

    def rows(self) -> set[int]:
        """Every row that is in it."""
        ...

    def nearest(self, vector: Vector, limit: int) -> dict[int, float]:
        """The rows nearest to *vector*, best first, with their cosines."""
        ...

    def seal(self) -> str:
        """A hash of all that it keeps on disk and does not change by being read; "" for none."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class Shelf(Protocol):
    """Where the generations of the index are kept."""

    def open(self, name: str) -> Collection:
        """The collection of this name, made if it is not there."""
        ...

    def keep_only(self, name: str) -> None:
        """Throw away all others of this embedding model."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """Held by one process at a time, so that no two write to one collection."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexState:
    """What the store remembers of the index.

    Each write to it has a number, and `articles.indexed` is the number of the write that put the
    live version in. So it holds the articles whose number is from *first* to *writes*; a process
    that opened it after write n knows that it sees those up to n.

    Attributes:
        generation: Counts the rebuilds.
        seal: Of the collection after its last write; "" while it is being written, so that it is
            never trusted after a crash.
    """

    model: str = ""
    generation: int = 0
    first: int = 0
    writes: int = 0
    seal: str = ""

    @property
    def name(self) -> str:
        """The name of the collection."""
        return f"generation-{self.generation}"


def read_state(connection: Connection) -> IndexState:
    """The present state."""
    line = read_fact(connection, _FACT)
    return IndexState(**json.loads(line)) if line else IndexState()


def write_state(connection: Connection, state: IndexState) -> None:
    """Remember *state*, within the caller's transaction."""
    write_fact(connection, _FACT, json.dumps(asdict(state)))
