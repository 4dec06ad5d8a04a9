"""Backups: the whole store as one file, made while it is in use, and put back elsewhere.

The file is the store itself: articles, versions, vectors, the journal with the key that signs
buttons. Whoever can read it can read what readers asked.
"""

import hashlib
import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, make_url, text

from knowledge.errors import NewsError
from knowledge.library.database import (
    NEWEST_FORM,
    NewerStoreError,
    open_database,
    read_form,
    writing,
)
from knowledge.library.facts import count_change

_OWNER_ONLY = 0o600
_CONTENTS = (
    "SELECT v.article_id, v.number, v.text_hash, v.label, v.title, v.publisher, v.author, "
    "v.published, v.url, v.language, a.address, a.live_version, a.removed_at "
    "FROM versions v JOIN articles a ON a.id = v.article_id ORDER BY 1, 2"
)
_SHIPPED = "SELECT count(*) FROM articles WHERE address NOT LIKE 'shipped:%'"
_DIGITS = 16


class BackupError(NewsError):
    """A backup cannot be made or put back; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that was made or put back, and checked.

    Attributes:
        contents: A hash of all versions of all articles, the same wherever they are stored.
        file_hash: SHA-256 of the file.
    """

    path: Path
    articles: int
    contents: str
    file_hash: str


def back_up(engine: Engine, path: Path) -> Backup:
    """Copy the store to *path*; others may write to it meanwhile.

    Raises:
        BackupError: There is a file already, or it cannot be written.
    """
    target = path / f"whosaid-{datetime.now(UTC):%Y%m%d-%H%M%S}.db" if path.is_dir() else path
    if target.exists():
        raise BackupError(f"{target} is there already: give a new name.")
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(unfinished)) as copy, engine.connect() as connection:
            os.chmod(unfinished, _OWNER_ONLY)
            store = connection.connection.driver_connection
            if not isinstance(store, sqlite3.Connection):
                raise BackupError("Only a store in SQLite can be backed up.")
            store.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
        made = _check(unfinished)
        unfinished.replace(target)
    except (sqlite3.Error, OSError) as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise BackupError(
            f"{target} cannot be written ({error}): check the folder and the free disk space."
        ) from error
    return Backup(
        path=target, articles=made.articles, contents=made.contents, file_hash=made.file_hash
    )


def restore_backup(url: str, path: Path, *, force: bool = False) -> Backup:
    """Put the backup at *path* in the place of the store at *url*.

    All or nothing: a store that is in use goes on with its new contents.

    Raises:
        BackupError: It is no sound backup; or the store holds articles, and *force* is not given.
        NewerStoreError: The backup was made by a newer release.
    """
    made = _check_backup(path)
    store = Path(make_url(url).database or "")
    if not force and _holds_articles(store):
        raise BackupError(
            f"The store {store} holds articles, which would be lost: back it up, and use --force."
        )
    try:
        with closing(_read_only(path)) as source, closing(sqlite3.connect(store)) as target:
            source.backup(target)
    except sqlite3.Error as error:
        raise BackupError(
            f"The store {store} cannot be written ({error}): stop whoever uses it, check the free "
            "disk space, and try again."
        ) from error
    _forget_index(url)
    return made


def _forget_index(url: str) -> None:
    """The index beside the new store is that of the old one."""
    engine = open_database(url)
    with writing(engine) as connection:
        connection.execute(text("DELETE FROM facts WHERE name = 'index'"))
        connection.execute(text("UPDATE articles SET indexed = NULL"))
        count_change(connection)
    engine.dispose()


def _check_backup(path: Path) -> Backup:
    if not path.is_file():
        raise BackupError(f"{path} is not there: give a file that `whosaid backup` wrote.")
    try:
        form = read_form(path)
        if form > NEWEST_FORM:
            raise NewerStoreError(form)
        if not form:
            raise BackupError(f"{path} is not a WhoSaid store.")
        return _check(path)
    except sqlite3.Error as error:
        raise BackupError(f"{path} is damaged ({error}): use another backup.") from error


def _check(path: Path) -> Backup:
    with closing(_read_only(path)) as connection:
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if verdict != "ok":
            raise BackupError(f"{path} is damaged ({verdict}): use another backup.")
        digest = hashlib.sha256()
        for row in connection.execute(_CONTENTS):
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
        (count,) = connection.execute("SELECT count(*) FROM articles").fetchone()
    with path.open("rb") as opened:
        file_hash = hashlib.file_digest(opened, "sha256").hexdigest()
    contents = digest.hexdigest()[:_DIGITS]
    return Backup(path=path, articles=count, contents=contents, file_hash=file_hash)


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _holds_articles(store: Path) -> bool:
    """Whether there is anything but what is shipped; what cannot be read may be anything."""
    if not store.is_file() or not store.stat().st_size:
        return False
    try:
        with closing(_read_only(store)) as connection:
            return bool(connection.execute(_SHIPPED).fetchone()[0])
    except sqlite3.Error:
        return True
