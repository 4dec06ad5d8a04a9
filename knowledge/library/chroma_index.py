"""The vector index: Chroma, a cache of the store that can be thrown away and rebuilt.

One collection an embedding model and generation. A rebuild fills a new collection and then
switches to it; nothing is repaired in place.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

import chromadb
from chromadb.api import ClientAPI
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.api.models.Collection import Collection
from chromadb.config import Settings
from chromadb.errors import ChromaError, NotFoundError

from knowledge.library.embeddings import Vector
from knowledge.library.facts import Facts
from knowledge.library.index import IndexRow, VectorIndexError

_ROWS_A_CALL = 2000
_CONFIGURATION: CreateCollectionConfiguration = {"hnsw": {"space": "cosine", "ef_search": 200}}


def open_client(folder: Path, url: str = "", token: str = "") -> ClientAPI:
    """Chroma inside this process, in *folder*; or the Chroma server at *url*.

    Chroma keeps one system a process for each path as it is written, and opens its files when it
    needs them; so the folder is named in full, or a change of the working directory would mix
    two indexes.

    Raises:
        VectorIndexError: It cannot be opened or reached.
    """
    settings = Settings(anonymized_telemetry=False)
    try:
        if not url:
            return chromadb.PersistentClient(path=str(folder.resolve()), settings=settings)
        address = urlsplit(url)
        secure = address.scheme == "https"
        return chromadb.HttpClient(
            host=address.hostname or "",
            port=address.port or (443 if secure else 80),
            ssl=secure,
            headers={"Authorization": f"Bearer {token}"} if token else None,
            settings=settings,
        )
    except (ChromaError, ValueError, OSError) as error:
        remedy = ("check CHROMA_URL and CHROMA_TOKEN, and that the server runs",) if url else ()
        raise VectorIndexError(type(error).__name__, *remedy) from error


class ChromaIndex:
    """The vectors of all live sentences, and of some that are not: the caller keeps the live."""

    def __init__(self, client: ClientAPI, facts: Facts, model: str) -> None:
        self._client = client
        self._facts = facts
        self._model = model
        self._collection = self._open(self._generation)

    def add(self, rows: Iterable[IndexRow]) -> None:
        """Put in these rows, or replace them."""
        _fill(self._collection, rows)

    def discard(self, rows: Iterable[int]) -> None:
        """Take these rows out."""
        gone = [str(row) for row in rows]
        for first in range(0, len(gone), _ROWS_A_CALL):
            self._collection.delete(ids=gone[first : first + _ROWS_A_CALL])

    def count(self) -> int:
        """How many rows are in the index."""
        return self._collection.count()

    def nearest(self, vector: Vector, limit: int) -> dict[int, float]:
        """The rows nearest to *vector*, best first, with their cosines."""
        try:
            found = self._collection.query(query_embeddings=[vector.tolist()], n_results=limit)
        except ChromaError as error:
            raise VectorIndexError(type(error).__name__) from error
        distances = found["distances"] or [[]]
        return {
            int(row): 1.0 - distance
            for row, distance in zip(found["ids"][0], distances[0], strict=True)
        }

    def rows(self) -> set[int]:
        """Every row that is in the index."""
        try:
            return {int(row) for row in self._collection.get(include=[])["ids"]}
        except ChromaError as error:
            raise VectorIndexError(type(error).__name__) from error

    def rebuild(self, rows: Iterable[IndexRow]) -> None:
        """Fill a new collection with *rows*, switch to it, and drop the old one."""
        old, new = self._generation, str(int(self._generation) + 1)
        self._drop(new)
        collection = self._open(new)
        _fill(collection, rows)
        self._facts.set(self._fact, new)
        self._collection = collection
        self._drop(old)

    @property
    def _fact(self) -> str:
        return f"index generation of {self._model}"

    @property
    def _generation(self) -> str:
        return self._facts.get(self._fact) or "1"

    def _open(self, generation: str) -> Collection:
        try:
            return self._client.get_or_create_collection(
                self._collection_name(generation),
                embedding_function=None,
                configuration=_CONFIGURATION,
            )
        except ChromaError as error:
            raise VectorIndexError(type(error).__name__) from error

    def _drop(self, generation: str) -> None:
        try:
            self._client.delete_collection(self._collection_name(generation))
        except NotFoundError:
            return

    def _collection_name(self, generation: str) -> str:
        """Chroma takes letters, digits, dots and hyphens, first and last a letter or a digit."""
        return f"{re.sub(r'[^a-zA-Z0-9]+', '-', self._model).strip('-')}.{generation}"


def _fill(collection: Collection, rows: Iterable[IndexRow]) -> None:
    for batch in _batches(iter(rows)):
        collection.upsert(
            ids=[str(row) for row, _ in batch], embeddings=[vector.tolist() for _, vector in batch]
        )


def _batches(rows: Iterator[IndexRow]) -> Iterator[list[IndexRow]]:
    while batch := list(islice(rows, _ROWS_A_CALL)):
        yield batch
