"""The articles and their versions, in the store of record.

A version is written whole, *pending*, and seen by nobody until `make_live`, one transaction,
says that it is the live one. What is not live is never returned by a search.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from anyascii import anyascii
from sqlalchemy import Connection, Engine, Insert, RowMapping, func, select

from knowledge.errors import ArticleNotFoundError
from knowledge.library.database import writing
from knowledge.library.keywords import drop_keywords, write_keywords
from knowledge.library.records import (
    ArticleSummary,
    NewArticle,
    PassageDraft,
    SentenceDraft,
    hash_text,
    render_claim,
)
from knowledge.library.schema import articles, claims, passages, sentences, versions
from knowledge.text.article import Article, Source
from knowledge.text.passage import Passage, Span

SOURCE_COLUMNS = ("label", "title", "publisher", "author", "published", "url", "language")
_LONGEST_ID = 60
_LIVE = articles.c.removed_at.is_(None) & (articles.c.live_version == versions.c.number)


class Catalogue:
    """The tables of articles and versions."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def summaries(self) -> tuple[ArticleSummary, ...]:
        """All live articles, by identifier."""
        count = (
            select(func.count(sentences.c.id))
            .join(passages, passages.c.id == sentences.c.passage_id)
            .where(
                passages.c.article_id == versions.c.article_id,
                passages.c.version == versions.c.number,
            )
            .scalar_subquery()
        )
        query = (
            select(versions, articles.c.address, count.label("sentences"))
            .join(articles, articles.c.id == versions.c.article_id)
            .where(_LIVE)
            .order_by(versions.c.article_id)
        )
        with self._engine.connect() as connection:
            return tuple(_summary(row) for row in connection.execute(query).mappings())

    def article(self, article_id: str, version: int | None = None) -> Article:
        """One version of an article; without a number, the live one.

        Raises:
            ArticleNotFoundError: There is none; a removed article has no live version.
        """
        query = select(versions).where(versions.c.article_id == article_id)
        query = (
            query.join(articles, articles.c.id == versions.c.article_id).where(_LIVE)
            if version is None
            else query.where(versions.c.number == version)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            raise ArticleNotFoundError(article_id, version)
        return Article(
            id=article_id, version=row["number"], text=row["text"], source=source_of(row)
        )

    def find_by_address(self, address: str) -> Article | None:
        """The live version of the article that came from *address*, if there is one."""
        query = (
            select(versions)
            .join(articles, articles.c.id == versions.c.article_id)
            .where(_LIVE, articles.c.address == address)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            return None
        return Article(
            id=row["article_id"], version=row["number"], text=row["text"], source=source_of(row)
        )

    def passage_around(self, article: Article, span: Span) -> Passage:
        """The stored passage that holds *span*; the span itself where it crosses passages."""
        query = select(passages).where(
            passages.c.article_id == article.id,
            passages.c.version == article.version,
            passages.c.start <= span.start,
            passages.c.end >= span.end,
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        start, end = (row["start"], row["end"]) if row else (span.start, span.end)
        return Passage(
            article_id=article.id,
            version=article.version,
            number=row["number"] if row else 0,
            start=start,
            text=article.text[start:end],
        )

    def is_empty(self) -> bool:
        """Whether no article was ever added, removed ones included."""
        with self._engine.connect() as connection:
            return connection.execute(select(articles.c.id).limit(1)).first() is None

    def add_pending(self, new: NewArticle, pieces: Sequence[PassageDraft]) -> Article:
        """Write a new version, with all its pieces, which nobody sees yet."""
        with writing(self._engine) as connection:
            article_id = _article_id(connection, new)
            _drop_pending(connection, article_id)
            number = _next_version(connection, article_id)
            article = Article(id=article_id, version=number, text=new.text, source=new.source)
            _write_version(connection, article)
            for piece_number, piece in enumerate(pieces):
                _write_passage(connection, article, piece_number, piece)
        return article

    def make_live(self, article: Article) -> None:
        """Show this version from now on, instead of any before it."""
        change = (
            articles.update()
            .where(articles.c.id == article.id)
            .values(live_version=article.version, removed_at=None)
        )
        with writing(self._engine) as connection:
            connection.execute(change)

    def remove(self, article_id: str) -> None:
        """Take an article out of all answers at once; its versions stay, and old quotes open.

        Raises:
            ArticleNotFoundError: There is no such live article.
        """
        change = (
            articles.update()
            .where(articles.c.id == article_id, articles.c.removed_at.is_(None))
            .values(removed_at=_now())
        )
        with writing(self._engine) as connection:
            if not connection.execute(change).rowcount:
                raise ArticleNotFoundError(article_id)


def source_of(row: RowMapping) -> Source:
    """The source columns of a row of `versions`."""
    return Source(**{name: row[name] for name in SOURCE_COLUMNS})


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _summary(row: RowMapping) -> ArticleSummary:
    return ArticleSummary(
        id=row["article_id"],
        version=row["number"],
        source=source_of(row),
        address=row["address"],
        sentences=row["sentences"],
    )


def _article_id(connection: Connection, new: NewArticle) -> str:
    """The identifier of the article at this address; a new one is made readable and unique."""
    known = connection.execute(
        select(articles.c.id).where(articles.c.address == new.address)
    ).scalar()
    if known is not None:
        return str(known)
    wanted = new.id or _readable_id(new.source.name)
    taken = set(
        connection.execute(
            select(articles.c.id).where(articles.c.id.startswith(wanted, autoescape=True))
        ).scalars()
    )
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    free = wanted if wanted not in taken else next(name for name in numbered if name not in taken)
    connection.execute(articles.insert().values(id=free, address=new.address))
    return free


def _readable_id(name: str) -> str:
    """Lower-case Latin letters and digits with hyphens, to be typed in a command."""
    words = re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")
    return words[:_LONGEST_ID].rstrip("-") or "article"


def _drop_pending(connection: Connection, article_id: str) -> None:
    """Forget versions that never went live: adding them was stopped."""
    newest = select(func.coalesce(articles.c.live_version, 0)).where(articles.c.id == article_id)
    live = connection.execute(newest).scalar_one()
    pending = select(passages.c.id).where(
        passages.c.article_id == article_id, passages.c.version > live
    )
    inside = select(sentences.c.id).where(sentences.c.passage_id.in_(pending))
    drop_keywords(connection, list(connection.execute(pending).scalars()))
    connection.execute(claims.delete().where(claims.c.sentence_id.in_(inside)))
    connection.execute(sentences.delete().where(sentences.c.passage_id.in_(pending)))
    connection.execute(
        passages.delete().where(passages.c.article_id == article_id, passages.c.version > live)
    )
    connection.execute(
        versions.delete().where(versions.c.article_id == article_id, versions.c.number > live)
    )


def _next_version(connection: Connection, article_id: str) -> int:
    newest = connection.execute(
        select(func.max(versions.c.number)).where(versions.c.article_id == article_id)
    ).scalar()
    return int(newest or 0) + 1


def _write_version(connection: Connection, article: Article) -> None:
    connection.execute(
        versions.insert().values(
            article_id=article.id,
            number=article.version,
            text=article.text,
            text_hash=hash_text(article.text),
            added_at=_now(),
            **{name: getattr(article.source, name) for name in SOURCE_COLUMNS},
        )
    )


def _write_passage(
    connection: Connection, article: Article, number: int, piece: PassageDraft
) -> None:
    passage_id = _insert(
        connection,
        passages.insert().values(
            article_id=article.id,
            version=article.version,
            number=number,
            start=piece.span.start,
            end=piece.span.end,
        ),
    )
    write_keywords(connection, passage_id, piece.stems)
    for sentence in piece.sentences:
        _write_sentence(connection, article, passage_id, sentence)


def _write_sentence(
    connection: Connection, article: Article, passage_id: int, sentence: SentenceDraft
) -> None:
    text = article.text[sentence.span.start : sentence.span.end]
    sentence_id = _insert(
        connection,
        sentences.insert().values(
            passage_id=passage_id,
            number=sentence.number,
            start=sentence.span.start,
            text=text,
            text_hash=hash_text(text),
        ),
    )
    for claim_number, claim in enumerate(sentence.claims):
        connection.execute(
            claims.insert().values(
                sentence_id=sentence_id, number=claim_number, claim=render_claim(claim)
            )
        )


def _insert(connection: Connection, statement: Insert) -> int:
    """Insert one row and return its number."""
    key = connection.execute(statement).inserted_primary_key
    return int(key[0]) if key else 0
