"""Faults that tests ask for: what goes wrong between a bot and Telegram."""

import asyncio
from dataclasses import dataclass, field

from tests.servers.telegram.wire import HttpReply


class Fault:
    """Something that goes wrong with one request. This one is none."""

    def instead(self) -> HttpReply | None:
        """Answer without doing what was asked; None does it."""
        return None

    async def afterwards(self, reply: HttpReply) -> HttpReply:
        """What becomes of the answer when it was done."""
        return reply


@dataclass(frozen=True, slots=True, kw_only=True)
class TooManyRequests(Fault):
    """Refused with 429; seconds."""

    retry_after: int = 1

    def instead(self) -> HttpReply:
        words = f"Too Many Requests: retry after {self.retry_after}"
        body = (
            f'{{"ok":false,"error_code":429,"description":"{words}",'
            f'"parameters":{{"retry_after":{self.retry_after}}}}}'
        )
        return HttpReply(status=429, body=body.encode())


@dataclass(frozen=True, slots=True)
class ServerError(Fault):
    """Answered with 500, or with a gateway's HTML page where *status* is another."""

    status: int = 500

    def instead(self) -> HttpReply:
        if self.status == 500:
            body = b'{"ok":false,"error_code":500,"description":"Internal Server Error"}'
            return HttpReply(status=500, body=body)
        page = f"<html><body><h1>{self.status} Bad Gateway</h1></body></html>"
        return HttpReply(status=self.status, body=page.encode(), content_type="text/html")


@dataclass(frozen=True, slots=True)
class DropBefore(Fault):
    """The connection is cut and nothing was done."""

    def instead(self) -> HttpReply:
        return HttpReply(cut=True)


@dataclass(frozen=True, slots=True)
class DropAfter(Fault):
    """It was done, and the connection is cut before the answer."""

    async def afterwards(self, reply: HttpReply) -> HttpReply:
        return HttpReply(cut=True)


@dataclass(frozen=True, slots=True)
class MalformedJson(Fault):
    """It was done, and half of the answer arrives."""

    async def afterwards(self, reply: HttpReply) -> HttpReply:
        return HttpReply(status=reply.status, body=reply.body[: len(reply.body) // 2])


@dataclass(frozen=True, slots=True)
class SlowReply(Fault):
    """It was done at once; the answer takes *seconds*."""

    seconds: float

    async def afterwards(self, reply: HttpReply) -> HttpReply:
        await asyncio.sleep(self.seconds)
        return reply


@dataclass(frozen=True, slots=True)
class HeldReply(Fault):
    """It was done at once; the answer waits until the test lets it go."""

    released: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        """Let the answer go."""
        self.released.set()

    async def afterwards(self, reply: HttpReply) -> HttpReply:
        await self.released.wait()
        return reply


@dataclass(slots=True)
class _Planned:
    fault: Fault
    method: str
    skip: int
    times: int


class FaultPlan:
    """Which requests to come shall fail."""

    def __init__(self) -> None:
        self._planned: list[_Planned] = []

    def add(self, method: str, fault: Fault, *, times: int = 1, skip: int = 0) -> None:
        """Let the next *times* calls of *method* fail ("*": of any), after *skip* that don't."""
        self._planned.append(_Planned(fault, method.lower(), skip, times))

    def clear(self) -> None:
        """All goes well from now on."""
        self._planned.clear()

    def take(self, method: str) -> Fault:
        """The fault that is due for this request."""
        for planned in self._planned:
            if planned.method not in {"*", method.lower()} or planned.times == 0:
                continue
            if planned.skip > 0:
                planned.skip -= 1
                continue
            planned.times -= 1
            return planned.fault
        return Fault()
