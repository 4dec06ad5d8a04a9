"""Lines of ours and quotes as stored: what every page is built from; pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.pages import PAGE_UNITS, Block, Kind, fits, over, plain, split_text, styled, units
from bot.texts import Texts
from bot.texts.bidi import frame_paragraph

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NUMBER_GAP = "\u2009"
_LONG_QUOTE_UNITS = 300
_PIECE_UNITS = PAGE_UNITS - 500
"""Of a quote that needs several pages; leaves room for its number and for isolates."""


def number_mark(numbers: Iterable[int]) -> str:
    """Quote numbers as superscripts."""
    return _NUMBER_GAP.join(str(number).translate(_SUPERSCRIPTS) for number in numbers)


def spaced(*sections: Iterable[Block]) -> Iterator[Block]:
    """All blocks, with an empty line in front of each section."""
    for section in sections:
        for place, block in enumerate(section):
            yield replace(block, gap="\n\n") if place == 0 else block


def line(texts: Texts, *blocks: Block) -> Block:
    """A line of ours."""
    return sum(blocks, plain(texts.line_mark))


def quote_blocks(text: str, number: int | None) -> Iterator[Block]:
    """A quote as stored, with its number; in several pieces if a page does not hold it."""
    whole = _quote_block(text, number)
    if fits(whole):
        yield whole
        return
    for place, piece in enumerate(split_text(text, _PIECE_UNITS)):
        mark = _mark(number) + ("" if place == 0 else " …")
        framed = plain(mark.strip() or "…") + plain("\n") + _quote_block(piece, None)
        bare = plain(mark.strip() or "…") + plain("\n") + styled(piece, Kind.LONG_QUOTE)
        yield replace(framed if fits(framed) else bare, numbers=_numbers(number))


def _quote_block(text: str, number: int | None) -> Block:
    before, after = frame_paragraph(text)
    # A quote of several paragraphs has its number below: isolates end with a paragraph.
    gap = "\n" if len(text.splitlines()) > 1 else " "
    block = plain(f"{before}{text}{after}{gap if number else ''}{_mark(number)}")
    kind = Kind.LONG_QUOTE if units(text) > _LONG_QUOTE_UNITS else Kind.QUOTE
    return replace(over(block, kind), numbers=_numbers(number))


def _numbers(number: int | None) -> tuple[int, ...]:
    return () if number is None else (number,)


def _mark(number: int | None) -> str:
    return number_mark(_numbers(number))
