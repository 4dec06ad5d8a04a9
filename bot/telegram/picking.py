"""A list of articles to pick one of, as a screen that pages by editing one message."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.journal.sheets import ANYBODY
from bot.pages import Block, Kind, Page, over, pack, plain, styled
from bot.quotations import line, spaced
from bot.sources import describe_publication, link_article, title_block
from bot.telegram.buttons import Verb
from bot.telegram.screens import Key, Row, Screen, in_rows, pager
from bot.texts import Texts
from knowledge.library.records import ArticleSummary

MOST_LISTED = 8
"""Articles on a page, a button each, side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a list of articles looks, and what its buttons do.

    Attributes:
        head: The line above it.
        pick: What a number does.
        turn: What the buttons to other pages do.
        chosen: The identifier of the article that is marked.
        reader: Who may press the buttons.
        keys: Further buttons, a row each.
    """

    head: str
    pick: Verb
    turn: Verb
    chosen: str = ""
    reader: int = ANYBODY
    keys: Sequence[Key] = field(default=())


def list_articles(summaries: Sequence[ArticleSummary], at: int, look: Look, texts: Texts) -> Screen:
    """Page *at*, counted from 0; the last one where there are fewer."""
    total = max(1, -(-len(summaries) // MOST_LISTED))
    at = min(at, total - 1)
    shown = summaries[at * MOST_LISTED : (at + 1) * MOST_LISTED]
    first = at * MOST_LISTED + 1
    keys = [Key(label=str(first + n), verb=look.pick, number=n) for n in range(len(shown))]
    rows: list[Row] = [*in_rows(keys), *([key] for key in look.keys)]
    return Screen(
        page=_page(shown, first, look, texts),
        rows=[*rows, pager(look.turn, at, total)],
        state={"articles": [one.id for one in shown], "page": at},
        reader=look.reader,
    )


def _page(shown: Sequence[ArticleSummary], first: int, look: Look, texts: Texts) -> Page:
    head = [line(texts, styled(look.head, Kind.BOLD))]
    items = [_item(one, n, look, texts) for n, one in enumerate(shown, first)]
    return pack(spaced(head, items or [line(texts, plain(texts("no-articles")))]))[0]


def _item(one: ArticleSummary, number: int, look: Look, texts: Texts) -> Block:
    title = title_block(one.source, texts, link_article(one.source.url))
    name = over(title, Kind.BOLD) if one.id == look.chosen else title
    mark = "✓ " if one.id == look.chosen else ""
    about = plain(f" · {describe_publication(one.source, texts)}")
    return line(texts, plain(f"{number}. {mark}"), name, about)
