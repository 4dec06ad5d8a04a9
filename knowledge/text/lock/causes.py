"""Causes: none that the quotes don't give, and none the other way round."""

from collections.abc import Iterator

from knowledge.text.lock.alignment import Alignment
from knowledge.text.lock.cited import Fault, FaultKind
from knowledge.text.lock.lexicon import Found
from knowledge.text.lock.predicates import Structure
from knowledge.text.lock.reading import Reading


def check_causes(alignment: Alignment) -> Iterator[Fault]:
    """Words like "because" that are added, or whose two sides are exchanged."""
    statement = alignment.statement
    for found in statement.found:
        if found.sense.table != "cause" or found.sense.concept == "noun":
            continue
        if found.start and statement.has(found.start - 1, "negation", "implicit"):
            continue  # "without causing"
        words = statement.words(range(found.start, found.end))
        if not alignment.concepts("cause"):
            if not alignment.is_same_language:
                continue  # other languages leave it to the order of clauses
            yield Fault(
                kind=FaultKind.CAUSE,
                words=words,
                reason=f"The cited sentences give no cause; “{words}” is added.",
            )
        elif not any(_agrees(alignment, found, number) for number in range(len(alignment.quotes))):
            yield Fault(
                kind=FaultKind.CAUSE,
                words=words,
                reason=f"The cited sentences give cause and effect of “{words}” otherwise.",
            )


def _agrees(alignment: Alignment, own: Found, number: int) -> bool:
    quoted = alignment.quotes[number]
    cause, effect = _sides(alignment.statement, alignment.structure, own)
    for found in quoted.reading.found:
        if found.sense.table != "cause":
            continue
        if found.sense.concept == "noun":
            return True  # it does not tell its two sides
        theirs = _sides(quoted.reading, quoted.structure, found)
        places = (
            {p for i in cause for p in quoted.words[i]},
            {p for i in effect for p in quoted.words[i]},
        )
        if all(_leans(p, theirs[s], theirs[1 - s]) for s, p in enumerate(places)):
            return True
    return False


def _leans(places: set[int], right: set[int], wrong: set[int]) -> bool:
    return len(places & wrong) <= len(places & right)


def _sides(reading: Reading, structure: Structure, found: Found) -> tuple[set[int], set[int]]:
    """The words of the cause, and those of the effect."""
    number = structure.clause_of[found.start]
    first, last = _sentence(structure, number)
    before = {i for i in range(first, found.start) if reading.is_content[i]}
    after = {i for i in range(found.end, last) if reading.is_content[i]}
    if not before:  # "Because of this, that"
        end = structure.clauses[number].end
        before = {i for i in after if i >= end}
        after -= before
    by = any(reading.has(i, "grammar", "by") for i in range(found.end, min(found.end + 2, last)))
    is_leading = found.sense.concept == "leads" and not by
    return (before, after) if is_leading else (after, before)


def _sentence(structure: Structure, number: int) -> tuple[int, int]:
    first = last = number
    while first > 0 and structure.clauses[first].opener != "stop":
        first -= 1
    while last + 1 < len(structure.clauses) and structure.clauses[last + 1].opener != "stop":
        last += 1
    return structure.clauses[first].start, structure.clauses[last].end
