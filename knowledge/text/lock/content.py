"""Content: the statement's words are the quotes' words, and each clause rests on one sentence."""

from collections.abc import Iterator

from knowledge.text.lock.alignment import Alignment, Quoted
from knowledge.text.lock.cited import Fault, FaultKind
from knowledge.text.lock.reading import is_general

_WORDS_PER_STRANGER = 10
"""In one language, one content word in so many may be the statement's own."""
_WITHOUT_CAPITALS = frozenset({"ar"})
"""Languages in which a strange word may be a name."""
_SHARED = 0.4
"""Across languages, so many of the words and figures must be found."""
_ALIKE_ENOUGH = 2
"""Across languages, so many words or figures must be found at least."""


def check_content(alignment: Alignment) -> Iterator[Fault]:
    """Words that no quote has, and facts put together from different quotes."""
    strangers = _strangers(alignment)
    if strangers:
        words = alignment.statement.words(strangers)
        yield Fault(
            kind=FaultKind.CONTENT,
            words=words,
            reason=f"The cited sentences don't say “{words}”; use their own words.",
        )
    elif not alignment.is_same_language and not _is_alike(alignment):
        yield Fault(
            kind=FaultKind.CONTENT,
            words="",
            reason="Too little of the statement can be found in the cited sentences.",
        )
    yield from _check_joined(alignment)


def _strangers(alignment: Alignment) -> list[int]:
    """In one language: the statement's own words, where they are too many."""
    statement = alignment.statement
    if not alignment.is_same_language:
        return []
    content = [i for i in range(len(statement.tokens)) if statement.is_content[i]]
    missing = [i for i in content if not alignment.is_borne_out(i) and not statement.is_name[i]]
    missing = [
        i for i in missing if not is_general(statement, i) and not statement.has(i, "saying")
    ]
    may = 0 if statement.language in _WITHOUT_CAPITALS else len(content) // _WORDS_PER_STRANGER
    return missing if len(missing) > may else []


def _is_alike(alignment: Alignment) -> bool:
    """Whether enough of the statement is found across languages to be sure of the passage.

    Of a gloss the passage is sure, since its claim was picked: of a single word that is enough.
    """
    statement = alignment.statement
    content = [i for i in range(len(statement.tokens)) if statement.is_content[i]]
    content = [i for i in content if not is_general(statement, i)]
    words = sum(any(q.has(i) for q in alignment.quotes) for i in content)
    theirs = {(f.value, f.kind) for q in alignment.quotes for f in q.reading.figures}
    found = words + sum((f.value, f.kind) in theirs for f in statement.figures)
    total = len(content) + len(statement.figures)
    enough = min(1 + total // 2, _ALIKE_ENOUGH) if alignment.told_as else _ALIKE_ENOUGH
    return found >= enough and found >= _SHARED * total


def _check_joined(alignment: Alignment) -> Iterator[Fault]:
    """A clause whose words stand partly in one sentence and partly in another."""
    if len(alignment.quotes) == 1:
        return
    for clause in joined_clauses(alignment):
        content = [i for i in clause if alignment.statement.is_content[i]]
        shared = [i for i in content if any(q.has(i) for q in alignment.quotes)]
        best = max(alignment.quotes, key=lambda q: sum(q.has(i) for i in shared))
        keys = alignment.statement.keys
        outside = [i for i in shared if not best.has(i) and keys[i].isdisjoint(best.context)]
        outside += _figures_outside(alignment, clause, best)
        if outside:
            words = alignment.statement.words(outside)
            yield Fault(
                kind=FaultKind.ROLE,
                words=words,
                reason=f"“{words}” stands in another cited sentence than the rest of what is said.",
            )


def _figures_outside(alignment: Alignment, clause: list[int], best: Quoted) -> list[int]:
    """Figures of the clause that another quote has, and this one not."""
    here = {(f.value, f.kind) for f in best.reading.figures}
    return [
        f.start
        for f in alignment.statement.figures
        if f.start in clause and (f.value, f.kind) not in here
    ]


def joined_clauses(alignment: Alignment) -> Iterator[list[int]]:
    """The tokens of each main clause with all that hangs on it."""
    group: list[int] = []
    has_verb = False
    for clause in alignment.structure.clauses:
        places = range(clause.start, clause.end)
        verbs = any(p.at in places for p in alignment.structure.predicates)
        starts_new = clause.opener == "stop" or (
            has_verb and verbs and clause.opener in {"comma", "and", "but", "subordinator"}
        )
        if starts_new and group:
            yield group
            group, has_verb = [], False
        group += places
        has_verb = has_verb or verbs
    if group:
        yield group
