"""The articles and their versions, in the store of record.

What is not live, the live version of an article that is not removed, is never returned by a search.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Engine, RowMapping, func, select

from knowledge.errors import ArticleNotFoundError
from knowledge.library.copies import write_signature
from knowledge.library.database import writing
from knowledge.library.dropping import drop_article, drop_pieces, drop_unused_vectors
from knowledge.library.facts import count_change
from knowledge.library.records import ArticleSummary, PreparedVersion
from knowledge.library.rereading import reread_claims
from knowledge.library.rules import Rules
from knowledge.library.schema import articles, passages, sentences, versions
from knowledge.library.storing import SOURCE_COLUMNS, rewrite_pieces, write_versions
from knowledge.text.article import Article, Source
from knowledge.text.passage import Passage, Span

REMOVED_KEPT = timedelta(days=30)
"""How long a removal can be undone."""

_LIVE = articles.c.removed_at.is_(None) & (articles.c.live_version == versions.c.number)


def _read_clock() -> datetime:
    return datetime.now(UTC)


class Catalogue:
    """The tables of articles and versions."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime] = _read_clock) -> None:
        self._engine = engine
        self._clock = clock

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
            select(versions, articles.c.address, articles.c.origin, count.label("sentences"))
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
        return _article(row)

    def find_by_address(self, address: str) -> tuple[Article, bool] | None:
        """The newest version of the article that came from *address*, and whether it is removed."""
        query = (
            select(versions, articles.c.removed_at)
            .join(articles, articles.c.id == versions.c.article_id)
            .where(articles.c.live_version == versions.c.number, articles.c.address == address)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        return None if row is None else (_article(row), row["removed_at"] is not None)

    def version_numbers(self, article_id: str) -> tuple[int, ...]:
        """The numbers of all versions of an article, oldest first; none if there is no such."""
        query = select(versions.c.number).where(versions.c.article_id == article_id)
        with self._engine.connect() as connection:
            return tuple(connection.execute(query.order_by(versions.c.number)).scalars())

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

    def store(self, batch: Iterable[PreparedVersion]) -> tuple[Article, ...]:
        """Store new versions and show them from now on: all of them, or on a failure none."""
        with writing(self._engine) as connection:
            return write_versions(connection, batch, _stamp(self._clock()))

    def remove(self, article_id: str) -> None:
        """Take an article out of all answers at once; its versions stay, and old quotes open.

        Raises:
            ArticleNotFoundError: There is no such live article.
        """
        self._set_removed(article_id, articles.c.removed_at.is_(None), _stamp(self._clock()))

    def put_back(self, article_id: str) -> None:
        """Undo a removal.

        Raises:
            ArticleNotFoundError: There is no such removed article.
        """
        self._set_removed(article_id, articles.c.removed_at.is_not(None), None)

    def purge(self) -> tuple[str, ...]:
        """Forget what was removed `REMOVED_KEPT` ago or earlier, and say which articles."""
        old = articles.c.removed_at <= _stamp(self._clock() - REMOVED_KEPT)
        with self._engine.connect() as connection:
            gone = tuple(connection.execute(select(articles.c.id).where(old)).scalars())
        if gone:
            with writing(self._engine) as connection:
                for article_id in gone:
                    drop_article(connection, article_id)
                drop_unused_vectors(connection)
                count_change(connection)
        return gone

    def rewrite(self, article: Article, prepared: PreparedVersion) -> None:
        """Cut a stored version anew, or only read its claims anew where it is cut as before."""
        rules = {"cut_rules": prepared.rules.cut, "claim_rules": prepared.rules.claims}
        own = (versions.c.article_id == article.id) & (versions.c.number == article.version)
        with writing(self._engine) as connection:
            if not reread_claims(connection, article, prepared.pieces):
                drop_pieces(connection, article.id, article.version)
                rewrite_pieces(connection, article, prepared.pieces)
                changed = articles.update().where(articles.c.id == article.id)
                connection.execute(changed.values(indexed=None))
            connection.execute(versions.update().where(own).values(**rules))
            write_signature(connection, article.id, prepared.signature)
            count_change(connection)

    def set_modified(self, article: Article, modified: str) -> None:
        """Remember that *article* says it was changed then, its text being the same."""
        own = (versions.c.article_id == article.id) & (versions.c.number == article.version)
        with writing(self._engine) as connection:
            connection.execute(versions.update().where(own).values(modified=modified))
            count_change(connection)

    def _set_removed(
        self, article_id: str, before: ColumnElement[bool], removed_at: str | None
    ) -> None:
        change = articles.update().where(
            articles.c.id == article_id, articles.c.live_version.is_not(None), before
        )
        with writing(self._engine) as connection:
            if not connection.execute(change.values(removed_at=removed_at)).rowcount:
                raise ArticleNotFoundError(article_id)
            count_change(connection)


def source_of(row: RowMapping) -> Source:
    """The source columns of a row of `versions`."""
    return Source(**{name: row[name] for name in SOURCE_COLUMNS})


def _article(row: RowMapping) -> Article:
    return Article(
        id=row["article_id"], version=row["number"], text=row["text"], source=source_of(row)
    )


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _summary(row: RowMapping) -> ArticleSummary:
    return ArticleSummary(
        id=row["article_id"],
        version=row["number"],
        source=source_of(row),
        address=row["address"],
        sentences=row["sentences"],
        origin=row["origin"] or row["article_id"],
        rules=Rules(cut=row["cut_rules"], claims=row["claim_rules"]),
    )
