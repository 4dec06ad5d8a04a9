"""What the answerer asks of a composer."""

from collections.abc import AsyncIterator
from typing import Protocol

from knowledge.answering.answer import Outcome, Question, Statement
from knowledge.answering.evidence import Evidence
from knowledge.errors import NewsError


class CompositionError(NewsError):
    """A composer has nothing that can be used; another one is to take its place."""


class Composer(Protocol):
    """Says what the evidence says."""

    @property
    def mode(self) -> str:
        """`quotes`, or `model:NAME`."""
        ...

    def compose(self, question: Question, evidence: Evidence) -> AsyncIterator[Statement | Outcome]:
        """Statements as they stand, and one outcome as the last item.

        Raises:
            CompositionError: It failed; the statements so far do not make an answer.
        """
        ...
