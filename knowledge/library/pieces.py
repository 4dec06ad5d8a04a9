"""The live passages and sentences, as the search reads them."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Engine, RowMapping, Select, func, select

from knowledge.library.catalogue import source_of
from knowledge.library.facts import changes_in
from knowledge.library.recall import Recall
from knowledge.library.records import (
    PassageOutline,
    StoredPassage,
    StoredSentence,
    parse_claim,
)
from knowledge.library.schema import articles, claims, passages, sentences, vectors, versions
from knowledge.library.storing import SOURCE_COLUMNS
from knowledge.library.verdicts import RejectedClaim, claim_key, read_rejected, without_speaker
from knowledge.text.article import Article
from knowledge.text.claim import Claim
from knowledge.text.passage import Passage, Sentence

_LIVE = articles.c.removed_at.is_(None) & (articles.c.live_version == passages.c.version)
_LENGTH = passages.c.end - passages.c.start
_IDS_A_QUERY = 500
"""Some builds of SQLite take no more than 999 parameters."""

_MOST_RECALLED = 1000
"""Passages that stay in memory after they were read, some 10 MB."""

_MOST_OUTLINES = 10_000
"""The same of outlines, of a few hundred bytes."""


class Pieces:
    """The tables of passages, sentences and claims. Nothing is returned that is not live."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._recall: Recall[int, StoredPassage] = Recall(_MOST_RECALLED)
        self._outlines: Recall[int, PassageOutline] = Recall(_MOST_OUTLINES)
        self._first: Recall[int, tuple[int, ...]] = Recall(1)

    def passages_of_sentences(self, sentence_ids: Sequence[int]) -> dict[int, int]:
        """The passage of each of these sentences; those that are not live are left out."""
        query = _live(
            select(sentences.c.id, sentences.c.passage_id).join(
                passages, passages.c.id == sentences.c.passage_id
            )
        )
        rows = self._rows(query, sentences.c.id, sentence_ids)
        return {row["id"]: row["passage_id"] for row in rows}

    def passages_of_articles(self, article_ids: Sequence[str]) -> tuple[int, ...]:
        """Rows of all passages of these articles, in reading order."""
        query = _live(select(passages.c.id)).order_by(passages.c.article_id, passages.c.number)
        rows = self._rows(query, passages.c.article_id, article_ids)
        return tuple(row["id"] for row in rows)

    def passages(self, passage_ids: Sequence[int]) -> tuple[StoredPassage, ...]:
        """These passages with their sentences, in the order asked for."""
        found = self._recall.get(changes_in(self._engine), passage_ids, self._read_passages)
        return tuple(found[wanted] for wanted in passage_ids if wanted in found)

    def outlines(self, passage_ids: Sequence[int]) -> tuple[PassageOutline, ...]:
        """What these passages are ranked by, in the order asked for."""
        found = self._outlines.get(changes_in(self._engine), passage_ids, self._read_outlines)
        return tuple(found[wanted] for wanted in passage_ids if wanted in found)

    def _read_outlines(self, passage_ids: Sequence[int]) -> dict[int, PassageOutline]:
        query = _live(
            select(passages.c.id, versions.c.language, versions.c.published).join(
                versions,
                (versions.c.article_id == passages.c.article_id)
                & (versions.c.number == passages.c.version),
            )
        )
        rows = self._rows(query, passages.c.id, passage_ids)
        hashes: dict[int, list[str]] = {row["id"]: [] for row in rows}
        inside = select(sentences.c.passage_id, sentences.c.text_hash)
        inside = inside.order_by(sentences.c.passage_id, sentences.c.number)
        for row in self._rows(inside, sentences.c.passage_id, list(hashes)):
            hashes[row["passage_id"]].append(row["text_hash"])
        return {
            row["id"]: PassageOutline(**row, text_hashes=tuple(hashes[row["id"]])) for row in rows
        }

    def _read_passages(self, passage_ids: Sequence[int]) -> dict[int, StoredPassage]:
        source = [versions.c[name] for name in SOURCE_COLUMNS]
        text = func.substr(versions.c.text, passages.c.start + 1, _LENGTH).label("text")
        query = _live(
            select(passages, text, articles.c.origin, *source).join(
                versions,
                (versions.c.article_id == passages.c.article_id)
                & (versions.c.number == passages.c.version),
            )
        )
        rows = {row["id"]: row for row in self._rows(query, passages.c.id, passage_ids)}
        inside = self._sentences_of(rows)
        return {row: _stored_passage(rows[row], inside[row]) for row in rows}

    def first_passages(self, limit: int) -> tuple[int, ...]:
        """Rows of the first *limit* passages; of all, where there are no more."""
        moment = changes_in(self._engine)
        return self._first.get(moment, [limit], self._read_first)[limit]

    def _read_first(self, limits: Sequence[int]) -> dict[int, tuple[int, ...]]:
        query = _live(select(passages.c.id)).limit(limits[0])
        with self._engine.connect() as connection:
            return {limits[0]: tuple(connection.execute(query).scalars())}

    def count(self) -> int:
        """How many sentences there are."""
        query = _live(
            select(func.count(sentences.c.id)).join(
                passages, passages.c.id == sentences.c.passage_id
            )
        )
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def texts_without_vectors(self, model: str) -> dict[str, str]:
        """The live sentences that have no vector of this embedding model, by text hash."""
        kept = (vectors.c.model == model) & (vectors.c.text_hash == sentences.c.text_hash)
        query = _live(
            select(sentences.c.text_hash, sentences.c.text)
            .join(passages, passages.c.id == sentences.c.passage_id)
            .where(~select(vectors.c.model).where(kept).exists())
        )
        with self._engine.connect() as connection:
            return {row.text_hash: row.text for row in connection.execute(query)}

    def sentences_of(self, article: Article, *, judged: bool = True) -> tuple[StoredSentence, ...]:
        """The sentences of one version in order, whether it is live or not.

        Args:
            judged: Without the speakers of claims that an operator rejected.
        """
        query = (
            select(passages)
            .where(passages.c.article_id == article.id, passages.c.version == article.version)
            .order_by(passages.c.number)
        )
        with self._engine.connect() as connection:
            rows = {row["id"]: row for row in connection.execute(query).mappings()}
        inside = self._sentences_of(rows, judged=judged)
        return tuple(sentence for row in rows for sentence in inside[row])

    def _sentences_of(
        self, by_row: dict[int, RowMapping], *, judged: bool = True
    ) -> dict[int, list[StoredSentence]]:
        query = select(sentences).order_by(sentences.c.passage_id, sentences.c.number)
        found = self._rows(query, sentences.c.passage_id, list(by_row))
        said = self._claims_of([row["id"] for row in found])
        inside: dict[int, list[StoredSentence]] = {row: [] for row in by_row}
        rejected = self._rejected(by_row.values()) if judged else frozenset()
        for row in found:
            passage = by_row[row["passage_id"]]
            held = _judge(said.get(row["id"], ()), passage, rejected)
            inside[passage["id"]].append(_stored_sentence(row, passage, held))
        return inside

    def _rejected(self, rows: Iterable[RowMapping]) -> frozenset[RejectedClaim]:
        with self._engine.connect() as connection:
            return read_rejected(connection, {row["article_id"] for row in rows})

    def _claims_of(self, sentence_ids: Sequence[int]) -> dict[int, list[Claim]]:
        query = select(claims).order_by(claims.c.sentence_id, claims.c.number)
        said: dict[int, list[Claim]] = {}
        for row in self._rows(query, claims.c.sentence_id, sentence_ids):
            said.setdefault(row["sentence_id"], []).append(parse_claim(row["claim"]))
        return said

    def _rows(
        self,
        query: Select[Any],
        column: ColumnElement[object],
        ids: Sequence[object],
    ) -> list[RowMapping]:
        with self._engine.connect() as connection:
            return [
                row
                for first in range(0, len(ids), _IDS_A_QUERY)
                for row in connection.execute(
                    query.where(column.in_(ids[first : first + _IDS_A_QUERY]))
                ).mappings()
            ]


