"""Hedges, conditions and attempts: nothing is more certain than the quotes make it."""

from collections.abc import Iterator

from knowledge.text.lock.alignment import Alignment, Quoted
from knowledge.text.lock.cited import Fault, FaultKind
from knowledge.text.lock.dropping import stands_for_pronoun
from knowledge.text.lock.lexicon import Found
from knowledge.text.lock.predicates import Structure
from knowledge.text.lock.reading import Reading
from knowledge.text.lock.thesaurus import may_mean
from knowledge.text.lock.utterances import find_utterances

_STANDS_FOR = {
    "possible": {"possible", "alleged"},
    "probable": {"probable", "alleged", "possible"},
    "alleged": {"alleged", "probable", "possible"},
    "attempt": {"attempt"},
    "intent": {"intent", "future", "possible"},
    "almost": {"almost"},
    "suspicion": {"suspicion", "alleged", "probable", "possible"},
    "future": {"future", "intent", "possible", "conditional", "probable"},
    "conditional": {"conditional", "possible", "alleged", "future"},
}
"""Which hedges of the statement are no more certain than one of the quote."""
_ADDED_FROM = {
    "possible": {"possible", "conditional", "probable", "alleged", "intent", "future"},
    "probable": {"probable", "alleged"},
    "alleged": {"alleged", "probable", "conditional"},
    "attempt": {"attempt", "intent"},
    "intent": {"intent", "future", "attempt", "conditional"},
}
"""Which hedges of the quote bear out one of the statement."""
_MARK_THE_FUTURE = frozenset({"en", "es", "fr", "pt"})
_FORWARD = frozenset({"attempt", "intent", "suspicion"})
"""Hedges that reach only what follows them."""
_TOLD_AS = {
    "fears": {"fears", "warns"},
    "doubts": {"doubts"},
    "asks": {"asks"},
    "demands": {"demands", "says"},
    "promises": {"promises", "says"},
    "believes": {"believes", "fears", "according", "doubts", "denies"},
}
"""As what the statement may tell what the quote only tells as a fear, a doubt, a promise …"""
_REPORTING = frozenset({"accuses", "believes", "fears", "doubts", "reports", "says", "warns"})


def check_hedges(alignment: Alignment) -> Iterator[Fault]:
    """Hedges that were dropped, made stronger or added."""
    own = told = alignment.statement.all_concepts("hedge") | alignment.hedges
    if "accuses" in alignment.statement.all_concepts("saying") | alignment.told_as:
        own |= {"alleged"}
    if _believes_itself(alignment):
        own |= {"probable"}
    for quoted in alignment.quotes:
        for concept, words in _dropped(alignment, quoted, own):
            yield Fault(
                kind=FaultKind.HEDGE,
                words="",
                reason=f"The cited sentence says “{words}” ({concept}); this is too certain.",
            )
            return
    yield from _check_feelings(alignment)
    yield from _check_added(alignment, told)


def _believes_itself(alignment: Alignment) -> bool:
    """Whether the statement has "believes", and no quote has it beside its hedge."""
    told = alignment.statement.all_concepts("saying") | alignment.told_as
    return "believes" in told and "believes" not in alignment.concepts("saying")


def _dropped(
    alignment: Alignment, quoted: Quoted, own: frozenset[str]
) -> Iterator[tuple[str, str]]:
    for found in quoted.reading.found:
        table, concept = found.sense
        if table != "hedge" or concept not in _STANDS_FOR or _is_misread(quoted, found):
            continue
        if not quoted.is_same_language and _is_translated(alignment, quoted, found):
            continue
        if _STANDS_FOR[concept] & (own - _same_words(alignment, quoted, concept)):
            continue
        start, end = _reach(quoted.reading, quoted.structure, found.start, concept)
        if _rests_on(alignment, quoted, start, end):
            yield concept, quoted.reading.words(range(found.start, found.end))


def _is_translated(alignment: Alignment, quoted: Quoted, found: Found) -> bool:
    """Whether a word of the statement means the hedge's word, as «появлялся» means "appeared"."""
    statement, theirs = alignment.statement, quoted.reading.tokens[found.start].folded
    return any(
        may_mean(form, statement.language, theirs, quoted.reading.language)
        for token in statement.tokens
        if token.is_word
        for form in token.forms
    )


