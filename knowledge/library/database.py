"""Opening the store's database: pragmas, and the tables at their newest form."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from knowledge.errors import NewsError

_MIGRATIONS = Path(__file__).parent / "migrations"
_NEWEST = max(path.name[:4] for path in (_MIGRATIONS / "versions").glob("[0-9]*.py"))
_BUSY_TIMEOUT_MILLISECONDS = 10_000


class DatabaseError(NewsError):
    """The database cannot be opened or used."""


def open_database(url: str) -> Engine:
    """Open the database at *url* and bring its tables to their newest form.

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
    engine = create_engine(address, hide_parameters=True)  # errors must not hold questions
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    try:
        with writing(engine) as connection:
            _upgrade(connection)
    except DBAPIError as error:
        raise DatabaseError(
            f"The store {address.database} cannot be opened ({error.orig}): check the path, its "
            "permissions and the free disk space."
        ) from error
    return engine


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
        cursor.execute(f"PRAGMA busy_timeout={_BUSY_TIMEOUT_MILLISECONDS}")
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()


def _upgrade(connection: Connection) -> None:
    present = _present_revision(connection)
    if present > _NEWEST:
        raise DatabaseError(
            f"The store was written by a newer release (form {present}, this one knows {_NEWEST}): "
            "update WhoSaid; nothing was changed."
        )
    if present < _NEWEST:
        _run_migrations(connection)


def _present_revision(connection: Connection) -> str:
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
