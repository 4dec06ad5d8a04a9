"""Follow-ups that a model rewrites: only with what was asked before, or by the rules."""

import json
from collections import deque

import pytest

from knowledge.answering.follow_ups import Turn
from knowledge.answering.model import Failure, ModelFailedError
from knowledge.answering.model_follow_ups import ByModel, is_borne_out
from tests.knowledge.answering.model_fakes import ScriptedModel

TURNS: list[Turn] = [("Who spoke to ABC in 2024?", "en"), ("What did Kamala Harris say?", "en")]


def reply(question: str) -> str:
    return json.dumps({"question": question})


async def understand(
    text: str, *replies: str | ModelFailedError, turns: list[Turn] | None = None
) -> tuple[str, ScriptedModel]:
    model = ScriptedModel(deque(replies))
    understanding = ByModel(model=model)
    understood = await understanding.understand(text, "en", TURNS if turns is None else turns)
    return understood, model


async def test_a_follow_up_is_understood_as_the_model_has_it() -> None:
    understood, model = await understand(
        "And what about Kiev?", reply("What did Kamala Harris say about Kiev?")
    )
    assert understood == "What did Kamala Harris say about Kiev?"
    assert len(model.asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(reply("What did Vladimir Putin say?"), id="a-name-of-its-own"),
        pytest.param(reply("When did Kamala Harris say that in 2023?"), id="a-figure-of-its-own"),
        pytest.param(reply("Why did Kamala Harris not say that?"), id="a-denial-of-its-own"),
        pytest.param(reply("When did she say so? See evil.example"), id="a-link"),
        pytest.param(reply("“When did Kamala Harris speak?”"), id="a-quotation"),
        pytest.param(reply("when " * 100), id="too-long"),
        pytest.param(reply(""), id="nothing"),
        pytest.param('{"question": 5}', id="no-text"),
        pytest.param('{"question": "When?", "more": 1}', id="more-than-asked-for"),
        pytest.param('{"question": "\\ud800"}', id="half-a-character"),
        pytest.param("When did she say that?", id="no-json"),
        pytest.param("x" * 5_000, id="noise"),
        pytest.param(ModelFailedError(Failure.UNREACHABLE), id="no-server"),
    ],
)
async def test_what_cannot_be_used_is_understood_by_the_rules(
    answer: str | ModelFailedError,
) -> None:
    understood, _ = await understand("When did she say that?", answer)
    assert understood == "What did Kamala Harris say – when did she say that?"


async def test_the_question_s_own_names_are_kept() -> None:
    understood, _ = await understand("And Putin?", reply("What did Kamala Harris say?"))
    assert understood == "What did Putin say?"


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        pytest.param("When did she say that?", [], id="nothing-before"),
        pytest.param(
            "How did the White House name the Islamic State?", TURNS, id="stands-by-itself"
        ),
    ],
)
async def test_no_model_is_asked_where_there_is_nothing_to_rewrite(
    text: str, turns: list[Turn]
) -> None:
    understood, model = await understand(text, turns=turns)
    assert understood == text
    assert model.asked == []


async def test_a_server_that_fails_is_left_alone_after_three_times() -> None:
    model = ScriptedModel(deque(ModelFailedError(Failure.BROKEN) for _ in range(3)))
    understanding = ByModel(model=model)
    for _ in range(5):
        assert await understanding.understand("when?", "en", TURNS)
    assert len(model.asked) == 3


@pytest.mark.parametrize(
    ("rewritten", "text", "language", "stands"),
    [
        pytest.param("Что сказала Камала Харрис о Киеве?", "А о Киеве?", "ru", True, id="ru"),
        pytest.param("Что сказал Путин о Киеве?", "А о Киеве?", "ru", False, id="ru-name"),
        pytest.param("ماذا قالت كامالا هاريس عن كييف؟", "وماذا عن كييف؟", "ar", True, id="ar"),
        pytest.param("ماذا قال بوتين عن كييف؟", "وماذا عن كييف؟", "ar", False, id="ar-name"),
        pytest.param("What?", "Hva?", "no", False, id="a-language-that-no-rule-reads"),
    ],
)
def test_names_are_compared_across_scripts(
    rewritten: str, text: str, language: str, stands: bool
) -> None:
    assert is_borne_out(rewritten, text, language, TURNS) is stands
