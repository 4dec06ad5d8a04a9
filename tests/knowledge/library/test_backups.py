"""A backup made while the store is written is the store of one moment, and can be put back."""

import sqlite3
import threading
from pathlib import Path

import pytest

from knowledge.library.backups import BackupError, back_up, restore_backup
from knowledge.library.database import NewerStoreError
from tests.knowledge.library.holdings import article, lost, open_holdings


def url(folder: Path) -> str:
    return f"sqlite:///{folder / 'whosaid.db'}"


def test_a_backup_is_restored_elsewhere_equal_by_hash(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    with open_holdings(tmp_path) as archive:
        archive.add(article("a", 3))
        archive.add(article("a", 3, edition=2))
        made = back_up(archive.catalogue._engine, tmp_path / "backup.db")
    restored = restore_backup(url(there), made.path)
    assert (restored.contents, restored.file_hash) == (made.contents, made.file_hash)
    with open_holdings(there) as archive:
        assert not lost(archive)
        assert archive.catalogue.article("a", 1).text == article("a", 3).text
        assert back_up(archive.catalogue._engine, tmp_path / "again.db").contents == made.contents


def test_a_backup_can_be_made_while_the_store_is_written(tmp_path: Path) -> None:
    started = threading.Event()

    def write() -> None:
        with open_holdings(tmp_path) as archive:
            for number in range(30):
                archive.add(article(f"a{number}", 3))
                started.set()

    writer = threading.Thread(target=write)
    writer.start()
    started.wait()
    with open_holdings(tmp_path) as archive:
        made = back_up(archive.catalogue._engine, tmp_path / "backup.db")
    writer.join()
    assert 1 <= made.articles <= 30
    (tmp_path / "there").mkdir()
    restore_backup(url(tmp_path / "there"), made.path)
    with open_holdings(tmp_path / "there") as archive:
        assert len(archive.catalogue.summaries()) == made.articles
        assert not lost(archive)


def test_articles_are_not_written_over_unless_it_is_asked_for(tmp_path: Path) -> None:
    with open_holdings(tmp_path) as archive:
        archive.add(article("a", 3))
        made = back_up(archive.catalogue._engine, tmp_path / "backup.db")
        archive.add(article("b", 3))
    with pytest.raises(BackupError, match="--force"):
        restore_backup(url(tmp_path), made.path)
    restore_backup(url(tmp_path), made.path, force=True)
    with open_holdings(tmp_path) as archive:
        assert [one.id for one in archive.catalogue.summaries()] == ["a"]


def test_a_backup_of_a_newer_release_is_refused_and_nothing_is_touched(tmp_path: Path) -> None:
    with open_holdings(tmp_path) as archive:
        made = back_up(archive.catalogue._engine, tmp_path / "backup.db")
    with sqlite3.connect(made.path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = (tmp_path / "whosaid.db").read_bytes()
    with pytest.raises(NewerStoreError):
        restore_backup(url(tmp_path), made.path, force=True)
    assert (tmp_path / "whosaid.db").read_bytes() == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(None, "not there", id="missing"),
        pytest.param(b"no database" * 999, "damaged", id="text"),
        pytest.param(b"", "not a WhoSaid store", id="empty"),
    ],
)
def test_what_is_no_backup_is_refused(content: bytes | None, said: str, tmp_path: Path) -> None:
    path = tmp_path / "backup.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BackupError, match=said):
        restore_backup(url(tmp_path), path)


def test_no_file_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "backup.db").write_text("precious")
    with open_holdings(tmp_path) as archive, pytest.raises(BackupError, match="new name"):
        back_up(archive.catalogue._engine, tmp_path / "backup.db")
