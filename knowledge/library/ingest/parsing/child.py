"""The child process: reads jobs from its input, under limits, until there are no more.

A job is a line of JSON and as many bytes as it says; the reply is a line with a length, and JSON.
Memory, processor time and files are limited where the system knows `resource` (Linux; macOS
without memory; not Windows, where only time and output are limited, by the parent).
"""

import json
import sys
from contextlib import suppress
from typing import Any, BinaryIO

from knowledge.library.ingest.parsing.kinds import UnreadableError
from knowledge.library.ingest.parsing.parsed import Parsed, ParsedFault, render_parsed
from knowledge.library.ingest.parsing.reading import Job, read_bytes

MEMORY = 512 * 1024 * 1024
"""Bytes of address space."""

CPU_SECONDS = 20
_FORBIDDEN = (
    "socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo",
    "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork",
    "os.remove", "os.rename", "os.mkdir", "shutil.rmtree",
)  # fmt: skip


def main() -> None:
    """Serve until the input ends."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a parser prints must not become a reply
    _limit_process()
    while line := source.readline():
        row = json.loads(line)
        data = source.read(row["length"])
        _allow_seconds(CPU_SECONDS)
        _reply(sink, *_run(Job(name=row["name"], url=row["url"], charset=row["charset"]), data))


def _run(job: Job, data: bytes) -> tuple[Parsed, bool]:
    """What was read, and whether this process is still as it was."""
    try:
        return read_bytes(job, data), True
    except UnreadableError as error:
        return _fault(str(error)), True
    except MemoryError:
        return _fault("needs more memory than a file may."), False
    except RecursionError:
        return _fault("is nested too deeply."), False
    except Exception:  # noqa: BLE001 - a parser of foreign bytes may raise anything
        return _fault("cannot be read; save its text as a file."), False


def _fault(why: str) -> Parsed:
    return Parsed(faults=(ParsedFault(part="", why=why),))


def _reply(sink: BinaryIO, parsed: Parsed, healthy: bool) -> None:
    body = render_parsed(parsed)
    sink.write(json.dumps({"length": len(body), "healthy": healthy}).encode() + b"\n" + body)
    sink.flush()


def _limit_process() -> None:
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        pass
    else:
        for kind, most in (
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            _set_limit(resource, kind, most)
    sys.addaudithook(_refuse)


def _allow_seconds(seconds: int) -> None:
    """So many seconds of processor time from now on; then the system ends this process."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _set_limit(resource, resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds)


def _set_limit(resource: Any, kind: int, most: int) -> None:
    _, hard = resource.getrlimit(kind)
    with suppress(OSError, ValueError):  # macOS knows the memory limit by name only
        resource.setrlimit(kind, (most, hard))


def _refuse(event: str, _: object) -> None:
    if event in _FORBIDDEN:
        raise PermissionError(f"{event} is not for a parser")


if __name__ == "__main__":
    main()
