"""The journal: updates received, answers given, pages on their way."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of the journal."""
    _make_inbox()
    _make_answers()
    _make_outbox()


def _make_inbox() -> None:
    op.create_table(
        "updates",
        sa.Column("bot", sa.BigInteger, primary_key=True),
        sa.Column("update_id", sa.BigInteger, primary_key=True),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("received_at", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False, index=True),
        sa.Column("attempts", sa.Integer, nullable=False),
    )


def _make_answers() -> None:
    op.create_table(
        "answers",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("chat", sa.BigInteger, nullable=False),
        sa.Column("reader", sa.BigInteger, nullable=False),
        sa.Column("message", sa.BigInteger, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("given_at", sa.String, nullable=False),
    )
    op.create_index("answers_by_chat", "answers", ["chat", "given_at"])
    op.create_table(
        "answer_quotes",
        sa.Column("answer_id", sa.String, sa.ForeignKey("answers.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("text_hash", sa.String, nullable=False),
    )
    op.create_index("answer_quotes_by_article", "answer_quotes", ["article_id", "version"])


def _make_outbox() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("bot", sa.BigInteger, nullable=False),
        sa.Column("update_id", sa.BigInteger, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("chat", sa.BigInteger, nullable=False, index=True),
        sa.Column("answer_id", sa.String, sa.ForeignKey("answers.id"), index=True),
        sa.Column("page", sa.Text, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("message", sa.BigInteger),
        sa.Column("changed_at", sa.String, nullable=False),
    )
    op.create_index(
        "deliveries_by_update", "deliveries", ["bot", "update_id", "position"], unique=True
    )
