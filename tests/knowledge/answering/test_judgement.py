"""The judge: which sentences answer, and whether any does."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.answer import Question
from knowledge.answering.judgement import (
    BIAS,
    MOST_QUOTED,
    Judgement,
    Model,
    decide,
    load_judge,
    weigh,
)
from knowledge.answering.signs import SIGNS
from knowledge.text.claim import Stance
from tests.knowledge.answering.evidence_fakes import make_candidates

ARTICLE = [
    ("Ann Lee won the vote in Berlin on 3 May.", 0.90),
    ("She thanked 300 helpers.", 0.82),
    ("Bob Ray lost and left the hall.", 0.83),
    ("Rain fell all day.", 0.76),
]


def judge(
    text: str, language: str = "en", claims: Sequence[tuple[int, str, Stance, bool]] = ()
) -> Judgement:
    """Judge a question about `ARTICLE`."""
    question = Question(text=text, language=language)
    return load_judge().judge(question, make_candidates(ARTICLE, claims=claims))


def test_the_sentence_that_answers_comes_first() -> None:
    judgement = judge("Who won the vote in Berlin?")
    assert judgement.order[0] == 0
    assert judgement.answered


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Who lost the vote in Paris in 1990?", id="other-place-and-year"),
        pytest.param("Who did not win the vote in Berlin?", id="denied"),
        pytest.param("Tell me a joke", id="command-that-shares-nothing"),
    ],
)
def test_what_the_article_does_not_bear_out_is_refused(question: str) -> None:
    assert not judge(question).answered


def test_far_sentences_answer_nothing() -> None:
    far = [(text, cosine - 0.15) for text, cosine in ARTICLE]
    question = Question(text="What is the capital of Australia?", language="en")
    assert not load_judge().judge(question, make_candidates(far)).answered


def test_a_question_is_never_quoted_where_another_sentence_is_there() -> None:
    candidates = make_candidates([("Who won the vote?", 0.95), ("Ann Lee won it.", 0.85)])
    judgement = load_judge().judge(Question(text="Who won the vote?", language="en"), candidates)
    assert judgement.order == (1, 0)


def test_one_sentence_is_quoted_where_it_is_clearly_best() -> None:
    assert judge("Who won the vote in Berlin on 3 May?").chosen == (0,)


def test_two_are_quoted_where_the_second_is_nearly_as_good() -> None:
    twice = make_candidates([("Ann Lee won the vote.", 0.9), ("So Ann Lee won the vote.", 0.9)])
    judgement = load_judge().judge(Question(text="Who won the vote?", language="en"), twice)
    assert set(judgement.chosen) == {0, 1}


def test_an_article_in_another_language_has_a_model_of_its_own() -> None:
    judgement = judge("Кто победил на выборах в Берлине?", "ru")
    assert judgement.model.choice == load_judge().across.choice
    assert judge("Who won?").model == load_judge().same


@pytest.mark.parametrize(
    ("asked_in", "least"),
    [
        pytest.param("ru", 0.4, id="measured"),
        pytest.param("fi", 0.7, id="not-measured"),
    ],
)
def test_a_language_may_have_a_limit_of_its_own(asked_in: str, least: float) -> None:
    model = Model(choice={}, topic={}, support={}, least=0.7, least_in={"ru": 0.4})
    assert model.for_language(asked_in).least == least


def test_a_language_without_exercises_borrows_a_limit() -> None:
    limits = load_judge().across.least_in
    assert (limits["uk"], limits["fr"], limits["pt"]) == (limits["ru"], limits["es"], limits["es"])


def test_the_speaker_who_was_asked_about_comes_first() -> None:
    claims = [(1, "Ann Lee", Stance.SAYS, False), (2, "Bob Ray", Stance.SAYS, False)]
    assert judge("What did Bob Ray say?", claims=claims).order[0] == 2
    assert judge("What did Ann Lee say?", claims=claims).order[0] == 1


def test_every_weight_is_that_of_a_sign() -> None:
    known = {*SIGNS, BIAS, "ahead"}
    for model in (load_judge().same, load_judge().across):
        assert {*model.choice, *model.topic, *model.support} <= known


@pytest.mark.parametrize("language", ["en", "ru", "uk", "fi", ""])
def test_every_language_has_a_usual_cosine(language: str) -> None:
    assert 0.7 < load_judge().usual_cosine(language, "en") < 0.95


@given(
    cosines=st.lists(st.floats(0.5, 1.0), min_size=1, max_size=8),
    text=st.text(max_size=60),
    language=st.sampled_from(["en", "ar", "zh", "", "xx"]),
)
def test_any_question_gets_an_order_of_all_candidates(
    cosines: list[float], text: str, language: str
) -> None:
    candidates = make_candidates([(f"Sentence {i} here.", c) for i, c in enumerate(cosines)])
    judgement = load_judge().judge(Question(text=text, language=language), candidates)
    assert sorted(judgement.order) == list(range(len(cosines)))
    assert judgement.chosen[0] == judgement.order[0]
    assert 1 <= len(judgement.chosen) <= MOST_QUOTED


def test_limits_decide_what_is_answered_and_how_much_is_quoted() -> None:
    model = Model(choice={"shared_here": 1.0}, topic={}, support={BIAS: 0.5}, least=0.4, near=0.2)
    signs = [dict.fromkeys(SIGNS, 0.0) | {"shared_here": share} for share in (0.5, 0.6)]
    judgement = decide(model, signs)
    assert (judgement.order, judgement.chosen, judgement.answered) == ((1, 0), (1, 0), True)
    stricter = replace(model, least=0.6, near=0.05)
    assert (decide(stricter, signs).chosen, decide(stricter, signs).answered) == ((1,), False)


def test_gains_change_the_order() -> None:
    model = Model(choice={}, topic={}, support={})
    signs = [dict.fromkeys(SIGNS, 0.0)] * 3
    assert decide(model, signs, [0.0, 2.0, 1.0]).order == (1, 2, 0)


def test_weighing_adds_the_bias_once() -> None:
    assert weigh({BIAS: 1.0, "lead": 2.0}, {"lead": 3.0, "order": 9.0}) == 7.0
