"""All that the server knows, in one place."""

from dataclasses import dataclass, field
from typing import Any

from tests.servers.telegram.changes import Changes
from tests.servers.telegram.clock import Clock
from tests.servers.telegram.limits import RateLimits
from tests.servers.telegram.state import Chat, Connection, Message, Person, StoredFile
from tests.servers.telegram.updates import UpdateQueue
from tests.servers.telegram.wire import Upload


@dataclass(slots=True, kw_only=True, eq=False)
class Press:
    """A press of a button, and what the bot answered to it.

    Attributes:
        answer: The parameters of `answerCallbackQuery`, once it came.
    """

    id: str
    message: Message
    data: str
    sender: Person
    time: float
    answer: dict[str, Any] | None = None

    @property
    def toast(self) -> str:
        """What the person is shown for it."""
        return str((self.answer or {}).get("text", ""))


@dataclass(slots=True, kw_only=True, eq=False)
class Query:
    """An inline query, or a guest one (the bot is mentioned where it isn't a member)."""

    id: str
    text: str
    sender: Person
    time: float
    results: list[dict[str, Any]] | None = None
    answer: dict[str, Any] | None = None


@dataclass(slots=True, kw_only=True)
class Profile:
    """What the bot says of itself, by language ("" is the default)."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Webhook:
    """Where updates go if not to getUpdates."""

    url: str
    secret: str = ""
    max_connections: int = 40
    last_error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """Something that Telegram accepts in silence although hardly anybody can have meant it."""

    method: str
    what: str


class World:
    """People, chats, files, queries, and the bot's own settings.

    Attributes:
        privacy_mode: In groups the bot gets only what is meant for it.
    """

    def __init__(self, *, bot: Person, clock: Clock, enforce_limits: bool) -> None:
        self.bot = bot
        self.clock = clock
        self.changes = Changes()
        self.updates = UpdateQueue(self.changes.announce)
        self.limits = RateLimits(enforced=enforce_limits)
        self.people: dict[int, Person] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.presses: dict[str, Press] = {}
        self.queries: dict[str, Query] = {}
        self.connections: dict[str, Connection] = {}
        self.profile = Profile()
        self.webhook: Webhook | None = None
        self.oddities: list[Oddity] = []
        self.privacy_mode = True
        self._small_message_id = 0
        self._serial = 0

    def serial(self) -> int:
        """A number that was not used before."""
        self._serial += 1
        return self._serial

    def next_message_id(self, chat: Chat) -> int:
        """Ids count per supergroup and channel; private chats and small groups share one count."""
        if chat.type in {"supergroup", "channel"}:
            return len(chat.everything) + 1
        self._small_message_id += 1
        return self._small_message_id

    def add_message(self, chat: Chat, sender: Person | None, **fields: Any) -> Message:
        """Put a message into a chat."""
        message = Message(
            id=self.next_message_id(chat),
            chat=chat,
            sender=sender,
            date=self.clock.now(),
            **fields,
        )
        chat.everything.append(message)
        self.changes.announce()
        return message

    def store_file(self, upload: Upload, kind: str) -> StoredFile:
        """Keep a file under a new id."""
        number = self.serial()
        file = StoredFile(id=f"file{number}", path=f"{kind}s/file_{number}", upload=upload)
        self.files[file.id] = file
        return file
