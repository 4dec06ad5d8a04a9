"""The server: HTTP in, methods in the middle, a record of everything."""

import asyncio
import inspect
import json
import re
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote, urlsplit

from tests.servers.telegram.call import Call
from tests.servers.telegram.checks import read_parameters, unknown_parameters
from tests.servers.telegram.clock import Clock
from tests.servers.telegram.errors import RefusedError, too_many_requests
from tests.servers.telegram.faults import Fault, FaultPlan
from tests.servers.telegram.forms import read_form
from tests.servers.telegram.limits import Excess, RateLimits
from tests.servers.telegram.methods import find_function
from tests.servers.telegram.people import People
from tests.servers.telegram.record import Request
from tests.servers.telegram.specification import Shape, load_specification
from tests.servers.telegram.state import Chat, Person
from tests.servers.telegram.updates import UpdateQueue
from tests.servers.telegram.webhook import WebhookCourier
from tests.servers.telegram.wire import HttpReply, HttpRequest, HttpServer, Upload
from tests.servers.telegram.world import Oddity, World

TEST_TOKEN = "123456:test-token"
_TOKEN = re.compile(r"(\d+):[\w-]+")
_METHOD_PATH = re.compile(r"/bot([^/]+)/(\w+)")
_FILE_PATH = re.compile(r"/file/bot([^/]+)/(.+)")


