"""Exact search over the live sentences that no open index holds: newly added ones; while the index
is being opened or rebuilt, all of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

import numpy as np
from sqlalchemy import Engine

from knowledge.library.embeddings import Vector
from knowledge.library.facts import read_changes
from knowledge.library.index import IndexState
from knowledge.library.index_rows import Rows, count_rows, held, not_held, read_rows, shown

MOST_KEPT = 50_000
"""Vectors kept in memory, 75 MB of them; more are read anew for each question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remainder:
    """What the open index does not hold, at one moment.

    Attributes:
        changes: Tells the moment.
        count: How many live sentences that is.
        hidden: How many sentences are held that must not be found, their articles being removed.
    """

    changes: int
    state: IndexState | None
    count: int
    hidden: int


class ExactSearch:
    """Compares a question with every vector outside the index."""

    def __init__(self, engine: Engine, model: str) -> None:
        self._engine = engine
        self._model = model
        self._lock = Lock()
        self._remainder: Remainder | None = None
        self._kept: list[Rows] = []

    def remainder(self, state: IndexState | None) -> Remainder:
        """What an index that was opened in *state* does not hold now."""
        with self._lock:
            with self._engine.connect() as connection:
                changes = read_changes(connection)
                known = self._remainder
                if known and (known.changes, known.state) == (changes, state):
                    return known
                hidden = count_rows(connection, held(state) & ~shown()) if state else 0
                count = count_rows(connection, not_held(state) & shown())
            self._remainder = Remainder(changes=changes, state=state, count=count, hidden=hidden)
            self._kept = []
            return self._remainder

    def nearest(self, remainder: Remainder, vector: Vector, limit: int) -> dict[int, float]:
        """The rows of *remainder* nearest to *vector*, best first, with their cosines."""
        best: list[tuple[float, int]] = []
        for ids, matrix in self._rows(remainder) if remainder.count else ():
            cosines = matrix @ vector
            chosen = np.argsort(-cosines, kind="stable")[:limit].tolist()
            best = sorted([*best, *((float(cosines[i]), ids[i]) for i in chosen)])[-limit:]
        return {row: cosine for cosine, row in reversed(best)}

    def _rows(self, remainder: Remainder) -> Iterable[Rows]:
        which = not_held(remainder.state) & shown()
        if remainder.count > MOST_KEPT:
            return read_rows(self._engine, self._model, which)
        with self._lock:
            if remainder is not self._remainder:
                return list(read_rows(self._engine, self._model, which))
            if not self._kept:
                self._kept = list(read_rows(self._engine, self._model, which))
            return self._kept
