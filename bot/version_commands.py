"""The commands for versions, and for backups of the whole store."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from bot.console import opened, out
from bot.settings import load_settings
from knowledge.errors import ArticleNotFoundError

_ArticleId = Annotated[str, typer.Argument(help="As `whosaid articles` shows it.")]


def add_version_commands(app: typer.Typer) -> None:
    """Put these commands on the command line."""
    for command in (diff, remove, backup, restore):
        app.command()(command)


def diff(
    article_id: _ArticleId,
    older: Annotated[
        int | None, typer.Option("--from", min=1, help="A version; the one before the last.")
    ] = None,
    newer: Annotated[int | None, typer.Option("--to", min=1, help="A version; the last.")] = None,
) -> None:
    """Shows what changed in an article, and which quotes given to readers are touched."""
    from bot.journal import Journal  # noqa: PLC0415 - after the command line is read
    from bot.revision_view import show_changes, show_touched  # noqa: PLC0415 - as above

    with opened(load_settings()) as library:
        numbers = library.catalogue.version_numbers(article_id)
        if not numbers:
            raise ArticleNotFoundError(article_id)
        new = library.catalogue.article(article_id, newer or numbers[-1])
        before = [number for number in numbers if number < new.version]
        if not before and older is None:
            out.print(f"{article_id} has one version: nothing has changed.", markup=False)
            return
        old = library.catalogue.article(article_id, older or before[-1])
        out.print(f"{article_id}, version {old.version} to version {new.version}", style="bold")
        for line in show_changes(old, new):
            out.print(line)
        touched = list(show_touched(old, new, Journal(library.engine).quotes_of(article_id)))
    out.print()
    out.print(Text("Quotes given to readers that are touched:" if touched else _UNTOUCHED))
    for line in touched:
        out.print(line)


_UNTOUCHED = "No quote that was given to a reader is touched."


def remove(
    article_id: _ArticleId,
    undo: Annotated[
        bool, typer.Option("--undo", help="Put it back; for 30 days after its removal.")
    ] = False,
) -> None:
    """Takes an article out of all answers; quotes already given still open for 30 days."""
    with opened(load_settings()) as library:
        if undo:
            library.archive.put_back(article_id)
        else:
            library.archive.remove(article_id)
    done = "is back." if undo else f"is removed; `whosaid remove {article_id} --undo` puts it back."
    out.print(f"{article_id} {done}", markup=False, soft_wrap=True)


def backup(
    path: Annotated[Path, typer.Argument(help="A new file, or a folder to put one in.")],
) -> None:
    """Writes the whole store to one file, while it is in use, and checks it."""
    from knowledge.library.backups import back_up  # noqa: PLC0415 - after the command line is read

    with opened(load_settings()) as library:
        made = back_up(library.engine, path)
    out.print(f"{made.path}: {made.articles} articles, contents {made.contents}", soft_wrap=True)
    out.print(f"SHA-256 {made.file_hash}", soft_wrap=True)


def restore(
    path: Annotated[Path, typer.Argument(help="A file that `whosaid backup` wrote.")],
    force: Annotated[
        bool, typer.Option("--force", help="Also where the store holds articles already.")
    ] = False,
) -> None:
    """Puts a backup in the place of the store; the index is rebuilt from it."""
    from bot.wiring import make_folder  # noqa: PLC0415 - as above
    from knowledge.library.backups import restore_backup  # noqa: PLC0415 - as above

    settings = load_settings()
    make_folder(settings.whosaid_data_dir)
    made = restore_backup(settings.store_url, path, force=force)
    out.print(f"{made.articles} articles restored, contents {made.contents}", soft_wrap=True)
