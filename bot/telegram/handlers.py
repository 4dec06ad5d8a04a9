"""From an update to what answers it: translation, no decisions about news."""

from collections import deque
from dataclasses import dataclass, field, replace

from telegram import Message, Update, User

from bot.telegram.addressing import Wish, find_wish
from bot.telegram.business import Business
from bot.telegram.channels import Channels
from bot.telegram.commands import Call, Commands
from bot.telegram.elsewhere import Elsewhere
from bot.telegram.operating.operators import Operators
from bot.telegram.places import Places, is_private
from bot.telegram.presses import Presses
from bot.telegram.questions import Asked, Questions
from bot.telegram.reactions import Reactions
from bot.telegram.replies import Place, Reply, say
from bot.telegram.standing import Standing
from bot.telegram.starting import Starting
from bot.telegram.voices import Voices

_ASKING = frozenset({"", "ask"})
_MOST_ALBUMS = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Handlers:
    """One method an act of the reader.

    Attributes:
        operators: Whose messages may change things, where there are any.
        me: The bot itself, to know what is meant for it.
    """

    questions: Questions
    presses: Presses
    reactions: Reactions
    elsewhere: Elsewhere
    places: Places
    standing: Standing
    commands: Commands
    starting: Starting
    voices: Voices
    channels: Channels
    business: Business
    me: User
    operators: Operators | None = None
    _albums: deque[str] = field(default_factory=lambda: deque(maxlen=_MOST_ALBUMS))

    async def handle(self, update: Update) -> Reply | None:
        """What to answer; None where nothing is to be said.

        Posts in channels are articles or nothing, and whatever Telegram may invent is no question.
        """
        if update.callback_query:
            return await self.presses.respond(update.callback_query)
        if update.message:
            return await self._read(update.message)
        if update.edited_message:
            return await self._answer_anew(update.edited_message)
        if update.business_message:
            return await self.business.answer(update.business_message)
        if update.edited_business_message:
            return await self.business.answer(update.edited_business_message, edited=True)
        await self._deal_with_the_rest(update)
        return None

    async def _deal_with_the_rest(self, update: Update) -> None:
        """What is not answered by a message in its chat."""
        if update.message_reaction:
            await self.reactions.count(update.message_reaction)
        elif update.inline_query:
            await self.elsewhere.answer_inline(update.inline_query)
        elif update.chosen_inline_result:
            await self.elsewhere.note_chosen(update.chosen_inline_result)
        elif update.guest_message:
            await self.elsewhere.answer_guest(update.guest_message)
        elif post := update.channel_post or update.edited_channel_post:
            await self.channels.take_in(post)
        elif update.deleted_business_messages:
            await self.business.forget(update.deleted_business_messages)

    async def _read(self, message: Message) -> Reply | None:
        """Nothing is answered where nothing may be written."""
        if message.migrate_to_chat_id is not None:
            await self.places.move(message.chat.id, message.migrate_to_chat_id)
            return None
        if not self.standing.may_write(message.chat.id):
            return None
        place = await self.places.of_message(message)
        order = await self.operators.find_order(message) if self.operators else None
        if self.operators and order:
            return await self.operators.carry_out(order, place)
        wish = find_wish(message, self.me)
        if message.voice and wish:
            return await self.voices.answer(message.voice, place, _ask(message, wish))
        if message.text is None:
            return self._decline(message, place)
        return await self._grant(wish, message, place) if wish else None

    async def _answer_anew(self, message: Message) -> Reply | None:
        """An edited question, if it was answered; commands and other words are left alone."""
        wish = find_wish(message, self.me)
        if wish is None or wish.command not in _ASKING or not wish.words:
            return None
        if not self.standing.may_write(message.chat.id):
            return None
        place = await self.places.of_message(message)
        if not await self.questions.has_answered(place, message.message_id):
            return None
        return await self._answer(wish, message, place, edited=True)

    async def _grant(self, wish: Wish, message: Message, place: Place) -> Reply | None:
        if wish.command in _ASKING:
            return await self._answer(wish, message, place)
        private, reader = is_private(message), _reader(message)
        if wish.command == "start":
            payload = wish.words if private else ""
            return await self.starting.start(
                place, payload, reader=reader, message=message.message_id
            )
        command = self.commands.by_name.get(wish.command)
        if command:
            return await command(Call(place=place, reader=reader, is_private=private))
        return say(place, "unknown-command") if private else None

    async def _answer(
        self, wish: Wish, message: Message, place: Place, *, edited: bool = False
    ) -> Reply | None:
        """A reply with no words of its own asks about the words that it replies to."""
        if not (wish.words or wish.about):
            return say(place, "ask-how")
        asked = replace(_ask(message, wish), edited=edited)
        return await self.questions.answer_if_allowed(place, asked)

    def _decline(self, message: Message, place: Place) -> Reply | None:
        """What is no text gets one sentence, an album too; service messages get none."""
        album = message.media_group_id
        if not is_private(message):
            return None
        if message.effective_attachment is None or album in self._albums:
            return None
        if album:
            self._albums.append(album)
        return say(place, "only-text")


def _ask(message: Message, wish: Wish) -> Asked:
    """The question that a message asks; that of a voice message has its words still to come."""
    spoken = message.voice is not None
    return Asked(
        text=wish.words or ("" if spoken else wish.about),
        reader=_reader(message),
        message=message.message_id,
        about=wish.about if wish.words or spoken else "",
        replied=wish.replied,
    )


def _reader(message: Message) -> int:
    """Who wrote it; the chat itself, where that is not told."""
    return message.from_user.id if message.from_user else message.chat.id
