"""Waiting for an answer: its statements on the way, and no longer than it may take."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence

from knowledge.answering.answer import Answer, Event, Statement
from knowledge.errors import NewsError


class SlowAnswerError(NewsError):
    """The answerer did not end in time."""


class NoAnswerError(NewsError):
    """The answerer ended without an answer."""


async def wait_for_answer(
    events: AsyncIterator[Event],
    patience_seconds: float,
    show: Callable[[Sequence[Statement]], None] = lambda _: None,
) -> Answer:
    """The answer at the end of *events*; the statements before it are given to *show*.

    Raises:
        NewsError: There is none, or not in time.
    """
    shown: list[Statement] = []
    try:
        async with asyncio.timeout(patience_seconds):
            async for event in events:
                if isinstance(event, Answer):
                    return event
                shown.append(event)
                show(shown)
    except TimeoutError as error:
        raise SlowAnswerError(f"No answer within {patience_seconds:g} s.") from error
    raise NoAnswerError("The answerer ended without an answer.")
