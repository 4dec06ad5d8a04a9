"""Messages of a chat drawn as SVG, for pictures of what readers see; pure.

Widths of characters are estimated, rather too wide than too narrow: whoever looks at a picture has
fonts of his own.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from bot.pages import Entity, Kind, units

_WIDTH, _MARGIN, _PAD = 640, 16, 14
_SIZE, _LINE = 15, 22
_BUBBLE = _WIDTH - 2 * _MARGIN - 40
_ROW, _GAP = 34, 6
_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
_QUOTES = {Kind.QUOTE, Kind.LONG_QUOTE}
_PIECES = re.compile(r"\s+|[^\s]+")
_NARROW, _BROAD = frozenset("iljtfrI.,:;'’|!()[]·⁰¹²³⁴⁵⁶⁷⁸⁹ \u2009"), frozenset("mwMW@—…%")
_COLOURS = {"back": "#d5e3ea", "own": "#e6fbd9", "bot": "#ffffff", "ink": "#111b21"}
_COLOURS |= {"link": "#2678b6", "quote": "#eaf3fa", "bar": "#4a90c8", "key": "#a9c2d0"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """A message as it is drawn.

    Attributes:
        rows: The labels of its buttons.
        own: It is the reader's.
    """

    text: str
    entities: Sequence[Entity] = ()
    rows: Sequence[Sequence[str]] = ()
    own: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    kinds: frozenset[Kind]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it is shown; each paragraph runs its own way."""

    pieces: list[_Piece]
    quoted: bool
    right_to_left: bool


_Box = tuple[float, float, float, float]
"""Left, top, width and height."""


def draw_chat(bubbles: Sequence[Bubble], title: str) -> str:
    """The messages below each other, as one SVG picture."""
    drawn, y = [], _MARGIN
    for bubble in bubbles:
        shapes, height = _draw_bubble(bubble, y)
        drawn += shapes
        y += height + 12
    frame = f'viewBox="0 0 {_WIDTH} {y + 4}" width="{_WIDTH}" height="{y + 4}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {frame} role="img">'
    back = f'<rect width="{_WIDTH}" height="{y + 4}" rx="10" fill="{_COLOURS["back"]}"/>'
    style = f'font-family="{_FONT}" font-size="{_SIZE}" fill="{_COLOURS["ink"]}"'
    body = "\n".join([back, f"<g {style}>", *drawn, "</g>"])
    return f"{head}<title>{escape(title)}</title>\n{body}\n</svg>\n"


def _draw_bubble(bubble: Bubble, top: int) -> tuple[list[str], int]:
    lines = list(_lay_out(bubble))
    inner = max((sum(map(_width, line.pieces)) for line in lines), default=0)
    width = _BUBBLE if bubble.rows else min(_BUBBLE, int(inner) + 2 * _PAD + 12)
    x = _WIDTH - _MARGIN - width if bubble.own else _MARGIN
    height = len(lines) * _LINE + 2 * _PAD - 6
    box = (x, top, width, height)
    shapes = [_rect(box, _COLOURS["own" if bubble.own else "bot"], 12)]
    shapes += _draw_quotes(lines, box)
    shapes += [_draw_line(line, at, box) for at, line in enumerate(lines)]
    shapes += _draw_rows(bubble, box)
    return shapes, height + len(bubble.rows) * (_ROW + _GAP)


def _draw_quotes(lines: Sequence[_Line], box: _Box) -> Iterator[str]:
    x, top, width, _ = box
    place = 0
    for quoted, run in groupby(lines, lambda line: line.quoted):
        group = list(run)
        if quoted:
            y, height = top + _PAD - 4 + place * _LINE, len(group) * _LINE + 2
            yield _rect((x + _PAD, y, width - 2 * _PAD, height), _COLOURS["quote"], 5)
            bar = x + width - _PAD - 3 if group[0].right_to_left else x + _PAD
            yield _rect((bar, y, 3, height), _COLOURS["bar"], 1)
        place += len(group)


