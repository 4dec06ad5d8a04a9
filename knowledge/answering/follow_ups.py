"""A question in its chat: in which language it is, and how it stands by itself."""

from collections.abc import Sequence
from typing import Protocol

from knowledge.text.language import identify_language
from knowledge.text.talk.understanding import understand

MOST_TURNS = 20

_FEW_WORDS = 3


Turn = tuple[str, str]
"""An earlier question, as it was understood, and its language."""


class Understanding(Protocol):
    """Makes a question stand by itself."""

    async def understand(self, text: str, language: str, turns: Sequence[Turn]) -> str:
        """The question with what it takes from *turns*, oldest first; *text* where it does not."""
        ...


class ByRules:
    """Carries names and topic on by the rules of `knowledge.text.talk`."""

    async def understand(self, text: str, language: str, turns: Sequence[Turn]) -> str:
        """The question by the rules."""
        return understand(text, language, turns)


def read_turns(questions: Sequence[str]) -> tuple[Turn, ...]:
    """The last of a chat's questions, each with its language."""
    said = [question for question in questions if question.strip()][-MOST_TURNS:]
    return tuple((question, identify_language(question)) for question in said)


def tell_language(text: str, turns: Sequence[Turn]) -> str:
    """The language of a question; a few words may be of the one before's as well: "y Harris?"."""
    likely = turns[-1][1] if turns and len(text.split()) <= _FEW_WORDS else ""
    return identify_language(text, likely)
