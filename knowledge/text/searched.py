"""The copy of a text that is searched and embedded; what is shown is always the text as stored.

Two writings of the same words have the same copy: a ligature and its letters, an accent in one
character or in two, a word with or without soft hyphens, marks of direction, vowel points or a
stretched Arabic line. Source: Unicode Standard Annex 15, form NFKC.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_UNREAD = re.compile(
    "["
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u061c\u180e\u034f"  # unseen
    "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variants of a form
    "\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"  # Arabic
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "]"
)
"""What is written or left out without a word being another one."""

_PART = re.compile(r"\s*\S+|\s+")
_HANGUL_REST = re.compile("[\u1160-\u11ff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """The copy of a text, and where each of its characters comes from.

    Attributes:
        places: For each character of the copy, where in the text that begins of which it is made;
            and the end of the text, at the end.
    """

    text: str
    places: Sequence[int]

    def find_source(self, start: int, end: int) -> tuple[int, int]:
        """From where to where the text is of which the copy is made from *start* to *end*."""
        last = self.places[end - 1]
        while self.places[end] == last:  # a character of which several are made is not cut
            end += 1
        return self.places[start], self.places[end]


def as_searched(text: str) -> str:
    """The copy of *text* that is searched; of a copy it is the copy itself."""
    return text if _is_copy(text) else "".join(_copy(part) for part in _PART.findall(text))


def align_searched(text: str) -> Searched:
    """The same copy, with the places of its characters in *text*."""
    if _is_copy(text):
        return Searched(text=text, places=range(len(text) + 1))
    starts = [place for place, char in enumerate(text) if place == 0 or not _joins(char)]
    copies = [_copy(text[start:end]) for start, end in pairwise([*starts, len(text)])]
    places = [place for place, copy in zip(starts, copies, strict=True) for _ in copy]
    return Searched(text="".join(copies), places=[*places, len(text)])


def _is_copy(text: str) -> bool:
    return text.isascii() or (
        unicodedata.is_normalized("NFKC", text) and _UNREAD.search(text) is None
    )


@lru_cache(maxsize=1 << 14)
def _joins(char: str) -> bool:
    """Whether a character may become one with what stands before it, or with nothing."""
    first = _copy(char)[:1]
    return not first or unicodedata.category(first)[0] == "M" or bool(_HANGUL_REST.match(first))


def _copy(text: str) -> str:
    while not _is_copy(text):
        text = unicodedata.normalize("NFKC", _UNREAD.sub("", text))
    return text
