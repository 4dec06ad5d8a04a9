"""What all commands share: where they write, and the library while they need it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from bot.settings import Settings

if TYPE_CHECKING:
    from bot.wiring import Library
    from knowledge.library.ingest.visiting import Visitor

out = Console()
"""For what was asked for."""

err = Console(stderr=True)
"""For progress and faults."""


def visitor_for(context: typer.Context) -> "Visitor":
    """The visitor that whoever called the command line handed over; or our own, guarded."""
    from knowledge.library.ingest.fetching import Fetcher  # noqa: PLC0415 - `--help` need not wait
    from knowledge.library.ingest.visiting import Visitor  # noqa: PLC0415 - as above

    visitor: Visitor | None = context.obj
    return visitor or Visitor(fetcher=Fetcher())


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
