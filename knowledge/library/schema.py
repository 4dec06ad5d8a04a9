"""The tables of the store of record.

The migrations in `migrations/versions` make them; a test holds both against each other.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

articles = Table(
    "articles",
    metadata,
    Column("id", String, primary_key=True),
    Column("address", String, nullable=False, unique=True),
    Column("live_version", Integer),
    Column("removed_at", String),
    Column("origin", String, nullable=False),
    Column("indexed", Integer, index=True),
)
"""`address` is where an article came from (a path, a URL); the same address is the same article.

`origin` is the identifier of the first article of which this one is a copy, its own if of none, ""
if it was never compared. `indexed` counts the write that put the live version into the vector
index; NULL is not yet (see `index_state`).
"""

versions = Table(
    "versions",
    metadata,
    Column("article_id", String, ForeignKey("articles.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("text_hash", String, nullable=False),
    Column("label", String, nullable=False),
    Column("title", String, nullable=False),
    Column("publisher", String, nullable=False),
    Column("author", String, nullable=False),
    Column("published", String, nullable=False),
    Column("url", String, nullable=False),
    Column("language", String, nullable=False),
    Column("added_at", String, nullable=False),
    Column("cut_rules", String, nullable=False),
    Column("claim_rules", String, nullable=False),
    Column("modified", String, nullable=False),
)
"""The rules are those that the pieces and the claims were made by, as `rules` names them."""

_VERSION = ("versions.article_id", "versions.number")

passages = Table(
    "passages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    ForeignKeyConstraint(["article_id", "version"], _VERSION),
    Index("passages_by_version", "article_id", "version", "number", unique=True),
)
"""`id` is the row of the keyword index too."""

sentences = Table(
    "sentences",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("passage_id", Integer, ForeignKey("passages.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_hash", String, nullable=False, index=True),
)
"""`id` is the identifier in the vector index too; `text_hash` finds the vector: it is the hash of
the searched copy.
"""

claims = Table(
    "claims",
    metadata,
    Column("sentence_id", Integer, ForeignKey("sentences.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("claim", Text, nullable=False),
)
"""`claim` is a JSON object, as `records.render_claim` writes it."""

claim_verdicts = Table(
    "claim_verdicts",
    metadata,
    Column("article_id", String, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("claim", String, primary_key=True),
    Column("approved", Boolean, nullable=False),
    Column("given_at", String, nullable=False),
    ForeignKeyConstraint(["article_id", "version"], _VERSION),
)
"""`claim` is a key as `verdicts.claim_key` makes it."""

signatures = Table(
    "signatures",
    metadata,
    Column("article_id", String, ForeignKey("articles.id"), primary_key=True),
    Column("signature", LargeBinary, nullable=False),
)
"""What is compared to find copies of an article's live version, as `copies` makes it."""

signature_bands = Table(
    "signature_bands",
    metadata,
    Column("band", String, primary_key=True),
    Column("article_id", String, ForeignKey("articles.id"), primary_key=True, index=True),
)
"""Articles with a band in common may be copies of each other."""

vectors = Table(
    "vectors",
    metadata,
    Column("model", String, primary_key=True),
    Column("text_hash", String, primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)
"""Little-endian float32, by embedding model and by the SHA-256 of the embedded text,
which is the searched copy of a sentence."""

feeds = Table(
    "feeds",
    metadata,
    Column("address", String, primary_key=True),
    Column("title", String, nullable=False),
    Column("added_at", String, nullable=False),
    Column("etag", String, nullable=False),
    Column("last_modified", String, nullable=False),
    Column("every_minutes", Integer, nullable=False),
    Column("read_at", String),
    Column("next_at", String, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("problem", String, nullable=False),
)
"""Feeds and site maps that are followed; `failures` counts those in a row, `problem` is the last.

`read_at` is when it was last had; NULL is never.
"""

feed_items = Table(
    "feed_items",
    metadata,
    Column("feed", String, ForeignKey("feeds.address"), primary_key=True),
    Column("address", String, primary_key=True),
    Column("mark", String, nullable=False),
    Column("read_at", String, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("problem", String, nullable=False),
)
"""What a feed named and was tried; `mark` is what it said of it, and changes with the item."""

facts = Table(
    "facts",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)
"""Single values: the state of the index, secrets made at the first start."""
