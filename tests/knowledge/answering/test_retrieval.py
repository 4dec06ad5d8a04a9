"""Finding passages, with the shipped article and real embeddings."""

from dataclasses import replace
from datetime import date

import pytest

from bot.wiring import Library
from knowledge.answering.answer import Outcome, Question
from knowledge.answering.evidence import Evidence
from knowledge.answering.sides import Told, show_sides, state
from knowledge.answering.stages import Stages
from knowledge.library.records import NewArticle
from knowledge.text.article import Source

SHIPPED = "moscow-concert-hall-attack"


def retrieve(
    library: Library,
    text: str,
    language: str = "en",
    scope: frozenset[str] | None = None,
    few_passages: int = 0,
) -> Evidence:
    """Through the index, unless *few_passages* is set."""
    question = Question(text=text, language=language, scope=scope)
    return replace(library.retriever, few_passages=few_passages).retrieve(question, Stages())


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("who claimed responsibility?", "en"),
        ("¿quién reivindicó la autoría del ataque?", "es"),
        ("кто взял на себя ответственность за нападение?", "ru"),
    ],
)
def test_the_passage_that_answers_is_among_the_first(
    question: str, language: str, shipped_library: Library
) -> None:
    evidence = retrieve(shipped_library, question, language)
    first = [c.sentence.text for c in evidence.candidates if c.passage_rank < 3]
    assert any("claimed responsibility" in text for text in first)


def test_hits_are_stored_text_best_first(shipped_library: Library) -> None:
    evidence = retrieve(shipped_library, "What did Kamala Harris say?")
    scores = [hit.score for hit in evidence.hits]
    assert scores == sorted(scores, reverse=True)
    text = shipped_library.catalogue.article(SHIPPED).text
    for candidate in evidence.candidates:
        sentence = candidate.sentence
        assert text[sentence.start : sentence.end] == sentence.text
        assert -1 <= candidate.cosine <= 1


def test_a_small_archive_is_read_whole_and_gives_what_the_index_gives(
    shipped_library: Library,
) -> None:
    question = "What did the White House call the Islamic State?"
    whole = retrieve(shipped_library, question, few_passages=60)
    assert whole == retrieve(shipped_library, question)


def test_a_small_archive_does_not_open_the_index(shipped_library: Library) -> None:
    retriever = shipped_library.retriever
    assert retriever.retrieve(Question(text="Who?", language="en"), Stages()).hits
    assert not retriever.needs_index()
    assert shipped_library.archive.index.count() == 0


def test_only_the_scope_is_read(empty_library: Library) -> None:
    for name in ("one", "two"):
        source = Source(label=name, language="en")
        empty_library.archive.add(
            NewArticle(address=name, id=name, text=f"Article {name} is about cats.", source=source)
        )
    evidence = retrieve(empty_library, "cats", scope=frozenset({"two"}))
    assert {c.sentence.article_id for c in evidence.candidates} == {"two"}
    assert retrieve(empty_library, "cats", scope=frozenset({"three"})).candidates == ()


def test_nothing_is_found_in_an_empty_library(empty_library: Library) -> None:
    assert retrieve(empty_library, "anything?") == Evidence(candidates=(), hits=())


def test_a_hit_that_is_not_live_does_not_count(empty_library: Library) -> None:
    archive = empty_library.archive
    source = Source(label="cats", language="en")
    _, article = archive.add(NewArticle(address="c", text="Cats sleep.", source=source))
    archive.remove(article.id)
    assert archive.reindex() == 1
    assert retrieve(empty_library, "Do cats sleep?").hits == ()


DATED = {
    "2024-03-20": "Rescuers in Ellis found 12 people under the bridge, the mayor said.",
    "2024-03-21": "Rescuers in Ellis have found 19 people under the bridge so far.",
    "2024-03-22": "The rescue of 24 people in Ellis has ended, officials of the town said.",
    "2024-03-30": "The football club of Ellis lost its third match.",
}


@pytest.mark.parametrize(
    ("question", "language", "newest"),
    [
        ("What is the latest number of people found in Ellis?", "en", True),
        ("How many people were found under the bridge in Ellis?", "en", False),
        ("Сколько человек найдено в Эллисе на данный момент?", "ru", True),
    ],
)
def test_where_the_question_is_about_now_newer_articles_come_first(
    question: str, language: str, newest: bool, empty_library: Library
) -> None:
    for day, words in DATED.items():
        source = Source(label=day, language="en", published=day)
        empty_library.archive.add(NewArticle(address=day, id=day, text=words, source=source))
    first = [hit.article_id for hit in retrieve(empty_library, question, language).hits]
    assert first[-1] == "2024-03-30"
    assert (first[0] == "2024-03-22") is newest


@pytest.mark.parametrize("few_passages", [60, 0], ids=["read-whole", "by-index"])
async def test_fifty_copies_of_one_side_do_not_hide_the_other(
    empty_library: Library, few_passages: int
) -> None:
    said = "The minister, Dana Wu, said that the bridge in Ellis had been inspected in March."
    denied = "Marc Hill, who leads the union, said that the bridge had not been inspected."
    texts = [*[said] * 50, denied]
    for number, text in enumerate(texts):
        source = Source(label=f"Page {number}", language="en")
        empty_library.archive.add(NewArticle(address=f"page-{number}", text=text, source=source))
    question = "Was the bridge in Ellis inspected?"
    evidence = retrieve(empty_library, question, few_passages=few_passages)
    assert [(c.sentence.text, c.copies) for c in evidence.candidates] == [(said, 50), (denied, 1)]
    told = Told(statements=(state(evidence.candidates[0], None),), outcome=Outcome.ANSWERED)
    shown = show_sides(Question(text=question, language="en"), evidence, told)
    assert shown.outcome is Outcome.DISPUTED
    assert [statement.copies for statement in shown.statements] == [50, 1]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        pytest.param("How many people were found in Ellis on Wednesday?", "2024-03-20", id="a-day"),
        pytest.param("How many people were found in Ellis on Friday?", "2024-03-22", id="another"),
    ],
)
def test_articles_of_the_day_that_is_named_come_first(
    question: str, first: str, empty_library: Library
) -> None:
    for day, words in DATED.items():
        source = Source(label=day, language="en", published=day)
        empty_library.archive.add(NewArticle(address=day, id=day, text=words, source=source))
    asked = Question(text=question, language="en", today=date(2024, 3, 26))
    hits = empty_library.retriever.retrieve(asked, Stages()).hits
    assert hits[0].article_id == first
    assert hits[-1].article_id == "2024-03-30"
