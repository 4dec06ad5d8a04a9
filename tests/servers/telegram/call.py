"""One call of a method: its parameters, checked, and the state that it acts on."""

from dataclasses import dataclass
from typing import Any

from tests.servers.telegram.errors import bad_request, refusal
from tests.servers.telegram.keyboards import check_markup
from tests.servers.telegram.markup import parse_html
from tests.servers.telegram.specification import Shape
from tests.servers.telegram.state import Chat, Message
from tests.servers.telegram.text import FormattedText, fix_text, read_entities, unit_length
from tests.servers.telegram.wire import Upload
from tests.servers.telegram.world import Oddity, World

TEXT_UNITS = 4096
CAPTION_UNITS = 1024
_SOURCE_BYTES = 1 << 15
_TOO_LONG = {TEXT_UNITS: "message is too long", CAPTION_UNITS: "message caption is too long"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What a method's function is given."""

    world: World
    shape: Shape
    parameters: dict[str, Any]
    files: dict[str, Upload]

    @property
    def method(self) -> str:
        """The method's name, in its usual spelling."""
        return self.shape.name

    def get(self, name: str, default: Any = None) -> Any:
        """A parameter, or *default*."""
        return self.parameters.get(name, default)

    def note(self, *oddities: str) -> None:
        """Write down what Telegram would not say."""
        self.world.oddities += [Oddity(method=self.method, what=what) for what in oddities]

    def chat(self, name: str = "chat_id") -> Chat:
        """The chat that is meant, whether or not the bot may write there.

        Raises:
            RefusedError: There is none, or it has moved.
        """
        wanted = self.get(name)
        if self.get("business_connection_id") is not None:
            return self._business_chat(wanted)
        if isinstance(wanted, str):
            found = (c for c in self.world.chats.values() if f"@{c.username}" == wanted)
            chat = next(found, None)
        else:
            chat = self.world.chats.get(wanted)
        if chat is None:
            raise bad_request("chat not found")
        if chat.moved_to is not None:
            words = "group chat was upgraded to a supergroup chat"
            raise bad_request(words, migrate_to_chat_id=chat.moved_to)
        return chat

    def _business_chat(self, wanted: Any) -> Chat:
        connection = self.world.connections.get(self.get("business_connection_id"))
        if connection is None or not connection.enabled:
            raise bad_request("business connection not found")
        if not connection.can_reply:
            raise bad_request("BUSINESS_CONNECTION_NOT_ALLOWED")
        if wanted not in connection.chats:
            raise bad_request("BUSINESS_PEER_INVALID")
        return connection.chats[wanted]

    def open_chat(self) -> Chat:
        """The chat that is meant, if the bot may write there.

        Raises:
            RefusedError: It may not, or there is none.
        """
        chat = self.chat()
        kind = "channel" if chat.type == "channel" else chat.type
        if chat.blocked:
            raise refusal(403, "bot was blocked by the user")
        if chat.bot_status == "kicked":
            raise refusal(403, f"bot was kicked from the {kind} chat")
        if chat.bot_status == "left":
            raise refusal(403, f"bot is not a member of the {kind} chat")
        if chat.bot_status == "restricted":
            raise bad_request("not enough rights to send text messages to the chat")
        return chat

    def message(self, words: str, *, name: str = "message_id") -> Message:
        """The message that is meant; *words* say what for ("message to edit").

        Raises:
            RefusedError: There is none.
        """
        message = self.chat().find_message(self.get(name, 0))
        if message is None:
            raise bad_request(f"{words} not found")
        return message

    def formatted(self, name: str, entities: str, units: int) -> FormattedText:
        """A text parameter with its entities, as it will be shown; empty where it is absent.

        Raises:
            RefusedError: Telegram would refuse it.
        """
        source = self.get(name, "")
        if len(source.encode(errors="surrogatepass")) > _SOURCE_BYTES:
            raise bad_request("text is too long")
        formatted = format_text(source, self.get("parse_mode", ""), self.get(entities, []))
        if unit_length(formatted.text) > units:
            raise bad_request(_TOO_LONG[units])
        self.note(*formatted.oddities)
        return formatted

    def text(self) -> FormattedText:
        """The text of a message, which can't be empty."""
        formatted = self.formatted("text", "entities", TEXT_UNITS)
        if not self.get("text"):
            raise bad_request("message text is empty")
        if not formatted.text:
            raise bad_request("text must be non-empty")
        return formatted

    def markup(self, chat_type: str) -> dict[str, Any] | None:
        """The keyboard, checked."""
        markup: dict[str, Any] | None = self.get("reply_markup")
        self.note(*check_markup(markup, chat_type))
        return markup


def format_text(source: str, parse_mode: str, rows: list[dict[str, Any]]) -> FormattedText:
    """Apply a parse mode or entities to a text; with both given, Telegram forgets the entities."""
    mode = parse_mode.lower()
    if mode in {"", "none"}:
        entities, dropped = read_entities(rows)
        return fix_text(source, entities, dropped)
    if mode != "html":
        raise bad_request(f"unsupported parse_mode {parse_mode!r}: this server reads HTML only")
    text, entities, dropped = parse_html(source)
    return fix_text(
        text, entities, [*dropped, *(["entities given beside parse_mode"] if rows else [])]
    )
