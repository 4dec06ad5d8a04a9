"""Quotes that a newer version of their article does not have as they were; pure."""

from dataclasses import dataclass

from knowledge.text.article import Article
from knowledge.text.passage import Span
from knowledge.text.revision import follow


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """What was quoted, and what stands there now; "" where nothing does."""

    was: str
    now: str


def touch(span: Span, old: Article, new: Article) -> Touched | None:
    """What became of a quote of *old*; None if *new* has it as it was."""
    was, now = old.text[span.start : span.end], now_reads(span, old, new)
    return None if now == was else Touched(was=was, now=now)


def now_reads(span: Span, old: Article, new: Article) -> str:
    """What *new* has where *old* has the words at *span*; "" if nothing."""
    place = follow(span, old.text, new.text).span
    return new.text[place.start : place.end] if place else ""
