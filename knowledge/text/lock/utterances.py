"""Who says what in a text: by words of saying, by sources, by quotation marks, by claims."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from knowledge.text.claim import Stance, Voice
from knowledge.text.lock.alignment import Quoted
from knowledge.text.lock.cues import read_cue, tells_something
from knowledge.text.lock.predicates import find_structure
from knowledge.text.lock.reading import Reading, read
from knowledge.text.lock.sources import read_asides, read_sources
from knowledge.text.lock.utterance import Utterance

_OPEN_QUOTES = '«“„"”»'
_SHORTEST_QUOTATION = 4


@lru_cache(maxsize=1 << 11)
def find_utterances(reading: Reading) -> tuple[Utterance, ...]:
    """Everything that the text's own words attribute to somebody."""
    structure = find_structure(reading)
    cued = [
        read_cue(reading, structure, p)
        for p in structure.predicates
        if reading.has(p.at, "saying") and tells_something(reading, structure, p)
    ]
    cued = [*read_asides(reading, structure, cued)]
    return (*cued, *read_sources(reading, structure), *_quotations(reading, cued))


def quoted_utterances(quoted: Quoted) -> tuple[Utterance, ...]:
    """Those of a cited sentence, with what its claims say."""
    return (*find_utterances(quoted.reading), *_claimed(quoted))


def _quotations(reading: Reading, cued: Sequence[Utterance]) -> Iterator[Utterance]:
    """Words in quotation marks, said by whoever says something outside of them."""
    for start, end in _between_marks(reading):
        inside = frozenset(range(start + 1, end))
        if sum(reading.tokens[i].is_word for i in inside) < _SHORTEST_QUOTATION:
            continue
        outer = next((u for u in cued if u.at not in inside), None)
        if outer is None and not any(p.at in inside for p in find_structure(reading).predicates):
            continue  # a title, or words that are only named
        speaker = outer.speaker if outer else frozenset()
        yield Utterance(
            at=-1,
            stances=outer.stances if outer else frozenset(),
            speaker=speaker,
            speaker_keys=reading.keys_of(speaker),
            content=inside,
        )


def _between_marks(reading: Reading) -> Iterator[tuple[int, int]]:
    """Pairs of quotation marks; one without its partner reaches to the end, or from the start."""
    marks = [i for i, t in enumerate(reading.tokens) if t.text in _OPEN_QUOTES]
    if len(marks) % 2:
        is_late = len(marks) == 1 and marks[0] > len(reading.tokens) // 2
        is_closing = reading.tokens[marks[-1]].text in "”»" or is_late
        marks = [-1, *marks] if is_closing else [*marks, len(reading.tokens)]
    yield from zip(marks[::2], marks[1::2], strict=True)


def _claimed(quoted: Quoted) -> Iterator[Utterance]:
    reading, cited = quoted.reading, quoted.cited
    for claim in cited.claims:
        if claim.voice is Voice.ARTICLE:
            continue
        inside = frozenset(
            i
            for i, t in enumerate(reading.tokens)
            if claim.content.start <= cited.start + t.start < claim.content.end
        )
        names = [read(text, cited.language) for text in (claim.speaker, claim.role) if text]
        keys = frozenset(
            k
            for r in names
            for i in range(len(r.tokens))
            if r.is_content[i]
            for k in r.keys[i] | r.sounds[i]
        )
        stances = {Stance.STATES: "says"}.get(claim.stance, claim.stance.value)
        yield Utterance(
            at=-1,
            stances=frozenset({stances}) | ({"denies"} if claim.negated else frozenset()),
            speaker=frozenset(),
            speaker_keys=keys,
            content=inside,
        )
