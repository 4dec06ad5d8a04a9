"""Questions that take for granted what the articles contradict.

"Why did A claim responsibility?" where it is B who claims it; "Why did A accuse B?" where A
accuses C. Such a question is answered by what the articles do say about it. Where they are silent
there is nothing to correct, and it is left to the composers.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from knowledge.answering.answer import Premise, Question
from knowledge.answering.evidence import Candidate
from knowledge.answering.positions import Position, positions_in
from knowledge.text.attribution.lexicon_files import load_lexicon
from knowledge.text.attribution.saying import Cue, find_cues
from knowledge.text.attribution.tokens import Token, find_tokens
from knowledge.text.claim import Stance
from knowledge.text.words.lexicon import Asked
from knowledge.text.words.names import is_same_name
from knowledge.text.words.reading import CAPITALS, KIN, Reading, find_asked, read
from knowledge.text.words.stems import Word
from knowledge.text.words.themes import Theme, is_about, is_of

_MOST_SHOWN = 3
_PERSONS = frozenset({Asked.PERSON, Asked.GROUP, Asked.NOTHING})
"""They ask who does it; nobody is taken for granted."""

_SAYING = frozenset({Stance.SAYS, Stance.BELIEVES, Stance.REPORTS, Stance.CONFIRMS})
_DIRECTED = frozenset({Stance.ACCUSES, Stance.PRAISES, Stance.CRITICISES})
"""What is done to somebody by saying it."""

_ALIKE = (frozenset({Stance.ACCUSES, Stance.CRITICISES, Stance.WARNS}), _SAYING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a question takes for granted, and the positions that say otherwise; at least one."""

    premise: Premise
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Granted:
    """Who is said to do what to whom, in the words of the question."""

    actor: tuple[Word, ...]
    stance: Stance
    objects: tuple[Word, ...]
    rest: tuple[Word, ...]


def find_correction(question: Question, candidates: Sequence[Candidate]) -> Correction | None:
    """What the articles say against what *question* takes for granted; None where they do not."""
    reading = read(question.text, question.language)
    known = _known_names(candidates)
    granted = _find_granted(reading, known)
    if granted is None or not _is_known(granted.rest, reading, candidates):
        return None
    if granted.stance is Stance.CLAIMS_RESPONSIBILITY and not _all_in(granted.objects, known):
        return None
    positions = list(positions_in(candidates))
    if any(_bears_out(one, granted) for one in positions):
        return None
    found = sorted(_against(positions, granted), key=lambda one: -one.candidate.cosine)
    if not found:
        return None
    premise = Premise(
        speaker=_words(reading, granted.actor),
        stance=granted.stance,
        about=_words(reading, _with_following(granted.objects, reading)),
    )
    return Correction(premise=premise, positions=_first_of_each(found))


def _known_names(candidates: Sequence[Candidate]) -> tuple[Word, ...]:
    readings = (read(c.sentence.text, c.source.language) for c in candidates)
    return tuple(word for reading in readings for word in reading.names)


def _find_granted(question: Reading, known: Sequence[Word]) -> _Granted | None:
    """Read the question; None where it asks who, or names nobody who would do it."""
    asked, phrase = find_asked(question)
    lexicon = load_lexicon(question.language)
    tokens = find_tokens(question.text, lexicon)
    cues = find_cues(tokens, lexicon)
    if asked in _PERSONS or len(cues) != 1 or cues[0].is_passive or cues[0].is_negated:
        return None
    said = {token.start for token in _spoken(tokens, cues[0])} | phrase
    groups = _names(question, said, known)
    if not groups or question.negated:
        return None
    actor, objects = groups[0], tuple(word for group in groups[1:] for word in group)
    stance = cues[0].stance
    if stance in _SAYING and not objects and is_about(Theme.BLAME, question):
        stance = Stance.CLAIMS_RESPONSIBILITY
    named = {word.start for word in (*actor, *objects)}
    rest = tuple(w for w in question.topic if w.start not in named | said)
    return _Granted(actor=actor, stance=stance, objects=objects, rest=rest)


def _spoken(tokens: Sequence[Token], cue: Cue) -> Iterator[Token]:
    """The words of the cue; those among them that may be a name are not of it."""
    for token in tokens[cue.start : cue.end]:
        if token is tokens[cue.start] or token is tokens[cue.end - 1] or not token.is_capital:
            yield token


