"""From an update to what answers it: translation, no decisions about news."""

from collections import deque
from dataclasses import dataclass, field

from telegram import Message, Update, User
from telegram.constants import ChatType

from bot.telegram.addressing import Wish, find_wish
from bot.telegram.buttons import ButtonSigner, ExampleReference
from bot.telegram.outgoing import Button
from bot.telegram.presses import Presses
from bot.telegram.questions import Asked, Questions
from bot.telegram.reactions import Reactions
from bot.telegram.replies import Place, Reply, say
from bot.texts import EXAMPLES, load_texts

_ASKING = frozenset({"", "ask"})
_MOST_ALBUMS = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Handlers:
    """One method an act of the reader.

    Attributes:
        me: The bot itself, to know what is meant for it.
    """

    questions: Questions
    presses: Presses
    reactions: Reactions
    signer: ButtonSigner
    me: User
    _albums: deque[str] = field(default_factory=lambda: deque(maxlen=_MOST_ALBUMS))

    async def handle(self, update: Update) -> Reply | None:
        """What to answer; None where nothing is to be said.

        Posts in channels and whatever Telegram may invent are no questions.
        """
        if update.callback_query:
            return await self.presses.respond(update.callback_query)
        if update.message_reaction:
            await self.reactions.count(update.message_reaction)
            return None
        if update.edited_message:
            return await self._answer_anew(update.edited_message)
        message = update.message
        if message is None:
            return None
        place = _place(message)
        if message.text is None:
            return self._decline(message, place)
        wish = find_wish(message, self.me)
        return await self._grant(wish, message, place) if wish else None

    async def _answer_anew(self, message: Message) -> Reply | None:
        """An edited question, if it was answered; commands and other words are left alone."""
        wish = find_wish(message, self.me)
        if wish is None or wish.command not in _ASKING or not wish.words:
            return None
        answered = await self.questions.has_answered(message.chat.id, message.message_id)
        return await self._answer(wish, message, _place(message), edited=True) if answered else None

    async def _grant(self, wish: Wish, message: Message, place: Place) -> Reply | None:
        match wish.command:
            case name if name in _ASKING:
                return await self._answer(wish, message, place)
            case "start":
                return say(place, "start", *self._examples(place))
            case "help" | "about" as name:
                return say(place, name)
        return say(place, "unknown-command") if _is_private(message) else None

    async def _answer(
        self, wish: Wish, message: Message, place: Place, *, edited: bool = False
    ) -> Reply:
        """A reply with no words of its own asks about the words that it replies to."""
        text = wish.words or wish.about
        if not text:
            return say(place, "ask-how")
        asked = Asked(
            text=text,
            reader=message.from_user.id if message.from_user else message.chat.id,
            message=message.message_id,
            about=wish.about if wish.words else "",
            replied=wish.replied,
            edited=edited,
        )
        return await self.questions.answer(place, asked)

    def _examples(self, place: Place) -> list[Button]:
        language = place.texts.language
        return [
            Button(
                label=place.texts(key),
                data=self.signer.sign(
                    place.chat, ExampleReference(language=language, number=number)
                ),
            )
            for number, key in enumerate(EXAMPLES)
        ]

    def _decline(self, message: Message, place: Place) -> Reply | None:
        """What is no text gets one sentence, an album too; service messages get none."""
        album = message.media_group_id
        if not _is_private(message):
            return None
        if message.effective_attachment is None or album in self._albums:
            return None
        if album:
            self._albums.append(album)
        return say(place, "only-text")


def _place(message: Message) -> Place:
    language = message.from_user.language_code if message.from_user else ""
    return Place(
        chat=message.chat.id,
        texts=load_texts(language or ""),
        thread=message.message_thread_id if message.is_topic_message else None,
        reply_to=None if _is_private(message) else message.message_id,
    )


def _is_private(message: Message) -> bool:
    return message.chat.type == ChatType.PRIVATE
