"""What people are: roles ("the mayor", "мэр", "alcaldesa"), by names that languages share."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_ARABIC = "[وف]?[بكل]?(?:ال|ل)?"
"""What Arabic writes together with a word: "and", "by", "to", "the"."""

_THE = "ال"
_KIND = "kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role that a text names.

    Attributes:
        start: Where its words begin, in code points; they end before *end*.
        names: Which roles the words may stand for.
    """

    start: int
    end: int
    names: frozenset[str]

    def has(self, place: int) -> bool:
        """Whether a place in the text is inside the words of the role."""
        return self.start <= place < self.end

    def covers(self, other: "Role") -> bool:
        """Whether *other* may be this role, or a narrower one: a scientist is an expert."""
        kinds = _kinds()
        return not self.names.isdisjoint(other.names | {kinds.get(name) for name in other.names})


@lru_cache(maxsize=1 << 13)
def find_roles(text: str, language: str) -> tuple[Role, ...]:
    """The roles that *text* names, in order; none in a language without a list."""
    terms = _terms(language)
    if not terms:
        return ()
    return tuple(
        Role(start=found.start(), end=found.end(), names=_names(found.group(), language))
        for found in _any_term(language).finditer(text)
    )


@lru_cache(maxsize=1 << 11)
def _names(words: str, language: str) -> frozenset[str]:
    """Of the terms that fit, those of the most letters: a "Staatsanwalt" is no "Anwalt"."""
    fitting = {
        name: max((len(t) for t in terms if re.fullmatch(t, words, re.IGNORECASE)), default=0)
        for name, terms in _terms(language).items()
    }
    most = max(fitting.values())
    return frozenset(name for name, letters in fitting.items() if letters == most)


@cache
def _kinds() -> Mapping[str, str]:
    return {name: table[_KIND] for name, table in _tables().items() if _KIND in table}


@cache
def _any_term(language: str) -> re.Pattern[str]:
    """The longest term first, so that "prime minister" is not taken for a minister."""
    terms = {term for of_one in _terms(language).values() for term in of_one}
    ordered = sorted(terms, key=lambda term: (-term.count(" "), -len(term), term))
    return re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)", re.IGNORECASE)


@cache
def _terms(language: str) -> Mapping[str, tuple[str, ...]]:
    """Patterns by role."""
    return {
        name: tuple(_patterns(words[language], language))
        for name, words in _tables().items()
        if language in words
    }


def _patterns(terms: str, language: str) -> Iterator[str]:
    for term in terms.split(","):
        words = (_pattern(word, language) for word in term.split())
        yield r"\s+".join(words)


def _pattern(word: str, language: str) -> str:
    if language == "ar":
        return _ARABIC + re.escape(word.removeprefix(_THE))
    return re.escape(word).replace(r"\*", r"\w*")


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    text = files(__package__).joinpath("roles.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
