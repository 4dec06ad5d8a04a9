"""Positions: what somebody says in a candidate, and on which side of it they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.answering.evidence import Candidate
from knowledge.text.claim import Claim, Stance
from knowledge.text.words.reading import Reading, read

AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})
"""Stances that say by themselves that something is not so."""


def denies(claim: Claim) -> bool:
    """Whether its speaker says that it is not so."""
    return claim.negated or claim.stance in AGAINST


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A claim that somebody makes in a candidate."""

    candidate: Candidate
    claim: Claim

    @property
    def speaker(self) -> str:
        """Who holds it."""
        return self.claim.speaker

    @property
    def denies(self) -> bool:
        """Whether the speaker says that it is not so."""
        return denies(self.claim)

    @property
    def withholds(self) -> bool:
        """Whether the speaker only does not say it ("did not confirm"), which takes no side."""
        return self.claim.negated and self.claim.stance not in AGAINST and not self.content.negated

    @property
    def content(self) -> Reading:
        """What is said, in the article's words."""
        sentence, span = self.candidate.sentence, self.claim.content
        start, end = (max(at - sentence.start, 0) for at in (span.start, span.end))
        return read(sentence.text[start:end], self.candidate.source.language)

    def is_of(self, other: "Position") -> bool:
        """Whether both are held by one speaker."""
        return self.speaker == other.speaker


def positions_in(candidates: Iterable[Candidate]) -> Iterator[Position]:
    """Every claim that has a speaker, in the order of the candidates."""
    for candidate in candidates:
        for claim in candidate.claims:
            if claim.speaker:
                yield Position(candidate=candidate, claim=claim)
