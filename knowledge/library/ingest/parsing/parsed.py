"""What the child process sends back, as values and as JSON."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedArticle:
    """An article as a parser found it.

    Attributes:
        part: Which part of the file it is ("line 3", "news/a.html"), or "".
        name: What it is called where it has no title.
        header: What it says of itself: title, publisher, author, published, modified,
            url, language.
        hidden_words: Words that readers cannot see, and that were left out.
        hidden_characters: The same of characters that spell out nothing that is shown.
    """

    text: str
    part: str = ""
    name: str = ""
    id: str = ""
    header: dict[str, str] = field(default_factory=dict)
    hidden_words: int = 0
    hidden_characters: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFault:
    """A part that could not be read."""

    part: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedLink:
    """An article that a feed or a site map names.

    Attributes:
        mark: Changes when the feed says something new of it.
    """

    url: str
    mark: str = ""
    title: str = ""
    is_map: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """Everything that was found.

    Attributes:
        every_minutes: How often a feed says it is worth reading; 0 if it does not say.
    """

    articles: tuple[ParsedArticle, ...] = ()
    faults: tuple[ParsedFault, ...] = ()
    links: tuple[ParsedLink, ...] = ()
    title: str = ""
    every_minutes: int = 0


def render_parsed(parsed: Parsed) -> bytes:
    """As one JSON object."""
    return json.dumps(asdict(parsed)).encode()


def parse_parsed(data: bytes) -> Parsed:
    """The value that `render_parsed` wrote."""
    row: dict[str, Any] = json.loads(data)
    return Parsed(
        articles=tuple(ParsedArticle(**one) for one in row["articles"]),
        faults=tuple(ParsedFault(**one) for one in row["faults"]),
        links=tuple(ParsedLink(**one) for one in row["links"]),
        title=row["title"],
        every_minutes=row["every_minutes"],
    )
