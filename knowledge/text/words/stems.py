"""Words of a text with their stems, so that "attacks" and "attacked" meet."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import Stemmer

from knowledge.text.searched import align_searched

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
    r"|(?<=[а-яіїєґА-ЯІЇЄҐ])['’ʼ](?=[а-яіїєґА-ЯІЇЄҐ]))+"
)
_PART = re.compile(r"\S+")
_LONGEST_KEPT = 60
_THOUSANDS = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_MARKS = re.compile(r"['’ʼ]")


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
        folded: Of its searched copy: lower case, without marks; a number without its thousands
            separators.
        stem: What it is compared by.
    """

    text: str
    start: int
    folded: str
    stem: str


def find_words(text: str, language: str) -> tuple[Word, ...]:
    """Take *text* apart, by its searched copy; punctuation and white space are dropped."""
    words: list[Word] = []
    for part in _PART.finditer(text):
        piece, place = part.group(), part.start()
        read = _read_part if len(piece) <= _LONGEST_KEPT else _read_part.__wrapped__
        found = read(piece, language)
        words += (Word(one.text, place + one.start, one.folded, one.stem) for one in found)
    return tuple(words)


@lru_cache(maxsize=1 << 16)
def _read_part(text: str, language: str) -> tuple[Word, ...]:
    """The words of a text without white space."""
    searched = align_searched(text)
    words: list[Word] = []
    for match in _WORD.finditer(searched.text):
        spans = _pairs(*match.span()) if match["han"] else (match.span(),)
        for span in spans:
            folded = fold(searched.text[span[0] : span[1]])
            if folded:  # not a lone mark
                start, end = searched.find_source(*span)
                words.append(Word(text[start:end], start, folded, stem(folded, language)))
    return tuple(words)


def _pairs(first: int, past: int) -> Iterator[tuple[int, int]]:
    """Overlapping pairs of the characters between the two; a single one is alone."""
    if past - first == 1:
        yield first, past
    yield from ((place, place + 2) for place in range(first, past - 1))


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
