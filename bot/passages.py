"""A quote where it stands in its article, as pages of text and styles; pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from bot.pages import Block, Kind, Page, over, pack, plain, shorten, split_text, styled, units
from bot.quotations import line, quote_blocks, spaced
from bot.sources import (
    MOST_NAME,
    describe_moment,
    describe_publication,
    link_article,
    link_quote,
    title_block,
)
from bot.texts import Texts
from bot.texts.bidi import frame_paragraph
from knowledge.text.article import Source
from knowledge.text.passage import Passage
from knowledge.text.quote import Quote
from knowledge.text.revision import Fate

_LONGEST_QUOTE_UNITS = 2400
"""Of a quote shown in its context on one page; a longer one is shown by itself."""

_CONTEXT_UNITS = 500
"""Before a quote, and after it."""

_MOST_NOW = 600
"""Characters shown of what stands in the place of a quote now."""

_HASH_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A quote with the article text around it; cannot hold a quote that is not there.

    Attributes:
        superseded: The article has a newer version than the one quoted.
        fate: What became of the quote in the newer version; None where that is not known.
        now: What stands in its place there.
        removed: The article was taken out of the archive.
    """

    quote: Quote
    passage: Passage
    source: Source
    superseded: bool = False
    fate: Fate | None = None
    now: str = ""
    removed: bool = False

    def __post_init__(self) -> None:
        quote, passage = self.quote, self.passage
        start = quote.start - passage.start
        same = (quote.article_id, quote.version) == (passage.article_id, passage.version)
        if not same or start < 0 or passage.text[start:][: len(quote.text)] != quote.text:
            raise ValueError("the passage does not hold the quote")

    @property
    def before(self) -> str:
        """What stands in front of the quote."""
        return self.passage.text[: self.quote.start - self.passage.start]

    @property
    def after(self) -> str:
        """What follows the quote."""
        return self.passage.text[self.quote.end - self.passage.start :]


def render_passage(
    view: PassageView, texts: Texts, *, checked_at: datetime | None = None
) -> tuple[Page, ...]:
    """The quote marked in its passage, with what is known of the article and a receipt.

    Args:
        checked_at: When the quote was last compared with the store, if that is to be told.
    """
    return pack(spaced(_head(view, texts), _passage(view), _foot(view, texts, checked_at)))


def _head(view: PassageView, texts: Texts) -> Iterator[Block]:
    title = title_block(view.source, texts, link_article(view.source.url))
    yield line(texts, over(title, Kind.BOLD))
    author = shorten(view.source.author, MOST_NAME)
    by = [texts("author", author=author)] if author else []
    yield line(texts, plain(" · ".join([*by, describe_publication(view.source, texts)])))
    if view.removed:
        yield line(texts, styled(texts("article-removed"), Kind.ITALIC))
    if view.superseded:
        key = f"older-version-{view.fate}" if view.fate else "older-version"
        yield line(texts, styled(texts(key), Kind.ITALIC))
        if view.now:
            yield from quote_blocks(shorten(view.now, _MOST_NOW), None)


def _passage(view: PassageView) -> Iterator[Block]:
    quoted = view.quote.text
    if units(quoted) > _LONGEST_QUOTE_UNITS:
        yield from quote_blocks(quoted, None)
        return
    before, after = _last_words(view.before), _first_words(view.after)
    opening, closing = frame_paragraph(before + quoted + after)
    marked = plain(opening + before) + styled(quoted, Kind.BOLD) + plain(after + closing)
    yield over(marked, Kind.QUOTE)


def _first_words(text: str) -> str:
    if units(text) <= _CONTEXT_UNITS:
        return text
    return next(split_text(text, _CONTEXT_UNITS)).rstrip() + " …"


def _last_words(text: str) -> str:
    if units(text) <= _CONTEXT_UNITS:
        return text
    # Half as many characters are sure to fit, however many units each needs.
    kept = text[-_CONTEXT_UNITS // 2 :]
    return "… " + (kept.partition(" ")[2] or kept)


def _foot(view: PassageView, texts: Texts, checked_at: datetime | None) -> Iterator[Block]:
    url = link_quote(view.source.url, view.quote.text)
    if url:
        yield line(texts, styled(texts("open-source"), Kind.LINK, url=url))
    yield line(texts, *_receipt(view.quote, texts))
    if checked_at is not None:
        yield line(texts, plain(texts("checked", when=describe_moment(checked_at, texts.language))))


def _receipt(quote: Quote, texts: Texts) -> Iterator[Block]:
    values = {
        "article": shorten(quote.article_id, MOST_NAME),
        "version": str(quote.version),
        "start": str(quote.start),
        "end": str(quote.end),
        "hash": hash_quote(quote.text)[:_HASH_DIGITS],
    }
    for part in texts.parts("receipt", **values):
        code = part.name in {"article", "hash"}
        yield styled(part.text, Kind.CODE) if code else plain(part.text)


def hash_quote(text: str) -> str:
    """SHA-256 of a quote's characters in UTF-8, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
