"""`parse_mode=HTML`, with Telegram's small set of tags and its error messages."""

import re
from dataclasses import dataclass
from typing import Any

from tests.servers.telegram.errors import RefusedError, bad_request
from tests.servers.telegram.links import checked_link, linked_user
from tests.servers.telegram.text import Entity, cut_units, unit_length

_PLAIN_TAGS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
}
_TAGS = {*_PLAIN_TAGS, "a", "pre", "code", "blockquote", "tg-emoji", "tg-time"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot)(?![A-Za-z]));?")
_ATTRIBUTE = re.compile(
    r"""\s*([^\s=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]+)(?=[\s>])))?"""
)


@dataclass(slots=True, kw_only=True)
class _Open:
    """A tag that is not closed yet; where it began, in units of the text shown."""

    name: str
    attributes: dict[str, str]
    offset: int


def parse_html(source: str) -> tuple[str, list[Entity], list[str]]:
    """Split marked-up text into text, entities, and the links that were dropped in silence.

    Raises:
        RefusedError: Telegram would refuse the whole message.
    """
    parser = _Parser(source)
    parser.parse()
    return parser.text, parser.entities, parser.dropped


def unescape(source: str) -> str:
    """Decode the four names and the numbers that Telegram knows; all others stay as they are."""
    return _REFERENCE.sub(_decode, source)


def _decode(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    if name:
        return _NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF else found[0]


class _Parser:
    def __init__(self, source: str) -> None:
        self.text = ""
        self.entities: list[Entity] = []
        self.dropped: list[str] = []
        self._source = source
        self._open: list[_Open] = []

    def parse(self) -> None:
        at = 0
        while (found := self._source.find("<", at)) >= 0:
            self.text += unescape(self._source[at:found])
            closes = self._source.startswith("</", found)
            at = self._end_tag(found) if closes else self._start_tag(found)
        self.text += unescape(self._source[at:])
        if self._open:
            name = self._open[-1].name
            raise _error(f'can\'t find end tag corresponding to start tag "{name}"')

    def _start_tag(self, at: int) -> int:
        where = self._where(at)
        head = re.compile(r"<([^\s>]*)").match(self._source, at)
        if head is None or head.end() == len(self._source):
            raise _error(f"unclosed start tag {where}")
        name = head[1].lower()
        if name not in _TAGS:
            raise _error(f'unsupported start tag "{name}" {where}')
        attributes, end = self._attributes(name, head.end(), where)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _error(f'tag "span" must have class "tg-spoiler" {where}')
        self._open.append(_Open(name=name, attributes=attributes, offset=unit_length(self.text)))
        return end

    def _attributes(self, name: str, at: int, where: str) -> tuple[dict[str, str], int]:
        attributes: dict[str, str] = {}
        while True:
            at += len(self._source[at:]) - len(self._source[at:].lstrip())
            if at >= len(self._source):
                raise _error(f'unclosed start tag "{name}" {where}')
            if self._source[at] == ">":
                return attributes, at + 1
            found = _ATTRIBUTE.match(self._source, at)
            values = [value for value in found.groups()[1:] if value is not None] if found else []
            if found is None or not (values or (name, found[1]) == ("blockquote", "expandable")):
                raise _error(
                    "expected equal sign in declaration of an attribute of the tag "
                    f'"{name}" {where}'
                )
            attributes[found[1].lower()] = unescape(values[0]) if values else ""
            at = found.end()

    def _end_tag(self, at: int) -> int:
        where = self._where(at)
        if not self._open:
            raise _error(f"unexpected end tag {where}")
        found = re.compile(r"</([^\s>]*)\s*>").match(self._source, at)
        if found is None:
            raise _error(f"unclosed end tag {where}")
        opened, name = self._open.pop(), found[1].lower()
        if name and name != opened.name:
            raise _error(
                f'unmatched end tag {where}, expected "</{opened.name}>", found "</{name}>"'
            )
        length = unit_length(self.text) - opened.offset
        if length:
            self._close(opened, length)
        return found.end()

    def _close(self, opened: _Open, length: int) -> None:
        details = self._details(opened, length)
        if details is not None:
            self.entities.append(Entity(offset=opened.offset, length=length, **details))

    def _details(self, opened: _Open, length: int) -> dict[str, Any] | None:
        attributes = opened.attributes
        if opened.name in _PLAIN_TAGS:
            return {"type": _PLAIN_TAGS[opened.name]}
        if opened.name == "blockquote":
            return {"type": "expandable_blockquote" if "expandable" in attributes else "blockquote"}
        if opened.name == "a":
            shown = cut_units(self.text, opened.offset, opened.offset + length)
            return self._link(attributes.get("href") or shown)
        if opened.name == "tg-emoji":
            return {"type": "custom_emoji", "custom_emoji_id": attributes.get("emoji-id", "")}
        if opened.name == "tg-time":
            return _time(attributes)
        return self._code(opened, length)

    def _link(self, url: str) -> dict[str, Any] | None:
        user_id = linked_user(url)
        if user_id is not None:
            return {"type": "text_mention", "user": {"id": user_id}}
        checked = checked_link(url)
        if not checked:
            self.dropped.append(f"link dropped: {url!r}")
            return None
        return {"type": "text_link", "url": checked}

    def _code(self, opened: _Open, length: int) -> dict[str, Any]:
        """Code right inside of pre names the language of the two, which become one."""
        if opened.name == "code":
            language = opened.attributes.get("class", "").removeprefix("language-")
            return {"type": "code", "language": language or None}
        inner = self.entities[-1] if self.entities else None
        same = inner and (inner.type, inner.offset, inner.length) == ("code", opened.offset, length)
        if inner is None or not same:
            return {"type": "pre"}
        self.entities.pop()
        return {"type": "pre", "language": inner.language}

    def _where(self, at: int) -> str:
        return f"at byte offset {len(self._source[:at].encode())}"


def _time(attributes: dict[str, str]) -> dict[str, Any]:
    if not attributes.get("unix", "").lstrip("-").isdigit():
        raise _error("invalid Unix time specified")
    return {
        "type": "date_time",
        "unix_time": int(attributes["unix"]),
        "date_time_format": attributes.get("format"),
    }


def _error(reason: str) -> RefusedError:
    return bad_request(f"can't parse entities: {reason[0].upper()}{reason[1:]}")
