"""Sources named beside what they say: "according to the police"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.text.lock.predicates import Predicate, Structure
from knowledge.text.lock.reading import Reading
from knowledge.text.lock.utterance import Utterance

_LONGEST_SPEAKER = 12
_VERB_SECOND = frozenset({"de"})


def read_sources(reading: Reading, structure: Structure) -> Iterator[Utterance]:
    """Everything that the text says is said according to somebody."""
    for found in reading.found:
        if found.sense != ("saying", "according"):
            continue
        clause = structure.clauses[structure.clause_of[found.start]]
        far = min(clause.end, found.end + _LONGEST_SPEAKER)
        verbs = [p.at for p in structure.predicates if found.end <= p.at < far]
        if reading.language in _VERB_SECOND:
            verbs += [i for i in range(found.end, far) if reading.has(i, "grammar", "have")]
            verbs += [i for i in range(found.end, far) if reading.has(i, "grammar", "be")]
        end = min(verbs, default=far)
        after = {i for i in range(found.end, end) if reading.is_content[i]}
        after |= _verbless_after(reading, structure, found.start)
        before = {i for i in range(clause.start, found.start) if reading.is_content[i]}
        speaker = frozenset(after or before)
        everything = frozenset(range(*_told_with(structure, found.start)))
        yield Utterance(
            at=found.start,
            stances=frozenset({"according"}),
            speaker=speaker,
            speaker_keys=reading.keys_of(speaker),
            content=everything - speaker,
        )


def read_asides(
    reading: Reading, structure: Structure, cued: Sequence[Utterance]
) -> Iterator[Utterance]:
    """Cues in an aside that says whose the rest is: "as the paper reports", «как пишет газета»."""
    for utterance in cued:
        number = structure.clause_of[utterance.at] if utterance.at >= 0 else 0
        clause = structure.clauses[number]
        first = next((i for i in range(clause.start, clause.end) if reading.tokens[i].is_word), 0)
        is_aside = reading.has(first, "grammar", "as_said") and utterance.speaker
        if utterance.at < 0 or not is_aside:
            yield utterance
            continue
        aside = frozenset(range(clause.start, clause.end))
        rest = frozenset(range(*_told_with(structure, utterance.at))) - aside
        rest -= _said_by_others(structure, cued, utterance)
        who = utterance.speaker
        yield replace(utterance, stances=utterance.stances | {"according"}, content=rest - who)


def _said_by_others(
    structure: Structure, cued: Sequence[Utterance], mine: Utterance
) -> frozenset[int]:
    """The clauses in which others say something, with what they say."""
    others = [u for u in cued if u.at >= 0 and u.at != mine.at and u.speaker]
    clauses = [structure.clauses[structure.clause_of[u.at]] for u in others]
    return frozenset(i for c in clauses for i in range(c.start, c.end)).union(
        *(u.content for u in others)
    )


def _verbless_after(reading: Reading, structure: Structure, at: int) -> set[int]:
    """The rest of a source's title behind a comma, where what it says stands before."""
    number = structure.clause_of[at]
    told_before = any(p.at < at for p in structure.predicates)
    found: set[int] = set()
    for clause in structure.clauses[number + 1 :] if told_before else ():
        places = range(clause.start, clause.end)
        if clause.opener != "comma" or any(p.at in places for p in structure.predicates):
            break
        found |= {i for i in places if reading.is_content[i]}
    return found


def _within(structure: Structure, number: int) -> Iterator[Predicate]:
    clause = structure.clauses[number]
    return (p for p in structure.predicates if clause.start <= p.at < clause.end)


def _told_with(structure: Structure, at: int) -> tuple[int, int]:
    """What the source says: the sentence, or the end of it from a relative clause on."""
    first = last = structure.clause_of[at]
    while first and structure.clauses[first].opener in {"comma", ""}:
        first -= 1
    is_bare = first < last and not any(p.at < at for p in _within(structure, first))
    if structure.clauses[first].opener != "relative" and not (
        is_bare and structure.clauses[first].opener in {"and", "but"}
    ):
        while first and structure.clauses[first].opener != "stop":
            first -= 1
    while last + 1 < len(structure.clauses) and structure.clauses[last + 1].opener != "stop":
        last += 1
    return structure.clauses[first].start, structure.clauses[last].end
