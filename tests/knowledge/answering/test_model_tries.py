import asyncio
from collections.abc import AsyncGenerator
from itertools import pairwise

import pytest

from knowledge.answering.model import Failure, ModelFailedError
from knowledge.answering.model_tries import Breaker, Patience, Timing, Tries
from tests.knowledge.answering.model_fakes import Clock


async def pieces(*texts: str) -> AsyncGenerator[str, None]:
    for text in texts:
        yield text


async def used_once(clock: Clock, patience: Patience | None = None) -> Tries:
    tries = Tries(patience or Patience(), clock.timing)
    assert [piece async for piece in tries.read(pieces("a", "b"))] == ["a", "b"]
    return tries


@pytest.mark.parametrize(
    ("jitter", "asked_to_wait", "slept"),
    [
        pytest.param(0.0, None, 0.25, id="shortest"),
        pytest.param(1.0, None, 0.75, id="longest"),
        pytest.param(0.5, 7.0, 7.0, id="as-long-as-the-server-asks"),
        pytest.param(0.5, 0.01, 0.5, id="never-at-once"),
    ],
)
async def test_the_pause_before_the_next_try(
    jitter: float, asked_to_wait: float | None, slept: float
) -> None:
    clock = Clock()
    tries = Tries(Patience(), Timing(clock=clock, sleep=clock.sleep, jitter=lambda: jitter))
    [_ async for _ in tries.read(pieces("a"))]
    await tries.wait(ModelFailedError(Failure.RATE_LIMITED, asked_to_wait))
    assert clock.slept == [slept]


async def test_a_wait_past_the_deadline_fails_at_once() -> None:
    clock = Clock()
    tries = await used_once(clock)
    error = ModelFailedError(Failure.RATE_LIMITED, 31.0)
    with pytest.raises(ModelFailedError) as caught:
        await tries.wait(error)
    assert caught.value is error
    assert clock.slept == []


async def test_no_try_is_left_after_the_last_or_after_the_deadline() -> None:
    clock = Clock()
    tries = await used_once(clock, Patience(tries=2))
    assert tries.left
    [_ async for _ in tries.read(pieces())]
    assert not tries.left
    late = await used_once(clock)
    clock.now += 30
    assert not late.left


async def test_a_silent_model_is_given_up_and_its_connection_closed() -> None:
    closed = []

    async def silent() -> AsyncGenerator[str, None]:
        try:
            yield "a"
            await asyncio.Event().wait()
        finally:
            closed.append(True)

    tries = Tries(Patience(silent_seconds=0.02), Timing())
    with pytest.raises(ModelFailedError) as caught:
        [_ async for _ in tries.read(silent())]
    assert (caught.value.failure, closed) == (Failure.TIMED_OUT, [True])


async def test_a_model_that_drips_is_given_up_at_the_deadline() -> None:
    async def drip() -> AsyncGenerator[str, None]:
        while True:
            await asyncio.sleep(0.005)
            yield "a"

    tries = Tries(Patience(total_seconds=0.05), Timing())
    with pytest.raises(ModelFailedError) as caught:
        [_ async for _ in tries.read(drip())]
    assert caught.value.failure is Failure.TIMED_OUT


def fail(breaker: Breaker, failure: Failure = Failure.UNREACHABLE) -> Failure:
    """What a request comes to that would fail so."""
    with pytest.raises(ModelFailedError) as caught, breaker.watch():
        raise ModelFailedError(failure)
    return caught.value.failure


def test_a_server_that_is_down_for_ten_minutes_is_asked_once_in_fifteen_seconds() -> None:
    clock = Clock()
    breaker = Breaker(clock=clock)
    asked = []
    for second in range(600):
        clock.now = float(second)
        if fail(breaker) is not Failure.RESTING:
            asked.append(second)
    assert asked[:3] == [0, 1, 2]
    assert all(later - sooner >= 15 for sooner, later in pairwise(asked[2:]))
    clock.now += 15
    with breaker.watch():
        pass
    with breaker.watch():
        pass


def test_while_one_request_tries_the_others_rest() -> None:
    clock = Clock()
    breaker = Breaker(clock=clock)
    for _ in range(3):
        fail(breaker)
    clock.now = 16
    with breaker.watch():
        assert fail(breaker) is Failure.RESTING


@pytest.mark.parametrize("failure", [Failure.MALFORMED, Failure.DECLINED, Failure.FILTERED])
def test_a_server_that_replies_badly_is_not_down(failure: Failure) -> None:
    breaker = Breaker(clock=Clock())
    assert [fail(breaker, failure) for _ in range(9)] == [failure] * 9
