"""Following feeds: what is new in them goes into the archive, what is held is not fetched again."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeAlias

from knowledge.errors import NotTakenError
from knowledge.library.archive import Archive, Change
from knowledge.library.feeds import Feed, FeedItem, Feeds
from knowledge.library.ingest.fetching import Fetched, FetchError
from knowledge.library.ingest.guard import shown
from knowledge.library.ingest.parsing.parsed import Parsed, ParsedLink
from knowledge.library.ingest.parsing.sandbox import Sandbox
from knowledge.library.ingest.reading import Unseen
from knowledge.library.ingest.visiting import Visitor
from knowledge.library.ingest.web import list_pages, open_page
from knowledge.library.records import NewArticle
from knowledge.text.article import Article

MOST_TRIES = 4
"""Then a page that cannot be read is left, until its feed says something new of it."""

_PAGES_A_TURN = 20
"""Then other feeds have their turn."""

_ALL = 1_000_000

_LONGEST = timedelta(days=1)
_NONE = timedelta(0)
_INTERRUPTED = "was being read when the program ended."
_NO_FEED = "is neither a feed nor a site map; `whosaid add` takes single pages."


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An article that a feed brought, and what became of it."""

    change: Change
    article: Article


Event: TypeAlias = Taken | Unseen | NotTakenError
"""Told of each thing as it happens; a fault stands in the place of what could not be had."""


@dataclass(slots=True)
class _Turn:
    """One reading of a feed.

    Attributes:
        most: How many pages are read at most.
        left: Whether something is left to be read.
        peace: How long its hosts asked to be left alone.
    """

    most: int
    left: bool = False
    is_full: bool = False
    peace: timedelta = _NONE

    def begins_another(self) -> bool:
        """Count a page that is due; False where there were enough."""
        self.most -= 1
        if self.most < 0:
            self.left = self.is_full = True
        return self.most >= 0

    def put_off(self, error: NotTakenError) -> None:
        """Remember that something is to be tried another time."""
        self.left = True
        if isinstance(error, FetchError):
            self.peace = max(self.peace, timedelta(seconds=error.retry_after_seconds))


