"""What a page hides from its readers: looked for in attributes, in styles and in its style sheets.

Only what the page itself says is known: sheets and scripts that it links to are not fetched. What
cannot be known (a colour from a sheet elsewhere) hides nothing.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from tinycss2.color3 import RGBA, parse_color

from knowledge.library.ingest.parsing.styles import Style, Styles

_NEVER_SHOWN = {
    *("template", "noscript", "noembed", "noframes", "datalist", "canvas", "audio", "video"),
    *("iframe", "object", "rp"),
}
_NO_WORDS = {"script", "style", "head", "title"}
_AROUND = {
    *("nav", "header", "footer", "aside", "form", "button", "select", "svg", "menu"),
}
"""Where pages keep menus and the like: hidden words there are usual, and no news."""

_FAR = -900.0
_FAINT = 0.06
_TINY = 2.0
_NEAR = 1.12
"""A contrast of 1 is none; text needs 4.5 to be read with ease."""

_NUMBER = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|em|rem|%|vw|vh|ex|ch|cm|mm|in)?")
_UNITS = {"em": 16, "rem": 16, "pt": 1.33, "vw": 12, "vh": 8, "cm": 38, "mm": 3.8, "in": 96}
_SIZES = {"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "initial": 16.0} | {
    "large": 18.0, "x-large": 24.0, "xx-large": 32.0
}  # fmt: skip
_UNKNOWN_SIZE = 16.0
_AS_ABOVE = {"", "inherit", "unset", "currentcolor", "revert", "revert-layer"}
_CSS_WORD = re.compile(r"(?:rgb|hsl)a?\([^()]*\)|#?[\w-]+(?:\([^()]*\))?")
_COLOR_WORD = re.compile(r"(?:rgb|hsl)a?\([^()]*\)|#[\da-f]+|[a-z]+")
_PICTURE = re.compile(r"url\(|gradient|image-set")
_NO_GROUND = {
    *("none", "transparent", "initial", "inherit", "unset", "repeat", "no-repeat", "repeat-x"),
    *("repeat-y", "round", "space", "scroll", "fixed", "local", "center", "left", "right", "top"),
    *("bottom", "cover", "contain", "auto", "border-box", "padding-box", "content-box"),
}
_MAY_BE_COLOR = re.compile(r"[a-z]")
_ANIMATED = {"opacity", "visibility", "transform"}
_OLD = {"color", "bgcolor", "background"}
_MOST_OF_A_SIGN = 2
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")

_WHITE = RGBA(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class _State:
    """What an element inherits."""

    gone: bool = False
    around: bool = False
    visible: bool = True
    color: RGBA | None = None
    background: RGBA | None = _WHITE
    size: float = 16.0

    @property
    def hides_text(self) -> bool:
        return self.gone or not self.visible or self.size < _TINY or self._is_like_background

    @property
    def _is_like_background(self) -> bool:
        if self.color is None:
            return False
        if self.color.alpha < _FAINT:
            return True
        return self.background is not None and _contrast(self.color, self.background) < _NEAR


def blank_hidden(tree: Any) -> int:
    """Take the words nobody sees out of *tree*; returns how many there were in its content."""
    styles = Styles(tree)
    states = {tree: _state_of(tree, _State(), styles)}
    hidden = _blank(tree, states[tree])
    for element in list(tree.iterdescendants()):
        above = states[element.getparent()]
        if isinstance(element.tag, str):
            states[element] = _state_of(element, above, styles)
            hidden += _blank(element, states[element])
        else:
            states[element] = above
        if element.tail and above.hides_text:
            hidden += 0 if above.around else len(_WORD.findall(element.tail))
            element.tail = " "
    return hidden


def _blank(element: Any, state: _State) -> int:
    if not element.text or not state.hides_text or element.tag in _NO_WORDS:
        return 0
    words = 0 if state.around else len(_WORD.findall(element.text))
    element.text = None
    return words


def _state_of(element: Any, above: _State, styles: Styles) -> _State:
    style = styles.of(element)
    if styles.is_revealed(style):
        style = {name: value for name, value in style.items() if name not in _ANIMATED}
    state = replace(
        above,
        gone=above.gone or _is_gone(element, style),
        around=above.around or element.tag in _AROUND,
    )
    return _inherit(element, state, style) if style or _OLD & set(element.keys()) else state


def _inherit(element: Any, state: _State, style: Style) -> _State:
    visible = {"hidden": False, "collapse": False, "visible": True}
    color = style.get("-webkit-text-fill-color") or style.get("color") or element.get("color") or ""
    background = _background(element, style, state.background)
    is_filled = _is_filled(style, state.background)
    return replace(
        state,
        visible=visible.get(style.get("visibility", ""), state.visible),
        color=None if is_filled else _text_color(color, state.color),
        background=state.background if is_filled else background,
        size=_font_size(style, state.size),
    )


def _text_color(value: str, above: RGBA | None) -> RGBA | None:
    """None is one that is not known, or the browser's own."""
    return above if value in _AS_ABOVE else _color(value)


def _background(element: Any, style: Style, above: RGBA | None) -> RGBA | None:
    """What is behind the words; None where it is a picture, or not known."""
    said = [style.get(name, "") for name in ("background", "background-image", "background-color")]
    if element.get("background") or any(_PICTURE.search(value) for value in said):
        return None
    for value in (said[2], said[0], element.get("bgcolor") or ""):
        words = [word for word in _CSS_WORD.findall(value) if word not in _NO_GROUND]
        if value in _AS_ABOVE or not words:
            continue
        found = next((color for word in words if (color := _color(word))), None)
        if found is None:
            return None if any(_MAY_BE_COLOR.match(word) for word in words) else above
        return above if found.alpha < _FAINT else found
    return above


