"""Kills an archive at work, again and again, and looks each time at what is left.

Run as a program, so that it can fork before there are threads: `crashing FOLDER FEW_ROWS`, then a
line a trial on standard input: a seed, and the name of a point or a number of milliseconds.
"""

import os
import random
import signal
import sys
import threading
from pathlib import Path

from sqlalchemy import text

from knowledge.library.archive import Archive
from knowledge.library.index import Checkpoint
from tests.knowledge.library.holdings import article, lost, open_holdings

NAMES = ("a", "b", "c", "d")
SENTENCES = 12
MANY = 1000


def main(folder: Path, few_rows: int) -> None:
    """Every trial goes on from what the last one left; the first fault ends all."""
    for number, line in enumerate(sys.stdin):
        seed, where = line.split()
        run_apart(lambda s=seed, w=where: work(folder, few_rows, int(s), w))
        status = run_apart(lambda: check(folder, few_rows))
        if status:
            sys.exit(f"trial {number} ({line.strip()}): {status}")
        print("ok", flush=True)  # noqa: T201 - told to the test


def run_apart(job) -> int:
    """Do *job* in a process of its own."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    try:
        job()
    except BaseException as error:  # noqa: BLE001 - told to the test
        print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)  # noqa: T201
        os._exit(1)
    os._exit(0)


def work(folder: Path, few_rows: int, seed: int, where: str) -> None:
    """Change the archive until the process is killed, noting each change before and after."""
    if where.isdigit():
        killer = threading.Timer(int(where) / 1000, os.kill, (os.getpid(), signal.SIGKILL))
        killer.daemon = True
        killer.start()
    choose = random.Random(seed)  # noqa: S311 - the same each time
    with open_holdings(folder, killing_at(where), few_rows) as archive:
        for _ in range(8):
            change(archive, choose, folder / "log", reindexing=few_rows < MANY)


def killing_at(where: str) -> Checkpoint:
    def checkpoint(name: str) -> None:
        if name.replace(" ", "-") == where:
            os.kill(os.getpid(), signal.SIGKILL)

    return checkpoint


def change(archive: Archive, choose: random.Random, log: Path, *, reindexing: bool) -> None:
    kinds = ("add", "add", "remove", *(["reindex"] if reindexing else ()))
    name, kind = choose.choice(NAMES), choose.choice(kinds)
    live = {one.id for one in archive.catalogue.summaries()}
    if kind == "add":
        edition = choose.randrange(10_000)
        note(log, f"begin {name} {edition}")
        archive.add(article(name, SENTENCES, edition))
        note(log, f"end {name} {edition}")
    elif kind == "remove" and name in live:
        note(log, f"begin {name} removed")
        archive.remove(name)
        note(log, f"end {name} removed")
    elif kind == "reindex":
        archive.reindex()


def note(log: Path, line: str) -> None:
    with log.open("a") as opened:
        opened.write(f"{line}\n")


def check(folder: Path, few_rows: int) -> None:
    """What was told to be done is done; what was begun is done wholly or not at all."""
    allowed = read_log(folder / "log")
    with open_holdings(folder, few_rows=few_rows) as archive:
        live = {one.id: one for one in archive.catalogue.summaries()}
        for name, states in allowed.items():
            now = archive.catalogue.article(name).text if name in live else ""
            texts = ["" if s in {"", "removed"} else _text(name, s) for s in states]
            assert now in texts, f"{name} is none of {states}"
            assert name not in live or live[name].sentences == SENTENCES, name
        check_nothing_half(archive)
        assert not lost(archive), "before the index is tended"
        archive.tend()
        assert not lost(archive), "after"
        view = archive.index._view
        if view:
            ids = archive.index.ids()
            assert ids <= view.collection.rows(), "missing rows"
        settle(folder / "log", archive)


def check_nothing_half(archive: Archive) -> None:
    with archive.catalogue._engine.connect() as connection:
        for orphan in (
            "SELECT count(*) FROM versions v WHERE NOT EXISTS (SELECT 1 FROM passages p "
            "WHERE p.article_id = v.article_id AND p.version = v.number)",
            "SELECT count(*) FROM articles WHERE live_version IS NULL",
            "SELECT count(*) FROM passages WHERE id NOT IN (SELECT rowid FROM keywords)",
            "SELECT count(*) FROM keywords WHERE rowid NOT IN (SELECT id FROM passages)",
        ):
            assert connection.execute(text(orphan)).scalar() == 0, orphan
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"


def _text(name: str, edition: str) -> str:
    return article(name, SENTENCES, int(edition)).text


def read_log(log: Path) -> dict[str, list[str]]:
    """Each article's state as last told; and the one that was begun, if it was not told."""
    states: dict[str, list[str]] = {name: [""] for name in NAMES}
    for line in log.read_text().splitlines() if log.exists() else ():
        what, name, state = line.split()
        states[name] = [state] if what == "end" else [*states[name][:1], state]
    return states


def settle(log: Path, archive: Archive) -> None:
    """Begin the next trial from what is there."""
    live = {one.id for one in archive.catalogue.summaries()}
    lines = []
    for name, states in read_log(log).items():
        now = archive.catalogue.article(name).text if name in live else ""
        is_now = [s for s in states if ("" if s in {"", "removed"} else _text(name, s)) == now]
        if is_now[-1]:
            lines.append(f"end {name} {is_now[-1]}")
    log.write_text("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
