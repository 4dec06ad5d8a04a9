"""A cited sentence without what may be left out of it: it says less, and is read more surely.

What is left out are parentheses, relative clauses and appositions between commas, what opens the
sentence before a comma, and what follows its main clause behind one; never words that deny, doubt,
bound or attribute. They are replaced by spaces, so that all places stay where they are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.text.lock.cited import CitedSentence
from knowledge.text.lock.clauses import Clause
from knowledge.text.lock.predicates import Structure, find_structure
from knowledge.text.lock.reading import Reading, read

_TELLING = frozenset({"negation", "hedge", "saying", "bound", "scope", "cause", "concession"})
_FOLLOWING = frozenset({"relative", "subordinator", "but", "and", "comma"})
_OPENING = frozenset({"", "subordinator"})
_MOST = 8
_COMMAS = ",،"

Part = tuple[int, int]
"""Characters from the first to past the last."""


def shorten(cited: CitedSentence) -> Iterator[CitedSentence]:
    """Up to so many shorter sentences, each of which holds if the sentence does."""
    whole = _without(cited, _parentheses(cited))
    if whole.text != cited.text:
        yield whole
    reading = read(whole.text, whole.language)
    structure = find_structure(reading)
    inner = [*_inserted(reading, structure), *_opening(reading, structure)]
    parts = [*inner, *_following(reading, structure)][:_MOST]
    for part in parts:
        yield _without(whole, [part])
    if len(inner) > 1:
        yield _without(whole, inner)


def _without(cited: CitedSentence, parts: Iterable[Part]) -> CitedSentence:
    text = cited.text
    for start, end in parts:
        text = text[:start] + " " * (end - start) + text[end:]
    return replace(cited, text=text)


def _parentheses(cited: CitedSentence) -> Iterator[Part]:
    depth, start = 0, 0
    for at, letter in enumerate(cited.text):
        if letter in "([":
            start = start if depth else at
            depth += 1
        elif letter in ")]" and depth:
            depth -= 1
            if not depth and not _tells(read(cited.text[start : at + 1], cited.language)):
                yield start, at + 1


def _tells(reading: Reading, start: int = 0, end: int = 1 << 30) -> bool:
    """Whether a word there changes what the rest of the sentence says."""
    return any(f.sense.table in _TELLING and start <= f.start < end for f in reading.found)


def _is_needed(reading: Reading, structure: Structure, clause: Clause) -> bool:
    """Whether a clause changes what the rest says, has figures, or names who does something there.

    Figures stay, so that those of the rest are not taken for another's.
    """
    places = range(clause.start, clause.end)
    return (
        _tells(reading, clause.start, clause.end)
        or any(f.start in places for f in reading.figures)
        or _does(structure, clause)
    )


def _inserted(reading: Reading, structure: Structure) -> Iterator[Part]:
    """Clauses between two commas that are relative, or have no verb."""
    clauses = structure.clauses
    for number in range(1, len(clauses) - 1):
        clause, following = clauses[number], clauses[number + 1]
        closes = following.opener == "comma" and _is_comma(reading, following.start)
        opens = _is_comma(reading, clause.start)
        has_verb = any(clause.start <= p.at < clause.end for p in structure.predicates)
        may_go = clause.opener == "relative" or (clause.opener == "comma" and not has_verb)
        is_listed = "and" in reading.openers[min(following.start + 1, len(reading.tokens) - 1)]
        is_free = not is_listed and not _is_needed(reading, structure, clause)
        if opens and closes and may_go and is_free:
            yield _characters(reading, clause.start, following.start + 1)


def _opening(reading: Reading, structure: Structure) -> Iterator[Part]:
    """What stands before the first comma, where it is no main clause."""
    clauses = structure.clauses
    if len(clauses) < 3 or clauses[0].opener not in _OPENING:
        return
    first, second = clauses[:2]
    has_verb = any(p.at < first.end for p in structure.predicates)
    if second.opener != "comma" or not _is_comma(reading, second.start):
        return
    hangs = first.opener == "subordinator" or bool(
        structure.prepositions[_last(reading, first.end)]
    )
    if hangs and (not has_verb or first.opener) and not _is_needed(reading, structure, first):
        yield _characters(reading, 0, second.start + 1)


def _does(structure: Structure, clause: Clause) -> bool:
    """Whether somebody is named there who does something elsewhere."""
    places = set(range(clause.start, clause.end))
    return any(
        p.at not in places and not places.isdisjoint(p.subject | p.wider | p.object)
        for p in structure.predicates
    )


def _last(reading: Reading, end: int) -> int:
    return next((i for i in range(end - 1, -1, -1) if reading.is_content[i]), 0)


def _following(reading: Reading, structure: Structure) -> Iterator[Part]:
    """All that stands behind a comma, from a clause that hangs on the main clause or adds to it."""
    clauses = structure.clauses
    last = len(clauses) - (clauses[-1].opener == "stop" if clauses else 0)
    for number in range(1, last):
        start = clauses[number].start
        if clauses[number].opener not in _FOLLOWING or not _is_comma(reading, start):
            continue
        rest = range(start, clauses[last - 1].end)
        has_figures = any(f.start in rest for f in reading.figures)
        if not has_figures and not _tells(reading, start, rest.stop):
            yield _characters(reading, start, clauses[last - 1].end)


def _is_comma(reading: Reading, at: int) -> bool:
    return reading.tokens[at].text in _COMMAS


def _characters(reading: Reading, start: int, end: int) -> Part:
    return reading.tokens[start].start, reading.tokens[end - 1].end
