"""Vectors in the store of record, so that nothing is embedded twice.

Kept by embedding model and by the hash of the text, as little-endian float32.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
from sqlalchemy import Engine, select
from sqlalchemy.dialects.sqlite import insert

from knowledge.library.database import writing
from knowledge.library.embeddings import Vector
from knowledge.library.recall import Recall
from knowledge.library.schema import vectors

_HASHES_A_QUERY = 500
_KEPT_AS = np.dtype("<f4")
_MOST_RECALLED = 4000
"""Vectors that stay in memory after they were read, some 6 MB."""


class Vectors:
    """The table of vectors of one embedding model."""

    def __init__(self, engine: Engine, model: str) -> None:
        self._engine = engine
        self._model = model
        self._recall: Recall[str, Vector] = Recall(_MOST_RECALLED)

    def save(self, by_hash: Mapping[str, Vector]) -> None:
        """Keep these vectors; those that are kept already stay as they are."""
        rows = [
            {
                "model": self._model,
                "text_hash": text_hash,
                "vector": vector.astype(_KEPT_AS).tobytes(),
            }
            for text_hash, vector in by_hash.items()
        ]
        if rows:
            with writing(self._engine) as connection:
                connection.execute(insert(vectors).on_conflict_do_nothing(), rows)

    def known(self, hashes: Collection[str]) -> set[str]:
        """Those of *hashes* under which a vector is kept."""
        wanted = list(hashes)
        found: set[str] = set()
        with self._engine.connect() as connection:
            for first in range(0, len(wanted), _HASHES_A_QUERY):
                some = wanted[first : first + _HASHES_A_QUERY]
                query = select(vectors.c.text_hash).where(
                    vectors.c.model == self._model, vectors.c.text_hash.in_(some)
                )
                found.update(connection.execute(query).scalars())
        return found

    def load(self, hashes: Collection[str]) -> dict[str, Vector]:
        """The vectors that are kept, by text hash; the others are missing from the result."""
        return self._recall.get(None, hashes, self._read)  # a text's vector never changes

    def _read(self, wanted: Sequence[str]) -> dict[str, Vector]:
        found: dict[str, Vector] = {}
        with self._engine.connect() as connection:
            for first in range(0, len(wanted), _HASHES_A_QUERY):
                some = wanted[first : first + _HASHES_A_QUERY]
                query = select(vectors.c.text_hash, vectors.c.vector).where(
                    vectors.c.model == self._model, vectors.c.text_hash.in_(some)
                )
                found.update(_parsed(connection.execute(query).tuples()))
        return found


def _parsed(rows: Iterable[tuple[str, bytes]]) -> dict[str, Vector]:
    return {
        text_hash: np.frombuffer(blob, dtype=_KEPT_AS).astype(np.float32)
        for text_hash, blob in rows
    }
