"""Questions about what somebody says."""

from collections.abc import Sequence

import pytest

from knowledge.answering.looks import Look, ask, look
from knowledge.answering.voices import Voice, find_voice
from knowledge.text.claim import Stance
from tests.knowledge.answering.evidence_fakes import make_candidates

SENTENCES = [
    ("Putin accuses Ukraine.", 0.85),
    ("Harris assured that nothing links Kyiv to it.", 0.85),
    ("“People no longer smile,” says Valentina Karenina.", 0.85),
    ("Many fear more war.", 0.85),
]
CLAIMS = [
    (0, "Vladimir Putin", Stance.ACCUSES, False),
    (1, "Kamala Harris", Stance.SAYS, True),
    (2, "Valentina Karenina", Stance.SAYS, False),
    (3, "many", Stance.FEARS, False),
]


def listen(question: str, language: str = "en") -> tuple[Voice, Sequence[Look]]:
    asking = ask(question, language)
    looks = look(asking, make_candidates(SENTENCES, claims=CLAIMS), lambda *_: 0.85)
    return find_voice(asking, looks), looks


@pytest.mark.parametrize(
    ("question", "language", "speaker"),
    [
        pytest.param("What did Putin say?", "en", "Vladimir Putin", id="surname"),
        pytest.param("What did Kamala say?", "en", "Kamala Harris", id="first-name"),
        pytest.param("Что сказал Путин?", "ru", "Vladimir Putin", id="another-script"),
        pytest.param("ماذا قال بوتين؟", "ar", "Vladimir Putin", id="arabic"),
        pytest.param("What does Karenina think of Putin?", "en", "Valentina Karenina", id="first"),
    ],
)
def test_the_speaker_is_the_one_who_is_named_first(
    question: str, language: str, speaker: str
) -> None:
    assert listen(question, language)[0].speakers == {speaker}


@pytest.mark.parametrize(
    ("question", "gaining"),
    [
        pytest.param("What did Putin say?", [0], id="says-anything"),
        pytest.param("Who says it?", [], id="who-asks-for-any-speaker"),
        pytest.param("What does Putin accuse Ukraine of?", [0], id="the-stance-asked-for"),
        pytest.param("What do people fear?", [3], id="a-stance-of-somebody-else"),
        pytest.param("What does Harris deny?", [], id="a-stance-that-nobody-takes"),
        pytest.param("What is in Kyiv?", [], id="no-saying"),
    ],
)
def test_sentences_gain_where_the_asked_speaker_does_what_is_asked(
    question: str, gaining: list[int]
) -> None:
    voice, looks = listen(question)
    assert [i for i, at in enumerate(looks) if voice.bonus(at) > 0] == gaining


@pytest.mark.parametrize(
    ("question", "language", "silent"),
    [
        pytest.param("What did Zelensky say?", "en", True, id="unknown-name"),
        pytest.param("Що сказав Зеленський?", "uk", True, id="unknown-name-in-another-script"),
        pytest.param("What did Putin say?", "en", False, id="known-name"),
        pytest.param("What did the mayor say?", "en", True, id="a-role-that-nobody-has"),
        pytest.param("What did they say?", "en", False, id="no-name"),
        pytest.param("What did Karenina say about Ukraine?", "en", True, id="not-about-that"),
        pytest.param("What did Putin say about Ukraine?", "en", False, id="about-that"),
        pytest.param("What did Putin say about Atlantis?", "en", False, id="nobody-does"),
        pytest.param("What is Zelensky?", "en", False, id="no-saying"),
    ],
)
def test_who_says_nothing_about_it_here_is_silent(
    question: str, language: str, silent: bool
) -> None:
    assert listen(question, language)[0].silent is silent