def _is_filled(style: Style, above: RGBA | None) -> bool:
    """Whether the letters are filled with a picture, or with colours that stand out."""
    clips = (style.get("background-clip", ""), style.get("-webkit-background-clip", ""))
    if not any("text" in clip for clip in clips):
        return False
    ground = f"{style.get('background', '')} {style.get('background-image', '')}"
    if "url(" in ground or above is None:
        return True
    colors = [color for word in _COLOR_WORD.findall(ground) if (color := _color(word))]
    return any(color.alpha >= _FAINT and _contrast(color, above) >= _NEAR for color in colors)


def _is_gone(element: Any, style: Style) -> bool:
    tag = element.tag
    return (
        tag in _NEVER_SHOWN
        or element.get("hidden") is not None
        or _is_for_no_reader(element)
        or (tag == "dialog" and element.get("open") is None)
        or (tag == "input" and element.get("type", "").lower() == "hidden")
        or (bool(style) and (_is_not_drawn(style) or _is_off_screen(style) or _is_cut(style)))
    )


def _is_for_no_reader(element: Any) -> bool:
    """Hidden from screen readers: a number or a sign is shown to all others, words hardly are."""
    if element.get("aria-hidden", "").strip().lower() != "true":
        return False
    return len(_LETTERS.findall(element.text_content())) > _MOST_OF_A_SIGN


def _is_not_drawn(style: Style) -> bool:
    opacity = _length(style.get("opacity", ""))
    if "%" in style.get("opacity", "") and opacity is not None:
        opacity /= 100
    return (
        style.get("display") == "none"
        or style.get("content-visibility") == "hidden"
        or (opacity is not None and opacity < _FAINT)
        or re.search(r"opacity\(\s*0*\.?0*%?\s*\)", style.get("filter", "")) is not None
    )


def _is_off_screen(style: Style) -> bool:
    placed = style.get("position") in {"absolute", "fixed", "relative"}
    sides = ("left", "top", "right", "bottom") if placed else ()
    lengths = [_length(style.get(name, "")) for name in (*sides, "text-indent")]
    margins = [_length(style.get(name, "")) for name in ("margin-left", "margin-top")]
    far = [length for length in (*lengths, *margins) if length is not None]
    moved = style.get("transform", "")
    shifts = [_length(part) for part in re.findall(r"translate\w*\(([^)]*)\)", moved)]
    return (
        any(length <= _FAR for length in far)
        or any(shift is not None and shift <= _FAR for shift in shifts)
        or re.search(r"scale[xy]?\(\s*0*\.?0*\s*[,)]", moved.lower()) is not None
        or (placed and any((_length(style.get(s, "")) or 0) > 5000 for s in ("left", "top")))
    )


def _is_cut(style: Style) -> bool:
    clip = style.get("clip", "").replace(" ", "")
    path = style.get("clip-path", "").replace(" ", "")
    if re.match(r"rect\((?:[01](?:px)?,?){4}\)", clip):
        return True
    if re.match(r"inset\((?:50|[6-9]\d|100)%", path) or re.match(r"circle\(0", path):
        return True
    cuts = any(
        style.get(name) in {"hidden", "clip"} for name in ("overflow", "overflow-x", "overflow-y")
    )
    return cuts and (
        _is_nothing(style, "width", ("min-width", "flex", "flex-grow"))
        or _is_nothing(style, "height", ("min-height", "padding", "padding-top", "padding-bottom"))
    )


def _is_nothing(style: Style, side: str, unless: tuple[str, ...]) -> bool:
    """Whether there is no room on this side, and nothing that makes room after all."""
    room = ((name, _length(style.get(name, "")) or 0) for name in unless)
    if any(length > (0 if name.startswith("flex") else 1) for name, length in room):
        return False
    sizes = [style.get(name, "") for name in (side, f"max-{side}")]
    small = [size for size in sizes if (length := _length(size)) is not None and length <= 1]
    return any("%" not in size or _length(size) == 0 for size in small)


def _font_size(style: Style, above: float) -> float:
    value = style.get("font-size") or next(
        (part.split("/")[0] for part in style.get("font", "").split() if part[:1].isdigit()), ""
    )
    if value in _SIZES:
        return _SIZES[value]
    found = _NUMBER.match(value)
    if not found:
        return above if value in _AS_ABOVE else max(above, _UNKNOWN_SIZE)
    number, unit = float(found[1]), found[2]
    if unit in {"em", "%"}:
        return above * number / (100 if unit == "%" else 1)
    return number * _UNITS.get(unit or "", 1)


def _length(value: str) -> float | None:
    found = _NUMBER.match(value.strip())
    if not found:
        return None
    return float(found[1]) * _UNITS.get(found[2] or "", 1)


def _color(value: str) -> RGBA | None:
    try:
        found = parse_color(value) if value else None
    except (ValueError, TypeError):
        return None
    return found if isinstance(found, RGBA) else None


def _contrast(one: RGBA, other: RGBA) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: RGBA) -> float:
    channels = (
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4
        for c in (max(0.0, min(1.0, float(c))) for c in color[:3])
    )
    return sum(
        weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), channels, strict=True)
    )
