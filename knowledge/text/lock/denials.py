"""Denials: which words of a text its negators reach."""

from collections.abc import Iterator
from functools import lru_cache

from knowledge.text.lock.clauses import Clause
from knowledge.text.lock.lexicon import Found
from knowledge.text.lock.predicates import Structure, find_structure
from knowledge.text.lock.reading import Reading

_NEAR = 4
_NEAR_BEHIND_INSERTION = 8
_NEGATOR_MAY_END = frozenset({"ru", "uk"})
_WHOLE_CLAUSE = frozenset({"de"})
_ADVERB_NEGATES = frozenset({"es", "pt"})


@lru_cache(maxsize=1 << 10)
def near_negators(reading: Reading) -> frozenset[int]:
    """The first word of meaning behind each negator."""
    near: set[int] = set()
    for found in reading.found:
        if found.sense.table == "negation":
            near |= _next_noun(reading, found) or _noun_before(reading, found)
    return frozenset(near - _deniers(reading))


@lru_cache(maxsize=1 << 10)
def _deniers(reading: Reading) -> frozenset[int]:
    """Who denies, rejects, rules out."""
    return frozenset(
        i
        for p in find_structure(reading).predicates
        if reading.has(p.at, "negation", "implicit")
        for i in p.subject | p.wider
    )


def denied_places(reading: Reading, structure: Structure) -> frozenset[int]:
    """The tokens that an odd number of negators reaches; those of one clause count once."""
    denied: set[int] = set()
    for reach in _reaches(reading, structure):
        denied ^= reach
    return frozenset(denied)


def _reaches(reading: Reading, structure: Structure) -> Iterator[set[int]]:
    seen: set[int] = set()
    for found in reading.found:
        if found.sense.table != "negation" or _is_misread(reading, found.start):
            continue
        number = structure.clause_of[found.start]
        if found.sense.concept == "direct":
            if number in seen:
                continue
            seen.add(number)
        yield _reach(reading, structure, number, found)


def _is_misread(reading: Reading, at: int) -> bool:
    return reading.has(at, "bound")


def _is_of_noun(reading: Reading, structure: Structure, found: Found) -> bool:
    """Spanish and Portuguese: whether the negator is one word's ("los blancos no hispanos")."""
    if reading.language not in _ADVERB_NEGATES or found.end >= len(reading.tokens):
        return False
    is_adverb = reading.tokens[found.start].folded in {"no", "não"}
    verbs = {p.at for p in structure.predicates}
    behind_noun = found.start > 0 and reading.is_content[found.start - 1]
    return (
        is_adverb
        and behind_noun
        and found.start - 1 not in verbs
        and reading.is_content[found.end]
        and found.end not in verbs
        and any(v > found.end for v in verbs)
    )


def _is_verb(structure: Structure, found: Found) -> bool:
    return any(p.at == found.start for p in structure.predicates)


def _noun_before(reading: Reading, found: Found) -> set[int]:
    behind = reading.tokens[found.start - 1].text == "," if found.start else False
    near = _NEAR_BEHIND_INSERTION if behind else _NEAR
    before = range(max(0, found.start - near), found.start)
    return set([i for i in before if reading.is_content[i]][-1:])


def _next_noun(reading: Reading, found: Found) -> set[int]:
    """What a word like "without" or "lack" denies."""
    behind = range(found.end, min(found.end + _NEAR, len(reading.tokens)))
    return set([i for i in behind if reading.is_content[i]][:1])


def _has_content(reading: Reading, start: int, end: int) -> bool:
    return any(reading.is_content[i] for i in range(start, end))


def _before_insertion(reading: Reading, structure: Structure, number: int) -> int:
    """Where the clause begins that ends in the negator behind "…, by his account,"."""
    while number and structure.clauses[number].opener == "comma":
        number -= 1
        clause = structure.clauses[number]
        if _has_content(reading, clause.start, clause.end):
            break
    return structure.clauses[number].start


def _end_of_governed(reading: Reading, structure: Structure, number: int, found: Found) -> int:
    """The end of the clause and of those that hang on it, what is inserted in them included."""
    end = structure.clauses[number].end
    is_begun = False
    for following in structure.clauses[number + 1 :]:
        governs_quote = found.sense.concept == "implicit" and following.opener == "quote"
        goes_on = is_begun and following.opener == "comma"
        places = range(following.start, following.end)
        verbs = [p.at for p in structure.predicates if p.at in places]
        goes_on = goes_on and not any(reading.has(v, "saying") for v in verbs)
        governs_infinitive = (
            found.sense.concept == "implicit"
            and not is_begun
            and _is_infinitive(reading, following)
        )
        is_object = following.opener == "complementizer" or governs_quote or governs_infinitive
        if not is_object and not goes_on:
            break
        end = following.end
        is_begun = not verbs and (goes_on or following.opener == "complementizer")
    return end


def _is_infinitive(reading: Reading, clause: Clause) -> bool:
    """German: whether the clause is what somebody refuses to do (", seine Rechnung zu zahlen")."""
    words = [reading.tokens[i].folded for i in range(clause.start, clause.end)]
    opens_purpose = "um" in words[:2]
    return (
        reading.language == "de"
        and clause.opener == "comma"
        and "zu" in words
        and not opens_purpose
    )


def _reach(reading: Reading, structure: Structure, number: int, found: Found) -> set[int]:
    """From the negator to the end of what it governs."""
    clause = structure.clauses[number]
    if found.sense.concept == "implicit" and not _is_verb(structure, found):
        return _next_noun(reading, found)
    if found.sense.concept == "direct" and _is_of_noun(reading, structure, found):
        return {found.end}
    behind = any(reading.is_content[i] for i in range(found.end, clause.end))
    is_last = reading.language in _NEGATOR_MAY_END and not behind  # «опасности нет»
    is_whole = reading.language in _WHOLE_CLAUSE or is_last
    start = clause.start if is_whole else found.end
    if is_last and not _has_content(reading, clause.start, clause.end):
        start = _before_insertion(reading, structure, number)
    end = _end_of_governed(reading, structure, number, found)
    return set(range(start, end)) - set(range(found.start, found.end)) - _deniers(reading)