def _judge(
    claims_read: Sequence[Claim], passage: RowMapping, rejected: Collection[RejectedClaim]
) -> Sequence[Claim]:
    """The claims, without the speakers of rejected ones."""
    if not rejected:
        return claims_read
    version = (passage["article_id"], passage["version"])
    return [
        without_speaker(claim) if (*version, claim_key(claim)) in rejected else claim
        for claim in claims_read
    ]


def _live(query: Select[Any]) -> Select[Any]:
    """Only of articles that are not removed, and only their live version."""
    return query.join(articles, articles.c.id == passages.c.article_id).where(_LIVE)


def _stored_passage(row: RowMapping, inside: Sequence[StoredSentence]) -> StoredPassage:
    return StoredPassage(
        id=row["id"],
        passage=Passage(
            article_id=row["article_id"],
            version=row["version"],
            number=row["number"],
            start=row["start"],
            text=row["text"],
        ),
        source=source_of(row),
        origin=row["origin"] or row["article_id"],
        sentences=tuple(inside),
    )


def _stored_sentence(row: RowMapping, passage: RowMapping, said: Sequence[Claim]) -> StoredSentence:
    return StoredSentence(
        id=row["id"],
        text_hash=row["text_hash"],
        sentence=Sentence(
            article_id=passage["article_id"],
            version=passage["version"],
            number=row["number"],
            passage=passage["number"],
            start=row["start"],
            text=row["text"],
        ),
        claims=tuple(said),
    )
