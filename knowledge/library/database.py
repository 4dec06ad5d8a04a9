"""Opening the store's database: pragmas, the tables at their newest form, plain failures."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError

from knowledge.errors import NewsError

_MIGRATIONS = Path(__file__).parent / "migrations"
NEWEST_FORM = max(path.name[:4] for path in (_MIGRATIONS / "versions").glob("[0-9]*.py"))
BUSY_SECONDS = 10.0

_REMEDIES = {
    "SQLITE_FULL": "the disk is full; free some space and try again",
    "SQLITE_IOERR": "the disk gave an error; check it and its free space, and try again",
    "SQLITE_READONLY": "it cannot be written to; check the permissions of its folder and disk",
    "SQLITE_CANTOPEN": "it cannot be opened; check the path, its permissions and the free space",
    "SQLITE_BUSY": "another program has held it locked for too long; try again when it is done",
    "SQLITE_LOCKED": "another program has held it locked for too long; try again when it is done",
    "SQLITE_CORRUPT": "it is damaged; restore a backup with `whosaid restore PATH`",
    "SQLITE_NOTADB": "it is not a WhoSaid store; check the path, or restore a backup",
}
"""By the beginning of SQLite's own name for a failure; what is not here is a fault of ours."""


class DatabaseError(NewsError):
    """The database cannot be opened or used."""


class NewerStoreError(DatabaseError):
    """The database was written by a later release."""

    def __init__(self, form: str) -> None:
        super().__init__(
            f"The store was written by a newer release (form {form}, this one knows "
            f"{NEWEST_FORM}): update WhoSaid; nothing was changed."
        )


def open_database(url: str, *, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """Open the database at *url* and bring its tables to their newest form.

    From then on every failure of the disk, or of another program that keeps the database locked,
    is a `DatabaseError`: what was being written is undone, and the next attempt may succeed.

    Args:
        busy_seconds: How long to wait for another program that is writing.

    Raises:
        DatabaseError: It cannot be opened, is damaged, or comes from a newer release.
    """
    try:
        address = make_url(url)
    except ArgumentError:
        raise DatabaseError("DATABASE_URL is not an address such as sqlite:///PATH.") from None
    if address.get_backend_name() != "sqlite":
        raise DatabaseError(
            f"DATABASE_URL names {address.get_backend_name()!r}; this release keeps its store in "
            "SQLite: use sqlite:///PATH, or leave DATABASE_URL empty."
        )
    if address.database:
        check_form(Path(address.database))
    waiting = {"timeout": busy_seconds}
    engine = create_engine(address, hide_parameters=True, connect_args=waiting)  # see `_tell`
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _tell)
    with writing(engine) as connection:
        _upgrade(connection)
    return engine


def check_form(path: Path) -> None:
    """Refuse a newer release's store without writing to it, not even its journal mode.

    Raises:
        NewerStoreError: It is one.
    """
    if not path.is_file():
        return
    try:
        form = read_form(path)
    except sqlite3.Error:
        return  # whatever is wrong with it is said when it is opened
    if form > NEWEST_FORM:
        raise NewerStoreError(form)


def read_form(path: Path) -> str:
    """The form of the tables in the file at *path*, "" if it has none of ours."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")
        if known.fetchone() is None:
            return ""
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else ""
    finally:
        connection.close()


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that is going to write: it takes the lock at its start, or fails there."""
    with engine.connect().execution_options(immediate=True) as connection, connection.begin():
        yield connection


def _begin(connection: Connection) -> None:
    """Python's driver would begin only before the first change, and never before DDL."""
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _set_pragmas(connection: Any, _: object) -> None:
    if isinstance(connection, sqlite3.Connection):
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()


def _tell(context: ExceptionContext) -> None:
    """Put a failure of the disk or of a lock in plain words, without what was to be written."""
    name = str(getattr(context.original_exception, "sqlite_errorname", ""))
    remedy = next((text for begin, text in _REMEDIES.items() if name.startswith(begin)), "")
    if remedy:
        store = context.engine.url.database if context.engine else ""
        raise DatabaseError(f"The store {store} cannot be used: {remedy}.") from None


def _upgrade(connection: Connection) -> None:
    present = _present_form(connection)
    if present > NEWEST_FORM:
        raise NewerStoreError(present)
    if present < NEWEST_FORM:
        _run_migrations(connection)


def _present_form(connection: Connection) -> str:
    """The store's revision, without importing Alembic, which costs every start half a second."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def _run_migrations(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - 0.5 s, needed only when the tables change
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
