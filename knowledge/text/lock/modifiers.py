"""Whose it is: the country beside a noun is the one that the quotes have beside it."""

from collections.abc import Iterator

from knowledge.text.lock.alignment import Alignment, Quoted
from knowledge.text.lock.cited import Fault, FaultKind
from knowledge.text.lock.reading import Reading
from knowledge.text.lock.verbs import has_arabic_and

_NEAR = 2


def check_modifiers(alignment: Alignment) -> Iterator[Fault]:
    """ "French ships" where the quotes have British ones, and French soldiers."""
    statement, hangs_on = alignment.statement, alignment.structure.prepositions
    verbs = {p.at for p in alignment.structure.predicates}
    for noun in range(len(statement.tokens)):
        if not statement.is_content[noun] or noun in verbs or _is_land(statement, noun):
            continue
        for land in _lands_beside(statement, noun):
            if (
                hangs_on[land] == hangs_on[noun]
                and alignment.is_borne_out(land)
                and _is_anothers(alignment, noun, land)
            ):
                words = statement.words([land, noun])
                yield Fault(
                    kind=FaultKind.ROLE,
                    words=words,
                    reason=f"“{words}” is not what the cited sentences have; it is another's.",
                )
                return


def _is_anothers(alignment: Alignment, noun: int, land: int) -> bool:
    """Whether the noun stands only beside other countries' names in the quotes."""
    beside = [
        (q, place, set(_lands_beside(q.reading, place)))
        for q in alignment.quotes
        for place in q.words[noun]
    ]
    return bool(beside) and all(
        lands and not _is_near(q, land, place) for q, place, lands in beside
    )


def _is_near(quoted: Quoted, land: int, place: int) -> bool:
    return any(abs(at - place) <= _NEAR for at in quoted.words[land])


def _lands_beside(reading: Reading, noun: int) -> Iterator[int]:
    """Countries right before or behind the noun, with nothing between."""
    for at in (noun - 1, noun + 1):
        joined = any(has_arabic_and(reading, i) for i in (noun, at) if 0 <= i < len(reading.tokens))
        if 0 <= at < len(reading.tokens) and _is_land(reading, at) and not joined:
            yield at


def _is_land(reading: Reading, at: int) -> bool:
    return reading.has(at, "name") and not reading.has(at, "topic")
