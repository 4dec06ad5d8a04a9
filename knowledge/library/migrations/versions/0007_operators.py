"""What operators need: work under way, what became of questions, verdicts, corrections."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables; of answers given before it is not known what became of the question."""
    op.add_column("sheets", sa.Column("days", sa.Integer, nullable=False, server_default="1"))
    _make_errands()
    _make_questions()
    _make_verdicts_and_corrections()


def _make_errands() -> None:
    op.create_table(
        "errands",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("bot", sa.BigInteger, nullable=False),
        sa.Column("update_id", sa.BigInteger, nullable=False),
        sa.Column("chat", sa.BigInteger, nullable=False),
        sa.Column("thread", sa.BigInteger),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("work", sa.Text, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("made_at", sa.String, nullable=False),
    )


def _make_questions() -> None:
    op.create_table(
        "outcomes",
        sa.Column("answer_id", sa.String, sa.ForeignKey("answers.id"), primary_key=True),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("milliseconds", sa.Integer, nullable=False),
    )
    op.create_index("answers_by_time", "answers", ["bot", "given_at"])
    op.create_table(
        "lacking",
        sa.Column("answer_id", sa.String, sa.ForeignKey("answers.id"), primary_key=True),
        sa.Column("bot", sa.BigInteger, nullable=False),
        sa.Column("chat", sa.BigInteger, nullable=False),
        sa.Column("thread", sa.BigInteger, nullable=False),
        sa.Column("reader", sa.BigInteger, nullable=False),
        sa.Column("message", sa.BigInteger, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("topic", sa.String, nullable=False, index=True),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("asked_at", sa.String, nullable=False, index=True),
    )


def _make_verdicts_and_corrections() -> None:
    op.create_table(
        "claim_verdicts",
        sa.Column("article_id", sa.String, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("claim", sa.String, primary_key=True),
        sa.Column("approved", sa.Boolean, nullable=False),
        sa.Column("given_at", sa.String, nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id", "version"], ["versions.article_id", "versions.number"]
        ),
    )
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("bot", sa.BigInteger, nullable=False),
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("found_at", sa.String, nullable=False),
    )
    op.create_index(
        "corrections_by_version", "corrections", ["bot", "article_id", "version"], unique=True
    )
    op.create_table(
        "inline_messages",
        sa.Column("answer_id", sa.String, sa.ForeignKey("answers.id"), primary_key=True),
        sa.Column("inline_message", sa.String, nullable=False),
    )
