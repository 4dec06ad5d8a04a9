"""Characters that carry words nobody sees.

Tag characters, variation selectors in a row, zero-width characters in a row and the like can
spell out a text of their own. What writing needs stays: a joiner between letters, a soft hyphen,
marks of direction, the flags made of tags.
"""

import re
from typing import NamedTuple

_FLAG = "\U0001f3f4[\U000e0061-\U000e007a\U000e0030-\U000e0039]{2,6}\U000e007f"
_TAGS = "[\U000e0000-\U000e007f]+"
_SELECTORS = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,}|[\U000e0100-\U000e01ef]"
_ZERO_WIDTH = "[\u200b-\u200d\u2060\ufeff\u180e]{2,}"
_FILLERS = (
    "[\u034f\u115f\u1160\u17b4\u17b5\u2061-\u2065\u206a-\u206f\u2800\u3164\uffa0\ufff0-\ufffb"
    "\U0001d173-\U0001d17a\U0001bca0-\U0001bca3]+"
)
_OVERRIDES = "[\u202d\u202e]"
_UNSEEN = re.compile(
    f"(?P<flag>{_FLAG})|{_TAGS}|{_SELECTORS}|{_ZERO_WIDTH}|{_FILLERS}|{_OVERRIDES}"
)
_IDEOGRAPH_SELECTOR = re.compile("(?<=[\u3400-\u9fff])[\U000e0100-\U000e01ef]")


class Seen(NamedTuple):
    """A text as people see it.

    Attributes:
        left_out: How many characters were left out.
    """

    text: str
    left_out: int


def leave_out_unseen(text: str) -> Seen:
    """Leave out what can only be there to hide something."""
    if text.isascii():
        return Seen(text, 0)
    kept = _UNSEEN.sub(_keep, text)
    return Seen(kept, len(text) - len(kept))


def _keep(match: re.Match[str]) -> str:
    if match["flag"]:
        return match.group()
    if _IDEOGRAPH_SELECTOR.fullmatch(match.string, match.start(), match.end()):
        return match.group()
    return ""
