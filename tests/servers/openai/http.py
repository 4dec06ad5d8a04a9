"""Just enough HTTP/1.1 on asyncio streams to answer a client, and to fail it at any byte."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request, as it came."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body's JSON value; an empty object where there is no body."""
        return json.loads(self.body) if self.body else {}


async def read_request(reader: asyncio.StreamReader) -> Request | None:
    """The next request of a connection; None once the client has closed it."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    method, path, _ = first.split(" ", 2)
    pairs = (line.partition(":") for line in lines)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Request(method=method, path=path.partition("?")[0], headers=headers, body=body)


@dataclass
class Line:
    """The way back to one client.

    Attributes:
        cut_at: The connection is cut once so many bytes of bodies are sent; None is never.
    """

    writer: asyncio.StreamWriter
    cut_at: int | None = None
    _sent: int = field(default=0)

    async def send_json(
        self, status: int, value: object, headers: Mapping[str, str] | None = None
    ) -> None:
        """A whole reply."""
        body = json.dumps(value).encode()
        self._head(status, {"content-length": str(len(body)), **(headers or {})})
        await self._body(body)

    async def begin_events(self) -> None:
        """The head of a stream of server-sent events."""
        self._head(200, {"transfer-encoding": "chunked"}, "text/event-stream")
        await self.writer.drain()

    async def send_event(self, data: str) -> None:
        """One event of the stream."""
        event = f"data: {data}\n\n".encode()
        self.writer.write(f"{len(event):x}\r\n".encode())
        await self._body(event)
        self.writer.write(b"\r\n")

    async def end_events(self) -> None:
        """The proper end of the stream."""
        self.writer.write(b"0\r\n\r\n")
        await self.writer.drain()

    def cut(self) -> None:
        """Break the connection off, as a cable does."""
        self.writer.transport.abort()
        raise ConnectionAbortedError

    def _head(
        self, status: int, headers: Mapping[str, str], kind: str = "application/json"
    ) -> None:
        lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", f"content-type: {kind}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        self.writer.write("\r\n".join([*lines, "", ""]).encode("latin-1"))

    async def _body(self, data: bytes) -> None:
        if self.cut_at is not None and self._sent + len(data) > self.cut_at:
            self.writer.write(data[: self.cut_at - self._sent])
            await self.writer.drain()
            self.cut()
        self._sent += len(data)
        self.writer.write(data)
        await self.writer.drain()
