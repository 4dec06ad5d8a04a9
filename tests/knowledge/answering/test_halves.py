"""Questions of two parts get the part that is there, and are told which is not."""

from collections.abc import AsyncIterator

import pytest

from knowledge.answering.answer import Answer, Outcome, Question, Statement
from knowledge.answering.answerer import Answerer
from knowledge.answering.evidence import Evidence
from knowledge.answering.halves import split_question
from tests.knowledge.answering.test_answerer import (
    EVIDENCE,
    GOOD,
    FoundEvidence,
    OneArticle,
)


@pytest.mark.parametrize(
    ("language", "first", "joint", "second"),
    [
        ("en", "Who claimed responsibility", " and ", "who is the mayor of Moscow?"),
        ("en", "Who claimed responsibility?", " ", "Who is the mayor?"),
        ("en", "How many people died", ", and ", "in what year was Beslan?"),
        ("es", "¿Quién reivindicó el atentado", " y ", "quién es el alcalde?"),
        ("ru", "Кто взял на себя ответственность", " и ", "кто мэр Москвы?"),
        ("uk", "Хто взяв на себе відповідальність", " і ", "хто мер Москви?"),
        ("ar", "من أعلن مسؤوليته عن الهجوم", " و", "من هو عمدة موسكو؟"),
        ("de", "Wie viele Menschen starben", " und ", "wer ist der Bürgermeister?"),
        ("fr", "Qui a revendiqué l'attentat", " et ", "qui est le maire ?"),
        ("pt", "Quem reivindicou o ataque", " e ", "quem é o prefeito?"),
    ],
)
def test_parts_that_ask_for_themselves_are_taken_apart(
    language: str, first: str, joint: str, second: str
) -> None:
    assert split_question(first + joint + second, language) == (first, second)


@pytest.mark.parametrize(
    "question",
    [
        "Who claimed responsibility?",
        "When and where did the attack happen?",
        "How many people died and why?",
        "Who is Harris and what did she say?",
        "What did Putin and Harris say?",
        "Who said that the city and what surrounds it is safe?",
    ],
)
def test_what_leans_on_the_rest_is_left_whole(question: str) -> None:
    assert split_question(question, "en") == (question,)


class ByQuestion:
    """A composer that answers what it is told to, and refuses the rest."""

    mode = "quotes"

    def __init__(self, **answers: Outcome) -> None:
        self._answers = answers

    async def compose(
        self, question: Question, evidence: Evidence
    ) -> AsyncIterator[Statement | Outcome]:
        outcomes = (o for word, o in self._answers.items() if word in question.text)
        outcome = next(outcomes, Outcome.REFUSED)
        if outcome is not Outcome.REFUSED:
            yield GOOD
        yield outcome


async def asked(question: str, **answers: Outcome) -> Answer:
    answerer = Answerer(
        retrieval=FoundEvidence(EVIDENCE), articles=OneArticle(), quotes=ByQuestion(**answers)
    )
    return await answerer.final_answer(question)


async def test_the_part_that_is_there_is_answered_and_the_other_named() -> None:
    answer = await asked("Who came there and who is the mayor?", came=Outcome.ANSWERED)
    assert (answer.outcome, answer.statements) == (Outcome.PARTIAL, (GOOD,))
    assert answer.unanswered == ("who is the mayor?",)
    assert answer.question.text == "Who came there and who is the mayor?"


async def test_both_parts_make_a_whole_answer() -> None:
    both = {"came": Outcome.ANSWERED, "mayor": Outcome.ANSWERED}
    answer = await asked("Who came there and who is the mayor?", **both)
    assert (answer.outcome, answer.unanswered) == (Outcome.ANSWERED, ())


async def test_neither_part_is_a_refusal() -> None:
    answer = await asked("Who came there and who is the mayor?")
    assert (answer.outcome, answer.statements, answer.unanswered) == (Outcome.REFUSED, (), ())
