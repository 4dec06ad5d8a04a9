"""Which words are verbs: by the lists, by their endings, by what stands around them."""

from knowledge.text.lock.lexicon import load_lexicon
from knowledge.text.lock.reading import Reading
from knowledge.text.lock.thesaurus import is_only_verb

BREAKS = frozenset(',،؛()[]–—-"«»“”„;:.!?؟…')
"""Marks at which a clause ends."""
_NOUN_OPENERS = frozenset({"determiner", "of", "preposition", "by"})
_VERB_OPENERS = frozenset({"subject", "be", "have", "to"})
_VERBAL = frozenset({"verb_word", "be", "have", "verb_ending"})
_INFINITIVES = {"es": ("ar", "er", "ir"), "pt": ("ar", "er", "ir"), "fr": ("er", "ir", "re")}
_SLAVIC = ("т", "ть", "л", "ла", "ло", "ли", "в", "є", "ся", "сь")
_MAY_END = {"en": ("s",), "ru": _SLAVIC, "uk": _SLAVIC}
_CASED = frozenset({"ru", "uk"})
_PRESENT = ("ит", "ят", "ат", "ет", "ут", "ют", "ить", "ять", "ать", "ує", "ають", "ують")
_ADJECTIVES = ("er", "es", "em")
_SPANISH_PAST = ("aron", "ieron", "ó", "aban")
_ARABIC_NOUNS = ("ال", "وال", "بال", "لل", "كال")


def find_verbs(reading: Reading) -> frozenset[int]:
    """The tokens that are verbs, by the lists, by their endings, and by what stands before them."""
    is_verb = _is_arabic_verb if reading.language == "ar" else _is_verb
    return frozenset(i for i in range(len(reading.tokens)) if is_verb(reading, i))


def _is_verb(reading: Reading, at: int) -> bool:
    if _cannot_be_verb(reading, at):
        return False
    if reading.has(at, "grammar", "verb_word"):
        return True
    token = reading.tokens[at]
    if is_nominal(reading, at) or (token.is_capitalised and at > 0 and _is_inside(reading, at)):
        return False
    if reading.has(at, "saying") or token.is_capitalised:
        return reading.has(at, "saying")
    return _is_known_verb(reading, at) or _has_ending(reading, at)


def _cannot_be_verb(reading: Reading, at: int) -> bool:
    """A mark, a name, a preposition, a word like "according", the rest of a phrase."""
    return (
        not reading.tokens[at].is_word
        or reading.is_name[at]
        or _is_only_source(reading, at)
        or reading.has(at, "grammar", "preposition")
        or reading.has(at, "grammar", "noun_word")
        or any(f.start < at < f.end for f in reading.found)
    )


def _is_known_verb(reading: Reading, at: int) -> bool:
    """A word that may be noun or verb, and is a verb by what stands around it."""
    if not reading.is_content[at]:
        return False
    if _is_english_present(reading, at):
        return True
    if reading.language == "de" and _is_german_verb(reading, at):
        return True
    if any(f.start == at and f.end > at + 1 for f in reading.found):
        return False
    if reading.language in _CASED and reading.has(at, "topic"):
        return reading.tokens[at].folded.endswith(_PRESENT)
    return at > 0 and (_follows_english_auxiliary(reading, at) or _may_be_verb_after(reading, at))


def _is_english_present(reading: Reading, at: int) -> bool:
    """Whether the word can be nothing but a verb in the present ("denies")."""
    word = reading.tokens[at].folded
    return reading.language == "en" and word.endswith("s") and is_only_verb(word, "en")


def _follows_english_auxiliary(reading: Reading, at: int) -> bool:
    auxiliary = reading.concepts(at - 1, "grammar") & {"have", "be"}
    return reading.language == "en" and reading.has(at, "topic") and bool(auxiliary)


def _has_ending(reading: Reading, at: int) -> bool:
    """A word that carries meaning and ends like a verb, or like a participle behind "have"."""
    carries = reading.is_content[at] or reading.has(at, "words", "light")
    denies = reading.has(at, "negation", "implicit")
    if not carries and not denies and not reading.has(at, "hedge"):
        return False
    is_participle = reading.has(at, "grammar", "participle") and _follows_auxiliary(reading, at)
    return is_participle or reading.has(at, "grammar", "verb_ending")


def _is_german_verb(reading: Reading, at: int) -> bool:
    """A known word in small letters behind a noun, or at the end of a clause with an auxiliary."""
    if not (reading.has(at, "topic") or reading.has(at, "saying")):
        return False
    tokens = reading.tokens
    is_last = at + 1 == len(tokens) or tokens[at + 1].text in BREAKS
    if is_last:
        return any(reading.concepts(i, "grammar") & {"be", "have"} for i in range(at))
    return at > 0 and tokens[at - 1].is_capitalised and not tokens[at].folded.endswith(_ADJECTIVES)


