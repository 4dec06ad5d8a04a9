"""What the text of a statement may not hold, whatever its quotes say."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import TypeAlias

Runs: TypeAlias = AbstractSet[tuple[str, ...]]
"""Stretches of words, each as long as a quotation."""

_LONGEST_TEXT = 600
_COPIED_WORDS = 8
"""So many words in a row are a quotation, with or without marks."""

_NAME_WORDS = 3
"""So many words in marks may be a name, as Russian and Chinese write names in marks."""

_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_IDEOGRAPH_WEIGHT = 0.5
_PICTURES = "\u2190-\u2bff\U0001f000-\U0001faff"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|[^\W_{_IDEOGRAPHS}]+|[{_PICTURES}]+")

_JOINERS = "\u200c\u200d"
"""Not seen, but Persian, the scripts of India and emoji are spelt with them."""

_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"

_MARKS = '"“”„‟«»‹›「」『』《》〈〉〝〞〟❝❞'
_SINGLE_MARKS = "'‘’‚‛`´"
_IN_MARKS = re.compile(
    rf"[{_MARKS}]([^{_MARKS}]*)[{_MARKS}]"
    # A single mark is an apostrophe unless it stands before a word and has a partner after one.
    rf"|(?<!\w)[{_SINGLE_MARKS}](\w[^{_SINGLE_MARKS}]*)[{_SINGLE_MARKS}](?!\w)"
)
_MARK = re.compile(
    rf"[{_MARKS}]|(?<!\w)[{_SINGLE_MARKS}](?=\w).*?(?<=[\w.,!?…])[{_SINGLE_MARKS}](?!\w)"
    r"|&(?:quot|[lr]a?quo|[lr][ds]quo|#\w+);"
)
_SCHEMES = "https?|ftp|tg|tel|sms|mailto|data|file|intent|javascript|vbscript|about|blob|wss?"
_LINK = re.compile(
    rf"\w://|\b(?:{_SCHEMES})\s*:(?=\S)"
    r"|\bwww\.|@|(?<!\S)/[a-z]"  # an address, a handle or mail, a command
    r"|\]\s*\(|<\s*[/!?a-z]"  # Markdown's link, HTML
    r"|(?!\b(?:ee\.uu|ff\.aa|rr\.hh|jj\.oo|cc\.oo)\b)[\w-]{2,}\.[^\W\d_]{2,}"  # a domain
    r"|\b[a-z0-9]\.(?:com|org|net|info|[a-z]{2})\b"
    r"|[a-z0-9-]{2,}。[a-z]{2,}|[\[({]\s*(?:\.|dot)\s*[\])}]"
    r"|\b\d{1,3}(?:\.\d{1,3}){3}\b",
    re.IGNORECASE,
)


def clean_text(text: str) -> str:
    """*text* on one line, without characters that cannot be seen.

    Among those are marks that turn the direction of what follows, and letters that smuggle a
    message past the eye.
    """
    return " ".join("".join(filter(_is_seen, text)).split())


def drop_name_marks(text: str) -> str:
    """*text* without the quotation marks around one to three words.

    Without its marks, a name is still a name, and nothing can be taken for a quotation.
    """
    return _IN_MARKS.sub(_without_marks, text)


def drop_marks(text: str) -> str:
    """*text* without any quotation mark, so that nothing in it can be taken for a quotation."""
    bare = _IN_MARKS.sub(lambda found: found[1] if found[1] is not None else found[2], text)
    return " ".join(re.sub(f"[{_MARKS}]", " ", bare).split())


def word_runs(texts: Iterable[str]) -> Runs:
    """Every run of words in *texts* that is as long as a quotation."""
    return {run for text in texts for run in _runs(_plain(text))}


def find_fault(
    text: str, shown: Runs, told: Runs, outlets: Iterable[str], longest: int = _LONGEST_TEXT
) -> str | None:
    """The reason for not showing *text*, written to the model; None if there is none.

    Arguments:
        text: Cleaned by `clean_text`.
        shown: Runs of words in the sentences that the model was shown.
        told: Runs of words in its instructions.
        outlets: Names of outlets that the cited sentences do not hold.
        longest: In code points.
    """
    if len(text) > longest:
        return "It is too long."
    plain, runs = _plain(text), word_runs([text])
    faults = {
        "It says nothing.": not any(map(str.isalpha, plain)),
        "It holds quotation marks. Say it in your own words, without them.": any(
            _MARK.search(form) for form in (plain, text)
        ),
        "It holds a link, an address or a handle.": _LINK.search(plain),
        "It names an outlet that the sentences do not name.": any(
            holds_name(text, outlet) for outlet in outlets
        ),
        "It is about the instructions and not about the articles.": not runs.isdisjoint(told),
        f"It copies {_COPIED_WORDS} words in a row. Say it in your own words.": (
            not runs.isdisjoint(shown)
        ),
    }
    return next((reason for reason, found in faults.items() if found), None)


def holds_name(text: str, name: str) -> bool:
    """Whether *name* stands in *text* as whole words, in capitals or not."""
    pattern = rf"(?<!\w){re.escape(_plain(name))}(?!\w)"
    return bool(name.strip()) and re.search(pattern, _plain(text)) is not None


@lru_cache(maxsize=4_096)
def _is_seen(character: str) -> bool:
    category = unicodedata.category(character)
    if category[0] == "C":
        return character.isspace() or character in _JOINERS
    selector = "\ufe00" <= character <= "\ufe0e" or "\U000e0100" <= character <= "\U000e01ef"
    return not selector and character not in _BLANK_LETTERS


def _without_marks(found: re.Match[str]) -> str:
    inside: str = found[1] if found[1] is not None else found[2]
    is_name = 0 < sum(map(_weight, _WORD.findall(inside))) <= _NAME_WORDS
    return inside if is_name else found[0]


def _plain(text: str) -> str:
    """As software reads it that looks for links: wide letters narrow, small, no joiners."""
    narrow = unicodedata.normalize("NFKC", text)
    return narrow.translate(dict.fromkeys(map(ord, _JOINERS))).casefold()


def _weight(word: str) -> float:
    return _IDEOGRAPH_WEIGHT if re.match(f"[{_IDEOGRAPHS}]", word) else 1.0


def _runs(plain: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(plain)
    if re.search(f"[{_IDEOGRAPHS}]", plain):
        return _weighed_runs(words)
    return zip(*(words[start:] for start in range(_COPIED_WORDS)), strict=False)


def _weighed_runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """From each word on, the shortest run that weighs as much as a quotation."""
    weights = [_weight(word) for word in words]
    for start in range(len(words)):
        total = 0.0
        for end in range(start, len(words)):
            total += weights[end]
            if total >= _COPIED_WORDS:
                yield tuple(words[start : end + 1])
                break
