"""Fetching: in time, counted, and politely."""

import gzip
import threading
import zlib
from collections.abc import Iterator

import pytest

from knowledge.library.ingest.fetching import LARGEST_PAGE, FetchError
from tests.servers.web import WebServer


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        yield server


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("", bytes),
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compress(body)[2:-4]),
    ],
)
def test_a_page_arrives_decoded(encoding: str, pack, web: WebServer) -> None:
    said = {"Content-Type": 'text/html; charset="KOI8-R"', "Content-Encoding": encoding}
    web.pages["/a"] = (200, said, pack("Дом".encode("koi8-r")))
    page = web.fetcher().fetch_now(web.url("/a"))
    assert (page.content.decode("koi8-r"), page.charset) == ("Дом", "koi8-r")


def test_a_page_that_is_known_is_not_sent_again(web: WebServer) -> None:
    def page(headers):
        if headers.get("if-none-match") == '"1"':
            return (304, {"ETag": '"1"'}, b"")
        return (200, {"ETag": '"1"', "Last-Modified": "Mon, 01 Jan 2024 00:00:00 GMT"}, b"x")

    web.pages["/a"] = page
    first = web.fetcher().fetch_now(web.url("/a"))
    again = web.fetcher().fetch_now(web.url("/a"), etag=first.etag)
    assert (first.changed, again.changed, again.etag) == (True, False, '"1"')


def test_proxy_variables_are_ignored(web: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    web.put("/a", b"x")
    assert web.fetcher().fetch_now(web.url("/a")).content == b"x"


BOMB = gzip.compress(bytes(LARGEST_PAGE * 4))


@pytest.mark.parametrize(
    ("headers", "body", "said"),
    [
        pytest.param({"Content-Encoding": "gzip"}, BOMB, "larger than 25 MB", id="gzip"),
        pytest.param(
            {"Content-Encoding": "deflate"},
            zlib.compress(bytes(LARGEST_PAGE * 4)),
            "larger than 25 MB",
            id="deflate",
        ),
        pytest.param(
            {"Content-Encoding": "gzip, gzip"}, gzip.compress(BOMB), "not read", id="chain"
        ),
        pytest.param({"Content-Encoding": "br"}, b"\x0b", "not read", id="brotli"),
        pytest.param({"Content-Encoding": "gzip"}, b"nothing", "damaged", id="not-gzip"),
        pytest.param({"Content-Length": "1000000000"}, b"", "larger than 25 MB", id="declared"),
        pytest.param({}, bytes(LARGEST_PAGE + 1), "larger than 25 MB", id="plain"),
    ],
)
def test_what_is_too_large_or_packed_oddly_is_refused(
    headers: dict[str, str], body: bytes, said: str, web: WebServer
) -> None:
    web.pages["/a"] = (200, headers, body)
    with pytest.raises(FetchError, match=said):
        web.fetcher().fetch_now(web.url("/a"))


def test_a_slow_drip_ends_in_time(web: WebServer) -> None:
    enough = threading.Event()

    def drip() -> Iterator[bytes]:
        while not enough.wait(0.02):
            yield b"x"

    web.pages["/a"] = (200, {}, drip())
    try:
        with pytest.raises(FetchError, match=r"within 0\.3 seconds"):
            web.fetcher(seconds=0.3).fetch_now(web.url("/a"))
    finally:
        enough.set()


@pytest.mark.parametrize("status", [403, 404, 410, 429, 500])
def test_what_the_server_refuses_is_said(status: int, web: WebServer) -> None:
    web.pages["/a"] = (status, {}, b"")
    with pytest.raises(FetchError, match=f"the server says {status}"):
        web.fetcher().fetch_now(web.url("/a"))
