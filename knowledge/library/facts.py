"""Single values that the store keeps under a name."""

from sqlalchemy import Connection, Engine, select

from knowledge.library.database import writing
from knowledge.library.schema import facts

_CHANGES = "changes to what can be found"


class Facts:
    """The table of single values."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get(self, name: str) -> str:
        """The value kept under *name*, or ""."""
        with self._engine.connect() as connection:
            return read_fact(connection, name)

    def set(self, name: str, value: str) -> None:
        """Keep *value* under *name*, instead of any before it."""
        with writing(self._engine) as connection:
            write_fact(connection, name, value)

    def changes(self) -> int:
        """How often what can be found was changed, by whatever process."""
        with self._engine.connect() as connection:
            return read_changes(connection)


def changes_in(engine: Engine) -> int:
    """The same as `read_changes`, read on its own."""
    with engine.connect() as connection:
        return read_changes(connection)


def read_fact(connection: Connection, name: str) -> str:
    """The value kept under *name*, or ""."""
    query = select(facts.c.value).where(facts.c.name == name)
    return str(connection.execute(query).scalar() or "")


def write_fact(connection: Connection, name: str, value: str) -> None:
    """Keep *value* under *name*, within the caller's transaction."""
    connection.execute(facts.delete().where(facts.c.name == name))
    connection.execute(facts.insert(), {"name": name, "value": value})


def read_changes(connection: Connection) -> int:
    """How often what can be found was changed, by whatever process."""
    return int(read_fact(connection, _CHANGES) or 0)


def count_change(connection: Connection) -> None:
    """Say that what can be found is changed by the caller's transaction."""
    write_fact(connection, _CHANGES, str(read_changes(connection) + 1))
