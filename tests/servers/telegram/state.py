"""What is so in the server's Telegram: people, chats, messages as a person sees them."""

from dataclasses import dataclass, field
from typing import Any

from tests.servers.telegram.discovery import find_entities
from tests.servers.telegram.keyboards import Button, read_buttons
from tests.servers.telegram.text import Entity, FormattedText
from tests.servers.telegram.wire import Upload

DRAFT_SECONDS = 30


@dataclass(slots=True, kw_only=True, eq=False)
class Person:
    """A user, or the bot itself."""

    id: int
    first_name: str
    username: str = ""
    language: str = ""
    is_bot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file in a message, or a thing such as a place or a poll (`file` is None then).

    Attributes:
        kind: The message's field: `document`, `photo`, `voice` …
        body: That field's value in the Bot API's words.
    """

    kind: str
    body: Any
    file_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file that can be fetched by its id."""

    id: str
    path: str
    upload: Upload


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What a message was before an edit."""

    date: float
    formatted: FormattedText
    markup: dict[str, Any] | None


@dataclass(slots=True, kw_only=True, eq=False)
class Message:
    """A message as it stands now.

    Attributes:
        date: When it was sent, in seconds of the server's clock.
        formatted: The text, or the caption where there is an attachment.
        markup: `reply_markup` as the bot sent it.
        editions: What it was before each edit, oldest first.
        rich: `rich_message` as the bot sent it.
        reactions: By user id, the bot's included.
        extra: Further fields of the Bot API's message, as they are.
    """

    id: int
    chat: "Chat"
    sender: Person | None
    date: float
    formatted: FormattedText = field(default_factory=FormattedText)
    attachment: Attachment | None = None
    markup: dict[str, Any] | None = None
    link_preview: dict[str, Any] | None = None
    reply_to: "Message | None" = None
    quote: dict[str, Any] | None = None
    thread_id: int | None = None
    rich: dict[str, Any] | None = None
    editions: list[Edition] = field(default_factory=list)
    reactions: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
    deleted: bool = False

    @property
    def text(self) -> str:
        """The text or caption."""
        return self.formatted.text

    @property
    def entities(self) -> tuple[Entity, ...]:
        """What the sender asked for; what Telegram finds by itself is in `found`."""
        return self.formatted.entities

    @property
    def found(self) -> tuple[Entity, ...]:
        """What becomes clickable by itself: commands, mentions, tags, addresses."""
        return find_entities(self.formatted)

    @property
    def rows(self) -> list[list[Button]]:
        """The inline keyboard."""
        return read_buttons(self.markup)

    @property
    def buttons(self) -> list[Button]:
        """The inline keyboard without its rows."""
        return [button for row in self.rows for button in row]

    @property
    def edited(self) -> bool:
        """Whether it is not what it was at first."""
        return bool(self.editions)

    def words(self, entity: Entity) -> str:
        """The words that *entity* covers."""
        return self.formatted.cut(entity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A preview of an answer that is still being written."""

    id: int
    date: float
    formatted: FormattedText
    rich: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """ "typing…" and the like."""

    name: str
    date: float
    thread_id: int | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class Connection:
    """An account that has let the bot into its own chats.

    Attributes:
        chats: Its chats with others, by these others' ids.
    """

    id: str
    owner: Person
    date: float
    enabled: bool = True
    can_reply: bool = True
    chats: dict[int, "Chat"] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True, eq=False)
class Chat:
    """A chat with all that ever happened in it.

    Attributes:
        type: `private`, `group`, `supergroup` or `channel`.
        statuses: `member`, `administrator`, `restricted`, `left`, `kicked` … by user id.
        everything: All messages, deleted ones too.
        blocked: The person has stopped the bot.
        moved_to: The supergroup that this group has become.
        connection: Where it is somebody else's chat with *peer*, the way of the bot into it.
        slow_seconds: Between two messages of one member; 0 where it is not slow.
    """

    id: int
    type: str
    bot: Person
    title: str = ""
    username: str = ""
    peer: Person | None = None
    members: dict[int, Person] = field(default_factory=dict)
    statuses: dict[int, str] = field(default_factory=dict)
    is_forum: bool = False
    everything: list[Message] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    blocked: bool = False
    moved_to: int | None = None
    connection: Connection | None = None
    slow_seconds: int = 0

    @property
    def messages(self) -> list[Message]:
        """What a person sees, oldest first."""
        return [message for message in self.everything if not message.deleted]

    @property
    def from_bot(self) -> list[Message]:
        """What a person sees of the bot, oldest first."""
        return [message for message in self.messages if message.sender is self.bot]

    @property
    def bot_status(self) -> str:
        """The bot's standing here."""
        return self.statuses.get(self.bot.id, "member")

    def draft_at(self, now: float) -> Draft | None:
        """The preview that is on the screen: the last, for 30 s or until the bot's next message."""
        if not self.drafts or now - self.drafts[-1].date > DRAFT_SECONDS:
            return None
        last = self.drafts[-1]
        sent_since = any(message.date >= last.date for message in self.from_bot)
        return None if sent_since else last

    def find_message(self, message_id: int) -> Message | None:
        """The message with this id, unless it was deleted."""
        return next((m for m in self.messages if m.id == message_id), None)
