"""Whether two positions exclude each other; pure rules, and nothing is said of who is right.

They must be about the same thing, as their words show: speakers who say different things that can
both be so do not disagree. What the rules cannot tell is taken for compatible.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from knowledge.answering.positions import AGAINST, Position
from knowledge.text.claim import Stance
from knowledge.text.words.lexicon import Asked, load_lexicon
from knowledge.text.words.names import is_same_name
from knowledge.text.words.reading import CAPITALS, KIN, Reading, find_asked, heard, read, sounds_of
from knowledge.text.words.stems import Word
from knowledge.text.words.themes import Theme, is_about, is_of

_SCOPE = 3
"""Topic words behind a "not" that it may deny."""

_ANSWERS_WITHIN = 2
"""Sentences behind a statement in which somebody may reject it without repeating it."""

_MOST_OF_IT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What the question leaves open.

    Attributes:
        topic: Its topic words without those that ask.
        rare: Those of them that the fewest positions have, and at least one has.
        telling: How much a word tells, by its stem: the fewer positions have it, the more.
    """

    reading: Reading
    asked: Asked
    topic: tuple[Word, ...]
    rare: tuple[Word, ...]
    telling: Mapping[str, float]

    @property
    def asks_for_blame(self) -> bool:
        """Whether it asks who did it, whether sources agree on that, or only names somebody."""
        if is_about(Theme.BLAME, self.reading) or is_about(Theme.AGREEMENT, self.reading):
            return True
        first, names = self.reading.words[:1], self.reading.names
        is_bare = bool(self.topic) and all(w in names and w not in first for w in self.topic)
        return self.asked is Asked.POLAR and is_bare

    def share(self, some: Sequence[Word], of: Sequence[Word]) -> float:
        """How much of what *of* tells is told by *some* of them."""
        whole = sum(self.telling.get(word.stem, 1.0) for word in of)
        return sum(self.telling.get(word.stem, 1.0) for word in some) / whole if whole else 0.0


def read_asking(question: Reading, positions: Sequence[Position]) -> Asking:
    """Read a question beside the positions that may answer it."""
    asked, phrase = find_asked(question)
    topic = tuple(word for word in question.topic if word.start not in phrase)
    counts = [sum(_has(one.content, word, question) for one in positions) for word in topic]
    least = min((count for count in counts if count), default=0)
    rare = tuple(w for w, count in zip(topic, counts, strict=True) if 0 < count == least)
    return Asking(
        reading=question, asked=asked, topic=topic, rare=rare, telling=_telling(positions)
    )


def _telling(positions: Sequence[Position]) -> Mapping[str, float]:
    found = Counter(stem for one in positions for stem in one.content.topic_stems)
    return {stem: math.log(1 + len(positions) / count) for stem, count in found.items()}


def exclude_each_other(one: Position, other: Position, asking: Asking) -> bool:
    """Whether two speakers cannot both be right about what is asked."""
    if one.is_of(other) or one.withholds or other.withholds:
        return False
    pairs = ((one, other), (other, one))
    return any(rule(a, b, asking) for a, b in pairs for rule in _RULES)


def _denies_the_same(said: Position, denied: Position, asking: Asking) -> bool:
    """One says it, and the other that it is not so, in words that are partly the same."""
    if said.denies or said.claim.stance in _OPEN_STANCES or not denied.denies:
        return False
    if _is_other_language(said, denied):
        return False
    scope = tuple(_scope(denied))
    shared = [word for word in scope if _has(said.content, word, denied.content)]
    if not any(not _is_name(word, denied.content) for word in shared):
        return False
    if denied.claim.stance in AGAINST:
        return asking.share(shared, scope) > _MOST_OF_IT
    if any(_has_rare(shared, word, asking, denied) for word in asking.rare):
        return True
    alike = [w for w in denied.content.topic if _has(said.content, w, denied.content)]
    return len(alike) > 1


def _rejects_what_was_said(said: Position, denied: Position, _: Asking) -> bool:
    """One says it, and the next rejects "that account"."""
    place, later = said.candidate.sentence, denied.candidate.sentence
    return (
        not said.denies
        and denied.claim.stance in AGAINST
        and place.article_id == later.article_id
        and 0 <= later.number - place.number <= _ANSWERS_WITHIN
        and said.claim.content.end <= denied.claim.content.start
        and is_only_pointed_at(denied)
    )


