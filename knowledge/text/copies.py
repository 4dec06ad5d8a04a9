"""Near-copies: one text under several addresses, perhaps with a word changed."""

import re
from collections.abc import Sequence

from knowledge.text.words.reading import Reading, read

_SHINGLE = 3
"""Words in a row that are compared as one."""

_ALIKE = 0.7
"""Shared shingles over all, from which on a text is a copy."""


_DATELINE = re.compile(
    r"[^\W\d_a-zà-ÿа-яё]{3}(?:[^\W\d_a-zà-ÿа-яё]|[ .'-])*"
    r"(?:,[^.!?\n]{0,20}\d[^.!?\n]{0,15}(?:\([^)]{2,40}\)\.?)?|\s*\([^)]{2,40}\)\.?)\s*[-–—]\s+"
)
"""Where and when an agency's text was written: "KARLIN, March 3 (Interpress) - "."""


def is_near_copy(one: str, other: str, language: str) -> bool:
    """Whether two texts of one language say the same in nearly the same words.

    Names, numbers and denials must be the same: with another name or number, or a "not", a text
    contradicts what it copies. Its dateline may go or come.
    """
    one, other = _without_dateline(one), _without_dateline(other)
    if one == other:
        return True
    first, second = read(one, language), read(other, language)
    if _facts(first) != _facts(second):
        return False
    shingles, others = _shingles(first), _shingles(second)
    return bool(shingles) and len(shingles & others) >= _ALIKE * len(shingles | others)


def _without_dateline(text: str) -> str:
    found = _DATELINE.match(text)
    return text[found.end() :] if found else text


def _facts(text: Reading) -> tuple[frozenset[str], frozenset[str], bool]:
    return frozenset(word.stem for word in text.names), text.numbers, text.negated


def _shingles(text: Reading) -> frozenset[tuple[str, ...]]:
    words: Sequence[str] = [word.folded for word in text.words]
    return frozenset(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))
