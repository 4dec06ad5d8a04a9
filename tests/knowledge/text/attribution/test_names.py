"""Proper names in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.attribution import NameKind, find_names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        pytest.param(
            "Mayor Ann Lee met Ben Ray in Paris.", "en", ["Ann Lee", "Ben Ray", "Paris"], id="en"
        ),
        pytest.param("Who claimed the attack on Moscow?", "en", ["Moscow"], id="question-word"),
        pytest.param(
            "On Monday the University of Texas closed.", "en", ["University of Texas"], id="link"
        ),
        pytest.param(
            "Rain fell. The rain in Spain stayed.", "en", ["Spain"], id="start-of-sentence"
        ),
        pytest.param("He read The Daily Post.", "en", ["The Daily Post"], id="article-in-a-name"),
        pytest.param("The US and NATO agreed.", "en", ["US", "NATO"], id="letters"),
        pytest.param("¿Quién culpó a Ucrania?", "es", ["Ucrania"], id="es"),
        pytest.param(
            "Президент Владимир Путин прилетел в Минск.", "ru", ["Владимир Путин", "Минск"], id="ru"
        ),
        pytest.param(
            "Der Minister traf Olaf Scholz in Berlin.", "de", ["Olaf Scholz", "Berlin"], id="de"
        ),
        pytest.param("قال وزير الخارجية أنتوني بلينكن إن", "ar", ["أنتوني بلينكن"], id="ar"),
        pytest.param("nothing here", "en", [], id="none"),
    ],
)
def test_names_are_found(text: str, language: str, names: list[str]) -> None:
    assert [name.text for name in find_names(text, language)] == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mayor Ann Lee came.", NameKind.PERSON),
        ("Ann Lee, 52, came.", NameKind.PERSON),
        ("Ann Lee, who came late.", NameKind.PERSON),
        ("The Foreign Ministry replied.", NameKind.ORGANISATION),
        ("He wrote to NATO.", NameKind.ORGANISATION),
        ("He flew to Paris.", NameKind.OTHER),
    ],
)
def test_kind_follows_from_the_words_beside_a_name(text: str, kind: NameKind) -> None:
    assert find_names(text, "en")[0].kind is kind


@given(text=st.text(max_size=120), language=st.sampled_from(["en", "de", "ru", "ar", "fr", "zh"]))
def test_a_name_is_the_texts_own_characters(text: str, language: str) -> None:
    for name in find_names(text, language):
        assert text[name.span.start : name.span.end] == name.text
