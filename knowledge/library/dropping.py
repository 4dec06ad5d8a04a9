"""Taking pieces and whole articles out of the store for good, within the caller's transaction."""

from sqlalchemy import Connection, Select, select

from knowledge.library.copies import drop_signature
from knowledge.library.keywords import drop_keywords
from knowledge.library.schema import (
    articles,
    claim_verdicts,
    claims,
    passages,
    sentences,
    vectors,
    versions,
)


def drop_article(connection: Connection, article_id: str) -> None:
    """Every version of an article, and all that was made of it."""
    own = passages.c.article_id == article_id
    _drop_passages(connection, select(passages.c.id).where(own))
    drop_signature(connection, article_id)
    connection.execute(claim_verdicts.delete().where(claim_verdicts.c.article_id == article_id))
    connection.execute(versions.delete().where(versions.c.article_id == article_id))
    connection.execute(articles.delete().where(articles.c.id == article_id))


def drop_pieces(connection: Connection, article_id: str, version: int) -> None:
    """The passages, sentences and claims of one version; its text stays."""
    own = (passages.c.article_id == article_id) & (passages.c.version == version)
    _drop_passages(connection, select(passages.c.id).where(own))


def drop_unused_vectors(connection: Connection) -> None:
    """Vectors of sentences that are no more, which would still tell of their words."""
    used = select(sentences.c.text_hash)
    connection.execute(vectors.delete().where(vectors.c.text_hash.not_in(used)))


def _drop_passages(connection: Connection, chosen: Select[tuple[int]]) -> None:
    inside = select(sentences.c.id).where(sentences.c.passage_id.in_(chosen))
    drop_keywords(connection, list(connection.execute(chosen).scalars()))
    connection.execute(claims.delete().where(claims.c.sentence_id.in_(inside)))
    connection.execute(sentences.delete().where(sentences.c.passage_id.in_(chosen)))
    connection.execute(passages.delete().where(passages.c.id.in_(chosen)))
