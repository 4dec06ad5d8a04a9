"""What a page's own style sheets and `style` attributes say of each element.

Only what decides whether words are seen. Sheets that a page links to are not fetched. Where a rule
holds for some screens only, what it shows counts, and what it hides does not: somebody sees it.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any, NamedTuple, TypeAlias

import tinycss2
from cssselect import SelectorError, parse
from lxml import etree
from lxml.cssselect import CSSSelector

Style: TypeAlias = Mapping[str, str]

_PROPERTIES = {
    *("display", "visibility", "content-visibility", "opacity", "filter", "font", "font-size"),
    *("color", "-webkit-text-fill-color", "background", "background-color", "background-image"),
    *("background-clip", "-webkit-background-clip", "animation", "animation-name"),
    *("position", "left", "right", "top", "bottom", "text-indent", "margin-left", "margin-top"),
    *("clip", "clip-path", "transform", "width", "height", "max-height", "max-width"),
    *("overflow", "overflow-x", "overflow-y", "flex", "flex-grow", "min-width", "min-height"),
    *("padding", "padding-top", "padding-bottom"),
}
_SHOWING = {"display": {"none"}, "visibility": {"hidden", "collapse"}, "opacity": {"0", "0%"}}
"""What counts of a rule for some screens only, unless its value is one of these."""

_MOST_RULES = 3000
_EVERYWHERE = {"all", "screen", "only screen"}
_CONDITIONS = {"media", "supports", "container"}
_NOT_ON_SCREENS = re.compile(r"not\s|(?:only\s+)?(?:print|speech)")
_WIDTH = re.compile(r"(min|max)-width\s*:\s*([\d.]+)(px|em|rem)?")
_EM = {"em": 16, "rem": 16}
_WIDEST, _NARROWEST = 2000, 320
_REVEALING = re.compile(r"visibility\s*:\s*visible|opacity\s*:\s*(?:1|0?\.[1-9])")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_DEEPEST = 5


class Declared(NamedTuple):
    """A value, and whether it is called important."""

    value: str
    important: bool


Declarations: TypeAlias = dict[str, Declared]


class Styles:
    """The styles of every element of a page."""

    def __init__(self, tree: Any) -> None:
        self._variables: dict[str, str] = {}
        self._revealing: set[str] = set()
        self._sheets = self._read(tree)

    def of(self, element: Any) -> Style:
        """What holds for *element* itself, by property; nothing that it inherits."""
        inline = _declarations(element.get("style", ""))
        sheet = self._sheets.get(element, {})
        if not inline and not sheet:
            return {}
        kept = {n: d for n, d in sheet.items() if d.important and not _is_important(inline, n)}
        return {name: self._value(one.value) for name, one in {**sheet, **inline, **kept}.items()}

    def is_revealed(self, style: Style) -> bool:
        """Whether the element's animation ends in showing it."""
        named = f"{style.get('animation', '')} {style.get('animation-name', '')}"
        return bool(self._revealing.intersection(named.split()))

    def _value(self, value: str) -> str:
        for _ in range(_DEEPEST):
            if "var(" not in value:
                break
            value = _VARIABLE.sub(
                lambda m: self._variables.get(m[1], m[2] or "unknown").strip(), value
            )
        return value

    def _read(self, tree: Any) -> dict[Any, Declarations]:
        won: dict[Any, dict[str, tuple[tuple[Any, ...], Declared]]] = {}
        order = count()
        for selector, declared in self._rules(tree):
            for element, specificity in _matched(tree, selector):
                for name, one in declared.items():
                    rank = (one.important, specificity, next(order))
                    held = won.setdefault(element, {})
                    if name not in held or held[name][0] < rank:
                        held[name] = (rank, one)
        return {e: {name: one for name, (_, one) in held.items()} for e, held in won.items()}

    def _rules(self, tree: Any) -> Iterator[tuple[str, Declarations]]:
        left = _MOST_RULES
        for sheet in tree.iter("style"):
            rules = _parsed(sheet.text or "")
            for rule, is_everywhere in self._on_screens(rules, True):
                content = tinycss2.serialize(rule.content)
                self._variables.update(_variables(content))
                declared = _declarations(content)
                if not is_everywhere:
                    declared = {n: one for n, one in declared.items() if _shows(n, one.value)}
                if declared:
                    left -= 1
                    yield tinycss2.serialize(rule.prelude), declared
                if not left:
                    return

    def _on_screens(self, rules: list[Any], is_everywhere: bool) -> Iterator[tuple[Any, bool]]:
        """The rules that hold on some screen, and whether they do on every one."""
        for rule in rules:
            if rule.type == "qualified-rule":
                yield rule, is_everywhere
            elif rule.type == "at-rule" and rule.content:
                said = tinycss2.serialize(rule.prelude).strip().lower()
                kind = rule.lower_at_keyword
                if kind in {"keyframes", "-webkit-keyframes"}:
                    if _REVEALING.search(tinycss2.serialize(rule.content).lower()):
                        self._revealing.add(said)
                elif kind == "layer" or said in _EVERYWHERE:
                    yield from self._on_screens(_parsed(rule.content), is_everywhere)
                elif kind in _CONDITIONS and _holds_somewhere(said):
                    yield from self._on_screens(_parsed(rule.content), False)


def _holds_somewhere(condition: str) -> bool:
    """Whether a condition is about screens, and of widths that screens have."""
    widths = [(m[1], float(m[2]) * _EM.get(m[3], 1)) for m in _WIDTH.finditer(condition)]
    return not _NOT_ON_SCREENS.match(condition) and all(
        width <= _WIDEST if side == "min" else width >= _NARROWEST for side, width in widths
    )


def _parsed(css: Any) -> list[Any]:
    read = tinycss2.parse_stylesheet if isinstance(css, str) else tinycss2.parse_rule_list
    rules: list[Any] = read(css, skip_comments=True, skip_whitespace=True)
    return rules


def _shows(name: str, value: str) -> bool:
    return name in _SHOWING and value not in _SHOWING[name]


def _is_important(declared: Declarations, name: str) -> bool:
    return name in declared and declared[name].important


def _matched(tree: Any, selector: str) -> Iterator[tuple[Any, tuple[int, int, int]]]:
    """The elements that a selector is about, each with how closely it names them."""
    try:
        selectors = parse(selector)
    except SelectorError:
        return
    for one in selectors:
        if one.pseudo_element:
            continue
        try:
            matched = CSSSelector(one.canonical())(tree)
        except (SelectorError, etree.XPathError):
            continue
        yield from ((element, one.specificity()) for element in matched)


def _declarations(css: str) -> Declarations:
    """Of each property that matters: its last value, and whether it is called important."""
    if not css.strip():
        return {}
    found: Declarations = {}
    for one in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration" and one.lower_name in _PROPERTIES:
            if _is_important(found, one.lower_name) and not one.important:
                continue
            value = tinycss2.serialize(one.value).strip().lower()
            found[one.lower_name] = Declared(value, one.important)
    return found


def _variables(css: str) -> dict[str, str]:
    if "--" not in css:
        return {}
    return {
        one.name: tinycss2.serialize(one.value).strip().lower()
        for one in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True)
        if one.type == "declaration" and one.name.startswith("--")
    }
