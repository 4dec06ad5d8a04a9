"""What goes with a claim: what weakens it, what denies it, and where or to whom it was said."""

from collections.abc import Sequence

from knowledge.text.attribution.lexicon import Lexicon
from knowledge.text.attribution.tokens import Kind, Token
from knowledge.text.attribution.wordkinds import is_adverb

_LONGEST_CHANNEL = 8


def find_hedge(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> str:
    """The first words among *tokens* that weaken what is said, or ""."""
    lows = [token.low for token in tokens]
    for at in range(len(lows)):
        for phrase in lexicon.hedges:
            end = at + len(phrase)
            if lows[at] == phrase[0] and tuple(lows[at:end]) == phrase:
                return text[tokens[at].start : tokens[end - 1].end]
    return ""


def is_negated(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the main clause of what is said denies something."""
    words = lexicon.words
    has_verb = False
    for number, token in enumerate(tokens):
        if _is_negator(token.low, lexicon) and not _is_not_only(tokens, number, lexicon):
            return True
        has_verb = has_verb or token.low in words.be | words.have | words.modals
        starts_clause = token.low in words.subordinators | words.relatives
        if number and starts_clause and (has_verb or token.low not in words.determiners):
            return False
    return False


def _is_negator(low: str, lexicon: Lexicon) -> bool:
    negators = lexicon.words.negators
    is_joined = any(low.startswith(j) and low[len(j) :] in negators for j in lexicon.joined)
    return low in negators or is_joined


def _is_not_only(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    after = [t.low for t in tokens[at + 1 : at + 3]]
    return any(low in lexicon.words.only for low in after)


def find_channel(text: str, tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> str:
    """A stretch in *tokens* from *start* to *end* such as "in an interview with ABC"."""
    for at in range(start, end):
        if tokens[at].low in lexicon.channel_prepositions:
            stop = _end_of_channel(tokens, at, end, lexicon)
            if stop > at + 1 and _is_channel(tokens[at:stop], lexicon):
                return text[tokens[at].start : tokens[stop - 1].end]
    return ""


def _end_of_channel(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> int:
    words = lexicon.words
    stop = start + 1
    while stop < end and stop - start < _LONGEST_CHANNEL:
        token = tokens[stop]
        is_end = token.low in words.complementizers | words.relatives | words.times
        if token.kind is not Kind.WORD or is_end or is_adverb(token, lexicon):
            break
        stop += 1
    while stop > start and tokens[stop - 1].low in words.prepositions | words.determiners:
        stop -= 1
    return stop


def _is_channel(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    known = lexicon.channel_nouns | lexicon.words.media
    return any(t.low in known or t.low.rstrip("s") in known for t in tokens)


def find_listener(text: str, tokens: Sequence[Token], start: int, lexicon: Lexicon) -> str:
    """The object of a verb such as "told"."""
    words = lexicon.words
    stop = start
    while stop < len(tokens) and stop - start < _LONGEST_CHANNEL:
        token = tokens[stop]
        is_end = token.low in words.complementizers | words.prepositions | words.times
        is_clause = token.low in words.be | words.have | words.modals or (
            stop > start and token.low in lexicon.pronouns.keys() | words.determiners
        )
        if token.kind is not Kind.WORD or is_end or is_clause or is_adverb(token, lexicon):
            break
        stop += 1
    return text[tokens[start].start : tokens[stop - 1].end] if stop > start else ""