@dataclass(frozen=True, slots=True, kw_only=True)
class Follower:
    """Reads feeds into the archive.

    Attributes:
        every: How often a feed is read that does not ask for less.
        chance: From 0 to 1, as good as random; spreads what failed together.
    """

    archive: Archive
    feeds: Feeds
    visitor: Visitor
    sandbox: Sandbox
    every: timedelta = timedelta(minutes=15)
    chance: Callable[[], float] = random.random

    def follow(self, address: str) -> Iterator[Event]:
        """Follow the feed at *address* from now on, and read all it names now.

        Raises:
            NotTakenError: It cannot be had, or is no feed: it is not followed.
        """
        page = self.visitor.fetch(address)
        listed = self._list(page, address)
        feed = self.feeds.add(address, listed.title)
        yield from self._take_all(feed, page, listed, _ALL)

    def refresh(self, feed: Feed) -> Iterator[Event]:
        """Read a feed that is due, and some of what is new in it; the rest has its next turn soon.

        A feed that cannot be had is tried later each time; that is remembered, and told.
        """
        try:
            page = self.visitor.fetch(
                feed.address, etag=feed.etag, last_modified=feed.last_modified
            )
            listed = self._list(page, feed.address) if page.changed else None
        except NotTakenError as error:
            self.feeds.save(self._failed(feed, error))
            yield error
            return
        if listed is None:
            self.feeds.save(self._had(feed, self._pace(feed)))
        else:
            yield from self._take_all(feed, page, listed, _PAGES_A_TURN)

    def _list(self, page: Fetched, address: str) -> Parsed:
        parsed = open_page(page, address, self.sandbox).parsed
        if parsed.articles or parsed.faults:
            raise FetchError(address, _NO_FEED)
        return parsed

    def _take_all(self, feed: Feed, page: Fetched, listed: Parsed, most: int) -> Iterator[Event]:
        turn = _Turn(most=most)
        known = self.feeds.items(feed.address)
        named: set[str] = set()
        for link in list_pages(listed.links, self.visitor, self.sandbox):
            if isinstance(link, NotTakenError):
                turn.put_off(link)
                yield link
                continue
            named.add(link.url)
            if self._is_due(link, known.get(link.url)) and turn.begins_another():
                yield from self._take(self._tried(feed, link, known.get(link.url)), turn)
        self.feeds.forget_items(feed.address, named)
        self.feeds.save(self._after(feed, page, listed, turn))

    def _is_due(self, link: ParsedLink, item: FeedItem | None) -> bool:
        if item is None or item.mark != link.mark:
            return True
        if not 0 < item.failures < MOST_TRIES:
            return False
        return self.feeds.now >= item.read_at + _later(self.every, item.failures)

    def _tried(self, feed: Feed, link: ParsedLink, known: FeedItem | None) -> FeedItem:
        """As it is remembered while it is read: what a page does to us, it does a few times."""
        before = known.failures if known and known.mark == link.mark else 0
        return FeedItem(
            feed=feed.address,
            address=link.url,
            mark=link.mark,
            read_at=self.feeds.now,
            failures=before + 1,
            problem=f"{shown(link.url)}: {_INTERRUPTED}",
        )

    def _take(self, tried: FeedItem, turn: _Turn) -> Iterator[Event]:
        problem = ""
        try:
            page = self.visitor.fetch_named(tried.address)
        except NotTakenError as error:
            yield error
            if isinstance(error, FetchError) and error.retry_after_seconds:
                turn.put_off(error)
                return
            problem = str(error)
        else:
            self.feeds.save_item(tried)
            for event in self._read(page, tried.address):
                problem = str(event) if isinstance(event, NotTakenError) else problem
                yield event
        failures = tried.failures if problem else 0
        turn.left = turn.left or 0 < failures < MOST_TRIES
        self.feeds.save_item(replace(tried, failures=failures, problem=problem))

    def _read(self, page: Fetched, asked: str) -> Iterator[Event]:
        for one in open_page(page, asked, self.sandbox).read():
            if not isinstance(one, NewArticle):
                yield one
            elif not self._was_removed(one):
                change, article = self.archive.add(one)
                yield Taken(change=change, article=article)

    def _was_removed(self, new: NewArticle) -> bool:
        """What the operator took out is not put back by a feed."""
        found = self.archive.catalogue.find_by_address(new.address)
        return found is not None and found[1]

    def _after(self, feed: Feed, page: Fetched, listed: Parsed, turn: _Turn) -> Feed:
        """The feed after a turn; where pages are left, its server is to list them once more."""
        told = replace(feed, title=listed.title or feed.title, every_minutes=listed.every_minutes)
        pace = _NONE if turn.is_full else self._pace(told)
        had = self._had(told, max(pace, turn.peace))
        if turn.left:
            return replace(had, etag="", last_modified="")
        return replace(had, etag=page.etag, last_modified=page.last_modified)

    def _pace(self, feed: Feed) -> timedelta:
        """As the operator set it; slower for a feed that asks for less, a day at most."""
        return max(self.every, min(timedelta(minutes=feed.every_minutes), _LONGEST))

    def _had(self, feed: Feed, pace: timedelta) -> Feed:
        now = self.feeds.now
        return replace(feed, read_at=now, next_at=now + pace, failures=0, problem="")

    def _failed(self, feed: Feed, error: NotTakenError) -> Feed:
        """Later each time, and spread, so that what failed together is not asked together."""
        asked = error.retry_after_seconds if isinstance(error, FetchError) else 0.0
        pause = _later(self.every, feed.failures) * (1 + self.chance() / 4)
        return replace(
            feed,
            next_at=self.feeds.now + max(pause, timedelta(seconds=asked)),
            failures=feed.failures + 1,
            problem=str(error),
        )


def _later(every: timedelta, failures: int) -> timedelta:
    """Twice as long after each failure, a day at most."""
    return min(every * 2.0 ** min(failures, 16), _LONGEST)
