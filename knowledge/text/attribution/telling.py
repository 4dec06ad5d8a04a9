"""A word of saying with its speaker and its words."""

from dataclasses import dataclass

from knowledge.text.attribution.phrases import Phrase
from knowledge.text.attribution.saying import Cue
from knowledge.text.claim import Stance

_WITH_CLAUSE = frozenset(
    {
        Stance.SAYS,
        Stance.REPORTS,
        Stance.BELIEVES,
        Stance.CONFIRMS,
        Stance.WARNS,
        Stance.FEARS,
        Stance.ASKS,
        Stance.PROMISES,
    }
)
"""Stances whose verbs have what is said as a clause: "on Monday" beside them is none of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A word of saying with its speaker and its words, as places in a frame's tokens.

    Attributes:
        phrase: The speaker; None is whoever spoke last.
        contents: Ranges of what is said; none if it stands in a neighbouring frame.
        follows: What is said comes after the cue.
        cites: The speaker of the telling before passes it on ("said, citing X").
    """

    cue: Cue
    phrase: Phrase | None
    contents: tuple[tuple[int, int], ...]
    follows: bool = True
    cites: bool = False


def takes_clause(cue: Cue) -> bool:
    """Whether what is said is a clause, rather than an object ("blamed the fault on")."""
    return cue.stance in _WITH_CLAUSE and (cue.end == cue.start + 1 or cue.is_split)
