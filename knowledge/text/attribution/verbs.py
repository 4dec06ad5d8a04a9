"""A verb of saying in its sentence: its auxiliaries, its form, and whether it is a verb at all."""

from collections.abc import Sequence

from knowledge.text.attribution.lexicon import Form, Lexicon, Verb
from knowledge.text.attribution.tokens import Kind, Token
from knowledge.text.attribution.wordkinds import is_adverb
from knowledge.text.claim import Stance

_CHAIN = 6
"""Words between a verb such as "continue" and the infinitive that it governs, at most."""


def is_verbal_noun(tokens: Sequence[Token], group: int, at: int, lexicon: Lexicon) -> bool:
    """ "without citing her", "this warning"."""
    words = lexicon.words
    before = tokens[group - 1].low if group else ""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if after in words.be | words.have | words.modals:
        return True
    return before in words.prepositions | words.determiners | words.possessives | words.genitive


def is_noun(tokens: Sequence[Token], at: int, is_base: bool, lexicon: Lexicon) -> bool:
    """Whether a word that may be a verb stands where only a noun can ("the claims")."""
    words = lexicon.words
    before = tokens[at - 1] if at else None
    if before is not None and (
        before.low in words.articles | words.possessives or is_possessive(before, lexicon)
    ):
        return True
    if tokens[at].low not in words.nouns:
        return False
    if before is None or _shows_noun(tokens, at + 1, lexicon):
        return True
    if is_base and words.infinitive_marks:
        return not _can_be_plural_subject(before, lexicon)
    leads = words.determiners | words.possessives | words.prepositions | words.genitive
    return before.low in leads | words.adjectives or is_possessive(before, lexicon)


def is_possessive(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is English "'s"."""
    return token.low in lexicon.suffixes and token.low not in lexicon.pronouns


def _shows_noun(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the word there shows that one before it to be a noun ("reports are", "claims of")."""
    if at >= len(tokens):
        return False
    words, low = lexicon.words, tokens[at].low
    if low in words.be | words.have | words.modals | words.genitive | words.noun_links:
        return True
    return low in lexicon.verbs and low not in words.nouns


def _can_be_plural_subject(token: Token, lexicon: Lexicon) -> bool:
    """Whether "fear" and the like can be the verb of a subject that ends in *token*."""
    words = lexicon.words
    return (
        token.low in lexicon.pronouns
        or token.low in words.modals | words.infinitive_marks | words.plurals | words.relatives
        or token.is_capital
        or any(token.low.endswith(e) for e in words.plural_endings)
        or is_adverb(token, lexicon)
    )


def group_start(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Where the auxiliaries, adverbs and negators before a verb begin."""
    start = at
    while start and _belongs_to_verb(tokens, start - 1, lexicon):
        start -= 1
    return start


def _belongs_to_verb(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    token, words = tokens[at], lexicon.words
    if not token.is_word or (token.is_capital and at):
        return False
    return (
        token.low in words.be | words.have | words.modals | words.adverbs | words.negators
        or (token.low in lexicon.suffixes and token.low in lexicon.pronouns)
        or token.low in words.clitics
        or (token.low in words.subordinators and at > 0 and tokens[at - 1].low in words.have)
        or is_adverb(token, lexicon)
    )


def form_of(
    auxiliaries: Sequence[str], tokens: Sequence[Token], at: int, verb: Verb, lexicon: Lexicon
) -> Form | None:
    """What this form is here; None where it is no verb of saying at all."""
    words = lexicon.words
    group = set(auxiliaries)
    if Form.PARTICIPLE in verb.forms and group & words.be and Form.GERUND not in verb.forms:
        return Form.FINITE if group & words.reflexives else Form.PARTICIPLE
    if Form.PARTICIPLE in verb.forms and group & words.have:
        return Form.FINITE
    if Form.FINITE in verb.forms and not _follows_infinitive_mark(tokens, at, auxiliaries, lexicon):
        return _finite_or_participle(tokens, at, verb, lexicon)
    if Form.GERUND in verb.forms:
        return Form.FINITE if group & words.be else Form.GERUND
    if Form.INFINITIVE in verb.forms:
        return Form.FINITE if group & words.modals else Form.INFINITIVE
    return Form.PARTICIPLE if has_agent(tokens, at + 1, lexicon) else None


def _follows_infinitive_mark(
    tokens: Sequence[Token], at: int, auxiliaries: Sequence[str], lexicon: Lexicon
) -> bool:
    before = at - len(auxiliaries) - 1
    return before >= 0 and tokens[before].low in lexicon.words.infinitive_marks


def _finite_or_participle(tokens: Sequence[Token], at: int, verb: Verb, lexicon: Lexicon) -> Form:
    """English "denied" is both; "denied by" and "reported to have" are the participle."""
    words = lexicon.words
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    is_hearsay = tokens[at].low in words.hearsay and after in words.infinitive_marks
    if Form.PARTICIPLE in verb.forms and (is_hearsay or has_agent(tokens, at + 1, lexicon)):
        return Form.PARTICIPLE
    return Form.FINITE


def has_agent(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the word there leads to whoever does what a passive says ("by")."""
    return at < len(tokens) and tokens[at].low in lexicon.words.agents


def bracket_of(tokens: Sequence[Token], at: int, group: int, verb: Verb, lexicon: Lexicon) -> int:
    """German "hat … gesagt", "wollte … bestätigen": where the first of the two stands, or -1.

    -2 for a passive: "wurde … verkündet" names no speaker.
    """
    words = lexicon.words
    wanted: frozenset[str] = frozenset()
    if Form.PARTICIPLE in verb.forms and not (words.be & {t.low for t in tokens[group:at]}):
        wanted |= words.have
    if Form.INFINITIVE in verb.forms:
        wanted |= words.modals
    for number in range(at - 1, max(-1, at - 2 * _CHAIN), -1):
        token = tokens[number]
        if (
            token.kind is Kind.QUOTATION
            or token.low in words.complementizers
            or token.text in ",:;"
        ):
            closes = _closes_clause(tokens, at, verb, lexicon)
            return number if closes and token.low in words.complementizers else -1
        if token.low in wanted:
            return number
        if Form.PARTICIPLE in verb.forms and token.low in words.passive:
            return -2
    return -1


def _closes_clause(tokens: Sequence[Token], at: int, verb: Verb, lexicon: Lexicon) -> bool:
    """German "dass sich die Nordfront zu dem Anschlag | bekannt habe"."""
    is_claim = verb.stance is Stance.CLAIMS_RESPONSIBILITY and Form.PARTICIPLE in verb.forms
    return is_claim and at + 1 < len(tokens) and tokens[at + 1].low in lexicon.words.have


def governing_verb(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Where "continues" of "continues to accuse" begins with its auxiliaries, or -1."""
    for number in range(at - 1, max(-1, at - 1 - _CHAIN), -1):
        if not tokens[number].is_word:
            break
        if tokens[number].low in lexicon.words.raising:
            return group_start(tokens, number, lexicon)
    return -1
