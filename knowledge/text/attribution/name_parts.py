"""The proper name in a noun phrase: "the finance minister | Ann Lee"."""

from collections.abc import Sequence

from knowledge.text.attribution.bare_names import end_of_bare_name, past_office
from knowledge.text.attribution.lexicon import Capitals, Lexicon
from knowledge.text.attribution.runs import trim_person
from knowledge.text.attribution.tokens import Token
from knowledge.text.attribution.wordkinds import is_plain, is_role

_FULL_NAME = 2
"""Words of the name that follows an office with its own "of" ("Governor of Washington Ann Lee")."""


def find_name(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """The proper name in a noun phrase; an empty range if it has none."""
    start = _past_possessor(tokens, start, end, lexicon)
    head = _end_of_head(tokens, start, end, lexicon)
    roles = [n for n in range(start, head) if is_role(tokens[n].low, lexicon)]
    if lexicon.capitals is Capitals.NONE:
        return _name_without_capitals(tokens, start, end, roles, lexicon)
    if not roles:
        return _name_without_office(tokens, start, end, lexicon)
    after = roles[-1] + 1
    if after < end and is_name_word(tokens[after], lexicon):
        stop = _end_of_name(tokens, after, end, lexicon)
        if stop < end and tokens[stop].is_word and not _ends_name(tokens[stop], lexicon):
            after = _start_of_tail(tokens, stop, end, lexicon)
            stop = end
        return trim_person(tokens, after, stop, lexicon), stop
    return _name_at_end(tokens, start, after, end, lexicon)


def _end_of_head(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> int:
    """Where "for President Lee" of "a spokesman for President Lee" begins."""
    links = (lexicon.words.genitive | lexicon.words.prepositions) - lexicon.words.joined_articles
    if lexicon.capitals is Capitals.NONE:
        return end
    return next((n for n in range(start + 1, end) if tokens[n].low in links), end)


def _start_of_tail(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> int:
    """Where the capitals at the end of a phrase begin; *end* if there are none."""
    while end > start and is_name_word(tokens[end - 1], lexicon):
        end -= 1
    return end


def _past_possessor(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> int:
    """Behind "New Zealand's", if there is a name after it."""
    for at in range(end - 1, start, -1):
        if tokens[at].low in lexicon.suffixes:
            has_name = any(is_name_word(t, lexicon) for t in tokens[at + 1 : end])
            return at + 1 if has_name else start
    return start


def is_name_word(token: Token, lexicon: Lexicon) -> bool:
    return token.is_capital and not is_plain(token, lexicon)


def _end_of_name(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> int:
    at = start + 1
    while at < end:
        if is_name_word(tokens[at], lexicon):
            at += 1
        elif _is_link(tokens, at, end, lexicon):
            at += 2
        else:
            break
    return at


def _is_link(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    is_particle = tokens[at].low in lexicon.words.particles or tokens[at].text in "&-"
    return is_particle and at + 1 < end and is_name_word(tokens[at + 1], lexicon)


def _name_at_end(
    tokens: Sequence[Token], start: int, after: int, end: int, lexicon: Lexicon
) -> tuple[int, int]:
    """The name in "Governor of Washington Ann Lee"; "the head of Human Rights Watch" has none."""
    first = end
    while first > after and is_name_word(tokens[first - 1], lexicon):
        first -= 1
    is_organisation = tokens[end - 1].low in lexicon.words.organisations
    if not lexicon.words.genitive and after < first <= end - _FULL_NAME and not is_organisation:
        return trim_person(tokens, first, end, lexicon), end
    has_article = tokens[start].low in lexicon.words.determiners
    if end - first <= _FULL_NAME or is_organisation or has_article:
        return end, end
    return end - _FULL_NAME, end


def _name_without_office(
    tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon
) -> tuple[int, int]:
    words = lexicon.words
    if any(tokens[n].low in words.conjunctions for n in range(start, end)):
        return _joined_names(tokens, start, end, lexicon)
    first = next((n for n in range(start, end) if is_name_word(tokens[n], lexicon)), end)
    if first == end or (lexicon.capitals is Capitals.NOUNS and first != start):
        return end, end
    if any(tokens[n].low in words.genitive | words.prepositions for n in range(start, first)):
        return end, end
    last = _end_of_name(tokens, first, end, lexicon)
    while last < end and tokens[last].low in words.organisations | words.media_kinds | words.media:
        last += 1
    if (
        first > start
        and tokens[first - 1].is_capital
        and tokens[first - 1].low in words.determiners
    ):
        first -= first - 1 > 0
    is_followed = last < end and tokens[last].is_word and not _ends_name(tokens[last], lexicon)
    is_kind = first > start and not tokens[last - 1].is_capital
    is_followed = is_followed or (is_kind and tokens[start].low in words.definite)
    return (end, end) if is_followed else (first, last)


def _ends_name(token: Token, lexicon: Lexicon) -> bool:
    words = lexicon.words
    return token.low in words.prepositions | words.genitive | words.times


def _joined_names(
    tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon
) -> tuple[int, int]:
    """ "The Biden Administration and the West" is one speaker of two names."""
    while start < end and is_plain(tokens[start], lexicon):
        start += 1
    parts = [t for t in tokens[start:end] if not is_plain(t, lexicon)]
    return (start, end) if parts and all(t.is_capital for t in parts) else (end, end)


def _name_without_capitals(
    tokens: Sequence[Token], start: int, end: int, roles: Sequence[int], lexicon: Lexicon
) -> tuple[int, int]:
    if not roles:
        is_known = any(tokens[n].low in lexicon.words.organisations for n in range(start, end))
        return (start, end) if is_known or end - start <= _FULL_NAME + 1 else (end, end)
    first = past_office(tokens, roles[0], lexicon)
    return first, min(end, end_of_bare_name(tokens, first, lexicon))
