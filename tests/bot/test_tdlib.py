"""Telegram's own library as the judge: it takes our styles where we, and our test server, do.

TDLib is the code behind the Bot API. What it makes of a text with styles is asked of
`getMarkdownText`, which leaves styles alone that Markdown has no marks for; so every style but
the quotations is asked for as underlined, one kind at a time. It does not trim, so blanks at the
ends of texts and of styles are left out of what is compared.
"""

import html
import json
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from bot.pages import Entity, Kind, Page
from bot.telegram.outgoing import sendable
from tests.bot.hostile import show_hostile
from tests.servers.telegram.call import format_text
from tests.servers.telegram.links import checked_link

tdjson = pytest.importorskip("tdjson", reason="there is no TDLib for this machine")

COUNTS = [pytest.param(40, id="few"), pytest.param(5000, id="many", marks=pytest.mark.soak)]
_NAMES = {Kind.QUOTE: "BlockQuote", Kind.LONG_QUOTE: "ExpandableBlockQuote"}


@pytest.fixture(scope="module", autouse=True)
def _quiet() -> None:
    execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})


def execute(request: dict[str, Any]) -> dict[str, Any]:
    """One of the requests that TDLib answers without a network."""
    return dict(json.loads(tdjson.td_execute(json.dumps(request).encode())))


def fixed_by_tdlib(text: str, entities: Iterable[Entity]) -> tuple[str, set[int]]:
    """The text as it will be shown, and the UTF-16 units that are styled."""
    rows = [
        {
            "@type": "textEntity",
            "offset": entity.offset,
            "length": entity.length,
            "type": {"@type": f"textEntityType{_NAMES.get(entity.kind, 'Underline')}"},
        }
        for entity in entities
    ]
    given = {"@type": "formattedText", "text": text, "entities": rows}
    fixed = execute({"@type": "getMarkdownText", "text": given})
    assert fixed["@type"] == "formattedText", fixed
    return seen(fixed["text"], ((e["offset"], e["length"]) for e in fixed["entities"]))


def fixed_by_the_server(text: str, entities: Iterable[Entity]) -> tuple[str, set[int]]:
    rows = [
        {"type": e.kind.value if e.kind in _NAMES else "underline"}
        | {"offset": e.offset, "length": e.length}
        for e in entities
    ]
    fixed = format_text(text, "", rows)
    return seen(fixed.text, ((e.offset, e.length) for e in fixed.entities))


def seen(text: str, ranges: Iterable[tuple[int, int]]) -> tuple[str, set[int]]:
    """The text without blanks around it, and its units that are styled and not blank."""
    units = text.encode("utf-16-le")
    covered = {unit for start, length in ranges for unit in range(start, start + length)}
    blank = (b" \0", b"\n\0")
    skipped = len(text) - len(text.lstrip(" \n"))
    marked = {at - skipped for at in covered if units[2 * at : 2 * at + 2] not in blank}
    return text.strip(" \n"), marked


def by_kind(page: Page) -> Iterator[list[Entity]]:
    """The styles of each kind, at most as many as Telegram takes."""
    for kind in Kind:
        yield [entity for entity in page.entities[:100] if entity.kind is kind]


@pytest.mark.parametrize("count", COUNTS)
def test_tdlib_shows_every_page_as_the_test_server_does(count: int) -> None:
    for seed in range(count):
        for page in show_hostile(seed).pages:
            text = sendable(page.text)
            for entities in by_kind(page):
                assert fixed_by_tdlib(text, entities) == fixed_by_the_server(text, entities), seed


@pytest.mark.parametrize("count", COUNTS)
def test_tdlib_keeps_every_link_of_ours(count: int) -> None:
    for seed in range(count):
        for url in {e.url for page in show_hostile(seed).pages for e in page.entities if e.url}:
            marked = f'<a href="{html.escape(url)}">title</a>'
            mode = {"@type": "textParseModeHTML"}
            parsed = execute({"@type": "parseTextEntities", "text": marked, "parse_mode": mode})
            kept = [e["type"]["url"] for e in parsed["entities"]]
            assert kept == [checked_link(url)], seed
