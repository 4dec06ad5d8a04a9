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
    if is_given_name(token, lexicon):
        return True
    is_attached = any(
        token.low.startswith(p + a)
        for p in lexicon.words.attached_prepositions
        for a in lexicon.words.joined_articles
    )
    return not (is_attached or is_plain(token, lexicon) or token.low in lexicon.verbs)


def is_given_name(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is a first name."""
    return token.low in lexicon.words.men_names | lexicon.words.women_names


def bare_apposition(
    tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon
) -> tuple[int, int] | None:
    """The name between commas behind an office: "وزير الخارجية، | أحمد منصور |،"."""
    if end >= len(tokens) or tokens[end].text != ",":
        return None
    if not any(is_role(t.low, lexicon) for t in tokens[start:end]):
        return None
    stop = next((n for n in range(end + 1, len(tokens)) if not tokens[n].is_word), len(tokens))
    is_closed = stop < len(tokens) and tokens[stop].text == ","
    return (end + 1, stop) if is_closed and is_bare_name(tokens[end + 1 : stop], lexicon) else None


def is_bare_name(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether words are nothing but a name, by the first name that they start with."""
    if not 1 < len(tokens) <= _LONGEST_NAME:
        return False
    return is_given_name(tokens[0], lexicon) and all(_is_bare_name(t, lexicon) for t in tokens)
