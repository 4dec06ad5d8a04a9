"""Marks around the words of a telling, and words that start a clause of their own."""

from collections.abc import Sequence

from knowledge.text.attribution.lexicon import Lexicon
from knowledge.text.attribution.tokens import Kind, Token

STOPS = ",.;:!?…–—"


def starts_complement(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word starts or shows a clause ("that", "was", "will")."""
    words = lexicon.words
    return token.low in words.complementizers | words.be | words.have | words.modals


def past_marks(tokens: Sequence[Token], at: int) -> int:
    """The first place from *at* that is no mark."""
    while at < len(tokens) and tokens[at].kind is Kind.MARK and tokens[at].text in STOPS + "-":
        at += 1
    return at


def before_marks(tokens: Sequence[Token], at: int) -> int:
    """Past the last place before *at* that is no mark."""
    while at and tokens[at - 1].kind is Kind.MARK and tokens[at - 1].text in STOPS + "-":
        at -= 1
    return at
