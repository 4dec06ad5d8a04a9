"""Words in quote marks, matched or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.attribution.lexicon_files import load_lexicon
from knowledge.text.attribution.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "language", "inner"),
    [
        pytest.param('He said "yes" and "no".', "en", ["yes", "no"], id="straight"),
        pytest.param("He said ‘yes’ to Ann’s plan.", "en", ["yes"], id="single-and-apostrophe"),
        pytest.param("the players' union and '90s music", "en", [], id="apostrophes-alone"),
        pytest.param("Er sagte „ja“ und »nein«.", "de", ["ja", "nein"], id="german"),
        pytest.param("Il dit : « oui ».", "fr", ["oui"], id="french-spaces"),
        pytest.param("«Он сказал “да”, и всё».", "ru", ["Он сказал “да”, и всё"], id="nested"),
        pytest.param("«One thing.” Then he left.", "en", ["One thing."], id="mismatched"),
        pytest.param(
            'Wilkins said," [he] liked it".', "en", ["[he] liked it"], id="mark-before-space"
        ),
        pytest.param('A 5" nail and a 6" nail.', "en", [], id="inches"),
        pytest.param("“I came. “I saw.”", "en", ["I came.", "I saw."], id="lost-mark-in-speech"),
        pytest.param(
            "He cried: “Run! The engine of the large old red car burned. “Go,” he said.",
            "en",
            ["Run!", "Go,"],
            id="lost-early",
        ),
        pytest.param("“It began.\n“It ended.”", "en", ["It began.", "It ended."], id="over-lines"),
        pytest.param("— Да, — сказал он. — Нет.", "ru", ["Да,", "Нет."], id="dashes"),
        pytest.param("— Five people", "ru", [], id="dash-of-a-list"),
    ],
)
def test_quotations_are_found(text: str, language: str, inner: list[str]) -> None:
    found = find_quotations(text, load_lexicon(language))
    assert [text[q.inner_start : q.inner_end] for q in found] == inner


@given(text=st.text(alphabet="ab .,\"“”«»„'‘’—\n", max_size=80))
def test_quotations_follow_each_other_and_stay_in_the_text(text: str) -> None:
    end = 0
    for quotation in find_quotations(text, load_lexicon("ru")):
        assert end <= quotation.start <= quotation.inner_start < quotation.inner_end
        assert quotation.inner_end <= quotation.end <= len(text)
        end = quotation.end
