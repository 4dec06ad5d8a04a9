"""Feeds are read while the bot serves, in a thread of their own: readers never wait for it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import structlog

from bot.settings import Settings
from bot.wiring import Library, build_follower
from knowledge.errors import NewsError
from knowledge.library.feeds import Feed
from knowledge.library.following import Follower, Taken
from knowledge.library.ingest.fetching import Fetcher
from knowledge.library.ingest.visiting import VisitEndedError, Visitor

_log = structlog.get_logger(__name__)
_LOOKED_EVERY_SECONDS = 20.0
_STOPPED_WITHIN_SECONDS = 5.0


@contextmanager
def feeds_read(
    settings: Settings, library: Library, fetcher: Fetcher | None = None
) -> Iterator[None]:
    """Meanwhile every feed is read when it is due."""
    stop = Event()

    def wait(seconds: float) -> None:
        if stop.wait(seconds):
            raise VisitEndedError

    visitor = Visitor(fetcher=fetcher or Fetcher(), wait=wait)

    def read() -> None:
        try:
            while True:
                _read_due(settings, library, visitor)
                wait(_LOOKED_EVERY_SECONDS)
        except VisitEndedError:
            pass

    thread = Thread(target=read, name="feeds", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(_STOPPED_WITHIN_SECONDS)  # a server that is silent is not waited for


def _read_due(settings: Settings, library: Library, visitor: Visitor) -> None:
    """Read every feed that is due now; the parser's process lives no longer than that."""
    feed = library.feeds.claim_due()
    if feed is None:
        return
    with build_follower(settings, library, visitor) as follower:
        while feed is not None:
            _read(follower, feed)
            feed = library.feeds.claim_due()


def _read(follower: Follower, feed: Feed) -> None:
    told: Counter[str] = Counter()
    try:
        for event in follower.refresh(feed):
            told[event.change.value if isinstance(event, Taken) else "refused"] += 1
    except VisitEndedError:
        raise
    except NewsError as error:
        _log.warning("A feed could not be read", feed=feed.address, reason=str(error))
    except Exception as error:  # noqa: BLE001 - whatever a feed does, the bot goes on
        _log.error("A feed broke its reading", feed=feed.address, reason=type(error).__name__)
    else:
        _log.info("Feed read", feed=feed.address, **told)
