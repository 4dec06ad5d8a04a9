"""HTTP/1.1 over asyncio: requests in, replies out, and connections that can be cut off."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeAlias

import h11

_CHUNK = 65_536
_LARGEST_BODY = 60 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that came with a request."""

    name: str
    content: bytes = field(repr=False)
    mime_type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpRequest:
    """What a client asked, read to its end."""

    verb: str
    target: str
    headers: dict[str, str]
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpReply:
    """What the client gets; nothing at all, the connection cut, if `cut` is set."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json"
    cut: bool = False


Responder: TypeAlias = Callable[[HttpRequest], Awaitable[HttpReply]]


class HttpServer:
    """Listens on loopback and hands each request to one function."""

    def __init__(self, respond: Responder) -> None:
        self._respond = respond
        self._connections: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    async def start(self, port: int = 0) -> int:
        """Begin to listen; 0 takes any free port.

        Returns:
            The port.
        """
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", port)
        return int(self._server.sockets[0].getsockname()[1])

    async def stop(self) -> None:
        """Cut off every connection and stop listening."""
        if self._server is None:
            return
        self._server.close()
        connections = list(self._connections)
        for task in connections:
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
        await self._server.wait_closed()
        await asyncio.sleep(0)  # lets the loop close the sockets that were cut off

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._converse(reader, writer))
        self._connections.add(task)
        task.add_done_callback(self._connections.discard)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = h11.Connection(h11.SERVER)
        try:
            while await self._exchange(connection, reader, writer):
                connection.start_next_cycle()
        except (OSError, h11.RemoteProtocolError):
            pass  # the client went away, or spoke no HTTP: nobody is left to tell
        except asyncio.CancelledError:
            writer.transport.abort()
            raise
        finally:
            writer.close()

    async def _exchange(
        self, connection: h11.Connection, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        request = await _read_request(connection, reader)
        if request is None:
            return False
        reply = await self._respond(request)
        if reply.cut:
            writer.transport.abort()
            return False
        headers = [("content-type", reply.content_type), ("content-length", str(len(reply.body)))]
        for event in (
            h11.Response(status_code=reply.status, headers=headers),
            h11.Data(data=reply.body),
            h11.EndOfMessage(),
        ):
            writer.write(connection.send(event) or b"")
        await writer.drain()
        return connection.our_state is h11.DONE and connection.their_state is h11.DONE


async def _read_request(
    connection: h11.Connection, reader: asyncio.StreamReader
) -> HttpRequest | None:
    """Read one request; None where the client has no further one."""
    head: h11.Request | None = None
    body = bytearray()
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            connection.receive_data(await reader.read(_CHUNK))
        elif isinstance(event, h11.Request):
            head = event
        elif isinstance(event, h11.Data) and len(body) <= _LARGEST_BODY:
            body += event.data
        elif isinstance(event, h11.EndOfMessage) and head is not None:
            return _request(head, bytes(body))
        elif isinstance(event, h11.ConnectionClosed) or event is h11.PAUSED:
            return None


def _request(head: h11.Request, body: bytes) -> HttpRequest:
    return HttpRequest(
        verb=head.method.decode(),
        target=head.target.decode(),
        headers={name.decode(): value.decode("latin-1") for name, value in head.headers},
        body=body,
    )
