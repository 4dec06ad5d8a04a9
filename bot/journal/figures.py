"""Figures of the service: what was asked, what became of it, how long it took, what it cost."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, timedelta

from sqlalchemy import select

from bot.journal.base import JournalTables
from bot.journal.tables import answers, outcomes, spending, votes


@dataclass(slots=True, kw_only=True)
class Day:
    """One day, in UTC.

    Attributes:
        outcomes: How many questions had each outcome.
        milliseconds: How long each answer took.
    """

    day: date
    outcomes: Counter[str] = field(default_factory=Counter)
    milliseconds: list[int] = field(default_factory=list)
    helpful: int = 0
    not_helpful: int = 0
    micro_dollars: int = 0


class FigureTables(JournalTables):
    """Reads the tables that hold figures."""

    def days(self, bot: int, count: int) -> tuple[Day, ...]:
        """The last *count* days, today the last of them; oldest first."""
        today = self._clock().astimezone(UTC).date()
        first = today - timedelta(days=count - 1)
        days = {first + timedelta(days=n): Day(day=first + timedelta(days=n)) for n in range(count)}
        asked = (
            select(answers.c.given_at, outcomes.c.outcome, outcomes.c.milliseconds)
            .join(outcomes, outcomes.c.answer_id == answers.c.id)
            .where(answers.c.bot == bot, answers.c.given_at >= first.isoformat())
        )
        voted = (
            select(votes.c.given_at, votes.c.helpful)
            .join(answers, answers.c.id == votes.c.answer_id)
            .where(answers.c.bot == bot, votes.c.given_at >= first.isoformat())
        )
        cost = select(spending).where(spending.c.day >= first.isoformat())
        with self._reading() as connection:
            for row in connection.execute(asked):
                if day := days.get(date.fromisoformat(row.given_at[:10])):
                    day.outcomes[row.outcome] += 1
                    day.milliseconds.append(row.milliseconds)
            for row in connection.execute(voted):
                if day := days.get(date.fromisoformat(row.given_at[:10])):
                    day.helpful += row.helpful
                    day.not_helpful += not row.helpful
            for row in connection.execute(cost):
                if day := days.get(date.fromisoformat(row.day)):
                    day.micro_dollars += row.micro_dollars
        return tuple(days.values())


def percentile(values: Sequence[int], share: float) -> int:
    """The least value that *share* of them do not exceed; 0 where there are none.

    Source: the nearest-rank method.
    """
    if not values:
        return 0
    return sorted(values)[max(1, math.ceil(len(values) * share)) - 1]
