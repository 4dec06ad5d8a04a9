"""Sheets: what the buttons under one message stand for, kept for a day or as long as they say.

A button names its sheet and a number; what that means, for whom and under which message, is here.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, select

from bot.journal.base import JournalTables, stamp
from bot.journal.tables import deliveries, sheets

_DAY = timedelta(days=1)
"""Sheets are kept a day longer than they do something, to tell a late press from a foreign one."""

LONGEST_DAYS = 30

ANYBODY = 0
"""The reader of a sheet whose buttons are for all in the chat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the buttons under a message stand for.

    Attributes:
        reader: Who may press them; `ANYBODY` is everybody in the chat.
        state: Plain data, of the screen's own choosing.
        days: How long its buttons do something.
    """

    id: str
    chat: int
    reader: int = ANYBODY
    state: Mapping[str, Any] = field(default_factory=dict)
    days: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSheet:
    """A sheet with where it was shown.

    Attributes:
        messages: The messages known to have it; none where Telegram's reply was lost.
        expired: Its day is over.
    """

    sheet: Sheet
    messages: frozenset[int]
    expired: bool

    def is_under(self, message: int) -> bool:
        """Whether *message* has it, as far as is known."""
        return not self.messages or message in self.messages


class Sheets(JournalTables):
    """The table of sheets."""

    def find(self, sheet_id: str) -> KeptSheet | None:
        """The sheet, if it is still kept."""
        with self._reading() as connection:
            query = select(sheets).where(sheets.c.id == sheet_id)
            row = connection.execute(query).one_or_none()
            if row is None:
                return None
            shown = select(deliveries.c.message).where(
                deliveries.c.sheet == sheet_id, deliveries.c.message.is_not(None)
            )
            messages = frozenset(connection.execute(shown).scalars())
        sheet = Sheet(
            id=row.id,
            chat=row.chat,
            reader=row.reader,
            state=json.loads(row.state),
            days=row.days,
        )
        expired = row.made_at < stamp(self._clock() - row.days * _DAY)
        return KeptSheet(sheet=sheet, messages=messages, expired=expired)

    def under(self, bot: int, chat: int, message: int) -> Sheet | None:
        """The newest sheet of a message of ours, if it is still good."""
        mine = (deliveries.c.bot == bot) & (deliveries.c.chat == chat)
        query = (
            select(deliveries.c.sheet)
            .where(mine, deliveries.c.message == message, deliveries.c.sheet.is_not(None))
            .order_by(deliveries.c.id.desc())
            .limit(1)
        )
        with self._reading() as connection:
            name = connection.execute(query).scalar()
        kept = self.find(name) if name else None
        return kept.sheet if kept and not kept.expired else None


def keep_sheet(connection: Connection, sheet: Sheet, now: str) -> None:
    """Keep a sheet, within the caller's transaction; one that is kept already stays as it is."""
    known = select(sheets.c.id).where(sheets.c.id == sheet.id)
    if connection.execute(known).first() is not None:
        return
    row = {
        "id": sheet.id,
        "chat": sheet.chat,
        "reader": sheet.reader,
        "state": json.dumps(sheet.state, ensure_ascii=True),
        "made_at": now,
        "days": sheet.days,
    }
    connection.execute(sheets.insert(), row)


def drop_old_sheets(connection: Connection, now: datetime) -> None:
    """Forget sheets whose buttons have long done nothing."""
    for most in (1, LONGEST_DAYS):
        old = sheets.c.made_at < stamp(now - (most + 1) * _DAY)
        connection.execute(sheets.delete().where(old, sheets.c.days <= most))
