"""New versions of articles that touch quotes given before, and the answers that gave them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, select, update

from bot.journal.base import JournalTables
from bot.journal.tables import answer_quotes, answers, corrections, deliveries, inline_messages
from bot.journal.tables import outcomes as told
from knowledge.text.passage import Span


class CorrectionState(StrEnum):
    """How far a correction is."""

    OPEN = "open"
    UNTOUCHED = "untouched"
    """No quote that was given reads otherwise now."""
    CORRECTED = "corrected"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCorrection:
    """A version that was looked at."""

    id: int
    article_id: str
    version: int
    state: CorrectionState


@dataclass(frozen=True, slots=True, kw_only=True)
class SentAnswer:
    """An answer, and where it stands.

    Attributes:
        messages: In its chat, in their order.
        inline_message: Telegram's name for it in a chat that the bot is not in, or "".
        language: In which it was given; "" if that is not known.
    """

    id: str
    chat: int
    given_at: datetime
    messages: tuple[int, ...]
    inline_message: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPlace:
    """A place of an article that an answer quoted."""

    answer_id: str
    version: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place by itself."""
        return Span(start=self.start, end=self.end)


class Corrections(JournalTables):
    """The table of corrections, and what they are about."""

    def quoted_before(self, bot: int, live: Mapping[str, int]) -> tuple[str, ...]:
        """Articles of which older versions than the live ones were quoted, and not looked at.

        Args:
            live: The number of the present version of each article.
        """
        query = (
            select(answer_quotes.c.article_id, answer_quotes.c.version)
            .join(answers, answers.c.id == answer_quotes.c.answer_id)
            .where(answers.c.bot == bot)
            .distinct()
        )
        seen = select(corrections.c.article_id, corrections.c.version)
        with self._reading() as connection:
            quoted = connection.execute(query).all()
            looked_at = {
                (row.article_id, row.version)
                for row in connection.execute(seen.where(corrections.c.bot == bot))
            }
        old = {row.article_id for row in quoted if row.version < live.get(row.article_id, 0)}
        return tuple(sorted(one for one in old if (one, live[one]) not in looked_at))

    def note(self, bot: int, article_id: str, version: int, state: CorrectionState) -> None:
        """A version was looked at; older ones that are still open are overtaken by it."""
        mine = (corrections.c.bot == bot) & (corrections.c.article_id == article_id)
        still_open = corrections.c.state == CorrectionState.OPEN
        row = {"bot": bot, "article_id": article_id, "version": version, "state": state}
        with self._writing() as connection:
            gone = update(corrections).where(mine, still_open)
            connection.execute(gone.values(state=CorrectionState.UNTOUCHED))
            connection.execute(corrections.insert(), row | {"found_at": self._now()})

    def settle(self, correction_id: int, state: CorrectionState) -> bool:
        """Close an open one; False if it was not open any more."""
        own = (corrections.c.id == correction_id) & (corrections.c.state == CorrectionState.OPEN)
        change = update(corrections).where(own).values(state=state)
        with self._writing() as connection:
            return connection.execute(change).rowcount > 0

    def open(self, bot: int) -> tuple[KeptCorrection, ...]:
        """Those that wait for an operator, oldest first."""
        return self._find(corrections.c.state == CorrectionState.OPEN, corrections.c.bot == bot)

    def find(self, correction_id: int) -> KeptCorrection | None:
        """One, whatever its state."""
        return next(iter(self._find(corrections.c.id == correction_id)), None)

    def dealt_with(self, bot: int, article_id: str) -> int:
        """The newest version that an operator corrected answers for, or left them; 0 if none."""
        closed = corrections.c.state.in_((CorrectionState.CORRECTED, CorrectionState.LEFT))
        mine = (corrections.c.bot == bot) & (corrections.c.article_id == article_id)
        return max((one.version for one in self._find(closed, mine)), default=0)

    def answers(self, answer_ids: Iterable[str]) -> tuple[SentAnswer, ...]:
        """These answers with where they stand, oldest first."""
        columns = (answers.c.id, answers.c.chat, answers.c.given_at)
        query = (
            select(*columns, inline_messages.c.inline_message, told.c.language)
            .outerjoin(inline_messages, inline_messages.c.answer_id == answers.c.id)
            .outerjoin(told, told.c.answer_id == answers.c.id)
            .order_by(answers.c.given_at)
        )
        shown = select(deliveries.c.message).distinct().order_by(deliveries.c.message)
        found = []
        with self._reading() as connection:
            for name in answer_ids:
                row = connection.execute(query.where(answers.c.id == name)).one()
                mine = (deliveries.c.answer_id == name) & deliveries.c.message.is_not(None)
                found.append(
                    SentAnswer(
                        id=row.id,
                        chat=row.chat,
                        given_at=datetime.fromisoformat(row.given_at),
                        messages=tuple(connection.execute(shown.where(mine)).scalars()),
                        inline_message=row.inline_message or "",
                        language=row.language or "",
                    )
                )
        return tuple(sorted(found, key=lambda one: one.given_at))

    def quotes_of(self, bot: int, article_id: str) -> tuple[QuotedPlace, ...]:
        """Each place of an article that was given, with the answer that gave it."""
        place = [answer_quotes.c[name] for name in ("answer_id", "version", "start", "end")]
        query = (
            select(*place)
            .join(answers, answers.c.id == answer_quotes.c.answer_id)
            .where(answers.c.bot == bot, answer_quotes.c.article_id == article_id)
        )
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return tuple(
            QuotedPlace(answer_id=row[0], version=row[1], start=row[2], end=row[3]) for row in rows
        )

    def _find(self, *which: ColumnElement[bool]) -> tuple[KeptCorrection, ...]:
        query = select(corrections).where(*which).order_by(corrections.c.id)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return tuple(
            KeptCorrection(
                id=row.id,
                article_id=row.article_id,
                version=row.version,
                state=CorrectionState(row.state),
            )
            for row in rows
        )
