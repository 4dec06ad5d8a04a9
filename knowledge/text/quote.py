"""Quotes: an article's own characters, and the check that they still are."""

from dataclasses import dataclass

from knowledge.errors import QuoteNotFoundError
from knowledge.text.article import Article
from knowledge.text.passage import Sentence, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words that stand in an article version; made by `cut_quote` and `quote_sentence` alone.

    `article.text[start:end] == text`, always.
    """

    article_id: str
    version: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset just past the last character."""
        return self.start + len(self.text)


def quote_sentence(sentence: Sentence) -> Quote:
    """The whole sentence as a quote."""
    return Quote(
        article_id=sentence.article_id,
        version=sentence.version,
        start=sentence.start,
        text=sentence.text,
    )


def cut_quote(article: Article, span: Span) -> Quote:
    """Copy the characters of *span* out of *article*.

    Raises:
        QuoteNotFoundError: The span reaches past the text, or holds nothing but white space.
    """
    text = article.text[span.start : span.end]
    if span.end > len(article.text) or not text.strip():
        raise QuoteNotFoundError(article.id, article.version, span.start, span.end)
    return Quote(article_id=article.id, version=article.version, start=span.start, text=text)


def check_quote(quote: Quote, article: Article) -> None:
    """Compare *quote* with the characters of the article it names.

    Raises:
        QuoteNotFoundError: Another article, another version, or other characters.
    """
    same_version = (quote.article_id, quote.version) == (article.id, article.version)
    if not (
        same_version and quote.text.strip() and article.text[quote.start : quote.end] == quote.text
    ):
        raise QuoteNotFoundError(quote.article_id, quote.version, quote.start, quote.end)
