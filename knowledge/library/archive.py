"""The archive: articles in and out, and the index kept in step with the store."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.library.catalogue import Catalogue
from knowledge.library.embeddings import Embedder
from knowledge.library.index import IndexRow, VectorIndex
from knowledge.library.ingest.cutting import ClaimFinder, cut_article
from knowledge.library.pieces import Pieces
from knowledge.library.records import NewArticle, StoredSentence
from knowledge.library.vectors import Vectors
from knowledge.text.article import Article

_SENTENCES_A_BATCH = 16
"""Small, so that progress is seen and a stop is soon heard."""

_ROWS_A_READ = 2000

Progress = Callable[[int, int], None]
"""Told how many sentences are embedded, and of how many."""


class Change(StrEnum):
    """What became of an article that came in."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    NEW_VERSION = "new version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything that changes what can be found."""

    catalogue: Catalogue
    pieces: Pieces
    vectors: Vectors
    index: VectorIndex
    embedder: Embedder
    find_claims: ClaimFinder

    def add(self, new: NewArticle, progress: Progress | None = None) -> tuple[Change, Article]:
        """Take in an article: stored, embedded and indexed, and only then live.

        The same text with the same source at the same address is no change; anything else there
        is a new version.
        """
        before = self.catalogue.find_by_address(new.address)
        if before and (before.text, before.source) == (new.text, new.source):
            return Change.UNCHANGED, before
        article = self.catalogue.add_pending(new, cut_article(new, self.find_claims))
        sentences = self.pieces.sentences_of(article)
        self._embed(sentences, progress)
        self.index.add(self._rows_of(sentences))
        self.catalogue.make_live(article)
        if before:
            self._discard(before)
        return (Change.NEW_VERSION if before else Change.ADDED), article

    def remove(self, article_id: str) -> Article:
        """Take an article out of all answers; it stays in the store.

        Raises:
            ArticleNotFoundError: There is no such live article.
        """
        article = self.catalogue.article(article_id)
        self.catalogue.remove(article_id)
        self._discard(article)
        return article

    def is_in_step(self) -> bool:
        """Whether the index holds as many sentences as the store."""
        return self.index.count() == self.pieces.count()

    def reindex(self, progress: Progress | None = None) -> int:
        """Rebuild the index from the store and return its size.

        Nothing is embedded again, unless the store holds no vector of this embedding model.
        """
        for summary in self.catalogue.summaries():
            article = self.catalogue.article(summary.id)
            self._embed(self.pieces.sentences_of(article), progress)
        live = list(self.pieces.all_sentences())
        self.index.rebuild(self._rows(live))
        return len(live)

    def _discard(self, article: Article) -> None:
        self.index.discard(sentence.id for sentence in self.pieces.sentences_of(article))

    def _embed(self, sentences: Sequence[StoredSentence], progress: Progress | None) -> None:
        kept = self.vectors.load([sentence.text_hash for sentence in sentences])
        texts = {s.text_hash: s.sentence.text for s in sentences if s.text_hash not in kept}
        missing = list(texts.items())
        for first in range(0, len(missing), _SENTENCES_A_BATCH):
            batch = missing[first : first + _SENTENCES_A_BATCH]
            rows = self.embedder.embed_texts([text for _, text in batch])
            self.vectors.save(dict(zip((text_hash for text_hash, _ in batch), rows, strict=True)))
            if progress:
                progress(first + len(batch), len(missing))

    def _rows_of(self, sentences: Sequence[StoredSentence]) -> Iterator[IndexRow]:
        return self._rows([(sentence.id, sentence.text_hash) for sentence in sentences])

    def _rows(self, sentences: Sequence[tuple[int, str]]) -> Iterator[IndexRow]:
        for first in range(0, len(sentences), _ROWS_A_READ):
            some = sentences[first : first + _ROWS_A_READ]
            vectors = self.vectors.load([text_hash for _, text_hash in some])
            yield from ((row, vectors[text_hash]) for row, text_hash in some)
