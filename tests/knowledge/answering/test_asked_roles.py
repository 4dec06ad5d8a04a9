"""Whose words a question asks for, where it names a role."""

import pytest

from knowledge.answering.asked_roles import find_asked_role, speakers_in
from knowledge.answering.looks import ask, look
from knowledge.text.claim import Stance
from tests.knowledge.answering.evidence_fakes import make_candidates

SENTENCES = [
    ("Police chief Irena Volk said that it rained.", 0.85),
    ("Niklas Ott, an independent expert, saw no rain.", 0.85),
    ("The harbour warned about ships, the mayor was away.", 0.85),
    ("The judge of Old Quay, Ada Park, told Tom Reed that the nurse met Eva Stone.", 0.85),
]
CLAIMS = [
    (0, "Irena Volk", Stance.SAYS, False),
    (1, "Niklas Ott", Stance.SAYS, False),
    (2, "The harbour", Stance.WARNS, False),
    (3, "Ada Park", Stance.SAYS, False),
    (3, "Eva Stone", Stance.SAYS, False),
]


@pytest.mark.parametrize(
    ("question", "language", "words"),
    [
        pytest.param("What does the mayor say about the judge?", "en", "mayor", id="first"),
        pytest.param("What does the union boss say?", "en", "boss", id="last-of-a-row"),
        pytest.param("What did he say about the governor's plan?", "en", "", id="an-owner"),
        pytest.param("Which economist thinks so?", "en", "", id="the-person-is-asked-for"),
        pytest.param("Where does the mayor live?", "en", "", id="no-saying"),
        pytest.param("¿Y la fiscal qué dice?", "es", "fiscal", id="es"),
        pytest.param("Und was meint der Staatsanwalt dazu?", "de", "Staatsanwalt", id="de"),
        pytest.param("Що сказала лікарка?", "uk", "лікарка", id="uk"),
        pytest.param("ماذا قالت الوزيرة؟", "ar", "الوزيرة", id="ar"),
    ],
)
def test_the_role_is_the_one_who_is_to_speak(question: str, language: str, words: str) -> None:
    role = find_asked_role(ask(question, language))
    assert (question[role.start : role.end] if role else "") == words


@pytest.mark.parametrize(
    ("question", "speakers"),
    [
        pytest.param("What did the head of police say?", {"Irena Volk"}, id="before-the-name"),
        pytest.param("What did the chief say?", {"Irena Volk"}, id="a-broader-word"),
        pytest.param("What did the expert say?", {"Niklas Ott"}, id="behind-the-comma"),
        pytest.param("What did the judge say?", {"Ada Park"}, id="a-place-between"),
        pytest.param("What did the nurse say?", set(), id="a-verb-between"),
        pytest.param("What did the mayor say?", set(), id="beside-another-name"),
    ],
)
def test_an_article_gives_roles_beside_names(question: str, speakers: set[str]) -> None:
    asking = ask(question, "en")
    role = find_asked_role(asking)
    assert role is not None
    looks = look(asking, make_candidates(SENTENCES, claims=CLAIMS), lambda *_: 0.85)
    assert speakers_in(role, looks) == speakers
