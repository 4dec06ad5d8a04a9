"""Exchanges: two words, each of which stands where the other stands in the quote."""

from collections.abc import Iterator
from itertools import combinations

from knowledge.text.lock.alignment import Alignment, Quoted
from knowledge.text.lock.cited import Fault, FaultKind
from knowledge.text.lock.likeness import share
from knowledge.text.lock.predicates import Structure
from knowledge.text.lock.reading import Reading

_Slots = dict[int, frozenset[str]]
_SUBJECT = "subject"
_OBJECT = "object"
_PREPOSITIONS = frozenset({"before", "after", "while", "from", "to", "against", "in", "by"})


def check_exchanged(alignment: Alignment) -> Iterator[Fault]:
    """Two words, each of which stands where the other stands in the quote."""
    statement = alignment.statement
    own = _find_slots(statement, alignment.structure)
    for quoted in alignment.quotes:
        theirs = _find_slots(quoted.reading, quoted.structure)
        for one, other in combinations(sorted(own), 2):
            names = alignment.is_name(one), alignment.is_name(other)
            if not any(names) or (not all(names) and not quoted.is_same_language):
                continue
            if _is_exchanged(own, theirs, quoted, one, other) or _stand_exchanged(
                alignment, quoted, one, other
            ):
                words = statement.words({one, other})
                yield Fault(
                    kind=FaultKind.ROLE,
                    words=words,
                    reason=f"“{words}” have changed places with each other.",
                )
                return


def _stand_exchanged(alignment: Alignment, quoted: Quoted, one: int, other: int) -> bool:
    """In one language: each name stands behind the little word that the other has in the quote.

    "From Morocco to Aveiro" is not "from Aveiro to Morocco".
    """
    if not quoted.is_same_language or not one:
        return False
    statement, reading = alignment.statement, quoted.reading
    leads = [statement.tokens[i - 1].folded for i in (one, other)]
    if leads[0] == leads[1] or any(statement.is_content[i - 1] for i in (one, other)):
        return False
    theirs = [{reading.tokens[p - 1].folded for p in quoted.words[i] if p} for i in (one, other)]
    return theirs[0] == {leads[1]} and theirs[1] == {leads[0]}


def _is_exchanged(own: _Slots, theirs: _Slots, quoted: Quoted, one: int, other: int) -> bool:
    here = [theirs[p] for p in quoted.words[one] if p in theirs]
    there = [theirs[p] for p in quoted.words[other] if p in theirs]
    if not here or not there or share(own[one], own[other]):
        return False
    return all(share(s, own[other]) and not share(s, own[one]) for s in here) and all(
        share(s, own[one]) and not share(s, own[other]) for s in there
    )


def _find_slots(reading: Reading, structure: Structure) -> _Slots:
    """What each word is to its verb: subject, object, or what its preposition means."""
    slots = {
        i: _meanings(reading, i, preposition)
        for i, preposition in enumerate(structure.prepositions)
        if preposition
    }
    for predicate in reversed(structure.predicates):  # the first verb tells, later ones inherit
        slots |= dict.fromkeys(predicate.object, frozenset({_OBJECT}))
        slots |= dict.fromkeys(predicate.subject, frozenset({_SUBJECT}))
    return {i: slot for i, slot in slots.items() if reading.is_content[i]}


def _meanings(reading: Reading, at: int, preposition: str) -> frozenset[str]:
    for i in range(at, -1, -1):
        if reading.tokens[i].folded == preposition:
            known = {s.concept for s in reading.senses[i] if s.table in {"time", "grammar"}}
            return frozenset(known & _PREPOSITIONS or {"other"})
    return frozenset({"other"})
