"""What buttons stand for, what readers choose and think of answers, and what they have used."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables; messages sent before have no sheet, their quote buttons open as ever."""
    op.add_column("deliveries", sa.Column("sheet", sa.String))
    op.create_index("ix_deliveries_sheet", "deliveries", ["sheet"])
    op.create_table(
        "sheets",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("chat", sa.BigInteger, nullable=False, index=True),
        sa.Column("reader", sa.BigInteger, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("made_at", sa.String, nullable=False, index=True),
    )
    _make_choices_and_votes()
    _make_counts()


def _make_choices_and_votes() -> None:
    op.create_table(
        "choices",
        sa.Column("bot", sa.BigInteger, primary_key=True),
        sa.Column("chat", sa.BigInteger, primary_key=True),
        sa.Column("thread", sa.BigInteger, primary_key=True),
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.String, nullable=False),
    )
    op.create_table(
        "votes",
        sa.Column("answer_id", sa.String, sa.ForeignKey("answers.id"), primary_key=True),
        sa.Column("reader", sa.BigInteger, primary_key=True),
        sa.Column("helpful", sa.Boolean, nullable=False),
        sa.Column("given_at", sa.String, nullable=False),
    )


def _make_counts() -> None:
    op.create_table(
        "asked",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("bot", sa.BigInteger, nullable=False),
        sa.Column("chat", sa.BigInteger, nullable=False),
        sa.Column("reader", sa.BigInteger, nullable=False),
        sa.Column("asked_at", sa.String, nullable=False),
    )
    op.create_index("asked_by_reader", "asked", ["bot", "reader", "asked_at"])
    op.create_index("asked_by_chat", "asked", ["bot", "chat", "asked_at"])
    op.create_table(
        "spending",
        sa.Column("day", sa.String, primary_key=True),
        sa.Column("micro_dollars", sa.BigInteger, nullable=False),
    )
