"""The lock as the model composer meets it: a reason in words, or none."""

import pytest

from knowledge.answering.checking import LockChecker
from knowledge.answering.evidence import Candidate
from knowledge.text.article import Source
from knowledge.text.attribution import find_claims
from knowledge.text.passage import Sentence

TEXT = "Putin accuses Ukraine of inducing the attack. He said that 145 people were arrested."


def candidates() -> list[Candidate]:
    starts = (0, TEXT.index("He said"))
    sentences = [
        Sentence(article_id="a", version=1, number=n, passage=0, start=start, text=text)
        for n, (start, text) in enumerate(
            zip(starts, (TEXT[: starts[1] - 1], TEXT[starts[1] :]), strict=True)
        )
    ]
    claims = find_claims(TEXT, sentences, "en")
    return [
        Candidate(
            sentence=sentence,
            source=Source(label="A", language="en"),
            cosine=0.9,
            passage_rank=0,
            claims=tuple(claim for claim in claims if claim.sentence == sentence.number),
            before=sentences[0].text if sentence.number else "",
        )
        for sentence in sentences
    ]


@pytest.mark.parametrize(
    ("statement", "language", "cited"),
    [
        pytest.param("Putin accuses Ukraine of inducing the attack.", "en", 0, id="en"),
        pytest.param("Putin acusa a Ucrania de inducir el ataque.", "es", 0, id="es"),
        pytest.param("Путин обвиняет Украину.", "ru", 0, id="ru"),
        pytest.param("Putin said that 145 people were arrested.", "en", 1, id="pronoun"),
    ],
)
def test_a_statement_that_its_quote_bears_out_stands(
    statement: str, language: str, cited: int
) -> None:
    assert LockChecker().check(statement, [candidates()[cited]], language) is None


@pytest.mark.parametrize(
    ("statement", "language", "cited"),
    [
        pytest.param("Ukraine accuses Putin of inducing the attack.", "en", 0, id="roles"),
        pytest.param("Ukraine induced the attack.", "en", 0, id="dropped-speaker"),
        pytest.param("Putin denies that Ukraine induced the attack.", "en", 0, id="stance"),
        pytest.param("Putin said that 144 people were arrested.", "en", 1, id="figure"),
        pytest.param("Putin said that 145 people were not arrested.", "en", 1, id="negation"),
        pytest.param("Путин отрицает причастность Украины.", "ru", 0, id="ru-stance"),
        pytest.param("Putin accuses Ukraine of inducing the attack.", "en", 1, id="other-quote"),
    ],
)
def test_a_statement_that_its_quote_does_not_bear_out_falls_with_a_reason(
    statement: str, language: str, cited: int
) -> None:
    reason = LockChecker().check(statement, [candidates()[cited]], language)
    assert reason
    assert reason.endswith(".")
