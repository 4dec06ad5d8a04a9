"""Who says what in an article, as a table and as JSON, for an operator to audit."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from knowledge.library.records import StoredSentence
from knowledge.library.verdicts import claim_key
from knowledge.text.article import Article
from knowledge.text.claim import Claim
from knowledge.text.passage import Span

_COLUMNS = (
    *(("speaker", 4), ("does", 3), ("what is said", 10), ("hedge", 2), ("where", 3)),
    ("checked", 2),
)
"""With their shares of the width."""

_ARTICLE_ITSELF = "–"
_VERDICTS = {True: "approved", False: "rejected", None: ""}

Verdicts = Mapping[str, bool]
"""Whether an operator approved a claim, by `claim_key`; the others were not checked."""

_NONE: Verdicts = {}


def claims_table(
    article: Article, sentences: Sequence[StoredSentence], verdicts: Verdicts = _NONE
) -> Table:
    """A row a claim; the article's own sentences have no speaker."""
    table = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    table.add_column("#", justify="right")
    for name, share in _COLUMNS:
        table.add_column(name, overflow="fold", ratio=share)
    for claim in _claims(sentences):
        speaker = " ← ".join((claim.speaker or _ARTICLE_ITSELF, *reversed(claim.via)))
        role = f"\n{claim.role}" if claim.role else ""
        does = f"{claim.stance.value.replace('_', ' ')}{' (not)' if claim.negated else ''}"
        said = article.text[claim.content.start : claim.content.end]
        mark = "\n(proposed by a model)" if claim.proposed else ""
        who = speaker + role + mark
        checked = _VERDICTS[verdicts.get(claim_key(claim))]
        cells = (str(claim.sentence), who, does, said, claim.hedge, claim.channel, checked)
        table.add_row(*(Text(cell) for cell in cells))
    return table


def claims_as_json(
    article: Article, sentences: Sequence[StoredSentence], verdicts: Verdicts = _NONE
) -> dict[str, Any]:
    """The article and its claims; offsets are code points into the article's text."""
    return {
        "article_id": article.id,
        "version": article.version,
        "claims": [
            _claim_as_json(article, claim) | {"approved": verdicts.get(claim_key(claim))}
            for claim in _claims(sentences)
        ],
    }


def _claims(sentences: Sequence[StoredSentence]) -> Iterator[Claim]:
    return (claim for stored in sentences for claim in stored.claims)


def _claim_as_json(article: Article, claim: Claim) -> dict[str, Any]:
    return {
        "sentence": claim.sentence,
        "speaker": claim.speaker,
        "role": claim.role,
        "stance": claim.stance.value,
        "voice": claim.voice.value,
        "negated": claim.negated,
        "hedge": claim.hedge,
        "channel": claim.channel,
        "via": list(claim.via),
        "proposed_by_model": claim.proposed,
        "content": _span_as_json(article, claim.content),
        "mention": _span_as_json(article, claim.mention),
        "cue": _span_as_json(article, claim.cue),
    }


def _span_as_json(article: Article, span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    return {"start": span.start, "end": span.end, "text": article.text[span.start : span.end]}
