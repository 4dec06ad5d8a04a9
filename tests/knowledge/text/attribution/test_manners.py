"""The usual manners of attribution in wire news, a table a language in `manners/`."""

import tomllib
from pathlib import Path
from typing import TypeAlias

import pytest

from knowledge.text.attribution import name_speaker
from knowledge.text.claim import Voice
from tests.knowledge.text.attribution.articles import read

Row: TypeAlias = tuple[str, str, str, str]
"""Language, text, words of it, and whoever says them or does not."""

_FOLDER = Path(__file__).parent / "manners"


def rows(kind: str) -> list[Row]:
    """The rows of all languages, `says` or `never`."""
    return [
        (file.stem, one["words"], words, speaker)
        for file in sorted(_FOLDER.glob("*.toml"))
        for one in tomllib.loads(file.read_text("utf-8"))["text"]
        for words, speaker in one.get(kind, ())
    ]


def speakers_of(text: str, words: str, language: str) -> list[str]:
    """As a reader is shown them: the speakers of all claims that hold *words*."""
    return [
        name_speaker(text, claim, language)
        for claim in read(text, language)
        if claim.voice is not Voice.ARTICLE
        and words in text[claim.content.start : claim.content.end]
    ]


@pytest.mark.parametrize(("language", "text", "words", "speaker"), rows("says"))
def test_the_speaker_of_the_words_is_named(
    language: str, text: str, words: str, speaker: str
) -> None:
    found = speakers_of(text, words, language)
    assert any(speaker.casefold() in one.casefold() for one in found), found


@pytest.mark.parametrize(("language", "text", "words", "speaker"), rows("never"))
def test_nobody_is_named_who_does_not_say_it(
    language: str, text: str, words: str, speaker: str
) -> None:
    found = [one for one in speakers_of(text, words, language) if one]
    assert not [one for one in found if speaker == "*" or speaker.casefold() in one.casefold()]
