"""The cue words of each language, from `cues/*.toml`.

How the lists are written: words stand apart by white space; phrases and verbs by commas. A verb is
`forms` or `stem+ending`, where an ending is a name of the table `endings`. Forms come in four
groups apart by `;` (finite; gerund; participle; infinitive), those of a group by `/` (by white
space in `endings`, where `.` stands for nothing, and `.ed` for a doubled consonant and `ed`).
Further words of a verb follow it, `…` for up to five others, `*ым` for any word that ends so. In
front of a verb stand `!` where it counts only with a quotation, `~` where it counts only with a
clause or a quotation, `#` where it counts only with a number, `@` where its object is the listener,
`=` where somebody would not say anything and the words themselves are what is told, `%` where it
counts only with one of `deeds` or `blame`, `$` only with one of `blame`, `&` only with `oneself`.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache, partial
from importlib.resources import files

from knowledge.text.attribution.lexicon import Capitals, Form, Lexicon, Needs, Verb, Words
from knowledge.text.claim import Stance

LANGUAGES = ("ar", "de", "en", "es", "fr", "pt", "ru", "uk")


@cache
def load_lexicon(language: str) -> Lexicon:
    """The cue words of *language*; without words where there is no file for it."""
    if language not in LANGUAGES:
        return Lexicon(language=language)
    source = files("knowledge.text.attribution.cues").joinpath(f"{language}.toml")
    return parse_lexicon(language, tomllib.loads(source.read_text("utf-8")))


_Table = Mapping[str, str]
_NEEDS = frozenset(need.value for need in Needs)


def parse_lexicon(language: str, data: Mapping[str, Mapping[str, str | bool]]) -> Lexicon:
    """Read a language's file, already parsed as TOML."""
    grammar = data["grammar"]
    texts = {name: {k: str(v) for k, v in table.items()} for name, table in data.items()}
    return Lexicon(
        language=language,
        capitals=Capitals(str(grammar["capitals"])),
        speaker_first=bool(grammar.get("speaker_first", True)),
        drops_subject=bool(grammar.get("drops_subject", False)),
        dash_dialogue=bool(grammar.get("dash_dialogue", False)),
        joined=tuple(str(grammar.get("joined", "")).split()),
        splits_verbs=bool(grammar.get("splits_verbs", False)),
        prefixes=tuple(str(grammar.get("prefixes", "")).split()),
        suffixes=tuple(sorted(str(grammar.get("suffixes", "")).split(), key=len, reverse=True)),
        verbs=_parse_verbs(texts["stances"], texts["endings"], str(grammar.get("joined", ""))),
        phrases=_parse_phrases(texts["phrases"]),
        pronoun_phrases=_parse_pronoun_phrases(texts.get("pronoun_phrases", {})),
        postpositions=_parse_postpositions(texts.get("postpositions", {})),
        pronouns=_parse_pronouns(texts["pronouns"]),
        words=_parse_words(texts["words"]),
        hedges=tuple(_split_phrases(texts["hedges"]["phrases"])),
        channel_prepositions=frozenset(texts["channels"]["prepositions"].split()),
        channel_nouns=frozenset(texts["channels"]["nouns"].split()),
    )


def _parse_words(table: _Table) -> Words:
    known = {f.name for f in fields(Words)}
    if unknown := set(table) - known:
        raise ValueError(f"no such list of words: {sorted(unknown)}")
    return Words(**{name: frozenset(words.split()) for name, words in table.items()})


def _parse_pronouns(table: _Table) -> dict[str, str]:
    return {word: kind for kind, words in table.items() for word in words.split()}


def _parse_postpositions(table: _Table) -> dict[str, Stance]:
    return {word: Stance(stance) for stance, words in table.items() for word in words.split()}


def _split_phrases(text: str) -> Iterator[tuple[str, ...]]:
    for phrase in text.split(","):
        if words := tuple(phrase.split()):
            yield words


def _parse_phrases(table: _Table) -> dict[str, tuple[tuple[tuple[str, ...], Stance], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Stance]]] = {}
    for stance, text in table.items():
        for words in _split_phrases(text):
            found.setdefault(words[0], []).append((words[1:], Stance(stance)))
    return {k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in found.items()}


def _parse_pronoun_phrases(table: _Table) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, text in table.items():
        for words in _split_phrases(text):
            found.setdefault(words[0], []).append((words[1:], kind))
    return {k: tuple(v) for k, v in found.items()}


def _parse_verbs(stances: _Table, endings: _Table, joined: str) -> dict[str, tuple[Verb, ...]]:
    """*joined* are conjunctions that may be written together with a verb."""
    numbers: dict[Verb, int] = {}  # a number is looked up sooner than a verb
    found: dict[tuple[str, int], set[Form]] = {}
    for stance, text in stances.items():
        for words in _split_phrases(text):
            verb, written = _read_flags(words, Stance(stance))
            number = numbers.setdefault(verb, len(numbers))
            for form, spelling in _spell_out(written, endings):
                for start in ("", *joined.split()):
                    found.setdefault((start + spelling, number), set()).add(form)
    verbs: dict[str, list[Verb]] = {}
    with_forms = cache(partial(_with_forms, list(numbers)))
    for (spelling, number), forms in found.items():
        verbs.setdefault(spelling, []).append(with_forms(number, frozenset(forms)))
    return {k: tuple(sorted(v, key=lambda verb: -len(verb.rest))) for k, v in verbs.items()}


def _with_forms(verbs: Sequence[Verb], number: int, forms: frozenset[Form]) -> Verb:
    return replace(verbs[number], forms=forms)


def _read_flags(words: tuple[str, ...], stance: Stance) -> tuple[Verb, str]:
    """A verb without its forms, and how these are written."""
    bare = words[0].lstrip("!~@#=%$&")
    flags = words[0][: len(words[0]) - len(bare)]
    return Verb(
        stance=stance,
        forms=frozenset(),
        rest=words[1:],
        needs=frozenset(map(Needs, set(flags) & _NEEDS)),
        addresses="@" in flags,
        refuses="=" in flags,
    ), bare


def _spell_out(written: str, endings: _Table) -> Iterator[tuple[Form, str]]:
    stem, plus, name = written.partition("+")
    groups = endings[name].split(";") if plus else written.replace("/", " ").split(";")
    for form, group in zip(Form, groups, strict=False):
        for ending in group.split():
            yield form, (_joined(stem, ending) if plus else ending)


def _joined(stem: str, ending: str) -> str:
    if ending == ".":
        return stem
    return stem + stem[-1] + ending[1:] if ending.startswith(".") else stem + ending
