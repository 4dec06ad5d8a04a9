"""Feeds on the command line, and while the bot serves."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app, main
from bot.doctor import examine
from bot.feed_reading import feeds_read
from bot.wiring import Library
from tests.bot.web_pages import put_feed, put_page
from tests.conftest import settings_for
from tests.servers.web import WebServer


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        yield server


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, web: WebServer) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WHOSAID_DATA_DIR", str(tmp_path / "data"))

    def run_command(*words: str) -> Result:
        return CliRunner().invoke(app, list(words), obj=web.visitor(), catch_exceptions=False)

    return run_command


def test_a_feed_is_followed_listed_and_followed_no_more(run, web: WebServer) -> None:
    page = put_page(web, "/a-long-path" * 9, "The dam broke")
    feed = put_feed(web, "/feed", page, web.url("/gone"))
    followed = run("follow", feed)
    assert followed.exit_code == 1
    assert followed.stdout.split()[-4:] == ["1", "0", "0", "1"]
    assert f"{web.url('/gone')}\n    the server says 404." in followed.stderr
    assert "the-dam-broke" in run("articles").stdout
    listed = run("follow").stdout
    assert listed.startswith(f"{feed}\n    The Post · read ")
    assert "1 of its pages could not be read." in listed
    assert "1 feed\n" in listed
    assert run("unfollow", feed).stdout == f"{feed} is followed no more; its articles stay.\n"
    assert "0 feeds" in run("follow").stdout
    assert "the-dam-broke" in run("articles").stdout


def test_an_address_inside_the_network_is_not_followed(
    run, web: WebServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed = put_feed(web, "/feed")
    monkeypatch.setattr("sys.argv", ["whosaid", "follow", feed])
    with pytest.raises(SystemExit) as stopped:
        main()  # with the guard of the product
    assert stopped.value.code == 1
    assert f"{feed}: is not a public web address" in capsys.readouterr().err
    assert web.asked == []


def follow(library: Library, web: WebServer, feed: str) -> None:
    library.feeds.add(feed, "The Post")
    assert web.asked == []


def wait_until(true: Callable[[], bool]) -> None:
    """Look again and again, for half a minute at most."""
    moment = threading.Event()
    assert any(true() or moment.wait(0.05) for _ in range(600))


def test_a_followed_feed_is_read_while_the_bot_serves(
    empty_library: Library, tmp_path: Path, web: WebServer
) -> None:
    page = put_page(web, "/one", "The dam broke")
    follow(empty_library, web, put_feed(web, "/feed", page))
    with feeds_read(settings_for(tmp_path), empty_library, web.fetcher()):
        wait_until(lambda: any(feed.read_at for feed in empty_library.feeds.all()))
    assert [one.address for one in empty_library.catalogue.summaries()] == [page]


def test_a_silent_feed_is_not_waited_for_when_the_bot_stops(
    empty_library: Library, tmp_path: Path, web: WebServer
) -> None:
    asked, answered = threading.Event(), threading.Event()

    def silent(_: object):
        asked.set()
        answered.wait(30)
        return (200, {}, b"")

    web.pages["/feed"] = silent
    follow(empty_library, web, web.url("/feed"))
    with feeds_read(settings_for(tmp_path), empty_library, web.fetcher(seconds=3)):
        assert asked.wait(30)
    answered.set()
    (feed,) = empty_library.feeds.all()
    assert (feed.read_at, feed.failures) == (None, 0)


def test_the_doctor_tells_of_a_feed_that_fails_again_and_again(
    run, tmp_path: Path, web: WebServer, empty_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHOSAID_DATA_DIR", str(tmp_path))
    feed = empty_library.feeds.add("https://post.example/feed", "The Post")
    for failures, problem in ((1, False), (3, True)):
        said = "https://post.example/feed: the server says 404."
        empty_library.feeds.save(replace(feed, failures=failures, problem=said))
        (finding,) = (one for one in examine() if one.part == "feeds")
        assert finding.problem is problem
        assert said in finding.text
    assert (
        "3 times in a row: https://post.example/feed: the server says 404." in run("follow").stdout
    )
