"""How a speaker is named to a reader."""

import pytest

from knowledge.text.attribution import name_speaker
from tests.knowledge.text.attribution.articles import read


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param(
            "NASA Administrator Ann Lee said no.", "NASA Administrator Ann Lee", id="office"
        ),
        pytest.param("Mayor Ann Lee left. Lee said no.", "Ann Lee", id="surname"),
        pytest.param("Mark Ray, QC, came. Mr. Ray said no.", "Mark Ray (Mr. Ray)", id="title"),
        pytest.param("Ann Lee left. She said no.", "Ann Lee", id="pronoun"),
        pytest.param(
            "Mayor Ann Lee left. The mayor said no.", "Ann Lee (The mayor)", id="description"
        ),
        pytest.param(
            "It is so, say analysts quoted by the Daily Post.", "analysts (Daily Post)", id="via"
        ),
        pytest.param("It rained.", "", id="article"),
        pytest.param("“We waited for hours in the cold.”", "", id="nobody"),
    ],
)
def test_label_names_the_speaker_as_the_article_does(text: str, label: str) -> None:
    assert name_speaker(text, read(text)[-1], "en") == label
