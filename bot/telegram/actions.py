"""Actions: what a press of a button does, and for whom, where and how long it may."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from bot.journal.sheets import ANYBODY, KeptSheet, Sheet, Sheets
from bot.telegram.buttons import ActionReference, Verb
from bot.telegram.replies import Place, Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A press that may do what it says.

    Attributes:
        reader: Who pressed.
        message: The message under which the button is.
    """

    reader: int
    message: int
    place: Place
    sheet: Sheet
    verb: Verb
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What comes of a press: a line shown for a moment, and messages."""

    toast: str = ""
    reply: Reply | None = None


Do: TypeAlias = Callable[[Action], Awaitable[Effect]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    """Does what buttons say, if the press is by the right reader, in time, and where it was made.

    Attributes:
        doers: What each verb does.
    """

    sheets: Sheets
    doers: Mapping[Verb, Do]

    async def perform(
        self, reference: ActionReference, place: Place, *, reader: int, message: int
    ) -> Effect:
        """Do it, or say kindly why not."""
        kept = await asyncio.to_thread(self.sheets.find, reference.sheet)
        fault = _find_fault(kept, place.chat, reader, message)
        if fault or kept is None:
            return Effect(toast=place.texts(fault))
        action = Action(
            reader=reader,
            message=message,
            place=place,
            sheet=kept.sheet,
            verb=reference.verb,
            number=reference.number,
        )
        return await self.doers[reference.verb](action)


def _find_fault(kept: KeptSheet | None, chat: int, reader: int, message: int) -> str:
    """The key of what is said against a press, or ""."""
    if kept is None:
        return "button-expired"
    if kept.sheet.chat != chat or not kept.is_under(message):
        return "button-unusable"
    if kept.expired:
        return "button-expired"
    return "" if kept.sheet.reader in {ANYBODY, reader} else "button-foreign"
