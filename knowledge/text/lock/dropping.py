"""Dropped speakers: what only somebody says is not told as what is so."""

from collections.abc import Iterator

from knowledge.text.lock.alignment import Alignment, Quoted
from knowledge.text.lock.cited import Fault, FaultKind
from knowledge.text.lock.speaking import STRONG, Said
from knowledge.text.lock.utterance import Utterance
from knowledge.text.lock.utterances import find_utterances, quoted_utterances

_MAY_BE_SAID = frozenset({"praises", "criticises", "describes", "demands", "asks"})
_MOST_OF_IT = 3
"""Words of a statement that stand in the article's own voice, at least."""


def check_dropped(alignment: Alignment) -> Iterator[Fault]:
    """Words that only somebody says in the quotes, in a sentence that names no speaker."""
    said = [(q, u) for q in alignment.quotes for u in quoted_utterances(q)]
    own = find_utterances(alignment.statement)
    for places in _sentences(alignment):
        cues = [u for u in own if u.at in places]
        if any(_attributes(alignment, cue, said) for cue in cues):
            continue  # somebody is named; whether rightly is checked apart
        only = [at for at in places if _is_only_said(alignment, at, said)]
        if len(only) == 1 and stands_for_pronoun(alignment, only[0], said):
            continue
        if only:
            word = alignment.statement.tokens[only[0]].text
            yield Fault(
                kind=FaultKind.SPEAKER,
                words=word,
                reason=f"In the cited sentences “{word}” is what somebody says; say who.",
            )
            return


def stands_for_pronoun(alignment: Alignment, at: int, said: Said) -> bool:
    """Whether a noun stands for "them" in what the article itself says beside somebody's words.

    Most of the statement must then stand there.
    """
    statement = alignment.statement
    if any(p.at == at for p in alignment.structure.predicates):
        return False
    others = [i for i in range(len(statement.tokens)) if statement.is_content[i] and i != at]
    own = [
        (q, p)
        for i in others
        for q in alignment.quotes
        for p in q.words[i]
        if not any(q is quoted and p in u.content for quoted, u in said)
    ]
    return len(own) >= _MOST_OF_IT and all(
        any(
            q.reading.has(i, "grammar", "pronoun")
            for i in range(len(q.reading.tokens))
            if not any(q is quoted and i in u.content for quoted, u in said)
        )
        for q, _ in own
    )


def _sentences(alignment: Alignment) -> Iterator[range]:
    clauses = alignment.structure.clauses
    start = 0
    for clause in clauses:
        if clause.opener == "stop" and clause.start > start:
            yield range(start, clause.start)
            start = clause.start
    yield range(start, len(alignment.statement.tokens))


def _attributes(alignment: Alignment, cue: Utterance, said: Said) -> bool:
    """Whether the cue says whose words they are; "welcome" may be what somebody says."""
    may_be_said = cue.stances <= _MAY_BE_SAID or not (cue.speaker or cue.is_open)
    return not may_be_said or not _is_only_said(alignment, cue.at, said)


def _is_only_said(alignment: Alignment, at: int, said: Said) -> bool:
    """Whether a telling word stands in the quotes, but nowhere in the article's own voice."""
    statement = alignment.statement
    if not statement.is_content[at] or alignment.is_name(at):
        return False
    places = [(q, p) for q in alignment.quotes for p in q.closest[at]]
    return bool(places) and all(
        any(
            quoted is q and p in u.content and u.at != p and not _is_told_of(alignment, q, u)
            for quoted, u in said
        )
        for q, p in places
    )


def _is_told_of(alignment: Alignment, quoted: Quoted, utterance: Utterance) -> bool:
    """Across languages: whether the statement names the speaker, or there is none to name."""
    if quoted.is_same_language or utterance.stances & STRONG:
        return False
    named = utterance.speaker | utterance.wider
    if not named:
        return not utterance.is_open and not utterance.speaker_keys and utterance.at >= 0
    return any(not named.isdisjoint(places) for places in quoted.words)
