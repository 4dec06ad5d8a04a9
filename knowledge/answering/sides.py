"""Showing the other side: speakers who disagree about what was asked are shown together.

Whatever composed the statements, it is decided here, from the claims of the articles, whether an
answer is disputed; a side that was left out is added with its own quote.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations

from knowledge.answering.answer import Citation, Outcome, Question, Statement
from knowledge.answering.asked_roles import find_asked_role
from knowledge.answering.blame import claiming_words
from knowledge.answering.counts import find_other_counts
from knowledge.answering.disagreement import Asking, exclude_each_other, read_asking
from knowledge.answering.evidence import Candidate, Evidence
from knowledge.answering.exchanges import find_answers
from knowledge.answering.looks import ask
from knowledge.answering.positions import Position, positions_in
from knowledge.answering.quoted import find_quoted
from knowledge.text.claim import Claim, Stance
from knowledge.text.quote import quote_sentence
from knowledge.text.words.lexicon import load_lexicon as load_words
from knowledge.text.words.names import is_same_name
from knowledge.text.words.reading import Reading, read
from knowledge.text.words.themes import Theme, is_about

MOST_STATEMENTS = 5
"""In a disputed answer, so that no side is lost in the number of the others."""

_ANNOUNCED = 2
"""Sentences behind "they gave conflicting accounts" in which the accounts stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an answer says, and what became of the question."""

    statements: tuple[Statement, ...]
    outcome: Outcome


def state(candidate: Candidate, claim: Claim | None) -> Statement:
    """A sentence as a statement without words of ours: who speaks in it, and its quote."""
    return Statement(
        text="",
        speaker=claim.speaker if claim else "",
        label=claim.label if claim else "",
        stance=claim.stance if claim else Stance.STATES,
        citations=(Citation(quote=quote_sentence(candidate.sentence), source=candidate.source),),
        copies=candidate.copies,
    )


def main_claim(claims: Sequence[Claim]) -> Claim | None:
    """The first claim that somebody makes; who says several things in a sentence just "says" it."""
    first = next((claim for claim in claims if claim.speaker), None)
    if first is None or len({c.stance for c in claims if c.speaker == first.speaker}) == 1:
        return first
    return replace(first, stance=Stance.SAYS)


def show_sides(question: Question, evidence: Evidence, told: Told) -> Told:
    """The same answer with the other side, where the evidence has one."""
    if told.outcome is Outcome.REFUSED or not told.statements:
        return told
    positions = list(positions_in(evidence.candidates))
    cited = _cited(told.statements)
    held = [one for one in positions if _key(one.candidate) in cited]
    reading = read(question.text, question.language)
    if _asks_for_words_of(reading, held) or find_quoted(
        question.text, question.language, evidence.candidates
    ):
        return told
    asking = read_asking(reading, positions)
    announced = _announced(cited, evidence.candidates, positions)
    contrary = [*announced, *_contrary(held, positions, asking)]
    contrary += find_answers(held, positions, reading)
    others = {_key(one.candidate): state(one.candidate, one.claim) for one in contrary}
    for one in find_other_counts(question, _of(cited, evidence.candidates), evidence.candidates):
        others.setdefault(_key(one), state(one, main_claim(one.claims)))
    if not others and not _any_exclude(held, asking):
        return told
    room = max(MOST_STATEMENTS - len(told.statements), 1)
    added = list(others.values())[:room]
    return Told(
        statements=_in_article_order([*told.statements, *added], evidence.candidates),
        outcome=Outcome.DISPUTED,
    )


def _cited(statements: Iterable[Statement]) -> set[tuple[str, int]]:
    quotes = (citation.quote for one in statements for citation in one.citations)
    return {(quote.article_id, quote.start) for quote in quotes}


def _of(cited: Set[tuple[str, int]], candidates: Iterable[Candidate]) -> list[Candidate]:
    return [one for one in candidates if _key(one) in cited]


def _key(candidate: Candidate) -> tuple[str, int]:
    return candidate.sentence.article_id, candidate.sentence.start


def _asks_for_words_of(question: Reading, held: Sequence[Position]) -> bool:
    """Whether it asks what a certain speaker says, or who claims it: nobody can dispute that."""
    stances = {one.claim.stance for one in held}
    if stances == {Stance.CLAIMS_RESPONSIBILITY} and claiming_words(question):
        return True
    speaking = load_words(question.language).speaking
    if not any(word.folded in speaking for word in question.words):
        return False
    if find_asked_role(ask(question.text, question.language)):
        return True
    return any(_is_named(one.speaker, question, one) for one in held)


def _is_named(speaker: str, question: Reading, by: Position) -> bool:
    last = read(speaker, by.content.language).topic[-1:]
    return any(is_same_name(part, word) for part in last for word in question.topic)


def _contrary(
    held: Sequence[Position], positions: Sequence[Position], asking: Asking
) -> list[Position]:
    """The nearest position of each other speaker who contradicts one that is held."""
    cited = {_key(one.candidate) for one in held}
    speakers = {one.speaker for one in held}
    best: dict[str, Position] = {}
    for one in sorted(positions, key=lambda p: -p.candidate.cosine):
        if _key(one.candidate) in cited or one.speaker in speakers:
            continue
        if any(exclude_each_other(said, one, asking) for said in held):
            best.setdefault(one.speaker, one)
    return list(best.values())


def _announced(
    cited: Set[tuple[str, int]], candidates: Sequence[Candidate], positions: Sequence[Position]
) -> list[Position]:
    """The speakers right behind a sentence that says that accounts differ; two at least."""
    for candidate in candidates:
        if _key(candidate) not in cited or any(claim.speaker for claim in candidate.claims):
            continue
        if not is_about(Theme.CONFLICT, read(candidate.sentence.text, candidate.source.language)):
            continue
        behind = {
            one.speaker: one for one in reversed(positions) if _is_right_behind(one, candidate)
        }
        if len(behind) > 1:
            return list(behind.values())
    return []


def _is_right_behind(position: Position, candidate: Candidate) -> bool:
    one, other = position.candidate.sentence, candidate.sentence
    return one.article_id == other.article_id and 0 < one.number - other.number <= _ANNOUNCED


def _any_exclude(held: Sequence[Position], asking: Asking) -> bool:
    return any(exclude_each_other(one, other, asking) for one, other in combinations(held, 2))


def _in_article_order(
    statements: Iterable[Statement], candidates: Sequence[Candidate]
) -> tuple[Statement, ...]:
    """As the articles give them; the article that was found first comes first."""
    found: dict[str, int] = {}
    for candidate in candidates:
        found.setdefault(candidate.sentence.article_id, len(found))

    def place(statement: Statement) -> tuple[int, int]:
        quote = min((c.quote for c in statement.citations), key=lambda q: q.start)
        return found.get(quote.article_id, len(found)), quote.start

    return tuple(sorted(statements, key=place))
