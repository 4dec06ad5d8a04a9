"""Which words may mean the same, in one language or two, by what WordNet knows of them.

The files in `data/thesaurus` are made by `thesaurus_files`: a stem and the numbers of its synsets
a line, sorted; in `relations.txt`, for the synset of each line, those derived from it, wider than
it, and opposite to it, and its part of speech, apart by tabs.
"""

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from knowledge.text.lock.lexicon import LANGUAGES
from knowledge.text.words.stems import stem

Synsets = frozenset[int]


class Related(NamedTuple):
    """What a synset is related to: "destroy" to "destruction", "murder" to "killing".

    Attributes:
        part: `n`oun, `v`erb, `a`djective or adve`r`b.
    """

    derived: Synsets
    wider: Synsets
    opposite: Synsets
    part: str


@lru_cache(maxsize=1 << 14)
def find_senses(form: str, language: str) -> Synsets:
    """The synsets of a folded word; none where it is unknown."""
    return frozenset(map(int, _load_words(language).get(stem(form, language), "").split()))


@lru_cache(maxsize=1 << 14)
def is_only_verb(form: str, language: str) -> bool:
    """Whether all that a word is known to mean is done or happens."""
    senses = find_senses(form, language)
    return bool(senses) and all(_related(s).part == "v" for s in senses)


@lru_cache(maxsize=1 << 15)
def may_mean(word: str, language: str, other: str, other_language: str) -> bool:
    """Whether *other* means *word*, or what it is derived from, or a kind of it.

    "Homicide" means "killing", and not the other way round; a word and its opposite, which
    derive from one word ("near", "distant"), mean different things.
    """
    senses, others = find_senses(word, language), find_senses(other, other_language)
    if not senses or not others:
        return False
    related = [_related(s) for s in others]
    if any(not senses.isdisjoint(r.opposite) for r in related):
        return False
    return any(not senses.isdisjoint(kin) for r in related for kin in (others, r.derived, r.wider))


@cache
def _load_words(language: str) -> dict[str, str]:
    """The numbers of each stem's synsets; a language without a file has none."""
    if language not in LANGUAGES:
        return {}
    lines = _read(language).splitlines()
    return {word: numbers for word, _, numbers in (line.partition(" ") for line in lines)}


@cache
def _load_relations() -> tuple[str, ...]:
    return tuple(_read("relations").splitlines())


@lru_cache(maxsize=1 << 14)
def _related(synset: int) -> Related:
    *related, part = _load_relations()[synset].split("\t")
    derived, wider, opposite = (frozenset(map(int, numbers.split())) for numbers in related)
    return Related(derived, wider, opposite, part)


def _read(name: str) -> str:
    return files(__package__).joinpath(f"data/thesaurus/{name}.txt").read_text("utf-8")
