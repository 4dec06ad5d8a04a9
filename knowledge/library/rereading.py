"""Reading the claims of a stored version anew, where the rules of who says what have improved."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from knowledge.library.keywords import drop_keywords, write_keywords
from knowledge.library.records import PassageDraft, hash_searched, render_claim
from knowledge.library.schema import claims, passages, sentences
from knowledge.text.article import Article


def reread_claims(connection: Connection, article: Article, pieces: Sequence[PassageDraft]) -> bool:
    """Put the claims and stems of *pieces* in the place of the old; every row keeps its number.

    Within the caller's transaction. Nothing is done, and False returned, where *pieces* are not
    cut as the stored ones are, or not embedded as they were.
    """
    query = (
        select(passages.c.id.label("passage"), passages.c.start, passages.c.end)
        .add_columns(sentences.c.id, sentences.c.start.label("begin"), sentences.c.text)
        .add_columns(sentences.c.text_hash)
        .join(sentences, sentences.c.passage_id == passages.c.id)
        .where(passages.c.article_id == article.id, passages.c.version == article.version)
        .order_by(passages.c.number, sentences.c.number)
    )
    stored = connection.execute(query).all()
    drafts = [(piece, draft) for piece in pieces for draft in piece.sentences]
    cut = [(p.span.start, p.span.end, d.span.start, d.span.end) for p, d in drafts]
    if cut != [(row.start, row.end, row.begin, row.begin + len(row.text)) for row in stored]:
        return False
    if any(row.text_hash != hash_searched(row.text) for row in stored):
        return False
    rows = [
        {"sentence_id": row.id, "number": number, "claim": render_claim(claim)}
        for row, (_, draft) in zip(stored, drafts, strict=True)
        for number, claim in enumerate(draft.claims)
    ]
    inside = select(query.subquery().c.id)
    connection.execute(claims.delete().where(claims.c.sentence_id.in_(inside)))
    if rows:
        connection.execute(claims.insert(), rows)
    ids = list(dict.fromkeys(row.passage for row in stored))
    drop_keywords(connection, ids)
    write_keywords(connection, [(i, p.stems) for i, p in zip(ids, pieces, strict=True)])
    return True