def _denies_the_blame(said: Position, denied: Position, asking: Asking) -> bool:
    """One lays it on somebody; and another, or the accused, says that it is not so."""
    if said.denies or not denied.denies or not is_about_blame(said):
        return False
    accused = said.content.names if said.content.language in CAPITALS else said.content.topic
    answers = _names_any(denied.speaker, accused, denied) and is_about_blame(denied)
    named = [a for a in accused if any(is_same_name(a, b) for b in denied.content.names)]
    flat = denied.claim.stance in AGAINST and is_about_blame(denied)
    asked = any(is_same_name(one, word) for one in named for word in asking.topic)
    return answers or bool(named and asking.asks_for_blame) or (flat and asked)


def is_about_blame(position: Position) -> bool:
    """Whether somebody is held responsible in it, or not."""
    blames = position.claim.stance in (Stance.CLAIMS_RESPONSIBILITY, Stance.ACCUSES)
    return blames or is_about(Theme.BLAME, position.content)


def _names_any(speaker: str, words: Sequence[Word], by: Position) -> bool:
    parts = read(speaker, by.content.language).topic
    return any(is_same_name(part, word) for part in parts[-1:] for word in words)


def _blames_another(said: Position, other: Position, asking: Asking) -> bool:
    """One accuses somebody of what another claims, or lays on somebody else."""
    if said.claim.stance is not Stance.ACCUSES or said.denies or other.denies:
        return False
    if not asking.asks_for_blame:
        return False
    if other.claim.stance is Stance.CLAIMS_RESPONSIBILITY:
        return True
    accused = said.content.names
    others = other.content.names
    named = [n for n in others if not any(is_same_name(n, one) for one in accused)]
    return is_about_blame(other) and bool(named) and len(named) == len(others)


def _values_otherwise(one: Position, other: Position, asking: Asking) -> bool:
    """One praises what the other criticises."""
    stances = (one.claim.stance, other.claim.stance)
    if stances != (Stance.PRAISES, Stance.CRITICISES) or _is_other_language(one, other):
        return False
    praised = one.content.topic
    return bool(praised) and all(_has(other.content, w, one.content) for w in praised)


Rule: TypeAlias = Callable[[Position, Position, Asking], bool]

_OPEN_STANCES = frozenset({Stance.FEARS, Stance.ASKS})
"""Who fears or asks something does not say that it is so."""

_RULES: tuple[Rule, ...] = (
    _denies_the_same,
    _rejects_what_was_said,
    _denies_the_blame,
    _blames_another,
    _values_otherwise,
)


def _scope(denied: Position) -> Iterator[Word]:
    """What is said not to be so: all that is denied, or what stands behind the "not"."""
    content = denied.content
    if denied.claim.stance in AGAINST:
        yield from content.topic
        return
    negations = load_lexicon(content.language).negations
    left = 0
    for word in content.words:
        if word.folded in negations or word.folded == "t":
            left = _SCOPE
        elif left and word in content.topic:
            left -= 1
            yield word


def is_only_pointed_at(denied: Position) -> bool:
    """Whether a denial does not repeat what it denies: "that account", or nothing at all."""
    content, claim, sentence = denied.content, denied.claim, denied.candidate.sentence
    if claim.cue and claim.cue.end <= claim.content.start:
        between = sentence.text[
            claim.cue.end - sentence.start : claim.content.start - sentence.start
        ]
        if ":" in between:
            return True
    first = content.text.partition(":")[0]
    return all(
        is_of(Theme.TOLD, word, content.language)
        for word in content.topic
        if word.start < len(first)
    )


def _has_rare(shared: Sequence[Word], rare: Word, asking: Asking, denied: Position) -> bool:
    """Whether a rare word of the question, no name, is among those that are said and denied."""
    if rare in asking.reading.names and rare.start != asking.reading.words[0].start:
        return False
    return any(_is_like(word, rare, denied.content, asking.reading) for word in shared)


def _has(text: Reading, word: Word, of: Reading) -> bool:
    """Whether *text* has a word of another text; across languages, whether it has the name."""
    if text.language != of.language:
        return any(heard(word, sounds_of(name)) for name in text.names)
    return word.stem in text.stems or (len(word.stem) >= KIN and word.stem[:KIN] in text.kin)


def _is_like(word: Word, other: Word, of: Reading, other_of: Reading) -> bool:
    if of.language != other_of.language:
        return False
    return word.stem == other.stem or (
        len(word.stem) >= KIN and other.stem.startswith(word.stem[:KIN])
    )


def _is_name(word: Word, text: Reading) -> bool:
    return text.language in CAPITALS and word in text.names


def _is_other_language(one: Position, other: Position) -> bool:
    return one.content.language != other.content.language
