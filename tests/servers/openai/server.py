"""A server that speaks as OpenAI's does, on loopback, with a model that behaves as it is told."""

import asyncio
import hashlib
import json
import random
from collections import deque
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self, TypeAlias

from tests.servers.openai.http import Line, Request, read_request
from tests.servers.openai.modes import MODES, Spoken
from tests.servers.openai.reading import read_material
from tests.servers.openai.schema import find_schema_faults
from tests.servers.openai.transcriptions import (
    Hearing,
    RefusedFormError,
    answer_hearing,
    read_hearing,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Says:
    """A reply, sent in pieces of so many characters; cut after so many bytes if given."""

    spoken: Spoken
    piece: int = 9
    cut_at: int | None = None
    drip_seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fails:
    """An error status."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    message: str = "The server had an error."
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Hangs:
    """Nothing, until the client gives up."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """The connection is cut before anything is sent."""


Step: TypeAlias = Says | Fails | Hangs | Cuts


def say(text: str | list[tuple[str, list[int]]], answered: str = "yes", **options: Any) -> Says:
    """A step that replies *text*, or statements of `(text, sentence numbers)` in our form."""
    if not isinstance(text, str):
        rows = [{"text": words, "sentences": numbers} for words, numbers in text]
        text = json.dumps({"statements": rows, "answered": answered}, ensure_ascii=False)
    return Says(spoken=Spoken(text), **options)


@dataclass
class OpenAIServer:
    """`async with OpenAIServer(mode="honest") as server:` serves at `server.base_url`.

    Attributes:
        mode: What the model does once the script is used up; a name in `MODES`.
        script: What happens to the next requests for a chat completion, first things first.
        function_calling_only: Refuse `json_schema` with status 500, as llama.cpp's server does.
        latency_seconds: Before each chat completion begins.
        requests: The bodies of the chat completions asked for.
        words: What is heard in every recording.
        speech_script: What happens instead to the next requests for a transcription.
        hearings: The recordings that were to be put into words.
        hung_up: Clients that closed the connection while they were kept waiting.
    """

    mode: str = "honest"
    script: deque[Step] = field(default_factory=deque)
    function_calling_only: bool = False
    latency_seconds: float = 0.0
    api_key: str | None = None
    port: int = 0
    seed: int = 0
    requests: list[dict[str, Any]] = field(default_factory=list)
    hung_up: int = 0
    words: str = "Who claimed responsibility for the attack?"
    speech_script: deque[Fails | Hangs | Cuts] = field(default_factory=deque)
    hearings: list[Hearing] = field(default_factory=list)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def base_url(self) -> str:
        """To be given as `OPENAI_BASE_URL`."""
        return f"http://127.0.0.1:{self.port}/v1"

    async def __aenter__(self) -> Self:
        self._chance = random.Random(self.seed)  # noqa: S311 - a test's chance, not a secret
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    async def serve_forever(self) -> None:
        """Until cancelled."""
        await self._server.serve_forever()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            while (request := await read_request(reader)) is not None:
                await self._answer(request, reader, Line(writer))
        except (ConnectionError, asyncio.CancelledError):
            writer.transport.abort()  # the client has gone, or the test is over
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _answer(self, request: Request, reader: asyncio.StreamReader, line: Line) -> None:
        if self.api_key and request.headers.get("authorization") != f"Bearer {self.api_key}":
            await _send_error(line, Fails(status=401, message="Incorrect API key provided."))
            return
        match request.method, request.path:
            case "POST", "/v1/chat/completions":
                await self._complete(request.json, reader, line)
            case "POST", "/v1/embeddings":
                await line.send_json(200, _embed(request.json))
            case "POST", "/v1/audio/transcriptions":
                await self._hear(request, reader, line)
            case "GET", "/v1/models":
                await line.send_json(200, {"object": "list", "data": [_MODEL]})
            case _:
                await _send_error(line, Fails(status=404, message="Unknown request URL."))

    async def _complete(
        self, body: dict[str, Any], reader: asyncio.StreamReader, line: Line
    ) -> None:
        self.requests.append(body)
        if (refused := self._refuse_form(body)) is not None:
            await _send_error(line, refused)
            return
        if self.latency_seconds:
            await asyncio.sleep(self.latency_seconds)
        match self.script.popleft() if self.script else self._behave(body):
            case Says() as says:
                line.cut_at = says.cut_at
                await _send_spoken(body, says, line)
            case fault:
                await self._fail(fault, reader, line)

    async def _hear(self, request: Request, reader: asyncio.StreamReader, line: Line) -> None:
        try:
            hearing = read_hearing(request.headers, request.body)
        except RefusedFormError as error:
            await _send_error(line, Fails(status=error.status, message=str(error)))
            return
        self.hearings.append(hearing)
        if self.speech_script:
            await self._fail(self.speech_script.popleft(), reader, line)
        else:
            await line.send_json(200, answer_hearing(hearing, self.words))

    async def _fail(
        self, fault: Fails | Hangs | Cuts, reader: asyncio.StreamReader, line: Line
    ) -> None:
        match fault:
            case Fails() as fails:
                await _send_error(line, fails)
            case Hangs():
                await reader.read()  # returns once the client closes
                self.hung_up += 1
                raise ConnectionAbortedError
            case Cuts():
                line.cut()

    def _behave(self, body: dict[str, Any]) -> Says:
        return Says(spoken=MODES[self.mode](read_material(body["messages"]), self._chance))

    def _refuse_form(self, body: dict[str, Any]) -> Fails | None:
        """What a real server says to a form of reply that it does not know."""
        form = body.get("response_format", {})
        if form.get("type") == "json_schema" and self.function_calling_only:
            return Fails(status=500, message=_LLAMA_REFUSAL)
        schemas = [form.get("json_schema", {}).get("schema")] if form else []
        schemas += [tool["function"]["parameters"] for tool in body.get("tools", ())]
        faults = [fault for schema in schemas for fault in find_schema_faults(schema)]
        if faults:
            return Fails(status=400, message=f"Invalid schema for response_format: {faults[0]}")
        return None


_LLAMA_REFUSAL = (
    "[{'type': 'literal_error', 'loc': ('body', 'response_format', 'type'),"
    " 'msg': \"Input should be 'text' or 'json_object'\", 'input': 'json_schema'}]"
)
_MODEL = {"id": "test-model", "object": "model", "created": 0, "owned_by": "tests"}


async def _send_error(line: Line, fails: Fails) -> None:
    error = {"message": fails.message, "type": "error", "param": None, "code": fails.code}
    await line.send_json(fails.status, {"error": error}, fails.headers)


async def _send_spoken(body: dict[str, Any], says: Says, line: Line) -> None:
    if not body.get("stream"):
        message = {"role": "assistant", **_carry(body, says.spoken.text, first=True)}
        message["refusal"] = says.spoken.refusal or None
        await line.send_json(200, _completion("chat.completion", says, {"message": message}))
        return
    await line.begin_events()
    async for delta in _deltas(body, says):
        await line.send_event(json.dumps(_completion("chat.completion.chunk", None, delta)))
    end = _completion("chat.completion.chunk", says, {"delta": {}})
    await line.send_event(json.dumps(end))
    await line.send_event("[DONE]")
    await line.end_events()


async def _deltas(body: dict[str, Any], says: Says) -> AsyncIterator[dict[str, Any]]:
    yield {"delta": {"role": "assistant", "content": ""}}
    if says.spoken.refusal:
        yield {"delta": {"refusal": says.spoken.refusal}}
    text = says.spoken.text
    for start in range(0, len(text), says.piece):
        if says.drip_seconds:
            await asyncio.sleep(says.drip_seconds)
        yield {"delta": _carry(body, text[start : start + says.piece], first=start == 0)}


def _carry(body: dict[str, Any], text: str, *, first: bool) -> dict[str, Any]:
    """A piece of text as content, or as arguments where a function call was asked for."""
    if not body.get("tools"):
        return {"content": text}
    function: dict[str, str] = {"arguments": text}
    call: dict[str, Any] = {"index": 0, "function": function}
    if first:
        function["name"] = body["tools"][0]["function"]["name"]
        call |= {"id": "call_1", "type": "function"}
    return {"tool_calls": [call]}


def _completion(kind: str, end: Says | None, choice: dict[str, Any]) -> dict[str, Any]:
    finish = {"finish_reason": end.spoken.finish if end else None}
    return {
        "id": "chatcmpl-1",
        "object": kind,
        "created": 0,
        "model": "test-model",
        "choices": [{"index": 0, **choice, **finish}],
    }


def _embed(body: dict[str, Any]) -> dict[str, Any]:
    """The same small vector for the same text, always; texts that share words are near."""
    given = body["input"]
    texts = [given] if isinstance(given, str) or isinstance(given[0], int) else given
    rows = [
        {"object": "embedding", "index": index, "embedding": _vector(text)}
        for index, text in enumerate(texts)
    ]
    usage = {"prompt_tokens": 0, "total_tokens": 0}
    return {"object": "list", "data": rows, "model": body["model"], "usage": usage}


def _vector(text: str | list[int]) -> list[float]:
    words = text.casefold().split() if isinstance(text, str) else [str(token) for token in text]
    digests = [hashlib.sha256(word.encode()).digest() for word in words or [""]]
    sums = [sum(byte - 127.5 for byte in column) for column in zip(*digests, strict=True)]
    length = sum(value * value for value in sums) ** 0.5
    return [value / length for value in sums]
