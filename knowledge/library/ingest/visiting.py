"""Fetching as a good guest: one request at a time, a pause between two to a host, robots.txt heard.

A host that asks for time (`Retry-After`) is not asked again before.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import RLock

from knowledge.errors import NewsError
from knowledge.library.ingest.fetching import Fetched, Fetcher, FetchError
from knowledge.library.ingest.guard import RefusedAddressError, WebAddress, parse_url
from knowledge.library.ingest.robots import RobotRules, parse_robots

PAUSE_SECONDS = 1.0
"""Between two requests to one host."""

_LONGEST_WAIT_SECONDS = 30.0
"""A host that asks for more is left for another time."""

_PEACE_SECONDS = 60.0
"""For a host that has too many requests, and does not say for how long."""

_RULES_KEPT_SECONDS = 6 * 3600.0
_MOST_HOSTS = 1000


class VisitEndedError(NewsError):
    """The program is being stopped; whoever waits raises it."""

    def __init__(self) -> None:
        super().__init__("Stopped: nothing more is fetched.")


class HostBusyError(FetchError):
    """The host asked to be left alone for a time; nothing was fetched."""


class DisallowedError(FetchError):
    """The site's robots.txt asks programs not to read a page."""


@dataclass(slots=True)
class _Host:
    """What is known of a host; moments are those of the clock.

    Attributes:
        free_at: When the next request may be made.
        rules: Of its robots.txt; None before it was read.
    """

    free_at: float = 0.0
    rules: RobotRules | None = None
    rules_until: float = 0.0


@dataclass(slots=True, kw_only=True)
class Visitor:
    """Fetches through the guard, politely.

    Attributes:
        clock: Seconds, from whenever.
        wait: Waits so many seconds; may raise `VisitEndedError`.
    """

    fetcher: Fetcher
    clock: Callable[[], float] = time.monotonic
    wait: Callable[[float], object] = time.sleep
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _lock: RLock = field(default_factory=RLock)

    def fetch(self, url: str, *, etag: str = "", last_modified: str = "") -> Fetched:
        """Fetch what the operator named, or learn that it is the one known.

        Raises:
            RefusedAddressError, FetchError: As `Fetcher.fetch`.
            HostBusyError: The host asked for more time than is waited here.
        """
        web = parse_url(url)
        with self._lock:
            host = self._host(web)
            self._wait_for(web, host)
            try:
                return self.fetcher.fetch_now(url, etag=etag, last_modified=last_modified)
            except FetchError as error:
                host.free_at = self.clock() + _peace(error)
                raise
            finally:
                self.wait(0)
                host.free_at = max(host.free_at, self.clock() + _pause(host))

    def fetch_named(self, url: str) -> Fetched:
        """Fetch what a feed, a site map or the like named, if robots.txt allows it.

        Raises:
            DisallowedError: It does not, or not where the page redirects to.
            RefusedAddressError, FetchError, HostBusyError: As `fetch`.
        """
        self._check(url)
        page = self.fetch(url)
        if page.url != parse_url(url).url:
            self._check(page.url)
        return page

    def _check(self, url: str) -> None:
        web = parse_url(url)
        path = f"{web.path or '/'}?{web.query}" if web.query else web.path or "/"
        try:
            rules = self._rules(web)
        except RefusedAddressError as error:
            raise RefusedAddressError(url, error.why) from None
        except FetchError as error:
            raise _without_rules(url, error) from error
        if not rules.allow(path):
            raise DisallowedError(url, "the site's robots.txt asks programs not to read it.")

    def _rules(self, web: WebAddress) -> RobotRules:
        with self._lock:
            host = self._host(web)
            if host.rules is None or host.rules_until < self.clock():
                host.rules = self._read_rules(web)
                host.rules_until = self.clock() + _RULES_KEPT_SECONDS
            return host.rules

    def _read_rules(self, web: WebAddress) -> RobotRules:
        """A site without the file allows all; one whose file cannot be had is left for later."""
        try:
            page = self.fetch(f"{web.scheme}://{web.authority}/robots.txt")
        except FetchError as error:
            if error.status and 400 <= error.status < 500 and not _peace(error):
                return RobotRules()
            raise
        return parse_robots(page.content.decode("utf-8", "replace"))

    def _host(self, web: WebAddress) -> _Host:
        if len(self._hosts) > _MOST_HOSTS:
            self._hosts.pop(next(iter(self._hosts)))
        return self._hosts.setdefault(f"{web.scheme}://{web.authority}", _Host())

    def _wait_for(self, web: WebAddress, host: _Host) -> None:
        seconds = host.free_at - self.clock()
        if seconds > _LONGEST_WAIT_SECONDS:
            raise HostBusyError(
                web.url, "its server asked to be left alone for now.", retry_after_seconds=seconds
            )
        if seconds > 0:
            self.wait(seconds)


def _without_rules(url: str, error: FetchError) -> FetchError:
    return FetchError(
        url,
        f"whether its site allows it cannot be known, for its robots.txt {error.why}",
        status=error.status,
        retry_after_seconds=error.retry_after_seconds,
    )


def _pause(host: _Host) -> float:
    return max(PAUSE_SECONDS, host.rules.delay_seconds if host.rules else 0.0)


def _peace(error: FetchError) -> float:
    """How many seconds a host is left alone after *error*."""
    unsaid = _PEACE_SECONDS if error.status == HTTPStatus.TOO_MANY_REQUESTS else 0.0
    return error.retry_after_seconds or unsaid
