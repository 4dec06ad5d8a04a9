"""Where, whence and whither: what hangs on a verb with a preposition stays with that verb."""

from collections.abc import Iterator

from knowledge.text.lock.alignment import Alignment, Quoted
from knowledge.text.lock.cited import Fault, FaultKind
from knowledge.text.lock.predicates import Predicate, Structure
from knowledge.text.lock.reading import Reading

_PLACES = frozenset({"in", "from", "to", "against"})


def check_complements(alignment: Alignment) -> Iterator[Fault]:
    """A place that the quotes give with another verb, while this one has its own there."""
    for own in alignment.structure.predicates:
        for at, meaning in _complements(alignment.statement, alignment.structure, own):
            if alignment.is_borne_out(at) and _is_moved(alignment, own, at, meaning):
                word = alignment.statement.tokens[at].text
                verb = alignment.statement.tokens[own.at].text
                yield Fault(
                    kind=FaultKind.ROLE,
                    words=word,
                    reason=f"In the cited sentences “{word}” goes with another verb than “{verb}”.",
                )
                return


def _is_moved(alignment: Alignment, own: Predicate, at: int, meaning: str) -> bool:
    told = {p for q in alignment.quotes for places in q.words for p in places}
    same = [
        (q, p)
        for q in alignment.quotes
        for p in q.structure.predicates
        if p.at in q.closest[own.at] and q.has(at)
    ]
    return bool(same) and all(_goes_elsewhere(q, p, at, meaning, told) for q, p in same)


def _goes_elsewhere(
    quoted: Quoted, theirs: Predicate, at: int, meaning: str, told: set[int]
) -> bool:
    """Whether the word hangs on a later verb, and the verb has another word in its place."""
    reading, structure = quoted.reading, quoted.structure
    here = dict(_complements(reading, structure, theirs))
    if any(place in here for place in quoted.words[at]):
        return False
    own_place = [i for i, m in here.items() if m == meaning and i not in told]
    others = {
        i
        for p in structure.predicates
        if p.at > theirs.at
        for i, m in _complements(reading, structure, p)
        if m == meaning
    }
    return bool(own_place) and set(quoted.words[at]) <= others


def _complements(
    reading: Reading, structure: Structure, predicate: Predicate
) -> Iterator[tuple[int, str]]:
    """The words between a verb and the next one that hang on a preposition of place."""
    after = [p.at for p in structure.predicates if p.at > predicate.at]
    end = min([*after, structure.clauses[structure.clause_of[predicate.at]].end])
    meaning = ""
    for i in range(predicate.at + 1, end):
        found = reading.concepts(i, "grammar") & _PLACES
        if found and not reading.is_content[i]:
            meaning = min(found)
        elif meaning and reading.is_content[i]:
            yield i, meaning
