"""The days that a question names beside the one on which it is asked: "yesterday", "on Sunday"."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from knowledge.text.talk.cues import Phrase, find_places, split_phrases
from knowledge.text.words.stems import find_words

_DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days from *first* to *last*, both counted."""

    first: date
    last: date

    def has(self, day: date) -> bool:
        """Whether it is one of them."""
        return self.first <= day <= self.last


def find_days(text: str, language: str, today: date) -> Days | None:
    """The days that a question asked on *today* names; the longest phrase counts.

    A weekday is the last one that was, today counted; a week begins on Monday.
    """
    words = [word.folded for word in find_words(text, language)]
    found = [
        (len(phrase), tell)
        for phrase, tell in _phrases(language).items()
        if any(True for _ in find_places(words, {phrase}))
    ]
    return max(found, key=lambda one: one[0])[1](today) if found else None


_Tell = Callable[[date], Days]


def _ago(days: int) -> _Tell:
    return lambda today: Days(first=today - timedelta(days), last=today - timedelta(days))


def _weekday(number: int) -> _Tell:
    return lambda today: _ago((today.weekday() - number) % _DAYS_A_WEEK)(today)


def _last_week(today: date) -> Days:
    monday = today - timedelta(today.weekday() + _DAYS_A_WEEK)
    return Days(first=monday, last=monday + timedelta(_DAYS_A_WEEK - 1))


def _last_month(today: date) -> Days:
    last = today.replace(day=1) - timedelta(1)
    return Days(first=last.replace(day=1), last=last)


def _last_year(today: date) -> Days:
    return Days(first=date(today.year - 1, 1, 1), last=date(today.year - 1, 12, 31))


_TELLERS: Mapping[str, _Tell] = {
    "today": _ago(0),
    "yesterday": _ago(1),
    "day_before": _ago(2),
    "last_week": _last_week,
    "last_month": _last_month,
    "last_year": _last_year,
}


@cache
def _phrases(language: str) -> Mapping[Phrase, _Tell]:
    table = _tables().get(language, {})
    found = {
        phrase: tell
        for name, tell in _TELLERS.items()
        for phrase in split_phrases(str(table.get(name, "")), language)
    }
    for number, names in enumerate(table.get("weekdays", ())):
        found |= dict.fromkeys(split_phrases(names, language), _weekday(number))
    return found


@cache
def _tables() -> Mapping[str, Mapping[str, str | list[str]]]:
    text = files(__package__).joinpath("days.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
