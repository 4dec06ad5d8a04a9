"""The lock: a statement stands only if the sentences that it cites bear it out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.text.claim import Claim
from knowledge.text.lock.alignment import align
from knowledge.text.lock.causes import check_causes
from knowledge.text.lock.cited import CitedSentence, Fault, FaultKind
from knowledge.text.lock.claimed import check_claimed, check_denial, check_order, is_verbatim
from knowledge.text.lock.complements import check_complements
from knowledge.text.lock.content import check_content
from knowledge.text.lock.dropping import check_dropped
from knowledge.text.lock.figures import check_figures, check_units
from knowledge.text.lock.hedging import check_hedges
from knowledge.text.lock.lexicon import LANGUAGES
from knowledge.text.lock.modifiers import check_modifiers
from knowledge.text.lock.naming import check_names
from knowledge.text.lock.negation import check_negation
from knowledge.text.lock.roles import check_roles
from knowledge.text.lock.scope import check_groups, check_opposites, check_scope
from knowledge.text.lock.shortened import shorten
from knowledge.text.lock.speaking import check_speakers
from knowledge.text.lock.telling import read_telling

_GLOSS_CHECKS = (
    check_figures,
    check_units,
    check_names,
    check_content,
    check_opposites,
    check_groups,
    check_negation,
    check_roles,
    check_modifiers,
    check_complements,
    check_hedges,
    check_scope,
    check_causes,
)
_CHECKS = (*_GLOSS_CHECKS, check_speakers, check_dropped)


def check_statement(text: str, language: str, cited: Sequence[CitedSentence]) -> tuple[Fault, ...]:
    """Compare a statement with its quotes; nothing found means that it stands.

    Args:
        text: A short summary, in the reader's language.
        language: ISO 639-1 code of that language, not necessarily the quotes'.
        cited: The sentences that it must rest on, and on nothing else.
    """
    if unreadable := _unreadable(text, language, cited):
        return (unreadable,)
    faults = _check(text, language, cited)
    if faults and any(not _check(text, language, shorter) for shorter in _shorten(language, cited)):
        return ()
    return faults


def _check(text: str, language: str, cited: Sequence[CitedSentence]) -> tuple[Fault, ...]:
    alignment = align(text, language, cited)
    return tuple(fault for check in _CHECKS for fault in check(alignment))


def _shorten(language: str, cited: Sequence[CitedSentence]) -> Iterator[tuple[CitedSentence, ...]]:
    """The sentences with one of them shorter; in one language, where words tell more surely."""
    for number, sentence in enumerate(cited):
        for shorter in shorten(sentence) if sentence.language == language else ():
            yield (*cited[:number], shorter, *cited[number + 1 :])


def check_gloss(gloss: str, language: str, cited: CitedSentence, claim: Claim) -> tuple[Fault, ...]:
    """As `check_statement`, for what is said, where the program tells who says it, and how.

    Args:
        gloss: What follows "says that", "denies that", "fears that".
        cited: The sentence in which the claim is made.
        claim: The claim whose speaker, stance and hedge the program writes.
    """
    if unreadable := _unreadable(gloss, language, (cited,)):
        return (unreadable,)
    telling = read_telling(claim, cited)
    if not telling.is_clear:
        return (_unclear(claim),)
    alignment = replace(
        align(gloss, language, (cited,)),
        told_as=frozenset({claim.stance.value}),
        hedges=frozenset(hedge.value for hedge in telling.hedges),
        is_denied=telling.denies(claim),
    )
    checks = [c for c in _GLOSS_CHECKS if c is not check_roles or not is_verbatim(alignment, claim)]
    faults = [fault for check in checks for fault in check(alignment)]
    for check_claim in (check_claimed, check_order, check_denial):
        faults += check_claim(alignment, claim)
    return tuple(faults)


def _unclear(claim: Claim) -> Fault:
    reason = f"How sure the speaker is (“{claim.hedge}”) can't be told; leave the gloss out."
    return Fault(kind=FaultKind.HEDGE, words="", reason=reason)


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
