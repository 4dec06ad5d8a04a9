"""Following feeds of a server on loopback: what is new comes in, what is held is left in peace."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from knowledge.errors import NotTakenError
from knowledge.library.archive import Archive, Change
from knowledge.library.database import open_database
from knowledge.library.feeds import FeedNotFoundError, Feeds
from knowledge.library.following import MOST_TRIES, Follower, Taken
from knowledge.library.ingest.parsing.sandbox import Sandbox
from tests.knowledge.library.holdings import open_holdings
from tests.servers.web import WebServer

EVERY = timedelta(minutes=15)
ETAG = '"one"'


class Clock:
    """Says what it is told."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 22, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as box:
        yield box


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        yield server


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_holdings(tmp_path) as opened:
        yield opened


@pytest.fixture
def follower(
    archive: Archive, tmp_path: Path, web: WebServer, sandbox: Sandbox, clock: Clock
) -> Follower:
    return Follower(
        archive=archive,
        feeds=Feeds(open_database(f"sqlite:///{tmp_path / 'whosaid.db'}"), clock),
        visitor=web.visitor(),
        sandbox=sandbox,
        every=EVERY,
        chance=lambda: 0.0,
    )


def put_page(web: WebServer, path: str, words: str) -> str:
    said = "".join(f"<p>{words} {n}, officials of the town said on Monday.</p>" for n in "123")
    return web.put(path, f"<html><head><title>{words}</title></head><body><article>{said}")


def put_feed(web: WebServer, links: dict[str, str], *, head: str = "", etag: str = ETAG) -> str:
    """A feed of *links* with their days, that knows its own last state."""
    entries = "".join(
        f"<entry><id>{link}</id><link href='{link}'/><updated>{day}T09:00:00Z</updated></entry>"
        for link, day in links.items()
    )
    space = "xmlns='http://www.w3.org/2005/Atom'"
    body = f"<feed {space}><title>The Post</title>{head}{entries}</feed>".encode()

    def answer(headers):
        if headers.get("if-none-match") == etag:
            return (304, {}, b"")
        return (200, {"ETag": etag, "Content-Type": "application/atom+xml"}, body)

    web.pages["/feed"] = answer
    return web.url("/feed")


def asked(web: WebServer) -> list[str]:
    """What was asked for since the last time, robots.txt aside."""
    paths = [path for path, _ in web.asked if path != "/robots.txt"]
    web.asked.clear()
    return paths


def taken(events: Iterator[object]) -> list[tuple[str, Change]]:
    return [(e.article.source.title, e.change) for e in events if isinstance(e, Taken)]


def due(follower: Follower, clock: Clock, later: timedelta = EVERY) -> list[tuple[str, Change]]:
    """Let time pass, and read what is due then."""
    clock.now += later
    feed = follower.feeds.claim_due()
    assert feed is not None
    return taken(follower.refresh(feed))


def test_what_a_feed_names_comes_in_and_is_not_fetched_again(
    follower: Follower, web: WebServer, clock: Clock
) -> None:
    one, two = put_page(web, "/one", "The dam broke"), put_page(web, "/two", "The mill burned")
    address = put_feed(web, {one: "2026-03-20"})
    assert taken(follower.follow(address)) == [("The dam broke", Change.ADDED)]
    assert asked(web) == ["/feed", "/one"]
    assert due(follower, clock) == []
    assert asked(web) == ["/feed"]
    put_feed(web, {two: "2026-03-21", one: "2026-03-20"}, etag='"two"')
    assert due(follower, clock) == [("The mill burned", Change.ADDED)]
    assert asked(web) == ["/feed", "/two"]
    feed = follower.feeds.find(address)
    assert feed is not None
    assert (feed.title, feed.failures, feed.next_at) == ("The Post", 0, clock.now + EVERY)


def test_a_page_is_fetched_again_when_its_date_has_changed(
    follower: Follower, web: WebServer, clock: Clock
) -> None:
    one = put_page(web, "/one", "The dam broke")
    taken(follower.follow(put_feed(web, {one: "2026-03-20"})))
    put_page(web, "/one", "The dam held")
    put_feed(web, {one: "2026-03-21"}, etag='"two"')
    assert due(follower, clock) == [("The dam held", Change.NEW_VERSION)]


