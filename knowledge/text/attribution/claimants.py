"""Who can claim responsibility, and where nobody does: "no group has claimed the attack"."""

from collections.abc import Sequence

from knowledge.text.attribution.lexicon import Lexicon
from knowledge.text.attribution.phrases import Phrase
from knowledge.text.attribution.saying import Cue
from knowledge.text.attribution.telling import Telling
from knowledge.text.attribution.tokens import Token
from knowledge.text.claim import Stance

_AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.ASKS})
"""Stances of those who do not say that it was claimed."""
_WITHIN = 6
"""Words from the verb to the attack, at most."""


def can_claim(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether the words before the verb are its subject, and not what is claimed."""
    words = lexicon.words
    deeds = words.deeds | words.blame
    part = [t for t in tokens[phrase.start : phrase.end] if t.low not in words.determiners]
    if not part or part[0].low in deeds or part[-1].low in deeds:
        return False
    return not phrase.start or tokens[phrase.start - 1].low not in words.deed_links


def without_claimed(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> Phrase:
    """Arabic "أعلن | تنظيم الدولة | مسؤوليته عن": the speaker ends before what is claimed."""
    claimed = lexicon.words.blame | lexicon.words.deeds
    inside = range(phrase.start + 1, phrase.end)
    end = next((n for n in inside if tokens[n].low in claimed), phrase.end)
    return phrase if end == phrase.end else Phrase(start=phrase.start, end=end)


def claimant_behind_lead(tokens: Sequence[Token], cue: Cue, lexicon: Lexicon) -> Phrase | None:
    """Russian "В своём канале | группировка «Фронт» | взяла": the noun that no preposition leads.

    Without articles only the noun itself, in the nominative, tells where the subject begins.
    """
    words = lexicon.words
    for at in range(cue.group - 1, 0, -1):
        if not tokens[at].is_word or tokens[at].low in words.prepositions | words.conjunctions:
            return None
        before = tokens[at - 1].low
        if tokens[at].low in words.claimants and before not in words.prepositions:
            return Phrase(start=at, end=cue.group)
    return None


def is_unclaimed(
    tokens: Sequence[Token], cue: Cue, phrase: Phrase | None, lexicon: Lexicon
) -> bool:
    """Whether nobody claims it, or it is only asked who does."""
    words = lexicon.words
    near_verb = tokens[max(0, cue.group - 1) : cue.group + 1]
    if cue.is_negated or any(t.low in words.askers for t in near_verb):
        return True
    if tokens[-1].text in "?؟" or _is_of_others(tokens, cue.end, lexicon):
        return True
    if phrase is None:
        return _is_impersonal(tokens, cue, lexicon)
    if phrase.is_relative and tokens[max(0, cue.group - 2)].low in words.prepositions:
        return True  # "al que se atribuye el ataque"
    near = tokens[max(0, phrase.start - 1) : phrase.end]
    return any(
        t.low in words.negators | words.askers or lexicon.pronouns.get(t.low) == "first"
        for t in near
    )


def _is_impersonal(tokens: Sequence[Token], cue: Cue, lexicon: Lexicon) -> bool:
    """Spanish "el ataque se atribuye a": without a subject it is no claim of the last speaker's."""
    words = lexicon.words
    near = tokens[cue.group : cue.end + 1]
    if any(t.low in words.oneself for t in near):
        return True
    return any(t.low in words.deeds | words.blame for t in tokens[: cue.group])


def _is_of_others(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> bool:
    """Whether it is other attacks that are claimed: "has claimed similar attacks in the past"."""
    words = lexicon.words
    for at in range(start, min(start + _WITHIN, len(tokens))):
        if not tokens[at].is_word or tokens[at].low in words.conjunctions:
            return False
        if tokens[at].low in words.other_deeds:
            return True
        if tokens[at].low in words.deeds:
            return any(t.low in words.other_deeds for t in tokens[at + 1 : at + 2])
    return False


def is_claim_denied(telling: Telling, found: Sequence[Telling]) -> bool:
    """Whether a claim of responsibility is told by somebody who denies or doubts it."""
    if telling.cue.stance is not Stance.CLAIMS_RESPONSIBILITY:
        return False
    return any(
        (one.cue.is_negated or one.cue.stance in _AGAINST)
        and (any(a <= telling.cue.start < b for a, b in one.contents) or not one.contents)
        for one in found
    )
