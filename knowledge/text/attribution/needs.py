"""What must stand beside a word of saying for it to count: a clause or a quotation."""

from collections.abc import Sequence
from typing import TypeAlias

from knowledge.text.attribution.lexicon import Lexicon, Needs
from knowledge.text.attribution.marks import starts_complement
from knowledge.text.attribution.telling import Telling
from knowledge.text.attribution.tokens import Token
from knowledge.text.attribution.wordkinds import is_pronoun
from knowledge.text.claim import Stance

_CLAUSE_WITHIN = 12
"""Words behind a verb such as "noted" within which a clause shows itself."""


Quoted: TypeAlias = tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]]


def is_met(
    tokens: Sequence[Token],
    telling: Telling,
    limit: int,
    quoted: Quoted,
    lexicon: Lexicon,
) -> bool:
    """Whether a verb that counts only with a quotation or a clause has one."""
    needs = telling.cue.needs
    if not needs or (Needs.NUMBER in needs and _has_number(tokens, telling, limit, lexicon)):
        return True
    if needs == {Needs.NUMBER}:
        return False
    if _touches_quotation(tokens, telling, limit, quoted[_speaks(telling)]):
        return True
    return Needs.CLAUSE in needs and _has_clause(tokens, telling, lexicon)


def _has_number(tokens: Sequence[Token], telling: Telling, limit: int, lexicon: Lexicon) -> bool:
    """Whether somebody counts something: "counted 22 vessels"."""
    return any(
        token.text[0].isdigit() or token.low in lexicon.words.numerals
        for start, end in telling.contents
        for token in tokens[start : min(end, limit) if telling.follows else end]
    )


def _speaks(telling: Telling) -> bool:
    """Titles and names in quote marks count only where something is called by them."""
    return telling.cue.stance is not Stance.DESCRIBES


def _touches_quotation(
    tokens: Sequence[Token],
    telling: Telling,
    limit: int,
    quoted: Sequence[tuple[int, int]],
) -> bool:
    """Whether there are quote marks in what is said, before the next word of saying."""
    place = tokens[telling.cue.start].start
    beside = [(a, b) for a, b in quoted if not a <= place < b]
    for start, end in telling.contents:
        stop = min(end, limit) if telling.follows and limit > start else end
        first, last = tokens[start].start, tokens[stop - 1].end
        if any(a < last and first < b for a, b in beside):
            return True
    return not telling.contents


def _has_clause(tokens: Sequence[Token], telling: Telling, lexicon: Lexicon) -> bool:
    if not telling.follows:
        return True
    cue_end = telling.cue.end
    for token in tokens[cue_end : cue_end + _CLAUSE_WITHIN]:
        is_subject = is_pronoun(token, lexicon) and token.low not in lexicon.words.determiners
        if starts_complement(token, lexicon) or is_subject:
            return True
        if not token.is_word or token.low in lexicon.words.conjunctions:
            return False
    return False
