"""Screens: a page with buttons that do something, and the sheet that says what."""

import secrets
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeAlias

from bot.journal.sheets import ANYBODY, Sheet
from bot.pages import Page
from bot.telegram.buttons import ActionReference, ButtonSigner, Verb
from bot.telegram.outgoing import Button
from bot.telegram.replies import Place, Reply, show_page

NewId: TypeAlias = Callable[[], str]

new_id: NewId = partial(secrets.token_urlsafe, 9)
"""72 random bits in twelve characters that buttons and links can carry."""

MOST_ROW = 8
"""The most buttons that Telegram puts side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A button that does something by the screen's sheet."""

    label: str
    verb: Verb
    number: int = 0


Row: TypeAlias = Sequence[Key | Button]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """What one message shows and lets a reader do.

    Attributes:
        state: What the buttons stand for, as plain data.
        reader: Who may press them; `ANYBODY` is everybody in the chat.
        sheet: The sheet's name, where something else knows it by that.
        days: How long the buttons do something.
        photo: A picture above the page, as PNG.
        asks: A reply to it is asked for, instead of buttons.
    """

    page: Page
    rows: Sequence[Row] = ()
    state: Mapping[str, Any] = field(default_factory=dict)
    reader: int = ANYBODY
    sheet: str = ""
    days: int = 1
    photo: bytes = b""
    asks: bool = False


def show_screen(
    screen: Screen, place: Place, signer: ButtonSigner, *, edits: int | None = None
) -> Reply:
    """The screen as a message, or in the place of the message *edits*."""
    sheet = Sheet(
        id=screen.sheet or new_id(),
        chat=place.chat,
        reader=screen.reader,
        state=screen.state,
        days=screen.days,
    )
    rows = tuple(
        tuple(_button(key, sheet, signer) for key in row) for row in screen.rows if len(row)
    )
    photo = b64encode(screen.photo).decode()
    page = show_page(screen.page, place)
    message = replace(page, rows=rows, edits=edits, photo=photo, asks=screen.asks)
    if edits is None:
        message = replace(message, reply_to=place.reply_to)
    return Reply(chat=place.chat, messages=(message,), sheet=sheet)


def _button(key: Key | Button, sheet: Sheet, signer: ButtonSigner) -> Button:
    if isinstance(key, Button):
        return key
    reference = ActionReference(sheet=sheet.id, verb=key.verb, number=key.number)
    return Button(label=key.label, data=signer.sign(sheet.chat, reference))


def pager(verb: Verb, at: int, total: int) -> list[Key]:
    """Keys to the pages before and after page *at* of *total*, both counted from 0."""
    keys = []
    if at > 0:
        keys.append(Key(label=f"‹ {at} / {total}", verb=verb, number=at - 1))
    if at + 1 < total:
        keys.append(Key(label=f"{at + 2} / {total} ›", verb=verb, number=at + 1))
    return keys


def in_rows(keys: Sequence[Key | Button], width: int = MOST_ROW) -> list[Row]:
    """Keys side by side, as many as a row holds."""
    return [keys[at : at + width] for at in range(0, len(keys), width)]
