"""The thesaurus: what may be told in another word, in one language or two."""

import pytest

from knowledge.text.lock.thesaurus import find_senses, is_only_verb, may_mean


@pytest.mark.parametrize(
    ("word", "language", "other", "other_language", "may"),
    [
        pytest.param("gods", "en", "deities", "en", True, id="synonyms"),
        pytest.param("destruction", "en", "destroyed", "en", True, id="verb-of-a-noun"),
        pytest.param("mère", "fr", "mother", "en", True, id="translation"),
        pytest.param("отмены", "ru", "abschaffung", "de", True, id="translation-without-english"),
        pytest.param("killing", "en", "homicide", "en", True, id="what-it-is-a-kind-of"),
        pytest.param("homicide", "en", "event", "en", False, id="not-a-kind-of-it"),
        pytest.param("pupils", "en", "teachers", "en", False, id="of-one-field"),
        pytest.param("legal", "en", "illegal", "en", False, id="opposites"),
        pytest.param("gods", "en", "deities", "zh", False, id="a-language-without-a-file"),
    ],
)
def test_words_are_compared_by_their_senses(
    word: str, language: str, other: str, other_language: str, may: bool
) -> None:
    assert may_mean(word, language, other, other_language) is may


def test_names_have_no_sense() -> None:
    assert not find_senses("teneriffa", "de")
    assert find_senses("insel", "de")


@pytest.mark.parametrize(("word", "only"), [("denies", True), ("reports", False)])
def test_words_that_can_be_nothing_but_verbs_are_known(word: str, only: bool) -> None:
    assert is_only_verb(word, "en") is only
