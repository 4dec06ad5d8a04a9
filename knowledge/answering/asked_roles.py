"""Roles in questions about what somebody says: "What does the mayor say?" """

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from knowledge.answering.looks import Asking, Look
from knowledge.text.words.lexicon import load_lexicon
from knowledge.text.words.reading import Reading, find_asked, read
from knowledge.text.words.roles import Role, find_roles
from knowledge.text.words.stems import Word

_BESIDE_SAYING = 4
"""Words between a word of saying and the role of whoever says it, at most."""

_OWNING = ("'s", "’s", "' ", "’ ")
"""What makes a role the owner of what follows: "the governor's promise"."""

_BEFORE_NAME = 3
"""Words between a role and a name: "the mayor of Old Quay, Ada Park"."""

_BESIDE_NAME = 5
"""Words between a name and the role behind its comma: "Ott, an independent expert"."""


def find_asked_role(asking: Asking) -> Role | None:
    """The role of those whose words a question asks for; the first of several.

    Of two in a row the last counts: a union boss is a boss. "Which minister" asks for the person.
    """
    speaking = load_lexicon(asking.reading.language).speaking
    words = asking.reading.words
    said = [i for i, word in enumerate(words) if word.folded in speaking]
    roles = find_roles(asking.reading.text, asking.reading.language)
    for role, following in zip_longest(roles, roles[1:]):
        at = _places(role, words)
        near = at and any(min(abs(place - i) for i in at) <= _BESIDE_SAYING for place in said)
        goes_on = following and following.start - role.end <= 1
        owns = asking.reading.text.startswith(_OWNING, role.end)
        if at and near and not (goes_on or owns or _is_wanted(asking, at[0])):
            return role
    return None


def _is_wanted(asking: Asking, at: int) -> bool:
    """Whether the word that asks stands right before ("which economist")."""
    _, phrase = find_asked(asking.reading)
    return at > 0 and asking.reading.words[at - 1].start in phrase


def speakers_in(role: Role, looks: Sequence[Look]) -> frozenset[str]:
    """The speakers to whom the articles give a role, or a narrower one."""
    roles = _roles_of_speakers(looks)
    return frozenset(
        speaker for speaker, known in roles.items() if any(role.covers(one) for one in known)
    )


def is_named(role: Role, looks: Sequence[Look]) -> bool:
    """Whether anybody in the sentences has a role."""
    return any(
        role.covers(one) for at in looks for one in find_roles(at.reading.text, at.reading.language)
    )


def _roles_of_speakers(looks: Sequence[Look]) -> Mapping[str, set[Role]]:
    found: dict[str, set[Role]] = {}
    for at in looks:
        language = at.reading.language
        for claim in at.candidate.claims:
            if claim.speaker:
                told = (claim.speaker, claim.label, claim.role)
                roles = (role for words in told for role in find_roles(words, language))
                found.setdefault(claim.speaker, set()).update(roles)
    for at in looks:
        for speaker, known in found.items():
            known.update(_roles_beside(speaker, at.reading))
    return found


def _roles_beside(speaker: str, sentence: Reading) -> Iterator[Role]:
    """The roles right before a name, or behind its comma."""
    name = read(speaker, sentence.language).topic
    words = sentence.words
    ends = [i for i, word in enumerate(words) for last in name[-1:] if word.stem == last.stem]
    if not ends:
        return
    for role in find_roles(sentence.text, sentence.language):
        at = _places(role, words)
        if at and any(_belongs(role, at, end, len(name), sentence) for end in ends):
            yield role


def _belongs(role: Role, at: tuple[int, int], end: int, length: int, sentence: Reading) -> bool:
    first, last = at
    if last < end:
        between = sentence.words[last + 1 : max(end - length + 1, last + 1)]
        return len(between) <= _BEFORE_NAME and all(
            _is_of_a_place(word, sentence.language) for word in between
        )
    name = sentence.words[end]
    behind = name.start + len(name.text)
    return first - end <= _BESIDE_NAME and sentence.text[behind : behind + 1] in (",", "،")


def _is_of_a_place(word: Word, language: str) -> bool:
    """A name, where the script tells names, or what may stand before one ("of", "de la")."""
    initial = word.text[0]
    is_function = word.folded in load_lexicon(language).function
    return is_function or initial.isupper() or initial.upper() == initial


def _places(role: Role, words: Sequence[Word]) -> tuple[int, int] | None:
    """Where the first and the last word of a role stand among the words."""
    inside = [i for i, word in enumerate(words) if role.has(word.start)]
    return (inside[0], inside[-1]) if inside else None
