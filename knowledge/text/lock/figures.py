"""Figures: the same value, unit and exactness, and about the same thing."""

from collections.abc import Iterator, Sequence

from knowledge.text.lock.alignment import Alignment, Quoted
from knowledge.text.lock.cited import Fault, FaultKind
from knowledge.text.lock.equivalents import is_told_otherwise
from knowledge.text.lock.measures import Figure
from knowledge.text.lock.nearness import Contest, Spot, prefers_rival
from knowledge.text.lock.predicates import Structure
from knowledge.text.lock.reading import Reading, is_general
from knowledge.text.lock.scope import load_groups
from knowledge.text.lock.utterances import find_utterances

_LOOSE_UNITS = frozenset(
    {"year", "day", "hour", "monthunit", "set", "dozenunit", "second", "metre", "decade", "degree"}
)
"""Units that may be told or left out: "18", "18-year-old"; "at 12 o'clock"."""


_RANGE = 4
"""Tokens from the first figure of a range to the second, at most."""


_MEASURES = frozenset(
    {
        "minute", "hour", "week", "monthunit", "km", "sqkm", "mile", "kg", "tonne", "dollar",
        "euro", "ruble",
    }
)  # fmt: skip
"""Units that are named only where something is measured."""


def check_units(alignment: Alignment) -> Iterator[Fault]:
    """Measures without a figure: "a few minutes" are not "a few hours"."""
    theirs = alignment.concepts("unit")
    for found in alignment.statement.found:
        table, concept = found.sense
        if table == "unit" and concept in _MEASURES and concept not in theirs:
            words = alignment.statement.words(range(found.start, found.end))
            yield Fault(
                kind=FaultKind.FIGURE,
                words=words,
                reason=f"The cited sentences don't measure in “{words}”.",
            )
            return


def check_figures(alignment: Alignment) -> Iterator[Fault]:
    """Every figure of the statement, against those of the quotes."""
    for figure in alignment.statement.figures:
        words = alignment.statement.words(range(figure.start, figure.end))
        reason = _reason(alignment, figure, words)
        if reason:
            yield Fault(kind=FaultKind.FIGURE, words=words, reason=reason)


def _reason(alignment: Alignment, figure: Figure, words: str) -> str:
    candidates = [
        (q, f)
        for q in alignment.quotes
        for f in q.reading.figures
        if f.value == figure.value and _same_kind(f.kind, figure.kind)
    ]
    if not candidates and is_told_otherwise(alignment, figure):
        return ""
    if not candidates:
        return f"“{words}” is not in the cited sentences."
    candidates = [(q, f) for q, f in candidates if _same_unit(figure.unit, f.unit)]
    if not candidates:
        return f"The cited sentences give another unit for “{words}”."
    nearest = max(_likeness(alignment, figure, q, f) for q, f in candidates)
    candidates = [
        (q, f)
        for q, f in candidates
        if figure.bounds == f.bounds and _likeness(alignment, figure, q, f) == nearest
    ]
    if not candidates:
        return f"The cited sentences say otherwise how exact “{words}” is (at least, up to, about)."
    return _other_reason(alignment, figure, words, candidates)


def _other_reason(
    alignment: Alignment,
    figure: Figure,
    words: str,
    candidates: Sequence[tuple[Quoted, Figure]],
) -> str:
    """Why a figure that is exactly so in the quotes is still not the quotes'; "" if it is."""
    if _counts_other(alignment, figure, candidates):
        return f"In the cited sentences “{words}” counts something else."
    is_part = figure.kind == "number" and not _is_whole(alignment.statement, figure)
    if is_part and all(_is_whole(q.reading, f) for q, f in candidates):
        return f"In the cited sentences “{words}” is the whole of which only a part is meant."
    if all(_happens_otherwise(alignment, figure, q, f) for q, f in candidates):
        return f"In the cited sentences something else happens to “{words}”."
    if all(
        _is_moved(alignment, figure, q, f) or _is_of_other_subject(alignment, figure, q, f)
        for q, f in candidates
    ):
        return f"In the cited sentences “{words}” belongs to something else."
    return ""


def _counts_other(
    alignment: Alignment, figure: Figure, candidates: Sequence[tuple[Quoted, Figure]]
) -> bool:
    """Whether what is counted has a known meaning, and the quotes count something else known."""
    at = _counted(alignment.statement, figure)
    if at < 0 or is_general(alignment.statement, at):
        return False
    if alignment.is_borne_out(at):
        return all(_is_counted_by_other(q, f, at) for q, f in candidates)
    theirs = [(q, _counted(q.reading, f)) for q, f in candidates]
    return all(f.unit for _, f in candidates) or all(place >= 0 for _, place in theirs)


def _is_counted_by_other(quoted: Quoted, same: Figure, at: int) -> bool:
    """Whether the noun stands in the quote only behind other numbers, and this one has its own."""
    others = {_counted(quoted.reading, f) for f in quoted.reading.figures if f != same}
    places = set(quoted.words[at])
    mine = _counted(quoted.reading, same)
    if not places or mine < 0 or mine in places:
        return False
    return places <= others or any(_are_opposed(quoted.reading, mine, p) for p in places)


def _are_opposed(reading: Reading, one: int, other: int) -> bool:
    """Whether two nouns exclude each other: the dead and the injured."""
    sides = [{f"topic:{c}" for c in reading.concepts(at, "topic")} for at in (one, other)]
    return sides[0].isdisjoint(sides[1]) and any(
        group & sides[0] and group & sides[1] for group in load_groups()
    )


