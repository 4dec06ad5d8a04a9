"""Answering without a model: the best sentences, whole, with the speaker where one is known."""

from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field, replace

from knowledge.answering.answer import Citation, Outcome, Question, Statement
from knowledge.answering.blame import choose_positions
from knowledge.answering.evidence import Candidate, Evidence
from knowledge.answering.judgement import Judge, Judgement, load_judge
from knowledge.answering.quoted import find_quoted
from knowledge.text.claim import Claim, Stance
from knowledge.text.quote import quote_sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotesOnlyComposer:
    """Quotes the sentences that answer, or refuses; always works.

    Attributes:
        refuses: Whether it may refuse where there is evidence; without it, the best sentence is
            quoted whatever it is worth. For measuring how well sentences are chosen.
    """

    judge: Judge = field(default_factory=load_judge)
    refuses: bool = True
    mode: str = "quotes"

    async def compose(
        self, question: Question, evidence: Evidence
    ) -> AsyncIterator[Statement | Outcome]:
        """Yield a statement a sentence, in reading order, and the outcome as the last item."""
        statements, outcome = self._answer(question, evidence.candidates)
        for statement in statements:
            yield statement
        yield outcome

    def _answer(
        self, question: Question, candidates: Sequence[Candidate]
    ) -> tuple[tuple[Statement, ...], Outcome]:
        if not candidates:
            return (), Outcome.REFUSED
        if quoted := find_quoted(question.text, question.language, candidates):
            return (_state(quoted.candidate, quoted.claim),), Outcome.ANSWERED
        judgement = self.judge.judge(question, candidates)
        if choice := choose_positions(question, candidates, judgement):
            held = (_state(position.candidate, position.claim) for position in choice.positions)
            return tuple(held), choice.outcome
        if self.refuses and not judgement.answered:
            return (), Outcome.REFUSED
        outcome = Outcome.DISPUTED if judgement.disagreement else Outcome.ANSWERED
        return tuple(_statements(judgement, candidates)), outcome


def _statements(judgement: Judgement, candidates: Sequence[Candidate]) -> Iterator[Statement]:
    if judgement.disagreement:
        for position in judgement.disagreement:
            yield _state(candidates[position.number], position.claim)
        return
    for number in sorted(judgement.chosen):
        yield _state(candidates[number], _main_claim(candidates[number].claims))


def _state(candidate: Candidate, claim: Claim | None) -> Statement:
    return Statement(
        text="",
        speaker=claim.speaker if claim else "",
        label=claim.label if claim else "",
        stance=claim.stance if claim else Stance.STATES,
        citations=(Citation(quote=quote_sentence(candidate.sentence), source=candidate.source),),
    )


def _main_claim(claims: Sequence[Claim]) -> Claim | None:
    """The first claim that somebody makes; who says several things in a sentence just "says" it."""
    first = next((claim for claim in claims if claim.speaker), None)
    if first is None or len({c.stance for c in claims if c.speaker == first.speaker}) == 1:
        return first
    return replace(first, stance=Stance.SAYS)
