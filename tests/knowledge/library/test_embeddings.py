"""Embeddings: locally, and from a server that speaks as OpenAI does."""

import asyncio
import subprocess
import sys

import numpy as np
import pytest

from bot.wiring import Library
from knowledge.library.embeddings import load_embedder
from knowledge.library.openai_embeddings import EmbeddingsFailedError
from tests.servers.openai import OpenAIServer


def test_the_embedder_tells_near_from_far_across_languages(shipped_library: Library) -> None:
    embedder = shipped_library.archive.embedder
    question = embedder.embed_question("Кто взял на себя ответственность за теракт?")
    near, far = embedder.embed_texts(
        ["ISIS claimed responsibility for the attack.", "The cake needs three eggs."]
    )
    assert question @ near > question @ far
    assert np.linalg.norm(question) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("text", ["", "\0", "😀", "x" * 20_000, "a\0b"])
def test_any_text_can_be_embedded(text: str, shipped_library: Library) -> None:
    embedder = shipped_library.archive.embedder
    assert embedder.embed_texts([text]).shape == (1, 384)
    assert np.isfinite(embedder.embed_question(text)).all()


def test_no_text_is_no_vector(shipped_library: Library) -> None:
    assert len(shipped_library.archive.embedder.embed_texts([])) == 0


async def test_a_server_gives_vectors_of_length_one() -> None:
    async with OpenAIServer() as server:
        embedder = load_embedder("openai:small", api_key="key", base_url=server.base_url)
        rows = await asyncio.to_thread(embedder.embed_texts, ["one", "two"])
        question = await asyncio.to_thread(embedder.embed_question, "one")
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert question.shape == rows[0].shape
    assert embedder.model == "openai:small"


def test_a_server_that_is_not_there_is_said_without_the_key() -> None:
    embedder = load_embedder("openai:small", api_key="canary", base_url="http://127.0.0.1:9/v1")
    with pytest.raises(EmbeddingsFailedError, match="OPENAI_BASE_URL") as caught:
        embedder.embed_question("one")
    assert "canary" not in str(caught.value)


def test_another_name_is_refused() -> None:
    with pytest.raises(ValueError, match="local"):
        load_embedder("magic")


def test_the_client_library_is_not_imported_without_need() -> None:
    code = "import sys, knowledge.library.embeddings; print('openai' in sys.modules)"
    command = [sys.executable, "-c", code]
    printed = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our own code
    assert printed.stdout.strip() == b"False"