def _names(question: Reading, said: Set[int], known: Sequence[Word]) -> list[tuple[Word, ...]]:
    """Names of one or more words, in order; by those of the evidence where capitals do not tell."""
    first = question.words[0].start
    groups: list[list[Word]] = []
    end = -1
    for word in question.words:
        if word.start in (first, *said) or not _is_name(word, question, known):
            continue
        joined = bool(groups) and not question.text[end : word.start].strip()
        groups = [*groups[:-1], [*groups[-1], word]] if joined else [*groups, [word]]
        end = word.start + len(word.text)
    return [tuple(group) for group in groups]


def _is_name(word: Word, question: Reading, known: Sequence[Word]) -> bool:
    if question.language in CAPITALS:
        return word in question.names
    return word in question.topic and any(is_same_name(word, name) for name in known)


def _is_known(words: Sequence[Word], question: Reading, candidates: Sequence[Candidate]) -> bool:
    """Whether the evidence has what else the question tells; not to be known across languages."""
    readings = [read(c.sentence.text, c.source.language) for c in candidates]
    stems = {s for one in readings if one.language == question.language for s in one.topic_stems}
    kin = {k for one in readings if one.language == question.language for k in one.kin}
    if not stems:
        return True
    return all(
        word.stem in stems
        or (len(word.stem) >= KIN and word.stem[:KIN] in kin)
        or is_of(Theme.BLAME, word, question.language)
        for word in words
    )


def _bears_out(one: Position, granted: _Granted) -> bool:
    """Whether it is, or may be, what the question takes for granted."""
    if one.denies or not _is_like(one.claim.stance, granted.stance):
        return False
    sentence = read(one.candidate.sentence.text, one.candidate.source.language)
    about = not granted.objects or _has_one(sentence.words, granted.objects)
    return about and (_is_by(one, granted) or _has_one(sentence.words, granted.actor))


def _against(positions: Sequence[Position], granted: _Granted) -> Iterator[Position]:
    """The actor does it to another, or says that it is not so; or another does it."""
    directed = granted.stance in _DIRECTED
    for one in positions:
        about = bool(granted.objects) and _has_one(one.content.words, granted.objects)
        does = not one.denies and one.claim.stance is granted.stance
        if _is_by(one, granted):
            if (does and directed) or (one.denies and about):
                yield one
        elif does and (granted.stance is Stance.CLAIMS_RESPONSIBILITY or (directed and about)):
            yield one


def _all_in(names: Sequence[Word], known: Sequence[Word]) -> bool:
    return all(any(is_same_name(name, word) for word in known) for name in names)


def _is_by(one: Position, granted: _Granted) -> bool:
    language = one.candidate.source.language
    known = (one.claim.speaker, one.claim.role)
    words = tuple(word for text in known for word in read(text, language).words)
    return any(_has_one(words, (word,)) for word in granted.actor)


def _is_like(stance: Stance, other: Stance) -> bool:
    return stance is other or any({stance, other} <= group for group in _ALIKE)


def _has_one(words: Sequence[Word], names: Sequence[Word]) -> bool:
    """Whether a word of a name stands there; the other parts of names are left out freely."""
    return any(is_same_name(name, word) for name in names for word in words)


def _first_of_each(positions: Sequence[Position]) -> tuple[Position, ...]:
    """The nearest of each speaker, in the order of the articles."""
    best: dict[str, Position] = {}
    for one in positions:
        best.setdefault(one.speaker, one)
    kept = list(best.values())[:_MOST_SHOWN]
    return tuple(
        sorted(kept, key=lambda p: (p.candidate.sentence.article_id, p.candidate.sentence.start))
    )


def _with_following(words: tuple[Word, ...], question: Reading) -> tuple[Word, ...]:
    """With the topic words that stand right behind: "Исламское государство"."""
    if not words:
        return words
    end = words[-1].start + len(words[-1].text)
    following = next((w for w in question.topic if w.start > words[-1].start), None)
    if following is None or question.text[end : following.start].strip():
        return words
    return _with_following((*words, following), question)


def _words(question: Reading, words: Sequence[Word]) -> str:
    if not words:
        return ""
    first, last = words[0], words[-1]
    return question.text[first.start : last.start + len(last.text)]