def _draw_line(line: _Line, at: int, box: _Box) -> str:
    """Isolates keep the line's own direction whatever the viewer takes for that of the whole."""
    inset = _PAD + (10 if line.quoted else 0)
    x = box[0] + (box[2] - inset if line.right_to_left else inset)
    y = box[1] + _PAD + 13 + at * _LINE
    opening, anchor = ("\u2067", "end") if line.right_to_left else ("\u2066", "start")
    spans = "".join(f"<tspan{_style(one)}>{escape(one.text)}</tspan>" for one in line.pieces)
    where = f'x="{x:g}" y="{y:g}" text-anchor="{anchor}"'
    return f'<text {where} xml:space="preserve">{opening}{spans}\u2069</text>'


def _style(piece: _Piece) -> str:
    style = ""
    if Kind.BOLD in piece.kinds:
        style += ' font-weight="bold"'
    if Kind.ITALIC in piece.kinds:
        style += ' font-style="italic"'
    if Kind.CODE in piece.kinds:
        style += ' font-family="monospace" font-size="13"'
    if Kind.LINK in piece.kinds:
        style += f' fill="{_COLOURS["link"]}"'
    return style


def _draw_rows(bubble: Bubble, box: _Box) -> Iterator[str]:
    x, top, width, height = box
    for at, row in enumerate(bubble.rows):
        each = (width - _GAP * (len(row) - 1)) / len(row)
        y = top + height + _GAP + at * (_ROW + _GAP)
        for place, label in enumerate(row):
            left = x + place * (each + _GAP)
            yield _rect((left, y, each, _ROW), _COLOURS["key"], 8)
            middle = f'x="{left + each / 2:g}" y="{y + 22:g}" text-anchor="middle"'
            yield f"<text {middle}>{escape(_fit(label, each - 16))}</text>"


def _rect(box: _Box, fill: str, radius: int) -> str:
    x, y, width, height = box
    place = f'x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"'
    return f'<rect {place} rx="{radius}" fill="{fill}"/>'


def _fit(label: str, width: float) -> str:
    if _measure(label) <= width:
        return label
    while label and _measure(label + "…") > width:
        label = label[:-1]
    return label + "…"


def _lay_out(bubble: Bubble) -> Iterator[_Line]:
    offset = 0
    for paragraph in bubble.text.split("\n"):
        pieces = list(_style_pieces(paragraph, offset, bubble.entities))
        quoted = any(piece.kinds & _QUOTES for piece in pieces)
        room = _BUBBLE - 2 * _PAD - (16 if quoted else 6)
        for wrapped in _wrap(pieces, room):
            yield _Line(wrapped, quoted, _runs_right_to_left(paragraph))
        offset += units(paragraph) + 1


def _style_pieces(text: str, offset: int, entities: Sequence[Entity]) -> Iterator[_Piece]:
    """Words and blanks, cut where a style begins or ends."""
    for found in _PIECES.finditer(text):
        run, kinds, at = "", frozenset[Kind](), offset + units(text[: found.start()])
        for character in found[0]:
            here = frozenset(e.kind for e in entities if e.offset <= at < e.offset + e.length)
            if run and here != kinds:
                yield _Piece(run, kinds)
                run = ""
            run, kinds, at = run + character, here, at + units(character)
        yield _Piece(run, kinds)


def _wrap(pieces: Sequence[_Piece], room: float) -> Iterator[list[_Piece]]:
    line: list[_Piece] = []
    used = 0.0
    for piece in pieces:
        if line and used + _width(piece) > room and not piece.text.isspace():
            yield line
            line, used = [], 0.0
        line.append(piece)
        used += _width(piece)
    yield line


def _runs_right_to_left(paragraph: str) -> bool:
    """By its first letter or mark that has a direction, as Telegram's apps do."""
    kinds = (unicodedata.bidirectional(character) for character in paragraph)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"


def _width(piece: _Piece) -> float:
    return _measure(piece.text) * (1.1 if Kind.BOLD in piece.kinds else 1.0)


def _measure(text: str) -> float:
    return sum(map(_share, text)) * _SIZE


def _share(character: str) -> float:
    """Of the size of the font."""
    if unicodedata.category(character) in {"Cf", "Mn"}:
        return 0.0
    if character in _NARROW:
        return 0.36
    wide = character in _BROAD or unicodedata.east_asian_width(character) in {"W", "F"}
    return 0.95 if wide else 0.68 if character.isupper() else 0.585
