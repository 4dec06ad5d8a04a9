"""A message on its way out: what is kept in the outbox, and how Telegram is given it."""

import json
import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from telegram import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MessageEntity,
    ReplyParameters,
)

from bot.pages import Entity, read_entity, units
from bot.posts import PostQuote

_REFUSED = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button under a message.

    Attributes:
        data: What comes back when it is pressed.
        share: Instead, what it offers to ask of this bot in another chat.
    """

    label: str
    data: str = ""
    share: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rich:
    """The same as a rich message, which Telegram, or a chat, may not take.

    Attributes:
        html: In the Bot API's rich HTML.
        rows: Its buttons; it has no pages.
    """

    html: str
    right_to_left: bool
    rows: tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One message.

    Attributes:
        chat: Where it goes.
        language: Of the words around it, should any have to be added.
        rows: Buttons, row by row.
        thread: The topic it belongs to.
        reply_to: The message that it answers to, if that is to be shown.
        edits: The message of ours that it takes the place of.
        notice: Says something about other messages; nothing is said about it in turn.
        quote: Words of a post to be quoted by it, in place of *reply_to*.
        business: The connection that it goes out through, in the name of its owner.
        rich: What is sent instead where it is taken.
        asks: A reply to it is asked for.
        photo: A picture above the text, as PNG in Base64.
        inline: Telegram's name for the message that it takes the place of, in a chat that the bot
            is not in.
    """

    chat: int
    language: str
    text: str
    entities: tuple[Entity, ...] = ()
    rows: tuple[tuple[Button, ...], ...] = ()
    thread: int | None = None
    reply_to: int | None = None
    edits: int | None = None
    notice: bool = False
    quote: PostQuote | None = None
    business: str = ""
    rich: Rich | None = None
    asks: bool = False
    photo: str = ""
    inline: str = ""

    def plain(self) -> "Outgoing":
        """The same without styles."""
        return replace(self, entities=())

    def below(self, words: str) -> "Outgoing":
        """The same with a line of ours above it."""
        by = units(words) + 1
        moved = tuple(replace(entity, offset=entity.offset + by) for entity in self.entities)
        return replace(self, text=f"{words}\n{self.text}", entities=moved)


def render_outgoing(outgoing: Outgoing) -> str:
    """As JSON in ASCII, for the outbox."""
    return json.dumps(asdict(outgoing))


def parse_outgoing(stored: str) -> Outgoing:
    """What `render_outgoing` wrote."""
    fields = json.loads(stored)
    fields["entities"] = tuple(read_entity(row) for row in fields["entities"])
    fields["rows"] = _read_rows(fields["rows"])
    if rich := fields.get("rich"):
        fields["rich"] = Rich(**rich | {"rows": _read_rows(rich["rows"])})
    fields["quote"] = PostQuote(**fields["quote"]) if fields.get("quote") else None
    return Outgoing(**fields)


def _read_rows(rows: Sequence[Sequence[Mapping[str, str]]]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(Button(**button) for button in row) for row in rows)


def sendable(text: str) -> str:
    """*text* without what Telegram refuses or replaces, each by one unit so that offsets hold."""
    return _CONTROL.sub(" ", _REFUSED.sub("\ufffd", text))


def reply_parameters(outgoing: Outgoing) -> ReplyParameters | None:
    """What the message answers to, as Telegram takes it."""
    if outgoing.quote is not None:
        return ReplyParameters(
            outgoing.quote.message,
            chat_id=outgoing.quote.channel,
            quote=sendable(outgoing.quote.text),
            quote_position=outgoing.quote.position,
        )
    if outgoing.reply_to is None:
        return None
    return ReplyParameters(outgoing.reply_to, allow_sending_without_reply=True)


def telegram_entities(entities: Sequence[Entity]) -> list[MessageEntity]:
    """The styles as Telegram takes them."""
    return [
        MessageEntity(
            type=entity.kind, offset=entity.offset, length=entity.length, url=entity.url or None
        )
        for entity in entities
    ]


def telegram_picture(outgoing: Outgoing) -> bytes:
    """The picture as Telegram takes it."""
    return b64decode(outgoing.photo)


def telegram_markup(outgoing: Outgoing) -> InlineKeyboardMarkup | ForceReply | None:
    """What stands below a message."""
    return ForceReply() if outgoing.asks else telegram_keyboard(outgoing.rows)


def telegram_keyboard(rows: Sequence[Sequence[Button]]) -> InlineKeyboardMarkup | None:
    """The buttons as Telegram takes them."""
    if not rows:
        return None
    return InlineKeyboardMarkup([[_telegram_button(button) for button in row] for row in rows])


def _telegram_button(button: Button) -> InlineKeyboardButton:
    if button.share:
        return InlineKeyboardButton(button.label, switch_inline_query=button.share)
    return InlineKeyboardButton(button.label, callback_data=button.data)
