"""The lock between a model's statement and the reader: it stands on its quotes, or not at all."""

from collections.abc import Sequence

from knowledge.answering.evidence import Candidate
from knowledge.text.lock.cited import CitedSentence
from knowledge.text.lock.lock import check_statement


class LockChecker:
    """Checks statements by the rules of `knowledge.text.lock`; no model is asked."""

    def check(self, text: str, cited: Sequence[Candidate], language: str) -> str | None:
        """Why *text* is not borne out by *cited*, in plain English; None where it is."""
        faults = check_statement(text, language, [_cited_sentence(one) for one in cited])
        return " ".join(dict.fromkeys(fault.reason for fault in faults)) or None


def _cited_sentence(candidate: Candidate) -> CitedSentence:
    return CitedSentence(
        text=candidate.sentence.text,
        language=candidate.source.language,
        start=candidate.sentence.start,
        before=candidate.before,
        claims=candidate.claims,
    )
