"""Questions about what somebody says: whose words they ask for, and which sentences have them.

Rules, not learnt: the sets that the judge learns from do not say who speaks.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.answering.asked_roles import find_asked_role, is_named, speakers_in
from knowledge.answering.looks import Asking, Look
from knowledge.text.claim import Claim, Stance
from knowledge.text.words.lexicon import Asked, load_lexicon
from knowledge.text.words.names import name_key
from knowledge.text.words.reading import Reading, heard, read, sounds_of
from knowledge.text.words.roles import Role
from knowledge.text.words.stems import Word

SPOKEN_BY = 9.0
"""Added to the choice score of a sentence in which the speaker says what is asked: more than the
words of the question, his name among them, can be worth elsewhere."""

_DONE_BY_ANOTHER = 1.5
"""The same where somebody else does what is asked for: the question may name him otherwise."""

_LOOSE = frozenset({Stance.SAYS, Stance.BELIEVES})
"""What these ask for may be said in any way: "what does she think?" """

_ALIKE = (
    frozenset({Stance.DESCRIBES, Stance.BELIEVES, Stance.PRAISES, Stance.CRITICISES}),
    frozenset({Stance.FEARS, Stance.WARNS}),
    frozenset({Stance.DENIES, Stance.DOUBTS}),
    frozenset({Stance.BELIEVES, Stance.DOUBTS}),
    frozenset({Stance.ACCUSES, Stance.CRITICISES}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Whose words a question asks for.

    Attributes:
        stances: What the speaker is to do by saying it; none where no saying is asked for.
        speakers: Those of the candidates' speakers whom the question names.
        silent: The question asks what somebody says who says nothing about it here.
    """

    stances: frozenset[Stance]
    speakers: frozenset[str]
    silent: bool

    def bonus(self, at: Look) -> float:
        """What the choice score of a candidate gains."""
        suiting = [c for c in at.candidate.claims if c.speaker and self._suits(c)]
        if any(c.speaker in self.speakers for c in suiting):
            return SPOKEN_BY
        return _DONE_BY_ANOTHER if suiting and not self.stances <= _LOOSE else 0.0

    def _suits(self, claim: Claim) -> bool:
        return bool(self.stances & _LOOSE) or any(
            claim.stance is stance or any({claim.stance, stance} <= group for group in _ALIKE)
            for stance in self.stances
        )


def find_voice(asking: Asking, looks: Sequence[Look]) -> Voice:
    """Read a question for the voice that it asks for."""
    stances = _asked_stances(asking.reading)
    if asking.asked in (Asked.PERSON, Asked.GROUP):
        return Voice(stances=stances, speakers=frozenset(), silent=False)
    if not stances:
        return Voice(stances=stances, speakers=frozenset(), silent=False)
    role = find_asked_role(asking)
    named = _named_speakers(asking, looks, role)
    if role is None:
        return Voice(
            stances=stances, speakers=named, silent=_is_mute(asking, looks, stances, named)
        )
    speakers = speakers_in(role, looks)
    return Voice(
        stances=stances,
        speakers=(speakers & named) or speakers or named,
        silent=not (speakers or named)
        and (asking.asked is Asked.THING or not is_named(role, looks)),
    )


def _is_mute(
    asking: Asking, looks: Sequence[Look], stances: frozenset[Stance], named: frozenset[str]
) -> bool:
    if named:
        return _is_silent(asking, looks, stances, named)
    return _is_unknown(asking, looks)


def _asked_stances(question: Reading) -> frozenset[Stance]:
    speaking = load_lexicon(question.language).speaking
    if question.language == "zh":
        return frozenset(stance for word, stance in speaking.items() if word in question.text)
    return frozenset(speaking[w.folded] for w in question.words if w.folded in speaking)


def _named_speakers(asking: Asking, looks: Sequence[Look], role: Role | None) -> frozenset[str]:
    """The speakers whom the question names first, not by their role alone."""
    found: dict[str, int] = {}
    words = [(i, w) for i, w in enumerate(asking.topic) if not (role and role.has(w.start))]
    for at in looks:
        for claim in at.candidate.claims:
            places = [i for i, word in words if _is_of_speaker(word, asking, claim, at)]
            if claim.speaker and places:
                found[claim.speaker] = min(places[0], found.get(claim.speaker, places[0]))
    first = min(found.values(), default=0)
    return frozenset(speaker for speaker, place in found.items() if place == first)


def _is_of_speaker(word: Word, asking: Asking, claim: Claim, at: Look) -> bool:
    """Whether it is the first or the last word of the speaker's name, or the last of his role."""
    name = read(claim.speaker, at.reading.language).topic
    role = read(claim.role, at.reading.language).topic
    ends = {*name[:1], *name[-1:], *role[-1:]}
    if not at.crossing:
        return any(word.stem == end.stem for end in ends)
    joined = "".join(w.folded for w in role[-2:])
    return any(heard(word, sounds_of(end)) for end in ends) or name_key(word.folded) == name_key(
        joined
    )


def _is_unknown(asking: Asking, looks: Sequence[Look]) -> bool:
    """Somebody is named, nothing else is told of him, and no candidate has the name."""
    speaking = load_lexicon(asking.reading.language).speaking
    rest = [i for i, w in enumerate(asking.topic) if w.folded not in speaking]
    return (
        bool(rest)
        and all(asking.names[i] for i in rest)
        and not any(at.here[i] for at in looks for i in rest)
    )


def _is_silent(
    asking: Asking, looks: Sequence[Look], stances: frozenset[Stance], speakers: frozenset[str]
) -> bool:
    """The speaker is asked about a name that others have to do with, and he does not.

    Where a certain stance is asked for, what he says in that way is an answer all the same.
    """
    if not stances <= _LOOSE or asking.asked is not Asked.THING or looks[0].crossing:
        return False
    spoken = [at for at in looks if any(c.speaker in speakers for c in at.candidate.claims)]
    return any(
        any(at.here[i] for at in looks)
        and not any(at.near[i] for at in spoken)
        and not any(
            _is_of_speaker(asking.topic[i], asking, claim, at)
            for at in spoken
            for claim in at.candidate.claims
            if claim.speaker in speakers
        )
        for i, is_name in enumerate(asking.names)
        if is_name
    )
