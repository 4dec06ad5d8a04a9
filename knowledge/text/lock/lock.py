"""The lock: a statement stands only if the sentences that it cites bear it out."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.text.claim import Claim, Stance
from knowledge.text.lock.alignment import align
from knowledge.text.lock.causes import check_causes
from knowledge.text.lock.cited import CitedSentence, Fault, FaultKind
from knowledge.text.lock.content import check_content
from knowledge.text.lock.figures import check_figures, check_units
from knowledge.text.lock.hedging import check_hedges
from knowledge.text.lock.lexicon import LANGUAGES
from knowledge.text.lock.naming import check_names
from knowledge.text.lock.negation import check_negation
from knowledge.text.lock.reading import read
from knowledge.text.lock.roles import check_roles
from knowledge.text.lock.scope import check_groups, check_opposites, check_scope
from knowledge.text.lock.speaking import check_speakers

_GLOSS_CHECKS = (
    check_figures,
    check_units,
    check_names,
    check_content,
    check_opposites,
    check_groups,
    check_negation,
    check_roles,
    check_hedges,
    check_scope,
    check_causes,
)
_CHECKS = (*_GLOSS_CHECKS, check_speakers)


def check_statement(text: str, language: str, cited: Sequence[CitedSentence]) -> tuple[Fault, ...]:
    """Compare a statement with its quotes; nothing found means that it stands.

    Args:
        text: A short summary, in the reader's language.
        language: ISO 639-1 code of that language, not necessarily the quotes'.
        cited: The sentences that it must rest on, and on nothing else.
    """
    if unreadable := _unreadable(text, language, cited):
        return (unreadable,)
    alignment = align(text, language, cited)
    return tuple(fault for check in _CHECKS for fault in check(alignment))


def check_gloss(
    gloss: str, language: str, cited: Sequence[CitedSentence], claim: Claim
) -> tuple[Fault, ...]:
    """As `check_statement`, for what is said, where the program tells who says it, and how.

    Args:
        gloss: What follows "says that", "denies that", "fears that".
        claim: The claim whose speaker, stance and hedge the program writes.
    """
    if unreadable := _unreadable(gloss, language, cited):
        return (unreadable,)
    alignment = replace(
        align(gloss, language, cited),
        told_as=frozenset({claim.stance.value}),
        hedges=read(claim.hedge, cited[0].language).all_concepts("hedge"),
        is_denied=claim.stance is Stance.DENIES,
    )
    return tuple(fault for check in _GLOSS_CHECKS for fault in check(alignment))


def _unreadable(text: str, language: str, cited: Sequence[CitedSentence]) -> Fault | None:
    unknown = sorted({language, *(c.language for c in cited)} - set(LANGUAGES))
    reason = ""
    if not text.strip():
        reason = "The statement is empty."
    elif not cited:
        reason = "The statement cites no sentence."
    elif unknown:
        reason = f"Statements in “{unknown[0]}” can't be checked."
    return Fault(kind=FaultKind.UNREADABLE, words="", reason=reason) if reason else None
