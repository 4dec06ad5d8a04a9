"""What all tests share: a real library, opened once on the shipped article."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings as examples

os.environ.update(
    OMP_NUM_THREADS="1", OMP_WAIT_POLICY="passive", LANGSMITH_TRACING="false", PTB_TIMEDELTA="true"
)
os.environ.pop("COLUMNS", None)  # what runs the tests may set it, and consoles keep what they find

from bot.settings import Settings
from bot.wiring import Library, open_library

examples.register_profile("whosaid", deadline=None, derandomize=True)
examples.load_profile("whosaid")
"""The same examples at every run, and no time limit: a busy machine is no fault of the code."""

_FROM_OUTSIDE = ("TELEGRAM_", "OPENAI_", "WHOSAID_", "CHROMA_", "DATABASE_URL")


_REACHED = pytest.StashKey[list[tuple[str, str, str]]]()

Reached = Callable[[str, str, str], None]
"""Notes what was reached, how much, and what is asked, for the table at the end of `make soak`."""


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_REACHED] = []


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """What the full counts reached, where some were run in this process."""
    rows = config.stash[_REACHED]
    if not rows:
        return
    terminalreporter.section("reached")
    width = max(len(what) for what, _, _ in rows)
    for what, figure, asked in rows:
        terminalreporter.write_line(f"{what:{width}}  {figure:>14}  {asked}")


@pytest.fixture
def reached(request: pytest.FixtureRequest) -> Reached:
    """Where a test with full counts says what it reached."""
    rows = request.config.stash[_REACHED]
    return lambda what, figure, asked: rows.append((what, figure, asked))


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own token or key must not reach a test."""
    for name in list(os.environ):
        if name.startswith(_FROM_OUTSIDE):
            monkeypatch.delenv(name)


def settings_for(folder: Path, **values: object) -> Settings:
    """Settings with a data folder of the test's own, and no `.env`."""
    return Settings(_env_file=None, whosaid_data_dir=folder, **values)


@pytest.fixture(scope="session")
def shipped_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The library as it is after the first start; tests that change it open their own."""
    folder = tmp_path_factory.mktemp("shipped")
    with open_library(settings_for(folder)) as library:
        yield library


@pytest.fixture
def empty_library(tmp_path: Path) -> Iterator[Library]:
    """A library without articles, for one test."""
    with open_library(settings_for(tmp_path), shipped=False) as library:
        yield library
