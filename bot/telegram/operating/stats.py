"""The figures of the last days, with a picture."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from babel.numbers import format_decimal

from bot.journal.figures import Day, FigureTables, percentile
from bot.pages import Page
from bot.telegram.actions import Action, Effect
from bot.telegram.buttons import ButtonSigner, Verb
from bot.telegram.replies import Place, Reply
from bot.telegram.screens import Key, Screen, show_screen
from bot.texts import Texts

_CHOICES = (7, 30)
"""Days that can be looked at."""

_MICRO = 1_000_000

_OUTCOMES = {
    "answered": ("🟩", "stats-answered"),
    "disputed": ("🟪", "stats-disputed"),
    "partial": ("🟨", "stats-partial"),
    "refused": ("🟥", "stats-refused"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatsScreens:
    """Shows figures.

    Attributes:
        bot: The bot's own number.
    """

    figures: FigureTables
    signer: ButtonSigner
    bot: int

    async def show(
        self, place: Place, *, days: int = _CHOICES[0], edits: int | None = None
    ) -> Reply:
        """The last *days* days."""
        screen = await asyncio.to_thread(self._draw, days, place.texts)
        return show_screen(screen, place, self.signer, edits=edits)

    async def turn(self, action: Action) -> Effect:
        """Another number of days, in the place of what is there."""
        days = _CHOICES[min(action.number, len(_CHOICES) - 1)]
        reply = await self.show(action.place, days=days, edits=action.message)
        return Effect(reply=reply)

    def _draw(self, count: int, texts: Texts) -> Screen:
        from bot.stats_pictures import draw_days  # noqa: PLC0415 - no start need wait for it

        days = self.figures.days(self.bot, count)
        keys = [
            Key(label=texts("stats-days", days=str(n)), verb=Verb.STATS_DAYS, number=at)
            for at, n in enumerate(_CHOICES)
            if n != count
        ]
        words = "\n".join(texts.line_mark + one for one in _lines(days, texts))
        return Screen(page=Page(text=words), rows=[keys], photo=draw_days(days))


def _lines(days: Sequence[Day], texts: Texts) -> Iterator[str]:
    outcomes = sum((day.outcomes for day in days), Counter[str]())
    times = [one for day in days for one in day.milliseconds]
    yield texts("stats-head", days=str(len(days)))
    yield texts("stats-questions", count=outcomes.total())
    for outcome, (square, key) in _OUTCOMES.items():
        yield f"{square} {texts(key, count=outcomes[outcome])}"
    up, down = sum(day.helpful for day in days), sum(day.not_helpful for day in days)
    yield f"👍 {up} · 👎 {down}"
    cost = sum(day.micro_dollars for day in days) / _MICRO
    yield texts("stats-cost", dollars=_number(cost, "0.00", texts))
    if times:
        half, most = (
            _number(percentile(times, share) / 1000, "0.0", texts) for share in (0.5, 0.95)
        )
        yield texts("stats-latency", half=half, most=most)
        yield texts("stats-picture")


def _number(value: float, form: str, texts: Texts) -> str:
    return format_decimal(value, format=form, locale=texts.language)
