"""Scope and direction: all or some, more or less, before or after."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from knowledge.text.lock.alignment import Alignment, Quoted, means_same
from knowledge.text.lock.cited import Fault, FaultKind
from knowledge.text.lock.denials import denied_places
from knowledge.text.lock.lexicon import Found
from knowledge.text.lock.likeness import share
from knowledge.text.lock.nearness import Contest, Spot, prefers_rival
from knowledge.text.lock.reading import Reading

_PARTS = frozenset({"some", "many", "most", "few", "half"})
_LIMITING = frozenset({"some", "few", "most", "half"})
_LIMITING_ANYWHERE = frozenset({"most", "half"})
_EQUAL = {"most": {"most", "many"}, "some": {"some"}, "few": {"few"}, "half": {"half"}}


@cache
def load_opposites() -> tuple[tuple[str, str], ...]:
    """Pairs of meanings that exclude each other, as `table:concept`."""
    text = files(__package__).joinpath("data/opposites.toml").read_text("utf-8")
    pairs = tomllib.loads(text)["pairs"]
    return tuple((str(a), str(b)) for a, b in pairs) + tuple((str(b), str(a)) for a, b in pairs)


@cache
def _strict() -> frozenset[str]:
    """Meanings that must be in the quotes themselves."""
    text = files(__package__).joinpath("data/opposites.toml").read_text("utf-8")
    return frozenset(str(m) for m in tomllib.loads(text)["strict"])


@cache
def load_ergatives() -> frozenset[str]:
    """Meanings of verbs whose object can be their subject: "raised the rate", "the rate rose"."""
    text = files(__package__).joinpath("data/opposites.toml").read_text("utf-8")
    return frozenset(str(m) for m in tomllib.loads(text)["ergative"])


@cache
def load_groups() -> tuple[frozenset[str], ...]:
    """Groups of meanings of which each excludes the others."""
    text = files(__package__).joinpath("data/opposites.toml").read_text("utf-8")
    return tuple(frozenset(map(str, group)) for group in tomllib.loads(text)["groups"])


def check_groups(alignment: Alignment) -> Iterator[Fault]:
    """Meanings exchanged for others of their kind: injured for dead, a school for a hospital."""
    own = _meanings(alignment.statement)
    theirs = frozenset(m for q in alignment.quotes for m in _meanings(q.reading))
    for group in load_groups():
        if not own & theirs & group and own & group and theirs & group:
            places = _places(alignment.statement, min(own & group))
            if any(alignment.is_borne_out(i) for i in places):
                continue
            words = alignment.statement.words(places[:1])
            yield Fault(
                kind=FaultKind.CONTENT,
                words=words,
                reason=f"The cited sentences speak of something else than “{words}”.",
            )


def _has_meaning(alignment: Alignment, at: int) -> bool:
    """Whether a quote has the word or one of its meanings; to begin alike is not enough."""
    statement = alignment.statement
    return any(
        share(statement.keys[at], q.reading.keys[p])
        or (not q.is_same_language and means_same(statement, at, q.reading, p))
        for q in alignment.quotes
        for p in q.words[at]
    )


def _is_opposite(alignment: Alignment, meaning: str, opposite: str, theirs: frozenset[str]) -> bool:
    """Whether the quotes mean the opposite, or must have the meaning and have it not."""
    if meaning in theirs:
        return opposite in theirs and _is_turned(alignment, meaning, opposite)
    places = _places(alignment.statement, meaning)
    if any(_has_meaning(alignment, i) for i in places):  # by something else that the word means
        return False
    must_stand = alignment.is_same_language and meaning in _strict()
    return _stands_alone(alignment, opposite) or must_stand


def _stands_alone(alignment: Alignment, meaning: str) -> bool:
    """Whether a quote has the meaning in a word that no word of the statement tells."""
    return any(
        not any(place in places for places in quoted.words)
        for quoted in alignment.quotes
        for place in _places(quoted.reading, meaning)
    )


def check_scope(alignment: Alignment) -> Iterator[Fault]:
    """Quantities in words that were changed, added or dropped."""
    own = _quantities(alignment.statement) - _any(alignment)
    theirs = frozenset(c for q in alignment.quotes for c in _quantities(q.reading))
    theirs |= {"all"} if "any" in theirs else set()
    added = own if alignment.is_same_language else _contradicted(own, theirs)
    for concept in sorted(added - theirs - {"any"}):
        yield Fault(
            kind=FaultKind.SCOPE,
            words="",
            reason=f"The cited sentences don't say “{concept}” as the statement does.",
        )
    for quoted in alignment.quotes:
        for concept, words in _dropped(alignment, quoted, own):
            yield Fault(
                kind=FaultKind.SCOPE,
                words="",
                reason=f"The cited sentence says “{words}” ({concept}); the statement doesn't.",
            )


def _contradicted(own: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """Across languages: "all" for "many" and the like, or the other way round.

    Other quantities may be implied, or told in words that the lists don't have.
    """
    if "all" in own and theirs & _PARTS:
        return own & {"all"}
    return own & {"some", "few"} if "all" in theirs and not theirs & _PARTS else frozenset()


def _quantities(reading: Reading) -> frozenset[str]:
    """Quantities that stand by themselves; "some 40" is a number's."""
    return frozenset(
        f.sense.concept
        for f in reading.found
        if f.sense.table == "scope"
        and not _is_of_number(reading, f)
        and not _is_superlative(reading, f)
    )


