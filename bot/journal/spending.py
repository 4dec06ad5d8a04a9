"""What the model has cost, a day at a time, in millionths of a dollar."""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select, update

from bot.journal.base import JournalTables
from bot.journal.tables import spending


class Spending(JournalTables):
    """The table of costs; days are UTC's."""

    def add(self, micro_dollars: int) -> None:
        """Add to today's costs."""
        mine = spending.c.day == self._today().isoformat()
        with self._writing() as connection:
            more = {"micro_dollars": spending.c.micro_dollars + micro_dollars}
            if not connection.execute(update(spending).where(mine).values(**more)).rowcount:
                row = {"day": self._today().isoformat(), "micro_dollars": micro_dollars}
                connection.execute(spending.insert(), row)

    def today(self) -> int:
        """Today's costs so far."""
        query = select(spending.c.micro_dollars)
        with self._reading() as connection:
            day = spending.c.day == self._today().isoformat()
            return int(connection.execute(query.where(day)).scalar() or 0)

    def day_ends_in(self) -> timedelta:
        """How long today lasts."""
        midnight = datetime.combine(self._today() + timedelta(days=1), time(), UTC)
        return midnight - self._clock()

    def _today(self) -> date:
        return self._clock().astimezone(UTC).date()
