"""The answerer: one question in, checked statements and an answer out.

Retrieve, compose, check. Whatever a composer says, a statement leaves here only with quotes that
are, at this moment, the characters of the store.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Protocol

from knowledge.answering.answer import (
    Answer,
    Citation,
    Event,
    Notice,
    Outcome,
    Premise,
    Question,
    Statement,
)
from knowledge.answering.composer import Composer, CompositionError
from knowledge.answering.evidence import Candidate, Evidence
from knowledge.answering.follow_ups import ByRules, Understanding, read_turns, tell_language
from knowledge.answering.halves import split_question
from knowledge.answering.premises import Correction, find_correction
from knowledge.answering.recency import warn_of_age
from knowledge.answering.sides import Told, show_sides, state
from knowledge.answering.stages import Stages
from knowledge.errors import ArticleNotFoundError, QuoteNotFoundError
from knowledge.text.article import Article
from knowledge.text.quote import check_quote, quote_sentence
from knowledge.text.words.reading import read

_FALLBACK_LANGUAGE = "en"

_LEAST_TOPIC = 4
"""Words with a topic in a passage that is shown as the nearest, where there is one with so many."""

QUOTES = "quotes"
"""The mode of an answer that no model has worded."""

LONGEST_QUESTION = 1000
"""Code points; what is past them is not read."""


def read_today() -> date:
    """The day it is, in UTC."""
    return datetime.now(UTC).date()


class Retrieval(Protocol):
    """Finds evidence."""

    def retrieve(self, question: Question, stages: Stages) -> Evidence: ...


class Articles(Protocol):
    """The articles as the store has them now."""

    def article(self, article_id: str, version: int | None = None) -> Article: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerer:
    """Answers questions about the articles.

    Attributes:
        model: The composer that is tried first, where one is set.
        quotes: The composer that always works.
        understanding: Makes a question stand by itself.
    """

    retrieval: Retrieval
    articles: Articles
    quotes: Composer
    model: Composer | None = None
    understanding: Understanding = field(default_factory=ByRules)
    today: Callable[[], date] = read_today

    async def answer(
        self,
        text: str,
        *,
        language: str = "",
        scope: Iterable[str] | None = None,
        previous: str | Sequence[str] = (),
    ) -> AsyncIterator[Event]:
        """Yield each statement as it is checked, and then the answer.

        The answer is what counts: where a model fails half way, statements that were yielded
        before are not in it.

        Args:
            language: To answer in; without it, the question's own.
            scope: Identifiers of the only articles to read; None is all.
            previous: The chat's questions before this one as they were understood, oldest
                first; or the last alone.
        """
        stages = Stages()
        asked = _readable(text)
        turns = read_turns((previous,) if isinstance(previous, str) else previous)
        language = language or tell_language(asked, turns) or _FALLBACK_LANGUAGE
        with stages.stage("understand"):
            understood = await self.understanding.understand(asked, language, turns)
        question = Question(
            text=understood,
            language=language,
            scope=None if scope is None else frozenset(scope),
            asked="" if understood == asked else asked,
            today=self.today(),
        )
        drafts: list[_Draft] = []
        for part in _parts(question):
            one = replace(question, text=part)
            evidence = await asyncio.to_thread(self.retrieval.retrieve, one, stages)
            drafts.append(_Draft(one, evidence))
            with stages.stage("compose"):
                async for statement in self._compose(drafts[-1]):
                    yield statement
        answered = any(draft.statements for draft in drafts)
        nearest = () if answered else self._nearest(drafts[0].evidence)
        answer = _finish(question, drafts, nearest, stages)
        yield _with_age(answer, self.today())

    async def final_answer(
        self,
        text: str,
        *,
        language: str = "",
        scope: Iterable[str] | None = None,
        previous: str | Sequence[str] = (),
    ) -> Answer:
        """The answer alone, for those who do not show statements as they come."""
        events = self.answer(text, language=language, scope=scope, previous=previous)
        last: Event | None = None
        async for event in events:
            last = event
        if not isinstance(last, Answer):
            raise TypeError("the answerer ended without an answer")
        return last

    async def _compose(self, draft: "_Draft") -> AsyncIterator[Statement]:
        correction = find_correction(draft.question, draft.evidence.candidates)
        if correction is not None:
            for statement in draft.correct(correction, self._stands):
                yield statement
            if draft.statements:
                return
        if self.model is not None and draft.evidence.candidates:
            try:
                async for statement in self._compose_with(self.model, draft):
                    yield statement
                return
            except CompositionError:
                draft.start_again(Notice.MODEL_FAILED)
        async for statement in self._compose_with(self.quotes, draft):
            yield statement

    async def _compose_with(self, composer: Composer, draft: "_Draft") -> AsyncIterator[Statement]:
        draft.mode = composer.mode
        async for item in composer.compose(draft.question, draft.evidence):
            if isinstance(item, Outcome):
                draft.outcome = item
            elif self._stands(item.citations):
                draft.statements.append(item)
                yield item
        for statement in draft.show_sides(self._stands):
            yield statement

    def _stands(self, citations: Iterable[Citation]) -> bool:
        """Whether every quote is, character for character, what the store has."""
        try:
            for citation in citations:
                quote = citation.quote
                check_quote(quote, self.articles.article(quote.article_id, quote.version))
        except (QuoteNotFoundError, ArticleNotFoundError):
            return False
        return True

    def _nearest(self, evidence: Evidence) -> tuple[Citation, ...]:
        if not evidence.candidates:
            return ()
        best = max(evidence.candidates, key=_nearness)
        nearest = Citation(quote=quote_sentence(best.sentence), source=best.source)
        return (nearest,) if self._stands((nearest,)) else ()


def _readable(text: str) -> str:
    """The question without half characters, which cannot be written down, and not too long."""
    whole = text[:LONGEST_QUESTION].encode("utf-16", "surrogatepass")
    return whole.decode("utf-16", "replace")


def _nearness(candidate: Candidate) -> tuple[bool, float]:
    """Sentences before scraps of them ("Putin."), and the nearest first."""
    topic = read(candidate.sentence.text, candidate.source.language).topic
    return len(topic) >= _LEAST_TOPIC, candidate.cosine


class _Draft:
    """An answer while it is being made."""

    def __init__(self, question: Question, evidence: Evidence) -> None:
        self.question = question
        self.evidence = evidence
        self.mode = ""
        self.outcome = Outcome.REFUSED
        self.statements: list[Statement] = []
        self.premise: Premise | None = None
        rebuilding = (Notice.INDEX_REBUILDING,) if evidence.rebuilding else ()
        self.notices: tuple[Notice, ...] = rebuilding

    def start_again(self, notice: Notice) -> None:
        self.statements.clear()
        self.outcome = Outcome.REFUSED
        self.notices = (*self.notices, notice)

    def correct(
        self, correction: Correction, stands: Callable[[Iterable[Citation]], bool]
    ) -> list[Statement]:
        """Say what the articles say against what the question takes for granted."""
        said = (state(one.candidate, one.claim) for one in correction.positions)
        self.statements = [one for one in said if stands(one.citations)]
        if self.statements:
            self.mode, self.outcome = QUOTES, Outcome.ANSWERED
            self.premise = correction.premise
        return list(self.statements)

    def show_sides(self, stands: Callable[[Iterable[Citation]], bool]) -> list[Statement]:
        """Add what contradicts the statements so far; what was added, where its quotes stand."""
        told = Told(statements=tuple(self.statements), outcome=self.outcome)
        shown = show_sides(self.question, self.evidence, told)
        added = [one for one in shown.statements if one not in told.statements]
        kept = [one for one in added if stands(one.citations)]
        if len(kept) == len(added):
            self.outcome = shown.outcome
        self.statements = [one for one in shown.statements if one not in added or one in kept]
        return kept


def _finish(
    question: Question, drafts: Sequence[_Draft], nearest: tuple[Citation, ...], stages: Stages
) -> Answer:
    """One answer from those to the parts of a question."""
    answered = [draft for draft in drafts if draft.statements]
    statements = dict.fromkeys(one for draft in answered for one in draft.statements)
    return Answer(
        question=question,
        outcome=_outcome(answered, of=len(drafts)),
        statements=tuple(statements),
        nearest=nearest,
        retrieved=tuple(dict.fromkeys(hit for draft in drafts for hit in draft.evidence.hits)),
        mode=max((draft.mode for draft in answered or drafts), key=_is_model),
        notices=tuple(dict.fromkeys(notice for draft in drafts for notice in draft.notices)),
        premise=next((draft.premise for draft in answered if draft.premise), None),
        unanswered=tuple(d.question.text for d in drafts if answered and d not in answered),
        milliseconds=stages.milliseconds(),
    )


def _parts(question: Question) -> Sequence[str]:
    """The halves of a question; one put together with an earlier one stays whole."""
    return (question.text,) if question.asked else split_question(question.text, question.language)


def _with_age(answer: Answer, today: date) -> Answer:
    sources = [citation.source for citation in answer.citations or answer.nearest]
    aged = warn_of_age(answer.question, sources, today)
    return replace(answer, notices=answer.notices + aged)


def _is_model(mode: str) -> bool:
    return mode != QUOTES


def _outcome(answered: Sequence[_Draft], *, of: int) -> Outcome:
    """Refused where no part is answered, partial where some are."""
    outcomes = {draft.outcome for draft in answered}
    if not answered or outcomes == {Outcome.REFUSED}:
        return Outcome.REFUSED
    if len(answered) < of or Outcome.PARTIAL in outcomes:
        return Outcome.PARTIAL
    return Outcome.DISPUTED if Outcome.DISPUTED in outcomes else Outcome.ANSWERED
