"""Speakers who disagree about what was asked."""

import pytest

from knowledge.answering.looks import ask
from knowledge.answering.positions import find_disagreement
from knowledge.text.claim import Stance
from tests.knowledge.answering.evidence_fakes import make_candidates

SENTENCES = [
    ("Russia says that Ukraine is responsible for it.", 0.85),
    ("Nothing links Ukraine to it.", 0.85),
    ("ISIS is responsible for it.", 0.85),
    ("Ukraine was far away.", 0.85),
]
PUTIN = (0, "Putin", Stance.ACCUSES, False)
HARRIS = (1, "Harris", Stance.SAYS, True)
BIDEN = (2, "Biden", Stance.SAYS, False)


@pytest.mark.parametrize(
    ("question", "claims", "numbers"),
    [
        pytest.param("Was Ukraine behind it?", [PUTIN, HARRIS], (0, 1), id="one-denies"),
        pytest.param("Is Ukraine responsible?", [HARRIS, PUTIN, BIDEN], (0, 1), id="denial-first"),
        pytest.param("Steckt die Ukraine dahinter?", [PUTIN, HARRIS], None, id="asked-in-english"),
        pytest.param(
            "Do sources agree who is responsible?", [PUTIN, BIDEN], (0, 2), id="other-culprit"
        ),
        pytest.param("Is ISIS responsible?", [PUTIN, BIDEN], None, id="agreement-not-asked"),
        pytest.param("Who was behind it?", [PUTIN, HARRIS], None, id="not-left-open"),
        pytest.param("Was Ukraine behind it?", [PUTIN], None, id="one-speaker"),
        pytest.param(
            "Was Ukraine behind it?", [PUTIN, (1, "Putin", Stance.SAYS, True)], None, id="himself"
        ),
        pytest.param("Was France behind it?", [PUTIN, HARRIS], None, id="another-name"),
    ],
)
def test_positions_stand_side_by_side_where_speakers_exclude_each_other(
    question: str,
    claims: list[tuple[int, str, Stance, bool]],
    numbers: tuple[int, int] | None,
) -> None:
    found = find_disagreement(
        ask(question, "en"), make_candidates(SENTENCES, claims=claims), [2.0, 1.0, 1.5, 0.0]
    )
    assert (found and tuple(position.number for position in found)) == numbers


def test_a_question_in_another_language_finds_the_name() -> None:
    asking = ask("Steckt die Ukraine hinter dem Anschlag?", "de")
    candidates = make_candidates(SENTENCES, claims=[PUTIN, HARRIS])
    assert find_disagreement(asking, candidates, [1.0, 2.0, 0.0, 0.0]) is not None


def test_a_position_far_behind_the_best_does_not_stand() -> None:
    candidates = make_candidates(SENTENCES, claims=[PUTIN, HARRIS])
    scores = [5.0, -5.0, 0.0, 0.0]
    assert find_disagreement(ask("Was Ukraine behind it?", "en"), candidates, scores) is None
