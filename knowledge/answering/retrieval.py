"""Finding the passages that may answer a question.

Sentences are searched by meaning, passages by their words. A passage is as near as its nearest
sentence: its cosine, plus its keyword score times a weight that depends on whether the question
and the article share a language. Measured on qamr-wikinews and xquad, one vector a sentence finds
the right article more often than one a passage, for less work.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.answering.answer import Hit, Question
from knowledge.answering.evidence import Candidate, Evidence
from knowledge.answering.recency import find_timely, measure_freshness
from knowledge.answering.stages import Stages
from knowledge.library.embeddings import Embedder, Vector
from knowledge.library.keywords import Keywords
from knowledge.library.pieces import Pieces
from knowledge.library.records import PassageOutline, StoredPassage
from knowledge.library.search_index import IndexHealth, SearchIndex
from knowledge.library.vectors import Vectors
from knowledge.text.copies import is_near_copy
from knowledge.text.talk.cues import asks_for_now
from knowledge.text.words.stems import find_words

NEAREST_SENTENCES = 120
BEST_BY_KEYWORDS = 40
MOST_IN_SCOPE = 400
PASSAGES_SHOWN = 10
PASSAGES_READ = 8

KEYWORD_WEIGHT = 0.2
KEYWORD_WEIGHT_ACROSS_LANGUAGES = 0.1
FRESHNESS_WEIGHT = 0.03
TIMELY_WEIGHT = 0.03
"""Less than what sets an article about another matter apart."""


_READ_AT_ONCE = 24
"""Passages whose words are read together; more than are needed where none is a copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ranked:
    id: int
    cosines: tuple[float, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scored:
    passage: StoredPassage
    cosines: tuple[float, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Retriever:
    """Search by meaning and by words over the live articles.

    Attributes:
        few_passages: Of so few, each is looked at: exact, and sooner than an index is opened.
    """

    embedder: Embedder
    index: SearchIndex
    pieces: Pieces
    vectors: Vectors
    keywords: Keywords
    few_passages: int = 60

    def retrieve(self, question: Question, stages: Stages) -> Evidence:
        """The evidence for *question*, best passage first; empty where nothing is live."""
        with stages.stage("embed"):
            vector = self.embedder.embed_question(question.text)
        with stages.stage("search"):
            by_words = self._match(question)
            found = self.pieces.outlines(self._pool(question, vector, by_words))
        with stages.stage("rank"):
            ranked = self._ranked(question, vector, found, by_words)
            best = tuple(self._read(ranked[:PASSAGES_SHOWN]))
            origins = _origins(self._read(ranked))
        return Evidence(
            candidates=tuple(_candidates(origins)),
            hits=tuple(_hit(scored) for scored in best),
            rebuilding=self.index.health is IndexHealth.REBUILDING,
        )

    def prepare(self) -> None:
        """Begin to open what the first question will need."""
        if self.needs_index():
            self.index.prepare()

    def needs_index(self) -> bool:
        """Whether there is so much that an index is asked before the store."""
        return self._few() is None

    def _few(self) -> Sequence[int] | None:
        """All passages, if there are so few that each is looked at; None if there are more."""
        first = self.pieces.first_passages(self.few_passages + 1)
        return first if len(first) <= self.few_passages else None

    def _match(self, question: Question) -> dict[int, float]:
        stems = {word.stem for word in find_words(question.text, question.language)}
        limit = BEST_BY_KEYWORDS if question.scope is None else MOST_IN_SCOPE
        return self.keywords.match(stems, limit, question.scope)

    def _pool(self, question: Question, vector: Vector, by_words: Iterable[int]) -> Sequence[int]:
        """The passages that are worth an exact look."""
        if question.scope is not None:
            return self.pieces.passages_of_articles(sorted(question.scope))[:MOST_IN_SCOPE]
        few = self._few()
        if few is not None:
            return few
        near = self.index.nearest(vector, NEAREST_SENTENCES)
        by_meaning = self.pieces.passages_of_sentences(list(near)).values()
        return list(dict.fromkeys([*by_meaning, *by_words]))

    def _ranked(
        self,
        question: Question,
        vector: Vector,
        found: Sequence[PassageOutline],
        by_words: dict[int, float],
    ) -> list[_Ranked]:
        fresh = _freshness(question, found)
        kept = self.vectors.load([text_hash for one in found for text_hash in one.text_hashes])
        cosines = {text_hash: float(row @ vector) for text_hash, row in kept.items()}
        scored = (
            _score(passage, cosines, by_words.get(passage.id, 0.0), question.language, bonus)
            for passage, bonus in zip(found, fresh, strict=True)
        )
        return sorted(scored, key=lambda one: -one.score)

    def _read(self, ranked: Sequence[_Ranked]) -> Iterator[_Scored]:
        """The same with their words, read as far as they are asked for; what has gone is left."""
        for first in range(0, len(ranked), _READ_AT_ONCE):
            some = ranked[first : first + _READ_AT_ONCE]
            stored = {one.id: one for one in self.pieces.passages([one.id for one in some])}
            for one in some:
                if one.id in stored:
                    yield _Scored(passage=stored[one.id], cosines=one.cosines, score=one.score)


def _freshness(question: Question, found: Sequence[PassageOutline]) -> list[float]:
    """What articles gain by their date.

    The newer ones, where the question is how things are at present; those of the days that it
    names, where it names some.
    """
    published = [one.published for one in found]
    fresh = [0.0] * len(found)
    if asks_for_now(question.as_asked, question.language):
        fresh = measure_freshness(published)
    timely = find_timely(question, published)
    return [
        FRESHNESS_WEIGHT * one + TIMELY_WEIGHT * told
        for one, told in zip(fresh, timely, strict=True)
    ]


def _score(
    passage: PassageOutline,
    cosines: dict[str, float],
    keyword_score: float,
    language: str,
    bonus: float,
) -> _Ranked:
    own = tuple(cosines.get(text_hash, 0.0) for text_hash in passage.text_hashes)
    shared = passage.language == language
    weight = KEYWORD_WEIGHT if shared else KEYWORD_WEIGHT_ACROSS_LANGUAGES
    score = max(own) + weight * keyword_score + bonus
    return _Ranked(id=passage.id, cosines=own, score=score)


def _origins(ranked: Iterable[_Scored]) -> list[list[_Scored]]:
    """The best passages, each with its near-copies in other articles, so that none crowd it out."""
    groups: list[list[_Scored]] = []
    for scored in ranked:
        group = next((group for group in groups if _is_copy(scored, group[0])), None)
        if group is not None:
            group.append(scored)
        elif len(groups) == PASSAGES_READ:
            break
        else:
            groups.append([scored])
    return groups


def _is_copy(one: _Scored, other: _Scored) -> bool:
    mine, theirs = one.passage, other.passage
    return (
        mine.passage.article_id != theirs.passage.article_id
        and mine.source.language == theirs.source.language
        and is_near_copy(mine.passage.text, theirs.passage.text, mine.source.language)
    )


def _candidates(groups: Iterable[Sequence[_Scored]]) -> Iterable[Candidate]:
    for rank, (scored, *copies) in enumerate(groups):
        before = ""
        for stored, cosine in zip(scored.passage.sentences, scored.cosines, strict=True):
            yield Candidate(
                sentence=stored.sentence,
                source=scored.passage.source,
                origin=scored.passage.origin,
                cosine=cosine,
                passage_rank=rank,
                claims=stored.claims,
                before=before,
                copies=1 + len(copies),
            )
            before = stored.sentence.text


def _hit(scored: _Scored) -> Hit:
    passage = scored.passage.passage
    return Hit(
        article_id=passage.article_id,
        version=passage.version,
        start=passage.start,
        end=passage.end,
        score=round(scored.score, 4),
    )
