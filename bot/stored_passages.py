"""Opening a quote in its article, from the store."""

from dataclasses import dataclass

from bot.passages import PassageView
from knowledge.errors import ArticleNotFoundError
from knowledge.library.catalogue import Catalogue
from knowledge.text.passage import Span
from knowledge.text.quote import cut_quote


@dataclass(frozen=True, slots=True)
class StoredPassages:
    """Quotes by their place, cut anew each time from the version that they were taken from."""

    catalogue: Catalogue

    def open(self, article_id: str, version: int, span: Span) -> PassageView:
        """The quote at *span* in its passage.

        Raises:
            ArticleNotFoundError: There is no such article or version.
            QuoteNotFoundError: The version has no such characters.
        """
        article = self.catalogue.article(article_id, version)
        quote = cut_quote(article, span)
        return PassageView(
            quote=quote,
            passage=self.catalogue.passage_around(article, span),
            source=article.source,
            superseded=self._live_version(article_id) != version,
        )

    def _live_version(self, article_id: str) -> int | None:
        try:
            return self.catalogue.article(article_id).version
        except ArticleNotFoundError:
            return None
