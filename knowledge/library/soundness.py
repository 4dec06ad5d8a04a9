"""Whether a collection is what the store knows of it."""

from sqlalchemy import Engine

from knowledge.library.index import Collection, IndexState, VectorIndexError
from knowledge.library.index_rows import held, read_ids, read_sample

_PROBES = 20
_LEAST_FOUND = 15
"""Of the probes. A graph leaves a few of its own out: of 60,000 vectors, 1.7 % did not find
themselves (chromadb 1.5.9), so that a sound index would have failed at every third start."""

_SAME = 0.999
"""Cosine of a vector with itself, or with its equal in a copy, as far as Chroma rounds."""


def finds_itself(engine: Engine, collection: Collection, state: IndexState) -> bool:
    """Whether stored vectors find themselves, nearly all; soon said, at any size."""
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
