"""What each word hangs on: the preposition before it, or none."""

from collections.abc import Iterator, Sequence

from knowledge.text.lock.clauses import Clause
from knowledge.text.lock.lexicon import load_lexicon
from knowledge.text.lock.reading import Reading

_ATTACHED = ("بال", "لل", "كال", "ب", "ل")


def find_prepositions(
    reading: Reading, clauses: Sequence[Clause], verbs: frozenset[int]
) -> Iterator[str]:
    """For each token the preposition that it hangs on, or ""; a verb or a date ends its reach."""
    for clause in clauses:
        current = ""
        for at in range(clause.start, clause.end):
            if at in verbs:
                current = ""
            elif _is_preposition(reading, at, clause, verbs):
                current = reading.tokens[at].folded
            current = _attached_preposition(reading, at, verbs) or current
            yield current
            if _is_date(reading, at):
                current = ""


def _is_preposition(reading: Reading, at: int, clause: Clause, verbs: frozenset[int]) -> bool:
    grammar = reading.concepts(at, "grammar")
    is_bare = "of" in grammar and "determiner" not in grammar
    is_loose = at <= clause.start + 1 and is_bare  # "Smith, 54, of Tyler"
    if reading.is_name[at] or not (grammar & {"preposition", "by", "from"} or is_loose):
        return False
    if is_loose:
        return True
    if clause.opener == "subordinator" and at <= clause.start + 1:
        places = range(clause.start + 1, clause.end)
        finite = any(i in verbs and reading.tokens[i - 1].folded != "to" for i in places)
        return not finite  # "since they won", but "since 2002"
    opens = at == clause.start or (
        at == clause.start + 1 and not reading.tokens[clause.start].is_word
    )
    after_and = at > 0 and bool(reading.openers[at - 1] & {"and", "complementizer"})
    if (opens or after_and) and "determiner" in grammar and reading.language == "pt":
        return False  # "a ministra" at the beginning is an article
    return not ("of" in grammar and "preposition" not in grammar and _inside_noun(reading, at))


def _inside_noun(reading: Reading, at: int) -> bool:
    """Whether "of" joins two nouns, which then stand together."""
    before = reading.tokens[at - 1] if at else None
    if before is None or not before.is_word:
        return False
    return (
        reading.is_content[at - 1] or reading.has(at - 1, "scope") or reading.has(at - 1, "words")
    )


def _attached_preposition(reading: Reading, at: int, verbs: frozenset[int]) -> str:
    token = reading.tokens[at]
    if reading.language != "ar" or not token.is_word or not reading.is_content[at]:
        return ""
    follows_noun = at > 0 and reading.is_content[at - 1] and at - 1 not in verbs
    unknown = follows_noun and not load_lexicon("ar").knows(token.folded)
    if not (reading.has(at, "name") or unknown):
        return ""
    return next(
        (
            b[0]
            for b in _ATTACHED
            if token.folded.startswith(b) and token.folded[len(b) :] in token.forms
        ),
        "",
    )


def _is_date(reading: Reading, at: int) -> bool:
    return any(
        f.start <= at < f.end and (f.kind in {"month", "weekday"} or 1000 < f.value < 2100)
        for f in reading.figures
    )
