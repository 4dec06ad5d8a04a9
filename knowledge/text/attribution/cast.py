"""The people and organisations of an article: who is named where, and what they are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.text.attribution.lexicon import Capitals, Lexicon
from knowledge.text.attribution.runs import NameKind, Run
from knowledge.text.attribution.tokens import Kind, Token, normalise
from knowledge.text.attribution.wordkinds import (
    describes_person,
    is_participle,
    is_plain,
    is_role,
)

_LONGEST_ROLE = 14
_FIELD_WORDS = 3
"""Words between an office and a name, at most: "глава комитета по обороне Ли"."""
_SHORTEST_STEM = 3
_LONGEST_ENDING = 3
_MOST_ALIKE = 200
"""Names that are compared with a new one, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody whom the article names.

    Attributes:
        role: The fullest words for what they are, as first given.
        gender: `m`, `f` or "".
    """

    name: str
    kind: NameKind
    role: str = ""
    gender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A place where a member is named; *word* counts from the start of its sentence."""

    offset: int
    length: int
    sentence: int
    word: int
    member: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Which member a name means, found by the start of its last word, which no ending changes."""

    numbers: dict[str, int] = field(default_factory=dict)
    by_stem: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, number: int) -> None:
        """Remember *name*, in small letters, unless it is known."""
        if name not in self.numbers:
            self.numbers[name] = number
            self.by_stem.setdefault(_stem(name), []).append(name)

    def alike(self, name: str) -> Iterator[tuple[str, int]]:
        """Known names whose last word starts like that of *name*, with their members."""
        for key in self.by_stem.get(_stem(name), ())[:_MOST_ALIKE]:
            yield key, self.numbers[key]


def _stem(name: str) -> str:
    """What the last word of a name keeps in all cases; Latin letters have none here."""
    last = name.rsplit(maxsplit=1)[-1] if name.strip() else ""
    return last if last.isascii() else last[:_SHORTEST_STEM]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Everybody whom the article names, and where.

    Attributes:
        appearances: In reading order.
        sentences: The sentence of each appearance.
    """

    members: tuple[Member, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    sentences: tuple[int, ...] = ()
    names: Names = field(default_factory=Names)

    def member(self, appearance: Appearance) -> Member:
        """Who it is that appears."""
        return self.members[appearance.member]

    def between(self, first: int, last: int) -> Sequence[Appearance]:
        """The appearances in the sentences from *first* to *last*."""
        start = bisect_left(self.sentences, first)
        return self.appearances[start : bisect_right(self.sentences, last)]


def build_cast(
    text: str,
    tokens: Sequence[Token],
    runs: Sequence[Run],
    starts: Sequence[int],
    lexicon: Lexicon,
) -> Cast:
    """Join the names of an article that mean the same: "Putin" is "Vladimir Putin".

    *starts* are the offsets where its sentences begin.
    """
    members: list[Member] = []
    appearances: list[Appearance] = []
    names = Names()
    for run in sorted(runs, key=lambda r: (-(r.end - r.start > 1), r.start)):
        number = _known_member(text, tokens, run, names, members)
        role, gender = _role_of(text, tokens, run, lexicon)
        name = _text_of(text, tokens, run)
        if number is None:
            number = len(members)
            members.append(Member(name=name, kind=run.kind, role=role, gender=gender))
            names.add(normalise(name), number)
        else:
            members[number] = _merged(members[number], name, run.kind, role, gender)
        _remember_acronym(names, tokens, run, number)
        appearances.append(_appearance(tokens, run, number, starts))
    ordered = tuple(sorted(appearances, key=lambda a: a.offset))
    return Cast(
        members=tuple(members),
        appearances=ordered,
        sentences=tuple(a.sentence for a in ordered),
        names=names,
    )


def _text_of(text: str, tokens: Sequence[Token], run: Run) -> str:
    return text[tokens[run.start].start : tokens[run.end - 1].end]


def _appearance(
    tokens: Sequence[Token], run: Run, member: int, starts: Sequence[int]
) -> Appearance:
    offset = tokens[run.start].start
    sentence = bisect_right(starts, offset) - 1
    first = bisect_left(tokens, starts[max(0, sentence)], key=lambda t: t.start)
    length = tokens[run.end - 1].end - offset
    return Appearance(
        offset=offset, length=length, sentence=sentence, word=run.start - first, member=member
    )


def _known_member(
    text: str,
    tokens: Sequence[Token],
    run: Run,
    names: Names,
    members: Sequence[Member],
) -> int | None:
    name = normalise(_text_of(text, tokens, run))
    if name in names.numbers:
        return names.numbers[name]
    alike = names.alike(name)
    if run.end - run.start > 1:
        return next((n for key, n in alike if " " in key and is_same_name(key, name)), None)
    return next((n for key, n in alike if is_surname(name, key, members[n])), None)


def is_surname(word: str, full: str, member: Member) -> bool:
    """Whether a single word means the person with the full name."""
    parts = full.split()
    if len(parts) < 2 or len(parts) > 4 or member.kind is NameKind.ORGANISATION:
        return False
    return is_same_word(parts[-1], word)


def is_same_word(one: str, other: str) -> bool:
    """Whether two words are one but for a grammatical ending ("Песков", "Пескова")."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    common = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    longest = max(len(one), len(other))
    is_inflected = not one.isascii() and not other.isascii()
    return is_inflected and common >= _SHORTEST_STEM and longest - common <= _LONGEST_ENDING - 1


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are one but for the endings of their words."""
    first, second = one.split(), other.split()
    return len(first) == len(second) and all(map(is_same_word, first, second))


def _remember_acronym(names: Names, tokens: Sequence[Token], run: Run, number: int) -> None:
    """ "Islamic State (ISIS)": the letters in brackets mean the same."""
    bracket = tokens[run.end : run.end + 3]
    is_acronym = len(bracket) == 3 and bracket[0].text == "(" and bracket[2].text == ")"
    if is_acronym and bracket[1].text.isupper() and run.end - run.start > 1:
        names.add(normalise(bracket[1].text), number)


def _merged(old: Member, name: str, kind: NameKind, role: str, gender: str) -> Member:
    return Member(
        name=old.name,
        kind=kind if old.kind is NameKind.OTHER else old.kind,
        role=old.role or role,
        gender=old.gender or gender,
    )


def _role_of(text: str, tokens: Sequence[Token], run: Run, lexicon: Lexicon) -> tuple[str, str]:
    """What the words around a name say the person is, and whether that tells a woman or a man."""
    before = _role_before(tokens, run.start, lexicon)
    after = _role_after(tokens, run.end, lexicon)
    near = tokens[before : run.start] or tokens[run.end + 1 : after]
    role = text[near[0].start : near[-1].end] if near else ""
    title = [tokens[run.start - 1]] if run.start else []
    return _not_only_title(role, lexicon), _gender(
        (*near, *title), tokens[run.start : run.end], lexicon
    )


def _not_only_title(role: str, lexicon: Lexicon) -> str:
    return "" if role.lower() in lexicon.words.titles else role


def _gender(near: Iterable[Token], name: Sequence[Token], lexicon: Lexicon) -> str:
    told = gender_of_words([token.low.rstrip(".") for token in near if token.is_word], lexicon)
    if told or not name:
        return told
    words = lexicon.words
    if name[0].low in words.women_names | words.men_names:
        return "f" if name[0].low in words.women_names else "m"
    if _ends_in(name, words.women_endings):
        return "f"
    return "m" if _ends_in(name, words.men_endings) else ""


def gender_of_words(lows: Iterable[str], lexicon: Lexicon) -> str:
    """What the first telling word of a description says: `f`, `m` or ""."""
    words = lexicon.words
    return next(
        ("f" if low in words.women else "m" for low in lows if low in words.women | words.men), ""
    )


def _ends_in(name: Sequence[Token], endings: frozenset[str]) -> bool:
    return len(name) > 1 and any(name[-1].low.endswith(e) for e in endings)


def _role_before(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Where the words for an office right before a name begin; *at* if there are none."""
    words = lexicon.words
    if at and tokens[at - 1].low in words.genitive:
        return at  # "the mayor of | Lorient" says what somebody else is
    start = field = _start_of_field(tokens, at, lexicon)
    while start and at - start < _LONGEST_ROLE:
        token = tokens[start - 1]
        is_part = token.is_word and (
            is_role(token.low, lexicon)
            or token.is_capital
            or token.low in lexicon.suffixes
            or token.low in words.genitive
            or (token.low in words.conjunctions and is_role(tokens[start].low, lexicon))
        )
        if not is_part:
            break
        start -= 1
    if start == field:
        start = at
    while start < at and tokens[start].low in words.genitive | words.conjunctions:
        start += 1
    offices = [t.low for t in tokens[start:at] if is_role(t.low, lexicon)]
    if not offices or is_plural(offices[-1:], lexicon):
        return at
    return start - 1 if start and tokens[start - 1].low in words.determiners else start


def _start_of_field(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Before "завода" of "директор | завода | Ли", where no "of" stands between the two."""
    if lexicon.words.genitive or lexicon.capitals is not Capitals.NAMES:
        return at
    for start in range(at, max(0, at - 1 - _FIELD_WORDS), -1):
        token = tokens[start - 1]
        if is_role(token.low, lexicon):
            return start
        if not token.is_word or is_plain(token, lexicon) or token.low in lexicon.verbs:
            break
    return at


def _role_after(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Past the description behind a comma; *at* if there is none."""
    if at >= len(tokens) or tokens[at].text != ",":
        return at
    end = at + 1
    while end < len(tokens) and end - at < _LONGEST_ROLE and tokens[end].kind is Kind.WORD:
        end += 1
    known = lexicon.words.be | lexicon.words.have
    is_clause = any(
        t.low in known or is_participle(t, lexicon) or (t.low in lexicon.verbs and not t.is_capital)
        for t in tokens[at + 1 : end]
    )
    return end if not is_clause and describes_person(tokens[at + 1 : end], lexicon) else at


def is_plural(offices: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether one of *offices* is in the plural."""
    endings = tuple(lexicon.words.plural_endings)
    known = lexicon.words.roles
    return any(o not in known and o[:-1] in known and o.endswith(endings) for o in offices)
