"""What a noun phrase says of a speaker: a name, an office, a pronoun, who passes the words on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.text.attribution.lexicon import Lexicon
from knowledge.text.attribution.name_parts import find_name, is_name_word
from knowledge.text.attribution.phrases import Phrase
from knowledge.text.attribution.tokens import Token, normalise
from knowledge.text.attribution.wordkinds import is_participle, is_pronoun, is_role

_PAIRS = (("«", "»"), ("»", "«"), ("“", "”"), ("„", "“"), ("‘", "’"))
"""Marks around a name: the second is kept with the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """The words that stand for a speaker.

    Attributes:
        start: In the article.
        end: In the article.
        name: Proper name, or "".
        role: What the speaker is, as given here, or "".
        words: The head of the phrase as it stands, without an article where a name follows.
        pronoun: Its kind in the lexicon, or "".
        is_definite: It points to somebody known ("the president", "the newspaper").
        via: The words for who reports it ("analysts consulted by | the newspaper").
    """

    start: int
    end: int
    name: str
    role: str
    words: str
    pronoun: str = ""
    is_definite: bool = False
    via: "Mention | None" = None


def read_mention(
    text: str, tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon
) -> Mention | None:
    """What *phrase* says of the speaker; None if there are no words of a speaker in it."""
    start, end = _speaking_part(tokens, phrase.start, phrase.end, lexicon)
    via_start = _reported_by(tokens, start, end, lexicon)
    via = None
    if via_start:
        via = read_mention(text, tokens, Phrase(start=via_start[1], end=end), lexicon)
        end = via_start[0]
    while end - 1 > start and tokens[end - 1].low in lexicon.words.quoted_by:
        end -= 1
    known = lexicon.words.determiners | lexicon.words.possessives
    if all(t.low in known or t.text.isdigit() for t in tokens[start:end]) and not (
        end - start == 1 and is_pronoun(tokens[start], lexicon)
    ):
        return None
    if end - start == 1 and is_pronoun(tokens[start], lexicon):
        return _pronoun(tokens[start], lexicon)
    head = replace(phrase, start=start, end=end)
    return _noun(text, tokens, head, via, lexicon)


def _pronoun(token: Token, lexicon: Lexicon) -> Mention:
    return Mention(
        start=token.start,
        end=token.end,
        name="",
        role="",
        words=token.text,
        pronoun=lexicon.pronouns[token.low],
    )


def _noun(
    text: str,
    tokens: Sequence[Token],
    phrase: Phrase,
    via: Mention | None,
    lexicon: Lexicon,
) -> Mention:
    start, end = phrase.start, phrase.end
    name_start, name_end = find_name(tokens, start, end, lexicon)
    role = _cut(text, tokens, start, name_start) if name_start < name_end else ""
    beside = ""
    if phrase.apposition_end:
        a, b = phrase.apposition_start, phrase.apposition_end
        inner = find_name(tokens, a, b, lexicon)
        if name_start >= name_end and inner[0] < inner[1] and a >= end:
            role = _cut(text, tokens, start, end)
            name_start, name_end = inner
        else:
            beside = _cut(text, tokens, a, b)
    return Mention(
        start=tokens[min(start, phrase.first)].start,
        end=tokens[max(end, phrase.last if not via else end) - 1].end,
        name=_cut(text, tokens, name_start, name_end),
        role=_without_link(role, lexicon) or beside,
        words=_cut(text, tokens, start, end),
        is_definite=tokens[start].low in lexicon.words.definite
        or any(tokens[start].low.startswith(a) for a in lexicon.words.joined_articles),
        via=via,
    )


def _cut(text: str, tokens: Sequence[Token], start: int, end: int) -> str:
    if start >= end:
        return ""
    words = text[tokens[start].start : tokens[end - 1].end]
    after = text[tokens[end - 1].end : tokens[end - 1].end + 1]
    has_open = any(a in words and b not in words and after == b for a, b in _PAIRS)
    return words + after if has_open else words


def _without_link(role: str, lexicon: Lexicon) -> str:
    """A bare article or possessive before a name says nothing of what the speaker is."""
    words = lexicon.words
    parts = [normalise(w).strip(".,()") for w in role.split()]
    known = words.organisations | words.media_kinds | words.persons
    tells = any((is_role(p, lexicon) and p not in words.titles) or p in known for p in parts)
    return role if tells else ""


def _speaking_part(
    tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon
) -> tuple[int, int]:
    """ "Cornyn's statement" speaks for Cornyn, "a statement from the ministry" for the ministry."""
    words = lexicon.words
    if tokens[end - 1].low in words.documents:
        for at in range(end - 2, start, -1):
            if tokens[at].low in lexicon.suffixes:
                return start, at
    first = start + (tokens[start].low in words.determiners)
    links = words.genitive | words.agents | words.sources
    document = next((n for n in range(first, end) if tokens[n].low in words.documents), end)
    if all(not is_name_word(t, lexicon) for t in tokens[first:document]):
        for at in range(document + 1, end - 1):
            if tokens[at].low in words.commissioned:
                break  # "a report commissioned by the court" does not speak for the court
            if tokens[at].low in links:
                return at + 1, _without_participle(tokens, at + 1, end, lexicon)
    return start, end


def _without_participle(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> int:
    while end - 1 > start and is_participle(tokens[end - 1], lexicon):
        end -= 1
    return end


def _reported_by(
    tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon
) -> tuple[int, int] | None:
    """Where "consulted by" begins and ends."""
    for at in range(start + 1, end - 2):
        is_link = tokens[at + 1].low in lexicon.words.agents
        if tokens[at].low in lexicon.words.quoted_by and is_link:
            return at, at + 2
    return None
