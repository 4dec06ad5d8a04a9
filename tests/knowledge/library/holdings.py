"""An archive of real parts but for the embeddings, which are made of a text's hash, in no time."""

import hashlib
from collections.abc import Container, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from sqlalchemy import Engine

from knowledge.library.archive import Archive
from knowledge.library.catalogue import Catalogue
from knowledge.library.chroma_process import FolderShelf
from knowledge.library.database import open_database
from knowledge.library.embeddings import Vector
from knowledge.library.index import Checkpoint, no_checkpoint
from knowledge.library.pieces import Pieces
from knowledge.library.records import NewArticle
from knowledge.library.search_index import FEW_ROWS, SearchIndex
from knowledge.library.vectors import Vectors
from knowledge.text.article import Source

DIMENSIONS = 32


class HashEmbedder:
    """A vector for each text, as good as random, and the same each time."""

    def __init__(self) -> None:
        self.model, self.count = "hash", 0

    def embed_texts(self, texts: list[str]) -> Vector:
        self.count += len(texts)
        return np.asarray([self.embed_question(text) for text in texts])

    def embed_question(self, question: str) -> Vector:
        seed = int.from_bytes(hashlib.sha256(question.encode()).digest()[:8], "big")
        row = np.random.default_rng(seed).standard_normal(DIMENSIONS).astype(np.float32)
        return row / np.linalg.norm(row)


@contextmanager
def open_holdings(
    folder: Path,
    checkpoint: Checkpoint = no_checkpoint,
    few_rows: int = FEW_ROWS,
    busy_seconds: float = 10,
) -> Iterator[Archive]:
    url = f"sqlite:///{folder / 'whosaid.db'}"
    engine = open_database(url, busy_seconds=busy_seconds)
    archive = _archive_over(engine, folder, checkpoint, few_rows)
    try:
        yield archive
    finally:
        archive.index.close()
        engine.dispose()


def _archive_over(engine: Engine, folder: Path, checkpoint: Checkpoint, few_rows: int) -> Archive:
    embedder = HashEmbedder()
    shelf = FolderShelf(folder / "chroma")
    return Archive(
        catalogue=Catalogue(engine),
        pieces=Pieces(engine),
        vectors=Vectors(engine, embedder.model),
        index=SearchIndex(engine, embedder.model, shelf, few_rows=few_rows, checkpoint=checkpoint),
        embedder=embedder,
        find_claims=lambda text, sentences, language: (),
        checkpoint=checkpoint,
    )


def article(name: str, sentences: int, edition: int = 1) -> NewArticle:
    """An article whose sentences are all different, and other ones in each edition."""
    text = " ".join(f"Item {n} of {name} in edition {edition} is here." for n in range(sentences))
    source = Source(label=name, language="en")
    return NewArticle(address=f"/{name}", text=text, source=source, id=name)


def lost(archive: Archive, wanted: Container[str] | None = None) -> set[str]:
    """The live sentences, of all articles or of some, that a search for them does not find."""
    missing = set()
    for summary in archive.catalogue.summaries():
        if wanted is not None and summary.id not in wanted:
            continue
        for stored in archive.pieces.sentences_of(archive.catalogue.article(summary.id)):
            vector = archive.embedder.embed_question(stored.sentence.text)
            near = archive.index.nearest(vector, 5)
            if stored.id not in archive.pieces.passages_of_sentences(list(near)):
                missing.add(stored.sentence.text)
    return missing
