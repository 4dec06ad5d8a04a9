"""Questions that quote: who said "…"? Answered by whose claim the quoted words stand in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from knowledge.answering.evidence import Candidate
from knowledge.answering.positions import Position
from knowledge.text.claim import Claim
from knowledge.text.passage import Span
from knowledge.text.words.stems import Word, find_words

_LEAST_WORDS = 4
"""Fewer in quote marks are a name or a term, not somebody's words."""

_LEAST_SHARE = 0.6
"""Of the quoted words, or of the sentence's, side by side: a quotation may run over sentences."""

_QUOTATION = re.compile(r"[\"“„«»‘'「『](.+)[\"”“»«’'」』]", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """Where quoted words stand in a candidate, and how much of them."""

    candidate: Candidate
    span: Span
    share: float


def find_quoted(question: str, language: str, candidates: Sequence[Candidate]) -> Position | None:
    """The claim in which the words that *question* quotes stand; None where it quotes none."""
    quotation = _QUOTATION.search(question)
    words = find_words(quotation.group(1), language) if quotation else ()
    if len(words) < _LEAST_WORDS:
        return None
    found = max(_matches(words, candidates), key=lambda match: match.share, default=None)
    if found is None or found.share < _LEAST_SHARE:
        return None
    said = [claim for claim in found.candidate.claims if claim.speaker]
    if not said:
        return None
    claim = max(said, key=lambda one: _closeness(one, found.span))
    return Position(candidate=found.candidate, claim=claim)


def _matches(quoted: Sequence[Word], candidates: Sequence[Candidate]) -> Iterator[_Match]:
    wanted = [word.folded for word in quoted]
    for candidate in candidates:
        sentence = candidate.sentence
        words = find_words(sentence.text, candidate.source.language)
        matcher = SequenceMatcher(None, wanted, [word.folded for word in words], autojunk=False)
        block = matcher.find_longest_match()
        if block.size >= min(_LEAST_WORDS, len(words)):
            first, last = words[block.b], words[block.b + block.size - 1]
            yield _Match(
                candidate=candidate,
                span=Span(
                    start=sentence.start + first.start,
                    end=sentence.start + last.start + len(last.text),
                ),
                share=max(block.size / len(wanted), block.size / max(len(words), _LEAST_WORDS)),
            )


def _closeness(claim: Claim, span: Span) -> float:
    """How well what is said and the span cover each other: intersection over union."""
    content = claim.content
    shared = min(content.end, span.end) - max(content.start, span.start)
    whole = max(content.end, span.end) - min(content.start, span.start)
    return max(shared, 0) / whole
