"""Whether a verb claims an attack: "claimed the bombing", "hat sich dazu bekannt"."""

from collections.abc import Sequence

from knowledge.text.attribution.lexicon import Capitals, Form, Lexicon, Needs, Verb
from knowledge.text.attribution.tokens import Token
from knowledge.text.claim import Stance

CLAIMED = frozenset({Needs.DEED, Needs.BLAME, Needs.ONESELF})
"""What only a verb of claiming needs beside it."""
_WITHIN = 12
"""Words between the verb and what is claimed, at most."""
_LINK_WITHIN = 3
"""Words between a preposition and its noun, and one."""
_ENDS = frozenset(".;:!?…")


def fits_claim(tokens: Sequence[Token], at: int, end: int, verb: Verb, lexicon: Lexicon) -> bool:
    """Whether the verb *at* has beside it what it needs for a claim of responsibility."""
    words = lexicon.words
    if not verb.needs & CLAIMED:
        is_claim = verb.stance is Stance.CLAIMS_RESPONSIBILITY and _may_say(tokens[at], lexicon)
        is_relative = at > 0 and tokens[at - 1].low in words.relatives
        return is_relative or not (
            is_claim and _starts_clause(tokens, end - 1, words.deed_verbs, lexicon)
        )
    if Needs.ONESELF in verb.needs and not _has_oneself(tokens, at, end, lexicon):
        return False
    wanted = frozenset[str]()
    if Needs.DEED in verb.needs:
        wanted |= words.deeds | words.blame
    if Needs.BLAME in verb.needs:
        wanted |= words.blame
    if Needs.ONESELF in verb.needs and _is_bare(tokens, at, end, lexicon):
        return True
    return not wanted or _has_deed(tokens, (at, end), wanted, lexicon)


def _has_oneself(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """Beside the verb, or in German anywhere in its clause."""
    first, last = _clause(tokens, at, end, ",")
    if not lexicon.splits_verbs:
        first, last = max(first, at - 3), min(last, end + 1)
    return any(t.low in lexicon.words.oneself for t in tokens[first:last])


def _has_deed(
    tokens: Sequence[Token], place: tuple[int, int], wanted: frozenset[str], lexicon: Lexicon
) -> bool:
    at, end = place
    first, last = _clause(tokens, at, end, "" if wanted & lexicon.words.deeds else ",")
    before = [n for n in range(first, at) if _is_deed(tokens, n, first, wanted, lexicon)]
    if not wanted & lexicon.words.deeds:
        before = [n for n in before if not _is_parted(tokens[n + 1 : at], lexicon)]
    if _may_say(tokens[at], lexicon):
        if _is_passive(tokens, at, end, lexicon):
            return bool(before)
        return _claims_object(tokens, end, wanted, lexicon)
    if before or _closes_clause(tokens[at], lexicon):
        return bool(before)
    if lexicon.capitals is Capitals.NONE:
        return _claims_object(tokens, end, wanted, lexicon)
    return any(_is_deed(tokens, n, end, wanted, lexicon) for n in range(end, last))


def _is_passive(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """ "was claimed by", "was later claimed on Telegram by", and "claimed by"."""
    words = lexicon.words
    if end < len(tokens) and tokens[end].low in words.agents:
        return True
    has_be = any(t.low in words.be for t in tokens[max(0, at - _LINK_WITHIN) : at])
    after = tokens[end : _clause(tokens, at, end, ",")[1]]
    return (
        has_be
        and any(t.low in words.agents for t in after)
        and not any(t.low in words.as_words for t in after)
    )


def _claims_object(
    tokens: Sequence[Token], end: int, wanted: frozenset[str], lexicon: Lexicon
) -> bool:
    """Whether the deed is the object, and not the subject of a clause of its own."""
    words = lexicon.words
    _, last = _clause(tokens, end, end, ",")
    for at in range(end, last):
        low = tokens[at].low
        if _is_deed(tokens, at, end, wanted, lexicon):
            endings = tuple(words.verb_endings)
            return not _starts_clause(tokens, at, words.deed_verbs, lexicon, endings)
        if low in words.infinitive_marks or (low in lexicon.verbs and low not in words.nouns):
            return False
    return False


def _is_bare(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """German "Wer hat sich bekannt?", without what it is about."""
    first, _ = _clause(tokens, at, end, ",")
    words = lexicon.words
    closes = end >= len(tokens) or not tokens[end].is_word
    beside = at > 0 and tokens[at - 1].low in words.oneself
    has_link = any(t.low in words.prepositions for t in tokens[first:at])
    return lexicon.splits_verbs and closes and beside and not has_link


def _closes_clause(token: Token, lexicon: Lexicon) -> bool:
    """German "übernommen", which stands behind its object."""
    verbs = lexicon.verbs.get(token.low, ())
    return lexicon.splits_verbs and all(v.forms == {Form.PARTICIPLE} for v in verbs)


def _clause(tokens: Sequence[Token], at: int, end: int, marks: str) -> tuple[int, int]:
    """The words about the verb, up to the end of the sentence or one of *marks*."""
    first, last = at, end
    while first > max(0, at - _WITHIN) and not _ends(tokens[first - 1], marks):
        first -= 1
    while last < min(len(tokens), end + _WITHIN) and not _ends(tokens[last], marks):
        last += 1
    return first, last


def _ends(token: Token, marks: str) -> bool:
    return token.text in _ENDS or (bool(marks) and token.text in marks)


def _is_deed(
    tokens: Sequence[Token], at: int, first: int, wanted: frozenset[str], lexicon: Lexicon
) -> bool:
    """Whether the word names a deed that is not only the time of something ("after the attack")."""
    if tokens[at].low not in wanted:
        return False
    words = lexicon.words
    links = (words.prepositions | words.genitive) - words.deed_links - words.determiners
    near = tokens[max(first, at - _LINK_WITHIN) : at]
    return not any(t.low in links for t in near)


def _may_say(token: Token, lexicon: Lexicon) -> bool:
    """Whether the verb may as well only say something: "claimed the attack was staged"."""
    verbs = lexicon.verbs.get(token.low, ())
    return any(v.stance is Stance.SAYS and not v.rest for v in verbs)


def _starts_clause(
    tokens: Sequence[Token],
    at: int,
    known: frozenset[str],
    lexicon: Lexicon,
    endings: tuple[str, ...] = (),
) -> bool:
    """Whether what is claimed has a verb of its own: one of *known*, or with one of *endings*."""
    words = lexicon.words
    verbs = words.be | words.have | words.modals | known
    links = words.relatives | words.subordinators
    links |= frozenset() if endings else words.conjunctions
    for token in tokens[at + 1 :]:
        if token.low in links or not token.is_word:
            return False
        if token.low in verbs or token.low.endswith(endings):
            return True
    return False


def _is_parted(between: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether another verb or clause stands between the word for responsibility and the verb."""
    links = lexicon.words.conjunctions
    return any(t.low in links or t.low in lexicon.verbs for t in between)
