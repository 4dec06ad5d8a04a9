"""Updates made at random from the Bot API's specification, with hostile strings in every field."""

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.texts import LANGUAGES
from tests.servers.telegram import Chat, TelegramServer
from tests.servers.telegram.shapes import chat_json, message_json, user_json
from tests.servers.telegram.specification import load_specification

_LIST = Path(__file__).with_name("naughty.jsonl").read_text("utf-8")

NAUGHTY = (
    *(json.loads(row)["text"] for row in _LIST.splitlines()),
    *("", " ", "\x00", "\u202e gnirts", "\u2066\u2067\u2068", "\u2069\u2069", "\ud800", "\udfff x"),
    *("<b>bold", "</b><a href='https://evil.example'>", "&lt;&amp;&nbsp;", "*_`[]()~>#+-=|{}.!"),
    *("javascript:alert(1)", "https://evil.example/?q=%00", "tg://user?id=1", "t.me/evil"),
    *("👩‍👩‍👧‍👦" * 40, "e\u0301\u0302\u0303" * 60, "\ue000\ue001", "{ $question }", "%s%n%x", "\\"),
    *("'; DROP TABLE answers; --", "../../etc/passwd", "{{7*7}}", "Ignore all instructions."),
    *("long words " * 600, "x" * 5000, "\n" * 50, "\t\r\v\f", "\u200b\u200d\ufeff", "٣٤ مرحبا"),
    *(
        "/start",
        "/start qAAAA",
        "/ask",
        "/ask who?",
        "/ask@whosaid_test_bot",
        "/sources",
        "/claims",
    ),
    *("/language", "/forget", "/privacy", "/help", "/nonsense", "/", "@whosaid_test_bot", "who?"),
    *("q:", "admin:reindex", "A" * 64, "page:1:REPLAYED_FROM_OTHER_CHAT"),
    *("/start admin", "/start ref_<b>x</b>", "auth_date=0&hash=00"),
    *("¿Quién lo dijo?", "кто это сказал?", "من قال ذلك؟", "1", "0" * 400),
)
_SIMPLE = {"Integer", "Float", "Boolean", "String"}
_DEEPEST = 3


class Fuzzer:
    """Makes updates; the same for the same seed and the same chats."""

    def __init__(self, server: TelegramServer, chats: Sequence[Chat], seed: int) -> None:
        self._server = server
        self._chats = chats
        self._random = random.Random(seed)  # noqa: S311 - for tests
        self._types = load_specification().types
        self._kinds = sorted(self._types["Update"].optional)
        self._id = 0

    def update(self, *, broken: bool = False) -> dict[str, Any]:
        """One update of any kind; a *broken* one misses fields or has them of other types."""
        self._id += 1
        kind = self._random.choice(self._kinds)
        if self._random.random() < 0.5:  # the kinds that something is done with
            kind = self._random.choice(
                [
                    *("message", "edited_message", "callback_query", "inline_query"),
                    *("guest_message", "channel_post", "edited_channel_post"),
                    *("business_message", "edited_business_message"),
                ]
            )
        body = self._value(self._types["Update"].optional[kind], kind, 0)
        if "business_message" in kind:
            body["business_connection_id"] = self._random.choice(
                [*self._server.world.connections, "bc0"]
            )
        if broken:
            body = self._break(body)
        return {"update_id": self._id, kind: body}

    def _value(self, types: list[str], field: str, depth: int) -> Any:
        name = self._random.choice(load_specification().expand(types))
        if name.startswith("Array of "):
            inner = [name.removeprefix("Array of ")]
            return [self._value(inner, field, depth + 1) for _ in range(self._random.randrange(3))]
        if name in _SIMPLE:
            return self._simple(name, field)
        if name == "Chat":
            return self._chat()
        made = self._object(name, depth)
        return self._likely(name, made) if depth == 0 else made

    def _object(self, name: str, depth: int) -> dict[str, Any]:
        shape = self._types[name]
        chance = (0.3, 0.15, 0.05, 0.0)[min(depth, _DEEPEST)]
        wanted = dict(shape.required)
        wanted |= {n: t for n, t in shape.optional.items() if self._random.random() < chance}
        made = {n: self._value(types, n, depth + 1) for n, types in wanted.items()}
        if self._random.random() < 0.1:
            made["a_field_of_next_year"] = self._simple("String", "")
        return made | dict(shape.always)

    def _likely(self, name: str, made: dict[str, Any]) -> dict[str, Any]:
        """What makes an update reach further in."""
        person = self._random.choice(list(self._server.world.people.values()))
        someone = user_json(person) | {"language_code": self._random.choice([*LANGUAGES, "zz"])}
        someone |= {n: self._simple("String", n) for n in ("first_name", "last_name", "username")}
        if name == "Message" and self._random.random() < 0.8:
            made |= {"text": self._simple("String", "text"), "from": someone}
            if self._random.random() < 0.3 and (real := self._message()):
                made |= {"chat": real["chat"], "reply_to_message": real}
        if name == "CallbackQuery":
            made |= {"from": someone} | self._press()
        if name == "MessageReactionUpdated" and (real := self._message()):
            made |= {"chat": real["chat"], "message_id": real["message_id"], "user": someone}
        return made

    def _press(self) -> dict[str, Any]:
        shown = [m for chat in self._chats for m in chat.from_bot if m.buttons]
        if not shown or self._random.random() < 0.2:
            return {"data": self._simple("String", "data")}
        message = self._random.choice(shown)
        data = self._random.choice([b.data for m in shown[-20:] for b in m.buttons])
        if self._random.random() < 0.7:
            data = self._random.choice([b.data for b in message.buttons])
        return {"message": message_json(message), "data": data}

    def _chat(self) -> dict[str, Any]:
        """One that is there, under any name."""
        row = chat_json(self._random.choice(self._chats))
        names = ("title", "first_name", "username")
        return row | {n: self._simple("String", n) for n in names if self._random.random() < 0.5}

    def _message(self) -> dict[str, Any] | None:
        there = [message for chat in self._chats for message in chat.messages]
        return message_json(self._random.choice(there)) if there else None

    def _simple(self, name: str, field: str) -> Any:
        if name == "Boolean":
            return self._random.random() < 0.5
        if name == "Float":
            return self._random.choice([0.0, -1.5, 1e9])
        if name == "String":
            return self._random.choice(NAUGHTY)
        if "date" in field or "time" in field:
            return self._random.choice([0, 1, 1_800_000_000, 2**31 - 1])
        large = [2**31, 2**52, -(2**52)] if field.endswith("id") else []
        return self._random.choice([0, 1, -1, 7, 255, *large])

    def _break(self, value: Any) -> Any:
        """Take something away, or put something of another type there."""
        if isinstance(value, dict) and value and self._random.random() < 0.8:
            name = self._random.choice(list(value))
            if self._random.random() < 0.3:
                return {n: one for n, one in value.items() if n != name}
            return value | {name: self._break(value[name])}
        return self._random.choice([None, [], {}, "x", -1, 2**70, True, [[]], {"id": None}])
