"""Where clauses begin: rough, but the same for statement and quote."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.text.lock.reading import Reading
from knowledge.text.lock.verbs import BREAKS, has_arabic_and

_STOPS = frozenset(".!?;:؟…")
_QUOTE_MARKS = frozenset('"«»“”„')
_BETWEEN = frozenset(["between", "entre", "zwischen", "между", "між", "بين", "both"])
_NEAR = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch of tokens without a break; `opener` is the kind of word that begins it."""

    start: int
    end: int
    opener: str


def find_clauses(reading: Reading, verbs: frozenset[int]) -> Iterator[Clause]:
    """Cut the text at punctuation, and at words that begin a clause; every token is in one."""
    start, opener = 0, ""
    for at in range(len(reading.tokens)):
        kind = _break_at(reading, at, verbs, start)
        if kind and any(
            reading.tokens[i].is_word or reading.tokens[i].is_number for i in range(start, at)
        ):
            yield Clause(start=start, end=at, opener=opener)
            start, opener = at, kind
        elif kind and (opener not in {"stop", "quote"} or kind in {"quote", "and", "but"}):
            opener = kind  # nothing but punctuation so far: one break
    if start < len(reading.tokens):
        yield Clause(start=start, end=len(reading.tokens), opener=opener)


def _break_at(reading: Reading, at: int, verbs: frozenset[int], start: int) -> str:
    """What kind of clause begins at token *at*; "" for none."""
    text = reading.tokens[at].text
    if text in BREAKS and not _is_inside_score(reading, at):
        return "stop" if text in _STOPS else "quote" if text in _QUOTE_MARKS else "comma"
    after_break = at > 0 and reading.tokens[at - 1].text in BREAKS
    return _word_kind(reading, at, verbs, start, after_break)


def _is_inside_score(reading: Reading, at: int) -> bool:
    """Whether the colon stands in "4:2"."""
    return any(f.kind == "score" and f.start < at < f.end for f in reading.figures)


def _word_kind(
    reading: Reading, at: int, verbs: frozenset[int], start: int, after_break: bool
) -> str:
    grammar = reading.openers[at]
    is_determiner = "determiner" in grammar
    if {"relative", "complementizer"} <= grammar:
        said = any(reading.has(i, "saying") for i in range(start, at))
        return "complementizer" if said and not after_break else "relative"
    if "relative" in grammar and (after_break or not is_determiner):
        return "relative"
    if "complementizer" in grammar and not (is_determiner and not at):
        return "complementizer"
    if grammar & {"but", "subordinator"}:
        is_date = "but" not in grammar and _is_before_date(reading, at)
        return "" if is_date else "but" if "but" in grammar else "subordinator"
    joins = "and" in grammar or has_arabic_and(reading, at)
    return "and" if joins and _joins_verbs(reading, at, verbs, start) else ""


def _is_before_date(reading: Reading, at: int) -> bool:
    """Whether a word like "since" stands before a date or a number, as a preposition."""
    return any(f.start in (at + 1, at + 2) for f in reading.figures)


def _joins_verbs(reading: Reading, at: int, verbs: frozenset[int], start: int) -> bool:
    """Whether "and" joins two clauses, not two nouns."""
    if any(reading.tokens[i].folded in _BETWEEN for i in range(max(start, at - _NEAR), at)):
        return False
    before = any(i in verbs for i in range(start, at))
    near = any(i in verbs for i in range(at, min(at + 3, len(reading.tokens))))
    after = any(i in verbs for i in range(at, min(at + 6, len(reading.tokens))))
    return near or (before and after)
