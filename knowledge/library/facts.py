"""Single values that the store keeps under a name."""

from sqlalchemy import Engine, select

from knowledge.library.database import writing
from knowledge.library.schema import facts


class Facts:
    """The table of single values."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get(self, name: str) -> str:
        """The value kept under *name*, or ""."""
        with self._engine.connect() as connection:
            query = select(facts.c.value).where(facts.c.name == name)
            return str(connection.execute(query).scalar() or "")

    def set(self, name: str, value: str) -> None:
        """Keep *value* under *name*, instead of any before it."""
        with writing(self._engine) as connection:
            connection.execute(facts.delete().where(facts.c.name == name))
            connection.execute(facts.insert().values(name=name, value=value))
