"""The numbered sentences that a model is shown, and the way back from a number to the store."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from knowledge.answering.answer import Citation
from knowledge.answering.evidence import Candidate, Evidence
from knowledge.answering.model_text import clean_text
from knowledge.text.claim import Claim
from knowledge.text.lock.cited import CitedSentence
from knowledge.text.lock.telling import read_telling
from knowledge.text.passage import Span
from knowledge.text.quote import quote_sentence

_MOST_CHARACTERS = 24_000
_LONGEST_SENTENCE = 1_500
_LONGEST_LABEL = 160
_LONGEST_CONTENT = 240
_MOST_CLAIMS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim of the table, with the number and the candidate of its sentence."""

    sentence: int
    candidate: Candidate
    claim: Claim


@dataclass(frozen=True, slots=True)
class Sheet:
    """Candidates and their claims, each numbered from 1 in the order in which the model sees them.

    Attributes:
        claims: Those of which somebody is named as the speaker.
    """

    candidates: tuple[Candidate, ...]
    claims: tuple[Told, ...] = ()

    def find(self, number: int) -> Candidate | None:
        """The candidate that was shown under *number*."""
        return self.candidates[number - 1] if 0 < number <= len(self.candidates) else None

    def find_claim(self, number: int) -> Told | None:
        """The claim that was shown under *number*."""
        return self.claims[number - 1] if 0 < number <= len(self.claims) else None

    def render(self) -> str:
        """A line a sentence and a claim, so that no article can begin a line of its own.

        The text is a copy without characters that cannot be seen: quotes never come from here.
        """
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        numbered = enumerate(self.candidates, start=1)
        for _, group in groupby(numbered, key=lambda row: _passage(row[1])):
            rows = list(group)
            yield f"Passage of {_label(rows[0][1])}"
            for number, candidate in rows:
                text = clean_text(candidate.sentence.text)[:_LONGEST_SENTENCE]
                yield f"[{number}] {text}"
                yield from (
                    f"  {{{place}}} {_tell(told)}"
                    for place, told in enumerate(self.claims, start=1)
                    if told.sentence == number
                )


def number_sentences(evidence: Evidence) -> Sheet:
    """The best passages, as far as they fit; always the first sentence."""
    kept: list[Candidate] = []
    room = _MOST_CHARACTERS
    for candidate in evidence.candidates:
        room -= min(len(candidate.sentence.text), _LONGEST_SENTENCE)
        if kept and room < 0:
            break
        kept.append(candidate)
    return Sheet(tuple(kept), tuple(_claims(kept))[:_MOST_CLAIMS])


def _claims(candidates: Sequence[Candidate]) -> Iterator[Told]:
    for number, candidate in enumerate(candidates, start=1):
        for claim in candidate.claims:
            if claim.speaker.strip():
                yield Told(sentence=number, candidate=candidate, claim=claim)


def cite(cited: Sequence[Candidate]) -> tuple[Citation, ...]:
    """Each sentence, whole, as a quote with its source; in the order given.

    Whole, since a part of a sentence may lack its speaker or its "not".
    """
    return tuple(
        Citation(quote=quote_sentence(candidate.sentence), source=candidate.source)
        for candidate in cited
    )


def cited_sentence(candidate: Candidate) -> CitedSentence:
    """The candidate as the lock reads it."""
    return CitedSentence(
        text=candidate.sentence.text,
        language=candidate.source.language,
        start=candidate.sentence.start,
        before=candidate.before,
        claims=candidate.claims,
    )


def mention_text(candidate: Candidate, span: Span | None) -> str:
    """The words at *span* of the article, where they lie in the candidate's sentence."""
    sentence = candidate.sentence
    if span is None or not Span(start=sentence.start, end=sentence.end).covers(span):
        return ""
    return sentence.text[span.start - sentence.start : span.end - sentence.start]


def _passage(candidate: Candidate) -> tuple[str, int, int]:
    sentence = candidate.sentence
    return sentence.article_id, sentence.version, sentence.passage


def _label(candidate: Candidate) -> str:
    source = candidate.source
    known = (source.name, source.publisher, source.published)
    return clean_text(", ".join(filter(None, known)))[:_LONGEST_LABEL]


def _tell(told: Told) -> str:
    """The row of the table: speaker, what the speaker does, and the words."""
    claim = told.claim
    stance = claim.stance.value.replace("_", " ")
    reporters = f" (reported by {', '.join(claim.via)})" if claim.via else ""
    who = clean_text(claim.speaker + reporters)[:_LONGEST_LABEL]
    denied = "not: " if read_telling(claim, cited_sentence(told.candidate)).is_withheld else ""
    said = clean_text(mention_text(told.candidate, claim.content))[:_LONGEST_CONTENT]
    return f"{who} | {denied}{stance} | {said}"
