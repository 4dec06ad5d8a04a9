"""The inbox and the outbox: updates until they are answered, pages until they are sent.

The inbox holds updates from before they are acknowledged until they are dealt with; the outbox
holds pages from before they are sent until it is known what became of them.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, RowMapping, and_, func, select, update

from bot.journal.allowance import Allowance
from bot.journal.base import Clock, JournalTables, read_clock, stamp
from bot.journal.choices import Choices
from bot.journal.corrections import Corrections
from bot.journal.errands import Errand, Errands, keep_errand
from bot.journal.figures import FigureTables
from bot.journal.forgetting import Forgetting
from bot.journal.lacking import Lacking, drop_old_questions
from bot.journal.sheets import Sheet, Sheets, drop_old_sheets, keep_sheet
from bot.journal.tables import (
    DeliveryState,
    UpdateState,
    answer_quotes,
    answers,
    deliveries,
    inline_messages,
    lacking,
    outcomes,
    updates,
)
from bot.journal.votes import Votes

_UPDATES_KEPT = timedelta(days=7)
"""Telegram itself repeats an update for a day at most."""

_QUESTIONS_KEPT = timedelta(days=30)
_TURNS_KEPT = 20
"""Questions of one topic of one chat; older ones lose their words."""

_WORDLESS = {"question": "", "understood": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """An update as it came in."""

    bot: int
    update_id: int
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenQuote:
    """Where a quote of an answer stands, and the SHA-256 of what stood there."""

    number: int
    article_id: str
    version: int
    start: int
    end: int
    text_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """An answer that a chat was given.

    Attributes:
        reader: Who asked.
        message: The message that asked.
        thread: The topic, in chats that have topics; else 0.
        understood: The question with what it took from those before it.
        outcome: What became of it; "" where it is no question's answer.
        topic: What it is about, where the articles do not answer it.
        milliseconds: How long it took.
    """

    id: str
    chat: int
    reader: int
    message: int
    question: str
    quotes: tuple[GivenQuote, ...]
    thread: int = 0
    understood: str = ""
    outcome: str = ""
    topic: str = ""
    language: str = ""
    milliseconds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One page on its way; *page* is written and read by the sender alone."""

    id: int
    chat: int
    page: str
    state: DeliveryState


