"""Shorter sentences: what is left out changes nothing of the rest, and moves nothing."""

import pytest

from knowledge.text.lock.cited import CitedSentence
from knowledge.text.lock.shortened import shorten


def _shorter(text: str) -> list[str]:
    cited = CitedSentence(text=text, language="en", start=7)
    return [one.text for one in shorten(cited)]


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        pytest.param(
            "A price of $20,000 (US$ 26,000) was asked.",
            "A price of $20,000              was asked.",
            id="parenthesis",
        ),
        pytest.param(
            "The train, which locals love, left the station.",
            "The train                     left the station.",
            id="relative-clause",
        ),
        pytest.param(
            "The train left the station, while rain fell.",
            "The train left the station                 .",
            id="clause-behind",
        ),
    ],
)
def test_what_may_be_left_out_becomes_spaces(text: str, shorter: str) -> None:
    found = _shorter(text)
    assert shorter in found
    assert {len(one) for one in found} == {len(text)}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The train (reportedly) left.", id="hedge"),
        pytest.param("The train left, the minister said.", id="speaker"),
        pytest.param("The train left, unless rain fell.", id="condition"),
        pytest.param("Kamala Harris, the vice president, spoke.", id="who-does-it"),
    ],
)
def test_what_tells_something_of_the_rest_stays(text: str) -> None:
    assert not _shorter(text)
