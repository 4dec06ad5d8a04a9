"""What each language's data file says: function words, words of time and number, question words."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from knowledge.text.claim import Stance

LANGUAGES = ("ar", "de", "en", "es", "fr", "pt", "ru", "uk", "zh")

_LISTS = (
    "function",
    "months",
    "weekdays",
    "times",
    "units",
    "numerals",
    "negations",
    "superlatives",
    "reasons",
    "reversing",
    "agreement",
)


class Asked(StrEnum):
    """What kind of thing a question wants to hear."""

    PERSON = "person"
    GROUP = "group"
    TIME = "time"
    NUMBER = "number"
    DURATION = "duration"
    PLACE = "place"
    REASON = "reason"
    MANNER = "manner"
    THING = "thing"
    POLAR = "polar"
    """Yes or no."""
    NOTHING = "nothing"
    """No question word at all: key words, a command, a greeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Lower-case words of one language, by what they do.

    Attributes:
        function: Words that carry no topic, question words among them.
        reversing: Beginnings that turn a word into its opposite ("un", "dis").
        agreement: Words by which one asks whether sources agree.
        opposites: Pairs of words, either of which excludes the other.
        asking: Phrases that ask, each as a tuple of words, with what they ask for.
        speaking: Words of saying and thinking, by the stance that they ask for.
    """

    function: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    times: frozenset[str]
    units: frozenset[str]
    numerals: frozenset[str]
    negations: frozenset[str]
    superlatives: frozenset[str]
    reasons: frozenset[str]
    reversing: frozenset[str]
    agreement: frozenset[str]
    opposites: tuple[tuple[str, str], ...]
    asking: Mapping[tuple[str, ...], Asked]
    speaking: Mapping[str, Stance]


@cache
def load_lexicon(language: str) -> Lexicon:
    """Read the words of *language*; a language without a file has empty lists."""
    if language not in LANGUAGES:
        return _lexicon({})
    text = files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return _lexicon(tomllib.loads(text))


def _lexicon(data: Mapping[str, Any]) -> Lexicon:
    pairs = (pair.split() for pair in data.get("opposites", "").split(";"))
    return Lexicon(
        **{name: frozenset(data.get(name, "").split()) for name in _LISTS},
        opposites=tuple((pair[0], pair[1]) for pair in pairs if pair),
        asking={
            tuple(phrase.split()): Asked(kind)
            for kind, phrases in data.get("asking", {}).items()
            for phrase in phrases
        },
        speaking={
            word: Stance(stance)
            for stance, words in data.get("speaking", {}).items()
            for word in words.split()
        },
    )
