"""Feeds and site maps: which articles they name."""

import hashlib
from collections.abc import Mapping
from io import BytesIO
from itertools import islice
from urllib.parse import urljoin

from lxml import etree

from knowledge.library.ingest.parsing.kinds import UnreadableError
from knowledge.library.ingest.parsing.markup import check_markup
from knowledge.library.ingest.parsing.parsed import Parsed, ParsedLink
from knowledge.library.ingest.parsing.texts import as_line

MOST_LINKS = 1000
_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}
_MOST_DIGITS = 7


def parse_feed(data: bytes, url: str) -> Parsed:
    """The entries of an RSS or Atom feed, newest first as a rule."""
    import feedparser  # noqa: PLC0415 - only for this kind

    check_markup(data.decode("latin-1"), is_page=False)
    # feedparser fetches a string that looks like an address; a stream is only read.
    feed = feedparser.parse(BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    if not feed.version:
        raise UnreadableError("is not a feed that can be read.")
    links = [
        ParsedLink(
            url=urljoin(url, entry.link), mark=_mark(entry), title=as_line(entry.get("title"))
        )
        for entry in islice(feed.entries, MOST_LINKS)
        if entry.get("link")
    ]
    about = feed.feed
    return Parsed(
        links=tuple(links), title=as_line(about.get("title")), every_minutes=_minutes(about)
    )


def _minutes(about: Mapping[str, object]) -> int:
    """How often the feed says it is worth reading: RSS's `ttl`, or RSS 1.0's `updatePeriod`."""
    ttl = _number(about.get("ttl"))
    period = _PERIODS.get(str(about.get("sy_updateperiod", "")).strip().lower(), 0)
    return max(ttl, period // max(_number(about.get("sy_updatefrequency")), 1))


def _number(value: object) -> int:
    text = str(value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < _MOST_DIGITS else 0


def _mark(entry: Mapping[str, object]) -> str:
    """When an entry was last changed; of one that does not say, what it says instead."""
    keys = ("updated",) if "updated" in entry else ("published", "title")
    if not any(key in entry for key in ("updated", "published")):
        keys = ("title", "summary")
    said = "\0".join(str(entry.get(key, "")) for key in keys)
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()


def parse_site_map(data: bytes, url: str) -> Parsed:
    """The pages of a site map, or the maps of an index of them."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = etree.fromstring(data, parser)
    if root is None:
        raise UnreadableError("is not a site map that can be read.")
    is_map = etree.QName(root).localname == "sitemapindex"
    links = [
        ParsedLink(url=urljoin(url, place), mark=_child(one, "lastmod"), is_map=is_map)
        for one in islice((o for o in root if isinstance(o.tag, str)), MOST_LINKS)
        if (place := _child(one, "loc"))
    ]
    return Parsed(links=tuple(links))


def _child(element: etree._Element, name: str) -> str:
    found = element.find(f"{{*}}{name}")
    return as_line(found.text) if found is not None else ""
