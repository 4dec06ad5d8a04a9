"""What became of words of an article in a later version of it; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from re import finditer

from knowledge.text.passage import Span


class Fate(StrEnum):
    """What became of the words."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """Where words of an older text stand in a newer one.

    Attributes:
        span: In the newer text: the same words, or what stands in their place; None if nothing.
    """

    fate: Fate
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A stretch of both texts; equal, or *old* replaced by *new*, either of which may be empty."""

    equal: bool
    old: str
    new: str
    old_start: int
    new_start: int

    @property
    def old_end(self) -> int:
        """Offset just past the stretch in the older text."""
        return self.old_start + len(self.old)


def compare_texts(old: str, new: str) -> tuple[Edit, ...]:
    """The two texts as a chain of edits, word by word; joined, they are the texts again.

    Lines are compared first, so that long texts take no longer than what changed in them.
    """
    edits: list[Edit] = []
    for equal, was, now in _matched(
        _pieces(old, r"[^.!?。\n]*[.!?。\n]*\s*"), _pieces(new, r"[^.!?。\n]*[.!?。\n]*\s*")
    ):
        if equal:
            edits.append(_edit(edits, equal=True, was=was, now=now))
            continue
        for same, before, after in _matched(_pieces(was, r"\w+|\s+|."), _pieces(now, r"\w+|\s+|.")):
            edits.append(_edit(edits, equal=same, was=before, now=after))
    return tuple(edits)


def follow(span: Span, old: str, new: str) -> Followed:
    """Find what became of *span* of *old* in *new*."""
    words = old[span.start : span.end]
    touched = [
        edit
        for edit in compare_texts(old, new)
        if edit.old_start < span.end
        and (edit.old_end > span.start or (not edit.old and edit.old_start > span.start))
    ]
    start, end = _place(touched, span)
    if new[start:end] == words:
        return Followed(fate=Fate.SAME, span=Span(start=start, end=end))
    elsewhere = new.find(words)
    if elsewhere >= 0:
        return Followed(fate=Fate.SAME, span=Span(start=elsewhere, end=elsewhere + len(words)))
    kept = sum(_overlap(edit, span) for edit in touched if edit.equal)
    stripped = new[start:end].strip()
    if not stripped or kept * _LEAST_KEPT < len(words):
        return Followed(fate=Fate.REMOVED)
    first = new.index(stripped, start)
    return Followed(fate=Fate.CHANGED, span=Span(start=first, end=first + len(stripped)))


_LEAST_KEPT = 3
"""Of words that changed at least one character in so many stays; else they are others."""


def _place(touched: Sequence[Edit], span: Span) -> tuple[int, int]:
    """The range of the newer text that stands where *span* stood."""
    if not touched:
        return 0, 0
    first, last = touched[0], touched[-1]
    into = max(span.start - first.old_start, 0) if first.equal else 0
    past = max(last.old_end - span.end, 0) if last.equal else 0
    return first.new_start + into, last.new_start + len(last.new) - past


def _overlap(edit: Edit, span: Span) -> int:
    return len(edit.old[max(span.start - edit.old_start, 0) : span.end - edit.old_start].strip())


def _pieces(text: str, pattern: str) -> list[str]:
    return [found.group() for found in finditer(f"(?s:{pattern})", text) if found.group()]


def _matched(old: Sequence[str], new: Sequence[str]) -> list[tuple[bool, str, str]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        (kind == "equal", "".join(old[a:b]), "".join(new[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
    ]


def _edit(before: Sequence[Edit], *, equal: bool, was: str, now: str) -> Edit:
    """The edit that follows the last of *before*."""
    last = before[-1] if before else Edit(equal=True, old="", new="", old_start=0, new_start=0)
    return Edit(
        equal=equal,
        old=was,
        new=now,
        old_start=last.old_end,
        new_start=last.new_start + len(last.new),
    )
