"""Fifty readers at once, a model that takes two seconds, and Telegram's limits enforced.

Telegram and OpenAI are the servers of the tests, on loopback; everything between is the product.
Telegram takes thirty messages a second, so the last twenty answers cannot be there before the
model's two seconds and one more.
"""

import asyncio
import math
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pydantic import SecretStr

from bot.articles import StoredArticles
from bot.journal import Journal
from bot.settings import Settings, load_settings
from bot.stored_passages import StoredPassages
from bot.telegram.serving import Account, Service, serve
from bot.wiring import build_answerer, open_library
from tests.bench.table import Figure
from tests.servers.openai.server import OpenAIServer
from tests.servers.telegram import TelegramServer

_READERS = 50
_MODEL_SECONDS = 2.0
_LONGEST_SECONDS = 120.0
_TOKEN = "123456:AAtest-token-of-the-usual-length-000"
_QUESTION = "Who claimed responsibility for the attack?"


def measure_readers() -> Iterator[Figure]:
    """How many were answered, how soon, and what went past a limit."""
    with TemporaryDirectory() as folder:
        waits, excesses = asyncio.run(_ask_all(Path(folder)))
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
    yield _figure("messages past a limit of Telegram", excesses, at_most=0)


def _figure(what: str, reached: int, **more: Any) -> Figure:
    return Figure(section="readers", what=what, reached=reached, places=0, **more)


async def _ask_all(folder: Path) -> tuple[list[float], int]:
    """Seconds to each reader's first message, sorted, and the messages past a limit."""
    async with (
        TelegramServer(_TOKEN, enforce_limits=True) as telegram,
        OpenAIServer(latency_seconds=_MODEL_SECONDS) as model,
    ):
        settings = _settings(folder, model.base_url)
        with open_library(settings) as library:
            service = Service(
                answerer=build_answerer(settings, library),
                passages=StoredPassages(library.catalogue),
                articles=StoredArticles(library.catalogue, library.archive.pieces),
                journal=Journal(library.engine),
                button_key=b"k" * 32,
            )
            waits = await _serve(service, telegram)
        return waits, len(telegram.limits.excesses)


def _settings(folder: Path, model_url: str) -> Settings:
    return load_settings().model_copy(
        update={
            "whosaid_data_dir": folder,
            "whosaid_model": "openai:gpt-5.4-mini",
            "whosaid_embeddings": "local",
            "openai_api_key": SecretStr("sk-test"),
            "openai_base_url": model_url,
            "database_url": "",
            "chroma_url": "",
        }
    )


async def _serve(service: Service, telegram: TelegramServer) -> list[float]:
    account = Account(
        token=_TOKEN, base_url=telegram.base_url, base_file_url=telegram.base_file_url
    )
    stop = asyncio.Event()
    serving = asyncio.create_task(serve(service, account, stop=stop))
    try:
        await telegram.until(lambda: telegram.calls("getUpdates"), timeout_seconds=30)
        return await _wait_for_answers(telegram)
    finally:
        stop.set()
        await serving


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
        if call.done:
            first.setdefault(call.parameters["chat_id"], call.time - began)
    return sorted(first.values())
