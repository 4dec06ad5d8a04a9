"""A disk that fails is told in a plain sentence and hurts nothing; later it is written again.

What a test can do to a disk without rights is done everywhere: SQLite's own limit of pages, a limit
on the size of files, a lock. A full and a read-only disk are real, too, where a file system may be
mounted.
"""

import resource
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from knowledge.library.archive import Archive
from knowledge.library.database import DatabaseError
from knowledge.library.index import VectorIndexError
from tests.knowledge.library.holdings import article, lost, open_holdings

Fault = Callable[[Archive, Path], AbstractContextManager[None]]


@contextmanager
def no_more_pages(archive: Archive, _: Path) -> Iterator[None]:
    with archive.catalogue._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        held = connection.connection.driver_connection
    yield
    held.execute("PRAGMA max_page_count = 1000000")


@contextmanager
def no_larger_files(_: Archive, folder: Path) -> Iterator[None]:
    """The system refuses to write past the end of the files as they are (EFBIG)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    largest = max(file.stat().st_size for file in folder.iterdir() if file.is_file())
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def queries_only(archive: Archive, _: Path) -> Iterator[None]:
    with archive.catalogue._engine.connect() as connection:
        held = connection.connection.driver_connection
    held.execute("PRAGMA query_only = ON")
    yield
    held.execute("PRAGMA query_only = OFF")


@contextmanager
def locked(_: Archive, folder: Path) -> Iterator[None]:
    other = sqlite3.connect(folder / "whosaid.db")
    other.execute("BEGIN IMMEDIATE")
    yield
    other.rollback()
    other.close()


@contextmanager
def full(_: Archive, folder: Path) -> Iterator[None]:
    """Nothing more can be written to the mounted disk (ENOSPC)."""
    filler = folder / "filler"
    with pytest.raises(OSError, match="No space left"):
        write_for_ever(filler)
    yield
    filler.unlink()


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A small disk of the test's own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    try:
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no file system may be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S603, S607


def write_for_ever(filler: Path) -> None:
    with filler.open("wb", buffering=0) as opened:
        while True:
            opened.write(bytes(4096))


def remount(folder: Path, how: str) -> None:
    command = ["mount", "-o", f"remount,{how}", str(folder)]
    subprocess.run(command, check=True)  # noqa: S603 - our own


def check_fault(folder: Path, fault: Fault, said: str) -> None:
    """An article cannot be added meanwhile, others are found, and then it can be."""
    with open_holdings(folder, busy_seconds=0.05) as archive:
        archive.add(article("a", 3))
        with fault(archive, folder):
            with pytest.raises(DatabaseError, match=said):
                archive.add(article("b", 300))
            with pytest.raises(DatabaseError, match=said):
                archive.remove("a")
            assert [one.id for one in archive.catalogue.summaries()] == ["a"]
            assert not lost(archive)
        archive.add(article("b", 300))
        assert len(archive.catalogue.summaries()) == 2
        assert not lost(archive)
        with archive.catalogue._engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        pytest.param(no_larger_files, "disk", id="files-that-cannot-grow"),
        pytest.param(queries_only, "cannot be written to", id="not-to-be-written"),
        pytest.param(locked, "locked", id="locked"),
    ],
)
def test_a_failing_disk_is_told_and_nothing_is_lost(
    fault: Fault, said: str, tmp_path: Path
) -> None:
    check_fault(tmp_path, fault, said)


def test_a_disk_that_is_really_full_is_told_and_nothing_is_lost(mounted: Path) -> None:
    check_fault(mounted, full, "disk is full")


def test_a_store_on_a_read_only_disk_is_told_and_opens_when_it_is_not(mounted: Path) -> None:
    with open_holdings(mounted) as archive:
        archive.add(article("a", 3))
    remount(mounted, "ro")
    with (
        pytest.raises(DatabaseError, match=r"cannot be (written to|opened)"),
        open_holdings(mounted),
    ):
        pass
    remount(mounted, "rw")
    with open_holdings(mounted) as archive:
        assert not lost(archive)


def test_an_index_without_room_is_told_and_costs_no_answer(mounted: Path) -> None:
    with open_holdings(mounted, few_rows=10) as archive:
        archive.catalogue.store([archive._prepare(article("a", 30))])
        archive._embed(archive.pieces.texts_without_vectors("hash"), None)
        with full(archive, mounted):
            with pytest.raises(VectorIndexError):
                archive.tend()
            assert not lost(archive)
        archive.tend()
        assert archive.index.count() == 30
        assert not lost(archive)


def test_a_full_store_is_told_and_written_again_when_there_is_room(tmp_path: Path) -> None:
    with open_holdings(tmp_path) as archive:
        archive.add(article("a", 3))
        with no_more_pages(archive, tmp_path):
            with pytest.raises(DatabaseError, match="disk is full"):
                archive.add(article("b", 400))
            assert [one.id for one in archive.catalogue.summaries()] == ["a"]
            assert not lost(archive)
        archive.add(article("b", 400))
        assert len(archive.catalogue.summaries()) == 2
