"""Taking articles in, wherever they come from: each is told of as it comes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from knowledge.errors import NewsError, NotTakenError
from knowledge.library.archive import Archive
from knowledge.library.following import Taken
from knowledge.library.ingest.parsing.parsed import Parsed, ParsedArticle
from knowledge.library.ingest.parsing.sandbox import Sandbox
from knowledge.library.ingest.reading import (
    Given,
    Origin,
    Read,
    Unseen,
    parse_origin,
    read_origin,
)
from knowledge.library.ingest.visiting import Visitor
from knowledge.library.ingest.web import read_web
from knowledge.library.records import NewArticle

Told: TypeAlias = Taken | Unseen | NewsError
"""An article that was taken in, what it hides, or what could not be taken in."""

_NOTHING: Given = {}
_MOST_LABEL = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post of a channel, as it was forwarded.

    Attributes:
        outlet: The channel's title.
        address: What makes it the same post the next time.
        url: Where readers find it; "" where the channel is not public.
    """

    text: str
    outlet: str
    author: str
    published: datetime
    address: str
    url: str


def take_web(
    url: str, archive: Archive, visitor: Visitor, sandbox: Sandbox, given: Given = _NOTHING
) -> Iterator[Told]:
    """Take in the page at *url*, or those that the feed or the site map there names."""
    return _take(read_web(url, visitor, sandbox, given), archive)


def take_file(name: str, address: str, data: bytes, archive: Archive) -> Iterator[Told]:
    """Take in what is in a file that came as bytes; its name is believed in nothing."""
    origin = Origin(where=name, address=address, name=name)
    try:
        with Sandbox() as sandbox:
            parsed = parse_origin(origin, data, sandbox)
    except NotTakenError as error:
        yield error
        return
    yield from _take(read_origin(origin, parsed), archive)


def take_post(post: Post, archive: Archive) -> Iterator[Told]:
    """Take in a post: its words are the article, its channel is the outlet."""
    header = {
        "publisher": post.outlet,
        "author": post.author,
        "published": post.published.date().isoformat(),
        "url": post.url,
    }
    first_line = next((line for line in post.text.splitlines() if line.strip()), "")
    name = " ".join(first_line.replace("/", " ").split())[:_MOST_LABEL].strip()
    origin = Origin(where=post.outlet, address=post.address, name=f"{name}.txt", url=post.url)
    article = ParsedArticle(text=post.text.strip(), header=header)
    yield from _take(read_origin(origin, Parsed(articles=(article,))), archive)


def _take(found: Iterable[Read | NewsError], archive: Archive) -> Iterator[Told]:
    for one in found:
        if isinstance(one, NewArticle):
            change, article = archive.add(one)
            yield Taken(change=change, article=article)
        else:
            yield one
