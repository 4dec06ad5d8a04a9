"""Evidence made by hand: sentences with the cosines that a test gives them."""

from collections.abc import Sequence

from knowledge.answering.evidence import Candidate
from knowledge.text.article import Source
from knowledge.text.claim import Claim, Stance, Voice
from knowledge.text.passage import Sentence, Span


def make_candidates(
    sentences: Sequence[tuple[str, float]],
    *,
    language: str = "en",
    claims: Sequence[tuple[int, str, Stance, bool]] = (),
) -> tuple[Candidate, ...]:
    """One passage of an article; a claim is a sentence's number, speaker, stance, and if denied."""
    starts = [sum(len(text) + 1 for text, _ in sentences[:i]) for i in range(len(sentences))]
    return tuple(
        Candidate(
            sentence=Sentence(
                article_id="a", version=1, number=i, passage=0, start=starts[i], text=text
            ),
            source=Source(label="article", language=language),
            cosine=cosine,
            passage_rank=0,
            claims=tuple(
                Claim(
                    sentence=i,
                    content=Span(start=starts[i], end=starts[i] + len(text)),
                    speaker=speaker,
                    stance=stance,
                    voice=Voice.REPORTED,
                    negated=negated,
                )
                for number, speaker, stance, negated in claims
                if number == i
            ),
        )
        for i, (text, cosine) in enumerate(sentences)
    )
