"""The doctor says in a line what is wrong with each part, and what to do."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.doctor import Finding, examine
from tests.servers.openai import OpenAIServer
from tests.servers.telegram import TelegramServer

Setter = Callable[..., None]
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Setter:
    """Sets settings, in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)

    def set_all(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(name, value)

    return set_all


async def findings() -> dict[str, Finding]:
    """In a thread, for the doctor has event loops of its own."""
    return {f.part: f for f in await asyncio.to_thread(lambda: list(examine()))}


async def test_a_fresh_installation_is_healthy(configured: Setter) -> None:
    found = await findings()
    assert list(found) == [
        *("settings", "store", "index", "embeddings", "feeds", "model", "Telegram"),
    ]
    assert not [f.line for f in found.values() if f.problem]
    assert "1 article" in found["store"].text
    assert "48 sentences" in found["index"].text


async def test_every_part_that_is_set_is_tried(configured: Setter) -> None:
    async with TelegramServer(token="123456:test-token") as telegram, OpenAIServer() as openai:
        configured(
            TELEGRAM_BOT_TOKEN="123456:test-token",
            TELEGRAM_API_URL=telegram.base_url.removesuffix("/bot"),
            OPENAI_API_KEY="key",
            OPENAI_BASE_URL=openai.base_url,
        )
        found = await findings()
    assert not [f.line for f in found.values() if f.problem]
    assert "@" in found["Telegram"].text
    assert "openai:gpt-5.4-mini" in found["model"].text


@pytest.mark.parametrize(
    ("settings", "part", "said"),
    [
        pytest.param({"WHOSAID_LOG_LEVEL": "loud"}, "settings", "WHOSAID_LOG_LEVEL", id="settings"),
        pytest.param(
            {"WHOSAID_DATA_DIR": "/dev/null/x"}, "archive", "WHOSAID_DATA_DIR", id="folder"
        ),
        pytest.param({"DATABASE_URL": "mysql://x/y"}, "archive", "DATABASE_URL", id="store"),
        pytest.param({"CHROMA_URL": NOWHERE}, "archive", "index", id="chroma-server"),
        pytest.param(
            {"OPENAI_API_KEY": "canary-key", "OPENAI_BASE_URL": NOWHERE},
            "model",
            "cannot be reached",
            id="model",
        ),
        pytest.param(
            {"TELEGRAM_BOT_TOKEN": "123456:canary", "TELEGRAM_API_URL": NOWHERE},
            "Telegram",
            "TELEGRAM_API_URL",
            id="telegram",
        ),
    ],
)
async def test_what_is_wrong_is_said_with_a_remedy(
    settings: dict[str, str], part: str, said: str, configured: Setter
) -> None:
    configured(**settings)
    finding = (await findings())[part]
    assert finding.problem
    assert said in finding.line
    assert "canary" not in finding.line
    assert "\n" not in finding.line


async def test_a_token_that_is_not_accepted_is_said_without_it(configured: Setter) -> None:
    async with TelegramServer(token="123456:test-token") as telegram:
        configured(
            TELEGRAM_BOT_TOKEN="123456:canary",
            TELEGRAM_API_URL=telegram.base_url.removesuffix("/bot"),
        )
        finding = (await findings())["Telegram"]
    assert finding.problem
    assert "@BotFather" in finding.text
    assert "canary" not in finding.text
