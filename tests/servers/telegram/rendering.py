"""A message as text, its entities marked: to look at, and for golden tests."""

from tests.servers.telegram.state import Message
from tests.servers.telegram.text import Entity, FormattedText, unit_offsets

QUOTE_BAR = "┃ "
EXPANDABLE = " ⌄"
_MARKS = {
    "bold": "**",
    "italic": "_",
    "underline": "__",
    "strikethrough": "~~",
    "spoiler": "||",
    "code": "`",
    "pre": "```",
}
_QUOTATIONS = {"blockquote", "expandable_blockquote"}


def as_text(message: Message) -> str:
    """Draw a message: **bold**, [links](address), quotations behind ┃, buttons in [ brackets ].

    An expandable quotation ends with ⌄; an attachment stands first, in brackets of its own.
    """
    lines = []
    if message.attachment is not None:
        body = message.attachment.body
        name = body.get("file_name", "") if isinstance(body, dict) else ""
        lines.append(f"[{message.attachment.kind}{': ' if name else ''}{name}]")
    if message.text:
        lines.append(draw(message.formatted))
    lines += [" ".join(f"[ {button.text} ]" for button in row) for row in message.rows]
    return "\n".join(lines)


def draw(formatted: FormattedText) -> str:
    """Draw a text with its entities."""
    marked: list[str] = []
    marks = _marks(formatted)
    offsets = unit_offsets(formatted.text)
    quotations = [e for e in formatted.entities if e.type in _QUOTATIONS]
    starts = {quotation.offset for quotation in quotations}
    before = "\n"
    for at, character in zip(offsets, [*formatted.text, ""], strict=True):
        closing, opening = marks.get(at, ("", ""))
        marked.append(closing)
        inside = any(quotation.offset <= at < quotation.end for quotation in quotations)
        if at in starts and before != "\n":
            marked.append("\n")
        if inside and (at in starts or before == "\n"):
            marked.append(QUOTE_BAR)
        marked.append(opening + character)
        before = character
    return "".join(marked)


def _marks(formatted: FormattedText) -> dict[int, tuple[str, str]]:
    """What is written before each place: what ends there, and what begins there."""
    marks: dict[int, tuple[str, str]] = {}
    for entity in formatted.entities:  # the outer ones first, as Telegram sorts them
        begin, end = _mark(entity)
        closing, opening = marks.get(entity.offset, ("", ""))
        marks[entity.offset] = (closing, opening + begin)
        closing, opening = marks.get(entity.end, ("", ""))
        marks[entity.end] = (end + closing, opening)
    return marks


def _mark(entity: Entity) -> tuple[str, str]:
    if entity.type == "text_link":
        return "[", f"]({entity.url})"
    if entity.type == "text_mention":
        return "[", f"](tg://user?id={(entity.user or {}).get('id')})"
    if entity.type == "expandable_blockquote":
        return "", EXPANDABLE
    mark = _MARKS.get(entity.type, "")
    return mark + (entity.language or ""), mark
