"""Posts of the operator's channels, taken in as articles as they come and change."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import structlog
from telegram import Message

from bot.posts import Post, article_of
from bot.telegram.limiter import Sleep
from bot.telegram.pauses import growing_pauses
from knowledge.errors import NewsError
from knowledge.library.archive import Change
from knowledge.library.records import NewArticle
from knowledge.text.article import Article

_log = structlog.get_logger(__name__)
_TRIES = 4


class Intake(Protocol):
    """The archive, as far as it takes in articles. May block; called in a thread."""

    def add(self, new: NewArticle) -> tuple[Change, Article]:
        """Take in an article, or a new version of one that is there."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Channels:
    """Takes in what is posted.

    Attributes:
        names: Public names in small letters without the @, and numbers, of the channels meant.
    """

    names: frozenset[str]
    intake: Intake | None
    sleep: Sleep = asyncio.sleep

    async def take_in(self, message: Message) -> None:
        """A post as an article; one that was changed as a new version.

        Raises:
            NewsError: The archive took it in none of several tries.
        """
        if self.intake is None or not self._is_meant(message):
            return
        new = article_of(read_post(message))
        if new is not None:
            change, article = await self._add(self.intake, new)
            _log.info("post taken in", article=article.id, change=change.value)

    def _is_meant(self, message: Message) -> bool:
        chat = message.chat
        return str(chat.id) in self.names or (chat.username or "").lower() in self.names

    async def _add(self, intake: Intake, new: NewArticle) -> tuple[Change, Article]:
        pauses: Iterator[float] = growing_pauses()
        for left in reversed(range(_TRIES)):
            try:
                return await asyncio.to_thread(intake.add, new)
            except NewsError as error:
                _log.warning("post not taken in", address=new.address, reason=str(error))
                if not left:
                    raise
            await self.sleep(next(pauses))
        raise AssertionError  # the last try returns or raises


def read_post(message: Message) -> Post:
    """A message of a channel as a post; a caption counts as its text."""
    return Post(
        channel=message.chat.id,
        name=message.chat.username or "",
        title=message.chat.title or "",
        message=message.message_id,
        text=message.text or message.caption or "",
        author=message.author_signature or "",
        published=message.date,
        edited=message.edit_date,
    )
