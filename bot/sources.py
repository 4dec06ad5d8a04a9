"""Where a quote comes from, in words and as a link; pure."""

from datetime import UTC, date, datetime
from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

from babel.dates import format_date, format_datetime

from bot.pages import Block, Kind, plain, shorten, styled
from bot.texts import Texts
from knowledge.text.article import Source

MOST_NAME = 160
"""Characters shown of a title, an outlet, a person's name."""

_MOST_LINK_WORDS = 5
_MOST_LINK_CHARACTERS = 60


def describe_publication(source: Source, texts: Texts) -> str:
    """Outlet and date, or that they were not given."""
    if not source.publisher.strip() and not source.published.strip():
        return texts("source-unknown")
    outlet, day = texts("outlet-unknown"), texts("date-unknown")
    if source.publisher.strip():
        outlet = texts.contain(shorten(source.publisher, MOST_NAME))
    if source.published.strip():
        day = texts.contain(describe_date(source.published, texts.language))
    return f"{outlet} · {day}"


def describe_date(published: str, language: str) -> str:
    """An ISO 8601 date, or date and time, in words; anything else as it was given."""
    try:
        return format_date(date.fromisoformat(published.strip()[:10]), "long", locale=language)
    except ValueError:
        return shorten(published, MOST_NAME)


def describe_moment(moment: datetime, language: str) -> str:
    """A date and a time of day in UTC, in words."""
    return f"{format_datetime(moment, 'd MMM y, HH:mm:ss', tzinfo=UTC, locale=language)} UTC"


def title_block(source: Source, texts: Texts, url: str) -> Block:
    """The article's name, leading to *url* if there is one."""
    name = texts.contain(shorten(source.name, MOST_NAME))
    return styled(name, Kind.LINK, url=url) if url else plain(name)


def link_article(url: str) -> str:
    """The address if it is one on the web, else ""."""
    return url if _is_web_address(url) else ""


def link_quote(url: str, quoted: str) -> str:
    """A link to the very words on the page at *url*, or "" where *url* is no web address.

    Source: the text fragments of the URL Fragment Text Directives draft (WICG). A long quote is
    given by its first and last words.
    """
    words = quoted.split()
    if not _is_web_address(url) or not words:
        return ""
    whole = " ".join(words)
    ends = (
        " ".join(words[:_MOST_LINK_WORDS])[:_MOST_LINK_CHARACTERS],
        " ".join(words[-_MOST_LINK_WORDS:])[-_MOST_LINK_CHARACTERS:],
    )
    parts = (whole,) if len(whole) <= _MOST_LINK_CHARACTERS else ends
    return f"{url}{'' if '#' in url else '#'}:~:text={','.join(map(_encode, parts))}"


def _encode(words: str) -> str:
    """The dash has a meaning of its own in a text fragment."""
    encodable = words.encode("utf-8", "replace")
    return percent_encode(encodable, safe="").replace("-", "%2D")


def _is_web_address(url: str) -> bool:
    """Telegram drops a link that it does not take for one, and its text with it would lie."""
    if not url.isprintable() or " " in url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in parts.netloc
