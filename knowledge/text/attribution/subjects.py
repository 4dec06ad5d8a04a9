"""Who stands before a word of saying: its subject, wherever the clause has put it."""

from collections.abc import Sequence

from knowledge.text.attribution.bare_names import is_bare_name
from knowledge.text.attribution.insertions import (
    is_nameless_office,
    phrase_ending,
    subject_over_insertion,
)
from knowledge.text.attribution.lexicon import Capitals, Form, Lexicon
from knowledge.text.attribution.phrases import LONGEST, Phrase, next_comma, open_bracket
from knowledge.text.attribution.saying import Cue
from knowledge.text.attribution.tokens import Kind, Token
from knowledge.text.attribution.wordkinds import (
    describes_person,
    ends_clause,
    is_adverb,
    is_circumstance,
    is_name,
    is_office,
    is_one_office,
    is_plain,
)

_TWO = 2
_FIELD_WORDS = 3
"""Words between an office and a name, at most."""
_SHORTEST_CLAUSE = 2
"""Words of a relative clause behind its pronoun, at least."""


def find_subject(
    tokens: Sequence[Token], at: int, cues: Sequence[Cue], lexicon: Lexicon
) -> Phrase | None:
    """The noun phrase that ends where the verb group *at* begins, as its subject."""
    if at == 0:
        return None
    before = tokens[at - 1]
    if before.low in lexicon.words.relatives and at >= 2:
        return _antecedent(tokens, at - 1, lexicon)
    if before.text in ",–—" or (before.text == ")" and open_bracket(tokens, at - 1) <= 0):
        bare = _bare_subject_before(tokens, at - 1, lexicon)
        return bare or subject_over_insertion(tokens, at - 1, cues, lexicon)
    phrase = phrase_ending(tokens, at, cues, lexicon)
    if phrase is not None and (whole := _over_relative_clause(tokens, phrase, lexicon)):
        return whole
    if phrase is not None and _is_bare_office(tokens, phrase, lexicon):
        return subject_over_insertion(tokens, at, cues, lexicon) or phrase
    return phrase


def _bare_subject_before(tokens: Sequence[Token], comma: int, lexicon: Lexicon) -> Phrase | None:
    """Arabic "غير أن | وزير المياه، طارق الحسني، | نفى": an office and its name between commas."""
    if lexicon.capitals is not Capitals.NONE:
        return None
    first = next((n for n in range(comma - 1, 0, -1) if not tokens[n].is_word), 0)
    if (
        not first
        or tokens[first].text != ","
        or not is_bare_name(tokens[first + 1 : comma], lexicon)
    ):
        return None
    start = next((n + 1 for n in range(first - 1, -1, -1) if not tokens[n].is_word), 0)
    links = lexicon.words.subordinators | lexicon.words.intros
    last_link = [n for n in range(start, first) if tokens[n].low in links]
    start = last_link[-1] + 1 if last_link else start
    if start >= first or not is_office(tokens[start], lexicon):
        return None
    return Phrase(start=first + 1, end=comma, apposition_start=start, apposition_end=first)


