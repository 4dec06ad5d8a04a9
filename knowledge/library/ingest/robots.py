"""What a site's robots.txt lets a program read. Source: RFC 9309; `Crawl-delay` as widely used."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

AGENT = "whosaid"
"""The name that a robots.txt may call us by."""

_LARGEST = 500_000
"""Characters that are read, as the RFC asks for at least."""

_LONGEST_DELAY = 30.0

Line = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotRules:
    """The rules for one program.

    Attributes:
        rules: Patterns of paths, each with whether it allows.
        delay_seconds: The pause that is asked for between two requests; 0 if none is.
    """

    rules: tuple[tuple[str, bool], ...] = ()
    delay_seconds: float = 0.0

    def allow(self, path: str) -> bool:
        """Whether *path*, with its query, may be read: the longest pattern decides."""
        plain = unquote(path)
        fitting = [(len(pattern), ok) for pattern, ok in self.rules if _fits(pattern, plain)]
        return max(fitting, default=(0, True))[1]


def parse_robots(text: str, agent: str = AGENT) -> RobotRules:
    """The rules for *agent*; where none are for it by name, those for everybody."""
    groups = list(_groups(_lines(text[:_LARGEST])))
    named = [lines for names, lines in groups if agent in names]
    lines = [line for own in named or [o for names, o in groups if "*" in names] for line in own]
    rules = tuple(
        (unquote(value), name == "allow")
        for name, value in lines
        if name in {"allow", "disallow"} and value
    )
    delays = [_seconds(value) for name, value in lines if name == "crawl-delay"]
    return RobotRules(rules=rules, delay_seconds=max(delays, default=0.0))


def _lines(text: str) -> Iterator[Line]:
    for line in text.removeprefix("\ufeff").splitlines():
        name, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield name.strip().lower(), value.strip()


def _groups(lines: Iterable[Line]) -> Iterator[tuple[set[str], list[Line]]]:
    """Each with the names of those it is for."""
    names: set[str] = set()
    own: list[Line] = []
    for name, value in lines:
        if name != "user-agent":
            own.append((name, value))
            continue
        if own:
            yield names, own
            names, own = set(), []
        names.add(value.lower().partition("/")[0])
    yield names, own


def _fits(pattern: str, path: str) -> bool:
    """`*` is anything, `$` at the end is the end; in linear time, for patterns are foreign."""
    to_end = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    last = others.pop() if others and to_end else ""
    for part in others:
        place = path.find(part, place)
        if place < 0:
            return False
        place += len(part)
    if not to_end:
        return True
    return place == len(path) if "*" not in pattern else path[place:].endswith(last)


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    return min(seconds, _LONGEST_DELAY) if seconds > 0 else 0.0  # "nan" is not more than 0
