"""The settings: the one reader of the environment and of `.env`."""

import os
import re
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from knowledge.errors import NewsError

_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_TELEGRAM = "https://api.telegram.org"
_MODEL_WITH_A_KEY = "openai:gpt-5.4-mini"

_FOR_LIBRARIES = {
    "OMP_NUM_THREADS": "1",  # more threads wait for each other when several readers ask at once
    "OMP_WAIT_POLICY": "passive",
    "LANGSMITH_TRACING": "false",  # nothing is sent to anybody who was not asked
    "ANONYMIZED_TELEMETRY": "False",
    "PTB_TIMEDELTA": "true",  # or it warns of the change at every rate limit
}


class SettingsError(NewsError):
    """One or more settings are missing or wrong; the sentence names every one."""


class Settings(BaseSettings):
    """Every setting, by the names of `.env.example` (a test holds both against each other)."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        extra="ignore",
        frozen=True,
        env_ignore_empty=True,
    )

    telegram_bot_token: SecretStr = SecretStr("")
    telegram_api_url: str = _TELEGRAM
    openai_api_key: SecretStr = SecretStr("")
    openai_base_url: str = ""
    whosaid_model: str = ""
    whosaid_speech: str = ""
    whosaid_speech_minutes: Annotated[int, Field(ge=1, le=20)] = 2
    whosaid_embeddings: str = "local"
    whosaid_data_dir: Path = Path("data")
    database_url: str = ""
    chroma_url: str = ""
    chroma_token: SecretStr = SecretStr("")
    whosaid_operators: Annotated[frozenset[int], NoDecode] = frozenset()
    whosaid_rich_messages: bool = False
    whosaid_channels: Annotated[frozenset[str], NoDecode] = frozenset()
    whosaid_operator_groups: Annotated[frozenset[int], NoDecode] = frozenset()
    whosaid_feed_minutes: Annotated[float, Field(ge=1, le=1440)] = 15.0
    whosaid_log_level: str = "INFO"
    whosaid_model_claims: bool = False
    whosaid_model_seconds: Annotated[float, Field(gt=0, le=300)] = 30.0
    whosaid_daily_budget: Annotated[float, Field(ge=0)] = 5.0
    whosaid_questions_per_reader: Annotated[int, Field(ge=0)] = 20
    whosaid_questions_per_chat: Annotated[int, Field(ge=0)] = 60

    @field_validator("whosaid_operators", "whosaid_operator_groups", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        return value.replace(",", " ").split() if isinstance(value, str) else value

    @field_validator("whosaid_channels", mode="before")
    @classmethod
    def _split_names(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        names = value.replace(",", " ").lower().split()
        return [name.removeprefix("https://t.me/").removeprefix("@") for name in names]

    @field_validator("whosaid_channels")
    @classmethod
    def _known_channels(cls, value: frozenset[str]) -> frozenset[str]:
        if not all(re.fullmatch(r"[a-z]\w{3,31}|-100\d+", name, re.ASCII) for name in value):
            raise ValueError("give names such as @channel, or numbers such as -1001234567890")
        return value

    @field_validator("whosaid_log_level")
    @classmethod
    def _known_level(cls, value: str) -> str:
        if value.upper() not in _LEVELS:
            raise ValueError(f"use one of {', '.join(_LEVELS)}")
        return value.upper()

    @field_validator("whosaid_embeddings")
    @classmethod
    def _known_embeddings(cls, value: str) -> str:
        if value != "local" and not re.fullmatch(r"openai:\S+", value):
            raise ValueError("use local, or openai:MODEL")
        return value

    @field_validator("whosaid_model", "whosaid_speech")
    @classmethod
    def _known_model(cls, value: str) -> str:
        if value not in {"", "none"} and not re.fullmatch(r"openai:\S+", value):
            raise ValueError("use none, or openai:MODEL")
        return value

    @field_validator("telegram_api_url", "openai_base_url", "chroma_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        if value and not re.match(r"https?://[^/\s]", value):
            raise ValueError("give an address that begins with https:// or http://")
        return value.rstrip("/")

    @property
    def model_name(self) -> str:
        """`openai:NAME`, or `none`."""
        has_key = bool(self.openai_api_key.get_secret_value())
        return self.whosaid_model or (_MODEL_WITH_A_KEY if has_key else "none")

    @property
    def store_url(self) -> str:
        """Where the store is, as SQLAlchemy writes it."""
        return self.database_url or f"sqlite:///{self.whosaid_data_dir / 'whosaid.db'}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """The values that must reach no log."""
        fields = (self.telegram_bot_token, self.openai_api_key, self.chroma_token)
        return tuple(value for field in fields if (value := field.get_secret_value()))


def load_settings() -> Settings:
    """Read the settings, and set what the libraries read from the environment at their import.

    Raises:
        SettingsError: Names every setting that is wrong, never its value.
    """
    for name, value in _FOR_LIBRARIES.items():
        os.environ.setdefault(name, value)
    try:
        return Settings()
    except ValidationError as error:
        wrong = (
            f"{str(fault['loc'][0]).upper()} ({_reason(fault['msg'])})" for fault in error.errors()
        )
        raise SettingsError(
            f"Some settings cannot be used: {'; '.join(wrong)}. `.env.example` explains each."
        ) from None


def _reason(message: str) -> str:
    return message.removeprefix("Value error, ").rstrip(".")


def terminal_language() -> str:
    """The language of this terminal, as POSIX gives it: `es` of `es_ES.UTF-8`; "" if none."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((name for name in names if name), "").split("_")[0].split(".")[0]


def is_debugging() -> bool:
    """Whether a fault of ours should show its traceback; works when the settings cannot be read."""
    return os.environ.get("WHOSAID_LOG_LEVEL", "").upper() == "DEBUG"
