"""What in a message is meant for the bot: a command, a question, or nothing.

In a private chat everything is. In a group the bot speaks only when asked: by a command, by its
name in the text, or by a reply to one of its messages.
"""

import re
from dataclasses import dataclass

from telegram import Message, MessageEntity, User
from telegram.constants import ChatType

from bot.telegram.outgoing import sendable

_COMMAND = re.compile(r"/(\w+)(?:@(\w+))?(?:\s+|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants of the bot.

    Attributes:
        command: Its name in lower case, without the slash; "" for words without one.
        words: What is said, without the command and without the bot's name.
        about: The words of somebody's message that it replies to; of the marked part, if one is.
        replied: The message of the bot's that it replies to.
    """

    command: str
    words: str
    about: str = ""
    replied: int | None = None


def find_wish(message: Message, me: User) -> Wish | None:
    """What *message* wants of the bot *me*; None where it is not meant for it."""
    text = message.text or ""
    replied = _own_message(message, me)
    command = _COMMAND.match(text)
    if command and not _is_ours(command, me):
        return None
    if command:
        name, words = command[1].lower(), text[command.end() :]
    else:
        name, words = "", _without_name(message, me)
        if not _is_addressed(message, me, words=words, replied=replied):
            return None
    return Wish(command=name, words=_tidy(words), about=_others_words(message, me), replied=replied)


def find_guest_wish(message: Message, me: User) -> Wish:
    """What is wanted where the bot was called to somebody's message as a guest."""
    words = _tidy(_without_name(message, me))
    return Wish(command="", words=words, about=_others_words(message, me))


def _is_ours(command: re.Match[str], me: User) -> bool:
    return (command[2] or me.username or "").lower() == (me.username or "").lower()


def _is_addressed(message: Message, me: User, *, words: str, replied: int | None) -> bool:
    if message.chat.type == ChatType.PRIVATE or replied is not None:
        return True
    return words != (message.text or "")


def _own_message(message: Message, me: User) -> int | None:
    replied = message.reply_to_message
    if replied is None or replied.from_user is None or replied.from_user.id != me.id:
        return None
    return replied.message_id


def _others_words(message: Message, me: User) -> str:
    replied = message.reply_to_message
    if replied is None or _own_message(message, me) is not None:
        return ""
    marked = message.quote.text if message.quote else ""
    return _tidy(marked or replied.text or replied.caption or "")


def _without_name(message: Message, me: User) -> str:
    """The text without the bot's name; the same characters where it is not named."""
    text = message.text or ""
    for entity in reversed(message.entities if text else ()):
        word = _cut(message.text or "", entity)
        if word and _names(entity, word, me):
            text = "".join(text.rsplit(word, 1))
    return text


def _cut(text: str, entity: MessageEntity) -> str:
    """The words that *entity* covers; also where it cuts a character in half."""
    units = text.encode("utf-16-le", "surrogatepass")
    covered = units[2 * entity.offset : 2 * (entity.offset + entity.length)]
    return covered.decode("utf-16-le", "replace")


def _names(entity: MessageEntity, word: str, me: User) -> bool:
    if entity.type == MessageEntity.TEXT_MENTION:
        return entity.user is not None and entity.user.id == me.id
    return entity.type == MessageEntity.MENTION and word.lower() == f"@{me.username}".lower()


def _tidy(words: str) -> str:
    return sendable(words).strip(" \t\r\n,:")
