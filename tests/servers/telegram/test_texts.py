"""What the server makes of texts, links and markup."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.servers.telegram.call import format_text
from tests.servers.telegram.links import checked_link
from tests.servers.telegram.rendering import draw
from tests.servers.telegram.text import cut_units, unit_length, unit_offsets

UNICODE = st.text(st.characters(exclude_categories=["Cs"]))
# What no text loses on its way: no controls, no bidirectional overrides, no blanks at the ends.
KEPT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Zs", "Mn"]))


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        pytest.param("https://Example.org/a?b#c", "https://Example.org/a?b#c", id="https"),
        pytest.param("example.org", "http://example.org/", id="no-scheme"),
        pytest.param(
            "https://example.org/#:~:text=a%20b",
            "https://example.org/#:~:text=a%20b",
            id="fragment",
        ),
        pytest.param("tg://resolve?domain=x", "tg://resolve?domain=x", id="telegram"),
        pytest.param("https://новости.рф/", "https://новости.рф/", id="cyrillic"),
        pytest.param("https://example.org:99999/", "", id="port"),
        pytest.param("javascript:alert(1)", "", id="javascript"),
        pytest.param("ftp://example.org/", "", id="ftp"),
        pytest.param("/relative", "", id="relative"),
        pytest.param("http://localhost/", "", id="localhost"),
        pytest.param(" https://example.org/", "", id="leading-space"),
        pytest.param("https://example.org/ ", "", id="trailing-space"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_link_is_kept_or_dropped_as_telegram_does(url: str, kept: str) -> None:
    assert checked_link(url) == kept


@pytest.mark.parametrize(
    ("source", "drawn"),
    [
        pytest.param("<b>a <i>b</i></b> <u>c</u> <s>d</s>", "**a _b_** __c__ ~~d~~", id="nested"),
        pytest.param("&lt;b&gt; &amp; &quot; &#128512; &#x41;", '<b> & " 😀 A', id="references"),
        pytest.param("&nbsp;&apos;&copy; &", "&nbsp;&apos;&copy; &", id="unknown-references"),
        pytest.param(
            "<a href='https://e.org/?a=1&amp;b'>x</a>", "[x](https://e.org/?a=1&b)", id="link"
        ),
        pytest.param('<a href="javascript:x">x</a>', "x", id="dropped-link"),
        pytest.param(
            "a\n<blockquote expandable>b\nc</blockquote>d", "a\n┃ b\n┃ c ⌄d", id="quotation"
        ),
        pytest.param("<pre><code class='language-py'>x</code></pre>", "```pyx```", id="code"),
        pytest.param(
            "<tg-spoiler>x</tg-spoiler><span class='tg-spoiler'>y</span>",
            "||x||||y||",
            id="spoilers",
        ),
        pytest.param("<tg-time unix=1700000000 format='r'>then</tg-time>", "then", id="time"),
        pytest.param("  <b> x </b>\n", "**x**", id="trimmed"),
        pytest.param("<b> </b>x", "x", id="blank-entity"),
    ],
)
def test_html_becomes_text_and_entities(source: str, drawn: str) -> None:
    assert draw(format_text(source, "HTML", [])) == drawn


def test_the_hundred_and_first_entity_is_ignored_and_written_down() -> None:
    rows = [{"type": "bold", "offset": 2 * at, "length": 1} for at in range(101)]
    formatted = format_text("a " * 101, "", rows)
    assert len(formatted.entities) == 100
    assert formatted.oddities == ("1 entities past 100 ignored",)


@given(UNICODE)
def test_utf_16_offsets_are_those_of_the_encoding(text: str) -> None:
    assert unit_length(text) == len(text.encode("utf-16-le")) // 2
    assert unit_offsets(text)[-1] == unit_length(text)


@given(KEPT, KEPT, KEPT)
def test_an_entity_covers_the_words_that_were_marked(left: str, inside: str, right: str) -> None:
    source = f"[{html.escape(left)}<b>{html.escape(inside, quote=False)}</b>{html.escape(right)}]"
    formatted = format_text(source.replace("&#x27;", "'"), "HTML", [])
    assert [formatted.cut(entity) for entity in formatted.entities] == ([inside] if inside else [])
    assert formatted.text == f"[{left}{inside}{right}]"


def clean(text: str) -> str:
    """What is left of a text, its outer blanks aside."""
    return format_text(f"|{text}|", "", []).text[1:-1].strip(" \n")


@given(UNICODE, st.data())
def test_cleaning_never_moves_an_entity_off_its_words(text: str, data: st.DataObject) -> None:
    offsets = unit_offsets(text)
    start, end = sorted(data.draw(st.tuples(*[st.sampled_from(offsets)] * 2)))
    rows = [{"type": "bold", "offset": start, "length": end - start}]
    formatted = format_text(f"{text}|", "", rows)
    words = clean(cut_units(text, start, end))
    shown = [formatted.cut(entity).strip(" \n") for entity in formatted.entities]
    assert shown == ([words] if words else [])
