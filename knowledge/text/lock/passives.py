"""Verbs in the passive, and who does what they tell."""

from collections.abc import Iterator, Sequence

from knowledge.text.lock.clauses import Clause
from knowledge.text.lock.reading import Reading

_VERB_LAST = frozenset({"de"})
_CASED = frozenset({"ru", "uk"})
_INSTRUMENTAL = (
    "ом", "ем", "ым", "им", "ой", "ей", "ью", "ами", "ями", "ою", "єю", "ею", "єм",
)  # fmt: skip
_SHORT_PARTICIPLE = ("н", "на", "но", "ны", "т", "та", "то", "ты", "ний", "ні", "тий", "ті")
_AUXILIARY_WITHIN = 4


def is_passive(reading: Reading, at: int, clause: Clause) -> bool:
    """Whether the verb tells what is done to its subject."""
    language = reading.language
    folded = reading.tokens[at].folded
    if language == "en" and at and reading.tokens[at - 1].folded == "to":
        return False  # "is required to show"
    follows = at + 1 < clause.end and reading.has(at + 1, "grammar", "by")
    if language == "ar":
        return any(reading.has(i, "grammar", "by") for i in range(at + 1, clause.end))
    far = clause.start if language in _VERB_LAST else max(clause.start, at - _AUXILIARY_WITHIN)
    auxiliary = any(reading.has(i, "grammar", "be") for i in range(far, at))
    if language == "de" and not folded.endswith("t") and "ge" not in folded:
        return False  # "wird streichen" tells what will be
    if language in _CASED:
        return folded.endswith(_SHORT_PARTICIPLE) and (auxiliary or not folded.endswith("т"))
    if language == "en":
        has = any(reading.has(i, "grammar", "have") for i in range(far, at))
        return (auxiliary or (follows and not has)) and not folded.endswith("ing")
    return auxiliary or (follows and reading.has(at, "grammar", "participle"))


def find_agents(
    reading: Reading, clause: Clause, at: int, prepositions: Sequence[str]
) -> Iterator[int]:
    """Who does what the passive verb *at* tells."""
    for i in range(clause.start, clause.end):
        if not reading.is_content[i] or i == at:
            continue
        if reading.language in _CASED:
            instrumental = reading.tokens[i].folded.endswith(_INSTRUMENTAL)
            if instrumental and not prepositions[i]:
                yield i
        elif _hangs_on_by(reading, i, prepositions):
            yield i


def _hangs_on_by(reading: Reading, at: int, prepositions: Sequence[str]) -> bool:
    """Whether the preposition that token *at* hangs on names who does it."""
    preposition = prepositions[at]
    for i in range(at - 1, -1, -1):
        if preposition and reading.tokens[i].folded == preposition:
            return reading.has(i, "grammar", "by")
    return False
