"""Counts that differ: what else the articles give for a number that was asked for.

Articles of several days, or several speakers, count the same dead; a reader who asks for the
number is shown each count with its source and date. What is counted is compared by its meaning, so
counts meet across languages. Two counts are of one thing only if their sentences share more than
that thing, or two speakers of one article give them and name no other place; the rest is taken for
another event.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.answering.answer import Question
from knowledge.answering.evidence import Candidate
from knowledge.text.lock.measures import Figure
from knowledge.text.lock.reading import Reading
from knowledge.text.lock.reading import read as read_meaning
from knowledge.text.words.lexicon import Asked
from knowledge.text.words.reading import find_asked, read

_NEAR = 6
"""Tokens between a figure and what it counts, at most."""

_THING_WITHIN = 2
_GENERAL = frozenset({"topic:people", "topic:country", "topic:area"})
_DEADLY = frozenset({"topic:kill", "topic:victim"})
_DEATH = "topic:die"

Keys = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A figure in a candidate, for what a question asks to count.

    Attributes:
        value: The figure.
        thing: What stands right behind it ("45 people"), by the same keys; none where nothing does.
        besides: What else the sentence is about, by keys that languages share where they can.
        years: The years that it names: a count of another year is of another event.
    """

    candidate: Candidate
    value: float
    thing: Keys
    besides: Keys
    years: frozenset[float]


def find_other_counts(
    question: Question, cited: Sequence[Candidate], candidates: Iterable[Candidate]
) -> list[Candidate]:
    """Candidates that count the same as a cited one and come to other figures.

    Returns:
        One a figure, the nearest to the question first; none where no number is asked for.
    """
    counted = _asked_keys(question)
    held = [count for one in cited for count in _counts(one, counted)]
    if not counted or not held:
        return []
    others: dict[float, Candidate] = {}
    for one in sorted(candidates, key=lambda candidate: -candidate.cosine):
        for count in _counts(one, counted):
            if one not in cited and all(_differ(count, known) for known in held):
                others.setdefault(count.value, one)
    return list(dict.fromkeys(others.values()))


def _differ(one: Count, held: Count) -> bool:
    """Whether both count one thing, and not alike; one speaker of one article counts parts."""
    if one.thing and held.thing and not one.thing & held.thing:
        return False
    if one.value == held.value or one.years != held.years:
        return False
    mine, theirs = _speakers(one.candidate), _speakers(held.candidate)
    if one.candidate.sentence.article_id != held.candidate.sentence.article_id:
        return bool(one.besides & held.besides)
    if mine == theirs:
        return False
    return bool(one.besides & held.besides) or bool(mine and theirs and not _apart(one, held))


def _speakers(candidate: Candidate) -> frozenset[str]:
    return frozenset(claim.speaker for claim in candidate.claims if claim.speaker)


def _apart(one: Count, other: Count) -> bool:
    """Whether each names somebody or some place, and none that the other names."""
    names, others = _names(one.candidate), _names(other.candidate)
    return bool(names and others) and names.isdisjoint(others)


def _names(candidate: Candidate) -> frozenset[str]:
    """The names in a sentence, but for its speakers'."""
    language = candidate.source.language
    reading = read(candidate.sentence.text, language)
    spoken = {w.stem for speaker in _speakers(candidate) for w in read(speaker, language).words}
    return frozenset(w.stem for w in reading.names if w.start and w.stem not in spoken)


def _asked_keys(question: Question) -> Keys:
    """What is to be counted."""
    reading = read(question.text, question.language)
    asked, phrase = find_asked(reading)
    if asked is not Asked.NUMBER:
        return frozenset()
    meaning = read_meaning(question.text, question.language)
    places = [
        i
        for i, token in enumerate(meaning.tokens)
        if meaning.is_content[i] and token.start not in phrase
    ]
    return _widened(meaning, places) - _GENERAL


def _counts(candidate: Candidate, counted: Keys) -> Iterator[Count]:
    """The figure next to what is counted, if there is one."""
    reading = read_meaning(candidate.sentence.text, candidate.source.language)
    places = [i for i in range(len(reading.tokens)) if _widened(reading, [i]) & counted]
    figures = [f for f in reading.figures if f.kind == "number" and not f.unit]
    near = [(_distance(f, i), f, i) for f in figures for i in places]
    distance, figure, place = min(near, default=(_NEAR + 1, None, 0))
    if figure is None or distance > _NEAR:
        return
    rest = (i for i, told in enumerate(reading.is_content) if told and i != place)
    plain = (i for i in rest if not reading.has(i, "saying"))
    yield Count(
        candidate=candidate,
        value=figure.value,
        thing=_thing(reading, figure, counted),
        besides=reading.keys_of(plain) - counted - _GENERAL,
        years=frozenset(f.value for f in reading.figures if f.kind == "year"),
    )


def _distance(figure: Figure, place: int) -> int:
    return min(abs(figure.start - place), abs(figure.end - 1 - place))


def _thing(reading: Reading, figure: Figure, counted: Keys) -> Keys:
    """The first word of content behind a figure, if only words are between, and it is another."""
    for i in range(figure.end, min(figure.end + _THING_WITHIN, len(reading.tokens))):
        if not reading.tokens[i].is_word:
            break
        if reading.is_content[i] or reading.concepts(i, "topic"):
            keys = reading.keys_of([i])
            return frozenset() if keys & counted else keys
    return frozenset()


def _widened(reading: Reading, places: Iterable[int]) -> Keys:
    """The keys of some words; who is killed is dead."""
    keys = reading.keys_of(places)
    return keys | {_DEATH} if keys & _DEADLY else keys
