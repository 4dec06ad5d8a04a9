"""The commands that change the archive, or show what is in it."""

import json
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from bot.adding import add, progress_bar
from bot.claims_view import claims_as_json, claims_table
from bot.console import opened, out
from bot.following import follow, unfollow
from bot.settings import load_settings

_ArticleId = Annotated[str, typer.Argument(help="As `whosaid articles` shows it.")]
_NOT_GIVEN = "not given"


def add_archive_commands(app: typer.Typer) -> None:
    """Put these commands on the command line."""
    for command in (add, follow, unfollow, articles, show, claims, reindex):
        app.command()(command)


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
        "Changed": source.modified,
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
        sentences = library.archive.pieces.sentences_of(article, judged=False)
        verdicts = library.verdicts.of(article)
    if as_json:
        told = claims_as_json(article, sentences, verdicts)
        print(json.dumps(told, ensure_ascii=False))  # noqa: T201 - for programs
    else:
        out.print(claims_table(article, sentences, verdicts))


def reindex() -> None:
    """Rebuilds the search index from the store; nothing is embedded again."""
    with opened(load_settings()) as library, progress_bar() as progress:
        task = progress.add_task("Rebuilding the index", total=None)
        count = library.archive.reindex(
            lambda done, total: progress.update(task, completed=done, total=total)
        )
    out.print(f"{count} sentences indexed.")
