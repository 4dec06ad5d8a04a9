"""Roles are told by their words, in eight languages."""

import pytest

from knowledge.text.words.roles import find_roles

LANGUAGES = ("en", "es", "fr", "pt", "de", "ru", "uk", "ar")
MAYORS = (
    "mayor",
    "alcaldesa",
    "maire",
    "prefeita",
    "Bürgermeisterin",
    "мэра",
    "мера",
    "رئيس البلدية",
)


@pytest.mark.parametrize(
    ("text", "language", "roles"),
    [
        pytest.param("the prime minister", "en", [{"prime_minister"}], id="longest-term"),
        pytest.param("a minister and a nurse", "en", [{"minister"}, {"nurse"}], id="two"),
        pytest.param("administered", "en", [], id="no-part-of-a-word"),
        pytest.param("Oberstaatsanwalt", "de", [{"prosecutor"}], id="german-compound"),
        pytest.param("وللمدير", "ar", [{"director"}], id="arabic-prefixes"),
        pytest.param("начальник порту", "uk", [{"harbour_master"}], id="case"),
        pytest.param("pormestari", "fi", [], id="language-without-a-list"),
    ],
)
def test_roles_are_found(text: str, language: str, roles: list[set[str]]) -> None:
    assert [set(role.names) for role in find_roles(text, language)] == roles


@pytest.mark.parametrize(("word", "language"), list(zip(MAYORS, LANGUAGES, strict=True)))
def test_a_role_has_words_in_every_language(word: str, language: str) -> None:
    (role,) = find_roles(word, language)
    (mayor,) = find_roles("mayor", "en")
    assert mayor.covers(role)


@pytest.mark.parametrize(
    ("asked", "known", "covers"),
    [
        pytest.param("boss", "mayor", True, id="broader"),
        pytest.param("mayor", "boss", False, id="narrower"),
        pytest.param("nurse", "judge", False, id="another"),
    ],
)
def test_a_broader_role_covers_a_narrower_one(asked: str, known: str, covers: bool) -> None:
    (one,), (other,) = find_roles(asked, "en"), find_roles(known, "en")
    assert one.covers(other) is covers
