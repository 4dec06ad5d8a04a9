"""The database: its pragmas, its form, and what it says when it cannot be used."""

from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from bot.journal.tables import metadata as journal
from knowledge.library.database import DatabaseError, open_database, writing
from knowledge.library.schema import metadata


def url(folder: Path) -> str:
    return f"sqlite:///{folder / 's.db'}"


def test_the_store_is_durable(tmp_path: Path) -> None:
    with open_database(url(tmp_path)).connect() as connection:
        pragmas = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    made = inspect(open_database(url(tmp_path)))
    for table in (*metadata.sorted_tables, *journal.sorted_tables):
        columns = {c["name"]: (str(c["type"]), c["nullable"]) for c in made.get_columns(table.name)}
        assert columns == {c.name: (str(c.type), c.nullable) for c in table.columns}, table.name


def test_a_store_is_opened_again_as_it_was(tmp_path: Path) -> None:
    with writing(open_database(url(tmp_path))) as connection:
        connection.execute(text("INSERT INTO facts VALUES ('a', 'b')"))
    with open_database(url(tmp_path)).connect() as connection:
        assert connection.execute(text("SELECT value FROM facts")).scalar() == "b"


def test_a_newer_store_is_refused_untouched(tmp_path: Path) -> None:
    with writing(open_database(url(tmp_path))) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = (tmp_path / "s.db").read_bytes()
    with pytest.raises(DatabaseError, match="newer release"):
        open_database(url(tmp_path))
    assert (tmp_path / "s.db").read_bytes() == before


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    engine = open_database(url(tmp_path))

    def fail_half_way() -> None:
        with writing(engine) as connection:
            connection.execute(text("INSERT INTO facts VALUES ('a', 'b')"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM facts")).scalar() == 0


@pytest.mark.parametrize(
    ("address", "said"),
    [
        pytest.param("sqlite:////nowhere/at/all.db", "cannot be opened", id="no-folder"),
        pytest.param("postgresql://db/x", "SQLite", id="another-kind"),
        pytest.param("not an address", "DATABASE_URL", id="no-address"),
    ],
)
def test_a_store_that_cannot_be_opened_is_said_in_one_sentence(address: str, said: str) -> None:
    with pytest.raises(DatabaseError, match=said):
        open_database(address)


def test_a_file_that_is_no_database_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "s.db").write_bytes(b"This is a text, and not a database at all." * 40)
    with pytest.raises(DatabaseError, match="not a WhoSaid store"):
        open_database(url(tmp_path))
