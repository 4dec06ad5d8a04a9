"""Feeds that are followed, what they name, and when an article was last changed."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make room for them; when what is stored already was changed is not known."""
    op.add_column("versions", sa.Column("modified", sa.String, nullable=False, server_default=""))
    _make_feeds()
    _make_feed_items()


def _make_feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("address", sa.String, primary_key=True),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("added_at", sa.String, nullable=False),
        sa.Column("etag", sa.String, nullable=False),
        sa.Column("last_modified", sa.String, nullable=False),
        sa.Column("every_minutes", sa.Integer, nullable=False),
        sa.Column("read_at", sa.String),
        sa.Column("next_at", sa.String, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("problem", sa.String, nullable=False),
    )


def _make_feed_items() -> None:
    op.create_table(
        "feed_items",
        sa.Column("feed", sa.String, sa.ForeignKey("feeds.address"), primary_key=True),
        sa.Column("address", sa.String, primary_key=True),
        sa.Column("mark", sa.String, nullable=False),
        sa.Column("read_at", sa.String, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("problem", sa.String, nullable=False),
    )
