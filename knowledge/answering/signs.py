"""Signs that a sentence answers a question, or that it does not: each a small number with a name.

A sign sees the question (`Asking`) and one candidate among the others (`Look`). None knows what the
others are worth: that is learnt (`calibration`) and kept in `weights.json`.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from knowledge.answering.looks import STEP, Asking, Look
from knowledge.text.words.lexicon import Asked, load_lexicon
from knowledge.text.words.stems import stem

Sign = Callable[[Asking, Look], float]

_SHORTEST_TURNED = 3
_KEPT_WITHIN = 3
"""Words between two that still stand near each other."""


def _share(asking: Asking, found: Sequence[bool]) -> float:
    return sum(w for w, f in zip(asking.weights, found, strict=True) if f)


def _missing(marked: Sequence[bool], found: Sequence[bool]) -> float:
    return float(sum(m and not f for m, f in zip(marked, found, strict=True)))


def _numbers(asking: Asking) -> tuple[bool, ...]:
    return tuple(w.folded[0].isdigit() for w in asking.topic)


def nearness(_: Asking, at: Look) -> float:
    """The sentence's own cosine."""
    return (at.candidate.cosine - at.usual) / STEP


def behind_best(_: Asking, at: Look) -> float:
    """How far its cosine is behind the best candidate's; 0 for the best."""
    return (at.candidate.cosine - at.best) / STEP


def lead(_: Asking, at: Look) -> float:
    """How far its cosine is before the best of the others."""
    return (at.candidate.cosine - at.rival) / STEP


def above_passage(_: Asking, at: Look) -> float:
    """How far its cosine is above the mean of its passage."""
    return (at.candidate.cosine - at.mean) / STEP


def surroundings(_: Asking, at: Look) -> float:
    """The mean cosine of the sentences before and after."""
    return (at.around - at.usual) / STEP


def shared_here(asking: Asking, at: Look) -> float:
    """The share of the question's topic that is in the sentence."""
    return _share(asking, at.here)


def shared_near(asking: Asking, at: Look) -> float:
    """The share of the topic in the sentence and its neighbours."""
    return _share(asking, at.near)


def shared_passage(asking: Asking, at: Look) -> float:
    """The share of the topic in the passage."""
    return _share(asking, at.passage)


def all_here(asking: Asking, at: Look) -> float:
    """The sentence has every topic word."""
    return float(bool(at.here) and all(at.here))


def all_passage(asking: Asking, at: Look) -> float:
    """The passage has every topic word."""
    return float(bool(at.passage) and all(at.passage))


def missing_here(asking: Asking, at: Look) -> float:
    """How many topic words the sentence lacks."""
    return float(sum(not f for f in at.here))


def missing_passage(asking: Asking, at: Look) -> float:
    """How many topic words the passage lacks."""
    return float(sum(not f for f in at.passage))


def names_missing_here(asking: Asking, at: Look) -> float:
    """Names of the question that the sentence lacks."""
    return _missing(asking.names, at.here)


def names_missing_near(asking: Asking, at: Look) -> float:
    """Names that the sentence and its neighbours lack."""
    return _missing(asking.names, at.near)


def names_missing_passage(asking: Asking, at: Look) -> float:
    """Names that the whole passage lacks."""
    return _missing(asking.names, at.passage)


def names_here(asking: Asking, at: Look) -> float:
    """Names of the question that the sentence has."""
    return float(sum(n and f for n, f in zip(asking.names, at.here, strict=True)))


def numbers_missing_here(asking: Asking, at: Look) -> float:
    """Numbers of the question that the sentence lacks."""
    return _missing(_numbers(asking), at.here)


def numbers_missing_passage(asking: Asking, at: Look) -> float:
    """Numbers of the question that the passage lacks."""
    return _missing(_numbers(asking), at.passage)


def concepts_missing_here(asking: Asking, at: Look) -> float:
    """Across languages, topic words with a known meaning that no word of the sentence has."""
    return _missing(tuple(map(bool, asking.concepts)), at.here) if at.crossing else 0.0


def concepts_missing_passage(asking: Asking, at: Look) -> float:
    """The same for the whole passage."""
    return _missing(tuple(map(bool, asking.concepts)), at.passage) if at.crossing else 0.0


def order(asking: Asking, at: Look) -> float:
    """The share of neighbouring topic words that stand near each other, in that order."""
    pairs = list(zip(asking.topic, asking.topic[1:], strict=False))
    if not pairs or at.crossing:
        return 0.5
    places: dict[str, list[int]] = {}
    for i, word in enumerate(at.reading.words):
        places.setdefault(word.stem, []).append(i)
    kept = sum(
        any(
            0 < y - x <= _KEPT_WITHIN
            for x in places.get(a.stem, ())
            for y in places.get(b.stem, ())
        )
        for a, b in pairs
    )
    return kept / len(pairs)


