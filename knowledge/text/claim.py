"""Who says what: one claim of an article, with its speaker, as data."""

from dataclasses import dataclass
from enum import StrEnum

from knowledge.text.passage import Span


class Voice(StrEnum):
    """Whose words a claim is told in."""

    ARTICLE = "article"
    REPORTED = "reported"
    DIRECT = "direct"


class Stance(StrEnum):
    """What the speaker does by saying it."""

    CLAIMS_RESPONSIBILITY = "claims_responsibility"
    ACCUSES = "accuses"
    DENIES = "denies"
    CONFIRMS = "confirms"
    DOUBTS = "doubts"
    WARNS = "warns"
    FEARS = "fears"
    BELIEVES = "believes"
    PROMISES = "promises"
    DEMANDS = "demands"
    PRAISES = "praises"
    CRITICISES = "criticises"
    DESCRIBES = "describes"
    ASKS = "asks"
    REPORTS = "reports"
    SAYS = "says"
    STATES = "states"
    """The article's own voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that somebody says in one sentence of an article.

    Attributes:
        sentence: Number of the sentence that it stands in.
        content: What is said.
        speaker: The name, resolved through pronouns and titles; "" is the article's own voice, or,
            with `Voice.DIRECT`, a quotation of which nobody is named as the speaker.
        mention: The words that stand for the speaker here ("she", "the Russian president").
        label: The speaker as a reader is shown them, made of name and role; "" is the name alone.
        role: What the article says the speaker is ("the North American Vice President").
        cue: The words of saying ("accuses", "according to").
        negated: The speaker does not say it ("did not confirm"), or says that something is not
            so; a bare denial has that as its stance instead.
        hedge: The words that weaken it ("by all accounts"), or "".
        channel: To whom or where it was said ("to ABC", "through Telegram"), or "".
        via: Speakers who report that the speaker says it, outermost first.
        proposed: A model found it, and the rules bear it out; otherwise the rules found it.
    """

    sentence: int
    content: Span
    speaker: str
    stance: Stance
    voice: Voice
    mention: Span | None = None
    role: str = ""
    label: str = ""
    cue: Span | None = None
    negated: bool = False
    hedge: str = ""
    channel: str = ""
    via: tuple[str, ...] = ()
    proposed: bool = False
