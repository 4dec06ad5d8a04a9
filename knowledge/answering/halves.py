"""Questions of several parts: "Who claimed it, and who is the mayor?" """

import re
from collections.abc import Iterator

from knowledge.text.attribution.lexicon_files import load_lexicon
from knowledge.text.words.lexicon import Asked
from knowledge.text.words.lexicon import load_lexicon as load_words
from knowledge.text.words.reading import find_asked, read

_AND = {
    "ar": "و",
    "de": "und sowie",
    "en": "and",
    "es": "y e",
    "fr": "et",
    "pt": "e",
    "ru": "и а",
    "uk": "і й та а",
}
_JOINED = frozenset({"ar"})
"""Languages that write "and" together with the next word."""

_MOST_PARTS = 3
_BEFORE_ASKING = 1
"""Words that may stand between "and" and the word that asks: "and in what year"."""

_ENDED = re.compile(r"(?<=[?？؟])\s+(?=\S)")
_ABOUT_THE_FIRST = frozenset({"m", "f", "n", "p"})


def split_question(text: str, language: str) -> tuple[str, ...]:
    """The parts of *text* that ask for themselves, in order; *text* alone where it is one.

    A part that leans on another ("and why?", "and what did she say?") is not cut off.
    """
    parts = [
        part for sentence in _ENDED.split(text) for part in _at_conjunctions(sentence, language)
    ]
    if not 1 < len(parts) <= _MOST_PARTS:
        return (text,)
    return tuple(parts) if all(_asks_for_itself(part, language) for part in parts) else (text,)


def _at_conjunctions(text: str, language: str) -> Iterator[str]:
    """Cut before each "and" that a word which asks follows."""
    began = 0
    for match in re.finditer(_conjunction(language), text):
        rest = text[match.end() :]
        if _begins_asking(rest, language) and _asks_for_itself(
            text[began : match.start()], language
        ):
            yield text[began : match.start()].strip(" ,،")
            began = match.end()
    yield text[began:].strip()


def _conjunction(language: str) -> str:
    words = "|".join(map(re.escape, _AND.get(language, "").split()))
    if not words:
        return r"(?!)"
    after = r"(?=\w)" if language in _JOINED else r"\s+"
    return rf"(?i:[,،]?\s+(?:{words}){after})"


def _begins_asking(text: str, language: str) -> bool:
    reading = read(text, language)
    asked, phrase = find_asked(reading)
    if asked in (Asked.POLAR, Asked.NOTHING):
        return False
    return any(word.start in phrase for word in reading.words[: _BEFORE_ASKING + 1])


def _asks_for_itself(text: str, language: str) -> bool:
    reading = read(text, language)
    asked, phrase = find_asked(reading)
    pronouns = load_lexicon(language).pronouns
    leans = any(
        pronouns.get(word.folded) in _ABOUT_THE_FIRST
        for word in reading.words
        if word.start not in phrase
    )
    speaking = load_words(language).speaking
    topic = [w for w in reading.topic if w.start not in phrase and w.folded not in speaking]
    return asked is not Asked.NOTHING and bool(topic) and not leans
