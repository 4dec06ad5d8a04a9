"""Pages: text with styles by position, packed to what one Telegram message holds.

Styles are given by position, never by markup, so that foreign text cannot become a style or a link.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

PAGE_UNITS = 4000
"""UTF-16 units on a page: Telegram's 4,096, less the room for a line put in front at sending."""

PAGE_ENTITIES = 100

_LEAST_FILLED = 0.5
"""A cut at white space is sought only in the last half of a page; then any character will do."""

_JOINERS = frozenset("\u200d\ufe0e\ufe0f")


class Kind(StrEnum):
    """Styles, by Telegram's names."""

    BOLD = "bold"
    ITALIC = "italic"
    CODE = "code"
    QUOTE = "blockquote"
    LONG_QUOTE = "expandable_blockquote"
    LINK = "text_link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A style over a part of a text; *offset* and *length* are in UTF-16 units."""

    kind: Kind
    offset: int
    length: int
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one message shows.

    Attributes:
        numbers: The numbers of the quotes on it, for its buttons.
    """

    text: str
    entities: tuple[Entity, ...] = ()
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of a page that is not cut.

    Attributes:
        gap: What stands in front of it, unless it begins a page.
    """

    text: str
    entities: tuple[Entity, ...] = ()
    numbers: tuple[int, ...] = ()
    gap: str = "\n"

    def __add__(self, other: "Block") -> "Block":
        """The two written without a gap."""
        moved = (_move(entity, units(self.text)) for entity in other.entities)
        return replace(
            self,
            text=self.text + other.text,
            entities=(*self.entities, *moved),
            numbers=tuple(dict.fromkeys(self.numbers + other.numbers)),
        )


def units(text: str) -> int:
    """The length of *text* in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def plain(text: str, *, gap: str = "\n") -> Block:
    """A block without styles."""
    return Block(text=text, gap=gap)


def styled(text: str, kind: Kind, *, url: str = "") -> Block:
    """A block that is of one style throughout."""
    if not text:
        return Block(text="")
    entity = Entity(kind=kind, offset=0, length=units(text), url=url)
    return Block(text=text, entities=(entity,))


def over(block: Block, kind: Kind) -> Block:
    """Lay one more style over the whole of *block*."""
    outer = Entity(kind=kind, offset=0, length=units(block.text))
    return replace(block, entities=(outer, *block.entities))


def pack(blocks: Iterable[Block]) -> tuple[Page, ...]:
    """Fill pages with *blocks* in their order, each page within Telegram's limits.

    A block stays whole if it fits on a page.
    """
    pages: list[Block] = []
    for piece in (piece for block in blocks for piece in _cut_to_fit(block)):
        joined = pages[-1] + plain(piece.gap) + piece if pages else piece
        if pages and fits(joined):
            pages[-1] = joined
        else:
            pages.append(piece)
    return tuple(Page(text=b.text, entities=b.entities, numbers=b.numbers) for b in pages)


def fits(block: Block) -> bool:
    """Whether *block* can be a page."""
    return units(block.text) <= PAGE_UNITS and len(block.entities) <= PAGE_ENTITIES


def _cut_to_fit(block: Block) -> Iterator[Block]:
    if fits(block):
        yield block
        return
    start = 0
    for text in split_text(block.text, PAGE_UNITS):
        end = start + units(text)
        clipped = (_clip(entity, start, end) for entity in block.entities)
        entities = tuple(entity for entity in clipped if entity.length > 0)[:PAGE_ENTITIES]
        yield replace(block, text=text, entities=entities)
        start = end


def split_text(text: str, most_units: int) -> Iterator[str]:
    """Cut *text* at white space into pieces of at most *most_units*; joined they are *text*."""
    rest = text
    while units(rest) > most_units:
        cut = _find_cut(rest, _longest_prefix(rest, most_units))
        yield rest[:cut]
        rest = rest[cut:]
    yield rest


def shorten(text: str, most: int) -> str:
    """At most *most* characters of *text*, on one line; what is left out is marked."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _longest_prefix(text: str, most_units: int) -> int:
    """How many characters of *text* fit; at least one."""
    length = min(len(text), most_units)
    while length > 1 and units(text[:length]) > most_units:
        length -= max(1, (units(text[:length]) - most_units) // 2)
    return length


def _find_cut(text: str, longest: int) -> int:
    for cut in range(longest, int(longest * _LEAST_FILLED), -1):
        if text[cut - 1].isspace() and not text[cut].isspace():
            return cut
    cut = longest
    while cut > 1 and text[cut] in _JOINERS:
        cut -= 1
    return cut


def page_as_json(page: Page) -> dict[str, Any]:
    """A page as plain data."""
    return asdict(page)


def read_page(row: Mapping[str, Any]) -> Page:
    """What `page_as_json` wrote."""
    entities = tuple(read_entity(entity) for entity in row["entities"])
    return Page(text=row["text"], entities=entities, numbers=tuple(row["numbers"]))


def read_entity(row: Mapping[str, Any]) -> Entity:
    """A style from plain data."""
    return Entity(**{**row, "kind": Kind(row["kind"])})


def _move(entity: Entity, by: int) -> Entity:
    return replace(entity, offset=entity.offset + by)


def _clip(entity: Entity, start: int, end: int) -> Entity:
    """The part of *entity* from *start* to *end*, counted from *start*; may be empty."""
    first = max(entity.offset, start)
    last = min(entity.offset + entity.length, end)
    return replace(entity, offset=first - start, length=max(0, last - first))
