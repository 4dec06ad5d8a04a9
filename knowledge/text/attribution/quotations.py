"""Where words stand in quote marks, of whatever kind, matched or not.

Marks are told apart by what stands beside them, not by their shape: newspapers mix “ ” « » „ " and
lose closing marks. Single marks count only where they cannot be apostrophes.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.text.attribution.lexicon import Lexicon
from knowledge.text.attribution.tokens import normalise

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_MARK = re.compile(r"[\"“”„‟«»「」『』《》＂]|(?<!')''(?!')|``")
_SINGLE = re.compile(
    r"(?<![\w.,!?…'’])['‘‚‹`](?=\S)(?P<inner>[^\n\"“”„«»]{1,600}?)(?<=\S)['’‘›](?![\w])"
)
_WORD = re.compile(r"[\w’']+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[.!?…]['’)]*\s+(?=[^\Wa-zа-я_]|[¿¡])")
_STARTING_DASH = re.compile(r"\s*(?:[—–―]|-(?=\s))\s*")
_INNER_DASH = re.compile(r"(?<=[,.!?…])\s+[—–―-]\s*|\s+[—–―](?=\w)|(?<=\w)[—–―](?=[\s,.;:])")
_STARTS_SPEECH = frozenset("¿¡\"'“«‘([…—–-$€#@*")
_LOOSE_DASH = re.compile(r"(?<=\w)\s+[—–―]\s+(?=(?P<word>\w+))")
_TELLING_DASH = re.compile(r"(?<=[,.!?…])\s+[—–]\s+(?=(?P<word>\w+))")
_SPEECH_DASH = re.compile(r"(?<=[,.!?…])\s+[—–]\s+")
_LOOK_AHEAD = 30
"""Marks within which a nested quotation must close."""
_SHORT_SENTENCE_WORDS = 6
_SPEECH_WORDS = 6
_TITLE_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quote marks, or after a dash in dialogue.

    Attributes:
        start: Of the opening mark.
        end: Past the closing mark, or past the last word where there is none.
        inner_start: Of the first word.
        inner_end: Past the last word or mark inside.
        is_open: The closing mark is missing.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    is_open: bool = False


def find_quotations(text: str, lexicon: Lexicon) -> tuple[Quotation, ...]:
    """All quotations of *text*, in order, none inside another; none reaches over a line's end."""
    found: list[Quotation] = []
    for line in _LINE.finditer(text):
        found.extend(_quotations_of_line(text, line.start(), line.end(), lexicon))
    return tuple(found)


def _quotations_of_line(text: str, start: int, end: int, lexicon: Lexicon) -> list[Quotation]:
    pairs = list(_pair_marks(text, start, end))
    found = [
        _closed(text, pair, number + 1 == len(pairs), lexicon) for number, pair in enumerate(pairs)
    ]
    if lexicon.dash_dialogue and not found:
        found.extend(_dialogue(text, start, end, lexicon))
    if lexicon.dash_dialogue:
        found = [piece for q in found for piece in _split_at_telling(text, q, lexicon)]
    singles = [q for q in _single_pairs(text, start, end) if not _overlaps(q, found)]
    return sorted((q for q in [*found, *singles] if q.inner_start < q.inner_end), key=_by_start)


def _split_at_telling(text: str, found: Quotation, lexicon: Lexicon) -> Iterator[Quotation]:
    """The two parts of "«Мы ждали, — сказал он. — Потом ушли»", which has one pair of marks."""
    for dash in _TELLING_DASH.finditer(text, found.inner_start, found.inner_end):
        if normalise(dash.group("word")) in lexicon.verbs:
            break
    else:
        yield found
        return
    yield replace(found, end=dash.start(), inner_end=dash.start(), is_open=False)
    again = _SPEECH_DASH.search(text, dash.end(), found.inner_end)
    if again is not None:
        yield replace(found, start=again.end(), inner_start=again.end())


def _by_start(quotation: Quotation) -> int:
    return quotation.start


def _overlaps(quotation: Quotation, others: Sequence[Quotation]) -> bool:
    """Whether one of *others*, which follow each other, shares characters with *quotation*."""
    before = bisect_left(others, quotation.end, key=_by_start)
    return before > 0 and others[before - 1].end > quotation.start


def _trimmed(text: str, start: int, end: int, opening: int, closing: int) -> Quotation:
    """A quotation whose marks have the given lengths; a closing length of 0 means none."""
    inner = text[start + opening : end - closing]
    return Quotation(
        start=start,
        end=end,
        inner_start=start + opening + len(inner) - len(inner.lstrip()),
        inner_end=start + opening + len(inner.rstrip()),
        is_open=not closing,
    )


