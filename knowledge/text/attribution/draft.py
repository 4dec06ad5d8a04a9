"""A claim before it is known who is meant: the words of saying, of the speaker, of what is said."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.text.attribution.mentions import Mention
from knowledge.text.attribution.tokens import Token
from knowledge.text.claim import Stance
from knowledge.text.passage import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Words that somebody says.

    Attributes:
        frame: Its number among the page's frames.
        mention: The speaker's words; None is whoever spoke last.
        inner: What is quoted inside.
        cites: The speaker before passes it on.
        subject: Whoever the sentence is about, where the mention is a pronoun in a phrase.
        is_plural: The verb is in the plural, so that no single person speaks.
        is_unread: The sentence has a subject of its own that was not understood.
        gender: What the verb tells of a speaker who is not named: `m`, `f` or "".
        is_indirect: Reported speech without a word of saying of its own.
        is_heading: A short quotation in a line of its own, whose speaker the heading leaves open.
    """

    frame: int
    contents: tuple[Span, ...]
    stance: Stance
    mention: Mention | None = None
    cue: Span | None = None
    is_negated: bool = False
    channel: str = ""
    inner: tuple["Draft", ...] = ()
    cites: bool = False
    is_plural: bool = False
    gender: str = ""
    is_unread: bool = False
    is_indirect: bool = False
    subject: Mention | None = None
    is_heading: bool = False

    @property
    def place(self) -> int:
        """Where it is told, for the order of speakers."""
        return self.cue.start if self.cue else self.contents[0].start


def span_of(tokens: Sequence[Token]) -> Span:
    """From the start of the first token to the end of the last."""
    return Span(start=tokens[0].start, end=tokens[-1].end)
