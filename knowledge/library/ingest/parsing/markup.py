"""Markup that costs its parser more than any page of news: told before it is parsed.

The parsers take a tag's attributes one by one, each compared with all before it: 20,000 in one tag
cost a feed 23 s, 100,000 a page more than a minute. The tags are found as HTML finds them.
"""

import re

from knowledge.library.ingest.parsing.kinds import UnreadableError

MOST_ATTRIBUTES = 1000
"""Of one tag."""

MOST_TAGS = 50_000
MOST_ATTRIBUTES_IN_ALL = 300_000
"""Of a page; one that just passes is parsed, or given up, in 14 s."""

_ATTRIBUTE = r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?"
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_PIECE = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    rf"|<(?P<name>[a-z][^\s/>]*+)(?P<rest>(?:[\s/]++|{_ATTRIBUTE})*+)",
    re.IGNORECASE | re.DOTALL,
)
_NOT_MARKUP = {
    name: re.compile(rf"</{name}", re.IGNORECASE) for name in ("script", "style", "textarea")
}


def check_markup(text: str, *, is_page: bool = True) -> None:
    """Look at every tag of a page, or of a feed, whose entries may hold many pages.

    Raises:
        UnreadableError: It has more of them, or of their attributes, than are parsed in time.
    """
    tags = attributes = place = 0
    while found := _PIECE.search(text, place):
        place = found.end()
        if found["name"] is None:
            continue
        looked_at = is_page or len(found["rest"]) > MOST_ATTRIBUTES
        own = len(_ATTRIBUTES.findall(found["rest"])) if looked_at else 0
        if own > MOST_ATTRIBUTES:
            raise UnreadableError(f"has a tag with more than {MOST_ATTRIBUTES} attributes.")
        tags, attributes = tags + 1, attributes + own
        if is_page and (tags > MOST_TAGS or attributes > MOST_ATTRIBUTES_IN_ALL):
            raise UnreadableError("has more markup than a page of news; save its text as a file.")
        if end := _NOT_MARKUP.get(found["name"].lower()):
            closing = end.search(text, place)
            place = closing.start() if closing else len(text)
