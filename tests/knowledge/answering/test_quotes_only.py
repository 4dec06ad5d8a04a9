"""The composer that needs no model."""

from collections.abc import Sequence

import pytest

from knowledge.answering.answer import Outcome, Question, Statement
from knowledge.answering.evidence import Candidate, Evidence
from knowledge.answering.quotes_only import QuotesOnlyComposer
from knowledge.text.claim import Stance
from tests.knowledge.answering.evidence_fakes import make_candidates

ARTICLE = [
    ("Ann Lee won the vote in Berlin.", 0.90),
    ("Rain fell all day.", 0.76),
    ("Bob Ray says that nothing links Ann Lee to the fraud.", 0.88),
    ("Carl accuses Ann Lee of the fraud.", 0.87),
]


async def compose(
    question: str, candidates: Sequence[Candidate], *, refuses: bool = True
) -> tuple[list[Statement], list[Outcome]]:
    evidence = Evidence(candidates=tuple(candidates), hits=())
    composer = QuotesOnlyComposer(refuses=refuses)
    items = [
        item async for item in composer.compose(Question(text=question, language="en"), evidence)
    ]
    statements = [item for item in items if isinstance(item, Statement)]
    return statements, [item for item in items if isinstance(item, Outcome)]


async def test_an_answer_is_a_whole_sentence_without_words_of_our_own() -> None:
    statements, outcomes = await compose("Who won the vote in Berlin?", make_candidates(ARTICLE))
    assert [s.text for s in statements] == [""]
    (quote,) = (citation.quote for citation in statements[0].citations)
    assert (quote.start, quote.text) == (0, ARTICLE[0][0])
    assert outcomes == [Outcome.ANSWERED]


@pytest.mark.parametrize(
    ("question", "sentences"),
    [
        pytest.param("Who won?", [], id="no-evidence"),
        pytest.param("What is the capital of Australia?", ARTICLE[1:2], id="weak-evidence"),
    ],
)
async def test_without_evidence_there_is_a_refusal_and_no_statement(
    question: str, sentences: list[tuple[str, float]]
) -> None:
    assert await compose(question, make_candidates(sentences)) == ([], [Outcome.REFUSED])


async def test_a_composer_that_may_not_refuse_quotes_the_best() -> None:
    statements, outcomes = await compose(
        "What is the capital of Australia?", make_candidates(ARTICLE[1:2]), refuses=False
    )
    assert (len(statements), outcomes) == (1, [Outcome.ANSWERED])


async def test_speaker_and_stance_come_from_the_claims() -> None:
    candidates = make_candidates(ARTICLE, claims=[(3, "Carl", Stance.ACCUSES, False)])
    statements, _ = await compose("What does Carl accuse Ann Lee of?", candidates)
    assert ("Carl", Stance.ACCUSES) in [(s.speaker, s.stance) for s in statements]


async def test_the_articles_own_voice_has_no_speaker() -> None:
    statements, _ = await compose("Who won the vote in Berlin?", make_candidates(ARTICLE))
    assert (statements[0].speaker, statements[0].stance) == ("", Stance.STATES)


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        pytest.param("What did Moss say about the bridge?", "Moss", id="first"),
        pytest.param("What did Dent say about the bridge?", "Dent", id="second"),
        pytest.param("What is said about the bridge?", "Moss", id="nobody-named"),
    ],
)
async def test_of_several_speakers_in_a_sentence_the_one_asked_for_is_named(
    question: str, speaker: str
) -> None:
    article = [("Moss says that the bridge is safe, but Dent says that it is not.", 0.9)]
    claims = [(0, name, Stance.SAYS, False) for name in ("Moss", "Dent")]
    candidates = make_candidates(article, claims=claims)
    statements, _ = await compose(question, candidates, refuses=False)
    assert [s.speaker for s in statements] == [speaker]


async def test_a_sentence_that_two_articles_share_is_quoted_once() -> None:
    again = [(f"BERLIN, March 3 (Wire) - {ARTICLE[0][0]}", 0.90)]
    both = [*make_candidates(ARTICLE[:1]), *make_candidates(again)]
    statements, _ = await compose("Who won the vote in Berlin?", both)
    assert len(statements) == 1
