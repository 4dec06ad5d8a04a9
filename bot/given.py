"""The quotes of an answer as the journal keeps them: their places, and hashes of their words."""

from collections.abc import Iterable

from bot.journal import GivenQuote
from bot.passages import hash_quote
from knowledge.answering.answer import Citation


def list_given(citations: Iterable[Citation]) -> tuple[GivenQuote, ...]:
    """The quotes, numbered from 1 as they are shown."""
    quotes = (citation.quote for citation in citations)
    return tuple(
        GivenQuote(
            number=number,
            article_id=quote.article_id,
            version=quote.version,
            start=quote.start,
            end=quote.end,
            text_hash=hash_quote(quote.text),
        )
        for number, quote in enumerate(quotes, 1)
    )
