"""A text read once for all checks: its words, what they mean, its figures and names."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from knowledge.text.lock.lexicon import Found, Sense, load_lexicon
from knowledge.text.lock.likeness import Keys
from knowledge.text.lock.measures import Figure, find_figures
from knowledge.text.lock.thesaurus import find_senses
from knowledge.text.lock.words import Token, skeleton, sound_keys, split_words, stem_key
from knowledge.text.words.lexicon import load_lexicon as load_words

_POSSIBLE = Sense("hedge", "possible")
_IMPERFECT = ("ي", "ت", "ن", "ا")
_ARABIC_HAD = frozenset({"قد", "وقد", "فقد", "لقد"})
_FUTURE = Sense("hedge", "future")
_CLOSED = frozenset(
    {
        "negation", "hedge", "bound", "scope", "cause", "time", "concession", "number", "ordinal",
        "fraction",
        "month", "weekday", "season", "daytime", "relday", "unit", "words",
    }
)  # fmt: skip
_OPEN = frozenset({"topic", "saying", "name", "territory"})
_GENERAL = frozenset({"people", "country", "area", "city", "male", "population_size"})
_NAMES = frozenset({"name", "territory"})
_VERBAL = frozenset(
    {"verb_ending", "verb_word", "participle", "adverb", "clause_only", "noun_word", "as_role"}
)
_JOINED_ARTICLES = frozenset(["im", "am", "zum", "zur", "beim", "vom", "ins", "ans"])
_LONGEST_GERMAN_NAME = 13
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """What the rules know of a text. The tuples run beside the tokens.

    Attributes:
        found: Every word or phrase that the data files know.
        senses: What each token means there; a word of a phrase has the phrase's.
        openers: What it means for the grammar, if it is the first of its phrase.
        keys: What a token is compared by: its stem, and its meanings that languages share.
        sounds: What a name is compared by across languages.
        skeletons: The consonants of its stem, for words that languages have in common.
        is_content: It carries meaning of its own, and is in no closed class of words.
        is_name: It is written like a name, or known as one.
    """

    text: str
    language: str
    tokens: tuple[Token, ...]
    found: tuple[Found, ...]
    figures: tuple[Figure, ...]
    senses: tuple[frozenset[Sense], ...]
    openers: tuple[frozenset[str], ...]
    keys: tuple[Keys, ...]
    sounds: tuple[Keys, ...]
    skeletons: tuple[str, ...]
    is_content: tuple[bool, ...]
    is_name: tuple[bool, ...]

    def has(self, at: int, table: str, concept: str = "") -> bool:
        """Whether token *at* means that."""
        return any(s.table == table and concept in ("", s.concept) for s in self.senses[at])

    def concepts(self, at: int, table: str) -> frozenset[str]:
        """What token *at* means in *table*."""
        return frozenset(s.concept for s in self.senses[at] if s.table == table)

    def all_concepts(self, table: str) -> frozenset[str]:
        """All concepts of *table* in the text."""
        return frozenset(f.sense.concept for f in self.found if f.sense.table == table)

    def keys_of(self, places: Iterable[int]) -> Keys:
        """Keys and sounds of some tokens together."""
        return frozenset(k for i in places for k in self.keys[i] | self.sounds[i])

    def words(self, places: Iterable[int]) -> str:
        """Some tokens as they are written, for a reason."""
        return " ".join(self.tokens[i].text for i in sorted(places))


@lru_cache(maxsize=1 << 11)
def read(text: str, language: str) -> Reading:
    """Take *text* apart; repeated readings of one text cost nothing."""
    lexicon = load_lexicon(language)
    tokens = split_words(text, language)
    found = tuple(f for f in lexicon.find(tokens) if not _is_misread(f, tokens, language))
    senses = _senses(tokens, found)
    figures = find_figures(tokens, found, language)
    in_figure = {i for f in figures for i in range(f.start, f.end)}
    content = tuple(
        t.is_word and i not in in_figure and _is_content(t, senses[i], language)
        for i, t in enumerate(tokens)
    )
    continued = {i for f in found if f.sense.table not in _NAMES for i in range(f.start + 1, f.end)}
    content = tuple(c and i not in continued for i, c in enumerate(content))
    names = tuple(content[i] and _is_name(i, tokens, senses, language) for i in range(len(tokens)))
    phrases = {i for f in found if f.end - f.start > 1 for i in range(f.start, f.end)}
    return Reading(
        text=text,
        language=language,
        tokens=tokens,
        found=found,
        figures=figures,
        senses=senses,
        openers=tuple(
            frozenset(f.sense.concept for f in found if f.start == i and f.sense.table == "grammar")
            for i in range(len(tokens))
        ),
        keys=tuple(
            _keys(t, senses[i], language, i in phrases) if i not in continued else frozenset()
            for i, t in enumerate(tokens)
        ),
        sounds=tuple(
            _sounds(t, senses[i], language) if content[i] and i not in phrases else frozenset()
            for i, t in enumerate(tokens)
        ),
        skeletons=tuple(
            skeleton(t.folded, language) if content[i] else "" for i, t in enumerate(tokens)
        ),
        is_content=content,
        is_name=names,
    )


def _is_misread(found: Found, tokens: tuple[Token, ...], language: str) -> bool:
    """Names of places have a capital, where there are capitals; "May" is no "may"."""
    first = tokens[found.start]
    if language == "ar" and first.folded in _ARABIC_HAD and found.sense.table == "topic":
        return True  # the particle, not "lost"
    if language == "ar" and found.sense == _POSSIBLE and first.folded in _ARABIC_HAD:
        following = tokens[found.end].folded if found.end < len(tokens) else ""
        return not following.startswith(_IMPERFECT)  # before a past it is "had"
    if found.sense.table == "hedge" and first.text == "May":
        return found.start > 0
    return found.sense.table == "territory" and language != "ar" and not first.is_capitalised


def _senses(tokens: tuple[Token, ...], found: tuple[Found, ...]) -> tuple[frozenset[Sense], ...]:
    senses: list[set[Sense]] = [set() for _ in tokens]
    for f in found:
        for i in range(f.start, f.end):
            senses[i].add(f.sense)
    return tuple(frozenset(s) for s in senses)


@cache
def _function_words(language: str) -> frozenset[str]:
    return load_words(language).function


def _is_content(token: Token, senses: frozenset[Sense], language: str) -> bool:
    tables = {s.table for s in senses}
    if tables & _NAMES:
        return True
    if Sense("words", "light") in senses or "bound" in tables or _is_function(token, language):
        return False
    grammar = {s.concept for s in senses if s.table == "grammar"} - _VERBAL
    tables -= {"hedge"} if _FUTURE in senses else set()
    if tables & _OPEN:
        return not grammar or language == "ar"
    return not (tables & _CLOSED or grammar or Sense("grammar", "verb_word") in senses)


def _is_function(token: Token, language: str) -> bool:
    return token.folded in _function_words(language)


def _is_name(
    at: int, tokens: tuple[Token, ...], senses: tuple[frozenset[Sense], ...], language: str
) -> bool:
    if any(s.table in _NAMES for s in senses[at]):
        return True
    token = tokens[at]
    if language == "ar":
        return not senses[at] and at > 0 and Sense("words", "title") in senses[at - 1]
    if language == "de":
        return _is_german_name(at, tokens, senses)
    if not token.is_capitalised or not _begins_sentence(at, tokens):
        return token.is_capitalised
    leads_name = at + 1 < len(tokens) and tokens[at + 1].is_capitalised
    is_strange = leads_name or not find_senses(token.folded, language)
    return is_strange and not any(s.table in _OPEN for s in senses[at])


def _is_german_name(
    at: int, tokens: tuple[Token, ...], senses: tuple[frozenset[Sense], ...]
) -> bool:
    """All nouns have a capital; names stand without article, and are neither known nor long."""
    token = tokens[at]
    if token.text.isupper() and len(token.text) > 1:
        return True
    known = {s.table for s in senses[at]} - {"grammar"}
    is_short = len(token.text) < _LONGEST_GERMAN_NAME
    if known or find_senses(token.folded, "de"):
        return False
    return token.is_capitalised and is_short and _is_bare(at, tokens, senses)


def _is_bare(at: int, tokens: tuple[Token, ...], senses: tuple[frozenset[Sense], ...]) -> bool:
    """German: a noun without article or adjective, as most names are."""
    if at == 0:
        return True
    before = tokens[at - 1]
    return not (
        tokens[at].is_joined
        or Sense("grammar", "determiner") in senses[at - 1]
        or before.folded in _JOINED_ARTICLES
        or before.folded.endswith(_ADJECTIVE_ENDINGS)
    )


def _begins_sentence(at: int, tokens: tuple[Token, ...]) -> bool:
    return at == 0 or tokens[at - 1].text in '.!?:;…«“„"”»-—–('


def _keys(token: Token, senses: frozenset[Sense], language: str, in_phrase: bool) -> Keys:
    meanings = {f"{s.table}:{s.concept}" for s in senses if s.table in _OPEN | {"time"}}
    if (in_phrase and meanings) or not token.is_word:
        return frozenset(meanings)
    return frozenset(meanings | {stem_key(form, language) for form in token.forms})


def _sounds(token: Token, senses: frozenset[Sense], language: str) -> Keys:
    if not (token.is_capitalised or language == "ar"):
        return frozenset()
    return frozenset(f"sound:{k}" for form in token.forms for k in sound_keys(form, language))


def is_general(reading: Reading, at: int) -> bool:
    """Whether the word's meaning is so general that it may be added: "a country", "a man"."""
    return bool(reading.concepts(at, "topic") & _GENERAL)
