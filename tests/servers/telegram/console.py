"""A chat with the bot in a terminal, without Telegram."""

import asyncio
import threading
from collections.abc import AsyncIterator
from typing import TextIO

from tests.servers.telegram.rendering import as_text
from tests.servers.telegram.server import TelegramServer
from tests.servers.telegram.state import Chat

HELP = """\
A line is sent to the bot as a message. Lines that begin with a colon are for this console:
  :press LABEL    press a button of the bot's last message, by its label or its number from 1
  :edit TEXT      change your last message
  :quit           leave
"""


class Console:
    """One person's chat with the bot: lines in, what the bot sends out."""

    def __init__(self, server: TelegramServer, chat: Chat, output: TextIO) -> None:
        self._server = server
        self._chat = chat
        self._output = output
        self._shown: dict[int, str] = {}

    async def watch(self) -> None:
        """Print what the bot sends and changes, until cancelled."""
        while True:
            await self._server.until(
                lambda: bool(self._news()), what="the bot", timeout_seconds=None
            )
            for message_id, text in self._news().items():
                verb = "changed" if message_id in self._shown else "wrote"
                self._shown[message_id] = text
                self._write(f"\n{self._server.bot.first_name} {verb}:\n{text}\n")

    def read(self, line: str) -> bool:
        """Do what a line says; False to leave."""
        command, _, rest = line.strip().partition(" ")
        if command == ":quit":
            return False
        if command == ":press":
            self._press(rest)
        elif command == ":edit":
            self._edit(rest)
        elif command.startswith(":"):
            self._write(HELP)
        elif line.strip():
            self._server.send(self._chat, line.strip())
        return True

    def _news(self) -> dict[int, str]:
        now = {message.id: as_text(message) for message in self._chat.from_bot}
        return {key: text for key, text in now.items() if self._shown.get(key) != text}

    def _press(self, label: str) -> None:
        """The label wins over the number: a bot may well label its buttons 1, 2, 3."""
        with_buttons = [message for message in self._chat.from_bot if message.buttons]
        labels = [button.text for message in with_buttons[-1:] for button in message.buttons]
        place = labels.index(label) if label in labels else _place(label)
        if not 0 <= place < len(labels):
            there = ", ".join(labels) or "none"
            self._write(f"There is no button {label!r}; there are: {there}.\n")
            return
        try:
            self._server.press(with_buttons[-1], place)
        except LookupError as error:
            self._write(f"{error}\n")

    def _edit(self, text: str) -> None:
        own = [message for message in self._chat.messages if message.sender is self._chat.peer]
        if own and text:
            self._server.edit(own[-1], text)

    def _write(self, text: str) -> None:
        self._output.write(text)
        self._output.flush()


def _place(label: str) -> int:
    """A number from 1 as a place from 0."""
    return int(label) - 1 if label.isdecimal() else -1


async def talk(
    server: TelegramServer, name: str, language: str, lines: AsyncIterator[str], out: TextIO
) -> None:
    """Serve one person until the lines end."""
    chat = server.private_chat(server.user(name, language=language))
    console = Console(server, chat, out)
    watcher = asyncio.create_task(console.watch())
    async for line in lines:
        if not console.read(line):
            break
    watcher.cancel()
    await asyncio.gather(watcher, return_exceptions=True)


async def read_lines(source: TextIO) -> AsyncIterator[str]:
    """Yield lines as they come; a thread waits for them, which nobody needs to wait for."""
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[str | None] = asyncio.Queue()

    def pump() -> None:
        for line in source:
            loop.call_soon_threadsafe(queue.put_nowait, line)
        loop.call_soon_threadsafe(queue.put_nowait, None)

    threading.Thread(target=pump, daemon=True).start()
    while (line := await queue.get()) is not None:
        yield line