def _any(alignment: Alignment) -> frozenset[str]:
    """Quantities that mean "any" behind a denial: "negó que alguno", "a nié toute"."""
    statement = alignment.statement
    denied = denied_places(statement, alignment.structure)
    return frozenset(
        f.sense.concept
        for f in statement.found
        if f.sense.table == "scope"
        and (
            (f.sense.concept == "some" and (alignment.is_denied or f.start in denied))
            or (f.sense.concept == "all" and _follows_denial(alignment, f.start))
        )
    )


def _follows_denial(alignment: Alignment, at: int) -> bool:
    """Whether the word is the first behind "denies"."""
    if at == 0:
        return alignment.is_denied
    return alignment.statement.has(at - 1, "saying", "denies")


def _is_of_number(reading: Reading, found: Found) -> bool:
    """Whether the word tells how exact a number is ("some 40")."""
    numbers = {f.start for f in reading.figures if f.kind == "number"}
    return found.end in numbers and found.sense.concept not in {"only", "all"}


def _is_superlative(reading: Reading, found: Found) -> bool:
    """English "most persecuted", unlike "most citizens" and "most of them"."""
    if (
        reading.language != "en"
        or found.sense.concept != "most"
        or found.end >= len(reading.tokens)
    ):
        return False
    following = reading.tokens[found.end]
    return reading.is_content[found.end] and not following.folded.endswith("s")


def _dropped(
    alignment: Alignment, quoted: Quoted, own: frozenset[str]
) -> Iterator[tuple[str, str]]:
    reading = quoted.reading
    shared = _only_places(alignment, quoted)
    denied = denied_places(reading, quoted.structure)
    numbers = {f.start for f in reading.figures}
    for f in reading.found:
        table, concept = f.sense
        denied_all = concept == "all" and f.start in denied
        limiting = _LIMITING if quoted.is_same_language else _LIMITING_ANYWHERE
        if table != "scope" or not (concept in limiting or denied_all):
            continue
        if _EQUAL.get(concept, {concept}) & own:
            continue
        if f.end in numbers or _is_superlative(reading, f):
            continue
        if _counted(reading, f.end) in shared:
            yield concept, reading.words(range(f.start, f.end))


def _only_places(alignment: Alignment, quoted: Quoted) -> set[int]:
    """Where the statement's words stand in the quote, if they stand there once."""
    statement = alignment.statement
    return {
        ps[0] for at, ps in enumerate(quoted.words) if statement.is_content[at] and len(ps) == 1
    }


def _counted(reading: Reading, start: int) -> int:
    """The noun that a quantity counts, or -1: a measure of time, or none nearby."""
    for i in range(start, min(start + 4, len(reading.tokens))):
        if reading.has(i, "unit") or not reading.tokens[i].is_word:
            return -1
        if reading.is_content[i]:
            return i
    return -1


def check_opposites(alignment: Alignment) -> Iterator[Fault]:
    """Meanings that were turned round: rose for fell, before for after."""
    own = _meanings(alignment.statement)
    theirs = frozenset(m for q in alignment.quotes for m in _meanings(q.reading))
    for meaning, opposite in load_opposites():
        if meaning not in own:
            continue
        if _is_opposite(alignment, meaning, opposite, theirs):
            words = alignment.statement.words(_places(alignment.statement, meaning)[:1])
            yield Fault(
                kind=FaultKind.SCOPE,
                words=words,
                reason=f"“{words}” is the opposite of what the cited sentences say.",
            )
            return


def _meanings(reading: Reading) -> frozenset[str]:
    """The meanings of all words but those of numbers (German "neun" is nine, "neu" is new)."""
    numbers = {i for f in reading.figures for i in range(f.start, f.end)}
    return frozenset(
        f"{f.sense.table}:{f.sense.concept}" for f in reading.found if f.start not in numbers
    )


def _places(reading: Reading, meaning: str) -> list[int]:
    return [f.start for f in reading.found if f"{f.sense.table}:{f.sense.concept}" == meaning]


def _is_turned(alignment: Alignment, meaning: str, opposite: str) -> bool:
    """Whether the words beside *meaning* stand beside *opposite* in the quotes."""
    own = _spots(alignment.statement, meaning)[0]
    own_rivals = _spots(alignment.statement, opposite)
    votes = [
        _is_rather(alignment, quoted, Contest(own, own_rivals, same, rival))
        for quoted in alignment.quotes
        for same in _spots(quoted.reading, meaning)
        for rival in _spots(quoted.reading, opposite)
    ]
    return bool(votes) and all(votes)


def _is_rather(alignment: Alignment, quoted: Quoted, contest: Contest) -> bool:
    """Whether it is the rival that is said, where both are: "its complete form is incomplete"."""
    if _is_said(alignment.statement, contest.own):
        same, rival = (_is_said(quoted.reading, spot) for spot in (contest.same, contest.rival))
        if same != rival:
            return rival
    return prefers_rival(alignment, quoted, contest, one_is_enough=not contest.own_rivals)


def _is_said(reading: Reading, spot: Spot) -> bool:
    """Whether the word follows a form of "be"."""
    return spot.start > 0 and reading.has(spot.start - 1, "grammar", "be")


def _spots(reading: Reading, meaning: str) -> list[Spot]:
    return [Spot(i, i + 1) for i in _places(reading, meaning)]
