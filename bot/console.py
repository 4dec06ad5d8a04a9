"""What all commands share: where they write, and the library while they need it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from rich.console import Console

from bot.settings import Settings

if TYPE_CHECKING:
    from bot.wiring import Library

out = Console()
"""For what was asked for."""

err = Console(stderr=True)
"""For progress and faults."""


@contextmanager
def opened(settings: Settings) -> Iterator["Library"]:
    """The library, opened; its parts are imported here, so that `--help` need not wait for them.

    Raises:
        NewsError: It cannot be opened.
    """
    with ExitStack() as stack:
        with err.status("Opening the archive"):
            from bot.wiring import open_library  # noqa: PLC0415 - see above

            library = stack.enter_context(open_library(settings))
        yield library
