"""What operators work with on Telegram, and who they are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bot.intake import Post, Told, take_file, take_post, take_web
from knowledge.library.archive import Archive
from knowledge.library.facts import Facts
from knowledge.library.ingest.parsing.sandbox import Sandbox
from knowledge.library.ingest.visiting import Visitor
from knowledge.library.verdicts import Verdicts


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    """The archive with all that changes it. What it does may block; it is called in threads.

    Attributes:
        operators: Who may use it, by Telegram's numbers.
        groups: Groups whose administrators may as well.
        stop: Ends the waiting of visits under way.
    """

    archive: Archive
    verdicts: Verdicts
    facts: Facts
    visitor: Visitor
    operators: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()
    stop: Callable[[], None] = field(default=lambda: None)

    def add_web(self, url: str) -> Iterator[Told]:
        """Take in the page at *url*, or those that it lists."""
        with Sandbox() as sandbox:
            yield from take_web(url, self.archive, self.visitor, sandbox)

    def add_file(self, name: str, sender: int, data: bytes) -> Iterator[Told]:
        """Take in what is in a file that came from a chat."""
        return take_file(name, sender, data, self.archive)

    def add_post(self, post: Post) -> Iterator[Told]:
        """Take in a post of a channel."""
        return take_post(post, self.archive)
