"""The names in a text, as places in its tokens.

By capitals where the language writes names with them; German writes all nouns so, and there a name
is a run of two such words, or one that never has an article. Arabic has no capitals: a name is what
follows somebody's office.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.text.attribution.bare_names import end_of_bare_name, is_given_name, past_office
from knowledge.text.attribution.lexicon import Capitals, Lexicon
from knowledge.text.attribution.listeners import is_press
from knowledge.text.attribution.tokens import Token
from knowledge.text.attribution.wordkinds import describes_person, is_plain, is_role

_LONGEST_PERSON = 4
_LONGEST_GIVEN = 2
"""Words of a name that no office stands before, where there are no capitals."""


_OFFICE_WITHIN = 3


_CLEAN_START = frozenset(".!?…:;\"“”„«»‘'—–-•*|¿¡")


class NameKind(StrEnum):
    """What a name looks like the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A name as places in a text's tokens."""

    start: int
    end: int
    kind: NameKind


def find_runs(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Run, ...]:
    """The names among *tokens*, in order."""
    if lexicon.capitals is Capitals.NONE:
        return tuple(_runs_by_office(tokens, lexicon))
    starters = _starters(text, tokens)
    inside = {t.text for n, t in enumerate(tokens) if t.is_capital and n not in starters}
    if lexicon.capitals is Capitals.NOUNS:
        inside = _bare_nouns(tokens, lexicon)
    runs = list(_runs_by_capitals(tokens, starters, inside, lexicon))
    alone = _used_alone(tokens, runs, lexicon)
    surnames = {
        tokens[r.end - 1].text
        for r in runs
        if _can_be_person(r)
        and not _is_organisation(tokens, r, lexicon)
        and not _is_place(tokens, r, lexicon)
        and (tokens[r.end - 1].text in alone or _is_person(tokens, r, lexicon))
    }
    return tuple(_with_kind(tokens, run, surnames, lexicon) for run in runs)


def _used_alone(tokens: Sequence[Token], runs: Sequence[Run], lexicon: Lexicon) -> set[str]:
    """Names of one word without an article: what is a surname if a full name ends with it."""
    dressed = lexicon.words.determiners | lexicon.words.possessives
    return {
        tokens[r.start].text
        for r in runs
        if r.end == r.start + 1 and not (r.start and tokens[r.start - 1].low in dressed)
    }


def _starters(text: str, tokens: Sequence[Token]) -> set[int]:
    """Places of words that have a capital because a sentence starts with them."""
    return {
        n
        for n, token in enumerate(tokens)
        if n == 0
        or tokens[n - 1].text in _CLEAN_START
        or "\n" in text[tokens[n - 1].end : token.start]
    }


def _runs_by_capitals(
    tokens: Sequence[Token], starters: set[int], inside: set[str], lexicon: Lexicon
) -> Iterator[Run]:
    at = 0
    while at < len(tokens):
        if not _starts_name(tokens, at, starters, lexicon):
            at += 1
            continue
        end = _end_of_run(tokens, at, starters, lexicon)
        start = at
        if _has_office_before(tokens, at, lexicon):
            start = trim_person(tokens, at, end, lexicon)
        if lexicon.capitals is Capitals.NOUNS:
            start = _start_of_person(tokens, start, end, lexicon)
        if _is_sure(tokens, (start, end), starters, inside, lexicon):
            yield Run(start=start, end=end, kind=NameKind.OTHER)
        at = end


