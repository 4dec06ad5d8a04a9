"""Settings: read once, named in full when wrong, never shown."""

import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings

EXAMPLE = Path(__file__).parent.parent.parent / ".env.example"


def test_the_example_names_every_setting_and_no_other() -> None:
    named = re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text("utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(name.upper() for name in Settings.model_fields)


def test_the_example_can_be_used_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text(EXAMPLE.read_text("utf-8"), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert load_settings() == Settings(_env_file=None)


def test_every_wrong_setting_is_named_and_no_value_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WHOSAID_LOG_LEVEL", "loud")
    monkeypatch.setenv("WHOSAID_MODEL", "gpt-canary")
    monkeypatch.setenv("OPENAI_BASE_URL", "ftp-canary")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    for name in ("WHOSAID_LOG_LEVEL", "WHOSAID_MODEL", "OPENAI_BASE_URL"):
        assert name in str(caught.value)
    assert "canary" not in str(caught.value)


def test_secrets_are_not_in_the_representation() -> None:
    settings = Settings(
        _env_file=None,
        telegram_bot_token="canary-1",
        openai_api_key="canary-2",
        chroma_token="canary-3",
    )
    assert "canary" not in repr(settings) + str(settings) + settings.model_dump_json()
    assert settings.secrets == ("canary-1", "canary-2", "canary-3")


@pytest.mark.parametrize(
    ("values", "model"),
    [
        pytest.param({}, "none", id="nothing-set"),
        pytest.param({"openai_api_key": "k"}, "openai:gpt-5.4-mini", id="a-key"),
        pytest.param({"openai_api_key": "k", "whosaid_model": "none"}, "none", id="switched-off"),
        pytest.param({"whosaid_model": "openai:local"}, "openai:local", id="named"),
    ],
)
def test_the_model_is_the_one_named_or_the_default_with_a_key(
    values: dict[str, str], model: str
) -> None:
    assert Settings(_env_file=None, **values).model_name == model


@pytest.mark.parametrize(
    ("written", "operators"),
    [
        pytest.param("", frozenset(), id="none"),
        pytest.param("12", frozenset({12}), id="one"),
        pytest.param("12, 34 56", frozenset({12, 34, 56}), id="several"),
    ],
)
def test_operators_are_a_list_of_numbers(
    written: str, operators: frozenset[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WHOSAID_OPERATORS", written)
    assert load_settings().whosaid_operators == operators
