"""Whom a verb of saying is told to, where the listener stands before the speaker."""

from collections.abc import Sequence

from knowledge.text.attribution.lexicon import Capitals, Lexicon
from knowledge.text.attribution.tokens import Token
from knowledge.text.attribution.wordkinds import is_role

_LONGEST_LISTENER = 5


def past_listener(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Past "to EFE" in "dijo | a EFE | el portavoz"; *at* if a speaker does not follow it.

    Only the press, an audience or a network is a listener, so that nobody who speaks is skipped.
    """
    words = lexicon.words
    if at >= len(tokens):
        return at
    end = at + 1 if tokens[at].low in words.listener_links else at
    has_link = end > at
    if has_link and end < len(tokens) and tokens[end].low in words.determiners:
        end += 1
    first = end
    while end < len(tokens) and end - first < _LONGEST_LISTENER and _is_press(tokens, end, lexicon):
        end += 1
    if end == first or not (has_link or words.datives & {t.low for t in tokens[first:end]}):
        return at
    return end if end < len(tokens) and _starts_speaker(tokens[end], lexicon) else at


def is_press(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the press stands at *at* with its article: German "sagte er | der Zeitung"."""
    if lexicon.capitals is not Capitals.NOUNS or at + 1 >= len(tokens):
        return False
    words = lexicon.words
    near = [t.low for t in tokens[at + 1 : at + 3]]
    is_article = tokens[at].low in words.determiners
    return is_article and any(low in words.media | words.media_kinds for low in near)


def _is_press(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    low, words = tokens[at].low, lexicon.words
    if low in words.media | words.media_kinds | words.datives | lexicon.channel_nouns:
        return not is_role(low, lexicon) or low in words.datives | lexicon.channel_nouns
    return tokens[at].is_acronym and at > 0 and tokens[at - 1].is_word


def _starts_speaker(token: Token, lexicon: Lexicon) -> bool:
    words = lexicon.words
    known = words.determiners | words.possessives | words.speaking_places | words.organisations
    return token.is_word and (
        token.low in known | words.persons | words.plurals
        or token.is_capital
        or is_role(token.low, lexicon)
    )
