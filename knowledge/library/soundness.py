"""Whether a collection is what the store knows of it."""

from sqlalchemy import Engine

from knowledge.library.index import Collection, IndexState, VectorIndexError
from knowledge.library.index_rows import held, read_ids, read_sample

_PROBES = 20
_LEAST_FOUND = 5
"""Of the probes. A graph leaves some of its own out, the more the more alike they are: of 60,000
vectors 1.7 % did not find themselves, of 300,000 in tight groups a third (chromadb 1.5.9), and a
sound index would have been taken for a damaged one. Damage to its files is seen by their seal.
"""

_SAME = 0.999
"""Cosine of a vector with itself, or with its equal in a copy, as far as Chroma rounds."""


def finds_itself(engine: Engine, collection: Collection, state: IndexState) -> bool:
    """Whether enough stored vectors find themselves; soon said, at any size."""
    try:
        probes = read_sample(engine, state.model, held(state), _PROBES)
        found = [max(collection.nearest(v, 1).values(), default=0.0) > _SAME for _, v in probes]
    except VectorIndexError:
        return False
    return sum(found) * _PROBES >= _LEAST_FOUND * len(found)


def is_whole(engine: Engine, collection: Collection, state: IndexState) -> bool:
    """Whether its files are as they were written, and hold every row that they should."""
    try:
        if collection.seal() != state.seal:
            return False
        with engine.connect() as connection:
            expected = read_ids(connection, held(state))
        return collection.count() >= len(expected) and expected <= collection.rows()
    except VectorIndexError:
        return False
