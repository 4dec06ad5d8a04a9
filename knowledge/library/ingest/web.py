"""Articles from the web: a page; or the pages that a feed or a site map names."""

import time
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from knowledge.errors import NewsError
from knowledge.library.ingest.fetching import Fetched, Fetcher
from knowledge.library.ingest.guard import shown
from knowledge.library.ingest.parsing.parsed import Parsed, ParsedLink
from knowledge.library.ingest.parsing.sandbox import Sandbox
from knowledge.library.ingest.reading import Given, Origin, Read, parse_origin, read_origin

_PAUSE_SECONDS = 1.0
"""Between two pages of one feed or site map, which are mostly of one host."""

_NOTHING: Given = {}
_MOST_MAPS = 20


def read_web(
    url: str,
    fetcher: Fetcher,
    sandbox: Sandbox,
    given: Given = _NOTHING,
    pause: Callable[[float], None] = time.sleep,
) -> Iterator[Read | NewsError]:
    """Read the article at *url*, or those that the feed or the site map there names.

    What cannot be had comes as an error in its place.
    """
    waiting = [ParsedLink(url=url, is_map=True)]
    seen: set[str] = {url}
    maps = 0
    while waiting:
        link = waiting.pop(0)
        if link.url != url:
            pause(_PAUSE_SECONDS)
        try:
            page = fetcher.fetch_now(link.url)
        except NewsError as error:
            yield error
            continue
        origin, parsed = _parse(page, link.url, sandbox)
        yield from read_origin(origin, parsed, given)
        if link.is_map and maps < _MOST_MAPS:
            maps += 1
            fresh = [one for one in parsed.links if one.url not in seen]
            seen |= {one.url for one in fresh}
            waiting += fresh


def _parse(page: Fetched, asked: str, sandbox: Sandbox) -> tuple[Origin, Parsed]:
    name = urlsplit(page.url).path.rstrip("/").rpartition("/")[2] or urlsplit(page.url).netloc
    origin = Origin(
        where=shown(asked), address=page.url, name=name, url=page.url, charset=page.charset
    )
    return origin, parse_origin(origin, page.content, sandbox)
