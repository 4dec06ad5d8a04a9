"""How old the sources of an answer are, where the question is about now."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from knowledge.answering.answer import Notice, Question
from knowledge.text.article import Source
from knowledge.text.talk.cues import asks_for_now
from knowledge.text.talk.days import find_days


def warn_of_age(question: Question, sources: Sequence[Source], today: date) -> tuple[Notice, ...]:
    """The notice that an answer from *sources* needs, if it is asked how things are at present."""
    if not sources or not asks_for_now(question.as_asked, question.language):
        return ()
    newest = find_newest(sources)
    if newest is None:
        return (Notice.UNDATED_NEWS,)
    return (Notice.OLD_NEWS,) if newest < today else ()


def measure_freshness(published: Sequence[str]) -> list[float]:
    """From 1 for the newest of these dates to 0 for the oldest, and for what is no date."""
    days = [read_day(one) for one in published]
    known = [day for day in days if day is not None]
    if len(set(known)) < 2:
        return [0.0] * len(published)
    first, span = min(known), (max(known) - min(known)).days
    return [(day - first).days / span if day else 0.0 for day in days]


def find_timely(question: Question, published: Sequence[str]) -> list[bool]:
    """Which of these dates are of the days that the question names, or of the day after.

    "On Sunday" is told on Monday, too. A question that names none has none.
    """
    if question.today is None:
        return [False] * len(published)
    days = find_days(question.as_asked, question.language, question.today)
    if days is None:
        return [False] * len(published)
    told = replace(days, last=days.last + timedelta(1))
    return [day is not None and told.has(day) for day in map(read_day, published)]


def find_newest(sources: Iterable[Source]) -> date | None:
    """The day of the newest; None where none has one."""
    return max(_days(sources), default=None)


def find_oldest(sources: Iterable[Source]) -> date | None:
    """The day of the oldest; None where none has one."""
    return min(_days(sources), default=None)


def _days(sources: Iterable[Source]) -> list[date]:
    return [day for source in sources if (day := read_day(source.published)) is not None]


def read_day(published: str) -> date | None:
    """The day of an ISO 8601 date, or date and time; None of anything else."""
    try:
        return date.fromisoformat(published.strip()[:10])
    except ValueError:
        return None
