"""What the words of a text mean, for those who compare texts in two languages."""

from collections.abc import Mapping
from functools import lru_cache

from knowledge.text.lock.lexicon import load_lexicon
from knowledge.text.lock.words import split_words

_TABLES = frozenset({"topic", "name", "territory", "month", "weekday", "season"})
"""Of the lists that all languages have in common, those that tell what a text is about."""

Concepts = frozenset[str]


@lru_cache(maxsize=1 << 13)
def find_concepts(text: str, language: str) -> Mapping[int, Concepts]:
    """What words mean, by where they begin; a word of a phrase means what the phrase does.

    Words that no list knows are left out, and so is every word of a language without lists.
    """
    tokens = split_words(text, language)
    found: dict[int, Concepts] = {}
    for one in load_lexicon(language).find(tokens):
        if one.sense.table in _TABLES:
            for token in tokens[one.start : one.end]:
                found[token.start] = found.get(token.start, frozenset()) | {one.sense.concept}
    return found
