"""The queue of updates, and long polling from it."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tests.servers.telegram.errors import refusal
from tests.servers.telegram.specification import load_specification

_ASKED_FOR = {"chat_member", "message_reaction", "message_reaction_count"}
LONGEST_POLL_SECONDS = 50
_OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


@dataclass(slots=True, kw_only=True)
class Update:
    """One update; `repeated` ones come once more although they were confirmed."""

    id: int
    kind: str
    body: dict[str, Any]
    repeated: bool = False
    delivered: bool = False

    def as_json(self) -> dict[str, Any]:
        """As the Bot API writes it."""
        return {"update_id": self.id, self.kind: self.body}


class UpdateQueue:
    """Delivers at least once: an update stays until a higher offset confirms it.

    Attributes:
        history: Every update that was ever queued.
        deliveries: The ids handed out, answer by answer.
        confirmed: Ids in the order of their confirmation.
        refused: Updates of kinds that the bot has not asked for.
    """

    def __init__(self, announce: Callable[[], None]) -> None:
        self.history: list[Update] = []
        self.deliveries: list[list[int]] = []
        self.confirmed: list[int] = []
        self.refused: list[str] = []
        self._announce = announce
        self._pending: list[Update] = []
        self._allowed: frozenset[str] = default_kinds()
        self._held = False
        self._poll: asyncio.Future[None] | None = None

    @property
    def pending(self) -> Sequence[Update]:
        """What is not confirmed."""
        return tuple(self._pending)

    @property
    def deliverable(self) -> bool:
        """Whether there is something to hand out."""
        return bool(self._pending) and not self._held

    def push(self, kind: str, body: dict[str, Any]) -> Update | None:
        """Queue an update; None if the bot has not asked for this kind."""
        if kind not in self._allowed:
            self.refused.append(kind)
            return None
        update = Update(id=1000 + len(self.history), kind=kind, body=body)
        self.history.append(update)
        self._pending.append(update)
        self._wake()
        return update

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Remember the kinds that are wanted: none given, no change; an empty list, the default."""
        if kinds is not None:
            self._allowed = frozenset(kinds) & all_kinds() if kinds else default_kinds()

    def repeat(self, update: Update) -> None:
        """Deliver an update once more, confirmed or not, as after an answer that got lost."""
        again = Update(id=update.id, kind=update.kind, body=update.body, repeated=True)
        self._pending.append(again)
        self._wake()

    def drop(self, update: Update) -> None:
        """Forget an update that is not confirmed yet."""
        self._pending = [waiting for waiting in self._pending if waiting is not update]

    def reorder(self, order: Sequence[int]) -> None:
        """Put the pending updates into another order, by their places now.

        The ids stay where they are, rising: it is what happened that changes places.
        """
        rows = [(self._pending[at].kind, self._pending[at].body) for at in order]
        for update, (kind, body) in zip(self._pending, rows, strict=True):
            update.kind, update.body = kind, body

    @contextmanager
    def held(self) -> Iterator[None]:
        """Deliver nothing inside; what gathers comes in one answer afterwards."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
            self._wake()

    def clear(self) -> None:
        """Forget all that is pending."""
        self._pending.clear()

    async def poll(self, offset: int, limit: int, timeout_seconds: float) -> list[dict[str, Any]]:
        """Answer getUpdates: confirm what is below *offset*, then wait for what is not.

        Raises:
            RefusedError: Another poller has come meanwhile.
        """
        self.terminate_poll(_OTHER_POLLER)
        self._confirm(offset)
        loop = asyncio.get_running_loop()
        deadline = loop.time() + min(timeout_seconds, LONGEST_POLL_SECONDS)
        while not (batch := self._batch(limit)) and loop.time() < deadline:
            await self._arrival(deadline - loop.time())
        if batch:
            self.deliveries.append([update.id for update in batch])
        for update in batch:
            update.delivered = True
        return [update.as_json() for update in batch]

    def terminate_poll(self, reason: str) -> None:
        """Answer whoever is polling with a 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(refusal(409, reason))

    def confirm_one(self, update: Update) -> None:
        """The webhook has taken it."""
        self.drop(update)
        self.confirmed.append(update.id)
        self._announce()

    async def _arrival(self, seconds: float) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poll = future
        try:
            async with asyncio.timeout(seconds):
                await future
        except TimeoutError:
            pass  # nothing came: an empty answer
        finally:
            if self._poll is future:
                self._poll = None

    def _batch(self, limit: int) -> list[Update]:
        return [] if self._held else self._pending[: max(1, min(limit, 100))]

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            offset = self._pending[offset:][0].id if self._pending else 0
        kept = []
        for update in self._pending:
            if update.id >= offset or (update.repeated and not update.delivered):
                kept.append(update)
            else:
                self.confirmed.append(update.id)
        if len(kept) != len(self._pending):
            self._pending = kept
            self._announce()

    def _wake(self) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        self._announce()


def all_kinds() -> frozenset[str]:
    """Every kind of update."""
    return frozenset(load_specification().types["Update"].optional)


def default_kinds() -> frozenset[str]:
    """What a bot gets that has never said what it wants."""
    return all_kinds() - _ASKED_FOR
