"""Negation: what the quotes deny, the statement denies, and the other way round."""

from collections import Counter
from collections.abc import Iterator

from knowledge.text.lock.alignment import Alignment, Quoted
from knowledge.text.lock.cited import Fault, FaultKind
from knowledge.text.lock.denials import denied_places, near_negators
from knowledge.text.lock.predicates import Structure
from knowledge.text.lock.reading import Reading
from knowledge.text.lock.utterances import find_utterances


def check_negation(alignment: Alignment) -> Iterator[Fault]:
    """Verbs, and nouns right behind a negator, that are denied on one side only."""
    turned = next(_turned(alignment), None)
    if turned is not None:
        yield turned
        return
    yield from _unlike(alignment)
    yield from _undenied(alignment)


def _turned(alignment: Alignment) -> Iterator[Fault]:
    """Words that the statement denies and every quote with them tells, or the other way round."""
    denied = denied_places(alignment.statement, alignment.structure)
    near = near_negators(alignment.statement)
    verbs = {p.at for p in alignment.structure.predicates}
    for at in _telling(alignment):
        is_denied = (at in denied) != alignment.is_denied
        sides = [
            (
                place in quote_denied,
                not (at in verbs and _takes_nothing(alignment.statement, at))
                and _tells(quoted, place, at in verbs, is_denied, at in near),
            )
            for quoted, quote_denied in _quoted(alignment)
            for place in _alike(alignment, quoted, at)
        ]
        if not alignment.is_same_language and _both_deny(alignment):
            continue  # which word it reaches is too rough to compare
        if sides and all(tells and side != is_denied for side, tells in sides):
            word = alignment.statement.tokens[at].text
            wrong = "denies" if is_denied else "does not deny"
            yield _fault(
                f"The statement {wrong} “{word}”; the cited sentences say the opposite.", word
            )


def _both_deny(alignment: Alignment) -> bool:
    """Whether statement and quotes deny something, in so many words or by "without", "refuses"."""
    own = bool(alignment.statement.all_concepts("negation")) or alignment.is_denied
    return own and bool(alignment.concepts("negation"))


def _unlike(alignment: Alignment) -> Iterator[Fault]:
    """Denials that the statement and its quotes do not share, where no word shows it alone."""
    if _denies_nothing(alignment):
        yield _fault("What the statement denies is not denied in the cited sentences.")
    if _drops_denial(alignment):
        yield _fault("What the statement tells of its subject is denied in the cited sentences.")
    if _is_silent(alignment):
        yield _fault("The cited sentence denies what the statement tells without a denial.")


def _undenied(alignment: Alignment) -> Iterator[Fault]:
    """A negator, where no quote denies anything."""
    negators = [f for f in alignment.statement.found if f.sense == ("negation", "direct")]
    if not negators or alignment.is_denied or any(denied for _, denied in _quoted(alignment)):
        return
    words = alignment.statement.words(range(negators[0].start, negators[0].end))
    yield _fault("The cited sentences don't deny anything.", words)


def _fault(reason: str, words: str = "") -> Fault:
    return Fault(kind=FaultKind.NEGATION, words=words, reason=reason)


def _denies_nothing(alignment: Alignment) -> bool:
    """Across languages: nothing of what the statement denies is denied in the quotes."""
    statement = alignment.statement
    if alignment.is_same_language or alignment.is_denied:
        return False
    denied = denied_places(statement, alignment.structure)
    mine = [i for i in denied if statement.is_content[i] and not alignment.is_name(i)]
    places = [(d, set(q.words[i])) for i in mine for q, d in _quoted(alignment) if q.has(i)]
    has_negator = "direct" in statement.all_concepts("negation")
    return has_negator and bool(places) and all(p.isdisjoint(d) for d, p in places)


def _drops_denial(alignment: Alignment) -> bool:
    """In one language: all that follows the statement's first verb is denied in the quotes."""
    statement = alignment.statement
    verbs = [i for i in range(len(statement.tokens)) if _is_any_verb(alignment, i)]
    if not verbs or alignment.is_denied or statement.all_concepts("negation"):
        return False
    said = [
        (q, denied, i)
        for q, denied in _quoted(alignment)
        for i in range(verbs[0] + 1, len(statement.tokens))
        if q.is_same_language and q.has(i) and statement.is_content[i] and not alignment.is_name(i)
    ]
    behind = {i for _, _, i in said}
    return len(behind) > 1 and all(set(q.words[i]) <= denied for q, denied, i in said)


