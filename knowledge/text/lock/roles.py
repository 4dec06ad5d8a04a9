"""Roles: who did what to whom is the same in the statement and its quotes."""

from collections.abc import Iterator

from knowledge.text.lock.alignment import Alignment, Quoted
from knowledge.text.lock.cited import Fault, FaultKind
from knowledge.text.lock.exchanges import check_exchanged
from knowledge.text.lock.likeness import share
from knowledge.text.lock.predicates import Predicate
from knowledge.text.lock.reading import Reading
from knowledge.text.lock.scope import load_ergatives
from knowledge.text.lock.verbs import is_nominal

_VERB_LAST = frozenset({"de"})
_CLAUSES_FOLLOW = frozenset({"says", "reports", "confirms", "believes", "according"})


def check_roles(alignment: Alignment) -> Iterator[Fault]:
    """Names and nouns that changed places."""
    for predicate in alignment.structure.predicates:
        if _is_swapped(alignment, predicate):
            who = alignment.statement.words(predicate.subject)
            verb = alignment.statement.tokens[predicate.at].text
            yield Fault(
                kind=FaultKind.ROLE,
                words=who,
                reason=f"In the cited sentences it is not “{who}” of whom “{verb}” is said.",
            )
            return
    yield from _check_verb_first(alignment)
    yield from check_exchanged(alignment)


def _is_swapped(alignment: Alignment, own: Predicate) -> bool:
    """Whether the quotes have the verb, and never with that subject."""
    subject = {i for i in own.subject if any(q.has(i) for q in alignment.quotes)}
    if not subject:
        return own.is_passive and _has_other_patient(alignment, own)
    if _may_be_noun(alignment, own):
        return False
    same = [
        (q, p)
        for q in alignment.quotes
        for p in q.structure.predicates
        if _is_same_verb(alignment.statement, own, q, p)
    ]
    if any(_is_companion(alignment, own, q, p) for q, p in same):
        return True
    return bool(same) and not any(
        _bears_out(alignment, own, subject, q, p) and not _has_other_object(alignment, own, q, p)
        for q, p in same
    )


def _is_companion(alignment: Alignment, own: Predicate, quoted: Quoted, theirs: Predicate) -> bool:
    """Whether the quote's subject stands behind the verb, where the quote has "with him".

    "His sister pleaded with him" is not "he pleaded with his sister".
    """
    reading = quoted.reading
    if not quoted.is_same_language or own.is_passive or theirs.is_passive:
        return False
    behind = range(theirs.at + 1, min(theirs.at + 4, len(reading.tokens)))
    has_pronoun = any(
        reading.has(i, "grammar", "pronoun")
        and not reading.concepts(i, "grammar") & {"determiner", "subject"}
        for i in behind
    )
    clause = alignment.structure.clauses[alignment.structure.clause_of[own.at]]
    later = [i for i in range(own.at + 1, clause.end) if i not in own.subject]
    return has_pronoun and any(
        quoted.has(i) and set(quoted.words[i]) <= theirs.subject and quoted.closest[i]
        for i in later
        if alignment.statement.is_content[i]
    )


def _may_be_noun(alignment: Alignment, own: Predicate) -> bool:
    """Whether a quote has the word where it was not seen to be a verb, and may be one."""
    return any(
        place not in {p.at for p in q.structure.predicates}
        and not is_nominal(q.reading, place)
        and q.reading.is_content[place]
        for q in alignment.quotes
        for place in q.closest[own.at]
    )


def _has_other_object(
    alignment: Alignment, own: Predicate, quoted: Quoted, theirs: Predicate
) -> bool:
    """Whether both have a name for an object, and not the same one."""
    if _has_pronoun_for_object(own, quoted, theirs):
        return True
    names = {i for i in own.object if alignment.is_name(i) and quoted.has(i)}
    here = {p for i in names for p in quoted.words[i]}
    others = {p for p in theirs.object - theirs.wider if quoted.reading.is_name[p]}
    if alignment.statement.concepts(own.at, "saying") & _CLAUSES_FOLLOW:
        return False
    if names and others and not here & (theirs.object | theirs.subject):
        return True
    return quoted.is_same_language and _has_moved_object(alignment, own, quoted, theirs)


def _has_pronoun_for_object(own: Predicate, quoted: Quoted, theirs: Predicate) -> bool:
    """Whether the quote does it to "it", and names the statement's object only after that."""
    places = [set(quoted.words[i]) for i in own.object if quoted.has(i)]
    at = theirs.at + 1
    if not places or at >= len(quoted.reading.tokens):
        return False
    is_pronoun = (
        quoted.reading.has(at, "grammar", "pronoun")
        and not quoted.reading.has(at, "grammar", "determiner")
        and _ends_object(quoted.reading, at + 1)
    )
    return quoted.is_same_language and is_pronoun and all(min(p) > at for p in places)


def _ends_object(reading: Reading, at: int) -> bool:
    """Whether the word before token *at* can be no subject: "to", "and" or a mark follows."""
    if at >= len(reading.tokens) or not reading.tokens[at].is_word:
        return True
    return bool(reading.concepts(at, "grammar") & {"to", "and"})


def _has_moved_object(
    alignment: Alignment, own: Predicate, quoted: Quoted, theirs: Predicate
) -> bool:
    """Whether the quote's object is another verb's in the statement, and the other way round."""
    here = {p for i in own.object for p in quoted.closest[i]}
    if not here or not theirs.object or here & (theirs.object | theirs.subject):
        return False
    elsewhere = {p for o in quoted.structure.predicates if o is not theirs for p in o.object}
    moved = {
        p
        for o in alignment.structure.predicates
        if o is not own
        for i in o.object
        for p in quoted.closest[i]
    }
    return bool(here & elsewhere) and bool(moved & theirs.object)


