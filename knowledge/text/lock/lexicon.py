"""What the data files say that words mean.

How the lists are written (`data/*.toml`): words and phrases apart by commas. A "*" stands for any
letters at the end or the beginning of a word, "…" for some other words between. A word in capitals
counts only in that spelling ("US", not "us").
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from babel import Locale

from knowledge.text.attribution.lexicon_files import load_lexicon as load_cues
from knowledge.text.lock.words import Token, fold, take_apart

LANGUAGES = ("ar", "de", "en", "es", "fr", "pt", "ru", "uk")
_LONGEST_AFFIX = 24
_SHORTEST_CUE = 4
_SHORTEST_PART = 4
_LONGEST_ENDING = 3
_GAP = "…"
_LONGEST_GAP = 12


class Sense(NamedTuple):
    """One meaning: which of the file's tables, and which row; the same in every language."""

    table: str
    concept: str


class Pattern(NamedTuple):
    """A phrase that has a sense; the words after its first."""

    rest: tuple[str, ...]
    sense: Sense


class Found(NamedTuple):
    """A sense of the words from `start` to `end` (token numbers, half open)."""

    start: int
    end: int
    sense: Sense


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The patterns of one language by how their first word is written."""

    language: str
    exact: Mapping[str, tuple[Pattern, ...]]
    beginnings: Mapping[str, tuple[Pattern, ...]]
    endings: Mapping[str, tuple[Pattern, ...]]

    def find(self, tokens: Sequence[Token]) -> tuple[Found, ...]:
        """All senses, in order; a word inside a longer phrase has only the phrase's."""
        found: list[Found] = []
        taken = 0
        for at in range(len(tokens)):
            if at < taken:
                continue
            here = list(self._find_at(tokens, at))
            longest = max((f.end for f in here), default=at + 1)
            kept = [f for f in here if f.end == longest] if longest > at + 1 else here
            found += kept
            taken = longest
        return tuple(found)

    def knows(self, word: str) -> bool:
        """Whether a pattern begins with *word* as it is written."""
        return word in self.exact or any(word[:n] in self.beginnings for n in range(2, len(word)))

    def has(self, token: Token) -> bool:
        """Whether a word that stands alone has a sense."""
        return any(not pattern.rest for pattern in self._patterns(token))

    def _find_at(self, tokens: Sequence[Token], at: int) -> Iterator[Found]:
        seen = set()
        for pattern in self._patterns(tokens[at]):
            end = _end_of(pattern.rest, tokens, at + 1)
            found = Found(at, end, pattern.sense)
            if end and found not in seen:
                seen.add(found)
                yield found

    def _patterns(self, token: Token) -> Iterator[Pattern]:
        found = tuple(self._written_patterns(token))
        yield from found or (self._head_patterns(token.folded) if self.language == "de" else ())

    def _head_patterns(self, word: str) -> Iterator[Pattern]:
        """German: those of a compound's last part ("Lazarettschiffe": "schiff*")."""
        for start in range(_SHORTEST_PART, len(word) - _SHORTEST_PART):
            part = word[start:]
            found = self.exact.get(part, ()) + tuple(
                p
                for size in range(max(_SHORTEST_PART, len(part) - _LONGEST_ENDING), len(part) + 1)
                for p in self.beginnings.get(part[:size], ())
            )
            nouns = [p for p in found if p.sense.table in {"topic", "unit"} and not p.rest]
            if nouns:
                yield from nouns
                return

    def _written_patterns(self, token: Token) -> Iterator[Pattern]:
        cased = self.exact.get(token.text, ()) if token.text != token.folded else ()
        if cased:  # "WHO" is not "who"
            yield from cased
            return
        for form in token.forms:
            yield from self.exact.get(form, ())
            for size in range(1, min(len(form), _LONGEST_AFFIX) + 1):
                yield from self.beginnings.get(form[:size], ())
                yield from self.endings.get(form[-size:], ())


def _end_of(words: tuple[str, ...], tokens: Sequence[Token], at: int) -> int:
    """Where *words* end that begin at token *at*, or 0; with a gap, only the first word."""
    if _GAP in words:
        gap = words.index(_GAP)
        begun = _end_of(words[:gap], tokens, at)
        far = min(begun + _LONGEST_GAP, len(tokens))
        rest = words[gap + 1 :]
        return at if begun and any(_end_of(rest, tokens, i) for i in range(begun, far)) else 0
    end = at + len(words)
    if end > len(tokens):
        return 0
    return end if all(map(_matches, words, tokens[at:end])) else 0


