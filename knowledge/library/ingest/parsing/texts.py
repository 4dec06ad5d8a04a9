"""Plain text, Markdown with front matter, and rows of JSON."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from knowledge.library.ingest.parsing.kinds import UnreadableError, decode_utf8
from knowledge.library.ingest.parsing.parsed import Parsed, ParsedArticle, ParsedFault

SOURCE_KEYS = ("title", "publisher", "author", "published", "modified", "url", "language")
_FENCE = "---"
_LONGEST_VALUE = 2000
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""They would be obeyed by the terminal that lists a title."""


def parse_plain(data: bytes) -> Parsed:
    """The text as it is."""
    return Parsed(articles=(ParsedArticle(text=_with_plain_newlines(decode_utf8(data))),))


def parse_markdown(data: bytes) -> Parsed:
    """The words without the marks, and what the front matter says."""
    header, body = _split_front_matter(_with_plain_newlines(decode_utf8(data)))
    return Parsed(articles=(ParsedArticle(text=_plain_text(body), header=as_header(header)),))


def parse_rows(data: bytes) -> Parsed:
    """An article a line."""
    articles: list[ParsedArticle] = []
    faults: list[ParsedFault] = []
    for number, line in enumerate(decode_utf8(data).split("\n"), 1):
        if line.strip():
            try:
                articles.append(_parse_row(number, line))
            except UnreadableError as error:
                faults.append(ParsedFault(part=f"line {number}", why=str(error)))
    return Parsed(articles=tuple(articles), faults=tuple(faults))


def _parse_row(number: int, line: str) -> ParsedArticle:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableError(f"is not JSON ({error.msg}).") from None
    except (ValueError, RecursionError):
        raise UnreadableError("is not JSON that can be read.") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UnreadableError('is not an object with a "text".')
    return ParsedArticle(
        text=row["text"],
        part=f"line {number}",
        id=as_line(row.get("id")),
        header=as_header({"language": row.get("lang"), **row}),
    )


def as_header(values: Mapping[str, Any]) -> dict[str, str]:
    """Of *values*, those that say where an article comes from."""
    return {key: line for key in SOURCE_KEYS if (line := as_line(values.get(key)))}


def as_line(value: object) -> str:
    """A value as one line; a date as YAML reads it becomes ISO 8601."""
    isoformat: Callable[[], str] | None = getattr(value, "isoformat", None)
    if isinstance(value, (list, dict, set)):
        return ""
    text = isoformat() if isoformat else "" if value is None else str(value)
    return _CONTROLS.sub("", " ".join(text.split()))[:_LONGEST_VALUE]


def _with_plain_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The YAML between two lines of `---` at the top, and what follows."""
    lines = text.split("\n")
    if not lines or lines[0].strip() != _FENCE:
        return {}, text
    end = next((i for i, line in enumerate(lines[1:], 1) if line.strip() == _FENCE), None)
    if end is None:
        raise UnreadableError(f"its front matter has no closing {_FENCE}.")
    try:
        header = yaml.safe_load("\n".join(lines[1:end])) or {}
    except (yaml.YAMLError, ValueError):
        raise UnreadableError("its front matter is not YAML.") from None
    if not isinstance(header, dict):
        raise UnreadableError("its front matter is not `key: value` lines.")
    return header, "\n".join(lines[end + 1 :])


def _plain_text(markdown: str) -> str:
    """What a reader of the page sees: the words without the marks, a blank line a block."""
    blocks = (_inline_text(token) for token in MarkdownIt("commonmark").parse(markdown))
    return "\n\n".join(block for block in blocks if block.strip())


def _inline_text(token: Token) -> str:
    if token.type in {"fence", "code_block"}:
        return token.content.rstrip("\n")
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(
        breaks.get(child.type) or (child.content if child.type in {"text", "code_inline"} else "")
        for child in token.children or ()
    )