def _start_of_person(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> int:
    """Where the given name stands in a German run of nouns: "Rentnerin | Elke Brandt"."""
    given = lexicon.words.men_names | lexicon.words.women_names
    return next((n for n in range(start, end - 1) if tokens[n].low in given), start)


def _starts_name(tokens: Sequence[Token], at: int, starters: set[int], lexicon: Lexicon) -> bool:
    token = tokens[at]
    if not token.is_capital:
        return False
    if not is_plain(token, lexicon):
        return True
    return (
        token.low in lexicon.words.determiners
        and at not in starters
        and at + 1 < len(tokens)
        and lexicon.capitals is Capitals.NAMES
        and tokens[at + 1].is_capital
    )


def _end_of_run(tokens: Sequence[Token], start: int, starters: set[int], lexicon: Lexicon) -> int:
    end = start + 1
    while end < len(tokens) and end not in starters:
        token = tokens[end]
        if token.is_capital and not is_plain(token, lexicon):
            end += 1
        elif _links(tokens, end, starters, lexicon):
            end += 2
        else:
            break
    return end


def _links(tokens: Sequence[Token], at: int, starters: set[int], lexicon: Lexicon) -> bool:
    """Whether "of" or "&" stands between two words of one name."""
    if at + 1 >= len(tokens) or at + 1 in starters:
        return False
    is_link = tokens[at].low in lexicon.words.particles or tokens[at].text in "&-"
    if is_press(tokens, at, lexicon):
        return False  # "sagte Tom Berg | der Zeitung"
    after = tokens[at + 1]
    return is_link and after.is_capital and not is_plain(after, lexicon)


def _is_sure(
    tokens: Sequence[Token],
    places: tuple[int, int],
    starters: set[int],
    inside: set[str],
    lexicon: Lexicon,
) -> bool:
    """Whether a run is a name and not just the first word of a sentence, or a German noun."""
    start, end = places
    token = tokens[start]
    if end - start > 1 or token.is_acronym:
        return lexicon.capitals is not Capitals.NOUNS or _is_german_name(tokens, start, end, inside)
    if lexicon.capitals is Capitals.NAMES and start not in starters:
        return True
    has_suffix = end < len(tokens) and tokens[end].low in lexicon.suffixes
    return token.text in inside or (has_suffix and lexicon.capitals is Capitals.NAMES)


def _is_german_name(tokens: Sequence[Token], start: int, end: int, inside: set[str]) -> bool:
    is_acronym = all(t.text.isupper() for t in tokens[start:end])
    return is_acronym or any(t.text in inside for t in tokens[start:end])


def _bare_nouns(tokens: Sequence[Token], lexicon: Lexicon) -> set[str]:
    """Words with capitals that never follow an article or an adjective, nor look like a noun."""
    words = lexicon.words
    bare: set[str] = set()
    dressed: set[str] = set()
    for n, token in enumerate(tokens):
        if not token.is_capital or is_plain(token, lexicon):
            continue
        before = tokens[n - 1] if n else None
        is_dressed = before is not None and (
            before.low in words.determiners | words.possessives or _looks_like_adjective(before)
        )
        (dressed if is_dressed else bare).add(token.text)
    return {w for w in bare - dressed if not any(w.lower().endswith(e) for e in words.noun_endings)}


def _looks_like_adjective(token: Token) -> bool:
    low = token.low
    return token.is_word and not token.is_capital and low.endswith(("en", "er", "es", "em", "e"))


def _can_be_person(run: Run) -> bool:
    return 2 <= run.end - run.start <= _LONGEST_PERSON


def _is_person(tokens: Sequence[Token], run: Run, lexicon: Lexicon) -> bool:
    """Whether an office stands before the name, or an age or a description after it."""
    if _is_organisation(tokens, run, lexicon) or _is_place(tokens, run, lexicon):
        return False
    given = lexicon.words.men_names | lexicon.words.women_names
    if _has_office_before(tokens, run.start, lexicon) or tokens[run.start].low in given:
        return True
    if run.end + 1 >= len(tokens) or tokens[run.end].text not in ",(":
        return run.end < len(tokens) and tokens[run.end].low in lexicon.words.who
    after = tokens[run.end + 1]
    is_age = after.text.isdigit() and len(after.text) <= 2
    if after.low in lexicon.words.who:
        return True
    return is_age or describes_person(tokens[run.end + 1 : run.end + 10], lexicon)


def _has_office_before(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """ "president Ann Lee", "министр обороны Ann Lee"."""
    for token in reversed(tokens[max(0, at - _OFFICE_WITHIN) : at]):
        if is_role(token.low, lexicon):
            return True
        if not token.is_word or is_plain(token, lexicon) or token.low in lexicon.verbs:
            return False
        if lexicon.words.genitive:
            return False  # these languages have a word between an office and its field
    return False


def trim_person(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> int:
    """Where a name begins in the capitals behind an office: "президент | России | Иван Петров"."""
    words = lexicon.words
    if words.genitive or not words.patronymics:
        return start
    while start + 1 < end and tokens[start].low in words.organisations:
        start += 1
    has_patronymic = any(t.low.endswith(tuple(words.patronymics)) for t in tokens[start : end - 1])
    return max(start, end - 2) if not has_patronymic else start


def _is_place(tokens: Sequence[Token], run: Run, lexicon: Lexicon) -> bool:
    return any(t.low in lexicon.words.places for t in tokens[run.start : run.end])


def _is_organisation(tokens: Sequence[Token], run: Run, lexicon: Lexicon) -> bool:
    part = tokens[run.start : run.end]
    return (len(part) == 1 and part[0].is_acronym) or any(
        t.low in lexicon.words.organisations for t in part
    )


def _with_kind(tokens: Sequence[Token], run: Run, surnames: set[str], lexicon: Lexicon) -> Run:
    if _is_organisation(tokens, run, lexicon):
        kind = NameKind.ORGANISATION
    elif _is_person(tokens, run, lexicon) or tokens[run.end - 1].text in surnames:
        kind = NameKind.PERSON
    else:
        kind = NameKind.OTHER
    return Run(start=run.start, end=run.end, kind=kind)


def _runs_by_office(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Run]:
    """Where there are no capitals: the words after an office and what qualifies it."""
    at = 0
    while at < len(tokens):
        if is_given_name(tokens[at], lexicon):
            end = end_of_bare_name(tokens, at, lexicon)
            if end - at > 1:
                end = min(end, at + _LONGEST_GIVEN)
                yield Run(start=at, end=end, kind=NameKind.PERSON)
            at = max(at + 1, end)
            continue
        if not is_role(tokens[at].low, lexicon):
            at += 1
            continue
        start = past_office(tokens, at, lexicon)
        end = end_of_bare_name(tokens, start, lexicon)
        if start < end:
            yield Run(start=start, end=end, kind=NameKind.PERSON)
        at = max(at + 1, end)
