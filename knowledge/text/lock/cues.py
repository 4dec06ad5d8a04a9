"""What the words of saying in a text govern: "said that …", "…, he said"."""

from knowledge.text.lock.predicates import Predicate, Structure
from knowledge.text.lock.reading import Reading
from knowledge.text.lock.utterance import Utterance

_OWN_CLAUSE_ONLY = frozenset({"claims_responsibility", "praises", "criticises", "describes"})
_RESPONSIBILITY = frozenset({"responsible", "responsibility_noun"})
_CLAUSES_FOLLOW = frozenset({"says", "reports", "confirms"})


def read_cue(reading: Reading, structure: Structure, cue: Predicate) -> Utterance:
    """What is said by whom with the verb *cue*."""
    stances = reading.concepts(cue.at, "saying")
    speaker = cue.subject
    content = _governed(reading, structure, cue, stances) - speaker - cue.wider
    if "claims_responsibility" in stances:
        content = frozenset(i for i in content if reading.concepts(i, "topic") & _RESPONSIBILITY)
        return _utterance(reading, cue, stances, content)
    is_trailing = _is_trailing(reading, structure, cue)
    if is_trailing or not _tells(reading, structure, cue, stances, content):
        start = _told_before(structure, cue.at)
        content = frozenset(range(start, cue.at)) - speaker or content
    return _utterance(reading, cue, stances, content)


def tells_something(reading: Reading, structure: Structure, cue: Predicate) -> bool:
    """Whether a verb like "recall" or "add" says something here, and does nothing else.

    It does with a clause or a quotation beside it, and not with a mere object ("recalled cars").
    """
    if not reading.has(cue.at, "grammar", "clause_only"):
        return True
    number = structure.clause_of[cue.at]
    end = structure.clauses[number].end
    behind = range(cue.at + 1, end)
    is_first = any(reading.is_content[i] or reading.tokens[i].is_number for i in behind)
    said_before = any(c.opener == "quote" for c in structure.clauses[: number + 1])
    return not is_first or said_before or _goes_on(reading, structure, number)


def _utterance(
    reading: Reading, cue: Predicate, stances: frozenset[str], content: frozenset[int]
) -> Utterance:
    return Utterance(
        at=cue.at,
        stances=stances,
        speaker=cue.subject,
        speaker_keys=reading.keys_of(cue.subject),
        content=content,
        wider=cue.wider,
        is_passive=cue.is_passive,
        is_open=cue.is_open,
    )


def _tells(
    reading: Reading,
    structure: Structure,
    cue: Predicate,
    stances: frozenset[str],
    content: frozenset[int],
) -> bool:
    """Whether what follows the cue is what is said, not only to whom ("…, he told the paper")."""
    if any(c.opener == "complementizer" and c.start in content for c in structure.clauses):
        return True
    if reading.language == "ar" and cue.subject and min(cue.subject) > cue.at:
        return True  # the verb comes first, and what is said last
    if not any(reading.is_content[i] for i in content):
        return False
    if cue.object and structure.clauses[structure.clause_of[cue.at]].opener == "subordinator":
        return True
    if not stances & _CLAUSES_FOLLOW or any(p.at in content for p in structure.predicates):
        return True
    start = _sentence_start(structure, cue.at)
    return not any(start <= p.at < cue.at for p in structure.predicates)


def _is_trailing(reading: Reading, structure: Structure, cue: Predicate) -> bool:
    """Whether the cue only says who said what stands before it: "…, the service believes, …"."""
    number = structure.clause_of[cue.at]
    clause = structure.clauses[number]
    if clause.opener not in {"comma", "quote"} or _goes_on(reading, structure, number):
        return False
    mine = cue.subject | cue.wider
    behind = [i for i in range(cue.at + 1, clause.end) if i not in mine]
    if any(reading.is_content[i] or reading.has(i, "grammar", "pronoun") for i in behind):
        return False
    if any(clause.start <= i < clause.end for i in cue.subject):
        return True
    first = _sentence_start(structure, cue.at)
    told = [c for c in structure.clauses[:number] if c.start >= first and c.opener != "relative"]
    return any(c.start <= p.at < c.end for c in told for p in structure.predicates)


def _goes_on(reading: Reading, structure: Structure, number: int) -> bool:
    """Whether what is said may follow: a clause, a quotation, something behind a colon."""
    following = structure.clauses[number + 1 : number + 2]
    return any(
        c.opener in {"complementizer", "quote"} or reading.tokens[c.start].text == ":"
        for c in following
    )


def _told_before(structure: Structure, at: int) -> int:
    """Where begins what is said before its cue: the sentence, or the clause that hangs on."""
    clause = structure.clauses[structure.clause_of[at]]
    if clause.opener in {"relative", "complementizer", "and", "but"}:
        return at
    return clause.start if clause.opener == "subordinator" else _sentence_start(structure, at)


def _governed(
    reading: Reading, structure: Structure, cue: Predicate, stances: frozenset[str]
) -> frozenset[int]:
    """From the cue to where the sentence, or somebody else's saying, begins."""
    number = structure.clause_of[cue.at]
    end = structure.clauses[number].end
    own_clause = bool(stances & _OWN_CLAUSE_ONLY)
    is_hearsay = cue.is_passive and not cue.subject and bool(stances & _CLAUSES_FOLLOW)
    if not own_clause and not is_hearsay:
        has_clause = any(cue.at < p.at < end for p in structure.predicates)
        for clause in structure.clauses[number + 1 :]:
            if clause.opener in {"stop", "but"} or _says_anew(reading, structure, clause.start):
                break
            if clause.opener == "and" and not has_clause:
                break
            inserted = reading.tokens[clause.start].text in ",،" and reading.language != "de"
            if clause.opener == "relative" and not has_clause and inserted:
                break
            has_clause = has_clause or clause.opener in {"complementizer", "quote", "relative"}
            end = clause.end
    return frozenset(range(cue.at + 1, end))


def _says_anew(reading: Reading, structure: Structure, start: int) -> bool:
    """Whether the clause there begins another's saying, or goes on with the same speaker's next."""
    number = structure.clause_of[start]
    clause = structure.clauses[number]
    if _is_told_of_by_another(reading, structure, number):
        return True
    if clause.opener not in {"subordinator", "comma", "and"}:
        return False
    return any(
        clause.start <= p.at < clause.end and reading.has(p.at, "saying")
        for p in structure.predicates
    )


def _is_told_of_by_another(reading: Reading, structure: Structure, number: int) -> bool:
    """Whether an apposition begins of which somebody else says something (", a figure that …")."""
    apposition = structure.clauses[number]
    following = structure.clauses[number + 1 : number + 2]
    if apposition.opener != "comma" or any(
        apposition.start <= p.at < apposition.end for p in structure.predicates
    ):
        return False
    return any(
        c.opener in {"complementizer", "relative"}
        and c.start <= p.at < c.end
        and reading.has(p.at, "saying")
        and any(c.start <= i < p.at for i in p.subject)
        for c in following
        for p in structure.predicates
    )


def _sentence_start(structure: Structure, at: int) -> int:
    """Where the sentence begins, or the quotation that the cue stands in."""
    number = structure.clause_of[at]
    while number and structure.clauses[number].opener not in {"stop", "quote"}:
        number -= 1
    if number and structure.clauses[number].opener == "quote" and _is_outside(structure, number):
        return structure.clauses[0].start
    return structure.clauses[number].start


def _is_outside(structure: Structure, number: int) -> bool:
    """Whether that quotation mark closes, so that what follows is outside."""
    return sum(c.opener == "quote" for c in structure.clauses[: number + 1]) % 2 == 0
