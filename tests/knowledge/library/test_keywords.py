"""Passages are found by their words, with a score that means the same for every question."""

import pytest

from bot.wiring import Library
from knowledge.library.keywords import _telling, _Weight, _weight
from knowledge.library.records import NewArticle
from knowledge.text.article import Source
from knowledge.text.words.stems import find_words


def add(library: Library, name: str, text: str, language: str = "en") -> None:
    source = Source(label=name, language=language)
    library.archive.add(NewArticle(address=name, text=text, source=source, id=name))


def match(library: Library, question: str, scope: set[str] | None = None) -> dict[str, float]:
    stems = [word.stem for word in find_words(question, "en")]
    found = library.retriever.keywords.match(stems, 10, scope)
    passages = library.archive.pieces.passages(list(found))
    return {p.passage.article_id: found[p.id] for p in passages}


@pytest.fixture
def library(empty_library: Library) -> Library:
    add(empty_library, "fire", "The harbour burned. Firefighters attacked the flames.")
    add(empty_library, "vote", "Parliament voted on the harbour tax: 3.5% for all.")
    add(empty_library, "rain", "It rained in the hills, and it rained in the valley.")
    return empty_library


def test_forms_of_a_word_meet(library: Library) -> None:
    assert list(match(library, "Who was attacking?")) == ["fire"]


def test_the_rarer_word_weighs_more(library: Library) -> None:
    assert list(match(library, "the harbour parliament")) == ["vote", "fire", "rain"]


def test_the_score_is_a_share_of_the_best_possible(library: Library) -> None:
    scores = match(library, "harbour fire hills parliament rain zebra")
    assert all(0 < score < 1 for score in scores.values())
    assert match(library, "harbour")["fire"] > match(library, "harbour zebra crocodile")["fire"]


def test_only_the_scope_is_searched(library: Library) -> None:
    assert list(match(library, "harbour", {"vote", "rain"})) == ["vote"]
    assert match(library, "harbour", set()) == {}


def test_a_number_is_one_word(library: Library) -> None:
    assert list(match(library, "3.5")) == ["vote"]
    assert match(library, "5") == {}


@pytest.mark.parametrize(
    "question",
    ["", "?!", '"', "zebra", 'harbour" OR "rain', "NEAR(harbour)", "stems:harbour", "* AND -"],
)
def test_no_question_is_read_as_a_query(question: str, library: Library) -> None:
    found = match(library, question)
    assert set(found) <= {"fire", "vote", "rain"}


def test_accents_are_kept_apart_and_found(empty_library: Library) -> None:
    add(empty_library, "a", "Le président est élu.", "fr")
    stems = [word.stem for word in find_words("président", "fr")]
    assert len(empty_library.retriever.keywords.match(stems, 10)) == 1


@pytest.mark.parametrize(
    ("common", "looked_for"),
    [
        pytest.param({"the"}, ["minister", "resign"], id="the-rarer-ones"),
        pytest.param(
            {"the", "minister", "resign"}, ["the", "minister", "resign"], id="only-common"
        ),
        pytest.param(set(), ["the", "minister", "resign"], id="none-common"),
    ],
)
def test_common_words_are_not_looked_for_where_there_are_others(
    common: set[str], looked_for: list[str]
) -> None:
    stems = ("the", "minister", "resign")
    assert _telling({stem: _Weight(1.0, stem in common) for stem in stems}) == looked_for


@pytest.mark.parametrize(
    ("total", "holding", "common"),
    [
        pytest.param(9_000, 5_000, False, id="a-small-store"),
        pytest.param(20_000, 1_500, False, id="rare"),
        pytest.param(20_000, 2_500, True, id="in-every-eighth-passage"),
    ],
)
def test_a_word_is_common_by_its_share_of_a_large_store(
    total: int, holding: int, common: bool
) -> None:
    assert _weight(total, holding).is_common is common
