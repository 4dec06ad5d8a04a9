"""The bot's words: complete in every language, and whole whatever stands in them."""

import re
import unicodedata
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor
from hypothesis import given
from hypothesis import strategies as st

import bot
from bot.pages import units
from bot.telegram.introduction import COMMANDS, ORDERS
from bot.texts import EXAMPLES, LANGUAGES, load_texts, read_words
from bot.texts.bidi import frame_paragraph, isolate, turns
from knowledge.answering.answer import Notice
from knowledge.text.claim import Stance
from knowledge.text.lock.telling import Hedge
from knowledge.text.revision import Fate

TOASTS = (
    *("button-unusable", "button-old", "button-expired", "button-foreign", "voted-up"),
    *("voted-down", "checked-same", "quote-gone", "article-gone", "error-unexpected"),
    *("source-chosen", "sources-all-chosen", "language-chosen"),
)
_OPENING, _CLOSING = "\u2066\u2067\u2068", "\u2069"


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - theirs
        self.names.add(node.id.name)


def entries(language: str) -> list[ast.EntryType]:
    return FluentParser().parse(read_words(language)).body


def variables(language: str) -> dict[str, frozenset[str]]:
    """Every key with the names of its variables."""
    found = {}
    for entry in entries(language):
        if isinstance(entry, ast.Message):
            visitor = _Variables()
            visitor.visit(entry)
            found[entry.id.name] = frozenset(visitor.names)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_with_the_same_variables(language: str) -> None:
    assert variables(language) == variables("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_read_and_none_comes_twice(language: str) -> None:
    junk = [entry.content for entry in entries(language) if isinstance(entry, ast.Junk)]
    keys = [entry.id.name for entry in entries(language) if isinstance(entry, ast.Message)]
    assert junk == []
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_filled_in(language: str) -> None:
    texts = load_texts(language)
    for key, names in variables(language).items():
        values = {name: 3 if name == "count" else f"<{name}>" for name in names}
        filled = texts(key, **values)
        assert all(str(value) in filled for value in values.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_shouts(language: str) -> None:
    assert not re.search("[!！]", re.sub("^#.*$", "", read_words(language), flags=re.MULTILINE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_telegram_limits_is_short_enough(language: str) -> None:
    texts = load_texts(language)
    assert all(len(texts(key)) <= 200 for key in TOASTS)
    assert units(texts("repeated")) < 4096 - 4000


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_words_for_every_stance_and_notice(language: str) -> None:
    keys = set(variables(language))
    assert {f"stance-{stance.replace('_', '-')}" for stance in Stance} <= keys
    assert {f"notice-{notice.replace('_', '-')}" for notice in Notice} <= keys
    assert set(EXAMPLES) <= keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_newcomer_reads_at_once_that_this_is_an_ai(language: str) -> None:
    texts = load_texts(language)
    name = {"en": "AI", "es": "IA", "fr": "IA", "pt": "IA", "de": "KI"}
    name |= {"ru": "искусственным интеллектом", "uk": "штучним інтелектом", "ar": "ذكاء اصطناعي"}
    assert name[language] in texts("start")
    assert name[language] in texts("first-contact")


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        pytest.param("pt-BR", "pt", id="region"),
        pytest.param("zh-hans", "en", id="not-spoken"),
        pytest.param("", "en", id="unknown"),
        pytest.param("AR", "ar", id="capitals"),
        pytest.param("../../etc", "en", id="no-tag-at-all"),
    ],
)
def test_a_tag_finds_its_language_or_english(tag: str, language: str) -> None:
    assert load_texts(tag).language == language


@pytest.mark.parametrize(
    ("language", "count", "words"),
    [
        pytest.param("en", 1, "1 article", id="en-one"),
        pytest.param("en", 2, "2 articles", id="en-two"),
        pytest.param("ru", 3, "3 статьи", id="ru-few"),
        pytest.param("ru", 11, "11 статей", id="ru-many"),
        pytest.param("uk", 21, "21 стаття", id="uk-one"),
        pytest.param("ar", 2, "مقالان", id="ar-two"),
        pytest.param("ar", 11, "11 مقالًا", id="ar-many"),
    ],
)
def test_plurals_follow_the_language(language: str, count: int, words: str) -> None:
    assert load_texts(language)("terminal-articles", count=count) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_by_number_has_the_forms_of_its_language(language: str) -> None:
    needed = {"ru": {"one", "few"}, "uk": {"one", "few"}}
    needed["ar"] = {"zero", "one", "two", "few", "many"}
    for choice in choices(language):
        forms = {str(getattr(variant.key, "name", "")) for variant in choice.variants}
        assert forms == needed.get(language, {"one"}) | {"other"}


def choices(language: str) -> list[ast.SelectExpression]:
    found: list[ast.SelectExpression] = []

    class Choices(Visitor):
        def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - theirs
            found.append(node)

    for entry in entries(language):
        Choices().visit(entry)
    return found


def test_every_text_is_used_somewhere() -> None:
    code = "".join(path.read_text("utf-8") for path in Path(bot.__file__).parent.rglob("*.py"))
    named = set(re.findall("[\"']([a-z][a-z0-9-]*)[\"']", code)) | set(EXAMPLES)
    named |= {f"stance-{stance.replace('_', '-')}" for stance in Stance}
    named |= {f"stance-not-{stance.replace('_', '-')}" for stance in Stance}
    named |= {f"hedge-{hedge.replace('_', '-')}" for hedge in Hedge}
    named |= {f"older-version-{fate}" for fate in Fate}
    named |= {f"command-{name}" for name in (*COMMANDS, *ORDERS)}
    named |= {f"notice-{notice.replace('_', '-')}" for notice in Notice}
    assert set(variables("en")) - named == set()


def test_an_unknown_key_or_a_forgotten_value_fails_loudly() -> None:
    texts = load_texts("en")
    with pytest.raises(LookupError):
        texts("no-such-key")
    with pytest.raises(LookupError):
        texts("asked")


def test_arabic_isolates_a_latin_name_and_english_leaves_it_as_it_is() -> None:
    assert load_texts("ar")("asked", question="Harris?") == "سؤالك: \u2068Harris?\u2069"
    assert load_texts("en")("asked", question="Harris?") == "You asked: Harris?"


def test_english_isolates_an_arabic_name() -> None:
    assert load_texts("en")("asked", question="هاريس") == "You asked: \u2068هاريس\u2069"


def test_a_value_that_looks_like_a_placeholder_stays_a_value() -> None:
    shown = load_texts("en")("said-by", speaker="{ $stance } \ue001", stance="denies")
    assert shown == "{ $stance } \ue001 denies"


@given(st.text(), st.text())
def test_any_values_stand_in_the_text_as_they_are(speaker: str, statement: str) -> None:
    for language in ("en", "ar"):
        parts = load_texts(language).parts("attributed", speaker=speaker, statement=statement)
        named = {part.name: part.text for part in parts if part.name}
        assert speaker in named.get("speaker", "")
        assert statement in named.get("statement", "")


@given(st.text(alphabet=st.sampled_from("aא1\u2066\u2067\u2068\u2069\u202e\u202c ")))
def test_nothing_steps_out_of_its_isolate(text: str) -> None:
    isolated = isolate(text)
    depths, depth = [], 0
    for character in isolated:
        depth += (character in _OPENING) - (character == _CLOSING)
        depths.append(depth)
    assert text in isolated
    assert depth == 0
    assert all(inside > 0 for inside in depths[:-1])


@given(st.text())
def test_a_paragraph_keeps_its_characters_and_its_direction(text: str) -> None:
    before, after = frame_paragraph(text)
    assert all(unicodedata.category(character) == "Cf" for character in before + after)
    assert bool(before) == bool(after) == turns(text)
    if before:
        strong = (unicodedata.bidirectional(character) for character in text)
        first = next((kind for kind in strong if kind in {"L", "R", "AL"}), "L")
        assert before[0] == ("\u200e" if first == "L" else "\u200f")
