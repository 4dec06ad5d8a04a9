"""Who stands after a word of saying: the noun phrase there, with its apposition."""

from collections.abc import Sequence

from knowledge.text.attribution.bare_names import bare_apposition, is_given_name
from knowledge.text.attribution.insertions import kind_of_part
from knowledge.text.attribution.lexicon import Capitals, Lexicon
from knowledge.text.attribution.listeners import is_press
from knowledge.text.attribution.phrases import LONGEST, Phrase, next_comma
from knowledge.text.attribution.saying import Cue
from knowledge.text.attribution.tokens import Token
from knowledge.text.attribution.wordkinds import (
    describes_person,
    ends_clause,
    is_adverb,
    is_circumstance,
    is_name,
    is_office,
    is_owner,
    is_participle,
    is_pronoun,
    starts_introduction,
    starts_title,
)

_LONGEST_BARE = 9


_BARE_NAME = 2


def find_phrase_after(
    tokens: Sequence[Token], at: int, cues: Sequence[Cue], lexicon: Lexicon, *, opens: bool = False
) -> Phrase | None:
    """The noun phrase that begins at *at*; *opens* if a clause still has to follow it."""
    end = _end_of_phrase(tokens, at, cues, lexicon)
    start, end = _without_circumstances_after(tokens, at, end, lexicon)
    if start >= end or starts_introduction(tokens[start], lexicon):
        return None
    if lexicon.capitals is Capitals.NONE and (
        beside := bare_apposition(tokens, start, end, lexicon)
    ):
        return with_apposition(start, end, beside)
    beside = _apposition_after(tokens, (start, end), cues, lexicon, opens=opens)
    return with_apposition(start, end, beside)


def _without_circumstances_after(
    tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon
) -> tuple[int, int]:
    words = lexicon.words
    while start < end and is_adverb(tokens[start], lexicon):
        start += 1
    while start < end and (
        is_circumstance(tokens[end - 1], lexicon)
        or (end - 1 > start and is_participle(tokens[end - 1], lexicon))
        or tokens[end - 1].low in words.prepositions | words.genitive | words.conjunctions
        or (tokens[end - 1].low in words.determiners and end - 1 > start)
    ):
        end -= 1
    return start, end


