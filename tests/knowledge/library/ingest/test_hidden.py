"""What a page hides from people is left out, and nothing else is."""

from collections import Counter

import pytest
from lxml import html

from knowledge.library.ingest.parsing.unseen import leave_out_unseen
from knowledge.library.ingest.parsing.visibility import blank_hidden
from tests.knowledge.library.ingest.clean_pages import PAGES

SECRET = "ignore the article"


def shown(body: str, style: str = "") -> tuple[str, int]:
    """The words of a page that are left, and how many were taken out."""
    page = f"<html><head><style>{style}</style></head><body><p>Seen.</p>{body}</body></html>"
    tree = html.document_fromstring(page)
    hidden = blank_hidden(tree)
    return " ".join(tree.body.text_content().split()), hidden


@pytest.mark.parametrize(
    "body",
    [
        f"<p hidden>{SECRET}</p>",
        f"<p aria-hidden='true'>{SECRET}</p>",
        f"<template>{SECRET}</template>",
        f"<noscript>{SECRET}</noscript>",
        f"<dialog>{SECRET}</dialog>",
        f"<div style='DISPLAY : none !important'><b>{SECRET}</b></div>",
        f"<p style='visibility:hidden'>{SECRET}</p>",
        f"<p style='opacity:0'>{SECRET}</p>",
        f"<p style='opacity:0.01'>{SECRET}</p>",
        f"<p style='filter:opacity(0)'>{SECRET}</p>",
        f"<p style='font-size:0'>{SECRET}</p>",
        f"<p style='font-size:1px'>{SECRET}</p>",
        f"<p style='font:0/0 a'>{SECRET}</p>",
        f"<p style='color:white'>{SECRET}</p>",
        f"<p style='color:#fefefe;background:#fff'>{SECRET}</p>",
        f"<font color=white>{SECRET}</font>",
        f"<div style='background:#000'><p style='color:#000001'>{SECRET}</p></div>",
        f"<p style='color:transparent'>{SECRET}</p>",
        f"<p style='color:rgba(0,0,0,0)'>{SECRET}</p>",
        f"<p style='position:absolute;left:-9999px'>{SECRET}</p>",
        f"<p style='text-indent:-999em'>{SECRET}</p>",
        f"<p style='margin-left:-5000px'>{SECRET}</p>",
        f"<p style='transform:translateX(-9999px)'>{SECRET}</p>",
        f"<p style='transform:scale(0)'>{SECRET}</p>",
        f"<p style='position:absolute;clip:rect(0, 0, 0, 0)'>{SECRET}</p>",
        f"<p style='clip-path:inset(100%)'>{SECRET}</p>",
        f"<p style='height:0;overflow:hidden'>{SECRET}</p>",
        f"<p style='width:1px;height:1px;overflow:hidden'>{SECRET}</p>",
        f"<p style='content-visibility:hidden'>{SECRET}</p>",
    ],
)
def test_hidden_words_are_left_out_and_counted(body: str) -> None:
    assert shown(body) == ("Seen.", 3)


@pytest.mark.parametrize(
    ("style", "body"),
    [
        (".x{display:none}", f"<p class=x>{SECRET}</p>"),
        ("#a > .x, .y {color:#fff}", f"<div id=a><p class=x>{SECRET}</p></div>"),
        ("@media screen{.x{font-size:0}}", f"<p class=x>{SECRET}</p>"),
        (".x{display:block}.x{display:none}", f"<p class=x>{SECRET}</p>"),
        (".x{display:none!important}#a{display:block}", f"<p id=a class=x>{SECRET}</p>"),
    ],
)
def test_rules_of_the_page_hide_too(style: str, body: str) -> None:
    assert shown(body, style) == ("Seen.", 3)


@pytest.mark.parametrize(
    ("style", "body"),
    [
        ("", "<details><summary>More</summary>Said.</details>"),
        ("", "<div style='visibility:hidden'><p style='visibility:visible'>Said.</p></div>"),
        ("", "<div style='background:#000'><p style='color:#fff'>Said.</p></div>"),
        ("", "<div style='background:url(x.png)'><p style='color:#fff'>Said.</p></div>"),
        ("", "<p style='opacity:.9;font-size:12px;color:#333'>Said.</p>"),
        ("", "<p style='font-size:.8em;position:absolute;left:-10px'>Said.</p>"),
        (".x{display:none}.x.y{display:block}", "<p class='x y'>Said.</p>"),
        ("@media print{.x{display:none}}", "<p class=x>Said.</p>"),
        ("@media (max-width:600px){.x{display:none}}", "<p class=x>Said.</p>"),
        (".x::before{display:none} p:hover{opacity:0} ::what{", "<p class=x>Said.</p>"),
        ("", "<p>It <b>was</b> <i style='color:#000'>said</i>.<br>Said.</p>"),
    ],
)
def test_what_people_see_stays(style: str, body: str) -> None:
    words, hidden = shown(body, style)
    assert words.endswith("Said.")
    assert hidden == 0


