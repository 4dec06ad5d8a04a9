"""Which words of a statement stand in which of its quotes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.text.lock.cited import CitedSentence
from knowledge.text.lock.likeness import Keys, cognate, same_root, share, sound_alike
from knowledge.text.lock.predicates import Structure, find_structure
from knowledge.text.lock.reading import Reading, read
from knowledge.text.lock.thesaurus import may_mean
from knowledge.text.lock.words import stem_key

_SHORTEST_ACRONYM = 3
_NOTHING: Keys = frozenset()


@dataclass(frozen=True)
class Quoted:
    """One cited sentence beside the statement.

    Attributes:
        words: For each of the statement's tokens, the places of the same word here.
        closest: As `words`, but only the places of the same stem, where there are any.
        context: Keys of the names that the sentence before and the claims give.
    """

    cited: CitedSentence
    reading: Reading
    is_same_language: bool
    words: tuple[tuple[int, ...], ...]
    closest: tuple[tuple[int, ...], ...]
    context: Keys

    @cached_property
    def structure(self) -> Structure:
        """The sentence's clauses."""
        return find_structure(self.reading)

    def has(self, at: int) -> bool:
        """Whether the statement's token stands here."""
        return bool(self.words[at])


@dataclass(frozen=True)
class Alignment:
    """A statement and its quotes.

    Attributes:
        told_as: The stances in which the program tells the statement, beside its own words.
        hedges: The hedges that the program tells.
        is_denied: The program tells it as what somebody denies.
    """

    statement: Reading
    quotes: tuple[Quoted, ...]
    told_as: frozenset[str] = frozenset()
    hedges: frozenset[str] = frozenset()
    is_denied: bool = False

    @cached_property
    def structure(self) -> Structure:
        """The statement's clauses."""
        return find_structure(self.statement)

    @property
    def is_same_language(self) -> bool:
        """Whether any quote is in the statement's language."""
        return any(q.is_same_language for q in self.quotes)

    def is_borne_out(self, at: int) -> bool:
        """Whether the statement's token stands in any quote, or names what the context names."""
        return any(q.has(at) for q in self.quotes) or self.is_in_context(at)

    def is_name(self, at: int) -> bool:
        """Whether the token is a name, by how it is written here or in a quote."""
        return self.statement.is_name[at] or any(
            q.reading.is_name[p] for q in self.quotes for p in q.words[at]
        )

    def is_in_context(self, at: int) -> bool:
        """Whether the token names what the sentence before or a claim names."""
        keys = self.statement.keys[at] | self.statement.sounds[at]
        return any(share(keys, q.context) for q in self.quotes)

    def concepts(self, table: str) -> frozenset[str]:
        """All concepts of *table* in the quotes."""
        return frozenset(c for q in self.quotes for c in q.reading.all_concepts(table))


def align(text: str, language: str, cited: Sequence[CitedSentence]) -> Alignment:
    """Read the statement and its quotes, and find the words that they share."""
    statement = read(text, language)
    return Alignment(statement, tuple(_quoted(statement, c) for c in cited))


def _quoted(statement: Reading, cited: CitedSentence) -> Quoted:
    reading = read(cited.text, cited.language)
    same = cited.language == statement.language
    words = tuple(
        _same_words(statement, i, reading, same) if token.is_word else ()
        for i, token in enumerate(statement.tokens)
    )
    closest = tuple(_same_stem(statement, i, reading, places) for i, places in enumerate(words))
    return Quoted(cited, reading, same, words, closest, _context(cited))


def _same_words(statement: Reading, at: int, reading: Reading, same: bool) -> tuple[int, ...]:
    """Where the word stands; where it does not, words that the thesaurus has in the same sense."""
    places = range(len(reading.tokens))
    if initials := _initials(statement, at, reading):
        return initials
    if same and statement.language == "ar":  # stems of three letters are too much alike
        return tuple(j for j in places if _same_word(statement, at, reading, j, same))
    return tuple(j for j in places if _same_word(statement, at, reading, j, same)) or tuple(
        j for j in places if means_same(statement, at, reading, j)
    )


