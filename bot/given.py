"""The quotes of an answer as the journal keeps them: their places, and hashes of their words."""

from bot.journal import GivenQuote
from bot.passages import hash_quote
from knowledge.answering.answer import Answer


def list_given(answer: Answer) -> tuple[GivenQuote, ...]:
    """The quotes, numbered from 1 as they are shown."""
    quotes = (citation.quote for citation in answer.citations)
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
