"""Which sentences the index holds, and which it does not hold yet, as the store knows it.

The index is filled with the live versions of all articles, removed ones included, so that a
removal and its undoing change the store alone. A search keeps what is live.
"""

import random
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, TypeAlias

import numpy as np
from sqlalchemy import ColumnElement, Connection, Engine, Select, func, select

from knowledge.library.embeddings import Vector
from knowledge.library.index import IndexRow, IndexState
from knowledge.library.schema import articles, passages, sentences, vectors

_ROWS_A_READ = 4096
_IDS_A_QUERY = 500
_DRAWN_FOR_ONE = 4

Rows: TypeAlias = tuple[list[int], Vector]
ArticleVersion: TypeAlias = tuple[str, int]


def held(state: IndexState) -> ColumnElement[bool]:
    """Articles that whoever opened the index in *state* finds there."""
    return articles.c.indexed.between(state.first, state.writes)


def not_held(state: IndexState | None) -> ColumnElement[bool]:
    """The others; all, where no index is open."""
    if state is None:
        return articles.c.live_version.is_not(None)
    return articles.c.live_version.is_not(None) & (articles.c.indexed.is_(None) | ~held(state))


def shown() -> ColumnElement[bool]:
    """Articles that are not removed."""
    return articles.c.removed_at.is_(None)


def count_rows(connection: Connection, which: ColumnElement[bool]) -> int:
    """How many sentences the live versions of these articles have."""
    query = _of_live(select(func.count(sentences.c.id))).where(which)
    return int(connection.execute(query).scalar_one())


def read_ids(connection: Connection, which: ColumnElement[bool]) -> set[int]:
    """The sentences of the live versions of these articles."""
    return set(connection.execute(_of_live(select(sentences.c.id)).where(which)).scalars())


def read_articles(connection: Connection, which: ColumnElement[bool]) -> list[ArticleVersion]:
    """These articles, each with its live version."""
    query = select(articles.c.id, articles.c.live_version).where(which)
    return [(row.id, row.live_version) for row in connection.execute(query)]


def read_rows(engine: Engine, model: str, which: ColumnElement[bool]) -> Iterator[Rows]:
    """The sentences of the live versions of these articles with their vectors, some at a time."""
    query = _with_vectors(_of_live(select(sentences.c.id, vectors.c.vector)), model).where(which)
    with engine.connect() as connection:
        streamed = connection.execution_options(yield_per=_ROWS_A_READ).execute(query)
        for some in streamed.partitions():
            yield [row[0] for row in some], _matrix([row[1] for row in some])


def read_rows_of(engine: Engine, model: str, wanted: Sequence[ArticleVersion]) -> Iterator[Rows]:
    """The same of these articles by name."""
    for first in range(0, len(wanted), _IDS_A_QUERY):
        ids = [article_id for article_id, _ in wanted[first : first + _IDS_A_QUERY]]
        yield from read_rows(engine, model, articles.c.id.in_(ids))


def read_sample(
    engine: Engine, model: str, which: ColumnElement[bool], count: int
) -> list[IndexRow]:
    """Up to *count* sentences of these articles, taken at random without a look at all.

    Fewer where most sentences are of other articles, or of versions that are not live.
    """
    query = _with_vectors(_of_live(select(sentences.c.id, vectors.c.vector)), model).where(which)
    with engine.connect() as connection:
        last = connection.execute(select(func.max(sentences.c.id))).scalar() or 0
        drawn = random.sample(range(1, last + 1), min(last, _DRAWN_FOR_ONE * count))
        rows = connection.execute(query.where(sentences.c.id.in_(drawn)).limit(count)).all()
    return [(row[0], np.frombuffer(row[1], dtype="<f4")) for row in rows]


def one_by_one(rows: Iterator[Rows]) -> Iterator[IndexRow]:
    """The same rows, one at a time."""
    return chain.from_iterable(zip(ids, matrix, strict=True) for ids, matrix in rows)


def _of_live(query: Select[Any]) -> Select[Any]:
    return (
        query.select_from(articles)
        .join(
            passages,
            (passages.c.article_id == articles.c.id)
            & (passages.c.version == articles.c.live_version),
        )
        .join(sentences, sentences.c.passage_id == passages.c.id)
    )


def _with_vectors(query: Select[Any], model: str) -> Select[Any]:
    return query.join(
        vectors, (vectors.c.model == model) & (vectors.c.text_hash == sentences.c.text_hash)
    )


def _matrix(blobs: Sequence[bytes]) -> Vector:
    rows = np.frombuffer(b"".join(blobs), dtype="<f4").reshape(len(blobs), -1)
    return rows.astype(np.float32, copy=False)
