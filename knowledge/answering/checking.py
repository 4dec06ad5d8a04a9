"""The lock between a model's words and the reader: they stand on their quotes, or not at all."""

from collections.abc import Iterable, Sequence

from knowledge.answering.evidence import Candidate
from knowledge.answering.model_sheet import cited_sentence
from knowledge.text.claim import Claim
from knowledge.text.lock.cited import Fault
from knowledge.text.lock.lock import check_gloss, check_statement
from knowledge.text.lock.translating import check_translation


class LockChecker:
    """Checks words by the rules of `knowledge.text.lock`; no model is asked."""

    def check(self, text: str, cited: Sequence[Candidate], language: str) -> str | None:
        """Why *text* is not borne out by *cited*, in plain English; None where it is."""
        return _reason(check_statement(text, language, [cited_sentence(one) for one in cited]))

    def check_gloss(
        self, gloss: str, candidate: Candidate, claim: Claim, language: str
    ) -> str | None:
        """Why *gloss* is not what the claim's speaker says, in plain English; None where it is."""
        return _reason(check_gloss(gloss, language, cited_sentence(candidate), claim))

    def check_translation(self, text: str, candidate: Candidate, language: str) -> str | None:
        """Why *text* is no translation of the candidate's sentence; None where it may be one."""
        return _reason(check_translation(text, language, cited_sentence(candidate)))


def _reason(faults: Iterable[Fault]) -> str | None:
    return " ".join(dict.fromkeys(fault.reason for fault in faults)) or None
