"""Text as words and marks, folded so that spellings of one word meet."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

from knowledge.text.words.names import name_key
from knowledge.text.words.stems import stem

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,’']\d+)*)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}"
    r"|n['’]t\b"
    r"|(?<=\w)['’](?:s|re|ve|ll|d|m)\b"
    r"|(?:(?!n['’]t\b)[^\W\d_]|(?<=\w)[\u0300-\u036f\u064b-\u0652\u0670\u0640]"
    r"|(?<=[а-яіїєґ])['’ʼ](?=[а-яіїєґ]))+)"
    r"|(?<=\w)['’‐‑-](?=\w)"
    r"|(?P<mark>\S)",
    re.IGNORECASE,
)
_JOINTS = "-‐‑'’"
_SILENT = re.compile(
    r"[\u0300-\u036f\u064b-\u0652\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
_SAME_LETTERS = str.maketrans("أإآىةё’ʼ", "ااايهе''")
_ARABIC_BEGINNINGS = ("وال", "بال", "فال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك", "س")
_SHORTEST_ARABIC = 3
_SHORTEST_PARTICLE = 2
_SHORT_NAME = 4
_LONG_NAME = 5
_SLAVIC_ADJECTIVE = re.compile(r"(?<=\w{3})(?:[иеоії]й|ов|ев|ин)?[сцз]ь?к\w{0,3}$")
_LATIN_ADJECTIVE = re.compile(r"(?<=\w{4})(?:i?ans?|i?an[oa]s?|isch\w{0,2}|iens?|iennes?)$")


class Token(NamedTuple):
    """A word, a number or a mark of punctuation, as it stands at `text[start:end]`.

    Attributes:
        folded: Lower case, without vowel signs; spellings that are exchanged are made one.
        forms: The folded word, and without what may be written together with it.
        is_joined: A hyphen or an apostrophe joins it to the word before.
    """

    text: str
    start: int
    end: int
    folded: str
    forms: tuple[str, ...]
    is_word: bool
    is_number: bool
    is_joined: bool = False

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@lru_cache(maxsize=1 << 12)
def split_words(text: str, language: str) -> tuple[Token, ...]:
    """Take *text* apart; white space, and apostrophes and hyphens within words, are dropped."""
    return take_apart(text, language)


def take_apart(text: str, language: str) -> tuple[Token, ...]:
    """The same for what is read only once, and should not push out what is read again."""
    matches = _TOKEN.finditer(text)
    return tuple(_token(m, language) for m in matches if m.lastgroup and fold(m.group()))


def _token(match: re.Match[str], language: str) -> Token:
    folded = fold(match.group())
    is_word = match.lastgroup == "word"
    forms = _arabic_forms(folded) if language == "ar" and is_word else (folded,)
    return Token(
        match.group(),
        match.start(),
        match.end(),
        folded,
        forms,
        is_word,
        match.lastgroup == "number",
        match.start() > 0 and match.string[match.start() - 1] in _JOINTS,
    )


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Lower case, without silent signs; "ё" as "е", Arabic letters by their bare shape."""
    composed = unicodedata.normalize("NFC", word).lower()
    return _SILENT.sub("", composed).translate(_SAME_LETTERS)


def _arabic_forms(folded: str) -> tuple[str, ...]:
    """The word, and what is left of it without conjunction, preposition and article."""
    forms = [folded]
    for beginning in _ARABIC_BEGINNINGS:
        rest = folded[len(beginning) :]
        shortest = _SHORTEST_PARTICLE if beginning in "وف" else _SHORTEST_ARABIC
        if folded.startswith(beginning) and len(rest) >= shortest:
            forms.append(rest)
    if folded.startswith("لل"):
        forms.append("ال" + folded[2:])
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=1 << 16)
def stem_key(form: str, language: str) -> str:
    """What words of one language are compared by."""
    return f"{language}:{stem(form, language)}"


def begin_alike(one: str, other: str) -> bool:
    """Whether two short names of two scripts may be one: the same first letter in Latin."""
    are_short = min(len(one), len(other)) <= _SHORT_NAME
    return are_short and anyascii(one)[:1].lower() == anyascii(other)[:1].lower()


@lru_cache(maxsize=1 << 16)
def skeleton(form: str, language: str) -> str:
    """The consonants of the stem."""
    return name_key(stem(form, language))


@lru_cache(maxsize=1 << 16)
def sound_keys(form: str, language: str) -> frozenset[str]:
    """What names are compared by across languages: their consonants, and their Latin letters."""
    spellings = {form, stem(form, language)}
    if language == "ar":  # "w" may stand for a "v" that the script lacks
        spellings |= {s.replace("و", "ف") for s in spellings}
        spellings |= {"a" + s[1:] for s in spellings if s.startswith("ا")}
        spellings |= {"'".join(s) for s in spellings}  # vowels that are not written
    if "w" in form:
        spellings |= {s.replace("w", sound) for s in spellings for sound in "uv"}
    if language in {"ru", "uk"}:  # "h" in most other spellings, and adjectives of places
        spellings |= {_SLAVIC_ADJECTIVE.sub("", s) for s in spellings}
        spellings |= {s.replace("г", "х") for s in spellings}
    elif language != "ar":
        spellings |= {_LATIN_ADJECTIVE.sub("", s) for s in spellings if len(s) > _LONG_NAME}
    if "ç" in form:
        spellings |= {s.replace("ç", "s") for s in spellings}
    if "ch" in form:
        spellings |= {s.replace("ch", "k") for s in spellings}
    keys = {name_key(s) for s in spellings}
    return frozenset(k for k in keys if len(k) > 1) | {"=" + anyascii(form).lower()}