def reversed_word(asking: Asking, at: Look) -> float:
    """A word of the question is missing here, but its opposite is not."""
    if at.crossing:
        return 0.0
    language, stems = asking.reading.language, at.reading.stems
    missing = {w.stem for w in asking.told} - stems
    return float(any(not _opposites(one, language).isdisjoint(stems) for one in missing))


@lru_cache(maxsize=1 << 12)
def _opposites(one: str, language: str) -> frozenset[str]:
    """Stems that exclude a stem: by the list, and by a beginning too many or too few ("un")."""
    prefixes = load_lexicon(language).reversing
    turned = {prefix + one for prefix in prefixes if len(one) >= _SHORTEST_TURNED}
    bare = {one.removeprefix(prefix) for prefix in prefixes} - {one}
    long_enough = {rest for rest in bare if len(rest) > _SHORTEST_TURNED}
    return _listed_opposites(language).get(one, frozenset()) | turned | long_enough


@cache
def _listed_opposites(language: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in load_lexicon(language).opposites:
        one, other = (stem(word, language) for word in pair)
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {one: frozenset(others) for one, others in found.items()}


def replaced(asking: Asking, at: Look) -> float:
    """A topic word is missing between two that are here, with another word in its place."""
    if at.crossing:
        return 0.0
    stems = [w.stem for w in at.reading.topic]
    topic = asking.topic
    return float(
        any(
            at.here[i - 1]
            and not at.here[i]
            and at.here[i + 1]
            and _has_between(stems, topic[i - 1].stem, topic[i + 1].stem)
            for i in range(1, len(topic) - 1)
        )
    )


def _has_between(stems: Sequence[str], before: str, after: str) -> bool:
    return any(stems[i] == before and stems[i + 2] == after for i in range(len(stems) - 2))


def denial_missing(asking: Asking, at: Look) -> float:
    """The question says "not", the sentence doesn't."""
    return float(asking.reading.negated and not at.reading.negated)


def denial_here(asking: Asking, at: Look) -> float:
    """The sentence says "not", the question doesn't."""
    return float(at.reading.negated and not asking.reading.negated)


def denial_asked(asking: Asking, at: Look) -> float:
    """The question says "not"."""
    return float(asking.reading.negated)


def superlative_missing(asking: Asking, at: Look) -> float:
    """The question says "most", "first" or "only", the sentence doesn't."""
    return float(asking.reading.superlative and not at.reading.superlative)


def length(asking: Asking, at: Look) -> float:
    """How long the sentence is."""
    return math.log(1 + len(at.reading.words)) - 3


def question_length(asking: Asking, at: Look) -> float:
    """How many topic words the question has."""
    return math.log(1 + len(asking.topic)) - 1.8


def about_question(asking: Asking, at: Look) -> float:
    """The share of the sentence's topic that the question names."""
    return sum(at.here) / (len(at.reading.topic_stems) or 1)


def asks_back(asking: Asking, at: Look) -> float:
    """The sentence is a question itself."""
    return float(at.reading.text.rstrip("\"'”’»」』)）").endswith(("?", "？", "؟")))


def no_news(asking: Asking, at: Look) -> float:
    """The sentence has no topic word beyond the question's, or no words at all.

    It may still say yes or no; but rows of numbers are near to any question in some languages.
    """
    if not any(word.folded[0].isalpha() for word in at.reading.words):
        return 1.0
    polar = asking.asked is Asked.POLAR
    return float(not polar and at.reading.topic_stems <= asking.reading.stems)


def _lacks(kind: Asked) -> Sign:
    def lacks(asking: Asking, at: Look) -> float:
        return float(asking.asked is kind and not at.offers)

    return lacks


AGAINST_USUAL = (nearness.__name__, surroundings.__name__)
"""The signs that the usual cosine shifts."""

NO_ANSWER = (asks_back.__name__, no_news.__name__)
"""Signs of a sentence that cannot answer."""

_TOLD_BY_WORDS = (
    Asked.PERSON,
    Asked.GROUP,
    Asked.TIME,
    Asked.NUMBER,
    Asked.DURATION,
    Asked.PLACE,
    Asked.REASON,
)

SIGNS: Mapping[str, Sign] = {
    sign.__name__: sign
    for sign in (
        nearness,
        behind_best,
        lead,
        above_passage,
        surroundings,
        shared_here,
        shared_near,
        shared_passage,
        all_here,
        all_passage,
        missing_here,
        missing_passage,
        names_missing_here,
        names_missing_near,
        names_missing_passage,
        names_here,
        numbers_missing_here,
        numbers_missing_passage,
        concepts_missing_here,
        concepts_missing_passage,
        order,
        reversed_word,
        replaced,
        denial_missing,
        denial_here,
        denial_asked,
        superlative_missing,
        length,
        question_length,
        about_question,
        asks_back,
        no_news,
    )
} | {f"lacks_{kind}": _lacks(kind) for kind in _TOLD_BY_WORDS}


def signs_of(asking: Asking, at: Look, signs: Mapping[str, Sign] = SIGNS) -> dict[str, float]:
    """The value of each of *signs* by its name."""
    return {name: sign(asking, at) for name, sign in signs.items()}
