"""Speakers who disagree about what was asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from knowledge.answering.evidence import Candidate
from knowledge.answering.looks import Asking
from knowledge.text.claim import Claim, Stance
from knowledge.text.passage import Span
from knowledge.text.words.lexicon import Asked, load_lexicon
from knowledge.text.words.reading import Reading, heard, read, sounds_of
from knowledge.text.words.stems import Word

_WITHIN = 3.5
"""How far behind the best in its choice score a sentence may be to stand as a position."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A claim that somebody makes in a candidate, with the candidate's number."""

    number: int
    claim: Claim
    content: Reading

    @property
    def denies(self) -> bool:
        """Whether the speaker says that it is not so."""
        return self.claim.negated or self.claim.stance in (Stance.DENIES, Stance.DOUBTS)


def find_disagreement(
    asking: Asking, candidates: Sequence[Candidate], scores: Sequence[float]
) -> tuple[Position, Position] | None:
    """The best two positions of different speakers that exclude each other, in reading order.

    Only where the question leaves it open: whether it is so, or whether sources agree.
    """
    asks_agreement = _asks_agreement(asking)
    if not asks_agreement and asking.asked is not Asked.POLAR:
        return None
    positions = sorted(_positions(candidates, scores), key=lambda p: -scores[p.number])
    pairs = [
        (first, second)
        for first, second in combinations(positions, 2)
        if first.claim.speaker != second.claim.speaker
    ]
    found = next((pair for pair in pairs if _deny_each_other(asking, *pair)), None)
    if found is None and asks_agreement:
        found = next((pair for pair in pairs if _blame_others(asking, *pair)), None)
    return found and (min(found, key=_place), max(found, key=_place))


def _place(position: Position) -> int:
    return position.number


def _asks_agreement(asking: Asking) -> bool:
    words = load_lexicon(asking.reading.language).agreement
    if asking.reading.language == "zh":
        return any(word in asking.reading.text for word in words)
    return any(word.folded in words for word in asking.reading.words)


def _positions(candidates: Sequence[Candidate], scores: Sequence[float]) -> Iterator[Position]:
    least = max(scores) - _WITHIN
    for number, candidate in enumerate(candidates):
        if scores[number] >= least:
            for claim in candidate.claims:
                if claim.speaker:
                    text = _content(candidate, claim.content)
                    content = read(text, candidate.source.language)
                    yield Position(number=number, claim=claim, content=content)


def _content(candidate: Candidate, span: Span) -> str:
    start = candidate.sentence.start
    return candidate.sentence.text[max(0, span.start - start) : max(0, span.end - start)]


def _deny_each_other(asking: Asking, first: Position, second: Position) -> bool:
    """One says so, the other that it is not so, both of a name that the question has."""
    return first.denies != second.denies and any(
        _is_named(word, asking, first) and _is_named(word, asking, second) for word in asking.topic
    )


def _is_named(word: Word, asking: Asking, position: Position) -> bool:
    names = position.content.names
    if position.content.language == asking.reading.language:
        return any(word.stem == name.stem for name in names)
    return any(heard(word, sounds_of(name)) for name in names)


def _blame_others(asking: Asking, first: Position, second: Position) -> bool:
    """One accuses; the other says the like, and of nobody whom the first accuses."""
    if first.denies or second.denies:
        return False
    for accuser, other in ((first, second), (second, first)):
        accused = {name.stem for name in accuser.content.names}
        alike = (accuser.content.topic_stems & other.content.topic_stems) - accused
        if first.content.language == asking.reading.language:
            alike &= asking.reading.topic_stems
        names_other = not accused & other.content.topic_stems
        if accuser.claim.stance is Stance.ACCUSES and alike and names_other:
            return True
    return False
