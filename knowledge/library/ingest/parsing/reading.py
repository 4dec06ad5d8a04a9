"""Foreign bytes to articles; runs in the child process."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from knowledge.library.ingest.parsing.kinds import Kind, UnreadableError, find_kind
from knowledge.library.ingest.parsing.parsed import Parsed, ParsedArticle, ParsedFault
from knowledge.library.ingest.parsing.unseen import leave_out_unseen

LARGEST_FILE = 25_000_000
"""Bytes."""

_MOST_MEMBERS = 1000
_LARGEST_UNPACKED = 50_000_000
_LARGEST_TEXT = 5_000_000
"""Code points; a longer article is a dump of something."""

_NAMES_READ = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".jsonl")
_WORD_PART = "word/document.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to be read, and what is said of it."""

    name: str
    url: str = ""
    charset: str = ""


def read_bytes(job: Job, data: bytes) -> Parsed:
    """Read everything in *data*.

    Raises:
        UnreadableError: There is nothing that can be read.
    """
    kind = find_kind(data, job.name)
    if kind is Kind.ZIP:
        return _read_zip(job, data)
    return _checked(_read(kind, job, data))


def _read(kind: Kind, job: Job, data: bytes) -> Parsed:
    # Each parser is imported only where it is used: together they take seconds.
    if kind in {Kind.FEED, Kind.SITEMAP}:
        from knowledge.library.ingest.parsing import lists  # noqa: PLC0415 - see above

        read = lists.parse_feed if kind is Kind.FEED else lists.parse_site_map
        return read(data, job.url)
    if kind is Kind.PAGE:
        from knowledge.library.ingest.parsing.pages import parse_page  # noqa: PLC0415 - see above

        return parse_page(data, job.charset, job.url)
    if kind is Kind.PDF:
        from knowledge.library.ingest.parsing.documents import parse_pdf  # noqa: PLC0415 - see above

        return parse_pdf(data)
    from knowledge.library.ingest.parsing import texts  # noqa: PLC0415 - see above

    readers = {Kind.MARKDOWN: texts.parse_markdown, Kind.ROWS: texts.parse_rows}
    return readers.get(kind, texts.parse_plain)(data)


def _checked(parsed: Parsed) -> Parsed:
    return replace(parsed, articles=tuple(map(_seen, parsed.articles)))


def _seen(article: ParsedArticle) -> ParsedArticle:
    if len(article.text) > _LARGEST_TEXT:
        raise UnreadableError(f"holds more than {_LARGEST_TEXT:,} characters; split it.")
    text, left_out = leave_out_unseen(article.text)
    header = {name: leave_out_unseen(value).text for name, value in article.header.items()}
    return replace(article, text=text, header=header, hidden_characters=left_out)


def _read_zip(job: Job, data: bytes) -> Parsed:
    try:
        packed = zipfile.ZipFile(BytesIO(data))
        members = [one for one in packed.infolist() if not one.is_dir()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise UnreadableError("is a zip file that cannot be opened.") from None
    if any(one.filename == _WORD_PART for one in members):
        from knowledge.library.ingest.parsing.documents import parse_word  # noqa: PLC0415

        if sum(one.file_size for one in members) > _LARGEST_UNPACKED:
            raise UnreadableError("unpacks to more than it may; save it without pictures.")
        return _checked(parse_word(data))
    if len(members) > _MOST_MEMBERS:
        raise UnreadableError(f"holds more than {_MOST_MEMBERS} files; split it.")
    return _joined(_read_members(packed, members))


def _read_members(packed: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Iterator[Parsed]:
    left = _LARGEST_UNPACKED
    for member in sorted(members, key=lambda one: one.filename):
        name = member.filename
        if not name.lower().endswith(_NAMES_READ) or _is_hidden(name):
            continue
        try:
            data = _unpack(packed, member, min(LARGEST_FILE, left))
            left -= len(data)
            if find_kind(data, name) is Kind.ZIP and not name.lower().endswith(".docx"):
                raise UnreadableError("is a zip file in a zip file; unpack it.")
            parsed = read_bytes(Job(name=name), data)
        except UnreadableError as error:
            parsed = Parsed(faults=(ParsedFault(part=name, why=str(error)),))
        yield _inside(name, parsed)


def _is_hidden(name: str) -> bool:
    return any(
        part.startswith((".", "__MACOSX")) and part not in {".", ".."} for part in name.split("/")
    )


def _unpack(packed: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int) -> bytes:
    """The bytes of a member, counted as they come: what it says of its size is not believed."""
    try:
        with packed.open(member) as stream:
            data = stream.read(limit + 1)
    except (zipfile.BadZipFile, RuntimeError, OSError, EOFError, NotImplementedError, ValueError):
        raise UnreadableError("cannot be unpacked (damaged, or with a password).") from None
    if len(data) > limit:
        raise UnreadableError(f"unpacks to more than {limit // 1_000_000} MB; give it by itself.")
    return data


def _inside(name: str, parsed: Parsed) -> Parsed:
    """The same, with the member's name before each part."""

    def named(part: str) -> str:
        return f"{name}, {part}" if part and part != name else name

    return Parsed(
        articles=tuple(
            replace(one, part=named(one.part), name=one.name or name) for one in parsed.articles
        ),
        faults=tuple(replace(one, part=named(one.part)) for one in parsed.faults),
    )


def _joined(parts: Iterator[Parsed]) -> Parsed:
    all_parts = list(parts)
    articles = tuple(one for part in all_parts for one in part.articles)
    faults = tuple(one for part in all_parts for one in part.faults)
    if not articles and not faults:
        raise UnreadableError("holds no file that is read.")
    return Parsed(articles=articles, faults=faults)
