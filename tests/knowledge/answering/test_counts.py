"""Counts that differ are found by what is counted, in any language, and by nothing else."""

import pytest

from knowledge.answering.answer import Question
from knowledge.answering.counts import find_other_counts
from knowledge.answering.evidence import Candidate
from knowledge.text.article import Source
from knowledge.text.passage import Sentence

ASKED = "How many people died?"
FIRST = "Eight people died when the bridge fell, police said."


def candidate(text: str, article_id: str, language: str = "en") -> Candidate:
    return Candidate(
        sentence=Sentence(
            article_id=article_id, version=1, number=0, passage=0, start=0, text=text
        ),
        source=Source(label=article_id, language=language),
        cosine=0.8,
        passage_rank=0,
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("The bridge collapsed, killing 14 people.", "en", id="other-words"),
        pytest.param("Fourteen are dead after the fall of the bridge.", "en", id="in-words"),
        pytest.param("Число погибших при обрушении моста достигло одиннадцати.", "ru", id="ru"),
        pytest.param("Doce personas murieron al caer el puente.", "es", id="es"),
        pytest.param("Beim Einsturz der Brücke starben 14 Menschen.", "de", id="de"),
    ],
)
def test_another_article_that_counts_otherwise_is_found(text: str, language: str) -> None:
    held, other = candidate(FIRST, "a"), candidate(text, "b", language)
    asked = Question(text=ASKED, language="en")
    assert find_other_counts(asked, [held], [held, other]) == [other]


@pytest.mark.parametrize(
    ("question", "text", "article_id"),
    [
        pytest.param(ASKED, "Eight people died under the bridge.", "b", id="the-same-figure"),
        pytest.param(ASKED, "The bridge fell and 26 people were injured.", "b", id="the-injured"),
        pytest.param(ASKED, "Thirty people died in a fire in Lodz.", "b", id="another-event"),
        pytest.param(ASKED, "In 1974, 30 people died on the bridge.", "b", id="another-year"),
        pytest.param(ASKED, "The bridge fell, killing 6 cows.", "b", id="another-thing"),
        pytest.param(ASKED, "Two people died on the bridge itself.", "a", id="a-part-of-it"),
        pytest.param("Who died?", "Fourteen died on the bridge.", "b", id="no-number-asked"),
    ],
)
def test_what_counts_nothing_else_is_left_out(question: str, text: str, article_id: str) -> None:
    held, other = candidate(FIRST, "a"), candidate(text, article_id)
    asked = Question(text=question, language="en")
    assert find_other_counts(asked, [held], [held, other]) == []
