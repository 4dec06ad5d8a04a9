"""Questions are remembered a topic, and as they were understood."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Answers say of which bot and topic they are. Those given before are of none."""
    op.add_column("answers", sa.Column("bot", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("answers", sa.Column("thread", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("answers", sa.Column("understood", sa.Text, nullable=False, server_default=""))
