"""A small web server on loopback, whose pages are raw answers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from knowledge.library.ingest.fetching import Fetcher
from knowledge.library.ingest.guard import Address
from knowledge.library.ingest.visiting import Visitor

Headers = Mapping[str, str]
Reply = tuple[int, Headers, bytes | Iterable[bytes]]
Page = Reply | Callable[[Headers], Reply]


class WebServer:
    """Serves `pages`, by path, and remembers what was asked for."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def put(self, path: str, body: bytes | str, content_type: str = "text/html") -> str:
        """Serve *body* there; returns its address."""
        raw = body.encode() if isinstance(body, str) else body
        self.pages[path] = (200, {"Content-Type": content_type}, raw)
        return self.url(path)

    def fetcher(self, *, seconds: float = 20.0) -> Fetcher:
        """A fetcher that may connect to this server, and to nothing else."""

        async def resolver(_host: str, _port: int) -> list[str]:
            return ["127.0.0.1"]

        def only_here(address: Address, port: int) -> bool:
            return (str(address), port) == ("127.0.0.1", self.port)

        return Fetcher(resolver=resolver, rule=only_here, seconds=seconds)

    def visitor(self, *, seconds: float = 20.0) -> Visitor:
        """One that fetches so, and does not wait between two requests."""
        return Visitor(fetcher=self.fetcher(seconds=seconds), wait=lambda _: None)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                server.asked.append((self.path, headers))
                page = server.pages.get(self.path, (404, {}, b""))
                status, said, body = page(headers) if callable(page) else page
                self.send_response(status)
                for name, value in said.items():
                    self.send_header(name, value)
                self.end_headers()
                try:
                    for part in [body] if isinstance(body, bytes) else body:
                        self.wfile.write(part)
                        self.wfile.flush()
                except OSError:
                    pass  # the client has had enough

            def log_message(self, *_: object) -> None:
                pass

        return Handler
