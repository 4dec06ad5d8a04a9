"""Claims that somebody proposes, kept only where the rules read the same in the sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.text.attribution import find_names
from knowledge.text.attribution.lexicon_files import load_lexicon
from knowledge.text.claim import Claim, Stance, Voice
from knowledge.text.lock.denials import denied_places
from knowledge.text.lock.predicates import find_structure
from knowledge.text.lock.reading import Reading, read
from knowledge.text.lock.utterance import Utterance
from knowledge.text.lock.utterances import find_utterances
from knowledge.text.passage import Sentence, Span

_FEWEST_WORDS = 2
_WORD = re.compile(r"\w+")
_TRIMMED = " \t\n,;:.–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What is proposed of a sentence: who does what in it, and by which of its words."""

    speaker: str
    stance: Stance
    verb: str


def bear_out(
    proposed: Proposed, sentence: Sentence, language: str, known: Sequence[Claim] = ()
) -> Claim | None:
    """The proposal as a claim, or None.

    It stands where the words of saying are in the sentence and have that stance in the rules'
    lists, and the rules read them as that speaker's, without a denial. A speaker who is only
    meant ("she") is taken where *known*, the rules' own claims, have them in the sentence.

    Args:
        known: The rules' claims of the article.
    """
    speaker, stance = proposed.speaker, proposed.stance
    cue = _find(proposed.verb, sentence.text)
    if cue is None or stance not in _stances(sentence.text[cue.start : cue.end], language):
        return None
    reading = read(sentence.text, language)
    told = [u for u in find_utterances(reading) if _stands_in(reading, u, cue)]
    denied = denied_places(reading, find_structure(reading))
    told = [u for u in told if stance.value in u.stances and u.at not in denied]
    mention = _find(speaker, sentence.text)
    name = _name(sentence, language, speaker, mention, known)
    if not name or not any(_speaks(reading, u, mention, name, language) for u in told):
        return None
    content = _content(sentence.text, cue, mention)
    if content is None:
        return None
    return Claim(
        sentence=sentence.number,
        content=_shifted(content, sentence.start),
        speaker=name,
        stance=stance,
        voice=Voice.REPORTED,
        mention=_shifted(mention, sentence.start) if mention else None,
        cue=_shifted(cue, sentence.start),
        proposed=True,
    )


def _find(words: str, text: str) -> Span | None:
    """Where *words* stand in *text*, whole and as they are written."""
    if not _WORD.search(words):
        return None
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
    found = re.search(pattern, text)
    return Span(start=found.start(), end=found.end()) if found else None


def _stances(verb: str, language: str) -> frozenset[Stance]:
    """What the rules' lists say of the verb's words."""
    words = [word.lower() for word in _WORD.findall(verb)]
    verbs = load_lexicon(language).verbs
    return frozenset(
        one.stance
        for at, word in enumerate(words)
        for one in verbs.get(word, ())
        if all(rest in words[at + 1 :] for rest in one.rest if _WORD.search(rest))
    )


def _stands_in(reading: Reading, utterance: Utterance, cue: Span) -> bool:
    token = reading.tokens[utterance.at] if utterance.at >= 0 else None
    return token is not None and cue.start <= token.start < cue.end


def _name(
    sentence: Sentence, language: str, speaker: str, mention: Span | None, known: Sequence[Claim]
) -> str:
    """The speaker's full name, by the rules' own cast; "" where they know of none."""
    meant = {c.speaker for c in known if c.sentence == sentence.number and c.speaker}
    if mention is None:
        return speaker if speaker in meant else ""
    names = find_names(sentence.text, language)
    named = [n.text for n in names if mention.covers(n.span) or n.span.covers(mention)]
    cast = {c.speaker for c in known if c.speaker}
    full = {c for c in cast if named and set(named[-1].split()) <= set(c.split())}
    return full.pop() if len(full) == 1 else named[-1] if named else ""


def _speaks(
    reading: Reading, utterance: Utterance, mention: Span | None, name: str, language: str
) -> bool:
    """Whether the rules read the words of saying as this speaker's."""
    if mention is None:
        return utterance.is_open
    inside = {
        i for i, token in enumerate(reading.tokens) if mention.start <= token.start < mention.end
    }
    words = read(name, language)
    keys = words.keys_of(range(len(words.tokens)))
    return not inside.isdisjoint(utterance.speaker) and not keys.isdisjoint(utterance.speaker_keys)


def _content(text: str, cue: Span, mention: Span | None) -> Span | None:
    """What is said: behind the words of saying, or all before them."""
    ends = [cue.end] + ([mention.end] if mention and mention.start >= cue.start else [])
    starts = [cue.start] + ([mention.start] if mention else [])
    behind, before = (max(ends), len(text)), (0, min(starts))
    for start, end in (behind, before):
        part = text[start:end]
        bare = part.strip(_TRIMMED)
        if len(_WORD.findall(bare)) >= _FEWEST_WORDS:
            first = start + part.index(bare)
            return Span(start=first, end=first + len(bare))
    return None


def _shifted(span: Span, by: int) -> Span:
    return Span(start=span.start + by, end=span.end + by)
