"""What the rules know of a language: its cue words, by what they do in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.text.claim import Stance

ANY_WORDS = "…"


class Form(StrEnum):
    """What a form of a verb can be; one spelling may be several."""

    FINITE = "finite"
    GERUND = "gerund"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"


class Needs(StrEnum):
    """What must stand beside a verb for it to be one of saying.

    One of several is enough; but those of claiming an attack (`DEED` or the word for
    responsibility, or that alone, `BLAME`; `ONESELF`) must all be there.
    """

    CLAUSE = "~"
    QUOTATION = "!"
    NUMBER = "#"
    DEED = "%"
    BLAME = "$"
    ONESELF = "&"


class Capitals(StrEnum):
    """Which words a language writes with a capital."""

    NAMES = "names"
    NOUNS = "nouns"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb of saying.

    Attributes:
        rest: The words that follow its first.
        addresses: Its object is the listener.
        refuses: Its words are all that is told: somebody would not say anything.
    """

    stance: Stance
    forms: frozenset[Form]
    rest: tuple[str, ...] = ()
    needs: frozenset[Needs] = frozenset()
    addresses: bool = False
    refuses: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words by what they do in a sentence; every list may be empty."""

    abbreviations: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()
    adjective_endings: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    adverb_endings: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    after_negators: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    anaphors: frozenset[str] = frozenset()
    arguers: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    as_words: frozenset[str] = frozenset()
    askers: frozenset[str] = frozenset()
    attached_prepositions: frozenset[str] = frozenset()
    attached: frozenset[str] = frozenset()
    attaching: frozenset[str] = frozenset()
    be: frozenset[str] = frozenset()
    blame: frozenset[str] = frozenset()
    claimants: frozenset[str] = frozenset()
    clitics: frozenset[str] = frozenset()
    comma_phrases: frozenset[str] = frozenset()
    commissioned: frozenset[str] = frozenset()
    complementizers: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    contractions: frozenset[str] = frozenset()
    contrasts: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
    datives: frozenset[str] = frozenset()
    deed_links: frozenset[str] = frozenset()
    deed_verbs: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    examples: frozenset[str] = frozenset()
    feminine_verb_endings: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    gerund_endings: frozenset[str] = frozenset()
    genitive: frozenset[str] = frozenset()
    have: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    half_names: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()
    infinitive_marks: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    intros: frozenset[str] = frozenset()
    joined_articles: frozenset[str] = frozenset()
    listener_links: frozenset[str] = frozenset()
    media: frozenset[str] = frozenset()
    media_kinds: frozenset[str] = frozenset()
    men: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    negators: frozenset[str] = frozenset()
    not_adverbs: frozenset[str] = frozenset()
    no_places: frozenset[str] = frozenset()
    noun_endings: frozenset[str] = frozenset()
    noun_links: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    numerals: frozenset[str] = frozenset()
    object_articles: frozenset[str] = frozenset()
    oneself: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    other_deeds: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    person_phrases: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    patronymics: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    plural_endings: frozenset[str] = frozenset()
    plural_verb_endings: frozenset[str] = frozenset()
    plurals: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    quantifiers: frozenset[str] = frozenset()
    quoted_by: frozenset[str] = frozenset()
    raising: frozenset[str] = frozenset()
    reflexives: frozenset[str] = frozenset()
    refusing: frozenset[str] = frozenset()
    reported_moods: frozenset[str] = frozenset()
    reflexive_endings: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    role_endings: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    speaking_places: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    that_words: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    verb_endings: frozenset[str] = frozenset()
    masculine_verb_endings: frozenset[str] = frozenset()
    men_names: frozenset[str] = frozenset()
    men_endings: frozenset[str] = frozenset()
    women_names: frozenset[str] = frozenset()
    women_endings: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    with_words: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All that the rules know of one language.

    Attributes:
        speaker_first: The speaker usually stands before the verb.
        drops_subject: A verb without a subject goes on with the last speaker.
        dash_dialogue: A paragraph that starts with a dash is speech.
        splits_verbs: The speaker may stand among the words of a verb ("teilte … mit").
        joined: Conjunctions that are written together with the next word.
        prefixes: Elided words that are written together with the next ("l'").
        suffixes: Likewise with the one before ("'s", "-t-il").
        verbs: By first word, those with most words first.
        phrases: By first word; the speaker follows.
        pronoun_phrases: By first word; they hold their speaker ("in his view").
        postpositions: Words that follow a speaker ("zufolge").
        pronouns: What a pronoun stands for: `m`, `f`, `n`, `p` (several), `any` or `first`.
    """

    language: str
    capitals: Capitals = Capitals.NAMES
    speaker_first: bool = True
    drops_subject: bool = False
    dash_dialogue: bool = False
    splits_verbs: bool = False
    joined: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    verbs: Mapping[str, tuple[Verb, ...]] = field(default_factory=dict)
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Stance], ...]] = field(default_factory=dict)
    pronoun_phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = field(
        default_factory=dict
    )
    postpositions: Mapping[str, Stance] = field(default_factory=dict)
    pronouns: Mapping[str, str] = field(default_factory=dict)
    words: Words = field(default_factory=Words)
    hedges: tuple[tuple[str, ...], ...] = ()
    channel_prepositions: frozenset[str] = frozenset()
    channel_nouns: frozenset[str] = frozenset()
