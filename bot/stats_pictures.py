"""The figures of some days as a picture: questions above, seconds below. No words, only numbers.

Words stand in the caption, in the operator's language; a picture would need a font for each.
"""

import io
from collections.abc import Callable, Sequence

from PIL import Image, ImageDraw, ImageFont

from bot.journal.figures import Day, percentile

COLOURS = {
    "answered": "#2e9e5b",
    "disputed": "#8e5bd0",
    "partial": "#e0a72e",
    "refused": "#d1495b",
}
"""Of outcomes, from the bottom of a bar to its top; the squares in the caption are like them."""

_WIDTH, _HEIGHT = 1000, 640
_LEFT, _RIGHT, _TOP, _MIDDLE, _BOTTOM = 70, 20, 40, 380, 590
_INK, _PALE, _PAPER = "#333333", "#dddddd", "#ffffff"
_HALF, _MOST = "#3b7dd8", "#a9c8f0"
_TEXT_PIXELS = 20
_LABELLED = 10
"""With more days, only some have their numbers written."""


def draw_days(days: Sequence[Day]) -> bytes:
    """A PNG of 1000 by 640 pixels."""
    image = Image.new("RGB", (_WIDTH, _HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.font = ImageFont.load_default(_TEXT_PIXELS)
    _draw_questions(draw, days)
    _draw_seconds(draw, days)
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw_questions(draw: ImageDraw.ImageDraw, days: Sequence[Day]) -> None:
    most = max(1, *(day.outcomes.total() for day in days))
    rise = _scale(draw, most, _TOP, _MIDDLE - 50, str(most))
    for day, (left, right) in zip(days, _columns(len(days)), strict=True):
        top = 0
        for outcome, colour in COLOURS.items():
            bottom, top = top, top + day.outcomes[outcome]
            if top > bottom:
                draw.rectangle((left, rise(top), right, rise(bottom) - 1), fill=colour)
        if top and len(days) <= _LABELLED:
            draw.text(((left + right) / 2, rise(top) - 4), str(top), fill=_INK, anchor="ms")


def _draw_seconds(draw: ImageDraw.ImageDraw, days: Sequence[Day]) -> None:
    most = max(1, *(percentile(day.milliseconds, 0.95) for day in days))
    rise = _scale(draw, most, _MIDDLE, _BOTTOM - 30, f"{most / 1000:.1f}")
    every = -(-len(days) // _LABELLED)
    for place, (day, (left, right)) in enumerate(zip(days, _columns(len(days)), strict=True)):
        for share, colour in ((0.95, _MOST), (0.5, _HALF)):
            height = percentile(day.milliseconds, share)
            if height:
                draw.rectangle((left, rise(height), right, rise(0) - 1), fill=colour)
        if (len(days) - 1 - place) % every == 0:
            label = f"{day.day:%m-%d}"
            draw.text(((left + right) / 2, _BOTTOM + 20), label, fill=_INK, anchor="ms")


def _scale(
    draw: ImageDraw.ImageDraw, most: int, top: int, bottom: int, label: str
) -> Callable[[float], float]:
    """Draw the lines of 0 and of the most, and say how high a value stands."""
    for height, words in ((top, label), (bottom, "0")):
        draw.line((_LEFT, height, _WIDTH - _RIGHT, height), fill=_PALE)
        draw.text((_LEFT - 10, height), words, fill=_INK, anchor="rm")
    return lambda value: bottom - (bottom - top) * value / most


def _columns(count: int) -> list[tuple[float, float]]:
    """Left and right edge of each column."""
    wide = (_WIDTH - _LEFT - _RIGHT) / count
    return [(_LEFT + wide * n + wide * 0.15, _LEFT + wide * (n + 0.85)) for n in range(count)]
