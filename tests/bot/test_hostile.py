"""Hostile titles, passages and names: what is shown is what is stored, and no link is foreign."""

import random
from collections.abc import Iterable
from dataclasses import replace

import pytest

from bot.pages import Page
from bot.telegram.outgoing import sendable
from tests.bot.hostile import hostile_article, show_hostile
from tests.servers.telegram.call import format_text
from tests.servers.telegram.text import FormattedText, cut_units

COUNTS = [pytest.param(60, id="few"), pytest.param(5000, id="many", marks=pytest.mark.soak)]


def as_shown(page: Page) -> FormattedText:
    """What Telegram makes of a page; raises where it would refuse it."""
    rows = [
        {"type": e.kind.value, "offset": e.offset, "length": e.length}
        | ({"url": e.url} if e.url else {})
        for e in page.entities
    ]
    return format_text(sendable(page.text), "", rows)


def quoted(pages: Iterable[Page]) -> str:
    """The words within quotations, over all pages, without white space."""
    cut = [
        cut_units(sendable(page.text), e.offset, e.offset + e.length)
        for page in pages
        for e in page.entities
        if "blockquote" in e.kind
    ]
    return "".join("".join(cut).split())


@pytest.mark.parametrize("count", COUNTS)
def test_what_is_shown_is_what_is_stored_and_links_are_the_articles_own(count: int) -> None:
    for seed in range(count):
        shown = show_hostile(seed)
        stored = "".join(sendable(shown.stored).split())
        assert stored in quoted(shown.answered), seed
        assert stored in quoted(shown.opened), seed
        for page in map(as_shown, shown.pages):
            links = {e.url for e in page.entities if e.type == "text_link"}
            assert all(link and link.startswith(shown.url) for link in links), seed
            assert not links or shown.url, seed


def test_the_hostile_articles_are_hostile() -> None:
    made = [hostile_article(random.Random(seed)) for seed in range(50)]  # noqa: S311 - for tests
    assert len({replace(one.source, url="") for one in made}) == 50
    assert any("\u202e" in one.text for one in made)