def _is_any_verb(alignment: Alignment, at: int) -> bool:
    is_verb = any(p.at == at for p in alignment.structure.predicates)
    return is_verb or bool(alignment.statement.concepts(at, "grammar") & {"be", "have", "modal"})


def _takes_nothing(reading: Reading, at: int) -> bool:
    """Whether the verb's object is denied: "gains no benefit" does not gain a benefit."""
    behind = range(at + 1, min(at + 3, len(reading.tokens)))
    return any(reading.has(i, "negation", "direct") for i in behind)


def _is_silent(alignment: Alignment) -> bool:
    """Across languages: nothing is denied, but the same names' clause is in every quote."""
    statement = alignment.statement
    has_negator = bool(statement.all_concepts("negation")) or alignment.is_denied
    if alignment.is_same_language or has_negator:
        return False
    return all(_names_in_denied_clause(alignment, quoted) for quoted in alignment.quotes)


def _names_in_denied_clause(alignment: Alignment, quoted: Quoted) -> bool:
    statement = alignment.statement
    spoken = {i for u in find_utterances(statement) for i in u.speaker | {u.at}}
    places = [
        {quoted.structure.clause_of[p] for p in ps}
        for i, ps in enumerate(quoted.words)
        if statement.is_content[i] and i not in spoken
    ]
    clause_of, clauses = quoted.structure.clause_of, quoted.structure.clauses
    denied = {clause_of[f.start] for f in quoted.reading.found if f.sense == ("negation", "direct")}
    numbers = Counter(number for ns in places for number in ns)
    most = max(numbers.values(), default=0)
    return bool(clauses) and most > 0 and any(numbers[n] == most for n in denied)


def _tells(quoted: Quoted, place: int, is_verb: bool, is_denied: bool, is_near: bool) -> bool:
    """Whether a word that is denied on one side shows that the sides differ.

    A verb on either side does; a noun does right behind the negator of the side that denies it.
    """
    if is_verb or place in {p.at for p in quoted.structure.predicates}:
        return not (is_denied and _has_negator(quoted.reading, quoted.structure, place))
    return is_near if is_denied else place in near_negators(quoted.reading)


def _has_negator(reading: Reading, structure: Structure, place: int) -> bool:
    """Whether the verb's clause denies something: "found no proof" is "did not find proof"."""
    number = structure.clause_of[place]
    return any(
        f.sense == ("negation", "direct") and structure.clause_of[f.start] == number
        for f in reading.found
    )


def _quoted(alignment: Alignment) -> Iterator[tuple[Quoted, frozenset[int]]]:
    for quoted in alignment.quotes:
        yield quoted, denied_places(quoted.reading, quoted.structure)


def _alike(alignment: Alignment, quoted: Quoted, at: int) -> list[int]:
    """The places of the word in the quote's clauses that share most with the statement's clause."""
    places = quoted.closest[at]
    if len(places) < 2:
        return list(places)
    clause = alignment.structure.clauses[alignment.structure.clause_of[at]]
    shared = {p for i in range(clause.start, clause.end) for p in quoted.words[i]}
    likeness = {p: sum(_same_clause(quoted, p, s) for s in shared) for p in places}
    return [p for p in places if likeness[p] == max(likeness.values())]


def _same_clause(quoted: Quoted, one: int, other: int) -> bool:
    clause_of = quoted.structure.clause_of
    return clause_of[one] == clause_of[other]


def _telling(alignment: Alignment) -> Iterator[int]:
    """Words that can be denied: all but names."""
    statement = alignment.statement
    verbs = {p.at for p in alignment.structure.predicates}
    for at in range(len(statement.tokens)):
        is_verb = at in verbs and not statement.concepts(at, "grammar") & {"be", "have", "modal"}
        if (statement.is_content[at] or is_verb) and not alignment.is_name(at):
            yield at