def _has_other_patient(alignment: Alignment, own: Predicate) -> bool:
    """A passive without agent: whether the quotes have the verb, and always done to another."""
    same = [
        (q, p)
        for q in alignment.quotes
        for p in q.structure.predicates
        if _is_same_verb(alignment.statement, own, q, p)
    ]
    return bool(same) and all(
        p.object
        and p.is_passive
        and not _has_pronoun(q, p)
        and q.is_same_language
        and any(q.has(i) for i in own.object)
        and not p.object & {place for i in own.object for place in q.words[i]}
        for q, p in same
    )


def _has_pronoun(quoted: Quoted, theirs: Predicate) -> bool:
    """Whether a word like "them" stands before the verb, for whom it is done to."""
    start = quoted.structure.clauses[quoted.structure.clause_of[theirs.at]].start
    return any(quoted.reading.has(i, "grammar", "pronoun") for i in range(start, theirs.at))


def _is_same_verb(statement: Reading, own: Predicate, quoted: Quoted, theirs: Predicate) -> bool:
    if statement.has(own.at, "cause") and quoted.reading.has(theirs.at, "cause"):
        return True
    return statement.is_content[own.at] and theirs.at in quoted.closest[own.at]


def _bears_out(
    alignment: Alignment, own: Predicate, subject: set[int], quoted: Quoted, theirs: Predicate
) -> bool:
    statement = alignment.statement
    here = {p for i in subject for p in quoted.words[i]}
    if here & theirs.subject:
        return not _adds_name(alignment, own, quoted, theirs)
    if _happens_to(alignment, own) and here & theirs.object:
        return True
    if here & theirs.wider:
        return not any(set(quoted.words[i]) & theirs.subject for i in own.object)
    keys = statement.keys_of(subject)
    is_before = theirs.is_open and here & set(range(theirs.at))
    if is_before or (here & _main_subject(quoted, theirs) and not here & theirs.object):
        return True
    if theirs.is_open or not theirs.subject:
        in_context = share(keys, quoted.context)
        return in_context or not here & theirs.object
    return False


def _main_subject(quoted: Quoted, theirs: Predicate) -> frozenset[int]:
    """Whom a verb may go back to that stands apart from its subject: the sentence's first one.

    "A woman attacked in Harlem, New York died"; only where no conjunction begins its clause.
    """
    structure = quoted.structure
    clause = structure.clauses[structure.clause_of[theirs.at]]
    if clause.opener not in {"comma", "and"}:
        return frozenset()
    start = structure.clause_of[theirs.at]
    while start and structure.clauses[start].opener in {"comma", "and", "relative"}:
        start -= 1
    first = structure.clauses[start]
    if first.opener not in {"", "stop", "quote"}:
        return frozenset()
    verbs = [p.at for p in structure.predicates if first.start <= p.at < first.end]
    end = min(verbs, default=first.end)
    return frozenset(
        i
        for i in range(first.start, end)
        if quoted.reading.is_content[i]
        and not structure.prepositions[i]
        and not (i and quoted.reading.has(i - 1, "grammar", "of"))
    )


def _happens_to(alignment: Alignment, own: Predicate) -> bool:
    """Whether the verb tells what becomes of its subject: "the rate rose", since it was raised."""
    topics = {f"topic:{c}" for c in alignment.statement.concepts(own.at, "topic")}
    return not own.object and not own.is_passive and not topics.isdisjoint(load_ergatives())


def _adds_name(alignment: Alignment, own: Predicate, quoted: Quoted, theirs: Predicate) -> bool:
    """Whether "the Ukrainian president" stands for "the Russian president"."""
    statement, clause_of = alignment.statement, alignment.structure.clause_of
    if own.is_passive or statement.language in _VERB_LAST:
        return False
    known = theirs.subject | theirs.wider
    names = {
        i
        for i in own.subject
        if statement.is_name[i] and quoted.has(i) and clause_of[i] == clause_of[own.at]
    }
    others = {p for p in theirs.subject if quoted.reading.is_name[p]}
    named = [i for i in own.subject if statement.is_name[i] and quoted.has(i)]
    is_other = bool(named) and all(known.isdisjoint(quoted.words[i]) for i in named)
    return bool(others) and (is_other or any(known.isdisjoint(quoted.words[i]) for i in names))


def _check_verb_first(alignment: Alignment) -> Iterator[Fault]:
    """Arabic: the first noun behind a verb is who does it, and is the quote's."""
    for own in alignment.structure.predicates if alignment.statement.language == "ar" else ():
        same = [
            (q, p)
            for q in alignment.quotes
            for p in q.structure.predicates
            if q.is_same_language and _is_same_verb(alignment.statement, own, q, p)
        ]
        if same and all(_is_preceded(alignment, own, q, p) for q, p in same):
            who = alignment.statement.words([_noun_behind(alignment.statement, own)])
            yield Fault(
                kind=FaultKind.ROLE,
                words=who,
                reason=f"In the cited sentences it is not “{who}” who does that.",
            )
            return


def _is_preceded(alignment: Alignment, own: Predicate, quoted: Quoted, theirs: Predicate) -> bool:
    """Whether the quote has its first noun first that the statement has only later."""
    one, other = _noun_behind(alignment.statement, own), _noun_behind(quoted.reading, theirs)
    if one < 0 or other < 0 or other in quoted.words[one]:
        return False
    later = any(other in places for at, places in enumerate(quoted.words) if at > one)
    return later and any(place > other for place in quoted.words[one])


def _noun_behind(reading: Reading, predicate: Predicate) -> int:
    behind = range(predicate.at + 1, min(predicate.at + 4, len(reading.tokens)))
    return next((i for i in behind if reading.is_content[i]), -1)
