"""Where clauses begin: rough, but the same for statement and quote."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.text.lock.reading import Reading
from knowledge.text.lock.verbs import BREAKS, has_arabic_and
from knowledge.text.lock.words import Token

_STOPS = frozenset(".!?;:؟…")
_QUOTE_MARKS = frozenset('"«»“”„')
_BETWEEN = frozenset(["between", "entre", "zwischen", "между", "між", "بين", "both"])
_NEAR = 5
_VERB_LAST = frozenset({"de"})
_MOST_NAME_WORDS = 3
"""So many words in quotation marks are a name, and no quotation."""


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
    if text in _QUOTE_MARKS and _marks_name(reading, at):
        return ""
    if text in BREAKS and not (_is_inside_score(reading, at) or _ends_initial(reading, at)):
        return "stop" if text in _STOPS else "quote" if text in _QUOTE_MARKS else "comma"
    after_break = at > 0 and reading.tokens[at - 1].text in BREAKS
    return _word_kind(reading, at, verbs, start, after_break)


def _marks_name(reading: Reading, at: int) -> bool:
    """Whether the mark opens or closes a name, as in «Коммерсантъ»."""
    marks = _matching_marks(reading.tokens)
    first, last = sorted((at, marks.get(at, at)))
    inside = reading.tokens[first + 1 : last]
    return 0 < len(inside) <= _MOST_NAME_WORDS and all(t.is_word for t in inside)


@lru_cache(maxsize=1 << 11)
def _matching_marks(tokens: tuple[Token, ...]) -> dict[int, int]:
    """The partner of each quotation mark, where the marks come in pairs."""
    marks = [i for i, t in enumerate(tokens) if t.text in _QUOTE_MARKS]
    if len(marks) % 2:
        return {}
    pairs = tuple(zip(marks[::2], marks[1::2], strict=True))
    return dict(pairs) | {last: first for first, last in pairs}


def _ends_initial(reading: Reading, at: int) -> bool:
    """Whether the full stop is that of an initial, as in "K. Maurer"."""
    tokens = reading.tokens
    return (
        0 < at < len(tokens) - 1
        and tokens[at].text == "."
        and len(tokens[at - 1].text) == 1
        and tokens[at - 1].is_capitalised
        and tokens[at + 1].is_capitalised
    )


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
        return (
            ""
            if is_date or _is_role(reading, at)
            else "but"
            if "but" in grammar
            else "subordinator"
        )
    if _describes_by_denial(reading, at, verbs, start):
        return "relative"
    joins = "and" in grammar or has_arabic_and(reading, at)
    return "and" if joins and _joins_verbs(reading, at, verbs, start) else ""


def _describes_by_denial(reading: Reading, at: int, verbs: frozenset[int], start: int) -> bool:
    """Arabic: a negator behind a noun that the clause's verb has taken ("people [who] did not")."""
    return (
        reading.language == "ar"
        and reading.has(at, "negation", "direct")
        and at > start
        and reading.is_content[at - 1]
        and at - 1 not in verbs
        and any(i in verbs for i in range(start, at))
    )


def _is_role(reading: Reading, at: int) -> bool:
    """German "als Präsident": as what somebody does it, no clause."""
    follows = at + 1 < len(reading.tokens) and reading.has(at + 1, "words", "title")
    return follows and reading.has(at, "grammar", "as_role")


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
    if reading.language in _VERB_LAST and not before:
        return False  # "bei Arbeit und Wohnung helfen"
    return near or (before and after)