def _counted(reading: Reading, figure: Figure) -> int:
    """The noun of known meaning right behind a number without a unit, or -1."""
    if figure.kind != "number" or figure.unit or figure.end >= len(reading.tokens):
        return -1
    known = reading.is_content[figure.end] and reading.has(figure.end, "topic")
    return figure.end if known else -1


def _happens_otherwise(alignment: Alignment, figure: Figure, quoted: Quoted, same: Figure) -> bool:
    """Whether so many are told to be killed, and in the quote to be injured."""
    own = _verb_behind(alignment.statement, alignment.structure, figure)
    theirs = _verb_behind(quoted.reading, quoted.structure, same)
    if not own or not theirs or own & theirs:
        return False
    return any(group & own and group & theirs for group in load_groups())


def _verb_behind(reading: Reading, structure: Structure, figure: Figure) -> set[str]:
    """What the first verb behind the figure in its clause means."""
    end = structure.clauses[structure.clause_of[figure.start]].end
    verbs = [p.at for p in structure.predicates if figure.end <= p.at < end]
    return {f"topic:{c}" for c in reading.concepts(verbs[0], "topic")} if verbs else set()


def _is_whole(reading: Reading, figure: Figure) -> bool:
    """Whether the figure is that of which another one is a part: "two of the five"."""
    near = range(max(0, figure.start - _RANGE), figure.start)
    of = [i for i in near if reading.concepts(i, "grammar") & {"of", "from"}]
    return any(f.end in of and f.kind == "number" for f in reading.figures)


def _same_kind(one: str, other: str) -> bool:
    return one == other or {one, other} == {"number", "year"}


def _likeness(alignment: Alignment, figure: Figure, quoted: Quoted, same: Figure) -> float:
    """How near the words that the figure has around it in the statement stand to it here."""
    return sum(
        1 / (1 + abs(same.start - p) + abs(figure.start - at))
        for at, places in enumerate(quoted.words)
        for p in places[:1]
        if alignment.statement.is_content[at]
    )


def _same_unit(one: str, other: str) -> bool:
    return one == other or ((one or other) in _LOOSE_UNITS and not (one and other))


def _is_moved(alignment: Alignment, figure: Figure, quoted: Quoted, same: Figure) -> bool:
    """Whether the words around the figure stand nearer to another figure in the quote."""
    rivals = [
        f
        for f in quoted.reading.figures
        if f.kind == figure.kind and f.value != figure.value and f.unit == same.unit
    ]
    return any(_is_rather(alignment, figure, quoted, same, rival) for rival in rivals)


def _is_of_other_subject(
    alignment: Alignment, figure: Figure, quoted: Quoted, same: Figure
) -> bool:
    """Whether the clause there is about another, and the statement's subject has its own figure.

    "Boeing delivered 37, while Airbus delivered 53" does not say that Airbus delivered 37.
    """
    mine = {
        p
        for i in _subject(alignment.statement, alignment.structure, figure)
        if not is_general(alignment.statement, i)
        for p in quoted.words[i]
    }
    there = _subject(quoted.reading, quoted.structure, same)
    told = {p for places in quoted.words for p in places}
    if not mine or not there or mine & there or there & told:
        return False
    rivals = [f for f in quoted.reading.figures if f.kind == figure.kind and f != same]
    return any(mine & _subject(quoted.reading, quoted.structure, f) for f in rivals)


def _subject(reading: Reading, structure: Structure, figure: Figure) -> frozenset[int]:
    """Who does what the last verb before the figure in its clause tells.

    Where no verb is known there, the clause's first noun.
    """
    clause = structure.clauses[structure.clause_of[figure.start]]
    before = [p for p in structure.predicates if clause.start <= p.at < figure.start]
    first = [i for i in range(clause.start, figure.start) if reading.is_content[i]][:1]
    return before[-1].subject if before else frozenset(first)


def _is_rather(
    alignment: Alignment, figure: Figure, quoted: Quoted, same: Figure, rival: Figure
) -> bool:
    own_rivals = [
        _spot(f)
        for f in alignment.statement.figures
        if (f.kind, f.value) == (rival.kind, rival.value)
    ]
    pair = next((r for r in own_rivals if abs(r.start - figure.start) <= _RANGE), None)
    if pair and abs(rival.start - same.start) <= _RANGE:  # "from 4 to 5", "two of the five"
        directions = _direction(alignment.statement, figure), _direction(quoted.reading, same)
        if all(directions):
            return directions[0].isdisjoint(directions[1])
        return (pair.start < figure.start) != (rival.start < same.start)
    contest = Contest(
        own=_spot(figure),
        own_rivals=own_rivals,
        same=_spot(same),
        rival=_spot(rival),
        mute=_speakers(alignment.statement),
    )
    return prefers_rival(alignment, quoted, contest)


def _speakers(statement: Reading) -> frozenset[int]:
    """Who says it, which tells nothing of what a figure counts."""
    return frozenset(i for u in find_utterances(statement) if u.at >= 0 for i in u.speaker)


def _direction(reading: Reading, figure: Figure) -> frozenset[str]:
    """Whether the figure is told as that from which, or to which, something changes."""
    if not figure.start:
        return frozenset()
    return reading.concepts(figure.start - 1, "grammar") & {"from", "to"}


def _spot(figure: Figure) -> Spot:
    return Spot(figure.start, figure.end)
