"""Noun phrases that end before a verb, also over an insertion between commas."""

from collections.abc import Sequence

from knowledge.text.attribution.lexicon import Lexicon
from knowledge.text.attribution.phrases import LONGEST, Phrase, open_bracket, without_circumstances
from knowledge.text.attribution.saying import Cue
from knowledge.text.attribution.tokens import Kind, Token
from knowledge.text.attribution.wordkinds import (
    ends_clause,
    is_adverb,
    is_nominal,
    is_office,
    is_one_office,
    is_owner,
    is_participle,
    is_pronoun,
    starts_title,
)

_LONGEST_INSERTION = 30
_NOUN_WORDS = 4
"""Words of "the drug maker" in "the drug maker, Novalis, said", at most, with its article."""


def phrase_ending(
    tokens: Sequence[Token], end: int, cues: Sequence[Cue], lexicon: Lexicon
) -> Phrase | None:
    """The noun phrase that ends at *end*, as long as it can be."""
    start = start_of_phrase(tokens, end, cues, lexicon)
    start, end = without_circumstances(tokens, start, end, lexicon)
    while end - 1 > start and is_participle(tokens[end - 1], lexicon):
        end -= 1
    return Phrase(start=start, end=end) if start < end else None


def start_of_phrase(
    tokens: Sequence[Token], end: int, cues: Sequence[Cue], lexicon: Lexicon
) -> int:
    """Where the noun phrase that ends at *end* begins, going back as far as it can."""
    said = {place for cue in cues for place in range(cue.group, cue.end)}
    words = lexicon.words
    at = end
    cut = -1
    while at and end - at < LONGEST:
        token = tokens[at - 1]
        if token.text == ")" and open_bracket(tokens, at - 1) > 0:
            at = open_bracket(tokens, at - 1)
            continue
        if not token.is_word and token.text not in ("&", "/", "-"):
            break
        if at - 1 in said and (at < end or token.low not in words.nouns):
            break
        if is_pronoun(token, lexicon) and (at == end or token.low not in words.determiners):
            return at - 1 if at == end or is_owner(tokens, at - 1, lexicon) else at
        if ends_clause(token, at < end, lexicon):
            break
        if token.low in words.conjunctions and cut < 0:
            cut = at
        at -= 1
        is_bounded = token.low in words.determiners | words.possessives
        goes_on = starts_title(tokens, at, lexicon) or (at and _continues(tokens, at - 1, lexicon))
        if is_bounded and not goes_on:
            break
    return at if cut < 0 or _is_joined(tokens, (at, cut, end), lexicon) else cut


