"""What operators say of claims: approved, or rejected; kept by version of the article.

A verdict is of a claim as it was read. Where better rules read it otherwise, it has none any more.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeAlias

from sqlalchemy import Connection, Engine, select

from knowledge.library.database import writing
from knowledge.library.facts import count_change
from knowledge.library.records import hash_text
from knowledge.library.schema import claim_verdicts
from knowledge.text.article import Article
from knowledge.text.claim import Claim, Stance, Voice

_KEY_DIGITS = 24

RejectedClaim: TypeAlias = tuple[str, int, str]
"""Its article, version and key."""


def claim_key(claim: Claim) -> str:
    """What sets a claim apart from the others of its article: where it stands and what it says."""
    said = (claim.sentence, claim.content.start, claim.content.end)
    return hash_text(f"{said} {claim.speaker} {claim.stance} {claim.negated}")[:_KEY_DIGITS]


def without_speaker(claim: Claim) -> Claim:
    """The claim of a sentence of which it is only known that somebody says it, not who or how.

    Not no claim at all: then the sentence would be taken for the article's own voice.
    """
    return replace(
        claim,
        speaker="",
        label="",
        role="",
        via=(),
        stance=Stance.SAYS,
        voice=Voice.DIRECT,
        negated=False,
        mention=None,
    )


class Verdicts:
    """The table of verdicts."""

    def __init__(
        self, engine: Engine, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._engine = engine
        self._clock = clock

    def give(self, article: Article, claim: str, approved: bool | None) -> None:
        """Keep a verdict instead of an earlier one; None takes it back."""
        own = (
            (claim_verdicts.c.article_id == article.id)
            & (claim_verdicts.c.version == article.version)
            & (claim_verdicts.c.claim == claim)
        )
        with writing(self._engine) as connection:
            connection.execute(claim_verdicts.delete().where(own))
            if approved is not None:
                row = {"article_id": article.id, "version": article.version, "claim": claim}
                given = self._clock().isoformat(timespec="seconds")
                row |= {"approved": approved, "given_at": given}
                connection.execute(claim_verdicts.insert(), row)
            count_change(connection)

    def of(self, article: Article) -> dict[str, bool]:
        """Whether claims of a version are approved, by their keys; the others have no verdict."""
        query = select(claim_verdicts.c.claim, claim_verdicts.c.approved).where(
            claim_verdicts.c.article_id == article.id,
            claim_verdicts.c.version == article.version,
        )
        with self._engine.connect() as connection:
            return {row.claim: row.approved for row in connection.execute(query)}


def read_rejected(connection: Connection, article_ids: Iterable[str]) -> frozenset[RejectedClaim]:
    """The rejected claims of these articles, each with its article and version."""
    columns = (claim_verdicts.c.article_id, claim_verdicts.c.version, claim_verdicts.c.claim)
    query = select(*columns).where(
        claim_verdicts.c.approved.is_(False), claim_verdicts.c.article_id.in_(list(article_ids))
    )
    rows = connection.execute(query).all()
    return frozenset((row.article_id, row.version, row.claim) for row in rows)
