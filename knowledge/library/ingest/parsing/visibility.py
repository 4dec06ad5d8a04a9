"""What a page hides from its readers: looked for in attributes, in styles and in its style sheets.

Only what the page itself says is known: sheets and scripts that it links to are not fetched.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

import tinycss2
from cssselect import SelectorError, parse
from lxml import etree
from lxml.cssselect import CSSSelector
from tinycss2.color3 import RGBA, parse_color

_NEVER_SHOWN = {
    *("template", "noscript", "noembed", "noframes", "datalist", "canvas", "audio", "video"),
    *("iframe", "object", "rp"),
}
_NO_WORDS = {"script", "style", "head", "title"}
_AROUND = {
    *("nav", "header", "footer", "aside", "form", "button", "select", "svg", "menu"),
}
"""Where pages keep menus and the like: hidden words there are usual, and no news."""

_PROPERTIES = {
    *("display", "visibility", "content-visibility", "opacity", "filter", "font", "font-size"),
    *("color", "-webkit-text-fill-color", "background", "background-color", "background-image"),
    *("position", "left", "right", "top", "bottom", "text-indent", "margin-left", "margin-top"),
    *("clip", "clip-path", "transform", "width", "height", "max-height", "max-width"),
    *("overflow", "overflow-x", "overflow-y"),
}
_MOST_RULES = 3000
_SCREENS = {"all", "screen", "only screen"}
_FAR = -900.0
_FAINT = 0.06
_TINY = 2.0
_NEAR = 1.12
"""A contrast of 1 is none; text needs 4.5 to be read with ease."""

_NUMBER = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|em|rem|%|vw|vh|ex|ch|cm|mm|in)?")
_UNITS = {"em": 16, "rem": 16, "pt": 1.33, "vw": 12, "vh": 8, "cm": 38, "mm": 3.8, "in": 96}
_WORD = re.compile(r"\w+")

Style = Mapping[str, str]

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
    styles = _sheet_styles(tree)
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


def _state_of(element: Any, above: _State, styles: Mapping[Any, Style]) -> _State:
    inline = _declarations(element.get("style", ""))
    style = {**styles.get(element, {}), **{name: value for name, (value, _) in inline.items()}}
    state = replace(
        above,
        gone=above.gone or _is_gone(element, style),
        around=above.around or element.tag in _AROUND,
    )
    return _inherit(element, state, style) if style or element.tag in {"font", "body"} else state


def _inherit(element: Any, state: _State, style: Style) -> _State:
    visible = {"hidden": False, "collapse": False, "visible": True}
    color = style.get("-webkit-text-fill-color") or style.get("color") or element.get("color") or ""
    ground = style.get("background-color") or style.get("background") or element.get("bgcolor")
    image = "url(" in style.get("background-image", "") or "gradient" in (
        style.get("background-image", "") + (ground or "")
    )
    return replace(
        state,
        visible=visible.get(style.get("visibility", ""), state.visible),
        color=_color(color) or state.color,
        background=None if image else _ground(ground, state.background),
        size=_font_size(style, state.size),
    )


def _ground(value: str | None, above: RGBA | None) -> RGBA | None:
    if not value:
        return above
    if "url(" in value:
        return None
    found = next((c for part in value.split() if (c := _color(part))), _color(value))
    return above if found is None or found.alpha < _FAINT else found


def _is_gone(element: Any, style: Style) -> bool:
    tag = element.tag
    return (
        tag in _NEVER_SHOWN
        or element.get("hidden") is not None
        or element.get("aria-hidden", "").strip().lower() == "true"
        or (tag == "dialog" and element.get("open") is None)
        or (tag == "input" and element.get("type", "").lower() == "hidden")
        or (bool(style) and (_is_not_drawn(style) or _is_off_screen(style) or _is_cut(style)))
    )


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
    sizes = [_length(style.get(n, "")) for n in ("width", "height", "max-width", "max-height")]
    return cuts and any(size is not None and size <= 1 for size in sizes)


def _font_size(style: Style, above: float) -> float:
    value = style.get("font-size") or next(
        (part.split("/")[0] for part in style.get("font", "").split() if part[:1].isdigit()), ""
    )
    found = _NUMBER.match(value)
    if not found:
        return above
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


def _declarations(css: str) -> dict[str, tuple[str, bool]]:
    """Of each property that matters: its last value, and whether it is called important."""
    if not css.strip():
        return {}
    found: dict[str, tuple[str, bool]] = {}
    for one in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration" and one.lower_name in _PROPERTIES:
            if one.lower_name in found and found[one.lower_name][1] and not one.important:
                continue
            value = tinycss2.serialize(one.value).strip().lower()
            found[one.lower_name] = (value, one.important)
    return found


def _sheet_styles(tree: Any) -> dict[Any, dict[str, str]]:
    """What the page's own style sheets say of each element, the strongest rule last."""
    won: dict[Any, dict[str, tuple[tuple[Any, ...], str]]] = {}
    order = count()
    for selector, declared in _rules(tree):
        try:
            selectors = parse(selector)
        except SelectorError:
            continue
        for one in selectors:
            if one.pseudo_element:
                continue
            try:
                matched = CSSSelector(one.canonical())(tree)
            except (SelectorError, etree.XPathError):
                continue
            for name, (value, important) in declared.items():
                rank = (important, one.specificity(), next(order))
                for element in matched:
                    held = won.setdefault(element, {})
                    if name not in held or held[name][0] < rank:
                        held[name] = (rank, value)
    return {
        element: {name: value for name, (_, value) in held.items()} for element, held in won.items()
    }


def _rules(tree: Any) -> Iterator[tuple[str, dict[str, tuple[str, bool]]]]:
    left = _MOST_RULES
    for sheet in tree.iter("style"):
        rules = tinycss2.parse_stylesheet(
            sheet.text or "", skip_comments=True, skip_whitespace=True
        )
        for rule in _on_screen(rules):
            declared = _declarations(tinycss2.serialize(rule.content))
            if declared:
                left -= 1
                yield tinycss2.serialize(rule.prelude), declared
            if not left:
                return


def _on_screen(rules: list[Any]) -> Iterator[Any]:
    for rule in rules:
        if rule.type == "qualified-rule":
            yield rule
        elif rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content:
            inside = tinycss2.parse_rule_list(
                rule.content, skip_comments=True, skip_whitespace=True
            )
            if tinycss2.serialize(rule.prelude).strip().lower() in _SCREENS:
                yield from _on_screen(inside)
