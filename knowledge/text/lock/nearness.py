"""What a word belongs to, where there is more than one thing that it may belong to.

"11 dead and 40 injured": each shared word of statement and quote votes for the spot that it stands
nearer to in the quote, and the more, the nearer it stands in the statement.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge.text.lock.alignment import Alignment, Quoted
from knowledge.text.lock.reading import Reading, is_general

_FARTHEST = 8
_BREAKS = frozenset(",،;.:()–—")
_PER_BREAK = 10
_PER_RIVAL = 3
_PER_CONJUNCTION = 3
_NAME_WEIGHT = 2
_CLOSE = 3
_DECISIVE = 1
_CLEAR = 0.3
_OPENING = 5


class Spot(NamedTuple):
    """Tokens from `start` to `end`."""

    start: int
    end: int


class Contest(NamedTuple):
    """What is asked: does `own` of the statement mean `same` in the quote, or rather `rival`?

    Attributes:
        own_rivals: Where the rival's like stands in the statement itself.
        mute: Words of the statement that have no vote.
    """

    own: Spot
    own_rivals: Sequence[Spot]
    same: Spot
    rival: Spot
    mute: frozenset[int] = frozenset()


class _Item(NamedTuple):
    own: Spot
    places: Sequence[Spot]
    is_name: bool


def prefers_rival(
    alignment: Alignment, quoted: Quoted, contest: Contest, *, one_is_enough: bool = False
) -> bool:
    """Whether the words around are rather the rival's; or a single word right beside it is."""
    votes = tuple(_votes(alignment, quoted, contest))
    decisive = one_is_enough and min(votes, default=0.0) <= -_DECISIVE
    least = 0 if quoted.is_same_language else -_CLEAR  # across languages few words can vote
    return sum(votes) < least or decisive


def _votes(alignment: Alignment, quoted: Quoted, contest: Contest) -> Iterator[float]:
    """Above zero for `same`, below for `rival`, zero where nothing tells."""
    rivals = (contest.same, contest.rival)
    own_marks = (contest.own, *contest.own_rivals)
    for item in _items(alignment, quoted):
        if item.own.start in contest.mute or any(_is_same(item.own, m) for m in own_marks):
            continue
        distance = _apart(alignment.statement, contest.own, item.own, own_marks)
        others = (_apart(alignment.statement, r, item.own, own_marks) for r in contest.own_rivals)
        if distance > _FARTHEST or any(o <= distance for o in others):
            continue  # too far, or the rival's in the statement too
        near, far = (
            min(_apart(quoted.reading, spot, place, rivals) for place in item.places)
            for spot in rivals
        )
        if far < near and _is_told_once(quoted, contest, item, far):
            continue
        weight = (_NAME_WEIGHT if item.is_name else 1) / max(distance, 1)
        yield weight * ((near < far) - (far < near))


def _is_same(one: Spot, other: Spot) -> bool:
    return one.start < other.end and other.start < one.end


def _items(alignment: Alignment, quoted: Quoted) -> Iterator[_Item]:
    statement = alignment.statement
    for at, places in enumerate(quoted.words):
        if places and statement.is_content[at] and not is_general(statement, at):
            spots = [Spot(p, p + 1) for p in places]
            yield _Item(Spot(at, at + 1), spots, alignment.is_name(at))
    for figure in statement.figures:
        spots = [
            Spot(f.start, f.end)
            for f in quoted.reading.figures
            if (f.value, f.kind) == (figure.value, figure.kind)
        ]
        if spots:
            yield _Item(Spot(figure.start, figure.end), spots, True)


def _apart(reading: Reading, one: Spot, other: Spot, marks: Sequence[Spot]) -> int:
    """Words between, punctuation and other spots counted as several; 0 for the same place."""
    if _is_same(one, other):
        return 0
    first, last = (one.end, other.start) if one.end <= other.start else (other.end, one.start)
    breaks = sum(_parts(reading, i) for i in range(first, last))
    between = sum(first <= mark.start < last for mark in marks)
    led = sum(_leads_figure(reading, i) for i in range(first, last))
    return last - first + 1 + breaks + (between + led) * _PER_RIVAL


def _leads_figure(reading: Reading, at: int) -> bool:
    """Whether a word like "to" begins a new goal here ("from 5 in May to 7")."""
    is_to = reading.has(at, "grammar", "to") and not reading.has(at, "grammar", "in")
    return is_to and any(f.start == at + 1 for f in reading.figures)


def _parts(reading: Reading, at: int) -> int:
    """How far a token sets apart what stands on its two sides."""
    if reading.tokens[at].text in _BREAKS:
        return 0 if _ends_opening_date(reading, at) else _PER_BREAK
    joins = reading.has(at, "grammar", "and") or reading.has(at, "time")
    written_together = reading.language == "ar" and reading.tokens[at].folded.startswith("و")
    return _PER_CONJUNCTION if joins or written_together else 0


def _ends_opening_date(reading: Reading, at: int) -> bool:
    """Whether the comma follows a date that the sentence begins with ("In 1950, …")."""
    return at < _OPENING and any(f.start < at for f in reading.figures)


def _points_back(reading: Reading, spot: Spot) -> bool:
    """Whether "of them" follows."""
    behind = range(spot.end, min(spot.end + 3, len(reading.tokens)))
    return any(reading.has(i, "grammar", "pronoun") for i in behind)


def _is_told_once(quoted: Quoted, contest: Contest, item: _Item, far: int) -> bool:
    """Whether the word stands before two spots of one verb, and is meant for both.

    "Killed more than 70 people here and more than 190 there": "killed" and "people".
    """
    same, rival = contest.same, contest.rival
    subjects = {
        i for p in quoted.structure.predicates if p.at == same.start for i in p.subject | p.wider
    }
    if any(place.start in subjects for place in item.places):
        return True
    between = range(rival.end, same.start)
    reading = quoted.reading
    hangs = any(quoted.structure.prepositions[place.start] for place in item.places)
    own_verb = any(p.at in between for p in quoted.structure.predicates) and not hangs
    breaks = any(reading.tokens[i].text in _BREAKS for i in between)
    if rival.start > same.start or own_verb or (breaks and not _points_back(reading, same)):
        return False
    is_bare = same.end >= len(reading.tokens) or not reading.is_content[same.end]
    if is_bare and any(place.start == rival.end for place in item.places):
        return True
    leads = all(place.start < rival.start for place in item.places)
    return leads and (far > _CLOSE or not hangs)
