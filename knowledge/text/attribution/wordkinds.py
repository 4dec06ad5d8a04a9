"""What a word can be: part of a name, an office, a pronoun, a circumstance."""

from collections.abc import Sequence

from knowledge.text.attribution.lexicon import Capitals, Lexicon
from knowledge.text.attribution.tokens import Kind, Token

_STRANGERS = 1
"""Words in small letters, not known as anybody's role, that a name may have beside it."""


_OWNED_WITHIN = 3
"""Words behind a possessive within which the noun shows itself."""


def is_name(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word has the capital of a name."""
    return token.is_capital and lexicon.capitals is not Capitals.NONE


def is_office(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word says what somebody is."""
    return is_role(token.low, lexicon)


def is_role(low: str, lexicon: Lexicon) -> bool:
    """Whether a word says what somebody is; German says it at the end of a compound."""
    words = lexicon.words
    if is_one_office(low, lexicon) or low in words.titles:
        return True
    return low.endswith(tuple(words.plural_endings)) and low[:-1] in words.roles


def is_one_office(low: str, lexicon: Lexicon) -> bool:
    """Whether a word says what one person is."""
    words = lexicon.words
    if low in words.roles or (words.role_endings and low.endswith(tuple(words.role_endings))):
        return True
    return any(low.startswith(a) and low[len(a) :] in words.roles for a in words.joined_articles)


def is_adverb(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is one of the listed adverbs or ends like one."""
    words = lexicon.words
    if token.low in words.adverbs:
        return True
    return (
        token.is_word
        and not token.is_capital
        and token.low not in words.not_adverbs
        and any(token.low.endswith(ending) for ending in words.adverb_endings)
    )


def is_pronoun(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is a pronoun; "US" is not."""
    return token.low in lexicon.pronouns and not token.is_acronym


def ends_clause(token: Token, has_begun: bool, lexicon: Lexicon) -> bool:
    """Whether a noun phrase cannot go on over the word."""
    words = lexicon.words
    if token.low in words.be | words.have | words.modals | words.complementizers:
        return True
    is_link = token.low in words.subordinators or (has_begun and token.low in words.relatives)
    return is_link and token.low not in words.determiners


def starts_title(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether an article begins a name in mid-sentence: "el diario | El Faro"."""
    return (
        lexicon.capitals is Capitals.NAMES
        and tokens[at].is_capital
        and tokens[at].low in lexicon.words.determiners
        and at > 0
        and tokens[at - 1].is_word
        and at + 1 < len(tokens)
        and tokens[at + 1].is_capital
    )


def is_owner(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a word that may be a pronoun owns the noun behind it: "said | her | lawyer"."""
    words = lexicon.words
    if tokens[at].low not in words.possessives:
        return False
    known = words.persons | words.organisations | words.plurals | words.documents
    for token in tokens[at + 1 : at + 1 + _OWNED_WITHIN]:
        if not token.is_word or token.low in words.complementizers | words.prepositions:
            return False
        if lexicon.capitals is Capitals.NOUNS and token.is_capital:
            return True
        if is_role(token.low, lexicon) or token.low in known:
            return True
    return False


def is_nominal(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether words can be a noun phrase: no verb that we know, and few words that we don't."""
    words = lexicon.words
    strangers = 0
    for number, token in enumerate(tokens):
        if token.kind is Kind.QUOTATION or token.low in words.be | words.have | words.modals:
            return False
        if token.low in words.prepositions | words.genitive:
            break
        is_known = (
            not token.is_word
            or token.low in words.determiners | words.possessives | words.conjunctions
            or token.low in lexicon.suffixes
            or is_office(token, lexicon)
            or token.low in words.organisations | words.media | words.media_kinds | words.persons
        )
        strangers += not (is_known or token.is_capital or token.text.isdigit())
        if number and any(token.low.endswith(e) for e in words.verb_endings):
            strangers += not (token.is_capital or is_known)
    starts_with_name = (
        bool(tokens) and tokens[0].is_capital and tokens[0].low not in words.determiners
    )
    return bool(tokens) and strangers <= (_STRANGERS if starts_with_name else _STRANGERS + 3)


def starts_introduction(token: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase that starts so only leads a sentence in ("after the meeting")."""
    words = lexicon.words
    if token.low in words.determiners:
        return False  # "a" is both in Portuguese
    return (
        token.low in words.prepositions
        or token.low in words.subordinators
        or any(token.low.startswith(p) for p in words.attached_prepositions)
    )


def is_circumstance(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word tells when or how."""
    words = lexicon.words
    is_time = token.low in words.dates or (token.low in words.times and not token.is_capital)
    return is_time or is_adverb(token, lexicon)


def is_participle(token: Token, lexicon: Lexicon) -> bool:
    """The "released" of "figures released today"."""
    is_plain = token.is_word and not token.is_capital and not is_office(token, lexicon)
    return is_plain and any(token.low.endswith(e) for e in lexicon.words.verb_endings)


def describes_person(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the head of a description is an office: "chief of police", "a medical student"."""
    words = lexicon.words
    for token in tokens:
        if not token.is_word or token.low in words.relatives | words.complementizers | words.be:
            return False
        if is_role(token.low, lexicon) or token.low in words.persons:
            return True
        if token.low in words.prepositions | words.genitive | words.have | words.modals:
            return False
    return False


def is_plain(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is a function word, a time, an office: never the start or end of a name."""
    words, low = lexicon.words, token.low
    if token.is_acronym:
        return False
    return (
        low in words.determiners | words.possessives | words.prepositions | words.genitive
        or low in words.subordinators | words.conjunctions | words.intros | words.dates
        or (low in words.times and not token.is_capital)
        or low in words.be | words.have | words.modals | words.adverbs | words.negators
        or low in words.complementizers
        or low in lexicon.pronouns
        or low in lexicon.suffixes
        or low in words.plurals
        or is_role(low, lexicon)
    )