class Journal(JournalTables):
    """The inbox, the answers given and the outbox, with what belongs to them.

    Attributes:
        sheets: What the buttons under messages stand for.
        votes: What readers think of answers.
        choices: What they chose for a chat.
        forgetting: Takes a reader out of it.
        allowance: How often they may ask.
        errands: What operators have to be done.
        lacking: Questions that the articles did not answer.
        figures: How many were asked, and what became of them.
        corrections: Which new versions touch quotes given before.
    """

    def __init__(self, engine: Engine, clock: Clock = read_clock) -> None:
        super().__init__(engine, clock)
        self.sheets = Sheets(engine, clock)
        self.votes = Votes(engine, clock)
        self.choices = Choices(engine, clock)
        self.forgetting = Forgetting(engine, clock)
        self.allowance = Allowance(engine, clock)
        self.errands = Errands(engine, clock)
        self.lacking = Lacking(engine, clock)
        self.figures = FigureTables(engine, clock)
        self.corrections = Corrections(engine, clock)

    def accept(self, bot: int, payloads: Iterable[Mapping[str, Any]]) -> tuple[Received, ...]:
        """Keep the updates that were never seen before, and return them in their order."""
        offered = {int(payload["update_id"]): payload for payload in payloads}
        with self._writing() as connection:
            known = select(updates.c.update_id).where(
                updates.c.bot == bot, updates.c.update_id.in_(list(offered))
            )
            seen = set(connection.execute(known).scalars())
            new = [
                Received(bot=bot, update_id=number, payload=payload)
                for number, payload in offered.items()
                if number not in seen
            ]
            if new:
                connection.execute(updates.insert(), [self._row(received) for received in new])
        return tuple(new)

    def unfinished(self, bot: int) -> tuple[Received, ...]:
        """What was accepted and not dealt with, oldest first."""
        query = (
            select(updates.c.update_id, updates.c.payload)
            .where(updates.c.bot == bot, updates.c.state == UpdateState.NEW)
            .order_by(updates.c.update_id)
        )
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return tuple(
            Received(bot=bot, update_id=row.update_id, payload=json.loads(row.payload))
            for row in rows
        )

    def begin(self, received: Received) -> int:
        """Count one more attempt at an update, and say how many there were."""
        with self._writing() as connection:
            count = updates.c.attempts + 1
            connection.execute(update(updates).where(_is(received)).values(attempts=count))
            query = select(updates.c.attempts).where(_is(received))
            return int(connection.execute(query).scalar_one())

    def finish(self, received: Received) -> None:
        """An update is dealt with; only its number stays, to know it again."""
        with self._writing() as connection:
            done = {"state": UpdateState.DONE, "payload": "{}"}
            connection.execute(update(updates).where(_is(received)).values(**done))

    def put(  # noqa: PLR0913, PLR0917 - all that one transaction keeps
        self,
        received: Received,
        chat: int,
        pages: Sequence[str],
        answer: GivenAnswer | None = None,
        sheet: Sheet | None = None,
        errand: Errand | None = None,
    ) -> None:
        """Keep what an update is answered with, after any pages it already has."""
        with self._writing() as connection:
            if answer:
                self._keep(connection, received.bot, answer)
            if sheet:
                keep_sheet(connection, sheet, self._now())
            if errand:
                keep_errand(connection, received.bot, received.update_id, errand, self._now())
            shown = {
                "answer_id": answer.id if answer else None,
                "sheet": sheet.id if sheet else None,
            }
            self._queue(connection, received, [(chat, page) for page in pages], shown)

    def put_to(self, received: Received, addressed: Sequence[tuple[int, str]]) -> None:
        """Keep pages for several chats: all of them, or on a failure none."""
        with self._writing() as connection:
            self._queue(connection, received, addressed, {})

    def deliveries_of(self, received: Received) -> tuple[Delivery, ...]:
        """The pages that an update is answered with, in order, whatever became of them."""
        query = (
            select(deliveries.c.id, deliveries.c.chat, deliveries.c.page, deliveries.c.state)
            .where(deliveries.c.bot == received.bot, deliveries.c.update_id == received.update_id)
            .order_by(deliveries.c.position)
        )
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return tuple(
            Delivery(id=row.id, chat=row.chat, page=row.page, state=DeliveryState(row.state))
            for row in rows
        )

    def mark(self, delivery: Delivery, state: DeliveryState, message: int | None = None) -> None:
        """What became of a page; once nothing more will be done with it, its text goes."""
        values: dict[str, Any] = {"state": state, "changed_at": self._now()}
        if message is not None:
            values["message"] = message
        if state not in {DeliveryState.PENDING, DeliveryState.SENDING}:
            values["page"] = ""
        with self._writing() as connection:
            row = deliveries.c.id == delivery.id
            connection.execute(update(deliveries).where(row).values(**values))

    def keep_elsewhere(self, bot: int, answer: GivenAnswer, inline_message: str) -> None:
        """Keep an answer that stands in a chat which the bot is not in."""
        with self._writing() as connection:
            self._keep(connection, bot, answer)
            row = {"answer_id": answer.id, "inline_message": inline_message}
            connection.execute(inline_messages.insert(), row)

    def find_answer(self, answer_id: str) -> GivenAnswer | None:
        """An answer given earlier, if it is still kept."""
        with self._reading() as connection:
            query = select(answers).where(answers.c.id == answer_id)
            row = connection.execute(query).one_or_none()
            if row is None:
                return None
            cited = answer_quotes.c.answer_id == answer_id
            quotes = select(answer_quotes).where(cited).order_by(answer_quotes.c.number)
            found = tuple(_read_quote(quote) for quote in connection.execute(quotes).mappings())
        return GivenAnswer(
            id=row.id,
            chat=row.chat,
            reader=row.reader,
            message=row.message,
            question=row.question,
            quotes=found,
            thread=row.thread,
            understood=row.understood,
        )

    def quotes_of(self, article_id: str) -> tuple[tuple[GivenQuote, int], ...]:
        """Every place of an article that readers were shown, with how many answers showed it."""
        place = [answer_quotes.c[name] for name in ("version", "start", "end", "text_hash")]
        query = (
            select(*place, func.count().label("answers"))
            .where(answer_quotes.c.article_id == article_id)
            .group_by(*place)
            .order_by(*place)
        )
        with self._reading() as connection:
            rows = connection.execute(query).all()
        return tuple(
            (
                GivenQuote(
                    number=0,
                    article_id=article_id,
                    version=row.version,
                    start=row.start,
                    end=row.end,
                    text_hash=row.text_hash,
                ),
                row.answers,
            )
            for row in rows
        )

    def last_questions(
        self, bot: int, chat: int, thread: int = 0, *, before: int | None = None
    ) -> tuple[str, ...]:
        """What was asked last in one topic of a chat, as it was understood, oldest first.

        Args:
            before: The message that these questions came before; None is any.
        """
        kept = answers.c.given_at >= stamp(self._clock() - _QUESTIONS_KEPT)
        newest = (answers.c.given_at.desc(), answers.c.message.desc())
        query = select(answers.c.understood, answers.c.question)
        query = query.where(_of_topic(bot, chat, thread), kept, answers.c.question != "")
        if before is not None:
            query = query.where(answers.c.message < before)
        with self._reading() as connection:
            rows = connection.execute(query.order_by(*newest).limit(_TURNS_KEPT)).all()
        return tuple(row.understood or row.question for row in reversed(rows))

    def question_answered_by(self, chat: int, message: int, thread: int = 0) -> str:
        """The question, as it was understood, that a message of ours in *chat* answers, or ""."""
        query = (
            select(answers.c.understood, answers.c.question)
            .join(deliveries, deliveries.c.answer_id == answers.c.id)
            .where(deliveries.c.chat == chat, deliveries.c.message == message)
            .where(answers.c.thread == thread)
        )
        with self._reading() as connection:
            row = connection.execute(query).first()
        return str(row.understood or row.question) if row else ""

    def messages_answering(self, chat: int, message: int, thread: int = 0) -> tuple[int, ...]:
        """Our messages that show the newest answer to a reader's *message*, in order."""
        newest = (
            select(answers.c.id)
            .where(answers.c.chat == chat, answers.c.message == message)
            .where(answers.c.thread == thread)
            .order_by(answers.c.given_at.desc())
            .limit(1)
            .scalar_subquery()
        )
        query = (
            select(deliveries.c.message)
            .where(deliveries.c.answer_id == newest, deliveries.c.message.is_not(None))
            .order_by(deliveries.c.position)
        )
        with self._reading() as connection:
            return tuple(connection.execute(query).scalars())

    def forget_questions(self, chat: int, thread: int, messages: Sequence[int]) -> None:
        """Forget the words of the questions that readers' *messages* asked."""
        asked = answers.c.message.in_(messages)
        gone = and_(answers.c.chat == chat, answers.c.thread == thread, asked)
        with self._writing() as connection:
            connection.execute(update(answers).where(gone).values(**_WORDLESS))

    def knows(self, chat: int) -> bool:
        """Whether a chat was ever written to."""
        query = select(deliveries.c.id).where(deliveries.c.chat == chat).limit(1)
        with self._reading() as connection:
            return connection.execute(query).first() is not None

    def prune(self) -> None:
        """Drop what is kept long enough: numbers of finished updates, words of old questions."""
        now = self._clock()
        with self._writing() as connection:
            finished = updates.c.state == UpdateState.DONE
            old = updates.c.received_at < stamp(now - _UPDATES_KEPT)
            connection.execute(updates.delete().where(finished, old))
            given = answers.c.given_at < stamp(now - _QUESTIONS_KEPT)
            connection.execute(update(answers).where(given).values(**_WORDLESS, reader=0))
            drop_old_sheets(connection, now)
            drop_old_questions(connection, now)

    def _row(self, received: Received) -> dict[str, Any]:
        return {
            "bot": received.bot,
            "update_id": received.update_id,
            # ASCII, as a lone surrogate in a message could not be stored otherwise.
            "payload": json.dumps(received.payload, ensure_ascii=True),
            "received_at": self._now(),
            "state": UpdateState.NEW,
            "attempts": 0,
        }

    def _queue(
        self,
        connection: Connection,
        received: Received,
        addressed: Sequence[tuple[int, str]],
        shown: Mapping[str, str | None],
    ) -> None:
        first = self._count(connection, received)
        rows = [
            {
                "bot": received.bot,
                "update_id": received.update_id,
                "position": first + place,
                "chat": chat,
                "page": page,
                "state": DeliveryState.PENDING,
                "changed_at": self._now(),
                **shown,
            }
            for place, (chat, page) in enumerate(addressed)
        ]
        if rows:
            connection.execute(deliveries.insert(), rows)

    def _keep(self, connection: Connection, bot: int, answer: GivenAnswer) -> None:
        row = {
            "bot": bot,
            "thread": answer.thread,
            "understood": answer.understood,
            "id": answer.id,
            "chat": answer.chat,
            "reader": answer.reader,
            "message": answer.message,
            "question": answer.question,
            "given_at": self._now(),
        }
        connection.execute(answers.insert(), row)
        self._forget_old_turns(connection, _of_topic(bot, answer.chat, answer.thread))
        if answer.quotes:
            quotes = [{"answer_id": answer.id, **asdict(quote)} for quote in answer.quotes]
            connection.execute(answer_quotes.insert(), quotes)
        if answer.outcome:
            self._note_outcome(connection, bot, answer)

    def _note_outcome(self, connection: Connection, bot: int, answer: GivenAnswer) -> None:
        """What became of a question; of one that was asked anew, only the new words are lacking."""
        row = {
            "answer_id": answer.id,
            "outcome": answer.outcome,
            "language": answer.language,
            "milliseconds": answer.milliseconds,
        }
        connection.execute(outcomes.insert(), row)
        before = (
            (lacking.c.chat == answer.chat)
            & (lacking.c.message == answer.message)
            & (lacking.c.reader == answer.reader)
        )
        connection.execute(lacking.delete().where(lacking.c.bot == bot, before))
        if answer.topic:
            question = {
                "answer_id": answer.id,
                "bot": bot,
                "chat": answer.chat,
                "thread": answer.thread,
                "reader": answer.reader,
                "message": answer.message,
                "question": answer.understood or answer.question,
                "topic": answer.topic,
                "language": answer.language,
                "asked_at": self._now(),
            }
            connection.execute(lacking.insert(), question)

    def _forget_old_turns(self, connection: Connection, topic: ColumnElement[bool]) -> None:
        newest = (answers.c.given_at.desc(), answers.c.message.desc())
        kept = select(answers.c.id).where(topic).order_by(*newest).limit(_TURNS_KEPT)
        old = answers.c.id.not_in(connection.execute(kept).scalars().all())
        worded = answers.c.question != ""
        connection.execute(update(answers).where(topic, worded, old).values(**_WORDLESS))

    def _count(self, connection: Connection, received: Received) -> int:
        same = (deliveries.c.bot == received.bot, deliveries.c.update_id == received.update_id)
        return int(connection.execute(select(func.count()).where(*same)).scalar_one())


def _of_topic(bot: int, chat: int, thread: int) -> ColumnElement[bool]:
    """Answers given by one bot in one topic of one chat, which no other may see."""
    return and_(answers.c.bot == bot, answers.c.chat == chat, answers.c.thread == thread)


def _is(received: Received) -> Any:
    return (updates.c.bot == received.bot) & (updates.c.update_id == received.update_id)


def _read_quote(row: RowMapping) -> GivenQuote:
    return GivenQuote(**{name: row[name] for name in GivenQuote.__slots__})
