"""Figures of a text: numbers with unit and exactness, ordinals, scores, dates."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from knowledge.text.lock.lexicon import Found
from knowledge.text.lock.numerals import find_number
from knowledge.text.lock.words import Token

_CALENDAR = frozenset({"month", "weekday", "season", "relday"})
_CALENDAR_WORDS = ("spring", "summer", "autumn", "winter", "yesterday", "today", "tomorrow")
_CURRENCIES = frozenset({"dollar", "euro", "pound", "ruble", "hryvnia", "yen"})
_BEFORE_NUMBER = frozenset({"$", "€", "£", "¥", "₽", "₴", "US", "#"})
_BETWEEN_SCORES = frozenset("-–:—")
_YEARS = range(1000, 2100)
_BOUND_WITHIN = 3
_LOOSE_WITHIN = 1
_UNIT_WITHIN = 3
_MOVED_WITHIN = 8
_MOVING = frozenset({("topic", "rise"), ("topic", "fall")})
_SUFFIX = re.compile(r"st|nd|rd|th|º|ª|-?й|-?я|e|er|ème")


class Figure(NamedTuple):
    """A number or a date.

    Attributes:
        kind: `number`, `year`, `score`, `code` (of a name, as in F-16), `fraction`, `ordinal`,
            `month`, `weekday`, `season`, `relday`.
        unit: What it counts, where the lists know that ("percent", "dollar", "km"), or "".
        bounds: How exact it is ("at_least", "about"); empty is exact.
        start: Number of its first token.
        end: Past its last token.
    """

    value: float
    kind: str
    unit: str
    bounds: frozenset[str]
    start: int
    end: int


def find_figures(
    tokens: Sequence[Token], found: Sequence[Found], language: str
) -> tuple[Figure, ...]:
    """All figures, in order."""
    words = {f.start: f for f in found if f.sense.table == "number"}
    figures: list[Figure] = []
    at = 0
    while at < len(tokens):
        value, end = find_number(tokens, words, at, language)
        score = _score(tokens, at)
        if score:
            figures.append(score)
            end = score.end
        elif end > at and _is_code(tokens, at):
            figures.append(Figure(value, "code", "", frozenset(), at, end))
        elif end > at:
            figures.append(_measured((value, at, end), tokens, found, figures))
        at = max(end, at + 1)
    all_figures = [
        *_with_shared_units(figures),
        *_fractions(found, tokens, figures),
        *_ordinals(found, tokens),
        *_dates(found, tokens),
    ]
    return tuple(sorted(all_figures, key=lambda f: f.start))


def _with_shared_units(figures: Sequence[Figure]) -> list[Figure]:
    """In "from 47 to 34 percent" the first figure has the unit of the second."""
    shared = list(figures)
    for n, (figure, following) in enumerate(pairwise(figures)):
        if following.start - figure.end <= 1 and figure.kind == "number" and not figure.unit:
            shared[n] = figure._replace(unit=following.unit)
    return shared


def _score(tokens: Sequence[Token], at: int) -> Figure | None:
    """Two numbers written as one, "25-9" or "4:2": the result of a match, a time of day."""
    pair = tokens[at : at + 3]
    middle = pair[1:-1] if len(pair) == 3 and pair[1].text in _BETWEEN_SCORES else []
    last = at + 1 + len(middle)
    if last >= len(tokens) or not (tokens[at].is_number and tokens[last].is_number):
        return None
    gap = tokens[last].start - tokens[at].end
    both = (tokens[at].text, tokens[last].text)
    if gap != 1 or not all(t.isdigit() and len(t) < 4 for t in both) or len(both[1]) == 3:
        return None
    value = int(both[0]) * 1000 + int(both[1])
    return Figure(value, "score", "", frozenset(), at, last + 1)


def _is_code(tokens: Sequence[Token], at: int) -> bool:
    """A number that belongs to a name, as in F-16 or A9."""
    if at == 0 or not tokens[at].is_number:
        return False
    before = tokens[at - 1]
    is_written_together = tokens[at].is_joined or tokens[at].start == before.end
    return is_written_together and before.is_word and before.text.isupper()


def _measured(
    number: tuple[float, int, int],
    tokens: Sequence[Token],
    found: Sequence[Found],
    earlier: Sequence[Figure],
) -> Figure:
    """The number's value, start and end, with what the words around tell of it."""
    value, start, end = number
    if (
        end < len(tokens)
        and _SUFFIX.fullmatch(tokens[end].folded)
        and (tokens[end].start == tokens[end - 1].end)
    ):
        return Figure(value, "ordinal", "", frozenset(), start, end)
    unit = _unit(start, end, tokens, found)
    bounds = _bounds(start, end, tokens, found, earlier)
    is_year = tokens[start].text.isdigit() and value in _YEARS
    follows = bool(earlier) and start - earlier[-1].end <= _BOUND_WITHIN
    in_range = follows and earlier[-1].kind == "number"
    if is_year or in_range:  # "until", "from … to"
        bounds -= {"at_most"}
    kind = "year" if is_year and not unit else "number"
    return Figure(value, kind, unit, bounds, start, end)


