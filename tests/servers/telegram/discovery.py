"""Entities that Telegram finds in a text by itself: commands, mentions, tags and addresses."""

import re

from tests.servers.telegram.text import Entity, FormattedText, unit_offsets

_PATTERNS = {
    "bot_command": re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])"),
    "url": re.compile(
        r"(?<![\w@.])(?:https?://[^\s<>\"«»]+|(?:[\w-]+\.)+"
        r"(?:com|org|net|info|io|me|ru|ua|de|fr|es|uk|br|eu|tv|news|test)\b(?:/[^\s<>\"«»]*)?)"
    ),
    "email": re.compile(r"(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}"),
    "mention": re.compile(r"(?<![\w@/])@[A-Za-z0-9_]{3,32}(?!\w)"),
    "hashtag": re.compile(r"(?<![\w#])#(?=\w*[^\W\d_])\w{1,256}"),
}
_CLOSED = {"code", "pre", "text_link", "text_mention", "custom_emoji", "date_time"}


def find_entities(formatted: FormattedText) -> tuple[Entity, ...]:
    """Find what becomes clickable although nobody asked for it.

    Nothing is found inside of code and links. The list of domains that count without a scheme is
    shorter than Telegram's.
    """
    offsets = unit_offsets(formatted.text)
    taken = [(e.offset, e.end) for e in formatted.entities if e.type in _CLOSED]
    found: list[Entity] = []
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(formatted.text):
            start, end = (
                offsets[match.start()],
                offsets[len(match[0].rstrip(".,;:!?)")) + match.start()],
            )
            if all(end <= low or high <= start for low, high in taken):
                found.append(Entity(type=kind, offset=start, length=end - start))
                taken.append((start, end))
    return tuple(sorted(found, key=lambda entity: entity.offset))