def _is_misread(quoted: Quoted, found: Found) -> bool:
    """Whether the word is no hedge here, or one that the statement's language may not have."""
    concept = found.sense.concept
    if concept == "future":
        return not (quoted.is_same_language and quoted.cited.language in _MARK_THE_FUTURE)
    if concept == "almost":  # the number's own
        near = range(found.end, found.end + 2)
        counts = [f.start for f in quoted.reading.found if f.sense == ("scope", "half")]
        return any(i in near for i in [f.start for f in quoted.reading.figures] + counts)
    clause = quoted.structure.clauses[quoted.structure.clause_of[found.start]]
    return concept == "alleged" and clause.opener == "complementizer"  # "said they would be"


def _same_words(alignment: Alignment, quoted: Quoted, concept: str) -> frozenset[str]:
    """Hedges of the statement that are other words of the quote: "proposed" for "will propose"."""
    if concept != "future":
        return frozenset()
    return frozenset(
        f.sense.concept
        for f in alignment.statement.found
        if f.sense.table == "hedge" and quoted.has(f.start) and f.sense.concept == "intent"
    )


def _reach(reading: Reading, structure: Structure, at: int, concept: str) -> tuple[int, int]:
    """The hedge's clause; a condition, and an insertion, hold for the clauses beside it too."""
    number = structure.clause_of[at]
    clause = structure.clauses[number]
    if concept in _FORWARD:
        return at, clause.end
    is_inserted = not any(clause.start <= p.at < clause.end for p in structure.predicates)
    if not is_inserted and (concept != "conditional" or at > clause.start + 1):
        return clause.start, clause.end
    first, last = number, number
    if number and clause.opener != "stop" and not _follows_and(reading, clause.start):
        first -= 1
    if last + 1 < len(structure.clauses) and structure.clauses[last + 1].opener != "stop":
        last += 1
    return structure.clauses[first].start, structure.clauses[last].end


def _follows_and(reading: Reading, at: int) -> bool:
    """Whether an insertion follows right on "and", so that it holds for what comes behind it."""
    return at > 0 and "and" in reading.openers[at - 1]


def _rests_on(alignment: Alignment, quoted: Quoted, start: int, end: int) -> bool:
    """Whether the statement has a telling word that stands in that clause and nowhere else."""
    statement = alignment.statement
    return any(
        statement.is_content[at]
        and places
        and all(start <= p < end for p in places)
        and not alignment.is_name(at)
        and not any(q.has(at) for q in alignment.quotes if q is not quoted)
        for at, places in enumerate(quoted.closest)
    )


def _check_feelings(alignment: Alignment) -> Iterator[Fault]:
    """What somebody only fears, doubts, wants or promises is not told as what they say is so."""
    if not (alignment.is_same_language or alignment.told_as):
        return  # "is considered", "may require": what is felt there is often said here
    statement = alignment.statement
    own = statement.all_concepts("saying") | alignment.told_as
    for at in range(len(statement.tokens)):
        places = [(q, p) for q in alignment.quotes for p in q.words[at]]
        if not places or not statement.is_content[at] or alignment.is_name(at):
            continue
        felt = [_felt(q, p) for q, p in places]
        if _is_told_by_pronoun(alignment, at):
            continue
        if all(f and not own & _TOLD_AS[f] for f in felt):
            yield Fault(
                kind=FaultKind.HEDGE,
                words=statement.tokens[at].text,
                reason=f"In the cited sentences somebody only {felt[0]} that; this says more.",
            )
            return


def _is_told_by_pronoun(alignment: Alignment, at: int) -> bool:
    said = [(q, u) for q in alignment.quotes for u in find_utterances(q.reading)]
    return stands_for_pronoun(alignment, at, said)


def _felt(quoted: Quoted, place: int) -> str:
    """The stance, weaker than saying, in which the word stands there; "" for none."""
    return next(
        (
            stance
            for u in find_utterances(quoted.reading)
            if place in u.content
            for stance in sorted(u.stances)
            if stance in _TOLD_AS and not u.stances & {"says", "according", "reports"}
        ),
        "",
    )


def _check_added(alignment: Alignment, own: frozenset[str]) -> Iterator[Fault]:
    """Hedges of the statement's own; "can" is none in every language."""
    if not alignment.is_same_language:
        own -= {"possible"}
    theirs = alignment.concepts("hedge")
    said = alignment.concepts("saying")
    for concept in sorted(own & _ADDED_FROM.keys()):
        if _ADDED_FROM[concept] & theirs:
            continue
        if concept == "intent" and "believes" in said:  # "expects"
            continue
        if concept in {"alleged", "probable"} and said & _REPORTING:
            continue
        yield Fault(
            kind=FaultKind.HEDGE,
            words="",
            reason=f"The statement is less certain ({concept}) than the cited sentences.",
        )
