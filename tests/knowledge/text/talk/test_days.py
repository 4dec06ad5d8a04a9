"""Days that are named by the day on which somebody asks; here a Wednesday."""

from datetime import date

import pytest

from knowledge.text.talk.days import find_days

WEDNESDAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("language", "question", "first", "last"),
    [
        pytest.param("en", "What happened today?", 4, 4, id="today"),
        pytest.param("en", "Who was arrested yesterday?", 3, 3, id="yesterday"),
        pytest.param("en", "What was said the day before yesterday?", 2, 2, id="the-longest"),
        pytest.param("en", "Who resigned on Wednesday?", 4, 4, id="this-weekday"),
        pytest.param("en", "Who resigned on Sunday?", 1, 1, id="a-weekday"),
        pytest.param("es", "¿Quién dimitió el martes?", 3, 3, id="es"),
        pytest.param("ru", "Что случилось во вторник?", 3, 3, id="ru"),
        pytest.param("ru", "Кого задержали позавчера?", 2, 2, id="ru-before"),
        pytest.param("uk", "Хто пішов у відставку у вівторок?", 3, 3, id="uk"),
        pytest.param("ar", "من استقال يوم الثلاثاء؟", 3, 3, id="ar"),
        pytest.param("de", "Wer trat am Montag zurück?", 2, 2, id="de"),
        pytest.param("fr", "Qui a démissionné avant-hier ?", 2, 2, id="fr"),
        pytest.param("pt", "Quem renunciou na segunda-feira?", 2, 2, id="pt"),
    ],
)
def test_a_day_is_told_by_today(language: str, question: str, first: int, last: int) -> None:
    days = find_days(question, language, WEDNESDAY)
    assert days is not None
    assert (days.first, days.last) == (date(2026, 3, first), date(2026, 3, last))


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        pytest.param("What happened last week?", date(2026, 2, 23), date(2026, 3, 1), id="week"),
        pytest.param("Who won last month?", date(2026, 2, 1), date(2026, 2, 28), id="month"),
        pytest.param("Who won last year?", date(2025, 1, 1), date(2025, 12, 31), id="year"),
    ],
)
def test_several_days_are_told_by_today(question: str, first: date, last: date) -> None:
    days = find_days(question, "en", WEDNESDAY)
    assert days is not None
    assert (days.first, days.last) == (first, last)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        pytest.param("en", "Who claimed the attack?", id="no-day"),
        pytest.param("en", "Who died in March 2024?", id="a-date"),
        pytest.param("zh", "昨天谁被捕？", id="no-words-for-it"),
    ],
)
def test_other_questions_name_no_day(language: str, question: str) -> None:
    assert find_days(question, language, WEDNESDAY) is None
