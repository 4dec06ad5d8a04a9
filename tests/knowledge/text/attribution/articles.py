"""Articles for the tests of attribution: a text with its sentences, and its claims as rows."""

from typing import TypeAlias

from knowledge.text.attribution import find_claims
from knowledge.text.claim import Claim, Voice
from knowledge.text.passage import Sentence
from knowledge.text.segmentation import find_sentences

Row: TypeAlias = tuple[str, str, str, bool]
"""Speaker, stance, voice, negated."""


def split(text: str, language: str) -> tuple[Sentence, ...]:
    """The sentences of an article."""
    return tuple(
        Sentence(
            article_id="a",
            version=1,
            number=number,
            passage=0,
            start=span.start,
            text=text[span.start : span.end],
        )
        for number, span in enumerate(find_sentences(text, language))
    )


def read(text: str, language: str = "en") -> tuple[Claim, ...]:
    """The claims of an article."""
    return find_claims(text, split(text, language), language)


def told(text: str, language: str = "en") -> list[Row]:
    """What others than the article itself say in it."""
    return [row(claim) for claim in read(text, language) if claim.voice is not Voice.ARTICLE]


def row(claim: Claim) -> Row:
    return (claim.speaker, claim.stance.value, claim.voice.value, claim.negated)
