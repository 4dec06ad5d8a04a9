"""LangChain's OpenAI chat model behind our own protocol; the one module that imports either.

Imported by `model.load_chat_model` alone, for it takes seconds.
"""

import email.utils
import time
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from typing import Any

import httpx2
import openai
from langchain_core.language_models import LanguageModelInput
from langchain_core.messages import AIMessage, AIMessageChunk
from langchain_core.runnables import Runnable
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from knowledge.answering.model import Failure, Form, Message, ModelFailedError
from knowledge.answering.model_reply import REPLY_SCHEMA

_OPENAI = "https://api.openai.com/v1"
"""Always given, for the client would otherwise look for an address in the environment."""

_LONGEST_REPLY_TOKENS = 4_096
_TIMEOUT = httpx2.Timeout(60.0, connect=10.0)
"""A last resort: the tries have deadlines of their own."""

_ANSWER = Form(name="answer", description="Give the statements of the answer.", schema=REPLY_SCHEMA)

_SIGNS_OF_REFUSED_SCHEMA = ("response_format", "json_schema", "structured output")
_CLIENT_ERRORS = (
    openai.OpenAIError,
    httpx2.HTTPError,
    # What the client raises on a reply that is not in the shape of the protocol.
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
)
_FAILURES: tuple[tuple[type[Exception], Failure], ...] = (
    (openai.ContentFilterFinishReasonError, Failure.FILTERED),
    (openai.LengthFinishReasonError, Failure.CUT_SHORT),
    (openai.APITimeoutError, Failure.TIMED_OUT),
    (httpx2.TimeoutException, Failure.TIMED_OUT),
    (openai.APIConnectionError, Failure.UNREACHABLE),
    (httpx2.HTTPError, Failure.UNREACHABLE),
    (openai.APIError, Failure.BROKEN),
)
"""The first that fits counts; some are special cases of later ones."""


class LangChainModel:
    """A model of OpenAI, or of a server that speaks as OpenAI's does.

    Asks for a reply of a JSON schema, and where the server refuses that, for a function call of
    the same schema from then on.
    """

    def __init__(self, *, model: str, api_key: SecretStr, base_url: str | None) -> None:
        self.name = f"openai:{model}"
        self._http = openai.DefaultAsyncHttpxClient(timeout=_TIMEOUT)
        self._chat = ChatOpenAI(
            model=model,
            api_key=SecretStr(api_key.get_secret_value() or "none"),
            base_url=base_url or _OPENAI,
            max_retries=0,
            timeout=_TIMEOUT,
            stream_chunk_timeout=None,
            max_completion_tokens=_LONGEST_REPLY_TOKENS,
            http_async_client=self._http,
            use_responses_api=False if base_url else None,
        )
        self._options = {} if base_url else _openai_options(self._chat)
        self._refuses_schema = False

    async def stream(
        self, messages: Sequence[Message], form: Form | None = None
    ) -> AsyncGenerator[str, None]:
        """The reply's JSON text, piece by piece; an empty piece is a sign of life."""
        turns = [(message.role.value, message.text) for message in messages]
        form = form or _ANSWER
        if not self._refuses_schema:
            try:
                async with aclosing(_pieces(self._by_schema(form), turns)) as pieces:
                    async for piece in pieces:
                        yield piece
                return
            except _SchemaRefusedError:
                self._refuses_schema = True
        async with aclosing(_pieces(self._by_function(form), turns)) as pieces:
            async for piece in pieces:
                yield piece

    def _by_schema(self, form: Form) -> Runnable[LanguageModelInput, AIMessage]:
        schema = {**_described(form), "schema": form.schema}
        asked = {"type": "json_schema", "json_schema": schema}
        return self._chat.bind(response_format=asked, **self._options)

    def _by_function(self, form: Form) -> Runnable[LanguageModelInput, AIMessage]:
        function = {**_described(form), "parameters": form.schema}
        tool = {"type": "function", "function": function}
        return self._chat.bind_tools([tool], tool_choice=form.name, **self._options)

    async def check(self) -> None:
        """Ask the server for its list of models, at no cost."""
        try:
            await self._chat.root_async_client.models.list(timeout=10.0)
        except _CLIENT_ERRORS as error:
            raise _failed(error) from None

    async def aclose(self) -> None:
        """Close its connections."""
        await self._http.aclose()


class _SchemaRefusedError(ModelFailedError):
    """The server cannot reply in the form of a JSON schema; it may know function calls."""

    def __init__(self) -> None:
        super().__init__(Failure.NOT_UNDERSTOOD)


def _described(form: Form) -> dict[str, Any]:
    return {"name": form.name, "description": form.description, "strict": True}


def _openai_options(chat: ChatOpenAI) -> dict[str, Any]:
    """What OpenAI's own servers know and others may not: keep nothing, and think briefly."""
    levels: Sequence[str] = (chat.profile or {}).get("reasoning_effort_levels", ())
    effort = {"reasoning_effort": "low"} if "low" in levels else {}
    return {"store": False, **effort}


async def _pieces(
    chat: Runnable[LanguageModelInput, AIMessage], turns: list[tuple[str, str]]
) -> AsyncGenerator[str, None]:
    try:
        async for chunk in chat.astream(turns):
            yield _piece(chunk)
    except _CLIENT_ERRORS as error:
        # The chain is cut: a server's words may hold a part of the key or of an article.
        raise _failed(error) from None


def _piece(chunk: AIMessage) -> str:
    """The JSON text in *chunk*, be it text or the arguments of the function call."""
    if chunk.additional_kwargs.get("refusal"):
        raise ModelFailedError(Failure.DECLINED)
    match chunk.response_metadata.get("finish_reason"):
        case "content_filter":
            raise ModelFailedError(Failure.FILTERED)
        case "length":
            raise ModelFailedError(Failure.CUT_SHORT)
    calls = chunk.tool_call_chunks if isinstance(chunk, AIMessageChunk) else []
    arguments = [call["args"] or "" for call in calls if not call["index"]]
    return "".join(arguments) if calls else str(chunk.text)


def _failed(error: Exception) -> ModelFailedError:
    if isinstance(error, openai.APIStatusError):
        return _status_failed(error)
    kinds = (failure for kind, failure in _FAILURES if isinstance(error, kind))
    return ModelFailedError(next(kinds, Failure.MALFORMED))


def _status_failed(error: openai.APIStatusError) -> ModelFailedError:
    wait = _seconds_to_wait(error.response.headers)
    if error.status_code in (401, 403):
        return ModelFailedError(Failure.NOT_ALLOWED)
    if error.status_code == 429:
        spent = error.code == "insufficient_quota"
        return ModelFailedError(Failure.OVERDRAWN if spent else Failure.RATE_LIMITED, wait)
    if any(sign in str(error).casefold() for sign in _SIGNS_OF_REFUSED_SCHEMA):
        return _SchemaRefusedError()
    if error.status_code in (408, 409) or error.status_code >= 500:
        return ModelFailedError(Failure.BROKEN, wait)
    return ModelFailedError(Failure.NOT_UNDERSTOOD)


def _seconds_to_wait(headers: Mapping[str, str]) -> float | None:
    """From `retry-after-ms`, or `retry-after` in seconds or as a date; None without either."""
    milliseconds, value = headers.get("retry-after-ms", ""), headers.get("retry-after", "")
    try:
        if milliseconds:
            return float(milliseconds) / 1000
        if value.replace(".", "", 1).isdigit():
            return float(value)
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except ValueError:
        return None
