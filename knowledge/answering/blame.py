"""Questions of blame: who claims responsibility, who did it, was it the one named.

They are answered by who says what (`knowledge.text.attribution`), not by the likeness of
sentences: everybody who takes a position is quoted with it, in the order of the articles, and
where the positions exclude each other the answer is disputed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.answering.answer import Outcome, Question
from knowledge.answering.evidence import Candidate
from knowledge.answering.judgement import Judgement
from knowledge.text.attribution.lexicon_files import load_lexicon
from knowledge.text.attribution.saying import find_cues
from knowledge.text.attribution.tokens import find_tokens
from knowledge.text.claim import Claim, Stance
from knowledge.text.words.lexicon import Asked
from knowledge.text.words.names import is_same_name
from knowledge.text.words.reading import Reading, find_asked, read
from knowledge.text.words.stems import Word
from knowledge.text.words.themes import Theme, is_about, is_of

MOST_POSITIONS = 5
_MOST_CLAIMS = 2

_WITHOUT_TELLING_CAPITALS = frozenset({"de", "ar", "zh", "ja", "ko", "hi", "he"})
"""German writes every noun with a capital, the others write none."""

_OPEN = frozenset({Asked.PERSON, Asked.GROUP, Asked.POLAR, Asked.NOTHING})
"""Questions that positions answer; "when" or "how many" they do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What somebody says in a candidate."""

    candidate: Candidate
    claim: Claim

    @property
    def denies(self) -> bool:
        """Whether the speaker says that it is not so."""
        return self.claim.negated or self.claim.stance in (Stance.DENIES, Stance.DOUBTS)

    @property
    def content(self) -> Reading:
        """What is said, in the article's words."""
        sentence, span = self.candidate.sentence, self.claim.content
        start, end = (max(at - sentence.start, 0) for at in (span.start, span.end))
        return read(sentence.text[start:end], self.candidate.source.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The positions that answer, in the order of the articles; at least one."""

    positions: tuple[Position, ...]
    outcome: Outcome


def choose_positions(
    question: Question, candidates: Sequence[Candidate], judgement: Judgement
) -> Choice | None:
    """The positions that answer a question of blame; None where it is none, or nobody has one.

    A question that says what was done has to be on the topic of the articles as well.
    """
    reading, claiming = read(question.text, question.language), _claiming_words(question)
    bare = _is_bare(reading, claiming) or (claiming and _names_are_known(reading, candidates))
    if not (judgement.answered or bare):
        return None
    positions = [
        Position(candidate=candidates[number], claim=claim)
        for number in judgement.order
        for claim in candidates[number].claims
        if claim.speaker
    ]
    claimed = [p for p in positions if p.claim.stance is Stance.CLAIMS_RESPONSIBILITY]
    if claiming and claimed:
        return _choice(claimed[:_MOST_CLAIMS])
    return _on_blame(reading, positions)


def _claiming_words(question: Question) -> frozenset[int]:
    """Where the words begin by which somebody in the question claims responsibility."""
    lexicon = load_lexicon(question.language)
    tokens = find_tokens(question.text, lexicon)
    return frozenset(
        token.start
        for cue in find_cues(tokens, lexicon)
        if cue.stance is Stance.CLAIMS_RESPONSIBILITY
        for token in tokens[cue.start : cue.end]
    )


def _is_bare(question: Reading, claiming: frozenset[int]) -> bool:
    """Whether nothing but blame is asked about: "who was it?", whatever it was."""
    _, asking = find_asked(question)
    rest = [word for word in question.topic if word.start not in claiming | asking]
    return all(is_of(Theme.BLAME, word, question.language) for word in rest)


def _names_are_known(question: Reading, candidates: Sequence[Candidate]) -> bool:
    """Whether the evidence has every name of the question; never where capitals do not tell."""
    if question.language in _WITHOUT_TELLING_CAPITALS:
        return False
    words = [
        word
        for candidate in candidates
        for word in read(candidate.sentence.text, candidate.source.language).topic
    ]
    return all(any(is_same_name(name, word) for word in words) for name in _names(question))


def _on_blame(question: Reading, positions: Sequence[Position]) -> Choice | None:
    asks_agreement = is_about(Theme.AGREEMENT, question)
    asked, _ = find_asked(question)
    if not is_about(Theme.BLAME, question) or not (asks_agreement or asked in _OPEN):
        return None
    held = [position for position in positions if _is_about_blame(position)]
    names = _names(question)
    of_named = [position for position in held if _is_on(position, names)]
    chosen = _one_a_speaker(of_named or held)
    return _choice(chosen) if chosen else None


def _is_about_blame(position: Position) -> bool:
    blames = position.claim.stance in (Stance.CLAIMS_RESPONSIBILITY, Stance.ACCUSES)
    return blames or is_about(Theme.BLAME, position.content)


def _names(question: Reading) -> tuple[Word, ...]:
    """What may be a name in it: by its capital, or any topic word where that does not tell."""
    if question.language in _WITHOUT_TELLING_CAPITALS:
        return question.topic
    return tuple(name for name in question.names if name.start != question.words[0].start)


def _is_on(position: Position, names: Sequence[Word]) -> bool:
    """Whether a name in what is said is also in the question."""
    said = position.content.names
    return any(is_same_name(name, word) for name in said for word in names)


def _one_a_speaker(positions: Iterable[Position]) -> list[Position]:
    """The best of each speaker and side, as many as can be shown."""
    best: dict[tuple[str, bool], Position] = {}
    for position in positions:
        best.setdefault((position.claim.speaker, position.denies), position)
    return list(best.values())[:MOST_POSITIONS]


def _choice(positions: Iterable[Position]) -> Choice:
    ordered = tuple(sorted(positions, key=_place))
    outcome = Outcome.DISPUTED if _exclude_each_other(ordered) else Outcome.ANSWERED
    return Choice(positions=ordered, outcome=outcome)


def _place(position: Position) -> tuple[str, int]:
    return position.candidate.sentence.article_id, position.candidate.sentence.start


def _exclude_each_other(positions: Sequence[Position]) -> bool:
    """Some say so and others that it is not so; or one claims what another lays on somebody."""
    if len({position.claim.speaker for position in positions}) < 2:
        return False
    stances = {position.claim.stance for position in positions}
    blamed_and_claimed = {Stance.CLAIMS_RESPONSIBILITY, Stance.ACCUSES} <= stances
    return blamed_and_claimed or len({position.denies for position in positions}) == 2
