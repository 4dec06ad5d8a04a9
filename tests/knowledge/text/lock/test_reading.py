"""What the lock reads in a text: figures, names, verbs and their subjects."""

import pytest

from knowledge.text.lock.lexicon import LANGUAGES, load_lexicon
from knowledge.text.lock.predicates import find_structure
from knowledge.text.lock.reading import read
from knowledge.text.lock.scope import load_groups, load_opposites
from knowledge.text.lock.words import split_words


@pytest.mark.parametrize(
    ("text", "language", "value", "unit", "bounds"),
    [
        pytest.param("at least 137 people", "en", 137, "", {"at_least"}, id="en-bound"),
        pytest.param("$2.5 billion", "en", 2.5e9, "dollar", set(), id="en-magnitude"),
        pytest.param("two hundred and five", "en", 205, "", set(), id="en-words"),
        pytest.param("rose 30%", "en", 30, "percent", set(), id="percent"),
        pytest.param("unos 350.000 soldados", "es", 350000, "", {"about"}, id="es-separator"),
        pytest.param("un 2,4 %", "es", 2.4, "percent", set(), id="es-fraction"),
        pytest.param("415 000 km", "fr", 415000, "km", set(), id="fr-spaces"),
        pytest.param("mil millones de euros", "es", 1e9, "euro", set(), id="es-milliard"),
        pytest.param("не менее 24 человек", "ru", 24, "", {"at_least"}, id="ru-bound"),
        pytest.param("dreißigtausend Mann", "de", 30000, "", set(), id="de-compound"),
        pytest.param("einundzwanzig Tage", "de", 21, "day", set(), id="de-ones-first"),
        pytest.param("مئة وسبعة وثلاثين شخصا", "ar", 137, "", set(), id="ar-words"),
        pytest.param("18 شخصا على الأقل", "ar", 18, "", {"at_least"}, id="ar-bound-behind"),
        pytest.param("٤٥٪", "ar", 45, "percent", set(), id="ar-digits"),
    ],
)
def test_a_figure_has_value_unit_and_exactness(
    text: str, language: str, value: float, unit: str, bounds: set[str]
) -> None:
    (figure,) = read(text, language).figures
    assert (figure.value, figure.unit, set(figure.bounds)) == (value, unit, bounds)


@pytest.mark.parametrize(
    ("text", "language", "kinds"),
    [
        pytest.param("won 25-9 in May 2019", "en", ["score", "month", "year"], id="score"),
        pytest.param("it may rise on Friday", "en", ["weekday"], id="may-is-no-month"),
        pytest.param("19 F-16 jets", "en", ["number", "code"], id="code"),
        pytest.param("впервые во вторник", "ru", ["ordinal", "weekday"], id="ordinal"),
    ],
)
def test_figures_are_told_apart(text: str, language: str, kinds: list[str]) -> None:
    assert [f.kind for f in read(text, language).figures] == kinds


@pytest.mark.parametrize(
    ("text", "language", "verb", "subject"),
    [
        pytest.param("Putin accuses Ukraine.", "en", "accuses", "Putin", id="active"),
        pytest.param("Ann was arrested by Bob.", "en", "arrested", "Bob", id="passive"),
        pytest.param("It rose, says Ann Lee.", "en", "says", "Ann Lee", id="inverted"),
        pytest.param("Ann, who denied it, left Rome.", "en", "denied", "Ann", id="relative"),
        pytest.param("1950 ernannte Noble Kintner.", "de", "ernannte", "Noble", id="verb-second"),
        pytest.param("Кинтнер был назначен Ноблом.", "ru", "назначен", "Ноблом", id="by-case"),
        pytest.param("اتهم بوتين أوكرانيا.", "ar", "اتهم", "بوتين", id="verb-first"),
        pytest.param("Ana fue acusada por Luis.", "es", "acusada", "Luis", id="es-passive"),
    ],
)
def test_a_verb_has_its_subject(text: str, language: str, verb: str, subject: str) -> None:
    reading = read(text, language)
    found = {
        reading.tokens[p.at].text: reading.words(p.subject)
        for p in find_structure(reading).predicates
    }
    assert found[verb] == subject


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(("Putin", "en"), ("Путиным", "ru"), id="case"),
        pytest.param(("Putin", "en"), ("بوتين", "ar"), id="arabic"),
        pytest.param(("Harris", "en"), ("Гарріс", "uk"), id="ukrainian-h"),
        pytest.param(("Moscow", "en"), ("Moskaus", "de"), id="exonym"),
        pytest.param(("United Nations", "en"), ("ООН", "ru"), id="abbreviation"),
        pytest.param(("Norway", "en"), ("норвежский", "ru"), id="adjective"),
    ],
)
def test_names_meet_across_scripts(one: tuple[str, str], other: tuple[str, str]) -> None:
    here, there = (read(f"in {text}", language) for text, language in (one, other))
    last = len(here.tokens) - 1, len(there.tokens) - 1
    keys = here.keys[last[0]] | here.sounds[last[0]]
    assert keys & (there.keys[last[1]] | there.sounds[last[1]])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_knows_what_the_opposites_name(language: str) -> None:
    lexicon = load_lexicon(language)
    tables = (lexicon.exact, lexicon.beginnings, lexicon.endings)
    known = {f"{p.sense.table}:{p.sense.concept}" for t in tables for ps in t.values() for p in ps}
    named = {m for pair in load_opposites() for m in pair} | {m for g in load_groups() for m in g}
    assert named - known == set()


def test_words_keep_their_places_and_lose_their_marks() -> None:
    text = "The US doesn’t say “F-16”, O'Neil’s aide said."
    tokens = split_words(text, "en")
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert [t.folded for t in tokens][:5] == ["the", "us", "does", "n't", "say"]
