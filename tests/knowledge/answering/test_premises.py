"""Questions that take for granted what the articles contradict."""

import pytest

from knowledge.answering.answer import Outcome, Premise, Question
from knowledge.answering.answerer import Answerer
from knowledge.answering.premises import find_correction
from knowledge.text.article import Article, Source
from knowledge.text.claim import Stance
from tests.knowledge.answering.test_answerer import GOOD, FoundEvidence, ScriptedComposer
from tests.knowledge.answering.test_who_says import evidence

FIRE = (
    "The Green Front claimed responsibility for the fire at the Harlow mill on Monday. "
    "Mayor Ada Park accused Max Landgrave of starting the fire. "
    "Councillor Lena Ortiz praised the mayor. "
    "The lawyer Viktor Sanders said that Landgrave had not started the fire."
)


class Fire:
    """The store, with one article."""

    def article(self, article_id: str, version: int | None = None) -> Article:
        return Article(id=article_id, version=1, text=FIRE, source=Source(label="Fire"))


GREEN, PARK, ORTIZ, KERN = "Green Front", "Ada Park", "Lena Ortiz", "Viktor Sanders"


@pytest.mark.parametrize(
    ("question", "language", "premise", "speakers"),
    [
        pytest.param(
            "Why did Ada Park claim responsibility?",
            "en",
            Premise(speaker="Ada Park", stance=Stance.CLAIMS_RESPONSIBILITY),
            [GREEN],
            id="another-claims-it",
        ),
        pytest.param(
            "Why did Ada Park say she was behind the fire?",
            "en",
            Premise(speaker="Ada Park", stance=Stance.CLAIMS_RESPONSIBILITY),
            [GREEN],
            id="in-other-words",
        ),
        pytest.param(
            "When did Lena Ortiz accuse Max Landgrave?",
            "en",
            Premise(speaker="Lena Ortiz", stance=Stance.ACCUSES, about="Max Landgrave"),
            [PARK],
            id="another-accuses",
        ),
        pytest.param(
            "¿Por qué acusó Ada Park a Lena Ortiz?",
            "es",
            Premise(speaker="Ada Park", stance=Stance.ACCUSES, about="Lena Ortiz"),
            [PARK],
            id="accuses-another",
        ),
        pytest.param(
            "Почему Виктор Сандерс обвинил Ландгрейва?",
            "ru",
            Premise(speaker="Виктор Сандерс", stance=Stance.ACCUSES, about="Ландгрейва"),
            [PARK, KERN],
            id="says-that-it-is-not-so",
        ),
    ],
)
async def test_what_the_articles_do_say_is_shown(
    question: str, language: str, premise: Premise, speakers: list[str]
) -> None:
    asked = Question(text=question, language=language)
    correction = find_correction(asked, evidence(FIRE).candidates)
    assert correction is not None
    assert correction.premise == premise
    assert [one.speaker for one in correction.positions] == speakers


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Why did the Green Front claim responsibility?", id="true"),
        pytest.param("Why did Ada Park accuse Max Landgrave?", id="true-accusation"),
        pytest.param("Who claimed responsibility?", id="asks-who"),
        pytest.param("Why did Ada Park thank the firemen?", id="silent"),
        pytest.param("Why did Ada Park claim responsibility for the flood?", id="another-event"),
        pytest.param("Why did Norway claim responsibility for Oslo?", id="another-place"),
        pytest.param("Why did Ada Park not claim responsibility?", id="not"),
        pytest.param("Why was Max Landgrave accused?", id="nobody-named"),
        pytest.param("Why did the mill burn?", id="nothing-said"),
    ],
)
async def test_what_is_true_or_not_told_is_not_corrected(question: str) -> None:
    asked = Question(text=question, language="en")
    assert find_correction(asked, evidence(FIRE).candidates) is None


async def test_a_correction_is_no_models_work() -> None:
    model = ScriptedComposer((GOOD, Outcome.ANSWERED), mode="model:x")
    asked = Answerer(
        retrieval=FoundEvidence(evidence(FIRE)),
        articles=Fire(),
        quotes=ScriptedComposer((Outcome.REFUSED,)),
        model=model,
    )
    answer = await asked.final_answer("Why did Ada Park claim responsibility?")
    assert (answer.mode, answer.outcome, model.composed) == ("quotes", Outcome.ANSWERED, 0)
    assert answer.premise == Premise(speaker="Ada Park", stance=Stance.CLAIMS_RESPONSIBILITY)
    assert [one.speaker for one in answer.statements] == [GREEN]
