"""Translations of quotes: names, figures and negations are the quote's, all of them."""

from collections.abc import Iterator
from dataclasses import replace

from knowledge.text.lock.alignment import Alignment, align
from knowledge.text.lock.cited import CitedSentence, Fault, FaultKind
from knowledge.text.lock.dropping import check_dropped
from knowledge.text.lock.figures import check_figures, check_units
from knowledge.text.lock.hedging import check_hedges
from knowledge.text.lock.lexicon import LANGUAGES
from knowledge.text.lock.naming import check_names
from knowledge.text.lock.negation import check_negation
from knowledge.text.lock.roles import check_roles
from knowledge.text.lock.scope import check_opposites
from knowledge.text.lock.speaking import check_speakers

_SHORTEST, _LONGEST = 0.4, 2.5
"""Of the quote's length; what lies outside has lost or gained something."""

_FORWARD = (
    check_figures,
    check_units,
    check_names,
    check_opposites,
    check_negation,
    check_roles,
    check_hedges,
    check_speakers,
    check_dropped,
)
_BACKWARD = (check_figures, check_negation)


def check_translation(text: str, language: str, cited: CitedSentence) -> tuple[Fault, ...]:
    """Compare a whole translation with its quote, both ways; nothing found means that it may stand.

    Both ways, since a translation that leaves something out is as wrong as one that adds to it.
    """
    if unlike := _unlike(text, language, cited):
        return (unlike,)
    # The claims' names are not the sentence's own, and a translation has nothing from elsewhere.
    quote = replace(cited, claims=(), before="")
    there = align(text, language, (quote,))
    back = align(quote.text, quote.language, (CitedSentence(text=text, language=language),))
    forward = [fault for check in _FORWARD for fault in check(there)]
    backward = [fault for check in _BACKWARD for fault in check(back)]
    return (*forward, *backward, *_check_left_out(back), *_check_denials(there))


def _unlike(text: str, language: str, cited: CitedSentence) -> Fault | None:
    reason = ""
    if not {language, cited.language} <= set(LANGUAGES) or language == cited.language:
        reason = "A translation between these languages can't be checked."
    elif not _SHORTEST <= len(text.strip()) / max(1, len(cited.text)) <= _LONGEST:
        reason = "The translation is much shorter or longer than the sentence."
    return Fault(kind=FaultKind.UNREADABLE, words="", reason=reason) if reason else None


def _check_left_out(back: Alignment) -> Iterator[Fault]:
    """Names of the quote that the translation lacks; of a full name one part is enough."""
    quote = back.statement
    lacking = {fault.words for fault in check_names(back)}
    for at, token in enumerate(quote.tokens):
        beside = [i for i in (at - 1, at + 1) if 0 <= i < len(quote.tokens) and quote.is_name[i]]
        if (
            quote.is_name[at]
            and token.text in lacking
            and not any(quote.tokens[i].text not in lacking for i in beside)
        ):
            reason = f"The translation leaves out “{token.text}”."
            yield Fault(kind=FaultKind.NAME, words=token.text, reason=reason)


def _check_denials(alignment: Alignment) -> Iterator[Fault]:
    """One side denies something, and the other nothing at all."""
    there = "direct" in alignment.statement.all_concepts("negation")
    if there != ("direct" in alignment.concepts("negation")) and not _is_implied(alignment):
        yield Fault(
            kind=FaultKind.NEGATION,
            words="",
            reason="The translation denies, or does not deny, unlike the sentence.",
        )


def _is_implied(alignment: Alignment) -> bool:
    """Whether a word such as "denies" or "without" stands for the denial on the other side."""
    return bool(alignment.statement.all_concepts("negation")) and bool(
        alignment.concepts("negation")
    )
