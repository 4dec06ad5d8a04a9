"""A day's money for the model: when it is spent, answers are made of the quotes alone.

Costs are estimated from the characters that go and come, rather too high than too low: not every
server tells what it counted, and what is cut off is paid for as well.
"""

import asyncio
import tomllib
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import files

import structlog

from bot.journal import JournalError
from bot.journal.spending import Spending
from knowledge.answering.answer import Event
from knowledge.answering.answerer import Answerer
from knowledge.answering.model import ChatModel, Form, Message

_log = structlog.get_logger(__name__)

_BYTES_A_TOKEN = 3
"""English has four and more, Cyrillic and Arabic about five."""

_UNSEEN_IN, _UNSEEN_OUT = 700, 600
"""Tokens of a request that are not in its messages: the form of the reply, and a brief thinking."""

_MICRO = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """Dollars for a million tokens, which is millionths of a dollar for one."""

    input: float
    output: float

    def estimate(self, bytes_in: int, bytes_out: int) -> int:
        """About what a request costs, in millionths of a dollar."""
        tokens_in = bytes_in / _BYTES_A_TOKEN + _UNSEEN_IN
        tokens_out = bytes_out / _BYTES_A_TOKEN + _UNSEEN_OUT
        return round(tokens_in * self.input + tokens_out * self.output)


def load_price(model: str) -> Price:
    """The price of a model such as `openai:gpt-5.4-mini`; a dear one where it is not known."""
    table = tomllib.loads(files("bot").joinpath("prices.toml").read_text("utf-8"))
    name = model.partition(":")[2]
    known = [start for start in table["models"] if name.startswith(start)]
    return Price(**(table["models"][max(known, key=len)] if known else table["other"]))


class MeteredModel:
    """A model whose requests are paid for from a day's money."""

    def __init__(self, model: ChatModel, spending: Spending) -> None:
        self.name = model.name
        self._model = model
        self._spending = spending
        self._price = load_price(model.name)

    async def stream(
        self, messages: Sequence[Message], form: Form | None = None
    ) -> AsyncGenerator[str, None]:
        """As the model's own; the cost is noted whatever becomes of it."""
        sent = sum(len(message.text.encode("utf-8", "replace")) for message in messages)
        received = 0
        try:
            async with aclosing(self._model.stream(messages, form)) as pieces:
                async for piece in pieces:
                    received += len(piece.encode("utf-8", "replace"))
                    yield piece
        finally:
            # Not in a thread: a reply that is cut off leaves no time to wait for one.
            self._note(self._price.estimate(sent, received))

    def _note(self, micro_dollars: int) -> None:
        """An answer is not lost for a cost that cannot be noted."""
        try:
            self._spending.add(micro_dollars)
        except JournalError as error:
            _log.warning("cost of the model not noted", reason=str(error))

    async def check(self) -> None:
        """As the model's own."""
        await self._model.check()

    async def aclose(self) -> None:
        """As the model's own."""
        await self._model.aclose()


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """A day's money for the model, in dollars."""

    spending: Spending
    dollars: float

    def is_spent(self) -> bool:
        """Whether nothing is left of today's."""
        return self.spending.today() >= self.dollars * _MICRO

    def ends_in(self) -> timedelta:
        """How long until there is money again."""
        return self.spending.day_ends_in()


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetedAnswerer:
    """Answers with the model as long as there is money for it, and then without.

    Attributes:
        full: With the model.
        bare: Without it.
    """

    full: Answerer
    bare: Answerer
    budget: Budget

    async def answer(
        self,
        text: str,
        /,
        *,
        language: str = "",
        scope: Iterable[str] | None = None,
        previous: str | Sequence[str] = (),
    ) -> AsyncIterator[Event]:
        """As `Answerer.answer`."""
        spent = await asyncio.to_thread(self.budget.is_spent)
        answerer = self.bare if spent else self.full
        events = answerer.answer(text, language=language, scope=scope, previous=previous)
        async for event in events:
            yield event
