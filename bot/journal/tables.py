"""The tables of the journal; the migrations `0002`, `0004`, `0006` and `0007` make them."""

from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

updates = Table(
    "updates",
    metadata,
    Column("bot", BigInteger, primary_key=True),
    Column("update_id", BigInteger, primary_key=True),
    Column("payload", Text, nullable=False),
    Column("received_at", String, nullable=False),
    Column("state", String, nullable=False, index=True),
    Column("attempts", Integer, nullable=False),
)
"""Another bot's token on the same store counts its updates anew, hence `bot` in the key."""

answers = Table(
    "answers",
    metadata,
    Column("id", String, primary_key=True),
    Column("chat", BigInteger, nullable=False),
    Column("reader", BigInteger, nullable=False),
    Column("message", BigInteger, nullable=False),
    Column("question", Text, nullable=False),
    Column("given_at", String, nullable=False),
    Column("bot", BigInteger, nullable=False),
    Column("thread", BigInteger, nullable=False),
    Column("understood", Text, nullable=False),
    Index("answers_by_chat", "chat", "given_at"),
    Index("answers_by_time", "bot", "given_at"),
)

outcomes = Table(
    "outcomes",
    metadata,
    Column("answer_id", String, ForeignKey("answers.id"), primary_key=True),
    Column("outcome", String, nullable=False),
    Column("language", String, nullable=False),
    Column("milliseconds", Integer, nullable=False),
)
"""What became of a question, without its words; kept when its reader is forgotten."""

lacking = Table(
    "lacking",
    metadata,
    Column("answer_id", String, ForeignKey("answers.id"), primary_key=True),
    Column("bot", BigInteger, nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("thread", BigInteger, nullable=False),
    Column("reader", BigInteger, nullable=False),
    Column("message", BigInteger, nullable=False),
    Column("question", Text, nullable=False),
    Column("topic", String, nullable=False, index=True),
    Column("language", String, nullable=False),
    Column("asked_at", String, nullable=False, index=True),
)
"""Questions that the articles do not answer, until somebody of the newsroom does."""

answer_quotes = Table(
    "answer_quotes",
    metadata,
    Column("answer_id", String, ForeignKey("answers.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("article_id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text_hash", String, nullable=False),
    Index("answer_quotes_by_article", "article_id", "version"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("bot", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("position", Integer, nullable=False),
    Column("chat", BigInteger, nullable=False, index=True),
    Column("answer_id", String, ForeignKey("answers.id"), index=True),
    Column("page", Text, nullable=False),
    Column("state", String, nullable=False),
    Column("message", BigInteger),
    Column("changed_at", String, nullable=False),
    Column("sheet", String, index=True),
    Index("deliveries_by_update", "bot", "update_id", "position", unique=True),
)

sheets = Table(
    "sheets",
    metadata,
    Column("id", String, primary_key=True),
    Column("chat", BigInteger, nullable=False, index=True),
    Column("reader", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("made_at", String, nullable=False, index=True),
    Column("days", Integer, nullable=False),
)
"""What the buttons under a message stand for; `deliveries.sheet` says which message that is."""

choices = Table(
    "choices",
    metadata,
    Column("bot", BigInteger, primary_key=True),
    Column("chat", BigInteger, primary_key=True),
    Column("thread", BigInteger, primary_key=True),
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

votes = Table(
    "votes",
    metadata,
    Column("answer_id", String, ForeignKey("answers.id"), primary_key=True),
    Column("reader", BigInteger, primary_key=True),
    Column("helpful", Boolean, nullable=False),
    Column("given_at", String, nullable=False),
)

asked = Table(
    "asked",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("bot", BigInteger, nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("reader", BigInteger, nullable=False),
    Column("asked_at", String, nullable=False),
    Index("asked_by_reader", "bot", "reader", "asked_at"),
    Index("asked_by_chat", "bot", "chat", "asked_at"),
)
"""When questions were asked, without their words, for the limits an hour."""

spending = Table(
    "spending",
    metadata,
    Column("day", String, primary_key=True),
    Column("micro_dollars", BigInteger, nullable=False),
)

errands = Table(
    "errands",
    metadata,
    Column("id", String, primary_key=True),
    Column("bot", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("thread", BigInteger),
    Column("kind", String, nullable=False),
    Column("work", Text, nullable=False),
    Column("language", String, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("made_at", String, nullable=False),
)
"""Work of operators that takes longer than an answer; a row goes when it is done."""

corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("bot", BigInteger, nullable=False),
    Column("article_id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("found_at", String, nullable=False),
    Index("corrections_by_version", "bot", "article_id", "version", unique=True),
)
"""Versions of articles that touch quotes given before."""

inline_messages = Table(
    "inline_messages",
    metadata,
    Column("answer_id", String, ForeignKey("answers.id"), primary_key=True),
    Column("inline_message", String, nullable=False),
)
"""Answers that stand in chats which the bot is not in."""


class UpdateState(StrEnum):
    """How far an update has come."""

    NEW = "new"
    DONE = "done"


class DeliveryState(StrEnum):
    """What is known of a page."""

    PENDING = "pending"
    SENDING = "sending"
    """Handed to Telegram, no reply yet; after a restart it may have arrived or not."""
    SENT = "sent"
    UNKNOWN = "unknown"
    """The reply was lost; sending it again could show it twice."""
    FAILED = "failed"