def _initials(statement: Reading, at: int, reading: Reading) -> tuple[int, ...]:
    """The words that an acronym is made of ("INE": "Instituto Nacional de Estadística")."""
    letters = statement.tokens[at].text
    if not letters.isupper() or len(letters) < _SHORTEST_ACRONYM or statement.senses[at]:
        return ()
    capitals = [i for i, t in enumerate(reading.tokens) if t.is_word and t.is_capitalised]
    first = "".join(reading.tokens[i].text[0] for i in capitals).find(letters)
    return tuple(capitals[first : first + len(letters)]) if first >= 0 else ()


def _same_stem(
    statement: Reading, at: int, reading: Reading, places: tuple[int, ...]
) -> tuple[int, ...]:
    prefix = statement.language + ":"
    stems = {k for k in statement.keys[at] if k.startswith(prefix)}
    return tuple(p for p in places if not stems.isdisjoint(reading.keys[p])) or places


def _same_word(one: Reading, i: int, other: Reading, j: int, same_language: bool) -> bool:
    if share(one.keys[i], other.keys[j]):
        return True
    if not same_language:
        return _sounds_same(one, i, other, j)
    if one.is_content[i] and stem_key(other.tokens[j].folded, other.language) in one.keys[i]:
        return True  # "the Court" for "the Supreme Court"
    if not (one.is_content[i] and other.is_content[j]) or one.is_name[i]:
        return False
    if any(same_root(a, b) for a in one.keys[i] for b in other.keys[j]):
        return True
    return same_root(one.tokens[i].folded, other.tokens[j].folded)


def means_same(one: Reading, i: int, other: Reading, j: int) -> bool:
    """Whether the thesaurus has the words in one sense, or the quote's in one that is narrower."""
    if not (one.is_content[i] and other.is_content[j]) or one.is_name[i] or other.is_name[j]:
        return False
    return any(
        may_mean(own, one.language, theirs, other.language)
        for own in one.tokens[i].forms
        for theirs in other.tokens[j].forms
    )


def _sounds_same(one: Reading, i: int, other: Reading, j: int) -> bool:
    """Across languages: one name, or a word that both have."""
    alike = one.tokens[i].folded == other.tokens[j].folded
    if alike and one.is_content[i] and other.is_content[j] and one.tokens[i].is_capitalised:
        return True
    if one.has(i, "name") and (other.senses[j] or not other.is_name[j]):
        return False  # a place that the lists know is known by them alone
    if share(one.sounds[i], other.sounds[j]):
        return True
    if not (one.is_content[i] and other.is_content[j]):
        return False
    both_names = one.is_name[i] and other.is_name[j]
    if both_names:
        return sound_alike(one.sounds[i], other.sounds[j])
    return cognate(one.skeletons[i], other.skeletons[j])


def _context(cited: CitedSentence) -> Keys:
    """Names from the sentence before, if the sentence leaves one open, and from its claims."""
    known = [c.speaker for c in cited.claims] + [v for c in cited.claims for v in c.via]
    roles = [c.role for c in cited.claims]
    keys = _name_keys((read(t, cited.language) for t in known + roles if t), every=True)
    if cited.before and leaves_open(read(cited.text, cited.language)):
        keys |= _name_keys((read(cited.before, cited.language),), every=False)
    return keys


def _name_keys(readings: Iterable[Reading], every: bool) -> Keys:
    return frozenset(
        key
        for r in readings
        for i in range(len(r.tokens))
        if r.is_name[i] or (every and r.is_content[i]) or (r.language == "ar" and r.is_content[i])
        for key in r.keys[i] | r.sounds[i]
    )


def leaves_open(reading: Reading) -> bool:
    """Whether a sentence speaks of somebody named before: by a pronoun, or by a title alone."""
    return any(
        reading.has(i, "grammar", "pronoun") or reading.has(i, "words", "title")
        for i in range(len(reading.tokens))
    )
