"""Posts of channels as articles: their addresses, and what is known of them; pure."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.pages import shorten, split_text, units
from knowledge.library.records import NewArticle
from knowledge.text.article import Source
from knowledge.text.quote import Quote

_ADDRESS = re.compile(
    r"https?://(?:t|telegram)\.me/(?:s/)?(?:c/(?P<number>\d{1,13})|(?P<name>[A-Za-z]\w{3,31}))"
    r"/(?:\d+/)?(?P<message>\d{1,10})/?(?:[?#].*)?",
    re.ASCII,
)
_OF_CHANNELS = -1_000_000_000_000
"""Numbers of channels go downwards from here; an address has what is below it."""

_MOST_LABEL = 80
_MOST_QUOTED = 1024
"""UTF-16 units of a quote that Telegram shows."""


@dataclass(frozen=True, slots=True)
class PostPlace:
    """Where a post is: the channel's number or its @name, and the post's number there."""

    channel: int | str
    message: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PostQuote:
    """Words of a post, to be shown as Telegram's own quote of it, which Telegram verifies.

    Attributes:
        channel: Its number, or its name with an @.
        position: Where they stand in the post, in UTF-16 units.
    """

    channel: int | str
    message: int
    text: str
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post as it stands in its channel.

    Attributes:
        name: The channel's public name without the @; "" if it has none.
        edited: None where it was never changed.
    """

    channel: int
    name: str
    title: str
    message: int
    text: str
    author: str
    published: datetime
    edited: datetime | None = None


def find_post(url: str) -> PostPlace | None:
    """The post that an address leads to; None if to none."""
    found = _ADDRESS.fullmatch(url)
    if found is None:
        return None
    number, name = found["number"], found["name"]
    return PostPlace(_OF_CHANNELS - int(number) if number else f"@{name}", int(found["message"]))


def quote_post(quote: Quote, source: Source, text: str) -> PostQuote | None:
    """A quote of a post's *text* as Telegram quotes it; None where the article is no post.

    Of a quote longer than Telegram takes, its beginning.
    """
    place = find_post(source.url)
    if place is None:
        return None
    return PostQuote(
        channel=place.channel,
        message=place.message,
        text=next(split_text(quote.text, _MOST_QUOTED)).rstrip(),
        position=units(text[: quote.start]),
    )


def post_url(post: Post) -> str:
    """Where a post is read: by everybody, or by those who are in a channel without a name."""
    inner = post.name or f"c/{_OF_CHANNELS - post.channel}"
    return f"https://t.me/{inner}/{post.message}"


def article_of(post: Post) -> NewArticle | None:
    """The post as an article, its text character for character; None where it has no words.

    A post has no title, so it goes by its first line.
    """
    if not any(map(str.isalnum, post.text)):
        return None
    url = post_url(post)
    source = Source(
        label=shorten(post.text.strip().splitlines()[0], _MOST_LABEL),
        publisher=post.title,
        author=post.author,
        published=post.published.isoformat(),
        modified=post.edited.isoformat() if post.edited else "",
        url=url,
    )
    return NewArticle(address=url, text=post.text, source=source)
