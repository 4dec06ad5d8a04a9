"""A question, and a candidate sentence in its surroundings, as the judge's signs see them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from statistics import fmean as mean

from knowledge.answering.evidence import Candidate
from knowledge.text.lock.concepts import Concepts, find_concepts
from knowledge.text.words.lexicon import Asked, load_lexicon
from knowledge.text.words.offers import offers
from knowledge.text.words.reading import KIN, Reading, find_asked, find_sounds, heard, read
from knowledge.text.words.stems import Word
from knowledge.text.words.themes import Theme, is_of

STEP = 0.04
"""About the deviation of an answer's cosine; those of multilingual-e5-small crowd together."""

_LONG_WORD = 8

_UNSAID = 3.0
"""What the topic words of any question weigh together besides their own: of a question with one
such word, that word is not all that it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The question as the signs see it.

    Attributes:
        told: Its words without those that ask.
        topic: Its topic words among them.
        weights: How much each topic word tells; the sum nears 1 the more of them there are.
        names: Which topic words are written like names.
        concepts: What each topic word means in any language; nothing where no list knows it.
    """

    reading: Reading
    asked: Asked
    told: tuple[Word, ...]
    topic: tuple[Word, ...]
    weights: tuple[float, ...]
    names: tuple[bool, ...]
    concepts: tuple[Concepts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One candidate in its surroundings.

    Attributes:
        here: Which topic words of the question the sentence has.
        near: The same with its neighbours in the text.
        passage: The same with its whole passage.
        usual: The cosine that answers have on average, for these languages.
        best: The highest cosine of all candidates.
        rival: The highest cosine of the others.
        mean: The mean cosine of its passage.
        around: The mean cosine of its neighbours.
    """

    candidate: Candidate
    reading: Reading
    crossing: bool
    offers: bool
    here: tuple[bool, ...]
    near: tuple[bool, ...]
    passage: tuple[bool, ...]
    usual: float
    best: float
    rival: float
    mean: float
    around: float


Usual = Callable[[str, str], float]
"""The average cosine of an answer, by the languages of question and article."""


def ask(text: str, language: str) -> Asking:
    """Read a question."""
    reading = read(text, language)
    asked, phrase = find_asked(reading)
    topic = tuple(
        w for w in reading.topic if w.start not in phrase and not _is_about_telling(w, language)
    )
    named = {w.start for w in reading.names if w.start != reading.words[0].start}
    weights = [_telling(w, w.start in named) for w in topic]
    total = sum(weights) + _UNSAID
    meant = find_concepts(text, language)
    return Asking(
        reading=reading,
        asked=asked,
        told=tuple(w for w in reading.words if w.start not in phrase),
        topic=topic,
        weights=tuple(w / total for w in weights),
        names=tuple(w.start in named and not w.folded[0].isdigit() for w in topic),
        concepts=tuple(meant.get(w.start, frozenset()) for w in topic),
    )


def _is_about_telling(word: Word, language: str) -> bool:
    """Whether it asks how something is told ("say", "agree"), which no sentence need repeat."""
    return word.folded in load_lexicon(language).speaking or is_of(Theme.AGREEMENT, word, language)


def _telling(word: Word, is_name: bool) -> float:
    """Long words, names and numbers tell more than short words."""
    if is_name or word.folded[0].isdigit():
        return 1.5
    return 0.5 + min(len(word.folded), _LONG_WORD) / _LONG_WORD


def look(
    asking: Asking,
    candidates: Sequence[Candidate],
    usual: Usual,
    *,
    as_foreign: bool = False,
) -> tuple[Look, ...]:
    """See every candidate in its surroundings.

    Args:
        as_foreign: See articles as if all were in another language than the question. For
            calibration: questions that cannot be answered exist in one language only.
    """
    readings = [read(c.sentence.text, c.source.language) for c in candidates]
    crossing = [as_foreign or r.language != asking.reading.language for r in readings]
    found = [
        _found_with_speakers(asking, candidate, reading, foreign)
        for candidate, reading, foreign in zip(candidates, readings, crossing, strict=True)
    ]
    view = _View(
        asking=asking,
        candidates=candidates,
        readings=readings,
        crossing=crossing,
        found=found,
        cosines=[c.cosine for c in candidates],
        passages=_passages(candidates),
        usual=usual,
        highest=_two_highest([c.cosine for c in candidates]) if candidates else (0.0, 0.0),
    )
    return tuple(view.at(i) for i in range(len(candidates)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """All candidates side by side."""

    asking: Asking
    candidates: Sequence[Candidate]
    readings: Sequence[Reading]
    crossing: Sequence[bool]
    found: Sequence[tuple[bool, ...]]
    cosines: Sequence[float]
    passages: Mapping[tuple[str, int], list[int]]
    usual: Usual
    highest: tuple[float, float]

    def at(self, i: int) -> Look:
        candidate, reading, cosine = self.candidates[i], self.readings[i], self.cosines[i]
        passage = self.passages[_place(candidate)]
        near = _neighbours(i, self.candidates)
        first, second = self.highest
        return Look(
            candidate=candidate,
            reading=reading,
            crossing=self.crossing[i],
            offers=offers(reading, self.asking.asked, self.asking.reading),
            here=self.found[i],
            near=_union(self.found, near),
            passage=_union(self.found, passage),
            usual=self.usual(self.asking.reading.language, reading.language),
            best=first,
            rival=second if cosine == first else first,
            mean=mean(self.cosines[j] for j in passage),
            around=mean([self.cosines[j] for j in near if j != i] or [cosine]),
        )


def _found_with_speakers(
    asking: Asking, candidate: Candidate, reading: Reading, crossing: bool
) -> tuple[bool, ...]:
    """The topic words in a sentence and in the names of those who speak in it ("she declared")."""
    speakers = {claim.speaker for claim in candidate.claims if claim.speaker}
    readings = (reading, *(read(speaker, reading.language) for speaker in speakers))
    return tuple(map(any, zip(*(_found(asking, r, crossing) for r in readings), strict=True)))


def _found(asking: Asking, reading: Reading, crossing: bool) -> tuple[bool, ...]:
    if crossing:
        return tuple(map(any, zip(_heard(asking, reading), _meant(asking, reading), strict=True)))
    return tuple(
        w.stem in reading.stems or (len(w.stem) >= KIN and w.stem[:KIN] in reading.kin)
        for w in asking.topic
    )


def _heard(asking: Asking, reading: Reading) -> Iterator[bool]:
    """Which are the same name or number."""
    keys = find_sounds(reading.text, reading.language)
    for word in asking.topic:
        is_number = word.folded[0].isdigit()
        yield word.folded in reading.numbers if is_number else heard(word, keys)


def _meant(asking: Asking, reading: Reading) -> Iterator[bool]:
    """Which mean what another word of the text does.

    Within a language that is no sign: words that mean nearly the same then stand for others that
    the question did not choose (refused of squad2, `absent`: .55 without, .53 with).
    """
    theirs = frozenset[str]().union(*find_concepts(reading.text, reading.language).values())
    for concepts in asking.concepts:
        yield not concepts.isdisjoint(theirs)


def _place(candidate: Candidate) -> tuple[str, int]:
    return candidate.sentence.article_id, candidate.sentence.passage


def _passages(candidates: Sequence[Candidate]) -> Mapping[tuple[str, int], list[int]]:
    passages: dict[tuple[str, int], list[int]] = {}
    for i, candidate in enumerate(candidates):
        passages.setdefault(_place(candidate), []).append(i)
    return passages


def _neighbours(i: int, candidates: Sequence[Candidate]) -> list[int]:
    here = candidates[i].sentence
    return [
        j
        for j in (i - 1, i, i + 1)
        if 0 <= j < len(candidates)
        and candidates[j].sentence.article_id == here.article_id
        and abs(candidates[j].sentence.number - here.number) <= 1
    ]


def _union(found: Sequence[tuple[bool, ...]], members: Sequence[int]) -> tuple[bool, ...]:
    if len(members) == 1:
        return found[members[0]]
    return tuple(map(any, zip(*(found[j] for j in members), strict=True)))


def _two_highest(values: Sequence[float]) -> tuple[float, float]:
    """The second is a step below where there is only one."""
    first, *rest = nlargest(2, values)
    return first, rest[0] if rest else first - STEP
