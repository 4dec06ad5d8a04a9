"""How often readers may ask: so many questions an hour, each reader and each chat."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, select

from bot.journal.base import JournalTables, stamp
from bot.journal.tables import asked, choices

_WINDOW = timedelta(hours=1)
_TOLD = "limit told until, to"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Questions within any hour."""

    reader: int = 20
    chat: int = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrun:
    """A question past a limit.

    Attributes:
        of_reader: The limit is the reader's own, not the chat's.
        most: The limit.
        wait: Until the next question may be asked.
        told: The reader was told already that it is so.
    """

    of_reader: bool
    most: int
    wait: timedelta
    told: bool


class Allowance(JournalTables):
    """Counts questions, not their words."""

    def take(self, bot: int, chat: int, reader: int, limits: Limits) -> Overrun | None:
        """Count one question, unless it is past a limit; such ones are not counted."""
        now = self._clock()
        by_reader = (asked.c.bot == bot) & (asked.c.reader == reader)
        by_chat = (asked.c.bot == bot) & (asked.c.chat == chat)
        with self._writing() as connection:
            _forget_what_is_over(connection, now)
            waits = {
                True: _wait(connection, by_reader, limits.reader, now),
                False: _wait(connection, by_chat, limits.chat, now),
            }
            of_reader = waits[True] >= waits[False]
            wait = waits[of_reader]
            if wait > timedelta():
                most = limits.reader if of_reader else limits.chat
                told = _tell(connection, (bot, chat, reader), now, now + wait)
                return Overrun(of_reader=of_reader, most=most, wait=wait, told=told)
            row = {"bot": bot, "chat": chat, "reader": reader, "asked_at": stamp(now)}
            connection.execute(asked.insert(), row)
        return None


def _forget_what_is_over(connection: Connection, now: datetime) -> None:
    told = choices.c.name.startswith(_TOLD) & (choices.c.value < stamp(now))
    connection.execute(choices.delete().where(told))
    connection.execute(asked.delete().where(asked.c.asked_at < stamp(now - _WINDOW)))


def _wait(connection: Connection, mine: ColumnElement[bool], most: int, now: datetime) -> timedelta:
    newest = select(asked.c.asked_at).where(mine).order_by(asked.c.asked_at.desc())
    times = connection.execute(newest.limit(most)).scalars().all()
    if len(times) < most:
        return timedelta()
    oldest = datetime.fromisoformat(times[-1]) if times else now
    return max(oldest + _WINDOW - now, timedelta(seconds=1))


def _tell(
    connection: Connection, who: tuple[int, int, int], now: datetime, until: datetime
) -> bool:
    """Note that a reader is told, and until when that holds; whether it was noted before."""
    bot, chat, reader = who
    name = f"{_TOLD} {reader}"
    mine = (choices.c.bot == bot) & (choices.c.chat == chat) & (choices.c.name == name)
    before = connection.execute(select(choices.c.value).where(mine)).scalar()
    if before is not None and before > stamp(now):
        return True
    connection.execute(choices.delete().where(mine))
    row = {"bot": bot, "chat": chat, "thread": 0, "name": name, "value": stamp(until)}
    connection.execute(choices.insert(), row)
    return False
