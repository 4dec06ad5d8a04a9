"""Rich messages: what Telegram says against one, and what a person reads of it.

Source: rich message formatting options of the Bot API 10.1, the HTML style. Markdown is not read.
"""

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from tests.servers.telegram.errors import RefusedError, bad_request
from tests.servers.telegram.links import checked_link, linked_user

MOST_CHARACTERS = 32_768
MOST_BLOCKS = 500
DEEPEST = 16
MOST_COLUMNS = 20
_INLINE: dict[str, frozenset[str]] = {
    **dict.fromkeys(("b", "strong", "i", "em", "u", "ins", "s", "strike", "del"), frozenset[str]()),
    **dict.fromkeys(("code", "mark", "sub", "sup", "tg-spoiler", "br", "cite"), frozenset[str]()),
    "a": frozenset({"href", "name"}),
    "tg-reference": frozenset({"name"}),
    "tg-emoji": frozenset({"emoji-id"}),
    "tg-time": frozenset({"unix", "format"}),
    "tg-math": frozenset(),
}
_BLOCKS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "footer"), frozenset[str]()),
    **dict.fromkeys(("hr", "ul", "blockquote", "aside", "caption", "tr", "th"), frozenset[str]()),
    **dict.fromkeys(("summary", "tg-math-block"), frozenset[str]()),
    "ol": frozenset({"start", "type", "reversed"}),
    "li": frozenset({"value", "type"}),
    "table": frozenset({"bordered", "striped"}),
    "td": frozenset({"colspan", "rowspan", "align", "valign"}),
    "details": frozenset({"open"}),
}
_VOID = {"br", "hr"}
_CELLS = {"td", "th"}
_NAMES = {"lt", "gt", "amp", "quot", "apos", "nbsp", "hellip", "mdash", "ndash"}
_NAMES |= {"lsquo", "rsquo", "ldquo", "rdquo"}


def check_rich(given: Mapping[str, Any]) -> str:
    """The words of a rich message.

    Raises:
        RefusedError: Telegram would refuse it.
    """
    if ("html" in given) == ("markdown" in given):
        raise _wrong("exactly one of the fields html and markdown must be used")
    if "markdown" in given:
        raise bad_request("this server reads rich HTML only")
    reader = _Reader()
    reader.feed(given["html"])
    reader.close()
    return reader.end()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self._open: list[str] = []
        self._text: list[str] = []
        self._blocks = 0
        self._cells = 0
        self._names: set[str] = set()
        self._wanted: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = _INLINE.get(tag, _BLOCKS.get(tag))
        if known is None:
            raise _wrong(f'unsupported start tag "{tag}"')
        if strange := {name for name, _ in attrs} - known:
            raise _wrong(f'unsupported attribute "{min(strange)}" of the tag "{tag}"')
        if tag in _BLOCKS and _CELLS & set(self._open):
            raise _wrong("table cells can contain only inline formatting")
        self._count(tag)
        self._note(tag, dict(attrs))
        if tag not in _VOID:
            self._open.append(tag)
        if len(self._open) > DEEPEST:
            raise _wrong("too many nested levels")

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            raise _wrong(f'unmatched end tag "{tag}"')

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_charref(self, name: str) -> None:
        self._text.append(chr(int(name[1:], 16) if name[0] in "xX" else int(name)))

    def handle_entityref(self, name: str) -> None:
        if name not in _NAMES:
            raise _wrong(f'unsupported entity "{name}"')
        self._text.append(
            {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}.get(name, " ")
        )

    def end(self) -> str:
        """The words, once all is read."""
        text = "".join(self._text)
        if self._open:
            raise _wrong(f'can\'t find end tag corresponding to start tag "{self._open[-1]}"')
        if missing := self._wanted - self._names:
            raise _wrong(f"reference {min(missing)!r} not found")
        if not text.strip():
            raise bad_request("rich message is empty")
        if len(text) > MOST_CHARACTERS:
            raise bad_request("rich message is too long")
        if self._blocks > MOST_BLOCKS:
            raise bad_request("rich message has too many blocks")
        return text

    def _count(self, tag: str) -> None:
        self._blocks += tag in _BLOCKS and tag not in _CELLS
        self._cells = self._cells + 1 if tag in _CELLS else 0 if tag == "tr" else self._cells
        if self._cells > MOST_COLUMNS:
            raise _wrong("too many table columns")
        if tag in _BLOCKS or tag == "br":
            self._text.append("\n")

    def _note(self, tag: str, attributes: dict[str, str | None]) -> None:
        if name := attributes.get("name"):
            if name in self._names:
                raise _wrong(f"name {name!r} comes twice")
            self._names.add(name)
        address = attributes.get("href") or ""
        if address.startswith("#"):
            self._wanted.add(address[1:])
        elif tag == "a" and address and not (checked_link(address) or linked_user(address)):
            raise _wrong(f"bad link {address!r}")


def _wrong(reason: str) -> RefusedError:
    return bad_request(f"can't parse rich message: {reason}")
