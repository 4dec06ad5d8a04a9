"""Manners on the web: pauses, robots.txt, and hosts that ask for time."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from knowledge.library.ingest.fetching import USER_AGENT, FetchError
from knowledge.library.ingest.visiting import (
    PAUSE_SECONDS,
    DisallowedError,
    HostBusyError,
    VisitEndedError,
    Visitor,
)
from tests.servers.web import WebServer


class Clock:
    """Stands still but for waiting; requests take no time."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waited: list[float] = []

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds
        if seconds:
            self.waited.append(round(seconds, 3))


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        yield server


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def visitor(web: WebServer, clock: Clock) -> Visitor:
    return Visitor(fetcher=web.fetcher(), clock=clock, wait=clock.wait)


def asked(web: WebServer) -> list[str]:
    return [path for path, _ in web.asked]


def test_a_host_is_given_a_pause_between_two_requests(
    web: WebServer, visitor: Visitor, clock: Clock
) -> None:
    web.put("/a", "x")
    for _ in range(3):
        visitor.fetch(web.url("/a"))
    assert clock.waited == [PAUSE_SECONDS, PAUSE_SECONDS]
    assert {headers["user-agent"] for _, headers in web.asked} == {USER_AGENT}
    assert USER_AGENT.startswith("WhoSaid/")


def test_robots_are_heard_for_what_is_named_and_asked_once(
    web: WebServer, visitor: Visitor, clock: Clock
) -> None:
    web.put("/robots.txt", "User-agent: *\nDisallow: /private\nCrawl-delay: 7")
    page, private = web.put("/page", "x"), web.put("/private/page", "x")
    assert visitor.fetch_named(page).content == b"x"
    with pytest.raises(DisallowedError, match=r"robots\.txt asks programs not to read it"):
        visitor.fetch_named(private)
    visitor.fetch(private)  # the operator asked for this one himself
    assert asked(web) == ["/robots.txt", "/page", "/private/page"]
    assert clock.waited[-1] == 7


def test_a_page_that_leads_where_robots_may_not_go_is_not_read(
    web: WebServer, visitor: Visitor
) -> None:
    web.put("/robots.txt", "User-agent: *\nDisallow: /private")
    private = web.put("/private", "x")
    web.pages["/page"] = (302, {"Location": private}, b"")
    with pytest.raises(DisallowedError):
        visitor.fetch_named(web.url("/page"))


@pytest.mark.parametrize(("status", "may_read"), [(404, True), (403, True), (500, False)])
def test_a_site_whose_robots_cannot_be_had_is_left_for_later(
    status: int, may_read: bool, web: WebServer, visitor: Visitor
) -> None:
    web.pages["/robots.txt"] = (status, {}, b"")
    page = web.put("/page", "x")
    if may_read:
        assert visitor.fetch_named(page).content == b"x"
    else:
        with pytest.raises(FetchError, match="500"):
            visitor.fetch_named(page)


@pytest.mark.parametrize("as_date", [False, True])
def test_a_host_that_asks_for_time_is_left_alone(
    as_date: bool, web: WebServer, visitor: Visitor, clock: Clock
) -> None:
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=600), usegmt=True)
    web.pages["/a"] = (429, {"Retry-After": moment if as_date else "600"}, b"")
    web.put("/b", "x")
    with pytest.raises(FetchError) as caught:
        visitor.fetch(web.url("/a"))
    assert caught.value.retry_after_seconds == pytest.approx(600, abs=5)
    with pytest.raises(HostBusyError, match="asked to be left alone"):
        visitor.fetch(web.url("/b"))
    clock.now += 601
    assert visitor.fetch(web.url("/b")).content == b"x"
    assert asked(web) == ["/a", "/b"]


@pytest.mark.parametrize(
    "value", ["soon", "-5", "Mon, 99 Jan 2024", "Mon, 01 Jan 2001 00:00:00 GMT"]
)
def test_what_asks_for_no_time_asks_for_none(value: str, web: WebServer, visitor: Visitor) -> None:
    web.pages["/a"] = (503, {"Retry-After": value}, b"")
    with pytest.raises(FetchError) as caught:
        visitor.fetch(web.url("/a"))
    assert caught.value.retry_after_seconds == 0


def test_whoever_waits_can_be_stopped(web: WebServer) -> None:
    def stopped(_: float) -> None:
        raise VisitEndedError

    web.put("/a", "x")
    with pytest.raises(VisitEndedError):
        Visitor(fetcher=web.fetcher(), wait=stopped).fetch(web.url("/a"))
