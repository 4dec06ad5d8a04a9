"""What the lock is given, and what it finds wrong."""

from dataclasses import dataclass
from enum import StrEnum

from knowledge.text.claim import Claim


class FaultKind(StrEnum):
    """What about a statement its quotes don't bear out."""

    FIGURE = "figure"
    NAME = "name"
    NEGATION = "negation"
    SPEAKER = "speaker"
    STANCE = "stance"
    HEDGE = "hedge"
    ROLE = "role"
    SCOPE = "scope"
    CAUSE = "cause"
    CONTENT = "content"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSentence:
    """A sentence that a statement rests on.

    Attributes:
        language: ISO 639-1 code of the sentence.
        start: Where it begins in the article, in code points; the claims' spans count from there.
        before: The sentence before it, which may say who "he" is; "" where there is none.
        claims: Who says what in it, where that is known.
    """

    text: str
    language: str
    start: int = 0
    before: str = ""
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One reason why a statement does not stand.

    Attributes:
        words: The statement's words that are at fault; "" where something is missing from it.
        reason: One plain English sentence, for a model that may try again.
    """

    kind: FaultKind
    words: str
    reason: str
