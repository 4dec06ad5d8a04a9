"""Queues: in order within a lane, side by side between lanes, bounded at the end."""

import asyncio

from bot.telegram.lanes import Lanes


class Work:
    """Takes as long as the test wants."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.done: list[str] = []
        self.gates: dict[str, asyncio.Event] = {}

    async def __call__(self, item: str) -> None:
        self.begun.append(item)
        if item in self.gates:
            await self.gates[item].wait()
        self.done.append(item)


async def settle() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_a_lane_keeps_its_order_and_does_not_hold_up_another() -> None:
    work = Work()
    work.gates["a1"] = asyncio.Event()
    lanes = Lanes(work)
    for lane, item in [("a", "a1"), ("a", "a2"), ("b", "b1"), ("b", "b2")]:
        lanes.put(lane, item)
    await settle()
    assert (work.begun, work.done) == (["a1", "b1", "b2"], ["b1", "b2"])
    work.gates["a1"].set()
    await settle()
    assert work.done == ["b1", "b2", "a1", "a2"]


async def test_a_lane_that_ran_empty_takes_more() -> None:
    work = Work()
    lanes = Lanes(work)
    lanes.put("a", "a1")
    await settle()
    lanes.put("a", "a2")
    await settle()
    assert work.done == ["a1", "a2"]


async def test_at_the_end_what_is_under_way_is_finished_and_the_rest_left() -> None:
    work = Work()
    work.gates["a1"] = asyncio.Event()
    lanes = Lanes(work)
    lanes.put("a", "a1")
    lanes.put("a", "a2")
    await settle()
    closing = asyncio.create_task(lanes.close(5.0))
    await settle()
    lanes.put("b", "b1")
    work.gates["a1"].set()
    assert await closing == 0
    assert work.done == ["a1"]


async def test_what_takes_too_long_at_the_end_is_broken_off() -> None:
    work = Work()
    work.gates["a1"] = asyncio.Event()
    lanes = Lanes(work)
    lanes.put("a", "a1")
    await settle()
    assert await lanes.close(0.01) == 1
    assert work.done == []