def _continues(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a phrase goes on to the left of an article: "the head of | the"."""
    token, words = tokens[at], lexicon.words
    made_by = words.quoted_by | words.commissioned
    if token.low in words.agents and at and tokens[at - 1].low in made_by:
        return True
    if token.low in words.inner or token.low in words.genitive:
        return at > 0 and tokens[at - 1].is_word
    return token.low in words.conjunctions or token.low in words.quantifiers


def _is_joined(tokens: Sequence[Token], places: tuple[int, int, int], lexicon: Lexicon) -> bool:
    """Whether "A and B" are one subject: A starts the clause and neither holds a verb."""
    start, cut, end = places
    starts_clause = start == 0 or not tokens[start - 1].is_word
    parts = (tokens[start : cut - 1], tokens[cut:end])
    return starts_clause and all(is_nominal(part, lexicon) for part in parts)


def find_phrase_before_colon(
    tokens: Sequence[Token], colon: int, lexicon: Lexicon
) -> Phrase | None:
    """Whom the words before a colon name last: "… such as Ann Lee, a farmer: “…”"."""
    has_comma = any(t.text == "," for t in tokens[:colon])
    if has_comma and (found := subject_over_insertion(tokens, colon, (), lexicon, alone=True)):
        return found
    return phrase_ending(tokens, colon, (), lexicon)


def subject_over_insertion(
    tokens: Sequence[Token],
    comma: int,
    cues: Sequence[Cue],
    lexicon: Lexicon,
    *,
    alone: bool = False,
) -> Phrase | None:
    """The subject in "Ann Lee, a farmer, said" and "the minister, Ann Lee, said".

    *alone* lets the words right before the comma be the subject; before a verb they are not ("The
    train, dubbed …").
    """
    parts = [_without_lead(tokens, a, b, lexicon) for a, b in _parts_before(tokens, comma)]
    said = {place for cue in cues for place in range(cue.start, cue.end)}
    kinds = [kind_of_part(tokens, a, b, said, lexicon) for a, b in parts]
    head = _head_part(kinds)
    if head is None:
        return None
    start, end = parts[head]
    start, end = without_circumstances(tokens, start, end, lexicon)
    if start >= end:
        return None
    others = [p for n, p in enumerate(parts) if kinds[n] in ("noun", "name") and n != head]
    near = [p for p in others if p[0] > end]
    role = next((p for p in near if not tokens[p[0]].text.isdigit()), None)
    before = head + 1
    is_clause = before < len(parts) and _names_no_one(tokens, *parts[before], lexicon)
    if role is None and before < len(parts) and (kinds[before] == "noun" or is_clause):
        role = _role_before(tokens, parts[before], lexicon)
    if role is None and head == 0 and kinds[:2] == ["name", "noun"] and end == start + 1:
        # "A team from the University of Tennessee, Knoxville, said"
        return Phrase(start=parts[1][0], end=parts[1][1])
    if role is None and head == 0 and not alone:
        return None
    if role is None:
        return Phrase(start=start, end=end)
    return Phrase(start=start, end=end, apposition_start=role[0], apposition_end=role[1])


def _without_lead(
    tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon
) -> tuple[int, int]:
    """A part without "also", "while" or "but" in front of a name or an article."""
    words = lexicon.words
    leads = words.intros | words.contrasts | words.conjunctions
    while start + 1 < end and (is_adverb(tokens[start], lexicon) or tokens[start].low in leads):
        after = tokens[start + 1]
        is_noun = after.is_capital or after.low in words.determiners | words.possessives
        is_noun = is_noun or after.low.startswith(tuple(words.joined_articles))
        if not is_noun or after.low in words.times | words.dates:
            break
        start += 1
    return start, end


def _role_before(
    tokens: Sequence[Token], part: tuple[int, int], lexicon: Lexicon
) -> tuple[int, int] | None:
    start, end = part
    if _names_no_one(tokens, start, end, lexicon):
        return part
    has_role = _has_office_at_head(tokens, part, lexicon)
    return part if has_role and is_nominal(tokens[part[0] : part[1]], lexicon) else None


def _names_no_one(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> bool:
    """ "the drug maker", "the company that runs the airport": what a name behind a comma tells."""
    words = lexicon.words
    if tokens[start].low not in words.definite or tokens[start].low in words.possessives:
        return False
    who = words.relatives | words.who
    relative = next((n for n in range(start, end) if tokens[n].low in who), end)
    head = tokens[start + 1 : relative]
    if any(t.is_capital or t.low in words.prepositions | words.times for t in head):
        return False
    is_known = bool(head) and head[-1].low in words.organisations
    return is_known or (relative == end and 0 < len(head) < _NOUN_WORDS)


def _has_office_at_head(tokens: Sequence[Token], part: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether what is described is one person: "the mayor of X", but not "a team of experts"."""
    links = lexicon.words.genitive | lexicon.words.prepositions
    start, end = part
    head = next((n for n in range(start + 1, end) if tokens[n].low in links), end)
    is_at_end = is_one_office(tokens[end - 1].low, lexicon)
    return is_at_end or any(is_one_office(t.low, lexicon) for t in tokens[start:head])


def _parts_before(tokens: Sequence[Token], comma: int) -> list[tuple[int, int]]:
    """The stretches between commas to the left of *comma*, nearest first."""
    parts: list[tuple[int, int]] = []
    end = comma
    at = comma - 1
    while at >= 0 and comma - at < 2 * _LONGEST_INSERTION:
        token = tokens[at]
        if token.kind is Kind.QUOTATION or token.text in ":;.!?…":
            break
        if token.text == ")" and open_bracket(tokens, at) > 0:
            at = open_bracket(tokens, at)
        elif token.text in ",–—":
            if at + 1 < end:
                parts.append((at + 1, end))
            end = at
        at -= 1
    if at + 1 < end:
        parts.append((at + 1, end))
    return parts


def kind_of_part(
    tokens: Sequence[Token], start: int, end: int, said: set[int], lexicon: Lexicon
) -> str:
    """`relative`, `aside` (adverbial), `clause`, `name` or `noun`."""
    words = lexicon.words
    first = tokens[start]
    if first.low in words.examples:
        return "name"
    is_noun = first.low in words.determiners and tokens[end - 1].is_capital
    if first.low in words.relatives and not is_noun:  # German "die" is an article as well
        return "relative"
    if first.low in words.subordinators and end > start + 1:
        inner = kind_of_part(tokens, start + 1, end, said, lexicon)
        return inner if inner == "name" else "aside"
    if _is_aside(tokens, start, end, lexicon):
        return "aside"
    has_cue = any(place in said for place in range(start, end))
    if has_cue or not is_nominal(tokens[start:end], lexicon):
        return "clause"
    return "name" if _names_somebody(tokens[start:end], lexicon) else "noun"


def _is_aside(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether words tell when, where or how."""
    words, first = lexicon.words, tokens[start]
    is_alone = end == start + 1
    if first.low in (words.prepositions - words.determiners) | words.intros | words.modals:
        return True
    is_gerund = not first.is_capital and first.low.endswith(tuple(words.gerund_endings))
    if words.gerund_endings and is_gerund and not is_alone:
        return True
    if first.low in words.times and (is_alone or not tokens[start + 1].is_capital):
        return True
    is_manner = is_alone and any(first.low.endswith(e) for e in words.adverb_endings)
    return is_manner or is_adverb(first, lexicon)


def _names_somebody(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    words, first = lexicon.words, tokens[0]
    is_described = first.low in words.determiners | words.possessives
    is_degree = len(tokens) == 1 and first.is_acronym  # "Tom Lee, QC, said"
    is_name = first.is_capital and not is_described and not is_degree
    return is_name and not is_nameless_office(tokens, lexicon)


def is_nameless_office(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether words say what somebody is and name nobody: "USI associate professor of art"."""
    roles = [n for n, t in enumerate(tokens) if is_office(t, lexicon)]
    after = tokens[roles[-1] + 1 : roles[-1] + 2] if roles else ()
    return bool(roles) and not any(t.is_capital for t in after)


def _head_part(kinds: Sequence[str]) -> int | None:
    """Which part is the subject; *kinds* run from the nearest to the furthest."""
    head: int | None = None
    for number, kind in enumerate(kinds):
        if kind == "clause":
            break
        if kind == "name" and head is None and "name" in kinds[number + 1 : number + 3]:
            # "Ann Lee, a farmer from Irving, | Texas, said": a place closes the description
            further = number + 1 + kinds[number + 1 :].index("name")
            return further if kinds[number + 1 : further] == ["noun"] else number
        if kind == "name":
            return number
        if kind == "noun":
            head = number
    return head