def test_the_server_is_shown_what_it_said_last(
    follower: Follower, web: WebServer, clock: Clock
) -> None:
    taken(follower.follow(put_feed(web, {})))
    web.asked.clear()
    due(follower, clock)
    ((_, headers),) = web.asked
    assert headers["if-none-match"] == ETAG


@pytest.mark.parametrize(
    ("head", "pause"),
    [
        pytest.param("", EVERY, id="does-not-say"),
        pytest.param("<ttl>60</ttl>", timedelta(hours=1), id="ttl"),
        pytest.param("<ttl>5</ttl>", EVERY, id="sooner-than-the-operator-wants"),
        pytest.param("<ttl>900000</ttl>", timedelta(days=1), id="hardly-ever"),
        pytest.param("<ttl>x</ttl>", EVERY, id="nonsense"),
        pytest.param(
            "<u:updatePeriod>daily</u:updatePeriod><u:updateFrequency>8</u:updateFrequency>",
            timedelta(hours=3),
            id="update-period",
        ),
    ],
)
def test_a_feed_may_ask_to_be_read_less_often(
    head: str, pause: timedelta, follower: Follower, web: WebServer, clock: Clock
) -> None:
    space = "xmlns:u='http://purl.org/rss/1.0/modules/syndication/'"
    body = f"<rss version='2.0' {space}><channel><title>F</title>{head}</channel></rss>"
    web.pages["/feed"] = (200, {}, body.encode())
    taken(follower.follow(web.url("/feed")))
    (feed,) = follower.feeds.all()
    assert feed.next_at - clock.now == pause


def test_a_feed_that_fails_is_tried_later_each_time_and_is_told(
    follower: Follower, web: WebServer, clock: Clock
) -> None:
    address = put_feed(web, {})
    taken(follower.follow(address))
    web.pages["/feed"] = (500, {}, b"")
    pauses = []
    for _ in range(9):
        (before,) = follower.feeds.all()
        clock.now = before.next_at
        due(follower, clock, timedelta(0))
        (feed,) = follower.feeds.all()
        pauses.append((feed.next_at - clock.now) / EVERY)
    assert pauses == [1, 2, 4, 8, 16, 32, 64, 96, 96]
    assert (feed.failures, feed.problem) == (9, f"{address}: the server says 500.")
    put_feed(web, {})
    due(follower, clock, timedelta(days=1))
    (feed,) = follower.feeds.all()
    assert (feed.failures, feed.problem) == (0, "")


@pytest.mark.parametrize("whose", ["/feed", "/one"])
def test_a_server_that_asks_for_time_is_given_it(
    whose: str, follower: Follower, web: WebServer, clock: Clock
) -> None:
    taken(follower.follow(put_feed(web, {})))
    one, two = put_page(web, "/one", "The dam broke"), put_page(web, "/two", "The mill burned")
    put_feed(web, {one: "2026-03-20", two: "2026-03-20"}, etag='"two"')
    asked(web)
    web.pages[whose] = (503, {"Retry-After": "7200"}, b"")
    assert due(follower, clock) == []
    (feed,) = follower.feeds.all()
    assert feed.next_at - clock.now == timedelta(hours=2)
    assert "/two" not in asked(web)


def test_a_page_that_cannot_be_read_is_tried_a_few_times(
    follower: Follower, web: WebServer, clock: Clock
) -> None:
    one, two = web.url("/one"), put_page(web, "/two", "The mill burned")
    taken(follower.follow(put_feed(web, {one: "2026-03-20", two: "2026-03-20"})))
    for _ in range(2 * MOST_TRIES):
        due(follower, clock, timedelta(days=1))
    assert asked(web).count("/one") == MOST_TRIES
    (feed,) = follower.feeds.all()
    assert follower.feeds.count_unread() == {feed.address: 1}
    assert follower.feeds.items(feed.address)[one].problem == f"{one}: the server says 404."
    put_page(web, "/one", "The dam broke")
    put_feed(web, {one: "2026-03-25"}, etag='"two"')
    assert due(follower, clock) == [("The dam broke", Change.ADDED)]
    assert follower.feeds.count_unread() == {}