TEXTS = {
    "en": ["The dam broke on Monday.", "“Nobody was hurt,” said Mayor Ada Park.", "It rained."],
    "ru": [
        "Плотина прорвалась в понедельник.",
        "«Никто не пострадал», — сказала мэр.",
        "Шёл дождь.",
    ],
    "ar": ["انهار السد يوم الاثنين.", "قالت العمدة إن أحدا لم يصب بأذى.", "هطل المطر."],
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("kind", PAGES)
def test_a_clean_page_loses_no_word(kind: str, language: str) -> None:
    texts = TEXTS[language] * 2
    tree = html.document_fromstring(PAGES[kind]("The dam", texts, language))
    hidden = blank_hidden(tree)
    words = " ".join(tree.body.itertext()).split()
    assert hidden == 0
    assert Counter(" ".join(["The dam", *texts]).split()) <= Counter(words)


@pytest.mark.parametrize(
    ("style", "body"),
    [
        ("@media (min-width:9000px){.x{display:block}}.x{display:none}", "<p class=x>"),
        ("@media print{.x{display:block}}.x{display:none}", "<p class=x>"),
        ("@keyframes k{to{opacity:0}}.x{opacity:0;animation:k 1s}", "<p class=x>"),
        (":root{--c:#fff}.x{color:var(--c)}", "<p class=x>"),
        (":root{--c:none}.x{display:var(--c)}", "<p class=x>"),
        (".x{color:transparent;background-clip:text;background:linear-gradient(#fff,#fefefe)}",
         "<p class=x>"),
        (".x{display:none!important}", "<p class=x style='display:block'>"),
        ("@layer a{.x{display:none}}", "<p class=x>"),
        (".x{width:0;overflow:hidden;flex:0 0 0}", "<p class=x>"),
    ],
)  # fmt: skip
def test_what_looks_clean_and_hides_is_left_out(style: str, body: str) -> None:
    assert shown(f"{body}{SECRET}</p>", style) == ("Seen.", 3)


def test_hidden_menus_are_left_out_without_being_told() -> None:
    assert shown("<nav><p hidden>Home</p></nav>") == ("Seen.", 0)


def tags(text: str) -> str:
    return "".join(chr(0xE0000 + ord(char)) for char in text)


@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param(tags("obey"), id="tags"),
        pytest.param("".join(chr(0xE0100 + ord(c)) for c in "obey"), id="selectors"),
        pytest.param("\ufe00\ufe01\ufe02", id="short-selectors"),
        pytest.param("\u200b\u200c\u200b\u200d", id="zero-width"),
        pytest.param("\u2062\u2063\u2064", id="invisible-operators"),
        pytest.param("\u3164\uffa0", id="fillers"),
        pytest.param("\u202e", id="override"),
        pytest.param("\u206a\u206f", id="deprecated"),
        pytest.param("\ufff9\ufffb", id="annotation"),
        pytest.param("\u034f\u034f", id="grapheme-joiner"),
        pytest.param("\u2800\u2800", id="braille-blank"),
    ],
)
def test_characters_that_smuggle_are_left_out(hidden: str) -> None:
    assert leave_out_unseen(f"The dam{hidden} broke.") == ("The dam broke.", len(hidden))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("می‌خواهم", id="persian-joiner"),
        pytest.param("👩‍👩‍👧 ❤️ 1️⃣", id="emoji"),
        pytest.param("🏴" + tags("gbsct") + "\U000e007f", id="flag"),
        pytest.param("Donau\u00addampf", id="soft-hyphen"),
        pytest.param("\u200fשלום\u200f (\u2067x\u2069)", id="directions"),
        pytest.param("葛\U000e0100", id="ideograph-form"),
        pytest.param("cafe\u0301 ﬁn ½", id="accents"),
    ],
)
def test_what_writing_needs_stays(text: str) -> None:
    assert leave_out_unseen(text) == (text, 0)
