"""What a text is about, as far as who says what depends on it."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

from knowledge.text.words.reading import Reading
from knowledge.text.words.stems import Word, stem


class Theme(StrEnum):
    """Themes, as the data file names them."""

    BLAME = "blame"
    AGREEMENT = "agreement"
    CONFLICT = "conflict"
    """That accounts differ, as an article says it itself."""
    CONTRAST = "contrast"
    """That a speaker is set against the one before: "by contrast"."""
    TOLD = "told"
    """What somebody else said, without saying it: "that account"."""


def is_about(theme: Theme, text: Reading) -> bool:
    """Whether *text* has a word of *theme*; never in a language without words for it."""
    return not text.stems.isdisjoint(_stems(theme, text.language))


def is_of(theme: Theme, word: Word, language: str) -> bool:
    """Whether a word belongs to *theme*."""
    return word.stem in _stems(theme, language)


@cache
def _stems(theme: Theme, language: str) -> frozenset[str]:
    words = _tables().get(language, {}).get(theme, "")
    return frozenset(stem(word, language) for word in words.split())


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    text = files(__package__).joinpath("themes.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
