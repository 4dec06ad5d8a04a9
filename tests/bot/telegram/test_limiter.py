"""Telegram's rates, on a clock of the tests' own."""

import asyncio
from itertools import count, pairwise

import pytest

from bot.telegram.limiter import Limiter

_STEPS = 50
"""Turns of the event loop in which everything that can go on without time passing has done so."""


class FakeTime:
    """Time that passes only while somebody sleeps; sleepers wake in order."""

    def __init__(self) -> None:
        self.now = 0.0
        self._order = count()
        self._sleepers: list[tuple[float, int, asyncio.Event]] = []

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        woken = asyncio.Event()
        self._sleepers.append((self.now + seconds, next(self._order), woken))
        await woken.wait()

    async def run(self, *work: asyncio.Task[None]) -> None:
        """Let time pass until all *work* is done."""
        while not all(task.done() for task in work):
            for _ in range(_STEPS):
                await asyncio.sleep(0)
            if self._sleepers:
                self._sleepers.sort()
                due, _, woken = self._sleepers.pop(0)
                self.now = max(self.now, due)
                woken.set()
        await asyncio.gather(*work)


class Sending:
    """Sends through a limiter and writes down when what arrived."""

    def __init__(self, on_the_way: float = 0.0) -> None:
        self.time = FakeTime()
        self.limiter = Limiter(self.time.clock, self.time.sleep)
        self.arrived: list[tuple[float, int]] = []
        self.on_the_way = on_the_way

    async def send(self, chat: int, delay: float = 0.0) -> None:
        async with self.limiter.turn(chat):
            await self.time.sleep(delay)
            self.arrived.append((self.time.now, chat))
            await self.time.sleep(self.on_the_way)

    async def send_all(self, *chats: int, delay: float = 0.0) -> list[float]:
        tasks = [
            asyncio.create_task(self.send(chat, delay if at % 2 else 0.0))
            for at, chat in enumerate(chats)
        ]
        await self.time.run(*tasks)
        return [at for at, _ in self.arrived]


def most_within(times: list[float], seconds: float) -> int:
    return max(sum(start <= time < start + seconds for time in times) for start in times)


async def test_a_chat_gets_one_message_a_second_in_order() -> None:
    sending = Sending()
    times = await sending.send_all(1, 1, 1, 1)
    assert all(later - earlier >= 1.0 for earlier, later in pairwise(times))
    assert times[-1] < 4.0


async def test_chats_do_not_wait_for_each_other() -> None:
    sending = Sending()
    assert await sending.send_all(*range(1, 31)) == [0.0] * 30


@pytest.mark.parametrize("delay", [0.0, 0.7, 3.0])
async def test_no_second_sees_more_than_thirty_however_long_messages_are_on_their_way(
    delay: float,
) -> None:
    sending = Sending()
    times = await sending.send_all(*range(1, 101), delay=delay)
    assert len(times) == 100
    assert most_within(times, 1.0) <= 30


async def test_a_group_gets_twenty_a_minute() -> None:
    sending = Sending()
    times = await sending.send_all(*[-100] * 41)
    assert most_within(times, 60.0) <= 20
    assert len(times) == 41


async def test_a_pause_that_telegram_asks_for_holds_for_all() -> None:
    sending = Sending()
    sending.limiter.close(7.0, 1)
    assert min(await sending.send_all(1, 2, -3)) >= 7.0


async def test_a_broken_off_turn_leaves_the_way_free() -> None:
    sending = Sending()
    sending.limiter.close(1000.0, 1)
    tasks = [asyncio.create_task(sending.send(1)) for _ in range(3)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    times = await sending.send_all(1, 2)
    assert len(times) == 2


async def test_chats_that_fell_silent_are_forgotten() -> None:
    sending = Sending()
    for chat in range(1, 2100):
        sending.time.now += 1.0
        await sending.time.run(asyncio.create_task(sending.send(chat)))
    assert len(sending.limiter._paces) < 2000