def _pair_marks(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Pair the marks of a line; one without a closing mark ends where the next one opens."""
    opened: re.Match[str] | None = None
    nested = 0
    marks = list(_MARK.finditer(text, start, end))
    for number, mark in enumerate(marks):
        later = marks[number + 1 : number + 1 + _LOOK_AHEAD]
        if opened is None:
            opened, nested = (None if _is_stray(text, mark, later) else mark), 0
        elif _opens(text, mark) and _is_nested(text, opened, mark, later):
            nested += 1
        elif _opens(text, mark):
            yield _trimmed(text, opened.start(), mark.start(), len(opened.group()), 0)
            opened, nested = mark, 0
        elif nested:
            nested -= 1
        else:
            yield _trimmed(text, opened.start(), mark.end(), len(opened.group()), len(mark.group()))
            opened = None
    if opened is not None:
        yield _trimmed(text, opened.start(), end, len(opened.group()), 0)


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether white space stands before the mark and a word after it."""
    before = text[max(0, mark.start() - 1) : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    is_spaced = mark.group() in "«“" and after.isspace()  # French puts spaces inside
    follows_space = not before or before.isspace() or before in "([{—–-¿¡'‘’"
    return follows_space and (after.isalnum() or after in _STARTS_SPEECH or is_spaced)


def _closes(text: str, mark: re.Match[str]) -> bool:
    before = text[max(0, mark.start() - 1) : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    return (bool(before.strip()) or mark.group() == "»") and (
        not after.strip() or after in ".,;:!?…)]}—–-'’"
    )


def _is_stray(text: str, mark: re.Match[str], later: Sequence[re.Match[str]]) -> bool:
    """Whether no quotation starts here: an inch mark, or a closing mark with nothing after it."""
    is_inch = mark.group() == '"' and text[max(0, mark.start() - 1) : mark.start()].isdigit()
    return not _opens(text, mark) and (is_inch or not later or not _closes(text, later[0]))


def _is_nested(
    text: str, outer: re.Match[str], inner: re.Match[str], later: Sequence[re.Match[str]]
) -> bool:
    """Whether an opening mark inside a quotation opens another one: two marks close after it."""
    if inner.group() == outer.group():
        return False
    depth = 2
    for mark in later:
        depth += 1 if _opens(text, mark) else -1
        if depth == 0:
            return True
    return False


def _closed(text: str, found: Quotation, is_last: bool, lexicon: Lexicon) -> Quotation:
    """Where a quotation without a closing mark ends.

    It runs up to the next opening mark if people speak of themselves or to each other in it. Else
    the mark is taken to be lost early, and only the short sentences at its start are speech. The
    last one of a paragraph runs to the paragraph's end.
    """
    inner = text[found.inner_start : found.inner_end]
    if not found.is_open or is_last or "?" in inner:
        return found
    if {normalise(word) for word in _WORD.findall(inner)} & lexicon.words.speech:
        return replace(found, end=found.inner_end)
    end = found.inner_start + _end_of_short_sentences(inner)
    return replace(found, end=end, inner_end=end)


def _end_of_short_sentences(inner: str) -> int:
    end = 0
    starts = [0, *(m.end() for m in _SENTENCE_END.finditer(inner)), len(inner)]
    for first, last in pairwise(starts):
        if end and len(_WORD.findall(inner[first:last])) > _SHORT_SENTENCE_WORDS:
            break
        end = first + len(inner[first:last].rstrip())
    return end


def _single_pairs(text: str, start: int, end: int) -> Iterator[Quotation]:
    for match in _SINGLE.finditer(text, start, end):
        yield _trimmed(text, match.start(), match.end(), 1, 1)


def _dialogue(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Quotation]:
    """Speech after a dash that starts a line; every second stretch between dashes is telling."""
    opening = _STARTING_DASH.match(text, start, end)
    if opening is None:
        return
    spoken = _LOOSE_DASH.finditer(text, opening.end(), end)
    inner = [
        *_INNER_DASH.finditer(text, opening.end(), end),
        *(dash for dash in spoken if normalise(dash.group("word")) in lexicon.verbs),
    ]
    dashes = [opening, *sorted(inner, key=lambda dash: dash.start())]
    ends = [*(dash.start() for dash in dashes[1:]), end]
    if len(dashes) == 1:
        return
    for number, (dash, stop) in enumerate(zip(dashes, ends, strict=True)):
        if number % 2 == 0 and dash.end() < stop:
            found = _trimmed(text, dash.end(), stop, 0, 0)
            yield replace(found, is_open=False)


def is_speech(text: str, quotation: Quotation, lexicon: Lexicon) -> bool:
    """Whether somebody speaks, rather than a title or a term being set apart."""
    inner = text[quotation.inner_start : quotation.inner_end]
    line = text[text.rfind("\n", 0, quotation.start) + 1 : quotation.start].strip()
    is_line = not line and text[quotation.end : quotation.end + 1] in ("", "\n", "\r")
    if is_line and len(_WORD.findall(inner)) > 1:
        return True
    if quotation.start == quotation.inner_start:
        return True  # behind a dash
    if is_title(text, quotation):
        return False
    before = text[max(0, quotation.start - 3) : quotation.start].rstrip()[-1:]
    after = text[quotation.end : quotation.end + 3].lstrip()[:1]
    if after in (",", "،") and (before in "\n.!?…" or _is_said(text, quotation.end, lexicon)):
        return True
    return (
        inner[-1:] in ".,!?…;。！？，"
        or quotation.is_open
        or before in (",", ":", "：", "，")
        or after in ("—", "–")
        or len(_WORD.findall(inner)) >= _SPEECH_WORDS
    )


def _is_said(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the first word behind a comma is a verb of saying."""
    word = _WORD.search(text, end, end + 30)
    return word is not None and normalise(word.group()) in lexicon.verbs


def count_words(text: str) -> int:
    """How many words a text has; two characters are one where words are not set apart."""
    return len(text.split()) + len(_UNSPACED.findall(text)) // 2


def is_title(text: str, quotation: Quotation) -> bool:
    """Whether most words have capitals and nothing at the end belongs to speech."""
    inner = text[quotation.inner_start : quotation.inner_end]
    words = _WORD.findall(inner)
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words)
    is_short = len(words) <= _TITLE_WORDS and inner[-1:] not in ",!?…" and len(inner) > 1
    return not words or (is_short and capitals >= max(1, len(words) - len(words) // 3))
