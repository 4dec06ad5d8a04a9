"""Words of a text with their stems, so that "attacks" and "attacked" meet."""

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import Stemmer

_ALGORITHMS = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "pt": "portuguese",
    "ru": "russian",
}
_WORD = re.compile(
    r"(?P<han>[\u3400-\u9fff\uf900-\ufaff]+)"
    r"|\d+(?:[.,:]\d+)+"
    r"|[0-9]+"
    r"|(?:(?![\u3400-\u9fff\uf900-\ufaff])[^\W_]"
    r"|(?<=[а-яіїєґА-ЯІЇЄҐ])['’ʼ](?=[а-яіїєґА-ЯІЇЄҐ])|[\u064b-\u0652])+"
)
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_MARKS = re.compile(r"['’ʼ\u064b-\u0652\u0640]")


def _longest_first(endings: str) -> tuple[str, ...]:
    return tuple(sorted(endings.split(), key=len, reverse=True))


# Ukrainian has no Snowball stemmer. Cases of nouns and adjectives, persons of verbs.
_UKRAINIAN_ENDINGS = _longest_first(
    "ами ями ові еві єві ого ому ими іми ах ях ам ям ів їв ом ем єм ою ею єю ій ої ий іх их"
    " им ти тися ться ла ло ли в ть ють уть ать ять є ю у а я о е і и ї й ь ння нню нням"
    " ські ська ське ський ського ської ською ськім ських ість ості істю"
)
_SHORTEST_STEM = 3


class Word(NamedTuple):
    """A word as it stands; Chinese runs give overlapping pairs of characters.

    Attributes:
        start: Where it begins in the text.
        folded: Lower case, without marks; a number without its thousands separators.
        stem: What it is compared by.
    """

    text: str
    start: int
    folded: str
    stem: str


def find_words(text: str, language: str) -> tuple[Word, ...]:
    """Take *text* apart; punctuation and white space are dropped."""
    words: list[Word] = []
    for match in _WORD.finditer(text):
        if match["han"]:
            words += _pairs(match["han"], match.start())
        else:
            folded = fold(match.group())
            if folded:  # not a lone mark
                words.append(Word(match.group(), match.start(), folded, stem(folded, language)))
    return tuple(words)


def _pairs(run: str, start: int) -> list[Word]:
    if len(run) == 1:
        return [Word(run, start, run, run)]
    return [Word(pair, start + i, pair, pair) for i, pair in enumerate(map("".join, pairwise(run)))]


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Lower case without marks; numbers as digits with "." before a fraction."""
    if word[0].isdigit():
        return _THOUSANDS.sub("", word).replace(",", ".")
    return _MARKS.sub("", word).casefold()


@lru_cache(maxsize=1 << 16)
def stem(folded: str, language: str) -> str:
    """What is left of a folded word without its endings."""
    if folded[0].isdigit():
        return folded
    if language == "uk":
        return _ukrainian_stem(folded)
    algorithm = _ALGORITHMS.get(language)
    return str(_stemmer(algorithm).stemWord(folded)) if algorithm else folded


@cache
def _stemmer(algorithm: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(algorithm)


def _ukrainian_stem(folded: str) -> str:
    for ending in _UKRAINIAN_ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_STEM:
            return folded[: -len(ending)]
    return folded