def test_a_page_that_ended_the_program_counts_as_tried(
    follower: Follower, web: WebServer, archive: Archive
) -> None:
    class Killed(BaseException):
        pass

    def kill(_: str) -> None:
        raise Killed

    one = put_page(web, "/one", "The dam broke")
    address = put_feed(web, {one: "2026-03-20"})
    doomed = replace(follower, archive=replace(archive, checkpoint=kill))
    with pytest.raises(Killed):
        taken(doomed.follow(address))
    item = follower.feeds.items(address)[one]
    assert (item.failures, item.problem) == (1, f"{one}: was being read when the program ended.")


def test_many_new_pages_come_in_turns(follower: Follower, web: WebServer, clock: Clock) -> None:
    taken(follower.follow(put_feed(web, {})))
    pages = [put_page(web, f"/{n}", f"The dam of valley {n} broke") for n in range(25)]
    put_feed(web, dict.fromkeys(pages, "2026-03-20"), etag='"two"')
    assert [len(due(follower, clock)), len(due(follower, clock, timedelta(0)))] == [20, 5]
    assert follower.feeds.claim_due() is None


def test_a_site_map_is_followed_by_its_dates(
    follower: Follower, web: WebServer, clock: Clock
) -> None:
    one = put_page(web, "/one", "The dam broke")

    def put_map(day: str) -> None:
        entry = f"<url><loc>{one}</loc><lastmod>{day}</lastmod></url>"
        web.put("/map", f"<urlset>{entry}</urlset>")

    index = web.put("/index", f"<sitemapindex><sitemap><loc>{web.url('/map')}</loc></sitemap>")
    put_map("2026-03-20")
    assert taken(follower.follow(index)) == [("The dam broke", Change.ADDED)]
    assert due(follower, clock) == []
    put_map("2026-03-21")
    assert due(follower, clock) == [("The dam broke", Change.UNCHANGED)]
    assert asked(web).count("/one") == 2


def test_what_was_removed_is_not_put_back_by_a_feed(
    follower: Follower, web: WebServer, archive: Archive, clock: Clock
) -> None:
    one = put_page(web, "/one", "The dam broke")
    taken(follower.follow(put_feed(web, {one: "2026-03-20"})))
    archive.remove("the-dam-broke")
    put_feed(web, {one: "2026-03-21"}, etag='"two"')
    assert due(follower, clock) == []
    assert archive.catalogue.summaries() == ()


@pytest.mark.parametrize("body", ["<html><body><article><p>It rained all day.</p>", "It rained."])
def test_what_is_no_feed_is_not_followed(body: str, follower: Follower, web: WebServer) -> None:
    with pytest.raises(NotTakenError, match="neither a feed nor a site map"):
        taken(follower.follow(web.put("/page", body)))
    assert follower.feeds.all() == ()


def test_a_feed_followed_no_more_is_forgotten_and_its_articles_stay(
    follower: Follower, web: WebServer, archive: Archive, clock: Clock
) -> None:
    one = put_page(web, "/one", "The dam broke")
    address = put_feed(web, {one: "2026-03-20"})
    taken(follower.follow(address))
    feed = follower.feeds.find(address)
    follower.feeds.drop(address)
    assert feed is not None
    assert taken(follower.refresh(feed)) == []  # another process was about to read it
    assert (follower.feeds.all(), follower.feeds.items(address)) == ((), {})
    assert len(archive.catalogue.summaries()) == 1
    with pytest.raises(FeedNotFoundError, match="is not followed"):
        follower.feeds.drop(address)


def test_a_feed_that_is_being_read_is_left_to_whoever_reads_it(
    follower: Follower, web: WebServer, clock: Clock
) -> None:
    taken(follower.follow(put_feed(web, {})))
    clock.now += EVERY
    assert follower.feeds.claim_due() is not None
    assert follower.feeds.claim_due() is None
    clock.now += timedelta(minutes=11)  # whoever read it is gone
    assert follower.feeds.claim_due() is not None


def test_pages_that_a_feed_names_no_more_are_forgotten_in_time(
    follower: Follower, web: WebServer, clock: Clock
) -> None:
    one, two = put_page(web, "/one", "The dam broke"), put_page(web, "/two", "The mill burned")
    address = put_feed(web, {one: "2026-03-20"})
    taken(follower.follow(address))
    put_feed(web, {two: "2026-03-20"}, etag='"two"')
    due(follower, clock)
    assert set(follower.feeds.items(address)) == {one, two}
    put_feed(web, {two: "2026-03-20"}, etag='"three"')
    due(follower, clock, timedelta(days=31))
    assert set(follower.feeds.items(address)) == {two}
