"""Names where there are no capitals: Arabic, by the office before them and the words after."""

from collections.abc import Sequence

from knowledge.text.attribution.lexicon import Lexicon
from knowledge.text.attribution.tokens import Token
from knowledge.text.attribution.wordkinds import is_plain, is_role

_LONGEST_NAME = 4


def past_office(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Past an office and its qualifying words, which have the article joined on ("الأمريكي")."""
    words = lexicon.words
    while (
        at < len(tokens)
        and tokens[at].is_word
        and (
            is_role(tokens[at].low, lexicon)
            or tokens[at].low in words.organisations | words.genitive
            or any(tokens[at].low.startswith(a) for a in words.joined_articles)
        )
    ):
        at += 1
    return at


def end_of_bare_name(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> int:
    """Past the words of a name without capitals: up to the next mark or function word."""
    end = start
    while end < len(tokens) and end - start < _LONGEST_NAME and _is_bare_name(tokens[end], lexicon):
        end += 1
    return end


def _is_bare_name(token: Token, lexicon: Lexicon) -> bool:
    if not token.is_word or token.text[0].isdigit():
        return False
    is_attached = any(
        token.low.startswith(p + a)
        for p in lexicon.words.attached_prepositions
        for a in lexicon.words.joined_articles
    )
    return not (is_attached or is_plain(token, lexicon) or token.low in lexicon.verbs)
