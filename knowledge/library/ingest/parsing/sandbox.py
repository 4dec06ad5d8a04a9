"""Runs the parsers in a child process, and outlives whatever happens to it."""

import json
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

import knowledge
from knowledge.library.ingest.parsing.parsed import Parsed, ParsedFault, parse_parsed
from knowledge.library.ingest.parsing.reading import Job

_ROOT = str(Path(knowledge.__file__).parent.parent)
_PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from knowledge.library.ingest.parsing.child import main; main()"
)
_LARGEST_REPLY = 64 * 1024 * 1024
_JOBS_A_CHILD = 200
"""Then a new one: what a parser left behind goes with it."""


class Sandbox:
    """Reads foreign bytes, one job at a time; a child is started when there is a job."""

    def __init__(self, seconds: float = 20.0) -> None:
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._jobs = 0
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child; the next job starts another."""
        if self._child:
            self._child.kill()
            self._child.communicate()
            self._child = None
        self._jobs = 0

    def read(self, job: Job, data: bytes) -> Parsed:
        """What is in *data*; whatever a parser does, there is a value, or a fault that says why."""
        with self._lock:
            try:
                return self._read(job, data)
            except BaseException:
                self.close()  # Ctrl-C in the middle of a reply
                raise

    def _read(self, job: Job, data: bytes) -> Parsed:
        if self._jobs >= _JOBS_A_CHILD or (self._child and self._child.poll() is not None):
            self.close()
        child = self._child = self._child or _start()
        self._jobs += 1
        late = threading.Event()

        def end() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(self._seconds, end)
        timer.daemon = True
        timer.start()
        try:
            parsed, healthy = _exchange(child, job, data)
        except (OSError, ValueError):
            parsed, healthy = _fault(self._why(late.is_set(), child)), False
        finally:
            timer.cancel()
        if not healthy:
            self.close()
        return parsed

    def _why(self, late: bool, child: subprocess.Popen[bytes]) -> str:
        if late:
            return f"takes longer than {self._seconds:g} seconds to read."
        try:
            child.wait(1)
        except subprocess.TimeoutExpired:
            return "gives more text than a file may."
        return "needs more memory or time than a file may."


def _start() -> subprocess.Popen[bytes]:
    # `-I` and an empty environment: no token or key of the operator's reaches a parser.
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", _PROGRAM, _ROOT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"SYSTEMROOT": r"C:\Windows"} if sys.platform == "win32" else {},
    )


def _exchange(child: subprocess.Popen[bytes], job: Job, data: bytes) -> tuple[Parsed, bool]:
    """Send a job and take the reply.

    Raises:
        OSError: The child is gone.
        ValueError: Its reply is cut, or too long.
    """
    if child.stdin is None or child.stdout is None:  # pragma: no cover - it is always piped
        raise ValueError
    head = {"name": job.name, "url": job.url, "charset": job.charset, "length": len(data)}
    child.stdin.write(json.dumps(head).encode() + b"\n")
    child.stdin.write(data)
    child.stdin.flush()
    said = json.loads(child.stdout.readline(1000))
    if not 0 <= said["length"] <= _LARGEST_REPLY:
        raise ValueError
    body = child.stdout.read(said["length"])
    return parse_parsed(body), bool(said["healthy"])


def _fault(why: str) -> Parsed:
    return Parsed(faults=(ParsedFault(part="", why=why),))
