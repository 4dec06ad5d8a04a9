"""What an update is answered with, and short replies in the bot's own words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from bot.journal import GivenAnswer
from bot.journal.errands import Errand
from bot.journal.sheets import Sheet
from bot.pages import Page
from bot.posts import PostQuote
from bot.telegram.outgoing import Button, Outgoing
from bot.texts import Texts, load_texts

_TOPIC_BYTES = 7
_ROW = 8
"""The most buttons that Telegram puts side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a reply goes, and in whose words.

    Attributes:
        thread: The topic, in chats that have topics.
        reply_to: The message that is answered, where a chat has many readers.
        answer_in: The language that was chosen here; "" is that of each question.
        business: The connection through which the chat, somebody else's, is reached.
    """

    chat: int
    texts: Texts
    thread: int | None = None
    reply_to: int | None = None
    answer_in: str = ""
    business: str = ""

    @property
    def topic(self) -> int:
        """What belongs together in a chat: a topic's number, 0 where it has none.

        A business chat has the number of a chat with the bot, and is another one.
        """
        return business_topic(self.business) if self.business else self.thread or 0

    def speaking(self, language: str) -> "Place":
        """The same place in the words of another language."""
        return replace(self, texts=load_texts(language))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The messages that answer one update.

    Attributes:
        answer: Where they rest on quotes.
        sheet: What their buttons stand for, where these do something.
        errand: What is begun when they are sent.
    """

    chat: int
    messages: tuple[Outgoing, ...]
    answer: GivenAnswer | None = None
    sheet: Sheet | None = None
    errand: Errand | None = None

    def editing(self, message: int) -> "Reply":
        """The same, its first message in the place of *message*."""
        first, *others = self.messages
        return replace(self, messages=(replace(first, edits=message), *others))


def business_topic(connection: str) -> int:
    """The number of a business connection among the topics; negative, as none of Telegram's is."""
    return -1 - int.from_bytes(sha256(connection.encode()).digest()[:_TOPIC_BYTES])


def say(place: Place, key: str, *buttons: Button) -> Reply:
    """One message in our words, with a button a row."""
    return say_words(place, place.texts(key), *buttons)


def say_words(place: Place, words: str, *buttons: Button) -> Reply:
    """The same with the words filled in."""
    message = Outgoing(
        chat=place.chat,
        language=place.texts.language,
        text=words,
        rows=tuple((button,) for button in buttons),
        thread=place.thread,
        business=place.business,
        reply_to=place.reply_to,
    )
    return Reply(chat=place.chat, messages=(message,))


def show_page(
    page: Page, place: Place, buttons: Sequence[Button] = (), reply_to: int | None = None
) -> Outgoing:
    """A page as a message."""
    return Outgoing(
        chat=place.chat,
        language=place.texts.language,
        text=page.text,
        entities=page.entities,
        rows=tuple(tuple(buttons[at : at + _ROW]) for at in range(0, len(buttons), _ROW)),
        thread=place.thread,
        business=place.business,
        reply_to=reply_to,
    )


def quoting(reply: Reply, quote: PostQuote | None) -> Reply:
    """The same reply, its first message quoting words of a channel's post."""
    if quote is None:
        return reply
    first, *more = reply.messages
    return replace(reply, messages=(replace(first, quote=quote), *more))


def replace_messages(reply: Reply, old: Sequence[int], place: Place) -> Reply:
    """The same reply in the place of *old* messages; what is left of them says that it is old."""
    edits = [*old[: len(reply.messages)], *[None] * (len(reply.messages) - len(old))]
    fresh = (
        replace(message, edits=edit) for message, edit in zip(reply.messages, edits, strict=True)
    )
    stale = (
        replace(say(place, "answer-replaced").messages[0], edits=edit)
        for edit in old[len(reply.messages) :]
    )
    return replace(reply, messages=(*fresh, *stale))
