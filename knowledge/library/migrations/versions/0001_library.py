"""The library: articles, versions, passages, sentences, claims, vectors, keywords."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of the library."""
    _make_articles()
    _make_pieces()
    _make_lookups()
    op.execute(
        "CREATE VIRTUAL TABLE keywords USING fts5(stems, tokenize="
        "\"unicode61 remove_diacritics 0 categories 'L* N* Mn Mc' tokenchars '.'\")"
    )
    op.execute("CREATE VIRTUAL TABLE keywords_vocabulary USING fts5vocab(keywords, row)")


def _make_articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("address", sa.String, nullable=False, unique=True),
        sa.Column("live_version", sa.Integer),
        sa.Column("removed_at", sa.String),
    )
    described = ("label", "title", "publisher", "author", "published", "url", "language")
    op.create_table(
        "versions",
        sa.Column("article_id", sa.String, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("text_hash", sa.String, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in described),
        sa.Column("added_at", sa.String, nullable=False),
    )


def _make_pieces() -> None:
    op.create_table(
        "passages",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("article_id", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id", "version"], ["versions.article_id", "versions.number"]
        ),
    )
    op.create_index(
        "passages_by_version", "passages", ["article_id", "version", "number"], unique=True
    )
    op.create_table(
        "sentences",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "passage_id", sa.Integer, sa.ForeignKey("passages.id"), nullable=False, index=True
        ),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("text_hash", sa.String, nullable=False, index=True),
    )
    op.create_table(
        "claims",
        sa.Column("sentence_id", sa.Integer, sa.ForeignKey("sentences.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("claim", sa.Text, nullable=False),
    )


def _make_lookups() -> None:
    op.create_table(
        "vectors",
        sa.Column("model", sa.String, primary_key=True),
        sa.Column("text_hash", sa.String, primary_key=True),
        sa.Column("vector", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "facts",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.String, nullable=False),
    )
