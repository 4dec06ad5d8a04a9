"""Fifty readers at once, a model that takes two seconds, and Telegram's limits enforced.

Telegram and OpenAI are the servers of the tests, on loopback; everything between is the product,
in a process of its own, as `whosaid serve` starts it. Telegram takes thirty messages a second, so
the last twenty answers cannot be there before the model's two seconds and one more. One reader has
asked before, and the menus are set: what is done once at the start is measured elsewhere.
"""

import asyncio
import math
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.texts import LANGUAGES
from tests.bench.table import Figure
from tests.servers.openai.server import OpenAIServer
from tests.servers.telegram import TelegramServer

_READERS = 50
_MODEL_SECONDS = 2.0
_LONGEST_SECONDS = 120.0
_TOKEN = "123456:AAtest-token-of-the-usual-length-000"
_PROGRAM = "from bot.cli import main; import sys; sys.argv = ['whosaid', 'serve']; main()"
_QUESTION = "Who claimed responsibility for the attack?"


def measure_readers() -> Iterator[Figure]:
    """How many were answered, how soon, and what went past a limit."""
    with TemporaryDirectory() as folder:
        waits, excesses, cpu_seconds = asyncio.run(_ask_all(Path(folder)))
    yield _figure("readers answered", len(waits), unit=f"of {_READERS}", at_least=_READERS)
    yield Figure(
        section="readers",
        what="seconds to the answer, p95",
        reached=waits[math.ceil(0.95 * len(waits)) - 1] if waits else None,
        at_most=3.0,
        unit="s",
        places=2,
        floor="97 s plain handlers",
        note=f"p50 {waits[len(waits) // 2]:.2f} s" if waits else "nobody was answered",
    )
    yield Figure(
        section="readers",
        what="CPU seconds for all of them",
        reached=cpu_seconds,
        unit="s",
        places=2,
        note="of the bot's process, without the servers",
    )
    yield _figure("messages past a limit of Telegram", excesses, at_most=0)


def _figure(what: str, reached: int, **more: Any) -> Figure:
    return Figure(section="readers", what=what, reached=reached, places=0, **more)


async def _ask_all(folder: Path) -> tuple[list[float], int, float]:
    """Seconds to each reader's first message, sorted, messages past a limit, and CPU seconds."""
    async with (
        TelegramServer(_TOKEN, enforce_limits=True) as telegram,
        OpenAIServer(latency_seconds=_MODEL_SECONDS) as model,
    ):
        environment = {
            **os.environ,
            "TELEGRAM_BOT_TOKEN": _TOKEN,
            "TELEGRAM_API_URL": telegram.base_url.removesuffix("/bot"),
            "OPENAI_API_KEY": "sk-test",
            "OPENAI_BASE_URL": model.base_url,
            "WHOSAID_MODEL": "openai:gpt-5.4-mini",
            "WHOSAID_DATA_DIR": str(folder),
            "WHOSAID_DAILY_BUDGET": "1000",
        }
        bot = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", _PROGRAM),
            env=environment,
            cwd=folder,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            await _settle(telegram)
            before = _cpu_seconds(bot.pid)
            waits = await _wait_for_answers(telegram)
            return waits, len(telegram.limits.excesses), _cpu_seconds(bot.pid) - before
        finally:
            bot.terminate()
            await bot.wait()


def _cpu_seconds(pid: int) -> float:
    """What a process has used so far; 0 where the system does not say it as Linux does."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _settle(telegram: TelegramServer) -> None:
    """Wait until the bot is introduced and has answered somebody."""
    first = telegram.private_chat(telegram.user("First"))
    telegram.send(first, _QUESTION)
    await telegram.until_sent(first, 1, timeout_seconds=60)
    languages = len(LANGUAGES) + 1
    await telegram.until_called("setMyShortDescription", languages, timeout_seconds=60)


async def _wait_for_answers(telegram: TelegramServer) -> list[float]:
    chats = [telegram.private_chat(telegram.user(f"Reader {n}")) for n in range(_READERS)]
    began = telegram.clock.now()
    for chat in chats:
        telegram.send(chat, _QUESTION)
    with suppress(TimeoutError):  # who was not answered is missing from the figure
        await telegram.until(
            lambda: all(chat.from_bot for chat in chats), timeout_seconds=_LONGEST_SECONDS
        )
    return _first_times(telegram, began)


def _first_times(telegram: TelegramServer, began: float) -> list[float]:
    first: dict[int, float] = {}
    for call in telegram.calls("sendMessage"):
        if call.done and call.time >= began:
            first.setdefault(call.parameters["chat_id"], call.time - began)
    return sorted(first.values())
