"""An answer, and what it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from knowledge.text.article import Source
from knowledge.text.claim import Stance
from knowledge.text.lock.telling import Hedge
from knowledge.text.quote import Quote


class Outcome(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    DISPUTED = "disputed"
    PARTIAL = "partial"
    REFUSED = "refused"


class Notice(StrEnum):
    """What the reader is told about how an answer came to be."""

    MODEL_FAILED = "model_failed"
    """The model gave nothing usable in time, so these are the bare quotes."""

    OLD_NEWS = "old_news"
    """It was asked how things are now, and the newest source is from before today."""

    UNDATED_NEWS = "undated_news"
    """It was asked how things are now, and no source says from when it is."""

    INDEX_REBUILDING = "index_rebuilding"
    """The index is damaged or new, and everything is compared one by one meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was asked.

    Attributes:
        text: What is answered: it stands by itself, as understood from the chat.
        language: ISO 639-1 code of the language to answer in.
        scope: The only articles to read, by identifier; None is all of them.
        asked: The reader's own words where they differ from `text`, else "".
        today: The day on which it is asked; without one, no word for a day is understood.
    """

    text: str
    language: str
    scope: frozenset[str] | None = None
    asked: str = ""
    today: date | None = None

    @property
    def as_asked(self) -> str:
        """The reader's own words."""
        return self.asked or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A quote with the source that it comes from.

    Attributes:
        translation: The quote in the reader's language, by a model; "" where there is none. It is
            no part of what the citation is: two that differ in nothing else are the same.
    """

    quote: Quote
    source: Source
    translation: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that the answer says; it stands on its citations alone.

    Attributes:
        text: The summary in the reader's language; "" in a quotes-only answer.
        gloss: What is said, where the program is to write who says it and how; `text` is "" then.
        speaker: Who says it in the article; "" is the article's own voice.
        withheld: The speaker does not do what the stance says: "did not confirm".
        hedges: How sure the speaker is, to be written by the program.
        via: Who reports that the speaker says it, outermost first.
        label: The speaker as the article introduces them ("the mayor, Ada Park"); "" is the name.
        citations: At least one.
        copies: In how many articles the quote stands, nearly word for word: one origin.
    """

    text: str
    speaker: str
    stance: Stance
    citations: tuple[Citation, ...]
    label: str = ""
    gloss: str = ""
    withheld: bool = False
    hedges: tuple[Hedge, ...] = ()
    via: tuple[str, ...] = ()
    copies: int = 1

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError("a statement without a citation")
        if self.gloss and (self.text or not self.speaker):
            raise ValueError("a gloss beside a text, or without a speaker")


@dataclass(frozen=True, slots=True, kw_only=True)
class Premise:
    """What a question takes for granted and the articles do not say, in the question's words.

    Attributes:
        about: Whom or what it is said to be done to; "" where that is not named.
    """

    speaker: str
    stance: Stance
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that the search found; the higher the score, the nearer."""

    article_id: str
    version: int
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is shown to the reader, and what it rests on.

    Attributes:
        statements: In the order of showing; none in a refusal.
        nearest: On a refusal, the nearest passages, which do not answer; never support.
        retrieved: What was read, best first.
        mode: `quotes`, or `model:NAME`.
        premise: What the question takes for granted; the statements are what is said instead.
        unanswered: Parts of the question that the articles do not answer, in its own words.
        milliseconds: `total` and a row a stage.
    """

    question: Question
    outcome: Outcome
    statements: tuple[Statement, ...] = ()
    nearest: tuple[Citation, ...] = ()
    retrieved: tuple[Hit, ...] = ()
    mode: str = "quotes"
    notices: tuple[Notice, ...] = ()
    premise: Premise | None = None
    unanswered: tuple[str, ...] = ()
    milliseconds: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if (self.outcome is Outcome.REFUSED) == bool(self.statements):
            raise ValueError(f"{self.outcome} with {len(self.statements)} statements")

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation once, in the order in which the statements first use it."""
        found: dict[Citation, Citation] = {}
        for citation in (c for s in self.statements for c in s.citations):
            if citation not in found or not found[citation].translation:
                found[citation] = citation
        return tuple(found.values())


Event: TypeAlias = Statement | Answer
"""What an answerer yields: checked statements, then the answer."""
