"""What a file is: told by its content; a name only tells plain kinds of text apart."""

import codecs
import re
from enum import StrEnum

import webencodings

_HEAD = 4096
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_BINARY = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh")
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_ROW_NAMES = (".jsonl", ".ndjson")
_MARKDOWN_NAMES = (".md", ".markdown")
_PAGE_NAMES = (".html", ".htm", ".xhtml")


class Kind(StrEnum):
    """How something is read."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    ROWS = "rows"
    PAGE = "page"
    PDF = "pdf"
    ZIP = "zip"
    FEED = "feed"
    SITEMAP = "sitemap"


class UnreadableError(Exception):
    """Nothing that can be read: what is wrong, and what to do, as the end of a sentence."""


def find_kind(data: bytes, name: str) -> Kind:
    """The kind of *data*; a zip may prove to be a Word file when it is opened.

    Raises:
        UnreadableError: It is of no kind that is read.
    """
    head = data[:_HEAD].removeprefix(codecs.BOM_UTF8).lstrip()
    if head.startswith(b"%PDF-"):
        return Kind.PDF
    if data.startswith(_ZIP):
        return Kind.ZIP
    if data.startswith(_OLD_OFFICE):
        raise UnreadableError("is an old Office file; save it as .docx.")
    if data.startswith(_BINARY):
        raise UnreadableError("is not a text file.")
    return _kind_of_text(head, name.lower())


def _kind_of_text(head: bytes, name: str) -> Kind:
    if head.startswith(b"<"):
        for pattern, kind in ((_SITEMAP, Kind.SITEMAP), (_FEED, Kind.FEED), (_PAGE, Kind.PAGE)):
            if pattern.search(head):
                return kind
    for names, kind in (
        (_ROW_NAMES, Kind.ROWS),
        (_MARKDOWN_NAMES, Kind.MARKDOWN),
        (_PAGE_NAMES, Kind.PAGE),
    ):
        if name.endswith(names):
            return kind
    return Kind.PLAIN


def decode_utf8(data: bytes) -> str:
    """The text of a file.

    Raises:
        UnreadableError: It is not UTF-8, or no text.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"is not UTF-8 text (byte {error.start}); save it as UTF-8."
        raise UnreadableError(what) from None
    if "\0" in text:
        raise UnreadableError("is not a text file.")
    return text


def decode_page(data: bytes, charset: str) -> str:
    """The text of a page; *charset* is the server's word, which is often wrong."""
    for bom, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace")
    try:
        return data.decode("utf-8-sig")  # hardly any text in another encoding passes as this
    except UnicodeDecodeError:
        pass
    said = _META_CHARSET.search(data[:_HEAD])
    for label in (charset, said[1].decode("ascii") if said else "", "windows-1252"):
        encoding = webencodings.lookup(label) if label else None
        if encoding and encoding.name != "x-user-defined":
            return str(webencodings.decode(data, encoding, "replace")[0])
    return data.decode("utf-8", "replace")  # pragma: no cover - windows-1252 is known
