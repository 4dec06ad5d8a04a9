"""The commands of readers, from their names to what answers them."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot.journal.base import Clock, read_clock
from bot.journal.choices import ARTICLE
from bot.journal.forgetting import Forgetting
from bot.sources import describe_moment
from bot.telegram.choosing import Languages, Sources
from bot.telegram.claims import ClaimsScreens
from bot.telegram.replies import Place, Reply, say, say_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A command somebody gave.

    Attributes:
        is_private: The chat is the reader's own.
    """

    place: Place
    reader: int
    is_private: bool


Answer = Callable[[Call], Awaitable[Reply | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commands:
    """Answers commands that need no more words."""

    sources: Sources
    languages: Languages
    claims: ClaimsScreens
    forgetting: Forgetting
    clock: Clock = read_clock

    @property
    def by_name(self) -> Mapping[str, Answer]:
        """What answers each command."""
        told = {name: self._telling(name) for name in ("help", "about", "privacy")}
        return told | {
            "sources": self._sources,
            "claims": self._claims,
            "language": self._language,
            "forget": self._forget,
        }

    def _telling(self, key: str) -> Answer:
        async def tell(call: Call) -> Reply:
            return say(call.place, key)

        return tell

    async def _sources(self, call: Call) -> Reply:
        return await self.sources.show(call.place, call.reader)

    async def _claims(self, call: Call) -> Reply | None:
        """Of the chosen article, of the only one, or of one to pick."""
        topic = self.sources.places.topic(call.place)
        chosen = await asyncio.to_thread(self.sources.choices.get, topic, ARTICLE)
        there = [one.id for one in await asyncio.to_thread(self.sources.articles.summaries)]
        if chosen in there or len(there) == 1:
            only = chosen if chosen in there else there[0]
            return (await self.claims.show(call.place, [only])).reply
        return (await self.claims.pick(call.place)).reply

    async def _language(self, call: Call) -> Reply:
        return self.languages.show(call.place, call.reader)

    async def _forget(self, call: Call) -> Reply:
        """Forget, and say what: a receipt."""
        done = await asyncio.to_thread(
            self.forgetting.forget,
            self.sources.places.bot,
            call.place.chat,
            call.reader,
            whole_chat=call.is_private,
        )
        texts = call.place.texts
        words = texts(
            "forgotten",
            when=describe_moment(self.clock(), texts.language),
            questions=str(done.questions),
            votes=str(done.votes),
            choices=str(done.choices),
        )
        return say_words(call.place, words)
