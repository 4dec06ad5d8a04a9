"""Chroma, in this process or as a server: collections of vectors of our own making.

In the bot's process only the server's client is used. Chroma's files are opened in a process of
their own (`chroma_process`): damaged, they crash whoever opens them.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

import chromadb
from chromadb.api import ClientAPI
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.config import Settings
from chromadb.errors import ChromaError

from knowledge.library.chroma_process import hold_lock
from knowledge.library.embeddings import Vector
from knowledge.library.index import IndexRow, VectorIndexError
from knowledge.library.sealing import seal_folder

_ROWS_A_CALL = 2000
_ROWS_A_LIST = 20_000
_CONFIGURATION: CreateCollectionConfiguration = {"hnsw": {"space": "cosine", "ef_search": 200}}
_SERVER_REMEDY = "check CHROMA_URL and CHROMA_TOKEN, and that the server runs"


def open_folder(folder: Path) -> "ChromaCollection":
    """The collection in *folder*, opened in this process.

    Chroma keeps one system a process for each path as it is written, so it is given in full.

    Raises:
        VectorIndexError: It cannot be opened.
    """
    path = folder.resolve()
    with _our_errors():
        settings = Settings(anonymized_telemetry=False)
        client = chromadb.PersistentClient(path=str(path), settings=settings)
        return ChromaCollection(client, "sentences", path)


def open_server(url: str, token: str = "") -> ClientAPI:
    """The Chroma server at *url*.

    Raises:
        VectorIndexError: It cannot be reached.
    """
    address = urlsplit(url)
    secure = address.scheme == "https"
    with _our_errors(_SERVER_REMEDY):
        return chromadb.HttpClient(
            host=address.hostname or "",
            port=address.port or (443 if secure else 80),
            ssl=secure,
            headers={"Authorization": f"Bearer {token}"} if token else None,
            settings=Settings(anonymized_telemetry=False),
        )


class ChromaCollection:
    """One collection of a client."""

    def __init__(self, client: ClientAPI, name: str, folder: Path | None = None) -> None:
        self._folder = folder
        with _our_errors():
            self._collection = client.get_or_create_collection(
                name, embedding_function=None, configuration=_CONFIGURATION
            )

    def add(self, rows: Iterable[IndexRow]) -> None:
        """Put in these rows, or replace them."""
        with _our_errors():
            for batch in _batches(iter(rows)):
                ids = [str(row) for row, _ in batch]
                self._collection.upsert(ids=ids, embeddings=[v.tolist() for _, v in batch])

    def discard(self, rows: Iterable[int]) -> None:
        """Take these rows out."""
        gone = [str(row) for row in rows]
        with _our_errors():
            for first in range(0, len(gone), _ROWS_A_CALL):
                self._collection.delete(ids=gone[first : first + _ROWS_A_CALL])

    def count(self) -> int:
        """How many rows are in it."""
        with _our_errors():
            return self._collection.count()

    def rows(self) -> set[int]:
        """Every row that is in it."""
        found: set[int] = set()
        while some := self.some_rows(len(found)):
            found |= some
        return found

    def some_rows(self, first: int) -> set[int]:
        """A part of them, from the *first* in an order of their own; none past the last."""
        with _our_errors():
            found = self._collection.get(include=[], limit=_ROWS_A_LIST, offset=first)
            return {int(row) for row in found["ids"]}

    def nearest(self, vector: Vector, limit: int) -> dict[int, float]:
        """The rows nearest to *vector*, best first, with their cosines."""
        with _our_errors():
            found = self._collection.query(query_embeddings=[vector.tolist()], n_results=limit)
        distances = found["distances"] or [[]]
        pairs = zip(found["ids"][0], distances[0], strict=True)
        return {int(row): 1.0 - distance for row, distance in pairs}

    def seal(self) -> str:
        """A hash of the graph's files; a server's are out of reach."""
        if self._folder is None:
            return "server"
        with _our_errors():
            return seal_folder(self._folder)

    def close(self) -> None:
        """Nothing is held that has to be let go of."""


class ServerShelf:
    """Collections of one embedding model on a Chroma server."""

    def __init__(self, url: str, token: str, model: str, lock: Path) -> None:
        self._client = open_server(url, token)
        self._prefix = re.sub(r"[^a-zA-Z0-9]+", "-", model).strip("-")
        self._lock = lock

    def open(self, name: str) -> ChromaCollection:
        """The collection of this name, made if it is not there."""
        return ChromaCollection(self._client, f"{self._prefix}.{name}")

    def keep_only(self, name: str) -> None:
        """Throw away all others of this embedding model."""
        with _our_errors(_SERVER_REMEDY):
            for other in self._client.list_collections():
                ours = other.name.startswith(f"{self._prefix}.")
                if ours and other.name != f"{self._prefix}.{name}":
                    self._client.delete_collection(other.name)

    def writing(self) -> AbstractContextManager[None]:
        """One process of this machine at a time."""
        return hold_lock(self._lock)


@contextmanager
def _our_errors(*remedy: str) -> Iterator[None]:
    """Chroma's failures as ours; its server's client lets those of HTTP through."""
    try:
        yield
    except (ChromaError, ValueError, OSError, KeyError, TypeError) as error:
        raise VectorIndexError(type(error).__name__, *remedy) from error


def _batches(rows: Iterator[IndexRow]) -> Iterator[list[IndexRow]]:
    while batch := list(islice(rows, _ROWS_A_CALL)):
        yield batch
