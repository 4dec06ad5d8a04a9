"""The claim's own words: a gloss rests on what its speaker says, and not on the next clause."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.text.claim import Claim
from knowledge.text.lock.alignment import Alignment, Quoted
from knowledge.text.lock.cited import Fault, FaultKind
from knowledge.text.lock.reading import read
from knowledge.text.lock.telling import content_reading
from knowledge.text.lock.utterance import Utterance
from knowledge.text.lock.utterances import find_utterances

_MOST_NOUN_WORDS = 2


def check_claimed(alignment: Alignment, claim: Claim) -> Iterator[Fault]:
    """Words and figures that the sentence has only outside of what the speaker says."""
    quoted = alignment.quotes[0]
    inside = _said(quoted, claim) | _governed(quoted, claim)
    inside -= _said_by_others(alignment, quoted, claim)
    outside = [*_words_outside(alignment, quoted, claim, inside)]
    if _may_be_pronouns(alignment, quoted, claim, outside):
        outside = []
    outside += _figures_outside(alignment, quoted, inside)
    if outside:
        words = alignment.statement.words(outside)
        yield Fault(
            kind=FaultKind.SPEAKER,
            words=words,
            reason=f"“{words}” is not in what {claim.speaker} says in the sentence of that claim.",
        )


def check_order(alignment: Alignment, claim: Claim) -> Iterator[Fault]:
    """Two names that stand the other way round than in what the speaker says."""
    quoted = alignment.quotes[0]
    inside = _said(quoted, claim)
    if any(p.is_passive for s in (alignment, quoted) for p in s.structure.predicates):
        return
    names = [
        (at, places)
        for at, found in enumerate(quoted.words)
        if alignment.is_name(at) and (places := inside & set(found))
    ]
    for (one, first), (other, second) in pairwise(names):
        if first.isdisjoint(second) and min(first) > max(second):
            words = alignment.statement.words([one, other])
            yield Fault(
                kind=FaultKind.ROLE,
                words=words,
                reason=f"“{words}” stand the other way round in what {claim.speaker} says.",
            )


def check_denial(alignment: Alignment, claim: Claim) -> Iterator[Fault]:
    """A denial of which nothing is in what the speaker says, such as a second one."""
    content = content_reading(claim, alignment.quotes[0].cited)
    own = "direct" in alignment.statement.all_concepts("negation")
    if own and not content.all_concepts("negation"):
        yield Fault(
            kind=FaultKind.NEGATION,
            words="",
            reason=f"What {claim.speaker} says holds no denial; the program writes “denies”.",
        )


def _may_be_pronouns(
    alignment: Alignment, quoted: Quoted, claim: Claim, outside: Sequence[int]
) -> bool:
    """Whether the words are a noun for which the claim has "it" or "them"; never a name."""
    content = content_reading(claim, quoted.cited)
    open_words = any(content.has(i, "grammar", "pronoun") for i in range(len(content.tokens)))
    others = _said_by_others(alignment, quoted, claim)
    return (
        open_words
        and len(outside) <= _MOST_NOUN_WORDS
        and not any(alignment.is_name(at) for at in outside)
        and all(others.isdisjoint(quoted.words[at]) for at in outside)
    )


def is_verbatim(alignment: Alignment, claim: Claim) -> bool:
    """Whether the gloss is the claim's own words from their start to a pause: no role differs."""
    quoted = alignment.quotes[0]
    own = [t.folded for t in alignment.statement.tokens if t.is_word]
    said = [quoted.reading.tokens[i] for i in sorted(_said(quoted, claim))]
    while said and not said[0].is_word:
        said.pop(0)
    words = [t.folded for t in said if t.is_word]
    if not own or not quoted.is_same_language or words[: len(own)] != own:
        return False
    at = [n for n, t in enumerate(said) if t.is_word][len(own) - 1]
    return at + 1 == len(said) or not said[at + 1].is_word


def _said(quoted: Quoted, claim: Claim) -> frozenset[int]:
    return _tokens(quoted, claim.content.start, claim.content.end)


def _governed(quoted: Quoted, claim: Claim) -> frozenset[int]:
    """What the claim's own cue governs by the lock's reading, which may be more than its span."""
    if claim.cue is None:
        return frozenset()
    cue = _tokens(quoted, claim.cue.start, claim.cue.end)
    return frozenset().union(
        *(u.content for u in find_utterances(quoted.reading) if u.at in cue and u.speaker)
    )


def _tokens(quoted: Quoted, start: int, end: int) -> frozenset[int]:
    first = quoted.cited.start
    return frozenset(
        i for i, t in enumerate(quoted.reading.tokens) if start <= first + t.start < end
    )


def _said_by_others(alignment: Alignment, quoted: Quoted, claim: Claim) -> frozenset[int]:
    """What somebody else says within what the speaker says."""
    mine = _said(quoted, claim)
    parts = [
        *(_said(quoted, c) for c in quoted.cited.claims if c.speaker not in ("", claim.speaker)),
        *(
            u.content | {u.at} | u.speaker
            for u in find_utterances(quoted.reading)
            if u.at in mine and u.speaker and not _is_speaker(u, claim, quoted)
        ),
    ]
    others = frozenset(i for part in parts if not part >= mine for i in part)
    tells_it = any(u.speaker for u in find_utterances(alignment.statement))
    return frozenset() if tells_it else others


def _is_speaker(utterance: Utterance, claim: Claim, quoted: Quoted) -> bool:
    mention = claim.mention or claim.cue
    mentioned = _tokens(quoted, mention.start, mention.end) if mention else frozenset()
    cue = _tokens(quoted, claim.cue.start, claim.cue.end) if claim.cue else frozenset()
    is_pronoun = all(quoted.reading.has(i, "grammar", "pronoun") for i in utterance.speaker)
    if is_pronoun or utterance.at in cue or not mentioned.isdisjoint(utterance.speaker):
        return True
    return not utterance.speaker_keys.isdisjoint(_speaker_keys(claim, quoted))


def _speaker_keys(claim: Claim, quoted: Quoted) -> frozenset[str]:
    texts = [claim.speaker, claim.role, *claim.via]
    readings = [read(text, quoted.cited.language) for text in texts if text]
    return frozenset(key for r in readings for key in r.keys_of(range(len(r.tokens))))


def _words_outside(
    alignment: Alignment, quoted: Quoted, claim: Claim, inside: frozenset[int]
) -> Iterator[int]:
    statement = alignment.statement
    speaker = _speaker_keys(claim, quoted)
    for at, places in enumerate(quoted.words):
        tells = statement.is_content[at] or statement.is_name[at]
        if not (tells and places) or not inside.isdisjoint(places):
            continue
        if (statement.keys[at] | statement.sounds[at]).isdisjoint(speaker):
            yield at


def _figures_outside(alignment: Alignment, quoted: Quoted, inside: frozenset[int]) -> Iterator[int]:
    for figure in alignment.statement.figures:
        same = [
            f for f in quoted.reading.figures if (f.kind, f.value) == (figure.kind, figure.value)
        ]
        if same and not any(f.start in inside for f in same):
            yield figure.start