def _unit(start: int, end: int, tokens: Sequence[Token], found: Sequence[Found]) -> str:
    near = [f for f in found if f.sense.table == "unit"]
    after = [f for f in near if end <= f.start < end + _UNIT_WITHIN]
    before = [f for f in near if f.sense.concept in _CURRENCIES and f.end == start]
    closest = min(after, key=lambda f: (f.start, f.start - f.end), default=None)
    if closest and not any(t.is_number or not t.is_word for t in tokens[end : closest.start]):
        return closest.sense.concept
    return before[-1].sense.concept if before else ""


def _bounds(
    start: int,
    end: int,
    tokens: Sequence[Token],
    found: Sequence[Found],
    earlier: Sequence[Figure],
) -> frozenset[str]:
    near = [
        f
        for f in found
        if f.sense.table == "bound" and not _is_taken(f, start, earlier) and not _is_goal(f, found)
    ]
    while start and tokens[start - 1].text in _BEFORE_NUMBER:
        start -= 1
    before = {
        f.sense.concept
        for f in near
        if start <= f.start < end
        or (0 <= start - f.end <= _reach(f) and _clear(tokens[f.end : start]))
    }
    after = {
        f.sense.concept
        for f in near
        if 0 <= f.start - end <= _BOUND_WITHIN
        and f.sense.concept in {"at_least", "at_most"}
        and _clear(tokens[end : f.start])
        and not _is_preposition(f, found)
        and not _bounds_next(f, tokens, found)
    }
    return frozenset(before | after)


def _is_goal(bound: Found, found: Sequence[Found]) -> bool:
    """Whether a word like «до» stands for "to", behind a verb like "rose"."""
    is_to = any(f.start == bound.start and f.sense == ("grammar", "to") for f in found)
    return is_to and any(
        f.sense in _MOVING and 0 < bound.start - f.start <= _MOVED_WITHIN for f in found
    )


def _reach(bound: Found) -> int:
    """Words that may stand between a bound and its number ("a minimum death toll of 11")."""
    return _BOUND_WITHIN if bound.sense.concept in {"at_least", "at_most"} else _LOOSE_WITHIN


def _is_taken(bound: Found, start: int, earlier: Sequence[Figure]) -> bool:
    """Whether the bound stands behind a figure that it belongs to ("18 persons at least")."""
    if not earlier or bound.sense.concept not in earlier[-1].bounds:
        return False
    return earlier[-1].end <= bound.start and start > bound.end


def _is_preposition(bound: Found, found: Sequence[Found]) -> bool:
    """Whether a word like "within" bounds only what follows it ("9,500 people within the city")."""
    return any(f.start == bound.start and f.sense == ("grammar", "preposition") for f in found)


def _bounds_next(bound: Found, tokens: Sequence[Token], found: Sequence[Found]) -> bool:
    """Whether a number follows the bound, which is then that number's."""
    numbers = {f.start for f in found if f.sense.table in _CALENDAR | {"number"}}
    return bound.end < len(tokens) and (tokens[bound.end].is_number or bound.end in numbers)


def _clear(between: Sequence[Token]) -> bool:
    return not any(t.is_number or t.text in ",.;:()" for t in between)


def _fractions(
    found: Sequence[Found], tokens: Sequence[Token], figures: Sequence[Figure]
) -> Iterator[Figure]:
    """Thirds and quarters."""
    for f in found:
        if f.sense.table == "fraction":
            earlier = [figure for figure in figures if figure.end <= f.start]
            bounds = _bounds(f.start, f.end, tokens, found, earlier)
            yield Figure(1 / float(f.sense.concept), "fraction", "", bounds, f.start, f.end)


def _ordinals(found: Sequence[Found], tokens: Sequence[Token]) -> Iterator[Figure]:
    sources = {f.start for f in found if f.sense == ("saying", "according")}
    for f in found:
        names_source = f.start in sources and _opens_noun(tokens, f.end)
        if f.sense.table == "ordinal" and not names_source:
            yield Figure(float(f.sense.concept), "ordinal", "", frozenset(), f.start, f.end)


def _opens_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether an article or a name follows: Portuguese "segundo o sindicato"."""
    return at < len(tokens) and (
        tokens[at].folded in {"o", "a", "os", "as"} or tokens[at].is_capitalised
    )


def _dates(found: Sequence[Found], tokens: Sequence[Token]) -> Iterator[Figure]:
    for f in found:
        table, concept = f.sense
        if table not in _CALENDAR or _is_other_word(tokens[f.start], table):
            continue
        value = float(concept) if concept.isdigit() else float(_CALENDAR_WORDS.index(concept))
        yield Figure(value, table, "", frozenset(), f.start, f.end)


def _is_other_word(token: Token, table: str) -> bool:
    """English "may" and "march" are months only with a capital letter."""
    return (
        table == "month"
        and token.folded in {"may", "march", "mar", "sep"}
        and (not token.is_capitalised)
    )
