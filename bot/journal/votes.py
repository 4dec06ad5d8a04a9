"""What readers think of answers: one vote each, by a button or by a reaction."""

from sqlalchemy import func, select

from bot.journal.base import JournalTables
from bot.journal.tables import answers, deliveries, votes


class Votes(JournalTables):
    """The table of votes."""

    def give(self, answer_id: str, reader: int, helpful: bool | None) -> bool:
        """Keep a reader's vote instead of an earlier one; None takes it back.

        Returns:
            Whether there is such an answer.
        """
        own = (votes.c.answer_id == answer_id) & (votes.c.reader == reader)
        with self._writing() as connection:
            known = select(answers.c.id).where(answers.c.id == answer_id)
            if connection.execute(known).first() is None:
                return False
            connection.execute(votes.delete().where(own))
            if helpful is not None:
                row = {"answer_id": answer_id, "reader": reader, "helpful": helpful}
                connection.execute(votes.insert(), row | {"given_at": self._now()})
        return True

    def answer_shown_in(self, bot: int, chat: int, message: int) -> str:
        """The newest answer that a message of ours shows, or ""."""
        query = (
            select(deliveries.c.answer_id)
            .where(
                deliveries.c.bot == bot,
                deliveries.c.chat == chat,
                deliveries.c.message == message,
                deliveries.c.answer_id.is_not(None),
            )
            .order_by(deliveries.c.id.desc())
            .limit(1)
        )
        with self._reading() as connection:
            return str(connection.execute(query).scalar() or "")

    def count(self, answer_id: str) -> tuple[int, int]:
        """How many found an answer helpful, and how many did not."""
        query = select(votes.c.helpful, func.count()).where(votes.c.answer_id == answer_id)
        with self._reading() as connection:
            rows = connection.execute(query.group_by(votes.c.helpful)).all()
        counts = {bool(row[0]): int(row[1]) for row in rows}
        return counts.get(True, 0), counts.get(False, 0)
