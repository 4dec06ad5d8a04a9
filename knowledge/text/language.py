"""Which language a text is in, as an ISO 639-1 code.

The script decides where it can; among languages that share one, py3langid does, restricted to
those that newsrooms here are likely to meet.
"""

import re
from functools import cache
from typing import Protocol

from knowledge.text.words.lexicon import LANGUAGES, load_lexicon
from knowledge.text.words.stems import find_words

UNKNOWN = ""
"""The answer where a text has no letters that tell."""

_MOST_READ = 2000
"""Code points that are looked at; more does not make the result better."""

_LEAST_WORDS = 1
_CLEARLY_MORE = 2

_SHARED_SCRIPTS = (
    "en",
    "es",
    "ru",
    "uk",
    "ar",
    "de",
    "fr",
    "pt",
    "it",
    "nl",
    "pl",
    "tr",
    "fa",
)

_TELLING_LETTERS = (
    ("ja", re.compile(r"[぀-ヿ]")),
    ("ko", re.compile(r"[가-힣]")),
    ("zh", re.compile(r"[㐀-鿿]")),
    ("he", re.compile(r"[א-ת]")),
    ("el", re.compile(r"[α-ωΑ-Ω]")),
    ("hi", re.compile(r"[ऀ-ॿ]")),
    ("uk", re.compile(r"[їєґЇЄҐ]|\b[іІ]|[іІ]\w*[иИ]|[иИ]\w*[іІ]")),
    ("bg", re.compile(r"[б-джзклмнпр-тф-щ]ъ[б-джзклмнпр-тф-щ]", re.IGNORECASE)),
    ("ru", re.compile(r"[ыэёЫЭЁ]|ъ[еюя]")),
    ("fa", re.compile(r"[پچژگ]")),
)
_SCRIPTS = (
    ("latin", re.compile(r"[A-Za-zÀ-ɏ]")),
    ("cyrillic", re.compile(r"[\u0400-\u04ff]")),
    ("arabic", re.compile(r"[\u0600-\u06ff]")),
    ("other", re.compile(r"[぀-ヿ가-힣㐀-鿿א-תα-ωΑ-Ωऀ-ॿ]")),
)
_OF_SCRIPT = {
    "latin": ("en", "es", "de", "fr", "pt", "it", "nl", "pl", "tr"),
    "cyrillic": ("ru", "uk"),
    "arabic": ("ar", "fa"),
}


class _Identifier(Protocol):
    def rank(self, text: str) -> list[tuple[str, float]]: ...


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import (  # noqa: PLC0415 - 0.2 s, and never needed for most scripts
        MODEL_FILE,
        LanguageIdentifier,
    )

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(_SHARED_SCRIPTS)
    loaded: _Identifier = identifier
    return loaded


def identify_language(text: str, likely: str = UNKNOWN) -> str:
    """The language that most of *text* is in, or `UNKNOWN` where it has no letters.

    Args:
        likely: What it is if neither letters nor function words tell.
    """
    head = text[:_MOST_READ]
    counts = {name: len(letters.findall(head)) for name, letters in _SCRIPTS}
    script = max(counts, key=counts.__getitem__)
    if not counts[script]:
        return UNKNOWN
    told = _by_letters(head, script) or _by_words(head, script)
    if not told and likely in _OF_SCRIPT.get(script, ()):
        return likely
    return told or _by_statistics(head, script)


def _by_letters(text: str, script: str) -> str:
    if script == "latin":
        return UNKNOWN
    found = {name: len(letters.findall(text)) for name, letters in _TELLING_LETTERS}
    if script == "other" and found["ja"]:
        return "ja"
    best = max(found, key=found.__getitem__)
    return best if found[best] else UNKNOWN


def _by_words(text: str, script: str) -> str:
    """By function words, where one language has clearly more of them than any other.

    This spares most questions the third of a second that the statistics take to load.
    """
    words = [word.folded for word in find_words(text, UNKNOWN)]
    counts = {
        language: sum(word in load_lexicon(language).function for word in words)
        for language in _OF_SCRIPT.get(script, ())
        if language in LANGUAGES
    }
    first, second = sorted((*counts.values(), 0, 0), reverse=True)[:2]
    if first < _LEAST_WORDS or first < _CLEARLY_MORE * second:
        return UNKNOWN
    return max(counts, key=counts.__getitem__)


def _by_statistics(text: str, script: str) -> str:
    allowed = _OF_SCRIPT[script]
    return next(language for language, _ in _identifier().rank(text) if language in allowed)
