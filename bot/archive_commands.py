"""The commands that change the archive, or show what is in it."""

import json
from collections import Counter
from collections.abc import Sequence
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

from bot.claims_view import claims_as_json, claims_table
from bot.console import err, opened, out
from bot.settings import load_settings
from knowledge.errors import NewsError

if TYPE_CHECKING:
    from bot.wiring import Library
    from knowledge.library.ingest.reading import UnreadableArticleError
    from knowledge.library.records import NewArticle

_ArticleId = Annotated[str, typer.Argument(help="As `whosaid articles` shows it.")]
_STOPPED = 130
_NOT_GIVEN = "not given"


def add_archive_commands(app: typer.Typer) -> None:
    """Put these commands on the command line."""
    for command in (add, articles, show, claims, reindex):
        app.command()(command)


def add(
    paths: Annotated[list[Path], typer.Argument(help="Files .txt .md .jsonl, or folders.")],
) -> None:
    """Takes articles in; what cannot be read is named, and the rest goes on."""
    counts: Counter[str] = Counter()
    faults: list[NewsError] = []
    with opened(load_settings()) as library:
        try:
            _add_all(library, _read(paths), counts, faults)
        except KeyboardInterrupt:
            err.print("Stopped: the same command goes on from here.", style="dim")
            raise typer.Exit(_STOPPED) from None
        finally:
            _report(counts, faults)
    if faults:
        raise typer.Exit(1)


def _report(counts: Counter[str], faults: Sequence[NewsError]) -> None:
    for fault in faults:
        err.print(str(fault), style="red", markup=False, soft_wrap=True)
    told = [*counts.items(), ("refused", len(faults))]
    words = [f"{count} {name}" for name, count in told if count]
    out.print(f"{', '.join(words) or 'Nothing added'}.")


def _read(paths: Sequence[Path]) -> "list[NewArticle | UnreadableArticleError]":
    from knowledge.library.ingest.reading import (  # noqa: PLC0415 - after the command line is read
        UnreadableArticleError,
        find_files,
        read_articles,
    )

    found: list[NewArticle | UnreadableArticleError] = []
    for path in paths:
        try:
            for file in find_files(path):
                found += read_articles(file)
        except UnreadableArticleError as error:
            found.append(error)
    return found


def _add_all(
    library: "Library",
    found: "Sequence[NewArticle | UnreadableArticleError]",
    counts: Counter[str],
    faults: list[NewsError],
) -> None:
    """Add what can be added; *counts* and *faults* grow, so that a stop loses none of them."""
    with _progress() as progress:
        task = progress.add_task("Articles", total=len(found))
        for article in found:
            if isinstance(article, NewsError):
                faults.append(article)
            else:
                progress.update(task, description=article.source.name[:40])
                change, _ = library.archive.add(article)
                counts[change.value] += 1
            progress.advance(task)


def _progress() -> Progress:
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=err,
        transient=True,
    )


def articles() -> None:
    """Lists the articles."""
    with opened(load_settings()) as library:
        summaries = library.catalogue.summaries()
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("id", no_wrap=True)
    for name in ("title", "outlet", "date", "language", "version", "sentences"):
        table.add_column(name, overflow="fold")
    for one in summaries:
        source = one.source
        described = (one.id, source.name, source.publisher, source.published, source.language)
        counted = (str(one.version), str(one.sentences))
        table.add_row(*(Text(cell or "–") for cell in (*described, *counted)))
    out.print(table)
    out.print(f"{len(summaries)} articles" if len(summaries) != 1 else "1 article", style="dim")


def show(article_id: _ArticleId) -> None:
    """Shows an article as it is stored."""
    with opened(load_settings()) as library:
        article = library.catalogue.article(article_id)
    source = article.source
    described = {
        "Title": source.title,
        "Outlet": source.publisher,
        "Author": source.author,
        "Date": source.published,
        "Address": source.url,
        "Language": source.language,
        "Version": str(article.version),
    }
    for name, value in described.items():
        out.print(Text.assemble((f"{name}: ", "bold"), value or _NOT_GIVEN))
    out.print()
    out.print(Text(article.text))


def claims(
    article_id: _ArticleId,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Shows who says what in an article."""
    with opened(load_settings()) as library:
        article = library.catalogue.article(article_id)
        sentences = library.archive.pieces.sentences_of(article)
    if as_json:
        print(json.dumps(claims_as_json(article, sentences), ensure_ascii=False))  # noqa: T201 - for programs
    else:
        out.print(claims_table(article, sentences))


def reindex() -> None:
    """Rebuilds the search index from the store; nothing is embedded again."""
    with opened(load_settings()) as library, _progress() as progress:
        task = progress.add_task("Rebuilding the index", total=None)
        count = library.archive.reindex(
            lambda done, total: progress.update(task, completed=done, total=total)
        )
    out.print(f"{count} sentences indexed.")
