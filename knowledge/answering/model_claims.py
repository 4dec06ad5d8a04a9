"""Claims that a model picks by number: speaker and stance are told from the article's data."""

from collections.abc import Sequence
from itertools import combinations

from knowledge.answering.answer import Citation, Statement
from knowledge.answering.model_sheet import Told, cited_sentence
from knowledge.answering.positions import denies
from knowledge.text.lock.reading import Reading
from knowledge.text.lock.telling import content_reading, read_telling


def tell_claim(told: Told, gloss: str, citations: tuple[Citation, ...]) -> Statement:
    """The claim as a statement; all but *gloss* is the article's data."""
    claim = told.claim
    telling = read_telling(claim, cited_sentence(told.candidate))
    return Statement(
        text="",
        gloss=gloss,
        speaker=claim.speaker,
        label=claim.label,
        stance=claim.stance,
        withheld=telling.is_withheld,
        hedges=telling.hedges,
        via=claim.via,
        citations=citations,
    )


def disagree(picked: Sequence[Told]) -> bool:
    """Whether two speakers are told of whom one denies something of a name, and the other not."""
    return any(
        one.claim.speaker != other.claim.speaker
        and denies(one.claim) != denies(other.claim)
        and not _names(one).isdisjoint(_names(other))
        for one, other in combinations(picked, 2)
    )


def _names(told: Told) -> frozenset[str]:
    """What the names of what is said are compared by, also across languages."""
    reading = content_reading(told.claim, cited_sentence(told.candidate))
    return reading.keys_of(_places(reading)) - reading.keys_of(_places_of_speaker(reading, told))


def _places(reading: Reading) -> list[int]:
    return [i for i, is_name in enumerate(reading.is_name) if is_name]


def _places_of_speaker(reading: Reading, told: Told) -> list[int]:
    words = told.claim.speaker.casefold().split()
    return [i for i, token in enumerate(reading.tokens) if token.folded in words]
