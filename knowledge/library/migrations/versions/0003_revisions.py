"""Versions: the rules they were cut by, their copies, and what the index holds of them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make room for them; what is stored already counts as cut by unknown rules."""
    op.add_column("articles", sa.Column("origin", sa.String, nullable=False, server_default=""))
    op.add_column("articles", sa.Column("indexed", sa.Integer))
    op.create_index("ix_articles_indexed", "articles", ["indexed"])
    for name in ("cut_rules", "claim_rules"):
        op.add_column("versions", sa.Column(name, sa.String, nullable=False, server_default=""))
    _make_signatures()


def _make_signatures() -> None:
    op.create_table(
        "signatures",
        sa.Column("article_id", sa.String, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("signature", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "signature_bands",
        sa.Column("band", sa.String, primary_key=True),
        sa.Column(
            "article_id", sa.String, sa.ForeignKey("articles.id"), primary_key=True, index=True
        ),
    )
