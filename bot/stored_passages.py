"""Opening a quote in its article, from the store."""

from dataclasses import dataclass, replace

from bot.passages import PassageView
from knowledge.errors import ArticleNotFoundError
from knowledge.library.catalogue import Catalogue
from knowledge.text.article import Article
from knowledge.text.passage import Span
from knowledge.text.quote import cut_quote
from knowledge.text.revision import follow


@dataclass(frozen=True, slots=True)
class StoredPassages:
    """Quotes by their place, cut anew each time from the version that they were taken from."""

    catalogue: Catalogue

    def open(self, article_id: str, version: int, span: Span) -> PassageView:
        """The quote at *span* in its passage, and what became of it in a newer version.

        Raises:
            ArticleNotFoundError: There is no such article or version.
            QuoteNotFoundError: The version has no such characters.
        """
        article = self.catalogue.article(article_id, version)
        quote = cut_quote(article, span)
        view = PassageView(
            quote=quote,
            passage=self.catalogue.passage_around(article, span),
            source=article.source,
        )
        try:
            live = self.catalogue.article(article_id)
        except ArticleNotFoundError:
            return replace(view, removed=True)
        return view if live.version == version else _followed(view, article, live)


def _followed(view: PassageView, article: Article, live: Article) -> PassageView:
    span = Span(start=view.quote.start, end=view.quote.end)
    followed = follow(span, article.text, live.text)
    place = followed.span
    changed = place is not None and live.text[place.start : place.end] != view.quote.text
    now = live.text[place.start : place.end] if place and changed else ""
    return replace(view, superseded=True, fate=followed.fate, now=now)
