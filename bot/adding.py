"""`whosaid add`: files, folders, web pages, feeds and site maps into the archive."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from bot.console import err, opened, visitor_for
from bot.outcome import Outcome
from bot.settings import load_settings
from knowledge.errors import NewsError

if TYPE_CHECKING:
    from bot.wiring import Library
    from knowledge.library.ingest.parsing.sandbox import Sandbox
    from knowledge.library.ingest.reading import Given, Read
    from knowledge.library.ingest.visiting import Visitor
    from knowledge.library.records import NewArticle

_STOPPED = 130
_WEB = ("http://", "https://")
_LONGEST_NAME = 40


def add(  # noqa: PLR0913, PLR0917 - options of a command
    context: typer.Context,
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
    with opened(load_settings()) as library, reported() as outcome:
        _add_all(library, places, given, outcome, visitor_for(context))
    if outcome.faults:
        raise typer.Exit(1)


@contextmanager
def reported() -> Iterator[Outcome]:
    """An outcome that is told at the end, also where the work is stopped by Ctrl-C."""
    outcome = Outcome()
    try:
        yield outcome
    except KeyboardInterrupt:
        err.print("Stopped: the same command goes on from here.", style="dim")
        raise typer.Exit(_STOPPED) from None
    finally:
        outcome.report()


def _add_all(
    library: "Library",
    places: Sequence[str],
    given: "Given",
    outcome: Outcome,
    visitor: "Visitor",
) -> None:
    from knowledge.library.ingest.parsing.sandbox import Sandbox  # noqa: PLC0415 - slow to import

    with Sandbox() as sandbox, progress_bar() as progress:
        taking = _Taking(library, sandbox, given, outcome, progress)
        taking.take_files(_find_files([p for p in places if not _is_web(p)], outcome))
        for place in filter(_is_web, places):
            taking.take_web(place, visitor)


@dataclass
class _Taking:
    """The work of one command, and how far it is."""

    library: "Library"
    sandbox: "Sandbox"
    given: "Given"
    outcome: Outcome
    progress: Progress

    def take_files(self, files: Sequence[Path]) -> None:
        """Take in what is in *files*, many articles at a time: that is faster."""
        task = self.progress.add_task("", total=len(files), visible=bool(files))

        def tell(done: int, total: int) -> None:
            self.progress.update(task, description=f"Embedding sentences, {done} of {total}")

        coming = self._articles(self._read(files, task))
        for change, _ in self.library.archive.add_all(coming, tell):
            self.outcome.count(change.value)

    def take_web(self, url: str, visitor: "Visitor") -> None:
        """Take in the page at *url*, or those that it lists, each as it comes."""
        from bot.intake import take_web  # noqa: PLC0415 - as above
        from knowledge.library.following import Taken  # noqa: PLC0415 - as above

        task = self.progress.add_task(url[:_LONGEST_NAME], total=None)
        for told in take_web(url, self.library.archive, visitor, self.sandbox, self.given):
            if isinstance(told, Taken):
                name = told.article.source.name[:_LONGEST_NAME]
                self.progress.update(task, description=name, advance=1)
                self.outcome.count(told.change.value)
            elif isinstance(told, NewsError):
                self.outcome.refuse(told)
            else:
                self.outcome.note(told)

    def _read(self, files: Iterable[Path], task: TaskID) -> "Iterator[Read]":
        from knowledge.library.ingest.reading import read_articles  # noqa: PLC0415 - as above

        for file in files:
            self.progress.update(task, description=file.name[:_LONGEST_NAME])
            yield from read_articles(file, self.sandbox, self.given)
            self.progress.advance(task)

    def _articles(self, found: "Iterable[Read | NewsError]") -> "Iterator[NewArticle]":
        """The articles; all else is told at the end."""
        from knowledge.library.records import NewArticle  # noqa: PLC0415 - as above

        for one in found:
            if isinstance(one, NewArticle):
                yield one
            elif isinstance(one, NewsError):
                self.outcome.refuse(one)
            else:
                self.outcome.note(one)


def _is_web(place: str) -> bool:
    return place.lower().startswith(_WEB)


def _find_files(places: Iterable[str], outcome: Outcome) -> list[Path]:
    from knowledge.library.ingest.reading import find_files  # noqa: PLC0415 - as above

    files: list[Path] = []
    for place in places:
        try:
            files += find_files(Path(place))
        except NewsError as error:
            outcome.refuse(error)
    return files


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
