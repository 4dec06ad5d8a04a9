"""A text as words and marks, with their places in it."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.text.attribution.lexicon import Lexicon


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    MARK = "mark"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, a mark, or a whole quotation that stands as one thing in its sentence.

    Attributes:
        text: As it stands, but for a mark of another script (، is a comma).
        low: The text in small letters, as the lexicon spells it.
    """

    text: str
    low: str
    start: int
    end: int
    kind: Kind

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that starts with a capital letter."""
        return self.kind is Kind.WORD and self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether it is written in capitals throughout ("US"), so no pronoun or article."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is a word."""
        return self.kind is Kind.WORD


_LETTER = r"(?:[^\W_]|[\u0300-\u036f\u064b-\u0652\u0640])"
_TOKEN = re.compile(
    rf"(?P<word>(?:[A-ZА-ЯІЇЄҐ]\.){{2,}}"
    rf"|\d+(?:[.,:]\d+)+%?"
    rf"|[#@]?{_LETTER}+(?:(?:[’'ʼ‑‐&·-]|\.(?=[a-z]{{2}})){_LETTER}+)*"
    rf"|[’'](?:s|re|ve|d|ll)\b)"
    rf"|[^\w\s]|_"
)
_INITIAL = re.compile(r"\.(?=\s?[^\W\d_a-zа-я])")
_MARKS = str.maketrans("،؛؟。，：；！？（）", ",;?.,:;!?()")
_LOOSE_MARKS = re.compile("[\u064b-\u0652\u0640]")


def normalise(word: str) -> str:
    """*word* in small letters, with one apostrophe and without optional Arabic marks."""
    low = word.lower().replace("’", "'").replace("ʼ", "'")
    return _LOOSE_MARKS.sub("", low)


def find_tokens(text: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """All words and marks of *text*, in order."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        if tokens and match.start() < tokens[-1].end:
            continue  # the full stop of an abbreviation
        if match.group("word") is None:
            tokens.append(_token(text, match.start(), match.end(), Kind.MARK))
        else:
            before = tokens[-1].low if tokens else ""
            tokens.extend(_split_word(text, match.start(), match.end(), before, lexicon))
    return tuple(_with_letters(token, lexicon) for token in tokens)


def _with_letters(token: Token, lexicon: Lexicon) -> Token:
    """ "US" and "WHO" are not the words that they look like in small letters."""
    is_name = token.is_acronym and token.low in lexicon.words.acronyms
    return replace(token, low=token.text) if is_name else token


def _token(text: str, start: int, end: int, kind: Kind) -> Token:
    piece = text[start:end].translate(_MARKS) if kind is Kind.MARK else text[start:end]
    return Token(text=piece, low=normalise(piece), start=start, end=end, kind=kind)


def _split_word(text: str, start: int, end: int, before: str, lexicon: Lexicon) -> list[Token]:
    """Take elided words and endings off, and a full stop in that belongs to the word."""
    found: list[Token] = []
    low = normalise(text[start:end])
    for prefix in _prefixes(before, lexicon):
        if low.startswith(prefix) and len(low) > len(prefix):
            found.append(_token(text, start, start + len(prefix), Kind.WORD))
            start += len(prefix)
            low = low[len(prefix) :]
            break
    cut = next((len(s) for s in lexicon.suffixes if low.endswith(s) and len(low) > len(s)), 0)
    middle = end - cut
    if not cut:
        middle = _with_full_stop(text, start, middle, lexicon)
    found.append(_token(text, start, middle, Kind.WORD))
    if cut:
        found.append(_token(text, middle, end, Kind.WORD))
    return found


def _prefixes(before: str, lexicon: Lexicon) -> tuple[str, ...]:
    """What may be written together with a word; some only after certain words ("وفقا ل…")."""
    if before in lexicon.words.attaching:
        return (*lexicon.prefixes, *lexicon.words.attached)
    return lexicon.prefixes


def _with_full_stop(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    word = text[start:end]
    is_initial = len(word) == 1 and word.isupper() and _INITIAL.match(text, end)
    is_short = word.lower() in lexicon.words.abbreviations and text[end : end + 1] == "."
    return end + 1 if is_initial or is_short else end
