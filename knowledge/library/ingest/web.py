"""Articles from the web: a page; or the pages that a feed or a site map names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from knowledge.errors import NotTakenError
from knowledge.library.ingest.fetching import Fetched
from knowledge.library.ingest.guard import shown
from knowledge.library.ingest.parsing.parsed import Parsed, ParsedLink
from knowledge.library.ingest.parsing.sandbox import Sandbox
from knowledge.library.ingest.reading import Given, Origin, Read, parse_origin, read_origin
from knowledge.library.ingest.visiting import Visitor

_NOTHING: Given = {}
_MOST_MAPS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """A page that was fetched and parsed: an article, or a list of links."""

    origin: Origin
    parsed: Parsed

    def read(self, given: Given = _NOTHING) -> Iterator[Read]:
        """The articles on it, faults in the place of what cannot be read."""
        return read_origin(self.origin, self.parsed, given)


def open_page(page: Fetched, asked: str, sandbox: Sandbox) -> WebPage:
    """Parse what came when *asked* was fetched."""
    name = urlsplit(page.url).path.rstrip("/").rpartition("/")[2] or urlsplit(page.url).netloc
    origin = Origin(
        where=shown(asked), address=page.url, name=name, url=page.url, charset=page.charset
    )
    return WebPage(origin=origin, parsed=parse_origin(origin, page.content, sandbox))


def read_web(
    url: str, visitor: Visitor, sandbox: Sandbox, given: Given = _NOTHING
) -> Iterator[Read | NotTakenError]:
    """Read the article at *url*, or those that the feed or the site map there names.

    What cannot be had comes as an error in its place.
    """
    try:
        first = open_page(visitor.fetch(url), url, sandbox)
    except NotTakenError as error:
        yield error
        return
    yield from first.read(given)
    for link in list_pages(first.parsed.links, visitor, sandbox):
        if isinstance(link, NotTakenError):
            yield link
            continue
        try:
            page = visitor.fetch_named(link.url)
        except NotTakenError as error:
            yield error
            continue
        yield from open_page(page, link.url, sandbox).read()


def list_pages(
    links: Iterable[ParsedLink], visitor: Visitor, sandbox: Sandbox
) -> Iterator[ParsedLink | NotTakenError]:
    """The pages among *links*, and those that the site maps among them name, each once."""
    waiting = list(links)
    seen = {link.url for link in waiting}
    maps = 0
    while waiting:
        link = waiting.pop(0)
        if not link.is_map:
            yield link
        elif maps < _MOST_MAPS:
            maps += 1
            try:
                inner = open_page(visitor.fetch_named(link.url), link.url, sandbox).parsed.links
            except NotTakenError as error:
                yield error
                continue
            fresh = {one.url: one for one in inner if one.url not in seen}
            seen |= set(fresh)
            waiting += fresh.values()
