"""Embeddings from OpenAI, or from any server that speaks as it does."""

from collections.abc import Callable
from typing import TypeVar

import openai
from langchain_core.embeddings import Embeddings
from langchain_openai import OpenAIEmbeddings
from pydantic import SecretStr

from knowledge.errors import NewsError

_OPENAI = "https://api.openai.com/v1"
"""Always given, for the client would otherwise look for an address in the environment."""

_SECONDS = 30.0
_Result = TypeVar("_Result")


class EmbeddingsFailedError(NewsError):
    """The embedding server gave nothing usable."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"The embedding server failed ({reason}): check OPENAI_API_KEY, OPENAI_BASE_URL and "
            "WHOSAID_EMBEDDINGS; `whosaid doctor` tries them."
        )


class OpenAIServerEmbeddings(Embeddings):
    """LangChain's client, with failures as ours.

    Texts are sent as they are: counting their tokens first would fetch a vocabulary from the net.
    """

    def __init__(self, model: str, api_key: str, base_url: str = "") -> None:
        self._client = OpenAIEmbeddings(
            model=model,
            openai_api_key=SecretStr(api_key),
            openai_api_base=base_url or _OPENAI,
            check_embedding_ctx_length=False,
            request_timeout=_SECONDS,
        )

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """A vector a text.

        Raises:
            EmbeddingsFailedError: The server cannot be reached, or refuses.
        """
        return _with_our_errors(lambda: self._client.embed_documents(texts)) if texts else []

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question; the server takes no empty one.

        Raises:
            EmbeddingsFailedError: The server cannot be reached, or refuses.
        """
        return _with_our_errors(lambda: self._client.embed_query(text or " "))


def _with_our_errors(call: Callable[[], _Result]) -> _Result:
    try:
        return call()
    except openai.OpenAIError as error:
        raise EmbeddingsFailedError(type(error).__name__) from None
