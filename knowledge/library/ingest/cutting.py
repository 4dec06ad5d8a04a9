"""Cutting an article into the pieces that are searched and quoted."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.library.records import NewArticle, PassageDraft, SentenceDraft
from knowledge.text.attribution import name_speaker
from knowledge.text.claim import Claim
from knowledge.text.passage import Sentence, Span
from knowledge.text.segmentation import find_sentences, group_passages
from knowledge.text.words.stems import find_words

ClaimFinder = Callable[[str, Sequence[Sentence], str], Sequence[Claim]]
"""Who says what: of the article's text, its sentences in order, and its language."""


def cut_article(new: NewArticle, find_claims: ClaimFinder) -> tuple[PassageDraft, ...]:
    """The passages of an article, with their sentences, who says what, and their stems."""
    spans = find_sentences(new.text, new.source.language)
    groups = group_passages(new.text, spans)
    said = _claims_by_sentence(new, spans, groups, find_claims)
    title_stems = _stems(new.source.title, new.source.language)
    return tuple(_draft_passage(new, spans, group, said, title_stems) for group in groups)


def _draft_passage(
    new: NewArticle,
    spans: Sequence[Span],
    group: tuple[int, int],
    said: Sequence[tuple[Claim, ...]],
    title_stems: tuple[str, ...],
) -> PassageDraft:
    first, past = group
    span = Span(start=spans[first].start, end=spans[past - 1].end)
    text = new.text[span.start : span.end]
    return PassageDraft(
        span=span,
        sentences=tuple(
            SentenceDraft(number=number, span=spans[number], claims=said[number])
            for number in range(first, past)
        ),
        stems=title_stems + _stems(text, new.source.language),
    )


def _stems(text: str, language: str) -> tuple[str, ...]:
    return tuple(word.stem for word in find_words(text, language))


def _claims_by_sentence(
    new: NewArticle,
    spans: Sequence[Span],
    groups: Sequence[tuple[int, int]],
    find_claims: ClaimFinder,
) -> list[tuple[Claim, ...]]:
    passage_of = {
        number: passage
        for passage, (first, past) in enumerate(groups)
        for number in range(first, past)
    }
    sentences = [
        Sentence(
            article_id=new.id,
            version=0,
            number=number,
            passage=passage_of[number],
            start=span.start,
            text=new.text[span.start : span.end],
        )
        for number, span in enumerate(spans)
    ]
    said: list[tuple[Claim, ...]] = [() for _ in spans]
    for found in find_claims(new.text, sentences, new.source.language):
        claim = replace(found, label=name_speaker(new.text, found, new.source.language))
        said[claim.sentence] = (*said[claim.sentence], claim)
    return said
