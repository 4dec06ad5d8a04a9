"""The whole path on Telegram: the project's own server, the shipped article, real parts."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.articles import StoredArticles
from bot.journal import Journal
from bot.serving import NoTokenError, serve_telegram
from bot.stored_passages import StoredPassages
from bot.telegram.serving import Account, Service, serve
from bot.wiring import Library, build_answerer
from knowledge.library.database import open_database
from tests.conftest import settings_for
from tests.servers.telegram import TelegramServer, as_text

TOKEN = "123456:test-token"


@asynccontextmanager
async def serving(library: Library, folder: Path, server: TelegramServer) -> AsyncIterator[None]:
    stop = asyncio.Event()
    service = Service(
        answerer=build_answerer(settings_for(folder), library),
        passages=StoredPassages(library.catalogue),
        articles=StoredArticles(library.catalogue, library.archive.pieces),
        journal=Journal(open_database(f"sqlite:///{folder / 'journal.db'}")),
        button_key=b"k" * 32,
    )
    account = Account(token=TOKEN, base_url=server.base_url, base_file_url=server.base_file_url)
    running = asyncio.create_task(serve(service, account, stop=stop))
    try:
        yield
    finally:
        stop.set()
        await running


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "who claimed responsibility?"),
        ("es", "¿quién reivindicó la autoría del ataque?"),
        ("ru", "кто взял на себя ответственность за нападение?"),
    ],
)
async def test_a_question_gets_the_quote_and_its_button_opens_the_passage(
    language: str, question: str, shipped_library: Library, tmp_path: Path
) -> None:
    async with TelegramServer(token=TOKEN) as server, serving(shipped_library, tmp_path, server):
        user = server.user("Ada", language=language)
        chat = server.private_chat(user)
        server.send(chat, question)
        await server.until_sent(chat, 1)
        answer = chat.from_bot[-1]
        assert "┃ The Islamic State (ISIS) claimed responsibility" in as_text(answer)
        server.press(answer, "1")
        await server.until_sent(chat, 2)
        assert "As proof, he has spread a chilling video" in chat.from_bot[-1].text
        assert server.oddities == []


def test_without_a_token_there_is_a_plain_sentence(
    shipped_library: Library, tmp_path: Path
) -> None:
    with pytest.raises(NoTokenError, match="@BotFather"):
        serve_telegram(settings_for(tmp_path), shipped_library)