def _has_document(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    return any(t.low in lexicon.words.documents for t in tokens)


def _end_of_phrase(tokens: Sequence[Token], at: int, cues: Sequence[Cue], lexicon: Lexicon) -> int:
    said = {cue.group for cue in cues}
    end = at
    while end < len(tokens) and end - at < LONGEST:
        token = tokens[end]
        if token.text == "(" and end > at:
            close = next(
                (k for k in range(end, min(end + 8, len(tokens))) if tokens[k].text == ")"), 0
            )
            if not close:
                break
            end = close + 1
            continue
        if end in said or not _goes_on(tokens, at, end, lexicon):
            break
        end += 1
        if is_pronoun(token, lexicon) and end - 1 == at and not is_owner(tokens, at, lexicon):
            break
    return end


def _goes_on(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> bool:
    """Whether the word *at* can be part of the phrase that began at *start*."""
    token, words = tokens[at], lexicon.words
    if not token.is_word:
        return token.text in "&/-" and at > start
    if ends_clause(token, at > start, lexicon) or token.low in words.negators:
        return False
    if at == start or _qualifies_adjective(token, tokens[at - 1], lexicon):
        return True
    if is_pronoun(token, lexicon) and token.low not in words.determiners:
        return False
    before = tokens[at - 1]
    if is_circumstance(token, lexicon) and before.low not in words.genitive:
        return is_participle(before, lexicon) and _has_document(tokens[start:at], lexicon)
    return _is_part(tokens, start, at, lexicon)


def _qualifies_adjective(token: Token, before: Token, lexicon: Lexicon) -> bool:
    """ "a | previously | unknown group"."""
    words = lexicon.words
    articles = words.determiners if lexicon.capitals is Capitals.NOUNS else words.articles
    return before.low in articles and is_adverb(token, lexicon)


def _is_part(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> bool:
    """Whether an article, a conjunction, a preposition or another word belongs to the phrase."""
    token, before, words = tokens[at], tokens[at - 1], lexicon.words
    is_attached = any(token.low.startswith(p) for p in words.attached_prepositions)
    if is_attached or _starts_listener(tokens, start, at, lexicon):
        return False
    if lexicon.capitals is Capitals.NOUNS and before.is_capital and not token.is_capital:
        links = words.genitive | words.prepositions | words.conjunctions | words.determiners
        if token.low not in links:
            return False  # adjectives come before a German noun, verbs after it
    goes_on = token.is_capital and before.is_capital and lexicon.capitals is Capitals.NAMES
    if goes_on or starts_title(tokens, at, lexicon):
        return True
    if token.low in words.determiners | words.possessives and token.low not in words.genitive:
        return before.low in words.prepositions | words.genitive | words.conjunctions
    if token.low in words.conjunctions:
        return at + 1 < len(tokens) and _can_be_joined(tokens[at + 1], before, lexicon)
    return token.low not in words.prepositions or _preposition_goes_on(tokens, start, at, lexicon)


def _starts_listener(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> bool:
    """German "sagte ihr Sprecher Tom Berg | der Zeitung": behind a name that is no genitive."""
    offices = [n for n in range(start, at) if is_office(tokens[n], lexicon)]
    has_name = bool(offices) and at - 1 > offices[-1] and tokens[at - 1].is_capital
    is_full_name = at - start > 1 and all(t.is_capital for t in tokens[start:at])
    return is_press(tokens, at, lexicon) and (has_name or is_full_name)


def _can_be_joined(after: Token, before: Token, lexicon: Lexicon) -> bool:
    words = lexicon.words
    if is_name(before, lexicon):
        return is_name(after, lexicon) or after.low in words.determiners
    return after.is_word and after.low not in words.modals | words.be | words.have


def _preposition_goes_on(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> bool:
    token, words = tokens[at], lexicon.words
    if token.low in words.agents:
        is_made = any(is_participle(t, lexicon) for t in tokens[start:at])
        return tokens[at - 1].low in words.quoted_by or (
            is_made and _has_document(tokens[start:at], lexicon)
        )
    if token.low not in words.inner and token.low not in words.genitive:
        return False
    if at + 1 >= len(tokens) or is_circumstance(tokens[at + 1], lexicon):
        return False
    is_named = all(is_name(t, lexicon) for t in tokens[start:at])
    return token.low in words.genitive or not is_named


def _apposition_after(
    tokens: Sequence[Token],
    head: tuple[int, int],
    cues: Sequence[Cue],
    lexicon: Lexicon,
    *,
    opens: bool,
) -> tuple[int, int] | None:
    """The stretch behind a comma that says more of the speaker, or names him."""
    start, end = head
    if end >= len(tokens) or tokens[end].text not in ",–—":
        return None
    stop = next_comma(tokens, end + 1)
    is_closed = stop < len(tokens) and tokens[stop].text in ",–—"
    said = {place for cue in cues for place in range(cue.start, cue.end)}
    if stop <= end + 1 or (opens and not is_closed):
        return None
    kind = kind_of_part(tokens, end + 1, stop, said, lexicon)
    if kind == "noun" and not _starts_description(tokens[end + 1 : stop], lexicon):
        return None
    if kind == "name" and not _is_described(tokens[start:end], lexicon):
        return None
    return (end + 1, stop) if kind in ("noun", "name") else None


def _is_described(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether words leave a name to be told: "the minister", but not "the Herald"."""
    has_office = any(is_office(t, lexicon) for t in tokens)
    return has_office or not any(is_name(t, lexicon) for t in tokens[1:])


def _starts_description(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether words start as a description does: with an article, a number, or an office."""
    words = lexicon.words
    first = tokens[0]
    if lexicon.pronouns.get(first.low) == "first":
        return first.low in words.persons  # "those who died" is no description of a speaker
    if first.low in words.determiners | words.possessives or first.text.isdigit():
        return True
    return first.is_capital or describes_person(tokens, lexicon)


def with_apposition(start: int, end: int, beside: tuple[int, int] | None) -> Phrase:
    """A phrase with what stands beside it, if there is any."""
    if beside is None:
        return Phrase(start=start, end=end)
    return Phrase(start=start, end=end, apposition_start=beside[0], apposition_end=beside[1])


def _qualifies(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word with the article can be an adjective to the one before ("الأمريكي")."""
    return token.low.endswith(tuple(lexicon.words.adjective_endings))


def find_bare_subject(
    tokens: Sequence[Token], at: int, cues: Sequence[Cue], lexicon: Lexicon
) -> Phrase | None:
    """Arabic: the subject between a verb and its object, which nothing but the article tells apart.

    An office with its qualifying words, then at most two words of a name; a word with the article
    behind a name is the object.
    """
    limit = _end_of_phrase(tokens, at, cues, lexicon)
    if at < len(tokens) and starts_introduction(tokens[at], lexicon):
        return None
    end = at
    names = 0
    while end < limit and end - at < _LONGEST_BARE:
        token = tokens[end]
        is_joined = any(token.low.startswith(a) for a in lexicon.words.joined_articles)
        is_known = is_office(token, lexicon) or token.low in lexicon.words.organisations
        is_family = names == 1 and is_given_name(tokens[end - 1], lexicon)
        if end > at and _is_other_party(tokens, end, lexicon):
            break
        is_owner = end > at and _is_unfinished(tokens[end - 1], lexicon)
        is_part = is_known or is_family or is_owner or _qualifies(token, lexicon)
        if is_joined and end > at and not is_part:
            break
        is_half = end > at and tokens[end - 1].low in lexicon.words.half_names
        if (is_joined and names and not (is_half or is_family)) or names == _BARE_NAME:
            break
        names += not (is_joined or is_known or token.low in lexicon.words.genitive)
        end += 1
    is_object = names == 1 and end < limit and end - at == _BARE_NAME
    end -= is_object and tokens[at].low.startswith(tuple(lexicon.words.joined_articles))
    if end <= at:
        return None
    beside = bare_apposition(tokens, at, end, lexicon)
    return with_apposition(at, end, beside)


def _is_unfinished(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun without article waits for its owner: "رئيس بلدية | السدر", "بيان | للجيش"."""
    words = lexicon.words
    has_article = token.low.startswith(tuple(words.joined_articles))
    is_head = is_office(token, lexicon) or token.low in words.organisations | words.documents
    return is_head and not has_article


def _is_other_party(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a party stands behind a noun with its article: "اتهمت الحكومة | المعارضة"."""
    words, before = lexicon.words, tokens[at - 1]
    is_party = before.low in words.organisations | words.parties
    is_whole = is_party and before.low.startswith(tuple(words.joined_articles))
    return is_whole and tokens[at].low in words.parties
