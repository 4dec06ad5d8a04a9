"""A Bot API server for tests: real HTTP on loopback, strict where Telegram is.

    async with TelegramServer() as server:
        application = builder.base_url(server.base_url).base_file_url(server.base_file_url)...
        chat = server.private_chat(server.user("Ada", language="es"))
        server.send(chat, "/start")
        await server.until_sent(chat, 1)
        press = server.press(chat.messages[-1], 0)

`python -m tests.servers.telegram` serves it by hand. Errors are worded as Telegram words them
wherever the wording is known. Not like Telegram: nested quotations are refused (Telegram keeps one
of them), only HTML is read as a parse mode, and wrong types are refused more strictly.
"""

from tests.servers.telegram.clock import Clock
from tests.servers.telegram.faults import (
    DropAfter,
    DropBefore,
    Fault,
    HeldReply,
    MalformedJson,
    ServerError,
    SlowReply,
    TooManyRequests,
)
from tests.servers.telegram.record import Request
from tests.servers.telegram.rendering import as_text
from tests.servers.telegram.server import TelegramServer
from tests.servers.telegram.state import Chat, Connection, Draft, Message, Person
from tests.servers.telegram.text import Entity, FormattedText
from tests.servers.telegram.world import Oddity, Press, Query

__all__ = [
    "Chat",
    "Clock",
    "Connection",
    "Draft",
    "DropAfter",
    "DropBefore",
    "Entity",
    "Fault",
    "FormattedText",
    "HeldReply",
    "MalformedJson",
    "Message",
    "Oddity",
    "Person",
    "Press",
    "Query",
    "Request",
    "ServerError",
    "SlowReply",
    "TelegramServer",
    "TooManyRequests",
    "as_text",
]
