"""Questions about now are answered with how old the sources are."""

from datetime import date

import pytest

from knowledge.answering.answer import Notice, Question
from knowledge.answering.recency import (
    find_newest,
    find_oldest,
    find_timely,
    measure_freshness,
    warn_of_age,
)
from knowledge.text.article import Source

TODAY = date(2026, 3, 2)
NOW = Question(text="Is the bridge still closed?", language="en")
THEN = Question(text="Who closed the bridge?", language="en")


def sources(*published: str) -> list[Source]:
    return [Source(label="a", published=day) for day in published]


@pytest.mark.parametrize(
    ("question", "published", "notices"),
    [
        pytest.param(NOW, ["2024-03-03"], (Notice.OLD_NEWS,), id="old"),
        pytest.param(NOW, ["2026-03-01T23:59:00Z", ""], (Notice.OLD_NEWS,), id="yesterday"),
        pytest.param(NOW, ["2024-03-03", "2026-03-02"], (), id="one-of-today"),
        pytest.param(NOW, ["", "in spring"], (Notice.UNDATED_NEWS,), id="no-date"),
        pytest.param(NOW, [], (), id="no-source"),
        pytest.param(THEN, ["2024-03-03"], (), id="not-about-now"),
    ],
)
def test_a_question_about_now_is_warned_of_old_sources(
    question: Question, published: list[str], notices: tuple[Notice, ...]
) -> None:
    assert warn_of_age(question, sources(*published), TODAY) == notices


def test_what_was_asked_counts_and_not_what_it_was_understood_with() -> None:
    question = Question(text="Who is mayor now – and why?", language="en", asked="and why?")
    assert warn_of_age(question, sources("2024-03-03"), TODAY) == ()


def test_the_newest_and_the_oldest_are_found_among_what_has_a_date() -> None:
    some = sources("2024-03-03", "", "2023-01-01T10:00", "soon")
    assert (find_newest(some), find_oldest(some)) == (date(2024, 3, 3), date(2023, 1, 1))
    assert (find_newest([]), find_oldest([])) == (None, None)


@pytest.mark.parametrize(
    ("days", "fresh"),
    [
        pytest.param(["2024-03-20", "2024-03-22", "", "2024-03-21"], [0, 1, 0, 0.5], id="dated"),
        pytest.param(["2024-03-20", "2024-03-20", ""], [0, 0, 0], id="of-one-day"),
        pytest.param(["", "soon"], [0, 0], id="not-dated"),
        pytest.param([], [], id="none"),
    ],
)
def test_the_newest_is_freshest(days: list[str], fresh: list[float]) -> None:
    assert measure_freshness(days) == fresh


@pytest.mark.parametrize(
    ("text", "today", "timely"),
    [
        pytest.param("Who resigned on Sunday?", TODAY, [False, True, True, False], id="weekday"),
        pytest.param("Who resigned yesterday?", TODAY, [False, True, True, False], id="yesterday"),
        pytest.param("Who resigned?", TODAY, [False] * 4, id="no-day"),
        pytest.param("Who resigned on Sunday?", None, [False] * 4, id="no-today"),
    ],
)
def test_articles_of_the_days_that_are_named_are_timely(
    text: str, today: date | None, timely: list[bool]
) -> None:
    question = Question(text=text, language="en", today=today)
    published = ["2026-02-28", "2026-03-01T08:00:00Z", "2026-03-02", ""]
    assert find_timely(question, published) == timely
