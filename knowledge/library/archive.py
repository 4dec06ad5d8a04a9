"""The archive: articles in and out, and the index kept in step with the store."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import islice

from knowledge.library.catalogue import Catalogue
from knowledge.library.copies import sign
from knowledge.library.embedding_pool import embed_texts
from knowledge.library.embeddings import Embedder
from knowledge.library.index import Checkpoint, no_checkpoint
from knowledge.library.ingest.cutting import ClaimFinder, cut_article
from knowledge.library.pieces import Pieces
from knowledge.library.records import NewArticle, PreparedVersion, hash_searched
from knowledge.library.rules import Rules, present_rules
from knowledge.library.search_index import SearchIndex
from knowledge.library.vectors import Vectors
from knowledge.text.article import Article

_ARTICLES_A_BATCH = 32

Progress = Callable[[int, int], None]
"""Told how many sentences are embedded, and of how many."""


class Change(StrEnum):
    """What became of an article that came in."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    NEW_VERSION = "new version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything that changes what can be found.

    Attributes:
        rules: What cuts and reads articles now; what is stored under other rules is old.
    """

    catalogue: Catalogue
    pieces: Pieces
    vectors: Vectors
    index: SearchIndex
    embedder: Embedder
    find_claims: ClaimFinder
    checkpoint: Checkpoint = no_checkpoint
    rules: Rules = field(default_factory=present_rules)

    def add(self, new: NewArticle, progress: Progress | None = None) -> tuple[Change, Article]:
        """Take in an article: embedded first, then stored whole and live in one transaction.

        The same text with the same source at the same address is no change, whenever it says it
        was changed; anything else there is a new version.
        """
        return next(self.add_all([new], progress))

    def add_all(
        self, new: Iterable[NewArticle], progress: Progress | None = None
    ) -> Iterator[tuple[Change, Article]]:
        """The same for many, some at a time, each batch whole; in their order."""
        coming = iter(new)
        while batch := list(islice(coming, _ARTICLES_A_BATCH)):
            for part in _without_repeats(batch):
                yield from self._add_batch(part, progress)
            self.index.keep_up()

    def remove(self, article_id: str) -> Article:
        """Take an article out of all answers; it stays in the store.

        Raises:
            ArticleNotFoundError: There is no such live article.
        """
        article = self.catalogue.article(article_id)
        self.catalogue.remove(article_id)
        self.checkpoint("removed")
        return article

    def put_back(self, article_id: str) -> Article:
        """Undo a removal.

        Raises:
            ArticleNotFoundError: There is no such removed article.
        """
        self.catalogue.put_back(article_id)
        return self.catalogue.article(article_id)

    def tend(self) -> None:
        """What has to be done from time to time, and at the start of a long run.

        Removals that can no longer be undone are carried out, what has no vector of this
        embedding model gets one, and the index is looked at and mended.
        """
        self.catalogue.purge()
        self._embed(self.pieces.texts_without_vectors(self.embedder.model), None)
        self.index.tend()

    def outdated(self) -> int:
        """How many articles were cut or read by other rules than the present ones."""
        return sum(one.rules != self.rules for one in self.catalogue.summaries())

    def reindex(self, progress: Progress | None = None) -> int:
        """Read anew what older rules read, rebuild the index, and return its size.

        Nothing is embedded again, unless the store holds no vector of this embedding model.
        """
        self.catalogue.purge()
        self.read_anew()
        self._embed(self.pieces.texts_without_vectors(self.embedder.model), progress)
        total = self.pieces.count()
        return self.index.rebuild(progress and (lambda done: progress(done, total)))

    def read_anew(self) -> int:
        """Cut and read anew the articles that older rules did, and say how many these were."""
        old = [one for one in self.catalogue.summaries() if one.rules != self.rules]
        for summary in old:
            article = self.catalogue.article(summary.id)
            again = NewArticle(
                address=summary.address, text=article.text, source=article.source, id=article.id
            )
            self.catalogue.rewrite(article, self._prepare(again))
            self.checkpoint("read anew")
        return len(old)

    def _add_batch(
        self, batch: Sequence[NewArticle], progress: Progress | None
    ) -> Iterator[tuple[Change, Article]]:
        known = [self._find_same(new) for new in batch]
        changed = [new for new, same in zip(batch, known, strict=True) if same is None]
        versions = [self._prepare(new) for new in changed]
        self._embed(_texts(versions), progress)
        self.checkpoint("embedded")
        stored = iter(self.catalogue.store(versions) if versions else ())
        self.checkpoint("stored")
        for same in known:
            if same is not None:
                yield same
            else:
                article = next(stored)
                yield (Change.NEW_VERSION if article.version > 1 else Change.ADDED), article

    def _find_same(self, new: NewArticle) -> tuple[Change, Article] | None:
        """The article that is stored already, put back if it was removed."""
        found = self.catalogue.find_by_address(new.address)
        if found is None:
            return None
        article, removed = found
        modified = new.source.modified or article.source.modified
        source = replace(article.source, modified=modified)
        if (article.text, source) != (new.text, replace(new.source, modified=modified)):
            return None
        if source != article.source:
            self.catalogue.set_modified(article, modified)
            article = replace(article, source=source)
        if removed:
            self.catalogue.put_back(article.id)
        return (Change.ADDED if removed else Change.UNCHANGED), article

    def _prepare(self, new: NewArticle) -> PreparedVersion:
        return PreparedVersion(
            new=new,
            pieces=cut_article(new, self.find_claims),
            rules=self.rules,
            signature=sign(new.text),
        )

    def _embed(self, texts: dict[str, str], progress: Progress | None) -> None:
        """Embed the texts whose hash has no vector yet."""
        kept = self.vectors.known(texts)
        missing = [(text_hash, text) for text_hash, text in texts.items() if text_hash not in kept]
        done = 0
        for hashes, rows in embed_texts(self.embedder, missing):
            self.vectors.save(dict(zip(hashes, rows, strict=True)))
            done += len(hashes)
            if progress:
                progress(done, len(missing))


def _texts(versions: Sequence[PreparedVersion]) -> dict[str, str]:
    """The text of every sentence, by its hash."""
    spans = (
        (version.new.text, sentence.span)
        for version in versions
        for piece in version.pieces
        for sentence in piece.sentences
    )
    texts = (text[span.start : span.end] for text, span in spans)
    return {hash_searched(text): text for text in texts}


def _without_repeats(batch: Sequence[NewArticle]) -> Iterator[list[NewArticle]]:
    """The batch in parts, so that no address is twice in one: its versions come in order."""
    part: dict[str, NewArticle] = {}
    for new in batch:
        if new.address in part:
            yield list(part.values())
            part = {}
        part[new.address] = new
    if part:
        yield list(part.values())
