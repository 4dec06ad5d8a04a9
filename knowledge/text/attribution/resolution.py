"""Which member of the cast a mention means: by name, pronoun, or "the president"."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.text.attribution.cast import (
    Appearance,
    Cast,
    Member,
    gender_of_words,
    is_plural,
    is_same_name,
    is_same_word,
    is_surname,
)
from knowledge.text.attribution.lexicon import Capitals, Lexicon
from knowledge.text.attribution.mentions import Mention
from knowledge.text.attribution.runs import NameKind
from knowledge.text.attribution.tokens import normalise
from knowledge.text.attribution.wordkinds import is_one_office, is_role

SEVERAL = "several"


_REMEMBERED = 60
"""Turns that a pronoun may go back to, at most."""
_NEAR_SENTENCES = 4
"""How many sentences back a pronoun or a description may reach."""


_SUBJECT_WORDS = 8
"""Words from the start of a sentence within which a name is taken for its subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """That somebody has spoken: the memory that pronouns are resolved by."""

    sentence: int
    offset: int
    speaker: str
    role: str
    kind: str
    gender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who a mention means; `kind` is a name's kind, `several`, or ""."""

    name: str
    role: str
    kind: str = ""
    gender: str = ""


def resolve(
    mention: Mention, sentence: int, turns: Sequence[Turn], cast: Cast, lexicon: Lexicon
) -> Speaker:
    """Who is meant; the words as they stand where nobody is known to be."""
    if mention.pronoun:
        return _resolve_pronoun(mention, sentence, turns, cast)
    if mention.name:
        return _resolve_name(mention, cast, lexicon)
    if mention.is_definite and (
        found := _resolve_description(mention, sentence, turns, cast, lexicon)
    ):
        return found
    if not lexicon.words.genitive and (found := _by_office(mention, cast, lexicon)):
        return found
    gender = gender_of_words(normalise(mention.words).split(), lexicon)
    kind = _kind_of_words(mention, lexicon)
    return Speaker(name=mention.words, role=mention.role, kind=kind, gender=gender)


def _by_office(mention: Mention, cast: Cast, lexicon: Lexicon) -> Speaker | None:
    """Where there are no articles: the only person named before with the one office given."""
    words = normalise(mention.words).split()
    if len(words) != 1 or not is_one_office(words[0], lexicon) or is_plural(words, lexicon):
        return None
    bearers = {
        a.member
        for a in cast.appearances
        if a.offset < mention.start and _has_office(cast.member(a), words[0])
    }
    return _of_member(cast.members[bearers.pop()]) if len(bearers) == 1 else None


def _has_office(member: Member, office: str) -> bool:
    is_person = member.kind is NameKind.PERSON
    return is_person and any(is_same_word(w, office) for w in normalise(member.role).split())


def _kind_of_words(mention: Mention, lexicon: Lexicon) -> str:
    """Whether a description that names nobody means one person or several."""
    words = normalise(mention.words).split()
    if is_plural(words, lexicon):
        return SEVERAL
    is_one = any(w in lexicon.words.roles for w in words)
    return NameKind.PERSON.value if is_one else NameKind.ORGANISATION.value


def _of_member(member: Member, role: str = "") -> Speaker:
    return Speaker(
        name=member.name, role=role or member.role, kind=member.kind.value, gender=member.gender
    )


def _resolve_name(mention: Mention, cast: Cast, lexicon: Lexicon) -> Speaker:
    low = normalise(mention.name)
    if lexicon.capitals is Capitals.NOUNS and (found := _by_genitive(mention, cast)):
        return found
    number = cast.names.numbers.get(low)
    if number is None:
        number = next((n for key, n in cast.names.alike(low) if is_same_name(key, low)), None)
    if number is None and " " not in low:
        number = _by_surname(low, mention.start, cast)
    if number is None:
        return _unknown(mention)
    return _of_member(cast.members[number], mention.role)


def _by_genitive(mention: Mention, cast: Cast) -> Speaker | None:
    """German "nach Darstellung Petersens": a person of the article without the ending."""
    low = normalise(mention.name)
    if not low.endswith("s"):
        return None
    number = cast.names.numbers.get(low[:-1])
    if number is None and " " not in low:
        number = _by_surname(low[:-1], mention.start, cast)
    if number is None or cast.members[number].kind is not NameKind.PERSON:
        return None
    return _of_member(cast.members[number], mention.role)


def _unknown(mention: Mention) -> Speaker:
    return Speaker(name=mention.name, role=mention.role, kind=NameKind.OTHER.value)


def _by_surname(low: str, before: int, cast: Cast) -> int | None:
    """Whom a surname means: of several who bear it, the one last named in full."""
    bearers = {n for key, n in cast.names.alike(low) if is_surname(low, key, cast.members[n])}
    if len(bearers) < 2:
        return next(iter(bearers), None)
    full = [
        a.member
        for a in cast.appearances
        if a.member in bearers and a.offset < before and a.length > len(low) + 1
    ]
    return full[-1] if full else min(bearers)


