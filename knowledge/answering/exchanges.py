"""Exchanges: what one speaker says, and another right behind it answers.

A reporter who lets somebody answer writes both down one after the other: the second denies, blames
the first in turn, or is set against the first by a word ("by contrast"). Whoever is shown the one
is shown the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.answering.disagreement import is_only_pointed_at
from knowledge.answering.positions import AGAINST, Position
from knowledge.text.claim import Stance
from knowledge.text.words.reading import Reading, read
from knowledge.text.words.themes import Theme, is_about

_PAUSE = 1
"""Sentences of nobody, or that were not found, between two of an exchange."""

_OPENING = 7
"""Words at the beginning of a sentence among which a word of contrast is about the whole."""

_DIRECTED = frozenset({Stance.ACCUSES, Stance.CRITICISES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker says without being interrupted; one position at least."""

    positions: tuple[Position, ...]

    @property
    def first(self) -> Position:
        """The position that it begins with."""
        return self.positions[0]

    @property
    def last(self) -> Position:
        """The position that it ends with."""
        return self.positions[-1]


def find_answers(
    held: Sequence[Position], positions: Sequence[Position], asked: Reading
) -> list[Position]:
    """What others answer to the positions that are held, or what those answer.

    Of each speaker the nearest to the question; before it the denial that opens the answer.

    Args:
        positions: All of the evidence.
    """
    speakers = {one.speaker for one in held}
    found = [
        one
        for turn, reply in _exchanges(positions)
        for own, other in ((turn, reply), (reply, turn))
        if any(one in own.positions for one in held) and _is_on_topic(turn, reply, asked)
        for one in _telling(other)
        if other.first.speaker not in speakers
    ]
    return list(dict.fromkeys(found))


def _telling(turn: Turn) -> Iterator[Position]:
    rest = turn.positions
    if _denies_outright(turn.first):
        yield turn.first
        rest = tuple(one for one in rest if one.candidate != turn.first.candidate)
    if rest:
        yield max(rest, key=lambda one: one.candidate.cosine)


def _exchanges(positions: Sequence[Position]) -> Iterator[tuple[Turn, Turn]]:
    turns = tuple(_turns(positions))
    for turn, reply, after in zip(turns, turns[1:], (*turns[2:], None), strict=False):
        if _distance(turn.last, reply.first) <= _PAUSE + 1 and _answers(reply, turn):
            yield turn, _explained(reply, after)


def _explained(reply: Turn, after: Turn | None) -> Turn:
    """A bare denial with what stands right behind it: a firm denies, its head says why."""
    is_bare = len(reply.positions) == 1 and _denies_outright(reply.first)
    if after is None or not is_bare or _distance(reply.last, after.first) != 1:
        return reply
    return Turn(positions=(*reply.positions, *after.positions))


def _turns(positions: Iterable[Position]) -> Iterator[Turn]:
    """The turns of each article, in its order."""
    waiting: list[Position] = []
    for one in sorted(positions, key=_place):
        if waiting and not (one.is_of(waiting[-1]) and _distance(waiting[-1], one) <= _PAUSE + 1):
            yield Turn(positions=tuple(waiting))
            waiting = []
        waiting.append(one)
    if waiting:
        yield Turn(positions=tuple(waiting))


def _place(position: Position) -> tuple[str, int, int]:
    sentence = position.candidate.sentence
    return sentence.article_id, sentence.number, position.claim.content.start


def _distance(one: Position, other: Position) -> int:
    """Sentences from one to the other; as far as can be between articles."""
    first, second = one.candidate.sentence, other.candidate.sentence
    if first.article_id != second.article_id:
        return _PAUSE + 2
    return abs(second.number - first.number)


def _answers(reply: Turn, turn: Turn) -> bool:
    return _is_direct(reply, turn) or _is_set_against(reply.first)


def _is_direct(reply: Turn, turn: Turn) -> bool:
    """Whether it can only be an answer: a denial of what was said, or a charge in return."""
    first = reply.first
    return _denies_outright(first) or (
        first.claim.stance in _DIRECTED and _is_named(turn.first, first)
    )


def _denies_outright(position: Position) -> bool:
    """Whether it denies what was said before, and not something of its own."""
    claim = position.claim
    return claim.stance in AGAINST and not claim.negated and is_only_pointed_at(position)


def _is_named(speaker: Position, by: Position) -> bool:
    """Whether a speaker is meant in what another says, by name or by role."""
    told = f"{speaker.speaker} {speaker.claim.role} {speaker.claim.label}"
    return not read(told, speaker.content.language).topic_stems.isdisjoint(by.content.topic_stems)


def _is_set_against(position: Position) -> bool:
    """Whether a word of contrast opens its sentence, or stands in commas in it."""
    sentence = position.candidate.sentence.text
    language = position.candidate.source.language
    words = read(sentence, language).words
    opening = sentence[: words[_OPENING - 1].start] if len(words) >= _OPENING else sentence
    inserted = sentence.split(",")[1:-1]
    return any(is_about(Theme.CONTRAST, read(part, language)) for part in (opening, *inserted))


def _is_on_topic(turn: Turn, reply: Turn, asked: Reading) -> bool:
    """Whether an answer is about what was said or asked."""
    if _is_direct(reply, turn):
        return True
    said = _topic(turn) | asked.topic_stems
    return not said.isdisjoint(_topic(reply))


def _topic(turn: Turn) -> set[str]:
    return {stem for one in turn.positions for stem in one.content.topic_stems}
