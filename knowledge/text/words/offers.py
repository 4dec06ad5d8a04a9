"""What a sentence offers: a name, a date, a number, a duration, a reason."""

from collections.abc import Callable, Mapping

from knowledge.text.words.lexicon import Asked, Lexicon, load_lexicon
from knowledge.text.words.reading import Reading
from knowledge.text.words.stems import Word

_UNIT_WITHIN = 4
"""Words between a number and its unit of time: "a minute and a half", "two long hours"."""


def offers(sentence: Reading, asked: Asked, question: Reading) -> bool:
    """Whether *sentence* has something of the kind that is asked for and not in the question.

    True for kinds of which words alone don't tell.
    """
    find = _FINDERS.get(asked)
    return find is None or find(sentence, question, load_lexicon(sentence.language))


def _is_new(word: Word, question: Reading) -> bool:
    return word.stem not in question.stems and word.folded not in question.numbers


def _has_name(sentence: Reading, question: Reading, _: Lexicon) -> bool:
    if sentence.language in ("ar", "zh", "de"):
        return True
    return any(_is_new(word, question) for word in sentence.names)


def _has_time(sentence: Reading, question: Reading, lexicon: Lexicon) -> bool:
    return any(
        _is_new(word, question)
        for word in sentence.words
        if word.folded[0].isdigit()
        or word.folded in lexicon.months
        or word.folded in lexicon.weekdays
        or word.folded in lexicon.times
    )


def _has_number(sentence: Reading, question: Reading, lexicon: Lexicon) -> bool:
    return any(
        _is_new(word, question)
        for word in sentence.words
        if word.folded[0].isdigit() or word.folded in lexicon.numerals
    )


def _has_duration(sentence: Reading, question: Reading, lexicon: Lexicon) -> bool:
    words = sentence.words
    units = [i for i, w in enumerate(words) if w.folded in lexicon.units]
    return any(
        words[j].folded[0].isdigit() or words[j].folded in lexicon.numerals
        for i in units
        for j in range(max(0, i - _UNIT_WITHIN), min(len(words), i + _UNIT_WITHIN))
    )


def _has_reason(sentence: Reading, question: Reading, lexicon: Lexicon) -> bool:
    return any(w.folded in lexicon.reasons for w in sentence.words)


_FINDERS: Mapping[Asked, Callable[[Reading, Reading, Lexicon], bool]] = {
    Asked.PERSON: _has_name,
    Asked.GROUP: _has_name,
    Asked.PLACE: _has_name,
    Asked.TIME: _has_time,
    Asked.NUMBER: _has_number,
    Asked.DURATION: _has_duration,
    Asked.REASON: _has_reason,
}
