"""Speech into words: a model that hears, if one is set, paid for from the day's money."""

import asyncio
import tomllib
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.resources import files
from typing import Protocol

import structlog

from bot.budget import Budget
from bot.journal import JournalError
from knowledge.errors import NewsError

_log = structlog.get_logger(__name__)
_MICRO = 1_000_000


class Unheard(StrEnum):
    """Why there are no words."""

    FAILED = "failed"
    """The model's server failed, or did not answer in time."""

    SPENT = "spent"
    """The day's money is spent."""


class SpeechError(NewsError):
    """A recording could not be put into words."""

    def __init__(self, why: Unheard, reason: str) -> None:
        super().__init__(f"A voice message was not transcribed: {reason}")
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """Speech as it was sent.

    Attributes:
        name: With the ending that says what kind of file it is.
    """

    name: str
    seconds: int
    content: bytes = field(repr=False)


class Listener(Protocol):
    """Hears what is said."""

    async def transcribe(self, recording: Recording) -> str:
        """The words, in their own language; "" where there are none.

        Raises:
            SpeechError: It could not be heard.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class MeteredListener:
    """Hears as long as there is money for it; the cost is noted before, whatever comes of it."""

    listener: Listener
    budget: Budget
    micro_dollars_a_minute: int

    async def transcribe(self, recording: Recording) -> str:
        """As `Listener.transcribe`."""
        if await asyncio.to_thread(self.budget.is_spent):
            raise SpeechError(Unheard.SPENT, "the day's money is spent.")
        cost = -(-recording.seconds * self.micro_dollars_a_minute // 60)
        try:
            await asyncio.to_thread(self.budget.spending.add, cost)
        except JournalError as error:
            _log.warning("cost of speech not noted", reason=str(error))
        return await self.listener.transcribe(recording)


def load_speech_price(model: str) -> int:
    """Millionths of a dollar for a minute heard by a model such as `openai:gpt-transcribe`."""
    table = tomllib.loads(files("bot").joinpath("prices.toml").read_text("utf-8"))["speech"]
    name = model.partition(":")[2]
    known = [start for start in table["models"] if name.startswith(start)]
    dollars = table["models"][max(known, key=len)] if known else table["other"]
    return round(float(dollars) * _MICRO)


def load_listener(model: str, api_key: str, base_url: str) -> Listener:
    """The listener that a setting such as `openai:gpt-transcribe` names."""
    from bot.speech_openai import OpenAIListener  # noqa: PLC0415 - its client takes a second

    return OpenAIListener(model=model.partition(":")[2], api_key=api_key, base_url=base_url)
