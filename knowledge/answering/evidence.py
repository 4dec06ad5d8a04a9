"""What the search brings to an answer: sentences with how near each is to the question."""

from dataclasses import dataclass

from knowledge.answering.answer import Hit
from knowledge.text.article import Source
from knowledge.text.claim import Claim
from knowledge.text.passage import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence that may answer the question.

    Attributes:
        cosine: Of the question's vector and the sentence's own, -1 to 1.
        passage_rank: 0 for a sentence of the best passage found, and so on.
        claims: Who says what in it.
        copies: In how many articles its passage stands, word for word or nearly so.
        origin: The same for articles that are copies of one text.
        before: The sentence before it in its passage, which may say who "he" is; "" for the first.
    """

    sentence: Sentence
    source: Source
    cosine: float
    passage_rank: int
    claims: tuple[Claim, ...] = ()
    before: str = ""
    copies: int = 1
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All that may be said in one answer.

    Attributes:
        candidates: Passage by passage, best first, in reading order within each.
        hits: The passages found, best first; more than were read for candidates.
        rebuilding: The index was being rebuilt meanwhile.
    """

    candidates: tuple[Candidate, ...]
    hits: tuple[Hit, ...]
    rebuilding: bool = False
