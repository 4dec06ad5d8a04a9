"""`whosaid add`: from the web, stopped and gone on with, and the table at its end."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError
from typer.testing import CliRunner, Result

from bot.cli import app
from knowledge.library.ingest.visiting import Visitor
from tests.bot.web_pages import put_feed, put_page
from tests.servers.web import WebServer


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        yield server


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WHOSAID_DATA_DIR", str(tmp_path / "data"))

    def run_command(visitor: Visitor, *words: str) -> Result:
        return CliRunner().invoke(app, list(words), obj=visitor, catch_exceptions=False)

    return run_command


def numbers(printed: str) -> list[int]:
    """Added, unchanged, new version, refused."""
    return [int(cell) for cell in printed.splitlines()[-1].split()]


def test_a_page_is_added_and_a_changed_one_is_a_new_version(run, web: WebServer) -> None:
    page = put_page(web, "/dam", "The dam broke")
    assert numbers(run(web.visitor(), "add", page).stdout) == [1, 0, 0, 0]
    assert numbers(run(web.visitor(), "add", page).stdout) == [0, 1, 0, 0]
    put_page(web, "/dam", "The dam held")
    assert numbers(run(web.visitor(), "add", page).stdout) == [0, 0, 1, 0]
    assert page in run(web.visitor(), "show", "the-dam-broke").stdout


def test_a_redirect_into_the_network_is_refused_in_a_plain_sentence(run, web: WebServer) -> None:
    web.pages["/page"] = (302, {"Location": "http://10.0.0.1/secret"}, b"")
    refused = run(web.visitor(), "add", web.url("/page"))
    assert refused.exit_code == 1
    assert numbers(refused.stdout) == [0, 0, 0, 1]
    said = " ".join(refused.stderr.split())
    assert f"{web.url('/page')} redirects to http://10.0.0.1/secret, which is refused: " in said
    assert said.endswith("is not a public web address (ports 80 and 443).")
    assert [path for path, _ in web.asked] == ["/page"]


def test_without_another_guard_loopback_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, web: WebServer
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = CliRunner().invoke(app, ["add", put_page(web, "/dam", "The dam broke")])
    assert refused.exit_code == 1
    assert "is not a public web address" in refused.stderr
    assert web.asked == []


def test_a_path_is_not_folded_and_a_long_reason_is(run, web: WebServer, tmp_path: Path) -> None:
    folder = tmp_path / "a-long-name-of-a-folder" / ("b" * 60)
    folder.mkdir(parents=True)
    bad = folder / "bad.md"
    bad.write_text("---\ntitle: [\n")
    missing = tmp_path / ("c" * 90)
    refused = run(web.visitor(), "add", str(folder), str(missing))
    lines = refused.stderr.splitlines()
    assert str(bad) in lines
    assert str(missing) in lines
    assert all(len(line) <= 80 for line in lines if line.startswith("    "))


def test_ctrl_c_between_two_pages_keeps_what_is_there(run, web: WebServer) -> None:
    pages = [put_page(web, f"/{n}", f"The dam of valley {n} broke") for n in "123"]
    feed = put_feed(web, "/feed", *pages)
    fetched: list[float] = []

    def stop_after_some(seconds: float) -> None:
        fetched.append(seconds)
        if web.asked[-1][0] == "/2":
            raise KeyboardInterrupt

    stopped = run(Visitor(fetcher=web.fetcher(), wait=stop_after_some), "add", feed)
    assert (stopped.exit_code, numbers(stopped.stdout)) == (130, [1, 0, 0, 0])
    assert "Stopped: the same command goes on from here." in stopped.stderr
    assert numbers(run(web.visitor(), "add", feed).stdout) == [2, 1, 0, 0]


def count_versions(store: Path) -> int:
    try:
        with create_engine(f"sqlite:///file:{store}?mode=ro&uri=true").connect() as connection:
            return int(connection.execute(text("SELECT count(*) FROM versions")).scalar_one())
    except OperationalError:
        return 0


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal of POSIX")
def test_ctrl_c_in_long_work_ends_it_and_the_next_run_goes_on(tmp_path: Path) -> None:
    rows = [{"id": f"d{n}", "text": f"Dam {n} broke. Mill {n} burned."} for n in range(80)]
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    command = [sys.executable, "-c", "from bot.cli import main; main()", "add", "news.jsonl"]
    said = {**os.environ, "WHOSAID_DATA_DIR": "data", "PYTHONPATH": os.getcwd()}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    first = subprocess.Popen(command, cwd=tmp_path, env=said, **pipes)  # noqa: S603 - our own
    while first.poll() is None and count_versions(tmp_path / "data" / "whosaid.db") < 2:
        time.sleep(0.1)  # between two looks; what is waited for is in the store
    first.send_signal(signal.SIGINT)
    printed, complained = first.communicate(timeout=60)
    assert first.returncode == 130, complained
    assert "Stopped" in complained
    added, *others = numbers(printed)
    assert (added < len(rows), others) == (True, [0, 0, 0])
    again = subprocess.run(  # noqa: S603 - our own
        command, cwd=tmp_path, env=said, **pipes, timeout=120, check=True
    )
    missing, held, *others = numbers(again.stdout)
    assert (missing + held, others) == (len(rows), [0, 0])
    assert max(added, 1) <= held < len(rows)
