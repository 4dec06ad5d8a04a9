"""Sentences and passages: unaltered pieces of one article version."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open range of an article's text, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def covers(self, other: "Span") -> bool:
        """Whether *other* lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: `article.text[start:end] == text`, without outer white space.

    Attributes:
        number: 0 for the first sentence of the article.
        passage: Number of the passage it belongs to.
        start: Where it begins in the article, in code points.
    """

    article_id: str
    version: int
    number: int
    passage: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset just past the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Neighbouring sentences, the unit of search: `article.text[start:end] == text`."""

    article_id: str
    version: int
    number: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset just past the last character."""
        return self.start + len(self.text)
