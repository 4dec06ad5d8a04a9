"""Text directions: foreign words must not turn the words around them."""

import unicodedata

_LEFT_MARK, _RIGHT_MARK = "\u200e", "\u200f"
_FIRST_STRONG, _POP = "\u2068", "\u2069"
_INITIATORS = frozenset("\u2066\u2067\u2068")

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_TURNING = _RIGHT_TO_LEFT | {"AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def turns(text: str) -> bool:
    """Whether *text* holds anything that could change the order of the characters around it."""
    return any(unicodedata.bidirectional(character) in _TURNING for character in text)


def isolate(text: str) -> str:
    """Put *text* into an isolate of its own.

    A plain pair of isolate characters would not do: text that holds a closing one of its own would
    step out. As many openings as it has stray closings go in front of it, and the other way round.
    """
    opened = strays = 0
    for character in text:
        if character in _INITIATORS:
            opened += 1
        elif character == _POP and opened:
            opened -= 1
        elif character == _POP:
            strays += 1
    return _FIRST_STRONG * (strays + 1) + text + _POP * (opened + 1)


def frame_paragraph(text: str) -> tuple[str, str]:
    """What goes before and after *text* that stands in a paragraph of its own.

    Nothing, unless it could turn what follows it. A paragraph takes no direction from isolated
    characters, hence the mark in front.
    """
    if not turns(text):
        return "", ""
    before, after = isolate(text).split(text, maxsplit=1)
    return _direction_mark(text) + before, after


def _direction_mark(text: str) -> str:
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction == "L" or direction in _RIGHT_TO_LEFT:
            return _RIGHT_MARK if direction in _RIGHT_TO_LEFT else _LEFT_MARK
    return _LEFT_MARK
