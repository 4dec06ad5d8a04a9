"""Making the thesaurus's files from WordNet 3.0 and its translations.

    python -m knowledge.text.lock.thesaurus_files WORDNET WORDNETS

WORDNET is the folder of WordNet's own files (`data.noun`, `index.noun`, `noun.exc` …), WORDNETS
that of the Open Multilingual Wordnet (`wikt/wn-wikt-rus.tab` …). Sources: Fellbaum 1998; Bond and
Foster, ACL 2013.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from knowledge.text.lock.words import split_words, stem_key

_PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_TABLES = {
    "ar": ("arb/wn-data-arb.tab", "wikt/wn-wikt-arb.tab"),
    "de": ("wikt/wn-wikt-deu.tab",),
    "es": ("wikt/wn-wikt-spa.tab",),
    "fr": ("wikt/wn-wikt-fra.tab",),
    "pt": ("por/wn-data-por.tab", "wikt/wn-wikt-por.tab"),
    "ru": ("wikt/wn-wikt-rus.tab",),
    "uk": ("wikt/wn-wikt-ukr.tab",),
}
_MOST_SENSES = 4
"""Of an English word, so many of its senses are kept, the commonest first."""
_DERIVED, _WIDER, _OPPOSITE, _NAMES = "derived", "wider", "opposite", "names"
_RELATIONS = {"+": _DERIVED, "\\": _DERIVED, "@": _WIDER, "!": _OPPOSITE, "@i": _NAMES}

Words = Mapping[str, set[str]]
"""The synsets of each stem."""
Relations = Mapping[str, Mapping[str, set[str]]]
"""The synsets that each one is related to, by the relation."""


def read_english(folder: Path) -> Words:
    """The stems of English words in small letters, irregular forms too."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, part in _PARTS.items():
        irregular = defaultdict(list)
        for line in _lines(folder / f"{name}.exc"):
            form, *lemmas = line.split()
            for lemma in lemmas:
                irregular[lemma].append(form)
        for line in _lines(folder / f"index.{name}"):
            lemma, _, _, pointers, *rest = line.split()
            synsets = rest[int(pointers) + 2 :][:_MOST_SENSES]
            for form in (lemma, *irregular[lemma]):
                for stem in _stems(form, "en"):
                    found[stem] |= {f"{synset}-{part}" for synset in synsets}
    return found


def read_table(path: Path, language: str) -> Iterator[tuple[str, str]]:
    """Stems and synsets of one translation of WordNet; names are left out."""
    for line in path.read_text("utf-8").splitlines():
        synset, _, rest = line.replace("-s\t", "-a\t").partition("\t")
        kind, _, lemma = rest.partition("\t")
        capital = lemma[:1].isupper() and not (language == "de" and synset.endswith("n"))
        if kind.endswith("lemma") and not capital:
            for stem in _stems(lemma, language):
                yield stem, synset


def read_relations(folder: Path) -> Relations:
    """What WordNet's synsets are to each other."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name, part in _PARTS.items():
        for line in _lines(folder / f"data.{name}"):
            fields = line.partition("|")[0].split()
            at = 5 + 2 * int(fields[3], 16)
            for _ in range(int(fields[at - 1])):
                sign, synset, other = fields[at : at + 3]
                at += 4
                if sign in _RELATIONS:
                    other = "a" if other == "s" else other
                    found[f"{fields[0]}-{part}"][_RELATIONS[sign]].add(f"{synset}-{other}")
    return found


def _lines(path: Path) -> Iterable[str]:
    """The lines of one of WordNet's files without its licence."""
    return (x for x in path.read_text("utf-8").splitlines() if not x.startswith("  "))


def _stems(lemma: str, language: str) -> Iterator[str]:
    tokens = split_words(lemma, language)
    if len(tokens) == 1 and tokens[0].is_word:
        yield stem_key(tokens[0].folded, language).partition(":")[2]


def write_files(words: Mapping[str, Words], relations: Relations, folder: Path) -> None:
    """A file a language, and one of relations.

    Synsets that join no two words are left out, and so are those of a single place or person.
    """
    users: dict[str, int] = defaultdict(int)
    for entries in words.values():
        for synsets in entries.values():
            for synset in synsets:
                users[synset] += 1
    kept = {s for s, n in users.items() if n > 1 and _NAMES not in relations.get(s, {})}
    number = {s: n for n, s in enumerate(sorted(kept, key=lambda s: (-users[s], s)))}
    for language, entries in words.items():
        lines = [
            f"{stem} {' '.join(str(n) for n in numbers)}"
            for stem, synsets in sorted(entries.items())
            if (numbers := sorted(number[s] for s in synsets & kept))
        ]
        (folder / f"{language}.txt").write_text("\n".join(lines) + "\n", "utf-8")
    lines = [f"{_related(relations.get(s, {}), number)}\t{s[-1]}" for s in number]
    (folder / "relations.txt").write_text("\n".join(lines) + "\n", "utf-8")


def _related(related: Mapping[str, set[str]], number: Mapping[str, int]) -> str:
    return "\t".join(
        " ".join(str(n) for n in sorted(number[s] for s in related.get(kind, ()) if s in number))
        for kind in (_DERIVED, _WIDER, _OPPOSITE)
    )


def main() -> None:
    """Write the files beside this module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("wordnets", type=Path)
    given = parser.parse_args()
    words: dict[str, dict[str, set[str]]] = {"en": dict(read_english(given.wordnet))}
    for language, tables in _TABLES.items():
        words[language] = defaultdict(set)
        for table in tables:
            for stem, synset in read_table(given.wordnets / table, language):
                words[language][stem].add(synset)
    write_files(
        words, read_relations(given.wordnet), Path(__file__).with_name("data") / "thesaurus"
    )


if __name__ == "__main__":
    main()
