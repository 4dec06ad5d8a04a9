"""Chroma in a process of its own, so that a damaged file costs the index and never the bot.

Measured with chromadb 1.5.9: of its files, changed bytes in `data_level0.bin` end the process by
SIGSEGV and in `chroma.sqlite3` by SIGABRT; no `except` helps. The import, two seconds, is not
waited for by the bot either. A message is a line of JSON and the bytes whose number it gives.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from itertools import islice
from pathlib import Path
from threading import Lock, Timer
from typing import IO, Any

import numpy as np

from knowledge.library.embeddings import Vector
from knowledge.library.index import IndexRow, VectorIndexError
from knowledge.library.sealing import seal_folder

_ROOT = Path(__file__).resolve().parents[2]
_CODE = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from knowledge.library.chroma_process import work; work(sys.argv[2])"
)
_ROWS_A_MESSAGE = 2000
_SECONDS = 120.0
"""For one message; a process that takes longer is thought to hang, and ended."""


class ProcessCollection:
    """The collection in a folder, held by a process of its own; safe to use from many threads."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        command = [sys.executable, "-c", _CODE, str(_ROOT), str(folder)]
        self._process = subprocess.Popen(  # noqa: S603 - our own code
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._lock = Lock()
        try:
            self._ask("open")
        except VectorIndexError:
            self.close()
            raise

    def add(self, rows: Iterable[IndexRow]) -> None:
        """Put in these rows, or replace them."""
        remaining = iter(rows)
        while batch := list(islice(remaining, _ROWS_A_MESSAGE)):
            vectors = np.asarray([vector for _, vector in batch], dtype="<f4")
            self._ask("add", vectors.tobytes(), rows=[row for row, _ in batch])

    def discard(self, rows: Iterable[int]) -> None:
        """Take these rows out."""
        if gone := list(rows):
            self._ask("discard", rows=gone)

    def count(self) -> int:
        """How many rows are in it."""
        return int(self._ask("count")["count"])

    def rows(self) -> set[int]:
        """Every row that is in it; asked for in parts, so that no search waits long."""
        found: set[int] = set()
        while some := self._ask("rows", first=len(found))["rows"]:
            found.update(some)
        return found

    def nearest(self, vector: Vector, limit: int) -> dict[int, float]:
        """The rows nearest to *vector*, best first, with their cosines."""
        told = self._ask("nearest", vector.astype("<f4").tobytes(), limit=limit)
        return dict(zip(told["rows"], told["cosines"], strict=True))

    def seal(self) -> str:
        """A hash of the graph's files, made here, so that no search waits for it."""
        try:
            return seal_folder(self._folder)
        except OSError as error:
            raise VectorIndexError(type(error).__name__) from error

    def close(self) -> None:
        """End the process, once it has done what it is doing."""
        with suppress(OSError):
            _pipe(self._process.stdin).close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_SECONDS)
        self._process.kill()
        self._process.wait()
        _pipe(self._process.stdout).close()

    def _ask(self, what: str, body: bytes = b"", **values: Any) -> dict[str, Any]:
        timer = Timer(_SECONDS, self._process.kill)
        with self._lock:
            timer.daemon = True
            timer.start()
            try:
                _send(_pipe(self._process.stdin), {"what": what, **values}, body)
                told, _ = _receive(_pipe(self._process.stdout))
            except (OSError, EOFError, ValueError) as error:
                raise VectorIndexError("its process ended") from error
            finally:
                timer.cancel()
        if "error" in told:
            raise VectorIndexError(told["error"])
        return told


class FolderShelf:
    """Collections below a folder, each in a folder and a process of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open(self, name: str) -> ProcessCollection:
        """The collection of this name, made if it is not there."""
        return ProcessCollection(self._folder / name)

    def keep_only(self, name: str) -> None:
        """Throw away all others, those of earlier releases too."""
        for other in self._folder.iterdir():
            if other.name not in {name, "lock"}:
                shutil.rmtree(other, ignore_errors=True) if other.is_dir() else _drop(other)

    def writing(self) -> AbstractContextManager[None]:
        """One process of this machine at a time."""
        return hold_lock(self._folder / "lock")


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """Hold the lock file at *path*; it is let go of when the process ends, however it ends.

    Raises:
        VectorIndexError: Another process holds it for too long, or it cannot be written.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - only where the index is written

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, timeout=_SECONDS)
        lock.acquire()
    except (Timeout, OSError) as error:
        raise VectorIndexError(f"{type(error).__name__} at {path}") from error
    try:
        yield
    finally:
        lock.release()


def _drop(file: Path) -> None:
    with suppress(OSError):
        file.unlink()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ValueError("a pipe was asked for and not made")
    return stream


def _send(stream: IO[bytes], head: dict[str, Any], body: bytes = b"") -> None:
    stream.write(json.dumps({**head, "bytes": len(body)}).encode() + b"\n" + body)
    stream.flush()


def _receive(stream: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    line = stream.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    head = json.loads(line)
    body = stream.read(head["bytes"])
    if len(body) < head["bytes"]:
        raise EOFError
    return head, body


def work(folder: str) -> None:
    """The whole life of the process: one message after another, until the bot is gone."""
    import signal  # noqa: PLC0415 - used in the process alone

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the bot, which then lets go of us
    asked, told = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not be taken for a message
    hands = _Hands(Path(folder))
    with suppress(EOFError, OSError):
        while True:
            head, body = _receive(asked)
            _send(told, hands.do(head, body))


class _Hands:
    """Does what a message asks for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._collection: Any = None

    def do(self, head: dict[str, Any], body: bytes) -> dict[str, Any]:
        try:
            told = getattr(self, f"_{head['what']}")(head, np.frombuffer(body, dtype="<f4"))
            return told or {}
        except VectorIndexError as error:
            return {"error": type(error.__cause__ or error).__name__}

    def _open(self, _: dict[str, Any], __: Vector) -> None:
        from knowledge.library.chroma_index import open_folder  # noqa: PLC0415 - two seconds

        self._collection = open_folder(self._folder)

    def _add(self, head: dict[str, Any], vectors: Vector) -> None:
        rows = head["rows"]
        self._collection.add(zip(rows, vectors.reshape(len(rows), -1), strict=True))

    def _discard(self, head: dict[str, Any], _: Vector) -> None:
        self._collection.discard(head["rows"])

    def _count(self, _: dict[str, Any], __: Vector) -> dict[str, Any]:
        return {"count": self._collection.count()}

    def _rows(self, head: dict[str, Any], _: Vector) -> dict[str, Any]:
        return {"rows": sorted(self._collection.some_rows(head["first"]))}

    def _nearest(self, head: dict[str, Any], vector: Vector) -> dict[str, Any]:
        found = self._collection.nearest(vector, head["limit"])
        return {"rows": list(found), "cosines": list(found.values())}
