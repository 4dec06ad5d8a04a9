"""Writing article versions whole: all of a batch in one transaction, in bulk, and live at its end.

A version that cannot be seen whole is never there: until the transaction ends nobody sees it, and
a process that is killed before leaves nothing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from anyascii import anyascii
from sqlalchemy import Connection, Table, func, select

from knowledge.library.copies import find_origin, write_signature
from knowledge.library.facts import count_change
from knowledge.library.keywords import write_keywords
from knowledge.library.records import (
    NewArticle,
    PassageDraft,
    PreparedVersion,
    hash_searched,
    hash_text,
    render_claim,
)
from knowledge.library.schema import articles, claims, passages, sentences, versions
from knowledge.text.article import Article, Source

SOURCE_COLUMNS = (
    *("label", "title", "publisher", "author", "published", "modified", "url", "language"),
)
_LONGEST_ID = 60


def write_versions(
    connection: Connection, batch: Iterable[PreparedVersion], now: str
) -> tuple[Article, ...]:
    """Store *batch* and make it live, within the caller's transaction."""
    rows = _Rows(connection)
    stored = tuple(_write_version(connection, prepared, rows, now) for prepared in batch)
    rows.write(connection)
    count_change(connection)
    return stored


def rewrite_pieces(
    connection: Connection, article: Article, pieces: Sequence[PassageDraft]
) -> None:
    """Put *pieces* in the place of those that were dropped, within the caller's transaction."""
    rows = _Rows(connection)
    rows.add(article, pieces)
    rows.write(connection)


def source_values(source: Source) -> dict[str, str]:
    """The source columns of a row of `versions`."""
    return {name: getattr(source, name) for name in SOURCE_COLUMNS}


@dataclass(slots=True)
class _Rows:
    """Rows gathered for one bulk insert a table; their numbers are given here."""

    connection: Connection
    by_table: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    keywords: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    passage: int = field(init=False)
    sentence: int = field(init=False)

    def __post_init__(self) -> None:
        self.passage = _last(self.connection, passages)
        self.sentence = _last(self.connection, sentences)

    def add(self, article: Article, pieces: Sequence[PassageDraft]) -> None:
        for number, piece in enumerate(pieces):
            self.passage += 1
            place = {"start": piece.span.start, "end": piece.span.end, "number": number}
            of = {"article_id": article.id, "version": article.version}
            self._put(passages, id=self.passage, **of, **place)
            self.keywords.append((self.passage, piece.stems))
            self._add_sentences(article, piece)

    def _add_sentences(self, article: Article, piece: PassageDraft) -> None:
        for draft in piece.sentences:
            self.sentence += 1
            text = article.text[draft.span.start : draft.span.end]
            self._put(
                sentences,
                id=self.sentence,
                passage_id=self.passage,
                number=draft.number,
                start=draft.span.start,
                text=text,
                text_hash=hash_searched(text),
            )
            for number, claim in enumerate(draft.claims):
                line = render_claim(claim)
                self._put(claims, sentence_id=self.sentence, number=number, claim=line)

    def _put(self, table: Table, **values: Any) -> None:
        self.by_table.setdefault(table.name, []).append(values)

    def write(self, connection: Connection) -> None:
        for table in (passages, sentences, claims):
            if rows := self.by_table.get(table.name):
                connection.execute(table.insert(), rows)
        write_keywords(connection, self.keywords)


def _last(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.max(table.c.id))).scalar() or 0)


def _write_version(
    connection: Connection, prepared: PreparedVersion, rows: _Rows, now: str
) -> Article:
    new = prepared.new
    article_id = _article_id(connection, new)
    number = _next_version(connection, article_id)
    article = Article(id=article_id, version=number, text=new.text, source=new.source)
    values = {
        "article_id": article_id,
        "number": number,
        "text": new.text,
        "text_hash": hash_text(new.text),
        "added_at": now,
        "cut_rules": prepared.rules.cut,
        "claim_rules": prepared.rules.claims,
    }
    connection.execute(versions.insert(), {**values, **source_values(new.source)})
    rows.add(article, prepared.pieces)
    live = {"live_version": number, "removed_at": None, "indexed": None}
    origin = find_origin(connection, article_id, prepared.signature)
    connection.execute(
        articles.update().where(articles.c.id == article_id).values(**live, origin=origin)
    )
    write_signature(connection, article_id, prepared.signature)
    return article


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
    connection.execute(articles.insert(), {"id": free, "address": new.address, "origin": free})
    return free


def _readable_id(name: str) -> str:
    """Lower-case Latin letters and digits with hyphens, to be typed in a command."""
    words = re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")
    return words[:_LONGEST_ID].rstrip("-") or "article"


def _next_version(connection: Connection, article_id: str) -> int:
    newest = connection.execute(
        select(func.max(versions.c.number)).where(versions.c.article_id == article_id)
    ).scalar()
    return int(newest or 0) + 1
