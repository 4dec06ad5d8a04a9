"""What all tables of the journal share: one transaction a call, plain errors, one clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from knowledge.errors import NewsError
from knowledge.library.database import DatabaseError, writing


class JournalError(NewsError):
    """The journal cannot be read or written."""


class Clock(Protocol):
    """Tells the time."""

    def __call__(self) -> datetime:
        """Now, with its zone."""
        ...


def read_clock() -> datetime:
    """The time of day, in UTC."""
    return datetime.now(UTC)


class JournalTables:
    """Reads and writes some tables of the journal. Every method is one transaction."""

    def __init__(self, engine: Engine, clock: Clock = read_clock) -> None:
        self._engine = engine
        self._clock = clock

    @property
    def clock(self) -> Clock:
        """The time that the tables go by."""
        return self._clock

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with _told_plainly(), writing(self._engine) as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _told_plainly(), self._engine.connect() as connection:
            yield connection

    def _now(self) -> str:
        return stamp(self._clock())


@contextmanager
def _told_plainly() -> Iterator[None]:
    """The database's own errors quote what was to be written, so they stay behind ours."""
    try:
        yield
    except DatabaseError as error:
        raise JournalError(str(error)) from error
    except SQLAlchemyError as error:
        raise JournalError(
            f"The store cannot be used ({type(error).__name__}): check the free disk space and "
            "who else has it open."
        ) from error


def stamp(moment: datetime) -> str:
    """UTC with microseconds always, so that stamps sort as text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