_JOINED = {
    "de": frozenset({"de", "del", "du", "des", "d", "do", "da", "dos", "das"}),
    "a": frozenset({"a", "al", "ao", "à", "aos", "às"}),
    "à": frozenset({"à", "au", "aux"}),
}
"""Prepositions of phrases that are joined with an article."""


def _matches(word: str, token: Token) -> bool:
    if word in _JOINED:
        return token.folded in _JOINED[word]
    if word.endswith("*"):
        return any(form.startswith(word[:-1]) for form in token.forms)
    if word.startswith("*"):
        return any(form.endswith(word[1:]) for form in token.forms)
    return word in token.forms or word == token.text


@cache
def load_lexicon(language: str) -> Lexicon:
    """Read the words of *language*; a language without a file has none."""
    tables: dict[str, dict[str, str]] = {}
    if language in LANGUAGES:
        source = files(__package__).joinpath(f"data/{language}.toml")
        tables = tomllib.loads(source.read_text("utf-8"))
        tables["territory"] = dict(_territories(language))
    own = parse_lexicon(language, tables)
    return _with_cues(own, language) if tables else own


def _with_cues(own: Lexicon, language: str) -> Lexicon:
    """Add the verbs of saying that the attribution knows, and these lists don't."""
    exact = dict(own.exact)
    for word, verbs in load_cues(language).verbs.items():
        plain = [v for v in verbs if not (v.needs or v.rest)]
        if not plain or len(word) < _SHORTEST_CUE:
            continue
        tokens = take_apart(word, language)
        if len(tokens) == 1 and not own.has(tokens[0]):
            senses = {Sense("saying", v.stance.value) for v in plain}
            exact[tokens[0].folded] = tuple(Pattern((), s) for s in sorted(senses))
    return Lexicon(language=language, exact=exact, beginnings=own.beginnings, endings=own.endings)


def _territories(language: str) -> Iterator[tuple[str, str]]:
    """The names of countries as Unicode's CLDR has them; regions have numbers and are left out."""
    for code, name in Locale(language).territories.items():
        if code.isalpha() and "," not in name:
            yield code, name.partition("(")[0]


def parse_lexicon(language: str, tables: Mapping[str, Mapping[str, str]]) -> Lexicon:
    """Sort the patterns of a data file, already parsed as TOML."""
    places: tuple[dict[str, list[Pattern]], ...] = (
        defaultdict(list),
        defaultdict(list),
        defaultdict(list),
    )
    for table, rows in tables.items():
        for concept, text in rows.items():
            for phrase in text.split(","):
                _add(places, phrase.strip(), Sense(table, concept), language)
    exact, beginnings, endings = ({k: tuple(v) for k, v in p.items()} for p in places)
    return Lexicon(language=language, exact=exact, beginnings=beginnings, endings=endings)


def _add(
    places: Sequence[dict[str, list[Pattern]]], phrase: str, sense: Sense, language: str
) -> None:
    words = tuple(_written(phrase, language))
    if not words:
        return
    first = words[0]
    place = places[1] if first.endswith("*") else places[2] if first.startswith("*") else places[0]
    place.setdefault(first.strip("*"), []).append(Pattern(words[1:], sense))


def _written(phrase: str, language: str) -> Iterator[str]:
    """The words of a pattern, taken apart as a text is."""
    for written in phrase.split():
        before, after = written.startswith("*"), written.endswith("*")
        parts = [
            text if _is_cased(text, language) else fold(text)
            for text in _parts(written.strip("*"), language)
        ]
        for number, word in enumerate(parts):
            first, last = number == 0, number + 1 == len(parts)
            yield ("*" if before and first else "") + word + ("*" if after and last else "")


def _parts(written: str, language: str) -> list[str]:
    if written.isalpha():  # most are, and there are thousands
        return [written]
    return [t.text for t in take_apart(written, language) if t.text not in "'’-"]


def _is_cased(word: str, language: str) -> bool:
    return word.isupper() and len(word) > 1 and language != "ar"
