"""Taking articles in, wherever they come from: each is told of as it comes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
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
from knowledge.library.records import NewArticle, hash_text

Told: TypeAlias = Taken | Unseen | NewsError
"""An article that was taken in, what it hides, or what could not be taken in."""

_NOTHING: Given = {}
_MOST_LABEL = 60
_SENT = "telegram-file:"
_DIGITS = 12
_PARTS = re.compile(r"[.!?。\n]+")
_LEAST_PART = 25
"""Characters of a sentence that stands in two texts by no chance."""


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


def take_file(name: str, sender: int, data: bytes, archive: Archive) -> Iterator[Told]:
    """Take in what is in a file that came as bytes; its name is believed in nothing.

    Args:
        sender: The chat that it came from: the same name there is the same file, changed.
    """
    origin = Origin(where=name, address=f"{_SENT}{sender}/{name}", name=name)
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


def _apart(new: NewArticle, archive: Archive) -> NewArticle:
    """The same at an address of its own, where only its file's name is that of another article.

    Files that come without a folder are told apart by their names, and many are `article.pdf`.
    """
    held = archive.catalogue.find_by_address(new.address)
    if not new.address.startswith(_SENT) or held is None or _share_lines(held[0].text, new.text):
        return new
    return replace(new, address=f"{new.address}#{hash_text(new.text)[:_DIGITS]}")


def _share_lines(one: str, other: str) -> bool:
    """Whether two texts have a sentence in common, which versions of an article have."""
    first, second = (
        {part.strip() for part in _PARTS.split(text) if len(part.strip()) >= _LEAST_PART}
        for text in (one, other)
    )
    return not first or not second or bool(first & second)


def _take(found: Iterable[Read | NewsError], archive: Archive) -> Iterator[Told]:
    for one in found:
        if isinstance(one, NewArticle):
            change, article = archive.add(_apart(one, archive))
            yield Taken(change=change, article=article)
        else:
            yield one
