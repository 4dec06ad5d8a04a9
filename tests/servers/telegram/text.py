"""Text with entities: what Telegram makes of it before it is shown."""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from tests.servers.telegram.errors import bad_request
from tests.servers.telegram.links import checked_link

MOST_ENTITIES = 100
_QUOTATIONS = {"blockquote", "expandable_blockquote"}
_CHOSEN = _QUOTATIONS | {
    *("bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre"),
    *("text_link", "text_mention", "custom_emoji", "date_time"),
}
_FOUND_BY_TELEGRAM = {
    *("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"),
    "bank_card_number",
}
# Bidirectional embeddings and overrides (not isolates), line separators, and three marks that
# draw lines through the text: TDLib takes them out of everything that is sent.
_TAKEN_OUT = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_MARKS_IN_A_ROW = re.compile("[\u200e\u200f](?=[\u200e\u200f])")
_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A piece of text that is shown otherwise; offset and length in UTF-16 code units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    user: dict[str, Any] | None = None
    language: str | None = None
    custom_emoji_id: str | None = None
    unix_time: int | None = None
    date_time_format: str | None = None

    @property
    def end(self) -> int:
        """Offset just past the last unit."""
        return self.offset + self.length

    def as_json(self) -> dict[str, Any]:
        """As the Bot API writes it."""
        return {name: value for name, value in asdict(self).items() if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormattedText:
    """A text as it is shown.

    Attributes:
        oddities: What was lost without an error on the way here, in plain words.
    """

    text: str = ""
    entities: tuple[Entity, ...] = ()
    oddities: tuple[str, ...] = ()

    def cut(self, entity: Entity) -> str:
        """The words that *entity* covers."""
        return cut_units(self.text, entity.offset, entity.end)


def unit_length(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut_units(text: str, start: int, end: int) -> str:
    """Slice by UTF-16 code units."""
    units = text.encode("utf-16-le", errors="surrogatepass")
    return units[2 * start : 2 * end].decode("utf-16-le", errors="surrogatepass")


def read_entities(rows: Iterable[dict[str, Any]]) -> tuple[list[Entity], list[str]]:
    """Read what a bot sent as `entities`; kinds that Telegram finds by itself are passed over.

    Returns:
        The entities, and what was dropped in silence.

    Raises:
        RefusedError: An unknown kind, or a kind without what it needs.
    """
    entities: list[Entity] = []
    dropped: list[str] = []
    for row in rows:
        if row["type"] in _FOUND_BY_TELEGRAM:
            continue
        entity = _read_entity(row)
        link = checked_link(entity.url) if entity.type == "text_link" and entity.url else ""
        if entity.type == "text_link" and not link:
            dropped.append(f"link dropped: {entity.url!r}")
        else:
            entities.append(replace(entity, url=link or None))
    return entities, dropped


def _read_entity(row: dict[str, Any]) -> Entity:
    if row["type"] not in _CHOSEN:
        raise bad_request("can't parse MessageEntity: unsupported type specified")
    needed = {"text_link": "url", "text_mention": "user", "date_time": "unix_time"}
    needed["custom_emoji"] = "custom_emoji_id"
    name = needed.get(row["type"])
    if name and name not in row:
        raise bad_request(f"can't parse MessageEntity: Can't find field \"{name}\"")
    return Entity(**{key: row[key] for key in row if key in Entity.__dataclass_fields__})


def fix_text(text: str, entities: Iterable[Entity], oddities: Iterable[str] = ()) -> FormattedText:
    """Do what Telegram does to a text: check the entities, clean, trim, keep the first hundred.

    Raises:
        RefusedError: An entity lies outside the text or splits a character, quotations are nested,
            or the text is no Unicode.
    """
    check_unicode(text)
    found = sorted((e for e in entities if e.length), key=lambda e: (e.offset, -e.length))
    _check_places(text, found)
    _check_quotations(found)
    cleaned, moved = _clean(text, found)
    lost = ["characters taken out or replaced"] if cleaned != text else []
    if len(moved) > MOST_ENTITIES:
        lost.append(f"{len(moved) - MOST_ENTITIES} entities past {MOST_ENTITIES} ignored")
    shown, kept = _trim(cleaned, moved[:MOST_ENTITIES])
    return FormattedText(text=shown, entities=tuple(kept), oddities=(*oddities, *lost))


def check_unicode(text: str) -> None:
    """Refuse half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


def _check_places(text: str, entities: list[Entity]) -> None:
    starts = unit_offsets(text)
    edges = set(starts)
    for entity in entities:
        if not 0 <= entity.offset <= 1_000_000:
            raise bad_request(f"receive an entity with incorrect offset {entity.offset}")
        if not 0 <= entity.length <= 1_000_000:
            raise bad_request(f"receive an entity with incorrect length {entity.length}")
        words = f"entity beginning at UTF-16 offset {entity.offset}"
        if entity.offset >= starts[-1]:
            raise bad_request(
                f"entity begins after the end of the text at UTF-16 offset {entity.offset}"
            )
        if entity.offset not in edges:
            raise bad_request("entity begins in a middle of a UTF-16 symbol")
        if entity.end > starts[-1]:
            raise bad_request(
                f"{words} ends after the end of the text at UTF-16 offset {entity.end}"
            )
        if entity.end not in edges:
            raise bad_request(f"{words} ends in a middle of a UTF-16 symbol")


def _check_quotations(entities: list[Entity]) -> None:
    """Telegram keeps one of two nested quotations and loses the other; here that is an error."""
    end = -1
    for entity in entities:
        if entity.type in _QUOTATIONS:
            if entity.offset < end:
                raise bad_request("can't parse entities: quotations can't be nested")
            end = entity.end


def unit_offsets(text: str) -> list[int]:
    """Where each character begins, in UTF-16 units, and where the text ends."""
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + 1 + (character > "\uffff"))
    return offsets


def _clean(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    # Of several marks of direction in a row, TDLib leaves the last.
    spaced = _MARKS_IN_A_ROW.sub("\u200c", _CONTROL.sub(" ", text))
    if not _TAKEN_OUT.search(spaced):
        return spaced, entities
    removed = [
        at for at, c in zip(unit_offsets(spaced), spaced, strict=False) if _TAKEN_OUT.match(c)
    ]
    moved = []
    for entity in entities:
        before = sum(at < entity.offset for at in removed)
        inside = sum(entity.offset <= at < entity.end for at in removed)
        moved.append(replace(entity, offset=entity.offset - before, length=entity.length - inside))
    return _TAKEN_OUT.sub("", spaced), moved


def _trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Cut blanks off the text's ends and the entities' beginnings; blank entities are dropped."""
    end = unit_length(text.rstrip(" \n"))
    kept = []
    for entity in entities:
        words = cut_units(text, entity.offset, min(entity.end, end))
        start = entity.offset + len(words) - len(words.lstrip(" \n"))
        if words.strip(" \n"):
            kept.append(replace(entity, offset=start, length=min(entity.end, end) - start))
    kept.sort(key=lambda e: (e.offset, -e.length))
    trimmed = text.rstrip(" \n")
    skipped = len(trimmed) - len(trimmed.lstrip(" \n"))
    return trimmed[skipped:], [replace(e, offset=e.offset - skipped) for e in kept]
