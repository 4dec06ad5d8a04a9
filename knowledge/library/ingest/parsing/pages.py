"""Web pages: the article without what surrounds it, and what the page says of itself."""

import copy
from typing import Any
from urllib.parse import urlsplit

from lxml import html

from knowledge.library.ingest.parsing.kinds import UnreadableError, decode_page
from knowledge.library.ingest.parsing.markup import check_markup
from knowledge.library.ingest.parsing.parsed import Parsed, ParsedArticle
from knowledge.library.ingest.parsing.texts import as_header
from knowledge.library.ingest.parsing.visibility import blank_hidden


def parse_page(data: bytes, charset: str, url: str) -> Parsed:
    """The article of a page that came from *url* ("" for a file)."""
    text = decode_page(data, charset).replace("\0", "")
    check_markup(text)
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    header = _describe(copy.deepcopy(tree), url)
    hidden = blank_hidden(tree)
    found = _extract(tree)
    if not found.strip():
        raise UnreadableError("holds no article that can be made out; save its text as a file.")
    return Parsed(articles=(ParsedArticle(text=found, header=header, hidden_words=hidden),))


def _extract(tree: Any) -> str:
    from trafilatura import extract  # noqa: PLC0415 - takes a second; other kinds need it not

    for script in list(tree.iter("script")):  # its JSON can hold a text that is not shown
        script.drop_tree()
    text = extract(tree, favor_precision=True, include_comments=False, output_format="txt") or ""
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())


def _describe(tree: Any, url: str) -> dict[str, str]:
    from htmldate import find_date  # noqa: PLC0415 - as above
    from trafilatura import extract_metadata  # noqa: PLC0415 - as above

    changed = find_date(tree, original_date=False, extensive_search=False, url=url or None) or ""
    said = extract_metadata(
        tree,
        default_url=url or None,
        extensive=False,
        date_config={"original_date": True, "extensive_search": False, "url": url or None},
    )
    return as_header(
        {
            "title": said.title,
            "publisher": said.sitename,
            "author": said.author,
            "published": said.date,
            "modified": changed if changed > (said.date or "") else "",
            "url": _own_address(said.url or "", url),
            "language": (tree.get("lang") or "").split("-")[0].lower()[:3],
        }
    )


def _own_address(canonical: str, url: str) -> str:
    """The address a page gives itself, unless it names somebody else's site."""
    if not canonical.startswith(("http://", "https://")):
        return url
    if url and _site(canonical) != _site(url):
        return url
    return canonical


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
