"""The pairs as a model that picks claims meets them: who says it and how is the program's."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from knowledge.text.attribution import find_claims
from knowledge.text.claim import Claim
from knowledge.text.lock.cited import CitedSentence
from knowledge.text.lock.reading import Reading, read
from knowledge.text.lock.utterance import Utterance
from knowledge.text.lock.utterances import find_utterances
from knowledge.text.passage import Sentence
from tests.knowledge.text.lock.pair_files import Pair

_MOST_BEFORE_THAT = 8
_TRIMMED = " ,.;:–—-«»“”\"'"


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossPair:
    """A true statement's words without its speaker and verb, beside the claim that it tells."""

    pair: Pair
    gloss: str
    cited: CitedSentence
    claim: Claim


def gloss_pairs(pairs: Iterable[Pair]) -> Iterator[GlossPair]:
    """Of each true statement that tells what one speaker says, where the table has that claim."""
    for pair in pairs:
        if not pair.is_true or len(pair.cited) != 1:
            continue
        reading = read(pair.statement, pair.language)
        told = [u for u in find_utterances(reading) if u.at >= 0 and u.speaker and u.content]
        if len(told) != 1 or not (gloss := _gloss(reading, told[0])):
            continue
        cited = with_claims(pair.cited[0])
        if (claim := _claim(told[0], cited)) is not None:
            yield GlossPair(pair=pair, gloss=gloss, cited=cited, claim=claim)


def with_claims(cited: CitedSentence) -> CitedSentence:
    """The sentence with its row of the who-says-what table."""
    sentence = Sentence(
        article_id="a", version=1, number=0, passage=0, start=cited.start, text=cited.text
    )
    return replace(cited, claims=tuple(find_claims(cited.text, [sentence], cited.language)))


def _gloss(reading: Reading, utterance: Utterance) -> str:
    """From the first to the last word of what is said, without the words that say it."""
    skip = {utterance.at} | utterance.speaker
    places = sorted(i for i in utterance.content if i not in skip)
    places = places[next((n for n, i in enumerate(places) if reading.tokens[i].is_word), 0) :]
    opened = [n for n, i in enumerate(places) if "complementizer" in reading.openers[i]]
    if opened and opened[0] <= _MOST_BEFORE_THAT:  # "on Monday that", "to ABC that"
        places = places[opened[0] + 1 :]
    if not places or any(places[0] <= i <= places[-1] for i in skip):
        return ""
    start, end = reading.tokens[places[0]].start, reading.tokens[places[-1]].end
    return reading.text[start:end].strip(_TRIMMED)


def _claim(utterance: Utterance, cited: CitedSentence) -> Claim | None:
    """The one claim of that speaker and that stance."""
    found = [c for c in cited.claims if c.speaker and c.stance.value in utterance.stances]
    named = [c for c in found if _keys(c, cited) & utterance.speaker_keys] or found
    return named[0] if len(named) == 1 else None


def _keys(claim: Claim, cited: CitedSentence) -> frozenset[str]:
    readings = [read(t, cited.language) for t in (claim.speaker, claim.role) if t]
    return frozenset(k for r in readings for k in r.keys_of(range(len(r.tokens))))
