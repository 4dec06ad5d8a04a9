"""`whosaid add`: files, folders, web pages, feeds and site maps into the archive."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from bot.console import err, opened, out
from bot.settings import load_settings
from knowledge.errors import NewsError

if TYPE_CHECKING:
    from bot.wiring import Library
    from knowledge.library.ingest.reading import Given, Read

_STOPPED = 130
_WEB = ("http://", "https://")


@dataclass
class _Outcome:
    """What became of everything; it grows, so that a stop loses nothing of it."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def add(  # noqa: PLR0913, PLR0917 - options of a command
    places: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|URL...",
            help="Files .txt .md .html .pdf .docx .jsonl .zip, folders, pages, feeds, site maps.",
        ),
    ],
    title: Annotated[str, typer.Option(help="Of the article; for a single one.")] = "",
    publisher: Annotated[str, typer.Option(help="The outlet.")] = "",
    author: Annotated[str, typer.Option()] = "",
    published: Annotated[str, typer.Option(help="A date, as 2024-03-22.")] = "",
    modified: Annotated[str, typer.Option(help="The date of its last change.")] = "",
    url: Annotated[str, typer.Option(help="Where readers find it.")] = "",
    language: Annotated[str, typer.Option(help="As en, es, ru.")] = "",
) -> None:
    """Takes articles in; what cannot be read is named, and the rest goes on."""
    given = {
        "title": title,
        "publisher": publisher,
        "author": author,
        "published": published,
        "modified": modified,
        "url": url,
        "language": language,
    }
    outcome = _Outcome()
    with opened(load_settings()) as library:
        try:
            _add_all(library, places, given, outcome)
        except KeyboardInterrupt:
            err.print("Stopped: the same command goes on from here.", style="dim")
            raise typer.Exit(_STOPPED) from None
        finally:
            _report(outcome)
    if outcome.faults:
        raise typer.Exit(1)


def _add_all(library: "Library", places: Sequence[str], given: "Given", outcome: _Outcome) -> None:
    from knowledge.library.records import NewArticle  # noqa: PLC0415 - `--help` need not wait

    with progress_bar() as progress:
        task = progress.add_task("Articles", total=None)
        for one in _read(places, given):
            if isinstance(one, NewArticle):
                progress.update(task, description=one.source.name[:40])
                change, _ = library.archive.add(one)
                outcome.counts[change.value] += 1
                progress.advance(task)
            elif isinstance(one, NewsError):
                outcome.faults.append(str(one))
            else:
                outcome.notes.append(str(one))


def _read(places: Sequence[str], given: "Given") -> "Iterator[Read | NewsError]":
    """Everything that *places* hold, a fault in the place of what cannot be had."""
    from knowledge.library.ingest.fetching import Fetcher  # noqa: PLC0415 - `--help` need not wait
    from knowledge.library.ingest.parsing.sandbox import Sandbox  # noqa: PLC0415 - as above
    from knowledge.library.ingest.reading import find_files, read_articles  # noqa: PLC0415
    from knowledge.library.ingest.web import read_web  # noqa: PLC0415 - as above

    with Sandbox() as sandbox:
        for place in places:
            if place.lower().startswith(_WEB):
                yield from read_web(place, Fetcher(), sandbox, given)
                continue
            try:
                files = find_files(Path(place))
            except NewsError as error:
                yield error
                continue
            for file in files:
                yield from read_articles(file, sandbox, given)


def _report(outcome: _Outcome) -> None:
    for note in outcome.notes:
        err.print(note, style="yellow", markup=False, highlight=False, soft_wrap=True)
    if outcome.faults:
        table = Table("refused, and why", box=None, pad_edge=False, header_style="bold")
        for fault in outcome.faults:
            table.add_row(Text(fault, style="red", overflow="fold"))
        err.print(table, soft_wrap=True)
    told = [*outcome.counts.items(), ("refused", len(outcome.faults))]
    words = [f"{count} {name}" for name, count in told if count]
    out.print(f"{', '.join(words) or 'Nothing added'}.")


def progress_bar() -> Progress:
    """A bar that is gone when the work is done."""
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=err,
        transient=True,
    )
