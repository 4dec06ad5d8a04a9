"""Reading articles from files: .txt, .md with front matter, .jsonl, and folders of these."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from knowledge.errors import NewsError
from knowledge.library.records import NewArticle
from knowledge.text.article import Source
from knowledge.text.language import identify_language

LARGEST_FILE = 25_000_000
"""Bytes."""

_FENCE = "---"
_SOURCE_KEYS = ("title", "publisher", "author", "published", "url", "language")


_NOT_TEXT = re.compile("[\\0\\ud800-\\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where an article was found, in words for the operator and as its address."""

    where: str
    address: str
    name: str
    id: str = ""


class UnreadableArticleError(NewsError):
    """A file, or a row of one, that is no article: the sentence names it and says what to do."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")


def find_files(path: Path) -> tuple[Path, ...]:
    """The file itself; or the articles in a folder and the folders below, by name.

    Hidden files, and files of other types, are passed over in a folder.

    Raises:
        UnreadableArticleError: There is nothing at *path*, or nothing to read in the folder.
    """
    if path.is_file():
        return (path,)
    if not path.is_dir():
        raise UnreadableArticleError(str(path), "there is no such file or folder.")
    found = tuple(
        sorted(
            file
            for file in path.rglob("*")
            if file.suffix.lower() in _READERS
            and file.is_file()
            and not any(part.startswith(".") for part in file.relative_to(path).parts)
        )
    )
    if not found:
        raise UnreadableArticleError(str(path), f"the folder holds no {_KINDS} file.")
    return found


def read_articles(path: Path) -> Iterator[NewArticle | UnreadableArticleError]:
    """Read every article of one file; what cannot be read comes as an error in its place."""
    try:
        reader = _READERS.get(path.suffix.lower())
        if reader is None:
            raise UnreadableArticleError(
                str(path),
                f"{path.suffix or 'a file without an ending'} is not read; give {_KINDS}.",
            )
        yield from reader(path, _read_text(path))
    except UnreadableArticleError as error:
        yield error


def _read_text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableArticleError(
                str(path), f"is larger than {LARGEST_FILE // 1_000_000} MB; split it."
            )
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableArticleError(
            str(path), f"is not UTF-8 text (byte {error.start}); save it as UTF-8."
        ) from error
    except OSError as error:
        raise UnreadableArticleError(
            str(path), f"cannot be read ({error.strerror}); check its permissions."
        ) from error
    if "\0" in text:
        raise UnreadableArticleError(str(path), "is not a text file.")
    return text


def _read_plain(path: Path, text: str) -> Iterator[NewArticle]:
    place = _Place(where=str(path), address=str(path.resolve()), name=path.stem)
    yield _new_article(place, _with_plain_newlines(text), {})


def _read_markdown(path: Path, text: str) -> Iterator[NewArticle]:
    place = _Place(where=str(path), address=str(path.resolve()), name=path.stem)
    header, body = _split_front_matter(path, _with_plain_newlines(text))
    yield _new_article(place, _plain_text(body), header)


def _with_plain_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read_rows(path: Path, text: str) -> Iterator[NewArticle | UnreadableArticleError]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield _read_row(path, number, line)
            except UnreadableArticleError as error:
                yield error


def _read_row(path: Path, number: int, line: str) -> NewArticle:
    where = f"{path}, line {number}"
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableArticleError(where, f"is not JSON ({error.msg}).") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UnreadableArticleError(where, 'is not an object with a "text".')
    row_id = _as_text(row.get("id"))
    name = row_id or f"{path.stem} {number}"
    place = _Place(where=where, address=f"{path.resolve()}#{name}", name=name, id=row_id)
    return _new_article(place, row["text"], {"language": row.get("lang"), **row})


def _new_article(place: _Place, text: str, header: Mapping[str, Any]) -> NewArticle:
    if not text.strip():
        raise UnreadableArticleError(place.where, "holds no text.")
    if _NOT_TEXT.search(text):
        raise UnreadableArticleError(place.where, "holds characters that are not text.")
    given = {key: _as_text(header.get(key)) for key in _SOURCE_KEYS}
    given["language"] = given["language"] or identify_language(text)
    source = Source(label=_in_words(place.name), **given)
    return NewArticle(address=source.url or place.address, text=text, source=source, id=place.id)


def _as_text(value: object) -> str:
    """A header's value as one line; a date as YAML reads it becomes ISO 8601."""
    isoformat: Callable[[], str] | None = getattr(value, "isoformat", None)
    text = isoformat() if isoformat else "" if value is None else str(value)
    return " ".join(text.split())


def _in_words(name: str) -> str:
    words = " ".join(name.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]


def _split_front_matter(path: Path, text: str) -> tuple[dict[str, Any], str]:
    """The YAML between two lines of `---` at the top, and what follows."""
    lines = text.split("\n")
    if not lines or lines[0].strip() != _FENCE:
        return {}, text
    end = next((i for i, line in enumerate(lines[1:], 1) if line.strip() == _FENCE), None)
    if end is None:
        raise UnreadableArticleError(str(path), f"its front matter has no closing {_FENCE}.")
    try:
        header = yaml.safe_load("\n".join(lines[1:end])) or {}
    except yaml.YAMLError as error:
        raise UnreadableArticleError(str(path), "its front matter is not YAML.") from error
    if not isinstance(header, dict):
        raise UnreadableArticleError(str(path), "its front matter is not `key: value` lines.")
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


_READERS: Mapping[str, Callable[[Path, str], Iterator[NewArticle | UnreadableArticleError]]] = {
    ".txt": _read_plain,
    ".md": _read_markdown,
    ".jsonl": _read_rows,
}
_KINDS = ", ".join(_READERS)
