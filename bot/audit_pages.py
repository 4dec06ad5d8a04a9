"""The claims of an article for an operator to check, as pages; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.articles import ReadArticle
from bot.claims_pages import group_entries, is_told, render_claim
from bot.pages import Block, Page, fits, pack, plain, shorten
from bot.quotations import line, quote_blocks, spaced
from bot.sources import MOST_NAME
from bot.texts import Texts
from knowledge.library.records import StoredSentence
from knowledge.library.verdicts import claim_key
from knowledge.text.claim import Claim

_MARKS = {True: "✓ ", False: "✗ ", None: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPage:
    """One page, and the keys of the claims on it, in their order.

    Attributes:
        first: The number of the first of them, counted from 1 through all pages.
    """

    page: Page
    first: int
    claims: tuple[str, ...]


def render_audit(
    read: ReadArticle, verdicts: Mapping[str, bool], texts: Texts
) -> tuple[AuditPage, ...]:
    """Every claim that is anybody's but the article's own, with its verdict; at least one page."""
    told = [(s, c) for s in read.sentences for c in s.claims if is_told(c)]
    keys = [claim_key(claim) for _, claim in told]
    head = list(_head(read, keys, verdicts, texts))
    if not told:
        nothing = line(texts, plain(texts("claims-none")))
        return (AuditPage(page=pack(spaced(head, [nothing]))[0], first=1, claims=()),)
    entries = [
        list(_entry(read, stored, claim, (n, verdicts.get(key)), texts))
        for n, ((stored, claim), key) in enumerate(zip(told, keys, strict=True), 1)
    ]
    return tuple(_pages(head, entries, keys))


def _pages(
    head: Sequence[Block], entries: Sequence[Sequence[Block]], keys: Sequence[str]
) -> Iterator[AuditPage]:
    done = 0
    for group in group_entries(head, entries):
        page = pack(spaced(head, *group))[0]
        yield AuditPage(page=page, first=done + 1, claims=tuple(keys[done : done + len(group)]))
        done += len(group)


def _head(
    read: ReadArticle, keys: Sequence[str], verdicts: Mapping[str, bool], texts: Texts
) -> Iterator[Block]:
    article = read.article
    title = shorten(article.source.name, MOST_NAME)
    head = texts("audit-head", title=title, version=str(article.version))
    yield line(texts, plain(head))
    given = [verdicts.get(key) for key in keys]
    counts = {
        "approved": str(given.count(True)),
        "rejected": str(given.count(False)),
        "open": str(given.count(None)),
    }
    yield line(texts, plain(texts("audit-counts", **counts)))
    if given.count(False):
        yield line(texts, plain(texts("audit-effect")))


def _entry(
    read: ReadArticle,
    stored: StoredSentence,
    claim: Claim,
    mark: tuple[int, bool | None],
    texts: Texts,
) -> Iterator[Block]:
    number, verdict = mark
    begin = plain(f"{number}. {_MARKS[verdict]}")
    head = line(texts, begin, render_claim(claim, read.article, stored, texts))
    quotes = list(quote_blocks(stored.sentence.text, None))
    joined = head + plain("\n") + quotes[0]
    yield from [joined, *quotes[1:]] if fits(joined) else [head, *quotes]