class TelegramServer(People):
    """A Bot API server on loopback for one bot.

    Attributes:
        faults: What shall go wrong.
        requests: Every request that named a method, in the order of arrival.
        port: Where it listens; 0 until started.
    """

    def __init__(
        self,
        token: str = TEST_TOKEN,
        *,
        bot_name: str = "WhoSaid",
        bot_username: str = "whosaid_test_bot",
        enforce_limits: bool = False,
        clock: Clock | None = None,
    ) -> None:
        found = _TOKEN.fullmatch(token)
        if found is None:
            raise ValueError("a token is digits, a colon, and letters")
        bot = Person(id=int(found[1]), first_name=bot_name, username=bot_username, is_bot=True)
        self.token = token
        self.port = 0
        self.faults = FaultPlan()
        self.requests: list[Request] = []
        self.world = World(bot=bot, clock=clock or Clock(), enforce_limits=enforce_limits)
        self._http = HttpServer(self._respond)
        self._courier: asyncio.Task[None] | None = None
        self._failures: list[Exception] = []

    @property
    def base_url(self) -> str:
        """For `Application.builder().base_url(...)`."""
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def base_file_url(self) -> str:
        """For `Application.builder().base_file_url(...)`."""
        return f"http://127.0.0.1:{self.port}/file/bot"

    @property
    def bot(self) -> Person:
        """The bot itself."""
        return self.world.bot

    @property
    def clock(self) -> Clock:
        """The time that the server goes by."""
        return self.world.clock

    @property
    def updates(self) -> UpdateQueue:
        """What waits for the bot."""
        return self.world.updates

    @property
    def oddities(self) -> list[Oddity]:
        """What Telegram would have accepted in silence; a good bot leaves none."""
        return self.world.oddities

    @property
    def limits(self) -> RateLimits:
        """Sending rates, and what went past them."""
        return self.world.limits

    async def start(self, port: int = 0) -> None:
        """Begin to serve."""
        self.port = await self._http.start(port)
        self._courier = asyncio.create_task(WebhookCourier(self.world, self._call_from_hook).run())

    async def stop(self) -> None:
        """End; cuts off whoever is connected.

        Raises:
            ExceptionGroup: Methods failed by faults of this server's own.
        """
        if self._courier is not None:
            self._courier.cancel()
            await asyncio.gather(self._courier, return_exceptions=True)
        await self._http.stop()
        if self._failures:
            raise ExceptionGroup("the server itself failed", self._failures)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.stop()

    def calls(self, method: str) -> list[Request]:
        """The requests that called *method*."""
        return [request for request in self.requests if request.method == method]

    async def until(
        self, true: Any, *, what: str = "it", timeout_seconds: float | None = 5.0
    ) -> None:
        """Wait until *true()* is so; it is looked at whenever something has happened.

        Raises:
            TimeoutError: It was not so in time.
        """
        await self.world.changes.until(true, what=what, timeout_seconds=timeout_seconds)

    async def until_sent(self, chat: Chat, count: int, *, timeout_seconds: float = 5.0) -> None:
        """Wait until a person sees *count* messages of the bot in *chat*.

        Raises:
            TimeoutError: There were fewer.
        """
        await self.until(
            lambda: len(chat.from_bot) >= count,
            what=f"{count} messages of the bot, {len(chat.from_bot)} are there",
            timeout_seconds=timeout_seconds,
        )

    async def until_called(
        self, method: str, count: int = 1, *, timeout_seconds: float = 5.0
    ) -> Request:
        """Wait until *method* was called and answered *count* times; the last of these calls.

        Raises:
            TimeoutError: It was not.
        """

        def answered() -> list[Request]:
            return [call for call in self.calls(method) if call.over]

        await self.until(
            lambda: len(answered()) >= count, what=method, timeout_seconds=timeout_seconds
        )
        return answered()[count - 1]

    async def _respond(self, request: HttpRequest) -> HttpReply:
        path = unquote(urlsplit(request.target).path)
        method = _METHOD_PATH.fullmatch(path)
        file = _FILE_PATH.fullmatch(path)
        found = method or file
        if found is None:
            return _refused(RefusedError(404, "Not Found"))
        if found[1] != self.token:
            return _refused(RefusedError(401, "Unauthorized"))
        return await self._serve(found[2], request) if method else self._file_reply(found[2])

    def _file_reply(self, path: str) -> HttpReply:
        for file in self.world.files.values():
            if file.path == path:
                return HttpReply(body=file.upload.content, content_type=file.upload.mime_type)
        return _refused(RefusedError(404, "Not Found"))

    async def _serve(self, name: str, http: HttpRequest) -> HttpReply:
        try:
            shape = load_specification().find_method(name)
            raw, files = read_form(http)
        except RefusedError as error:
            return _refused(error)
        request = self._write_down(shape, raw)
        instead = request.fault.instead()
        if instead is not None:
            request.code, request.over = instead.status, True
            self.world.changes.announce()
            return instead
        return await request.fault.afterwards(await self._carry_out(request, shape, raw, files))

    def _write_down(self, shape: Shape, raw: dict[str, Any]) -> Request:
        request = Request(
            method=shape.name,
            parameters=dict(raw),
            time=self.clock.now(),
            fault=self.faults.take(shape.name),
        )
        self.requests.append(request)
        unknown = [f"unknown parameter {name!r}" for name in unknown_parameters(shape, raw)]
        self.oddities.extend(Oddity(method=shape.name, what=what) for what in unknown)
        self.world.changes.announce()
        return request

    async def _carry_out(
        self, request: Request, shape: Shape, raw: dict[str, Any], files: dict[str, Upload]
    ) -> HttpReply:
        try:
            request.parameters = read_parameters(shape, raw, files)
            call = Call(world=self.world, shape=shape, parameters=request.parameters, files=files)
            request.result = await self._run(call)
            request.done = True
            return HttpReply(body=json.dumps({"ok": True, "result": request.result}).encode())
        except RefusedError as error:
            request.code, request.error = error.code, error.description
            return _refused(error)
        except Exception as error:  # noqa: BLE001 - the outermost edge: told when the server stops
            self._failures.append(error)
            request.code, request.error = 500, repr(error)
            return _refused(RefusedError(500, "Internal Server Error"))
        finally:
            request.over = True
            self.world.changes.announce()

    async def _run(self, call: Call) -> Any:
        excess = self._count(call)
        if excess is not None and self.limits.enforced:
            raise too_many_requests(excess.retry_after)
        result = find_function(call)(call)
        return await result if inspect.isawaitable(result) else result

    def _count(self, call: Call) -> Excess | None:
        chat = self.world.chats.get(call.get("chat_id"))
        return self.limits.count(call.method, chat, self.clock.now()) if chat else None

    async def _call_from_hook(self, name: str, raw: dict[str, Any]) -> None:
        shape = load_specification().find_method(name)
        request = self._write_down(shape, raw)
        request.fault = Fault()
        await self._carry_out(request, shape, raw, {})


def _refused(error: RefusedError) -> HttpReply:
    return HttpReply(status=error.code, body=json.dumps(error.as_json()).encode())
