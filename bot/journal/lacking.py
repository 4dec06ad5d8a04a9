"""Questions that the articles did not answer, until the newsroom does; for 30 days at most."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from bot.journal.base import JournalTables, stamp
from bot.journal.tables import lacking

KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class LackingTopic:
    """Questions about the same thing.

    Attributes:
        newest: The answer that refused the newest of them; stands for them all.
        question: That newest one's words.
        count: How often it was asked.
        chats: In how many chats.
    """

    newest: str
    question: str
    count: int
    chats: int
    last_asked: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Where one of them was asked, and in which language."""

    chat: int
    thread: int
    message: int
    question: str
    language: str
    asked_at: datetime


class Lacking(JournalTables):
    """The table of questions that were refused."""

    def topics(self, bot: int) -> tuple[LackingTopic, ...]:
        """What is asked for, the newest first."""
        query = select(lacking).where(self._kept(bot)).order_by(lacking.c.asked_at.desc())
        by_topic: dict[str, list[Row[Any]]] = {}
        with self._reading() as connection:
            for row in connection.execute(query):
                by_topic.setdefault(row.topic, []).append(row)
        return tuple(_topic(rows) for rows in by_topic.values())

    def find(self, bot: int, answer_id: str) -> LackingTopic | None:
        """The topic that an answer's question is of, if it is still open."""
        rows = self._rows_beside(bot, answer_id)
        return _topic(rows) if rows else None

    def askers(self, bot: int, answer_id: str) -> tuple[Asker, ...]:
        """Who is to be told of an answer to its topic: the last asking of each reader in a chat."""
        rows = reversed(self._rows_beside(bot, answer_id))
        last = {(row.chat, row.reader): row for row in rows}
        return tuple(
            Asker(
                chat=row.chat,
                thread=row.thread,
                message=row.message,
                question=row.question,
                language=row.language,
                asked_at=datetime.fromisoformat(row.asked_at),
            )
            for row in last.values()
        )

    def close(self, bot: int, answer_id: str) -> int:
        """Take a topic off the list, and say how many questions it had."""
        topic = select(lacking.c.topic).where(lacking.c.answer_id == answer_id).scalar_subquery()
        with self._writing() as connection:
            gone = lacking.delete().where(lacking.c.bot == bot, lacking.c.topic == topic)
            return connection.execute(gone).rowcount

    def _kept(self, bot: int) -> ColumnElement[bool]:
        return (lacking.c.bot == bot) & (lacking.c.asked_at >= stamp(self._clock() - KEPT))

    def _rows_beside(self, bot: int, answer_id: str) -> Sequence[Row[Any]]:
        """The questions of the same topic, the newest first."""
        topic = select(lacking.c.topic).where(lacking.c.answer_id == answer_id).scalar_subquery()
        query = select(lacking).where(self._kept(bot), lacking.c.topic == topic)
        with self._reading() as connection:
            return connection.execute(query.order_by(lacking.c.asked_at.desc())).all()


def _topic(rows: Sequence[Row[Any]]) -> LackingTopic:
    """Of questions of one topic, the newest first."""
    return LackingTopic(
        newest=rows[0].answer_id,
        question=rows[0].question,
        count=len(rows),
        chats=len({row.chat for row in rows}),
        last_asked=datetime.fromisoformat(rows[0].asked_at),
    )


def drop_old_questions(connection: Connection, now: datetime) -> None:
    """Forget questions that nobody has answered in time."""
    connection.execute(lacking.delete().where(lacking.c.asked_at < stamp(now - KEPT)))
