"""Numbers of a text, in digits and in words."""

import re
from collections.abc import Mapping, Sequence

from knowledge.text.lock.lexicon import Found
from knowledge.text.lock.words import Token

_JOINING = frozenset({"and", "y", "et", "und", "e", "و"})
_TENS = range(20, 100)
_THOUSAND = 1000
_HUNDRED = 100
_GROUPS = re.compile(r"\d{1,3}(?:[.,’']\d{3})+")
_GERMAN = {
    "ein": 1, "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
    "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14,
    "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20,
    "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80,
    "neunzig": 90,
}  # fmt: skip


def find_number(
    tokens: Sequence[Token], words: Mapping[int, Found], at: int, language: str
) -> tuple[float, int]:
    """The number that begins at token *at*, and where it ends; where it began if there is none.

    Args:
        words: Number words by their first token.
    """
    parts, end = _parts(tokens, words, at, language)
    value = _sum(parts)
    only_one = value == 1 and not tokens[at].is_number  # mostly an article
    return (0.0, at) if not parts or only_one else (value, end)


def _parts(
    tokens: Sequence[Token], words: Mapping[int, Found], at: int, language: str
) -> tuple[list[tuple[float, bool]], int]:
    """The parts of one number ("two", "hundred"), each with whether it is in digits."""
    parts: list[tuple[float, bool]] = []
    end = at
    while end < len(tokens):
        part, after = _part(tokens, words, end, language)
        if after == end and parts and _joins(tokens, words, end, language):
            end += 1
            continue
        is_digits = tokens[end].is_number
        if after == end or (parts and not _continues(_sum(parts), part, is_digits, language)):
            break
        parts.append((part, is_digits))
        end = after
    return parts, end


def _sum(parts: Sequence[tuple[float, bool]]) -> float:
    """ "Two" "hundred" "five" "thousand" is 205,000; "mil" "millones" is 1,000,000,000."""
    total = current = 0.0
    for part, is_digits in parts:
        if part >= _THOUSAND and not is_digits:
            small = total + (current or 1)
            total = small * part if 0 < total < part else total + (current or 1) * part
            current = 0.0
        elif part == _HUNDRED and not is_digits:
            current = (current or 1) * part
        else:
            current += part
    return total + current


def _part(
    tokens: Sequence[Token], words: Mapping[int, Found], at: int, language: str
) -> tuple[float, int]:
    if tokens[at].is_number:
        return _digits(tokens, at, language)
    if at in words:
        return float(words[at].sense.concept), words[at].end
    compound = _compound(tokens[at].folded) if language == "de" else None
    return (float(compound), at + 1) if compound else (0.0, at)


def _joins(tokens: Sequence[Token], words: Mapping[int, Found], at: int, language: str) -> bool:
    """Whether a word like "and" stands between two parts of one number."""
    following = at + 1 in words or (language == "ar" and tokens[at].folded == "و")
    return tokens[at].folded in _JOINING and following and at > 0 and at - 1 in words


def _continues(value: float, part: float, is_digits: bool, language: str) -> bool:
    """Whether *part* goes on with a number: "two" "hundred", "twenty" "one", 1.5 "million"."""
    if is_digits:
        return False
    current = value % _THOUSAND
    if part >= _HUNDRED or current == 0:
        return True
    if language == "ar" and 0 < current % _HUNDRED < 10:
        return part in _TENS  # "seven and thirty"
    after_tens = current % _HUNDRED in _TENS and current % 10 == 0 and part < 10
    return after_tens or current % _HUNDRED == 0


def _digits(tokens: Sequence[Token], at: int, language: str) -> tuple[float, int]:
    """A number in digits; groups of three may stand apart by spaces."""
    text, end = tokens[at].folded, at + 1
    while text.isdigit() and (end > at + 1 or len(text) <= 3) and _is_group(tokens, end):
        text += tokens[end].folded
        end += 1
    return _parse_digits(text, language), end


def _is_group(tokens: Sequence[Token], at: int) -> bool:
    return (
        at < len(tokens)
        and re.fullmatch(r"\d{3}(?:[.,]\d{1,2})?", tokens[at].text) is not None
        and tokens[at].start - tokens[at - 1].end == 1
    )


def _parse_digits(text: str, language: str) -> float:
    """Digits with separators; the last separator is a decimal point unless three digits follow."""
    plain = text.translate({ord("’"): ",", ord("'"): ",", ord("،"): ","})
    if _GROUPS.fullmatch(plain) and not plain.startswith("0"):
        return float(re.sub(r"[.,]", "", plain))
    decimal = max(plain.rfind("."), plain.rfind(","))
    if decimal < 0:
        return float(plain)
    whole = re.sub(r"[.,]", "", plain[:decimal])
    return float(f"{whole}.{plain[decimal + 1 :]}")


def _compound(word: str) -> int | None:
    """A German number written as one word ("einundzwanzig", "dreihunderttausend"), or None."""
    if word in _GERMAN:
        return _GERMAN[word]
    for unit, size in (("tausend", 1000), ("hundert", 100)):
        before, found, after = word.partition(unit)
        if found:
            left = _compound(before) if before else 1
            right = _compound(after.removeprefix("und")) if after else 0
            return None if left is None or right is None else left * size + right
    ones, found, tens = word.partition("und")
    if found and ones in _GERMAN and tens in _GERMAN:
        return _GERMAN[ones] + _GERMAN[tens]
    return None
