"""The pictures in the README, made by the program itself: `python -m bot.pictures FOLDER`.

Rich writes what it shows as SVG. The store is one of the picture's own, the articles are the
shipped ones, and no model is asked, so that anybody gets the same picture.
"""

import asyncio
import io
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from bot.settings import Settings
from bot.terminal import TerminalChat
from bot.wiring import build_terminal, open_library

_CONVERSATION = (
    "Who claimed responsibility?",
    "Was Ukraine behind it?",
    "¿Qué dijo Kamala Harris?",
    "What is the capital of Australia?",
)
_COLUMNS = 104


def draw_chat(folder: Path) -> Path:
    """A conversation in the terminal, as `chat.svg` in *folder*."""
    console = Console(record=True, width=_COLUMNS, file=io.StringIO(), color_system="truecolor")
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(_env_file=None, whosaid_data_dir=Path(place), whosaid_model="none")
        with open_library(settings) as library, asyncio.Runner() as runner:
            _talk(build_terminal(settings, library, console), runner)
    path = folder / "chat.svg"
    console.save_svg(str(path), title="WhoSaid")
    return path


def _talk(chat: TerminalChat, runner: asyncio.Runner) -> None:
    for question in _CONVERSATION:
        chat.console.print(f"[bold]Question ›[/bold] {question}")
        chat.respond(question, runner)


if __name__ == "__main__":
    draw_chat(Path(sys.argv[1]))
