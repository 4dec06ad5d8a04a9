"""Whoever is shown one side of an exchange is shown the other."""

import pytest

from knowledge.answering.exchanges import find_answers
from knowledge.answering.positions import positions_in
from knowledge.text.words.reading import read
from tests.knowledge.answering.test_who_says import evidence

FIRM = (
    "Union leader Ada Park said that the firm had cut the wages. Dockline denied that. "
    "Its director, Tom Reed, said that nobody had lost a crown."
)
CONTRAST = (
    "Der Minister Jan Holt sagte, die Brücke sei sicher. "
    "Die Prüferin Eva Stein erklärte dagegen, die Brücke habe Risse."
)
RETURN = (
    "Minister Lena Dor said that the crew ignored a warning. "
    "The pilots' leader, Emil Hart, accused the minister of blaming the dead."
)
OTHER = (
    "Mayor Ada Park said that the bridge was safe. "
    "Director Tom Reed denied that the museum had lost a painting."
)
PAUSED = (
    "Union leader Ada Park said that the firm had cut the wages. It was raining. It was cold. "
    "Nobody came. Tom Reed denied that."
)


@pytest.mark.parametrize(
    ("text", "language", "held", "answers"),
    [
        pytest.param(FIRM, "en", "Ada Park", ["Dockline", "Tom Reed"], id="denied-and-explained"),
        pytest.param(FIRM, "en", "Dockline", ["Ada Park"], id="what-is-denied"),
        pytest.param(CONTRAST, "de", "Jan Holt", ["Die Prüferin Eva Stein"], id="set-against"),
        pytest.param(RETURN, "en", "Lena Dor", ["Emil Hart"], id="a-charge-in-return"),
        pytest.param(OTHER, "en", "Ada Park", [], id="a-denial-of-something-else"),
        pytest.param(PAUSED, "en", "Ada Park", [], id="too-late"),
    ],
)
def test_answers_stand_right_behind(
    text: str, language: str, held: str, answers: list[str]
) -> None:
    positions = list(positions_in(evidence(text, language=language).candidates))
    of_held = [one for one in positions if held in one.speaker]
    assert of_held
    found = find_answers(of_held, positions, read("?", language))
    assert [one.speaker for one in found] == answers
