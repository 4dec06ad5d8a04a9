"""Where a reply goes and in whose words, from a message and from what was chosen for its chat."""

import asyncio
from dataclasses import dataclass

from telegram import MaybeInaccessibleMessage, Message, User
from telegram.constants import ChatType

from bot.journal.choices import LANGUAGE, Choices, Topic
from bot.telegram.replies import Place
from bot.texts import load_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Finds places.

    Attributes:
        bot: The bot's own number.
    """

    choices: Choices
    bot: int

    async def of_message(self, message: Message) -> Place:
        """Where an answer to *message* goes."""
        reply_to = None if is_private(message) else message.message_id
        return await self._place(message, message.from_user, reply_to)

    async def of_press(self, message: MaybeInaccessibleMessage, reader: User) -> Place:
        """Where what comes of a press under *message* goes."""
        return await self._place(message, reader, None)

    def topic(self, place: Place) -> Topic:
        """The topic that what is chosen in a place is for."""
        return Topic(bot=self.bot, chat=place.chat, thread=place.topic)

    async def move(self, old: int, new: int) -> None:
        """A group goes on under another number: what was chosen for it goes with it."""
        await asyncio.to_thread(self.choices.move, self.bot, old, new)

    async def _place(
        self, message: MaybeInaccessibleMessage, reader: User | None, reply_to: int | None
    ) -> Place:
        chat = message.chat.id
        topic = Topic(bot=self.bot, chat=chat)
        chosen = await asyncio.to_thread(self.choices.get, topic, LANGUAGE)
        spoken = reader.language_code if reader else ""
        return Place(
            chat=chat,
            texts=load_texts(chosen or spoken or ""),
            thread=_thread(message),
            reply_to=reply_to,
            answer_in=chosen,
            business=_business(message),
        )


def is_private(message: MaybeInaccessibleMessage) -> bool:
    """Whether a message is in a chat of one reader and the bot."""
    return message.chat.type == ChatType.PRIVATE


def _thread(message: MaybeInaccessibleMessage) -> int | None:
    in_topic = isinstance(message, Message) and message.is_topic_message
    return message.message_thread_id if in_topic and isinstance(message, Message) else None


def _business(message: MaybeInaccessibleMessage) -> str:
    return (message.business_connection_id or "") if isinstance(message, Message) else ""
