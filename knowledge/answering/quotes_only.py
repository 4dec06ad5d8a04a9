"""Answering without a model: the best sentences, whole, with the speaker where one is known."""

from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.answering.answer import Outcome, Question, Statement
from knowledge.answering.blame import choose_positions, is_safe
from knowledge.answering.evidence import Candidate, Evidence
from knowledge.answering.judgement import MOST_QUOTED, Judge, Judgement, load_judge
from knowledge.answering.quoted import find_quoted
from knowledge.answering.sides import main_claim, state
from knowledge.text.claim import Claim, Stance
from knowledge.text.copies import is_near_copy
from knowledge.text.words.lexicon import Asked
from knowledge.text.words.reading import Reading, find_asked, read

_BESIDE_RESPONSIBILITY = frozenset({Asked.NUMBER, Asked.TIME, Asked.DURATION, Asked.PLACE})


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
        outcome = Outcome.REFUSED
        for statement in self._answer(question, evidence.candidates):
            yield statement
            outcome = Outcome.ANSWERED
        yield outcome

    def _answer(self, question: Question, candidates: Sequence[Candidate]) -> Iterable[Statement]:
        if not candidates:
            return ()
        if quoted := find_quoted(question.text, question.language, candidates):
            return (state(quoted.candidate, quoted.claim),)
        judgement = self.judge.judge(question, candidates)
        if positions := choose_positions(question, candidates, judgement):
            return (state(position.candidate, position.claim) for position in positions)
        if self.refuses and not (judgement.answered and is_safe(question, judgement)):
            return ()
        return _statements(question, judgement, candidates)


def _statements(
    question: Question, judgement: Judgement, candidates: Sequence[Candidate]
) -> Iterator[Statement]:
    asked = read(question.text, question.language)
    for number in sorted(_quoted(judgement, candidates)):
        claims = _telling(candidates[number].claims, asked)
        named = [c for c in claims if _is_named(c, asked, candidates[number].source.language)]
        yield state(candidates[number], main_claim(named or claims))


def _quoted(judgement: Judgement, candidates: Sequence[Candidate]) -> Sequence[int]:
    """The best sentences, none of which is nearly the same as another."""
    quoted: list[int] = []
    for number in judgement.good:
        one = candidates[number]
        if len(quoted) < MOST_QUOTED and not any(_is_copy(one, candidates[i]) for i in quoted):
            quoted.append(number)
    return quoted


def _is_copy(one: Candidate, other: Candidate) -> bool:
    language = one.source.language
    return language == other.source.language and is_near_copy(
        one.sentence.text, other.sentence.text, language
    )


def _telling(claims: Sequence[Claim], asked: Reading) -> Sequence[Claim]:
    """The claims that can tell what is asked.

    Who claims an attack says that it was theirs; how many died in it, where and when, the article
    says beside it.
    """
    if find_asked(asked)[0] not in _BESIDE_RESPONSIBILITY:
        return claims
    return [claim for claim in claims if claim.stance is not Stance.CLAIMS_RESPONSIBILITY]


def _is_named(claim: Claim, asked: Reading, language: str) -> bool:
    """Whether a question asks by name for the speaker of one of several claims in a sentence."""
    if not claim.speaker or language != asked.language:
        return False
    last = read(claim.speaker, language).topic[-1:]
    return any(word.stem in {w.stem for w in asked.topic} for word in last)