def _resolve_pronoun(mention: Mention, sentence: int, turns: Sequence[Turn], cast: Cast) -> Speaker:
    wanted = mention.pronoun
    for near in range(sentence, sentence - _NEAR_SENTENCES, -1):
        spoken = [t for t in turns[-_REMEMBERED:] if t.sentence == near]
        for turn in reversed(spoken):
            if turn.offset <= mention.start and _fits_turn(turn, wanted):
                return Speaker(
                    name=turn.speaker, role=turn.role, kind=turn.kind, gender=turn.gender
                )
        if wanted in ("m", "f") and (found := _person_in(near, mention.start, wanted, cast)):
            return _of_member(cast.member(found))
    return Speaker(name="" if wanted == "any" else mention.words, role="")


def _fits_turn(turn: Turn, wanted: str) -> bool:
    if wanted == "any":
        return True
    if wanted in ("m", "f") and turn.kind == NameKind.ORGANISATION.value:
        return turn.gender == wanted  # "die Kasse … nach ihren Angaben"
    if wanted in ("m", "f"):
        is_person = turn.kind in (NameKind.PERSON.value, NameKind.OTHER.value)
        return is_person and turn.gender in ("", wanted)
    if wanted == "p":
        return turn.kind in (SEVERAL, NameKind.ORGANISATION.value)
    return turn.kind != NameKind.PERSON.value and wanted == "n"


def _person_in(sentence: int, before: int, gender: str, cast: Cast) -> Appearance | None:
    """The person of a sentence that a pronoun most likely means: its subject, or the last one."""
    here = [
        a
        for a in cast.between(sentence, sentence)
        if a.offset < before and _can_be(cast.member(a), gender)
    ]
    if not here:
        return None
    subjects = [a for a in here if a.word <= _SUBJECT_WORDS]
    return subjects[0] if subjects else here[-1]


def _can_be(member: Member, gender: str) -> bool:
    return member.kind is NameKind.PERSON and (not gender or member.gender in ("", gender))


def _resolve_description(
    mention: Mention, sentence: int, turns: Sequence[Turn], cast: Cast, lexicon: Lexicon
) -> Speaker | None:
    """ "the Russian president": somebody with that office, or the person just spoken of."""
    offices = {w for w in normalise(mention.words).split() if is_role(w, lexicon)}
    if not offices:
        return _resolve_outlet(mention, cast, lexicon)
    low = normalise(mention.words)
    for turn in reversed(turns[-_REMEMBERED:]):
        is_person = turn.kind in (NameKind.PERSON.value, NameKind.OTHER.value)
        if is_person and _is_office_of(low, turn.role, offices, lexicon):
            return Speaker(
                name=turn.speaker, role=mention.words, kind=turn.kind, gender=turn.gender
            )
    before = [a for a in cast.between(0, sentence) if a.offset < mention.start]
    for appearance in reversed(before):
        member = cast.member(appearance)
        if member.kind is NameKind.PERSON and _is_office_of(low, member.role, offices, lexicon):
            return _of_member(member)
    near = [
        a for a in before if sentence - 1 <= a.sentence and cast.member(a).kind is NameKind.PERSON
    ]
    free = [a for a in near if not _has_other_office(cast.member(a), offices, lexicon)]
    if not free or len({a.member for a in free}) > 1 or is_plural(offices, lexicon):
        return None
    return _of_member(cast.member(free[-1]), mention.words)


def _is_office_of(low: str, role: str, offices: set[str], lexicon: Lexicon) -> bool:
    """Whether a description is that of somebody with *role*: "the minister", "the Russian one".

    Two offices that are both told more closely must share a word: not every minister is meant.
    """
    words, known = lexicon.words, set(normalise(role).replace(",", " ").split())
    if not offices <= known:
        return False
    plain = words.determiners | words.possessives | words.genitive | words.prepositions | offices
    told, closer = set(low.split()) - plain, known - plain
    return not told or not closer or bool(told & closer)


def _has_other_office(member: Member, offices: set[str], lexicon: Lexicon) -> bool:
    return any(is_role(w, lexicon) for w in normalise(member.role).split() if w not in offices)


def _resolve_outlet(mention: Mention, cast: Cast, lexicon: Lexicon) -> Speaker | None:
    """ "the American newspaper": the one that was named last; a newspaper is no agency."""
    words = lexicon.words
    wanted = set(normalise(mention.words).split()) & words.media_kinds
    if not wanted:
        return None
    for appearance in reversed([a for a in cast.appearances if a.offset < mention.start]):
        member = cast.member(appearance)
        name = set(normalise(member.name).split())
        if name & words.media:
            other = name & words.media_kinds
            return None if other and not other & wanted else _of_member(member, mention.words)
    return None


def subject_of(cast: Cast, sentence: int) -> Speaker | None:
    """The person that a sentence is about: whom it names first, near its start."""
    for appearance in cast.between(sentence, sentence):
        if appearance.word <= _SUBJECT_WORDS and _can_be(cast.member(appearance), ""):
            return _of_member(cast.member(appearance))
    return None