def has_unread_subject(tokens: Sequence[Token], cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a sentence that seems to have no subject starts with one all the same."""
    words = lexicon.words
    if lexicon.capitals is not Capitals.NAMES or not lexicon.drops_subject or cue.is_phrase:
        return False
    before = [t for t in tokens[: cue.group] if t.is_word]
    if any(t.kind is Kind.QUOTATION for t in tokens[: cue.group]) or len(before) < _TWO:
        return False
    first = before[0]
    if any(is_circumstance(t, lexicon) or t.low in words.times for t in before[:_TWO]):
        return False
    is_noun = first.low in words.determiners | words.possessives or is_office(first, lexicon)
    is_name = first.is_capital and not is_plain(first, lexicon) and before[1].is_capital
    leads = (
        first.low in words.prepositions | words.intros | words.subordinators | words.conjunctions
    )
    return (is_noun or is_name) and not leads and first.low not in lexicon.verbs


def _over_relative_clause(
    tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon
) -> Phrase | None:
    """ "A man | who would not be named | said": the words before the verb are a clause."""
    words, at = lexicon.words, phrase.start - 1
    if at < 1 or tokens[at].low not in words.who or not tokens[at - 1].is_word:
        return None
    first = tokens[phrase.start]
    is_noun = first.is_capital or first.low in words.determiners | words.possessives
    if is_noun or phrase.end - phrase.start < _SHORTEST_CLAUSE or is_office(first, lexicon):
        return None
    found = _antecedent(tokens, at, lexicon)
    if found is None or not describes_person(tokens[found.start : found.end], lexicon):
        return None
    return Phrase(start=found.start, end=found.end)


def _is_bare_office(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    """ "Ann Lee, | owner of the farm | said", with the second comma left out."""
    follows_comma = phrase.start > 1 and tokens[phrase.start - 1].text == ","
    has_role = is_one_office(tokens[phrase.start].low, lexicon)
    return (
        follows_comma
        and has_role
        and is_nameless_office(tokens[phrase.start : phrase.end], lexicon)
    )


def _antecedent(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Phrase | None:
    """What the relative pronoun *at* goes back to: the name beside it, or the noun phrase."""
    end = at - 1 if tokens[at - 1].text == "," else at
    if end and tokens[end - 1].text == ")":
        end = open_bracket(tokens, end - 1)
    if end <= 0 or not tokens[end - 1].is_word:
        return None
    start = end
    while start and end - start < LONGEST and _is_tight(tokens, start - 1, start < end, lexicon):
        start -= 1
    if start == end or is_circumstance(tokens[end - 1], lexicon):
        return None
    if start and tokens[start - 1].low in lexicon.words.determiners | lexicon.words.possessives:
        start -= 1
    return Phrase(start=start, end=end, is_relative=True)


def _is_tight(tokens: Sequence[Token], at: int, has_begun: bool, lexicon: Lexicon) -> bool:
    """Whether the word belongs to the shortest noun phrase that ends beside it."""
    token, words = tokens[at], lexicon.words
    if not token.is_word or token.low in words.be | words.have | words.modals:
        return False
    if token.low in words.determiners | words.possessives | words.conjunctions:
        return False
    if token.low in words.prepositions:
        return has_begun and bool(at) and is_office(tokens[at - 1], lexicon)
    if token.low in lexicon.verbs and not is_office(token, lexicon):
        return False
    return not (has_begun and is_name(tokens[at + 1], lexicon)) or (
        is_name(token, lexicon) or is_office(token, lexicon) or token.low in lexicon.suffixes
    )


def find_clause_subject(
    tokens: Sequence[Token],
    at: int,
    cues: Sequence[Cue],
    lexicon: Lexicon,
    *,
    from_start: bool = False,
) -> Phrase | None:
    """The subject of the clause that *at* stands in, read from the clause's start.

    *from_start*: or from the start of the sentence, also over a colon.
    """
    start = 0 if from_start else _clause_start(tokens, at)
    while start < at and _kind_of_lead(tokens, start, lexicon):
        stop = next_comma(tokens, start)
        if stop >= at:
            break
        start = stop + 1
    end = _end_of_head(tokens, start, at, cues, lexicon)
    return Phrase(start=start, end=end) if start < end else None


def _clause_start(tokens: Sequence[Token], at: int) -> int:
    for number in range(at - 1, -1, -1):
        if tokens[number].kind is Kind.QUOTATION or tokens[number].text in ":;":
            return number + 1
    return 0


def _kind_of_lead(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> bool:
    token, words = tokens[start], lexicon.words
    if not token.is_word:
        return True
    if token.low in words.prepositions | words.subordinators | words.intros | words.times:
        return True
    verbs = lexicon.verbs.get(token.low, ())
    return is_adverb(token, lexicon) or any(verb.forms == {Form.GERUND} for verb in verbs)


def _is_field(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a word says what an office is for, with the name behind: "глава | комитета | Ли"."""
    if lexicon.words.genitive or lexicon.capitals is not Capitals.NAMES:
        return False
    has_office = any(is_office(t, lexicon) for t in tokens[start:at])
    after = tokens[at + 1 : at + 1 + _FIELD_WORDS]
    before_name = [
        t.is_word for t in after[: next((n for n, t in enumerate(after) if t.is_capital), 0)]
    ]
    return has_office and any(t.is_capital for t in after) and all(before_name)


def _end_of_head(
    tokens: Sequence[Token], start: int, limit: int, cues: Sequence[Cue], lexicon: Lexicon
) -> int:
    """Past the words from *start* that can only be a noun phrase."""
    words = lexicon.words
    said = {cue.group for cue in cues}
    end = start
    has_noun = False
    while end < limit and end not in said:
        token = tokens[end]
        if token.low in words.intros and not has_noun:
            break
        if not token.is_word or ends_clause(token, True, lexicon) or is_adverb(token, lexicon):
            break
        is_link = token.low in words.determiners | words.possessives | words.genitive | words.inner
        is_noun = (
            is_name(token, lexicon)
            or is_office(token, lexicon)
            or token.low in words.organisations
            or token.low in lexicon.suffixes
        )
        is_owned = end > start and tokens[end - 1].low in lexicon.suffixes
        is_owned = is_owned or _is_field(tokens, start, end, lexicon)
        if not (is_link or is_noun or is_owned) and has_noun:
            break
        has_noun = has_noun or not is_link
        end += 1
    while (
        end > start
        and tokens[end - 1].low in words.prepositions | words.determiners | words.genitive
    ):
        end -= 1
    return end
