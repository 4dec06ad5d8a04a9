"""Questions of blame: who claims responsibility, who did it, was it the one named.

They are answered by who says what (`knowledge.text.attribution`), not by the likeness of
sentences: everybody who takes a position is quoted with it, in the order of the articles, and
where the positions exclude each other the answer is disputed.
"""

from collections.abc import Iterable, Sequence

from knowledge.answering.answer import Question
from knowledge.answering.disagreement import is_about_blame
from knowledge.answering.evidence import Candidate
from knowledge.answering.judgement import Judgement
from knowledge.answering.positions import Position, positions_in
from knowledge.answering.signs import nearness
from knowledge.text.attribution.lexicon_files import load_lexicon
from knowledge.text.attribution.saying import find_cues
from knowledge.text.attribution.tokens import find_tokens
from knowledge.text.claim import Stance
from knowledge.text.lock.concepts import find_concepts
from knowledge.text.words.lexicon import Asked
from knowledge.text.words.names import is_same_name
from knowledge.text.words.reading import Reading, find_asked, find_sounds, heard, read
from knowledge.text.words.stems import Word
from knowledge.text.words.themes import Theme, is_about, is_of

MOST_POSITIONS = 5
_MOST_CLAIMS = 2

_FARTHEST = -1.0
"""How far the best sentence may be from the usual nearness of an answer."""

_WITHOUT_TELLING_CAPITALS = frozenset({"de", "ar", "zh", "ja", "ko", "hi", "he"})
"""German writes every noun with a capital, the others write none."""

_OPEN = frozenset({Asked.PERSON, Asked.GROUP, Asked.POLAR, Asked.NOTHING})
"""Questions that positions answer; "when" or "how many" they do not."""


def choose_positions(
    question: Question, candidates: Sequence[Candidate], judgement: Judgement
) -> tuple[Position, ...]:
    """The positions that answer a question of blame, in the order of the articles.

    None where it is no such question, or nobody has one.
    A question that says what was done has to be on the topic of the articles as well.
    """
    reading = read(question.text, question.language)
    claiming = claiming_words(reading)
    bare = (
        _is_bare(reading, claiming)
        or (claiming and _names_are_known(reading, candidates))
        or (claiming and _is_claimed(reading, claiming, candidates))
        or _is_known(reading, candidates)
    )
    if not (bare or (judgement.answered and _is_likely(judgement))):
        return ()
    positions = list(positions_in(candidates[number] for number in judgement.order))
    claimed = [p for p in positions if p.claim.stance is Stance.CLAIMS_RESPONSIBILITY]
    if claiming and claimed:
        return _ordered(claimed[:_MOST_CLAIMS])
    return _on_blame(reading, positions)


def is_safe(question: Question, judgement: Judgement) -> bool:
    """Whether a quote accuses nobody of what the articles are hardly about."""
    reading = read(question.text, question.language)
    return _is_likely(judgement) or not _asks_for_blame(reading)


def _is_likely(judgement: Judgement) -> bool:
    """Whether it is more likely than not that the articles answer.

    Whoever is named in an answer about blame is accused in it, so more is asked than elsewhere.
    """
    return judgement.confidence > 0 and judgement.of_best[nearness.__name__] >= _FARTHEST


def claiming_words(question: Reading) -> frozenset[int]:
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


def _is_claimed(
    question: Reading, claiming: frozenset[int], candidates: Sequence[Candidate]
) -> bool:
    """Whether all else that is asked about is told, in any language, where somebody claims it."""
    told = {
        (c.sentence.text, c.source.language)
        for c in candidates
        if any(claim.stance is Stance.CLAIMS_RESPONSIBILITY for claim in c.claims)
    }
    concepts = frozenset[str]().union(
        *(one for text, language in told for one in find_concepts(text, language).values())
    )
    sounds = frozenset[str]().union(*(find_sounds(text, language) for text, language in told))
    _, asking = find_asked(question)
    rest = [word for word in question.topic if word.start not in claiming | asking]
    return all(
        heard(word, sounds)
        or not concepts.isdisjoint(find_concepts(word.text, question.language).get(0, frozenset()))
        for word in rest
    )


def _is_known(question: Reading, candidates: Sequence[Candidate]) -> bool:
    """Whether the evidence, in the question's language, has all that it asks about."""
    readings = [read(c.sentence.text, c.source.language) for c in candidates]
    stems = {s for one in readings if one.language == question.language for s in one.topic_stems}
    _, asking = find_asked(question)
    rest = [word for word in question.topic if word.start not in asking]
    return bool(stems) and all(
        word.stem in stems or is_of(Theme.BLAME, word, question.language) for word in rest
    )


def _on_blame(question: Reading, positions: Sequence[Position]) -> tuple[Position, ...]:
    if not _asks_for_blame(question):
        return ()
    held = [position for position in positions if is_about_blame(position)]
    names = _names(question)
    of_named = [position for position in held if _is_on(position, names)]
    return _ordered(_one_a_speaker(of_named or held))


def _asks_for_blame(question: Reading) -> bool:
    asked, _ = find_asked(question)
    is_open = asked in _OPEN or is_about(Theme.AGREEMENT, question)
    return is_open and is_about(Theme.BLAME, question)


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


def _ordered(positions: Iterable[Position]) -> tuple[Position, ...]:
    return tuple(sorted(positions, key=_place))


def _place(position: Position) -> tuple[str, int]:
    return position.candidate.sentence.article_id, position.candidate.sentence.start
