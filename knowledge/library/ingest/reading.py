"""Articles from files, folders and fetched bytes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from knowledge.errors import NotTakenError
from knowledge.library.ingest.parsing.kinds import Kind, UnreadableError, find_kind
from knowledge.library.ingest.parsing.parsed import Parsed, ParsedArticle
from knowledge.library.ingest.parsing.reading import LARGEST_FILE, Job, read_bytes
from knowledge.library.ingest.parsing.sandbox import Sandbox
from knowledge.library.records import NewArticle
from knowledge.text.article import Source
from knowledge.text.language import identify_language

KINDS = (".txt", ".md", ".html", ".pdf", ".docx", ".jsonl", ".zip")
_ENDINGS = {*KINDS, ".htm", ".xhtml", ".markdown"}
_NOT_TEXT = re.compile("[\\0\\ud800-\\udfff]")

Given = Mapping[str, str]
"""What the operator says of an article: title, publisher, author, published, modified, url,
language."""

_NOTHING: Given = MappingProxyType({})


class UnreadableArticleError(NotTakenError):
    """A file, or a row of one, that is no article: the sentence names it and says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where bytes come from.

    Attributes:
        where: In words for the operator: a path, or an address without its secrets.
        address: What makes an article the same one the next time.
        name: The last part of it, with its ending.
        url: The web address, if it is one.
    """

    where: str
    address: str
    name: str
    url: str = ""
    charset: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """Told beside an article: how much of it readers cannot see, which was left out."""

    where: str
    words: int
    characters: int

    def __str__(self) -> str:
        parts = [
            f"{count} {name if count == 1 else name + 's'}"
            for count, name in ((self.words, "word"), (self.characters, "character"))
            if count
        ]
        verb = "was" if self.words + self.characters == 1 else "were"
        return f"{self.where}: {' and '.join(parts)} that readers cannot see {verb} left out."


Read = NewArticle | UnreadableArticleError | Unseen


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
            if file.suffix.lower() in _ENDINGS
            and file.is_file()
            and not any(part.startswith(".") for part in file.relative_to(path).parts)
        )
    )
    if not found:
        raise UnreadableArticleError(str(path), f"the folder holds no {', '.join(KINDS)} file.")
    return found


def read_articles(
    path: Path, sandbox: Sandbox | None = None, given: Given = _NOTHING
) -> Iterator[Read]:
    """Read every article of one file; what cannot be read comes as an error in its place."""
    try:
        data = _read_file(path)
    except UnreadableArticleError as error:
        yield error
        return
    origin = Origin(where=str(path), address=str(path.resolve()), name=path.name)
    if sandbox is None:
        with Sandbox() as own:
            yield from read_origin(origin, parse_origin(origin, data, own), given)
    else:
        yield from read_origin(origin, parse_origin(origin, data, sandbox), given)


def parse_origin(origin: Origin, data: bytes, sandbox: Sandbox) -> Parsed:
    """What the child process makes of *data*; plain text needs no parser, and no child."""
    job = Job(name=origin.name, url=origin.url, charset=origin.charset)
    try:
        if find_kind(data, job.name) is Kind.PLAIN:
            return read_bytes(job, data)
    except UnreadableError:
        pass  # the child says it in its own words
    return sandbox.read(job, data)


def read_origin(origin: Origin, parsed: Parsed, given: Given = _NOTHING) -> Iterator[Read]:
    """The articles that a parser found, as they go into the archive."""
    for fault in parsed.faults:
        yield UnreadableArticleError(_named(origin.where, fault.part), fault.why)
    alone = len(parsed.articles) == 1 and not parsed.articles[0].part
    for number, article in enumerate(parsed.articles, 1):
        where = _named(origin.where, article.part)
        try:
            yield _new_article(origin, article, where, number, given if alone else _NOTHING)
        except UnreadableArticleError as error:
            yield error
            continue
        if article.hidden_words or article.hidden_characters:
            yield Unseen(
                where=where, words=article.hidden_words, characters=article.hidden_characters
            )


def _read_file(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableArticleError(
                str(path), f"is larger than {LARGEST_FILE // 1_000_000} MB; split it."
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableArticleError(
            str(path), f"cannot be read ({error.strerror}); check its permissions."
        ) from error


def _new_article(
    origin: Origin, article: ParsedArticle, where: str, number: int, given: Given
) -> NewArticle:
    if not article.text.strip():
        raise UnreadableArticleError(where, "holds no text.")
    if _NOT_TEXT.search(article.text):
        raise UnreadableArticleError(where, "holds characters that are not text.")
    said = {**article.header, **{name: value for name, value in given.items() if value}}
    said["language"] = said.get("language") or identify_language(article.text)
    name, anchor = _call(origin, article, number)
    source = Source(label=_in_words(name), **said)
    return NewArticle(
        address=origin.url or source.url or origin.address + anchor,
        text=article.text,
        source=source,
        id=article.id,
    )


def _call(origin: Origin, article: ParsedArticle, number: int) -> tuple[str, str]:
    """What an article is called without a title, and what sets it apart in its file."""
    stem = Path(origin.name).stem or origin.name
    if not article.part:
        return stem, ""
    if article.name and not article.id:
        return Path(article.name).stem, f"#{article.part}"
    name = article.id or f"{stem} {article.part.rpartition(' ')[2] or number}"
    return name, f"#{name}"


def _named(where: str, part: str) -> str:
    return f"{where}, {part}" if part else where


def _in_words(name: str) -> str:
    words = " ".join(name.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]
