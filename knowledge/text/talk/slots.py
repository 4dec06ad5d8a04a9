"""Where in a question the name stands that another name or a pronoun means."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.text.talk.asking import Asking
from knowledge.text.words.lexicon import Asked
from knowledge.text.words.stems import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A range of a question's text."""

    start: int
    end: int


def find_counterpart(base: Asking, asking: Asking) -> Slot | None:
    """What of *base* the name in *asking* stands against; None where nothing does."""
    first = asking.rest[0]
    if first not in asking.own and (slot := _after_same_word(base, first)):
        return slot
    if base.asked in (Asked.PERSON, Asked.GROUP) or not asking.names:
        return _speaker(base) if base.spoken and base.asked is Asked.THING else None
    if base.asked in (Asked.NUMBER, Asked.DURATION):
        return _first_name(base) if len(base.names) == 1 and _capital(base) else None
    return _speaker(base) if base.spoken else _first_name(base)


def find_speaker(base: Asking) -> Slot | None:
    """Of whom *base* asks: the one who speaks in it, or its first name; without an article."""
    if base.asked in (Asked.PERSON, Asked.GROUP):
        return None
    if base.spoken:
        return _speaker(base)
    return _first_name(base) if _capital(base) else None


def _capital(base: Asking) -> bool:
    return base.language not in ("de", "ar", "zh")


def _after_same_word(base: Asking, word: Word) -> Slot | None:
    """The word run behind the same preposition, with it."""
    if word.folded in base.cues.articles:
        return None
    words = base.rest
    for i, one in enumerate(words[:-1]):
        if one.folded == word.folded and one.start not in base.asking_at:
            run = _run(base, i + 1)
            if run:
                return _slot((one, *run))
    return None


def _speaker(base: Asking) -> Slot | None:
    """The words behind the verb of saying, or else the first before it."""
    verb = base.rest.index(base.spoken[0])
    run = _run(base, verb + 1)
    if not run:
        own = [i for i, w in enumerate(base.rest[:verb]) if w in base.own]
        run = _run(base, _with_article(base, own[0])) if own else ()
    return _slot(run) if run else None


def _first_name(base: Asking) -> Slot | None:
    """The first name that does not begin the question, with its article."""
    for i, word in enumerate(base.rest):
        if word in base.names and (i or word.start) and word is not base.reading.words[0]:
            return _slot(_run(base, _with_article(base, i)))
    return None


def _with_article(base: Asking, at: int) -> int:
    return at - 1 if at and base.rest[at - 1].folded in base.cues.articles else at


def _run(base: Asking, start: int) -> tuple[Word, ...]:
    """An article and the words with a topic that follow; a title goes on behind "of"."""
    words, end = base.rest, start
    if end < len(words) and words[end].folded in base.cues.articles:
        end += 1
    first = end
    while end < len(words) and words[end] in base.own:
        end += 1
    if end == first:
        return ()
    title = not words[first].text[0].isupper()
    further = end + 1
    if title and further < len(words) and words[end].folded in base.cues.within:
        rest = _run(base, further)
        end = further + len(rest) if rest else end
    return _until_name_ends(base, words[start:end])


def _until_name_ends(base: Asking, run: Sequence[Word]) -> tuple[Word, ...]:
    """Of a run that begins with a name, the words up to the first that is none."""
    own = [w for w in run if w in base.own]
    if base.language == "ar" or not base.is_name(own[0]):
        return tuple(run)
    for i, word in enumerate(run):
        if word in base.own and not base.is_name(word):
            return tuple(run[:i])
    return tuple(run)


def _slot(run: Sequence[Word]) -> Slot:
    return Slot(start=run[0].start, end=run[-1].start + len(run[-1].text))
