"""The cue files and how they are read."""

import pytest

from knowledge.text.attribution.lexicon import Form, Needs
from knowledge.text.attribution.lexicon_files import LANGUAGES, load_lexicon, parse_lexicon
from knowledge.text.claim import Stance

TABLES: dict[str, dict[str, str | bool]] = {
    "grammar": {"capitals": "names"},
    "endings": {"reg": ". s ed; ing; ed; .", "d": ". s .ed; .ing"},
    "stances": {"says": "~claim+reg, @tell/tells/told;telling, hold/held … guilty, plan+d"},
    "phrases": {"says": "according to"},
    "pronouns": {"m": "he him"},
    "words": {"roles": "mayor"},
    "hedges": {"phrases": "by all accounts"},
    "channels": {"prepositions": "to", "nouns": "interview"},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_verbs_for_every_stance_that_somebody_else_takes(language: str) -> None:
    lexicon = load_lexicon(language)
    stances = {verb.stance for verbs in lexicon.verbs.values() for verb in verbs}
    assert stances == set(Stance) - {Stance.STATES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_words_that_the_rules_rest_on(language: str) -> None:
    lexicon = load_lexicon(language)
    assert all(
        (lexicon.words.roles, lexicon.words.negators, lexicon.words.prepositions, lexicon.hedges)
    )
    assert {"m", "f", "first"} <= set(lexicon.pronouns.values())


def test_a_language_without_a_file_has_no_words() -> None:
    assert load_lexicon("xx").verbs == {}


def test_verbs_are_spelled_out_with_their_endings() -> None:
    verbs = parse_lexicon("en", TABLES).verbs
    assert {"claim", "claims", "claimed", "claiming", "planned", "planning"} <= set(verbs)
    assert verbs["claimed"][0].forms == {Form.FINITE, Form.PARTICIPLE}
    assert verbs["claiming"][0].forms == {Form.GERUND}


def test_flags_and_further_words_of_a_verb_are_read() -> None:
    verbs = parse_lexicon("en", TABLES).verbs
    assert verbs["claim"][0].needs == {Needs.CLAUSE}
    assert verbs["told"][0].addresses
    assert verbs["held"][0].rest == ("…", "guilty")


def test_an_unknown_list_of_words_is_named() -> None:
    with pytest.raises(ValueError, match=r"no such list of words: .*'rolls'"):
        parse_lexicon("en", {**TABLES, "words": {"rolls": "mayor"}})
