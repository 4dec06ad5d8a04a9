"""The articles as readers may look through them: which there are, and who says what in one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from knowledge.errors import ArticleNotFoundError
from knowledge.library.catalogue import Catalogue
from knowledge.library.pieces import Pieces
from knowledge.library.records import ArticleSummary, StoredSentence
from knowledge.text.article import Article, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """An article with its sentences, and who says what in each."""

    article: Article
    sentences: tuple[StoredSentence, ...] = field(repr=False)


class Articles(Protocol):
    """The archive, as far as a reader may look through it. May block; called in a thread."""

    def summaries(self) -> Sequence[ArticleSummary]:
        """All articles, the newest first."""
        ...

    def source(self, article_id: str) -> Source | None:
        """Where an article comes from; None if it was taken out."""
        ...

    def read(self, article_id: str) -> ReadArticle:
        """An article as it is now.

        Raises:
            NewsError: It was taken out.
        """
        ...

    def text(self, article_id: str, version: int) -> str:
        """The text of one version of an article.

        Raises:
            NewsError: There is no such version.
        """
        ...


@dataclass(frozen=True, slots=True)
class StoredArticles:
    """The archive in the store."""

    catalogue: Catalogue
    pieces: Pieces

    def summaries(self) -> Sequence[ArticleSummary]:
        """All articles, the newest first; those without a date come last, by name."""
        by_name = sorted(self.catalogue.summaries(), key=lambda one: one.source.name.casefold())
        return sorted(by_name, key=lambda one: one.source.published, reverse=True)

    def source(self, article_id: str) -> Source | None:
        """Where an article comes from; None if it was taken out."""
        try:
            return self.catalogue.article(article_id).source
        except ArticleNotFoundError:
            return None

    def read(self, article_id: str) -> ReadArticle:
        """An article as it is now.

        Raises:
            ArticleNotFoundError: It was taken out.
        """
        article = self.catalogue.article(article_id)
        return ReadArticle(article=article, sentences=self.pieces.sentences_of(article))

    def text(self, article_id: str, version: int) -> str:
        """The text of one version of an article.

        Raises:
            ArticleNotFoundError: There is no such version.
        """
        return self.catalogue.article(article_id, version).text
