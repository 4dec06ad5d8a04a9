"""Errands: work of operators that takes longer than an answer, kept until it is done."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select, update

from bot.journal.base import JournalTables
from bot.journal.tables import UpdateState, deliveries, errands, updates


class Work(StrEnum):
    """Kinds of errands; the words are in the store, so they stay."""

    ADD = "add"
    TELL = "tell"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What is to be done, and where its progress is told.

    Attributes:
        details: Plain data, of the work's own choosing.
        language: Of the operator.
    """

    id: str
    chat: int
    work: Work
    language: str
    details: Mapping[str, Any] = field(default_factory=dict)
    thread: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptErrand:
    """An errand with the update that began it."""

    errand: Errand
    update_id: int


class Errands(JournalTables):
    """The table of errands that are not done."""

    def open(self, bot: int) -> tuple[KeptErrand, ...]:
        """Those that are to be done, oldest first.

        Not before the update that begins one is dealt with: until then its message is on its way.
        """
        begun = select(updates.c.bot).where(
            updates.c.bot == errands.c.bot,
            updates.c.update_id == errands.c.update_id,
            updates.c.state == UpdateState.NEW,
        )
        mine = (errands.c.bot == bot) & ~begun.exists()
        query = select(errands).where(mine).order_by(errands.c.made_at)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return tuple(
            KeptErrand(
                errand=Errand(
                    id=row.id,
                    chat=row.chat,
                    thread=row.thread,
                    work=Work(row.kind),
                    language=row.language,
                    details=json.loads(row.work),
                ),
                update_id=row.update_id,
            )
            for row in rows
        )

    def begin(self, errand_id: str) -> int:
        """Count one more attempt, and say how many there were."""
        own = errands.c.id == errand_id
        with self._writing() as connection:
            connection.execute(update(errands).where(own).values(attempts=errands.c.attempts + 1))
            return int(connection.execute(select(errands.c.attempts).where(own)).scalar() or 0)

    def put_off(self, errand_id: str) -> None:
        """It was broken off by a stop, which is no fault of its own."""
        own = errands.c.id == errand_id
        with self._writing() as connection:
            connection.execute(update(errands).where(own).values(attempts=errands.c.attempts - 1))

    def finish(self, errand_id: str) -> None:
        """It is done, and told."""
        with self._writing() as connection:
            connection.execute(errands.delete().where(errands.c.id == errand_id))

    def message_of(self, bot: int, update_id: int) -> int | None:
        """The message in which the progress is told, if it arrived."""
        mine = (deliveries.c.bot == bot) & (deliveries.c.update_id == update_id)
        query = select(deliveries.c.message).where(mine, deliveries.c.message.is_not(None))
        with self._reading() as connection:
            return connection.execute(query.order_by(deliveries.c.position).limit(1)).scalar()


def keep_errand(connection: Connection, bot: int, update_id: int, errand: Errand, now: str) -> None:
    """Keep an errand, within the caller's transaction."""
    row = {
        "id": errand.id,
        "bot": bot,
        "update_id": update_id,
        "chat": errand.chat,
        "thread": errand.thread,
        "kind": errand.work,
        "work": json.dumps(errand.details, ensure_ascii=True),
        "language": errand.language,
        "attempts": 0,
        "made_at": now,
    }
    connection.execute(errands.insert(), row)
