"""A noun phrase in a frame, and what stands around it without belonging to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.text.attribution.lexicon import Lexicon
from knowledge.text.attribution.tokens import Kind, Token
from knowledge.text.attribution.wordkinds import is_circumstance, is_name, starts_introduction

LONGEST = 25
"""Words of a noun phrase, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase, as places in a frame's tokens; the apposition may be empty.

    Attributes:
        is_relative: It is what "who" or "which" goes back to.
    """

    start: int
    end: int
    apposition_start: int = 0
    apposition_end: int = 0
    is_relative: bool = False

    @property
    def first(self) -> int:
        """Where the phrase with its apposition begins."""
        return min(self.start, self.apposition_start) if self.apposition_end else self.start

    @property
    def last(self) -> int:
        """Past the phrase with its apposition."""
        return max(self.end, self.apposition_end)


def open_bracket(tokens: Sequence[Token], at: int) -> int:
    """The place of the bracket that the one *at* closes; -1 if there is none."""
    for number in range(at - 1, max(-1, at - LONGEST), -1):
        if tokens[number].text in "([":
            return number
    return -1


def without_circumstances(
    tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon
) -> tuple[int, int]:
    """Take "on Monday" off both ends, and an introduction such as "after the meeting"."""
    words = lexicon.words
    while start < end and is_circumstance(tokens[end - 1], lexicon):
        end -= 1
        while start < end and tokens[end - 1].low in words.prepositions | words.determiners:
            end -= 1
    while start < end and (
        tokens[start].low in words.examples
        or (tokens[start].low in words.subordinators and start + 1 < end)
        or tokens[start].low in words.intros | words.conjunctions
        or is_circumstance(tokens[start], lexicon)
        or not tokens[start].is_word
    ):
        start += 1
    if start < end and starts_introduction(tokens[start], lexicon):
        start = _past_introduction(tokens, start, end, lexicon)
    return start, end


def _past_introduction(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> int:
    """Where the subject begins behind "after the meeting", "on Monday"; *end* without one."""
    words = lexicon.words
    for at in range(start + 1, end):
        if is_circumstance(tokens[at], lexicon) and at + 1 < end:
            return at + 1
    for at in range(end - 1, start + 1, -1):
        if tokens[at].low in words.determiners and tokens[at - 1].low not in words.prepositions:
            return at
    at = end
    while at > start + 1 and (is_name(tokens[at - 1], lexicon)):
        at -= 1
    if at < end and at > start + 2:
        return at
    return end


def next_comma(tokens: Sequence[Token], at: int) -> int:
    """The next mark outside brackets from *at*, or the end."""
    depth = 0
    while at < len(tokens):
        token = tokens[at]
        depth += (token.text in "([") - (token.text in ")]")
        if token.kind is Kind.QUOTATION or (not depth and token.text in ",–—:;.!?…"):
            break
        at += 1
    return at
