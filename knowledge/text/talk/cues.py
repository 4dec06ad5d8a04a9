"""What each language's table says: the words by which a question hangs on an earlier one."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from knowledge.text.words.stems import Word, find_words

Phrase = tuple[str, ...]
"""Lower-case words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkCues:
    """Lower-case words and phrases of one language, by what they do.

    Attributes:
        leads: Beginnings that go on with what was talked about ("and", "what about").
        loose_leads: The same, but only before a name, as any question may begin so.
        subjects: Pronouns that stand for somebody who acts.
        others: Other forms of the same, and possessives.
        things: Pronouns for what is not a person.
        asides: Words that make no topic of their own ("exactly", "happened").
        reader: Words by which reader and bot talk of each other.
        articles, within: Words before a name, and between two parts of a title ("of").
        about: Prepositions before what somebody speaks of.
        drops_subject: Whether a verb may go without its subject.
        says: A question for somebody's words, with `{name}`.
        now: Words that ask for how things are at present.
    """

    leads: frozenset[Phrase]
    loose_leads: frozenset[Phrase]
    subjects: frozenset[str]
    others: frozenset[str]
    things: frozenset[str]
    asides: frozenset[str]
    reader: frozenset[str]
    articles: frozenset[str]
    within: frozenset[str]
    about: frozenset[str]
    drops_subject: bool
    says: str
    now: frozenset[Phrase]


_WORDS = ("subjects", "others", "things", "asides", "reader", "articles", "within", "about")


@cache
def load_cues(language: str) -> TalkCues:
    """The words of *language*; a language without a table has none."""
    table = _tables().get(language, {})
    return TalkCues(
        leads=split_phrases(table.get("leads", ""), language),
        loose_leads=split_phrases(table.get("loose_leads", ""), language),
        now=split_phrases(table.get("now", ""), language),
        **{name: frozenset(table.get(name, "").split()) for name in _WORDS},
        drops_subject=table.get("drops_subject", False),
        says=table.get("says", ""),
    )


def languages_with_cues() -> frozenset[str]:
    """Those that have a table."""
    return frozenset(_tables())


def asks_for_now(text: str, language: str) -> bool:
    """Whether a question wants to hear how things are at present."""
    words = [word.folded for word in find_words(text, language)]
    return any(True for _ in find_places(words, load_cues(language).now))


def longest_at_start(words: Sequence[Word], phrases: Iterable[Phrase]) -> int:
    """How many words the longest of *phrases* has with which *words* begin."""
    folded = tuple(word.folded for word in words)
    return max((len(one) for one in phrases if folded[: len(one)] == one), default=0)


def find_places(words: Sequence[str], phrases: Iterable[Phrase]) -> Iterable[int]:
    """Where one of *phrases* begins among folded words."""
    for phrase in phrases:
        for start in range(len(words) - len(phrase) + 1):
            if tuple(words[start : start + len(phrase)]) == phrase:
                yield start


def split_phrases(text: str, language: str) -> frozenset[Phrase]:
    """The phrases of a list, apart by `|`, folded as a text is."""
    found = (tuple(w.folded for w in find_words(part, language)) for part in text.split("|"))
    return frozenset(phrase for phrase in found if phrase)


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    text = files(__package__).joinpath("cues.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
