"""The feeds and site maps that are followed, and what became of each page they named."""

from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Engine, RowMapping, func, select

from knowledge.errors import NewsError
from knowledge.library.database import writing
from knowledge.library.schema import feed_items, feeds

_LEASE = timedelta(minutes=10)
"""How long one process keeps a feed to itself; after a crash it is read again then."""

_ITEMS_KEPT = timedelta(days=30)
"""How long a page is remembered that its feed names no more."""

Clock = Callable[[], datetime]


class FeedNotFoundError(NewsError):
    """No such feed is followed."""

    def __init__(self, address: str) -> None:
        super().__init__(f"{address} is not followed: `whosaid follow` lists what is.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed, or a site map, that is followed.

    Attributes:
        etag, last_modified: What to show its server the next time; "" until all it names is read.
        every_minutes: How often it says it is worth reading; 0 if it does not say.
        read_at: When it was last had.
        next_at: When it is due.
        failures: How often in a row it could not be had.
        problem: The sentence that the last failure said; "" if it was had.
    """

    address: str
    title: str
    added_at: datetime
    next_at: datetime
    etag: str = ""
    last_modified: str = ""
    every_minutes: int = 0
    read_at: datetime | None = None
    failures: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """A page that a feed named, and that was tried.

    Attributes:
        mark: Changes when the feed says something new of it.
        failures: How often in a row it could not be read; 0 if it was.
        problem: The sentence that says why.
    """

    feed: str
    address: str
    mark: str
    read_at: datetime
    failures: int = 0
    problem: str = ""


def read_clock() -> datetime:
    """Now."""
    return datetime.now(UTC)


class Feeds:
    """The tables of feeds and of their items."""

    def __init__(self, engine: Engine, clock: Clock = read_clock) -> None:
        self._engine = engine
        self._clock = clock

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self._clock()

    def all(self) -> tuple[Feed, ...]:
        """Every feed, in the order in which they were added."""
        query = select(feeds).order_by(feeds.c.added_at, feeds.c.address)
        with self._engine.connect() as connection:
            return tuple(map(_feed, connection.execute(query).mappings()))

    def find(self, address: str) -> Feed | None:
        """The feed at *address*, if it is followed."""
        return next((feed for feed in self.all() if feed.address == address), None)

    def add(self, address: str, title: str) -> Feed:
        """Follow a feed from now on; one that is followed already stays as it is."""
        fresh = Feed(address=address, title=title, added_at=self.now, next_at=self.now)
        if known := self.find(address):
            return known
        with writing(self._engine) as connection:
            connection.execute(feeds.insert(), _row(fresh))
        return fresh

    def drop(self, address: str) -> None:
        """Follow a feed no more; the articles it brought stay.

        Raises:
            FeedNotFoundError: It is not followed.
        """
        with writing(self._engine) as connection:
            connection.execute(feed_items.delete().where(feed_items.c.feed == address))
            gone = connection.execute(feeds.delete().where(feeds.c.address == address))
            if not gone.rowcount:
                raise FeedNotFoundError(address)

    def claim_due(self) -> Feed | None:
        """The feed that waits longest to be read, kept from other processes for a while."""
        now = self.now
        query = select(feeds).where(feeds.c.next_at <= _stamp(now)).order_by(feeds.c.next_at)
        with writing(self._engine) as connection:
            row = connection.execute(query.limit(1)).mappings().first()
            if row is None:
                return None
            claimed = replace(_feed(row), next_at=now + _LEASE)
            _update(connection, claimed)
        return claimed

    def save(self, feed: Feed) -> None:
        """Keep the new state of a feed, unless it is followed no more."""
        with writing(self._engine) as connection:
            _update(connection, feed)

    def items(self, address: str) -> dict[str, FeedItem]:
        """What became of the pages that a feed named, by their addresses."""
        query = select(feed_items).where(feed_items.c.feed == address)
        with self._engine.connect() as connection:
            return {
                row["address"]: FeedItem(**{**row, "read_at": _moment(row["read_at"])})
                for row in connection.execute(query).mappings()
            }

    def count_unread(self) -> dict[str, int]:
        """How many pages of each feed could not be read, by its address."""
        query = select(feed_items.c.feed, func.count().label("count")).group_by(feed_items.c.feed)
        with self._engine.connect() as connection:
            rows = connection.execute(query.where(feed_items.c.failures > 0))
            return {row.feed: int(row[1]) for row in rows}

    def save_item(self, item: FeedItem) -> None:
        """Keep what became of a page, unless its feed is followed no more."""
        followed = select(feeds.c.address).where(feeds.c.address == item.feed)
        same = (feed_items.c.feed == item.feed) & (feed_items.c.address == item.address)
        with writing(self._engine) as connection:
            if connection.execute(followed).first():
                connection.execute(feed_items.delete().where(same))
                row = {**asdict(item), "read_at": _stamp(item.read_at)}
                connection.execute(feed_items.insert(), row)

    def forget_items(self, address: str, named: Collection[str]) -> None:
        """Forget the pages that a feed has not named for long, *named* being those it names now."""
        old = _stamp(self.now - _ITEMS_KEPT)
        gone = [
            item.address
            for item in self.items(address).values()
            if item.address not in named and _stamp(item.read_at) < old
        ]
        with writing(self._engine) as connection:
            for one in gone:
                same = (feed_items.c.feed == address) & (feed_items.c.address == one)
                connection.execute(feed_items.delete().where(same))


def _update(connection: Connection, feed: Feed) -> None:
    own = feeds.c.address == feed.address
    connection.execute(feeds.update().where(own).values(**_row(feed)))


def _row(feed: Feed) -> dict[str, object]:
    moments = {
        "added_at": _stamp(feed.added_at),
        "next_at": _stamp(feed.next_at),
        "read_at": _stamp(feed.read_at) if feed.read_at else None,
    }
    return {**asdict(feed), **moments}


def _feed(row: RowMapping) -> Feed:
    moments = {name: _moment(row[name]) for name in ("added_at", "next_at")}
    read_at = _moment(row["read_at"]) if row["read_at"] else None
    return Feed(**{**row, **moments, "read_at": read_at})


def _stamp(moment: datetime) -> str:
    """As it is stored: in UTC, so that text and time have one order."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _moment(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp)
