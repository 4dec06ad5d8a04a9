"""Embedding many texts on all cores, politely: whoever answers a reader goes first."""

import os
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress

from knowledge.library.embeddings import Embedder, Vector

_TEXTS_A_BATCH = 16
"""Small, so that progress is seen and a stop is soon heard."""

_POLITE = 10


def embed_texts(
    embedder: Embedder, texts: Sequence[tuple[str, str]]
) -> Iterator[tuple[list[str], Vector]]:
    """Embed texts that are given with their hashes; batches in order, as they are done.

    The model lets go of Python's lock while it works, so threads are enough.
    """
    batches = [texts[i : i + _TEXTS_A_BATCH] for i in range(0, len(texts), _TEXTS_A_BATCH)]
    if len(batches) <= 1:
        yield from ((_hashes(batch), embedder.embed_texts(_texts(batch))) for batch in batches)
        return
    pool = ThreadPoolExecutor(os.cpu_count() or 1, "embedding", initializer=_be_polite)
    try:
        under_way: list[Future[Vector]] = [
            pool.submit(embedder.embed_texts, _texts(batch)) for batch in batches
        ]
        for batch, future in zip(batches, under_way, strict=True):
            yield _hashes(batch), future.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _hashes(batch: Sequence[tuple[str, str]]) -> list[str]:
    return [text_hash for text_hash, _ in batch]


def _texts(batch: Sequence[tuple[str, str]]) -> list[str]:
    return [text for _, text in batch]


def _be_polite() -> None:
    """On Linux a thread has a priority of its own; elsewhere nothing is changed."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _POLITE)
