"""Names: every person, place and organisation of the statement is in the quotes."""

from collections.abc import Iterator

from knowledge.text.lock.alignment import Alignment
from knowledge.text.lock.cited import Fault, FaultKind
from knowledge.text.lock.reading import Reading, is_general
from knowledge.text.lock.thesaurus import find_senses
from knowledge.text.lock.utterances import find_utterances
from knowledge.text.lock.words import begin_alike
from knowledge.text.words.lexicon import load_lexicon

_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "abu", "de", "da", "di", "van", "von", "der", "la", "le"}
)
"""Parts of names that other languages leave out or write together."""


_SHORTEST_COMMON = 4
_FAMILY_NAMES = ("ов", "ова", "ев", "ева", "енко")
"""Endings of Slavic family names, which cases of nouns may have too."""


def check_names(alignment: Alignment) -> Iterator[Fault]:
    """Names that neither the quotes nor their context have."""
    statement = alignment.statement
    for at in range(len(statement.tokens)):
        if not statement.is_name[at] or _stands(alignment, at):
            continue
        word = statement.tokens[at].text
        yield Fault(
            kind=FaultKind.NAME,
            words=word,
            reason=f"The cited sentences don't name “{word}”.",
        )


def _stands(alignment: Alignment, at: int) -> bool:
    statement = alignment.statement
    known = statement.has(at, "name") or statement.has(at, "territory")
    if not known and _is_known(statement, at) and (at == 0 or statement.language in {"de", "ar"}):
        return True  # a common noun; content decides
    if (
        statement.tokens[at].folded in _PARTICLES
        or is_general(statement, at)
        or _is_article(alignment, at)
    ):
        return True
    if not known and at == 0 and not alignment.is_same_language and not _is_subject(alignment, at):
        return True
    if any(q.has(at) for q in alignment.quotes) or _is_part_of_name(alignment, at):
        return True
    if not known and _is_written_otherwise(alignment, at):
        return True
    return alignment.is_in_context(at) and _is_meant_by_pronoun(alignment, at)


def _is_written_otherwise(alignment: Alignment, at: int) -> bool:
    """Whether the quotes may have the name in words or letters of their own language."""
    statement = alignment.statement
    is_translated = _is_common_word(statement, at) or _stands_for_acronym(alignment, at)
    return not alignment.is_same_language and is_translated


def _is_common_word(statement: Reading, at: int) -> bool:
    """Whether other languages may translate it, as they do "Court"; content decides."""
    token = statement.tokens[at]
    is_letter = len(token.text) == 1
    is_long = len(token.text) >= _SHORTEST_COMMON and not token.text.isupper()
    if token.folded.endswith(_FAMILY_NAMES):
        return False
    return is_letter or (is_long and bool(find_senses(token.folded, statement.language)))


def _stands_for_acronym(alignment: Alignment, at: int) -> bool:
    """Whether both have an acronym, each its own language's ("IPCC", «МГЭИК»)."""
    return _is_acronym(alignment.statement, at) and any(
        _is_acronym(q.reading, i) and not any(i in places for places in q.words)
        for q in alignment.quotes
        for i in range(len(q.reading.tokens))
    )


def _is_acronym(reading: Reading, at: int) -> bool:
    text = reading.tokens[at].text
    return text.isupper() and len(text) > 1 and not reading.senses[at]


def _is_meant_by_pronoun(alignment: Alignment, at: int) -> bool:
    """Whether the name is a speaker, or does what somebody unnamed does in the quote."""
    if any(at in u.speaker for u in find_utterances(alignment.statement)):
        return True
    return any(
        at in own.subject and theirs.is_open and theirs.at in q.words[own.at]
        for own in alignment.structure.predicates
        for q in alignment.quotes
        for theirs in q.structure.predicates
    )


def _is_part_of_name(alignment: Alignment, at: int) -> bool:
    """Whether a short name stands beside a name that the quote has, and begins alike there."""
    statement = alignment.statement
    near = [i for i in (at - 1, at + 1) if 0 <= i < len(statement.tokens) and statement.is_name[i]]
    return any(
        not q.is_same_language
        and 0 <= place + at - i < len(q.reading.tokens)
        and q.reading.is_content[place + at - i]
        and begin_alike(statement.tokens[at].folded, q.reading.tokens[place + at - i].folded)
        for q in alignment.quotes
        for i in near
        for place in q.words[i]
    )


def _is_article(alignment: Alignment, at: int) -> bool:
    """Whether the word is a little one of a quote's language, as in "The Washington Post"."""
    folded = alignment.statement.tokens[at].folded
    return any(folded in load_lexicon(q.cited.language).function for q in alignment.quotes)


def _is_known(statement: Reading, at: int) -> bool:
    return any(s.table not in {"ending", "grammar"} for s in statement.senses[at])


def _is_subject(alignment: Alignment, at: int) -> bool:
    """Whether the text begins with a word of which something is said, as with a name."""
    tokens = alignment.statement.tokens
    if alignment.statement.has(at, "ending") or at + 1 == len(tokens):
        return False  # a common noun by its ending
    known_follows = alignment.statement.language == "en" and alignment.statement.has(
        at + 1, "topic"
    )
    return (
        known_follows
        or tokens[at + 1].is_capitalised
        or any(p.at == at + 1 and at in p.subject for p in alignment.structure.predicates)
    )
