"""A sentence or a question, read once: its words, topic, names and numbers, and what it asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.text.words.lexicon import Asked, Lexicon, load_lexicon
from knowledge.text.words.names import name_key
from knowledge.text.words.stems import Word, find_words

CAPITALS = frozenset(("en", "es", "fr", "pt", "ru", "uk"))
"""Languages that write names with a capital, and hardly anything else."""

KIN = 5
"""Letters that two long words must share at the beginning to be kin."""

DASH = " – "
"""Stands between a question and what is put behind it."""

SHORTEST_SOUND = 3
"""Consonants; fewer say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the rules know of a text.

    Attributes:
        words: All of them, in order.
        topic: Those that are not function words, in order.
        topic_stems, stems: Of the topic, and of all words.
        kin: The beginnings of long topic stems, by which "partnership" and "partnered" meet.
        names: Of the topic, what is written like a name; empty where the script does not tell.
    """

    text: str
    language: str
    words: tuple[Word, ...]
    topic: tuple[Word, ...]
    names: tuple[Word, ...]
    topic_stems: frozenset[str]
    kin: frozenset[str]
    stems: frozenset[str]
    numbers: frozenset[str]
    negated: bool
    superlative: bool


@lru_cache(maxsize=1 << 13)
def read(text: str, language: str) -> Reading:
    """Take *text* apart; repeated readings of one text cost nothing."""
    lexicon = load_lexicon(language)
    words = find_words(text, language)
    topic = tuple(w for w in words if _is_topic(w, lexicon))
    folded = frozenset(w.folded for w in words)
    return Reading(
        text=text,
        language=language,
        words=words,
        topic=topic,
        names=tuple(_names(words, lexicon, language)),
        topic_stems=frozenset(w.stem for w in topic),
        kin=frozenset(w.stem[:KIN] for w in topic if len(w.stem) >= KIN),
        stems=frozenset(w.stem for w in words),
        numbers=frozenset(w.folded for w in topic if w.folded[0].isdigit()),
        negated=not lexicon.negations.isdisjoint(folded) or "n't" in text or "n’t" in text,
        superlative=not lexicon.superlatives.isdisjoint(folded),
    )


@lru_cache(maxsize=1 << 13)
def find_sounds(text: str, language: str) -> frozenset[str]:
    """What the names of a text sound like; see `heard`.

    Where the script does not tell names, what all its topic words sound like.
    """
    reading = read(text, language)
    words = reading.names if language in CAPITALS else reading.topic
    return frozenset(key for word in words for key in sounds_of(word))


def sounds_of(word: Word) -> frozenset[str]:
    """Keys of the word and of its stem, with and without their last consonant.

    A name's ending may be a case's, and what follows the stem differs between languages.
    """
    keys = {name_key(word.folded), name_key(word.stem)}
    shorter = {key[:-1] for key in keys if len(key) > SHORTEST_SOUND}
    return frozenset(key for key in keys | shorter if len(key) >= SHORTEST_SOUND)


def heard(word: Word, found: frozenset[str]) -> bool:
    """Whether a word sounds like one of those with the keys *found*."""
    keys = (name_key(word.folded), name_key(word.stem))
    return any(
        key in found or (len(key) > SHORTEST_SOUND and key[:-1] in found)
        for key in keys
        if len(key) >= SHORTEST_SOUND
    )


def _is_topic(word: Word, lexicon: Lexicon) -> bool:
    folded = word.folded
    if folded in lexicon.function:
        return False
    is_pair = len(folded) == 2 and "\u3400" <= folded[0] <= "\u9fff"
    return not (is_pair and (folded[0] in lexicon.function or folded[1] in lexicon.function))


def _names(words: tuple[Word, ...], lexicon: Lexicon, language: str) -> Iterator[Word]:
    """Capitalised words; in German, which writes every noun so, those all in capitals."""
    for word in words:
        text = word.text
        if not text[0].isupper() or word.folded in lexicon.function:
            continue
        if language != "de" or (len(text) > 1 and text.isupper()):
            yield word


def find_asked(question: Reading) -> tuple[Asked, frozenset[int]]:
    """What kind of thing the question wants, by its longest asking phrase; the first of equals.

    What is put behind a dash counts before the rest: "Who did it – and when?" asks for a time.

    Returns:
        The kind, and where the words of the phrase begin: "year" of "in what year" is no topic.
    """
    lexicon = load_lexicon(question.language)
    if question.language == "zh":
        return _asked_in_run(question.text, lexicon)
    behind = question.text.rfind(DASH)
    last = tuple(w for w in question.words if w.start > behind >= 0)
    asked, places = _longest_asked(last, lexicon)
    if asked is Asked.NOTHING:
        return _longest_asked(question.words, lexicon)
    _, before = _longest_asked(tuple(w for w in question.words if w.start < behind), lexicon)
    return asked, places | before


def _longest_asked(words: tuple[Word, ...], lexicon: Lexicon) -> tuple[Asked, frozenset[int]]:
    for size in range(max(map(len, lexicon.asking), default=0), 0, -1):
        for first in range(len(words) - size + 1):
            phrase = words[first : first + size]
            asked = lexicon.asking.get(tuple(w.folded for w in phrase))
            if asked and (first == 0 or asked is not Asked.POLAR):
                return asked, frozenset(w.start for w in phrase)
    return Asked.NOTHING, frozenset()


def _asked_in_run(text: str, lexicon: Lexicon) -> tuple[Asked, frozenset[int]]:
    """For a script without spaces: the longest phrase anywhere."""
    found = [phrase for (phrase, *_) in lexicon.asking if phrase in text]
    if not found:
        return Asked.NOTHING, frozenset()
    longest = max(found, key=len)
    start = text.index(longest)
    return lexicon.asking[(longest,)], frozenset(range(start - 1, start + len(longest)))
