"""Business messages: what people write to an account that the bot answers for.

Source: business connections of the Bot API. Somebody lets the bot into their own chats with
others; an answer goes out in their name, so it is given only where it is wanted: to questions, by
others than the owner, while the connection is on and has the right to reply.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from telegram import Bot, BusinessMessagesDeleted, Message, User
from telegram.error import TelegramError

from bot.journal import Journal
from bot.telegram.addressing import Wish, find_wish
from bot.telegram.places import Places
from bot.telegram.questions import Asked, Questions
from bot.telegram.replies import Reply, business_topic

_log = structlog.get_logger(__name__)

_ASKING = frozenset({"", "ask"})
_MARKS_OF_QUESTIONS = "?？؟"
_MOST_REMEMBERED = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """What is known of a connection.

    Attributes:
        owner: Number of the person whose chats it leads into.
        may_reply: It is on, and the bot may write there.
    """

    owner: int
    may_reply: bool


class Connections:
    """The connections, as Telegram told of them last."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._known: OrderedDict[str, Connection] = OrderedDict()

    def note(self, payload: Mapping[str, Any]) -> None:
        """See an update come in: one that ends a connection counts for all that come after it."""
        match payload.get("business_connection"):
            case {"id": str() as name, "user": {"id": int() as owner}, **more}:
                rights = more.get("rights")
                can_reply = isinstance(rights, Mapping) and rights.get("can_reply") is True
                is_on = more.get("is_enabled") is True
                self._keep(name, Connection(owner=owner, may_reply=is_on and can_reply))

    async def find(self, name: str) -> Connection | None:
        """The connection; asked of Telegram if it was not told of since the start."""
        if name not in self._known:
            try:
                found = await self._bot.get_business_connection(name)
            except TelegramError as error:
                _log.info("business connection not found", reason=error.message)
                return None
            can_reply = found.rights is not None and bool(found.rights.can_reply)
            may_reply = found.is_enabled and can_reply
            self._keep(name, Connection(owner=found.user.id, may_reply=may_reply))
        return self._known[name]

    def _keep(self, name: str, connection: Connection) -> None:
        self._known[name] = connection
        self._known.move_to_end(name)
        if len(self._known) > _MOST_REMEMBERED:
            self._known.popitem(last=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Business:
    """Answers business messages.

    Attributes:
        me: The bot itself.
    """

    connections: Connections
    questions: Questions
    places: Places
    journal: Journal
    me: User

    async def answer(self, message: Message, *, edited: bool = False) -> Reply | None:
        """Answer a question; an edited one in the place of its answer, if it has one.

        Where the articles do not say, a message that asks nothing is left to the owner.

        Raises:
            NewsError: As for `Questions.answer`.
        """
        wish = find_wish(message, self.me)
        if wish is None or not _is_question(wish) or not await self._may_answer(message):
            return None
        place = await self.places.of_message(message)
        asked = Asked(
            text=wish.words or wish.about,
            reader=message.from_user.id if message.from_user else message.chat.id,
            message=message.message_id,
            about=wish.about if wish.words else "",
            edited=edited,
        )
        if edited and not await self.questions.has_answered(place, message.message_id):
            return None
        reply = await self.questions.answer_if_allowed(place, asked)
        refused = reply is not None and reply.answer is not None and not reply.answer.quotes
        return None if refused and not _asks(asked.text) else reply

    async def forget(self, deleted: BusinessMessagesDeleted) -> None:
        """The words of questions that were deleted are deleted here as well."""
        topic = business_topic(deleted.business_connection_id)
        forget = self.journal.forget_questions
        await asyncio.to_thread(forget, deleted.chat.id, topic, deleted.message_ids)

    async def _may_answer(self, message: Message) -> bool:
        connection = await self.connections.find(str(message.business_connection_id))
        sender = message.from_user
        if connection is None or not connection.may_reply or sender is None:
            return False
        return sender.id != connection.owner and not sender.is_bot


def _is_question(wish: Wish) -> bool:
    return wish.command in _ASKING and bool(wish.words or wish.about)


def _asks(text: str) -> bool:
    return text.rstrip(" .!\"'»”)").endswith(tuple(_MARKS_OF_QUESTIONS))