def _follows_auxiliary(reading: Reading, at: int) -> bool:
    """Whether "be" or "have" stands just before, or "by" just behind."""
    near = range(max(0, at - 3), at)
    return any(reading.concepts(i, "grammar") & {"be", "have"} for i in near) or (
        at + 1 < len(reading.tokens) and reading.has(at + 1, "grammar", "by")
    )


def _is_only_source(reading: Reading, at: int) -> bool:
    """A word like "according"."""
    return reading.concepts(at, "saying") == {"according"}


def _is_inside(reading: Reading, at: int) -> bool:
    return reading.language == "de" or reading.tokens[at - 1].is_word


def is_nominal(reading: Reading, at: int) -> bool:
    """Whether a noun must follow what stands before."""
    if at and reading.has(at, "saying") and reading.has(at - 1, "grammar", "as_said"):
        return False
    at = _noun_phrase_start(reading, at)
    before = reading.concepts(at - 1, "grammar") if at else frozenset()
    if not before & _NOUN_OPENERS or before & _VERB_OPENERS:
        return False
    if reading.language == "es" and reading.tokens[at].folded.endswith(_SPANISH_PAST):
        return False  # "la secuestraron": the article is a pronoun
    infinitive = _INFINITIVES.get(reading.language)
    return not (infinitive and reading.tokens[at].folded.endswith(infinitive))


def _noun_phrase_start(reading: Reading, at: int) -> int:
    """Where the ordinals and quantities before a noun begin ("her first defeat")."""
    while at > 1 and (reading.has(at - 1, "ordinal") or reading.has(at - 1, "scope")):
        at -= 1
    return at


def _may_be_verb_after(reading: Reading, at: int) -> bool:
    """A word that may be noun or verb is a verb behind a modal, a negator or a name."""
    before = reading.concepts(at - 1, "grammar")
    if _verb_follows(reading, at):
        return False
    known = reading.has(at, "topic")
    if "modal" in before or (known and reading.has(at - 1, "negation", "direct")):
        return True
    after_subject = reading.is_name[at - 1] or "subject" in before
    return after_subject and _may_end_so(reading, at) and (known or _noun_follows(reading, at))


def _verb_follows(reading: Reading, at: int) -> bool:
    if at + 1 == len(reading.tokens):
        return False
    after = reading.concepts(at + 1, "grammar")
    return bool(after & _VERBAL) or reading.has(at + 1, "saying")


def _may_end_so(reading: Reading, at: int) -> bool:
    """English: the past has its ending and other forms a modal, so only "s"; Slavic endings."""
    if reading.language == "de":
        return not reading.tokens[at].folded.endswith(_ADJECTIVES)
    endings = _MAY_END.get(reading.language, "")
    return reading.tokens[at].folded.endswith(endings)


def _noun_follows(reading: Reading, at: int) -> bool:
    if at + 1 == len(reading.tokens):
        return False
    is_number = reading.tokens[at + 1].is_number
    return is_number or reading.is_name[at + 1] or reading.has(at + 1, "grammar", "determiner")


def _is_arabic_verb(reading: Reading, at: int) -> bool:
    """A word with a known meaning and no article, where a verb may stand: first, or conjugated."""
    token = reading.tokens[at]
    known = reading.is_content[at] and (reading.has(at, "topic") or reading.has(at, "saying"))
    measures = reading.has(at, "bound") or _is_only_source(reading, at)
    if not known or measures or token.folded.startswith(_ARABIC_NOUNS):
        return False
    if at and _is_arabic_verb(reading, at - 1):
        return False
    after_preposition = at > 0 and reading.has(at - 1, "grammar", "preposition")
    if reading.has(at, "saying") and not reading.has(at, "words", "title"):
        return not after_preposition
    if has_arabic_and(reading, at) or any(f.startswith(("ي", "ت")) for f in token.forms):
        return not after_preposition
    return at == 0 or _opens(reading, at - 1)


def _opens(reading: Reading, at: int) -> bool:
    """Whether a verb may follow token *at*: a break, a conjunction, a negator, a year."""
    grammar = reading.concepts(at, "grammar") & {
        "complementizer",
        "and",
        "subordinator",
        "relative",
    }
    return bool(
        reading.tokens[at].text in BREAKS
        or grammar
        or reading.has(at, "negation", "direct")
        or any(f.kind == "year" and f.end == at + 1 for f in reading.figures)
    )


def has_arabic_and(reading: Reading, at: int) -> bool:
    """Whether "and" is written together with the verb."""
    token = reading.tokens[at]
    if reading.language != "ar" or not token.folded.startswith("و") or len(token.forms) == 1:
        return False
    known = reading.has(at, "saying") or reading.has(at, "topic")
    return known and not load_lexicon("ar").knows(token.folded)
