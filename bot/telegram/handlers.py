"""From an update to what answers it: translation, no decisions about news."""

import re
from collections import deque
from dataclasses import dataclass, field

from telegram import Message, Update
from telegram.constants import ChatType

from bot.telegram.buttons import ButtonSigner, ExampleReference
from bot.telegram.outgoing import Button, sendable
from bot.telegram.presses import Presses
from bot.telegram.questions import Asked, Questions
from bot.telegram.replies import Place, Reply, say
from bot.texts import EXAMPLES, load_texts

_COMMAND = re.compile(r"/(\w+)(?:@(\w+))?(?:\s|$)")
_SPOKEN = frozenset({"help", "about"})
_MOST_ALBUMS = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Handlers:
    """One method an act of the reader.

    Attributes:
        username: The bot's own, to know commands meant for another.
    """

    questions: Questions
    presses: Presses
    signer: ButtonSigner
    username: str
    _albums: deque[str] = field(default_factory=lambda: deque(maxlen=_MOST_ALBUMS))

    async def handle(self, update: Update) -> Reply | None:
        """What to answer; None where nothing is to be said.

        Edits, posts in channels and whatever Telegram may invent are no questions.
        """
        if update.callback_query:
            return await self.presses.respond(update.callback_query)
        message = update.message
        if message is None:
            return None
        place = _place(message)
        command = _COMMAND.match(message.text or "")
        if command:
            return self._obey(message, place, command)
        if message.chat.type != ChatType.PRIVATE:
            return None
        if message.text:
            return await self.questions.answer(place, _asked(message))
        return self._decline(message, place)

    def _obey(self, message: Message, place: Place, command: re.Match[str]) -> Reply | None:
        name, addressee = command[1].lower(), (command[2] or self.username).lower()
        if addressee != self.username.lower():
            return None
        if name == "start":
            return say(place, "start", *self._examples(place))
        if name in _SPOKEN:
            return say(place, name)
        return say(place, "unknown-command") if message.chat.type == ChatType.PRIVATE else None

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
        if message.effective_attachment is None or album in self._albums:
            return None
        if album:
            self._albums.append(album)
        return say(place, "only-text")


def _place(message: Message) -> Place:
    language = message.from_user.language_code if message.from_user else ""
    thread = message.message_thread_id if message.is_topic_message else None
    return Place(chat=message.chat.id, texts=load_texts(language or ""), thread=thread)


def _asked(message: Message) -> Asked:
    reader = message.from_user.id if message.from_user else message.chat.id
    return Asked(text=sendable(message.text or ""), reader=reader, message=message.message_id)
