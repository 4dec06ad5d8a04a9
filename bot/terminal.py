"""The chat in a terminal: the same answers, the same pages as on Telegram."""

import asyncio
import atexit
import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.live import Live
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.spinner import Spinner
from rich.style import Style
from rich.text import Text

from bot.pages import Entity, Kind, Page
from bot.passages import PassageView, render_passage
from bot.rendering import render_answer, render_statements
from bot.texts import EXAMPLES, Texts, load_texts
from knowledge.answering.answer import Answer, Citation, Event, Statement
from knowledge.answering.follow_ups import MOST_TURNS
from knowledge.errors import NewsError

_STYLES = {
    Kind.BOLD: "bold",
    Kind.ITALIC: "italic",
    Kind.CODE: "cyan",
    Kind.LINK: "underline blue",
    Kind.QUOTE: "green",
    Kind.LONG_QUOTE: "green",
}
_QUOTES = frozenset({Kind.QUOTE, Kind.LONG_QUOTE})
_BAR = "┃ "
_WIDEST = 100
_MOST_REMEMBERED = 500
_LEAVING = frozenset({"/quit", "/exit", "/q"})
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Control characters could drive the terminal; they are shown as a replacement character."""


class Answerer(Protocol):
    """Answers questions about the articles."""

    def answer(self, text: str, /, *, previous: Sequence[str] = ()) -> AsyncIterator[Event]:
        """Yield checked statements, and the answer at the end."""
        ...


OpenQuote = Callable[[Citation], PassageView]


@dataclass(slots=True, kw_only=True)
class TerminalChat:
    """One conversation at the keyboard.

    Attributes:
        open_quote: Finds a quote in its article, checked again.
        read_line: Asks for a line; raises EOFError where there are no more.
        about: Lines that say what the answers are made from.
    """

    answerer: Answerer
    open_quote: OpenQuote
    console: Console
    read_line: Callable[[str], str]
    texts: Texts
    about: Sequence[str] = ()
    _last: Answer | None = field(default=None, init=False)
    _asked: Sequence[str] = field(default=(), init=False)

    def run(self) -> None:
        """Talk until the reader leaves."""
        self._welcome()
        with suppress(EOFError, KeyboardInterrupt), asyncio.Runner() as runner:
            while (line := self.read_line(f"{self.texts('terminal-prompt')} › ").strip()) not in (
                _LEAVING
            ):
                if line:
                    self.respond(line, runner)
        self.console.print(f"\n{self.texts('terminal-goodbye')}", style="dim")

    def respond(self, line: str, runner: asyncio.Runner) -> None:
        """Answer one line: a question, or the number of a quote of the last answer."""
        citations = self._last.citations if self._last else ()
        try:
            if line.isdecimal() and 0 < int(line) <= len(citations):
                self._show(render_passage(self.open_quote(citations[int(line) - 1]), self._words()))
            else:
                self._answer(line, runner)
        except NewsError as error:
            self.console.print(str(error), style="red", markup=False)

    def _answer(self, question: str, runner: asyncio.Runner) -> None:
        self._last = runner.run(self._follow(question))
        self._asked = [*self._asked, self._last.question.text][-MOST_TURNS:]
        self._show(render_answer(self._last, self._words()))

    async def _follow(self, question: str) -> Answer:
        """Show statements while they come; the whole answer takes their place."""
        language = self._words().language
        shown: list[Statement] = []
        with Live(console=self.console, transient=True, refresh_per_second=8) as live:
            live.update(self._under_way(shown, language), refresh=True)
            async for event in self.answerer.answer(question, previous=self._asked):
                if isinstance(event, Answer):
                    return event
                shown.append(event)
                live.update(self._under_way(shown, language), refresh=True)
        raise TypeError("the answerer ended without an answer")

    def _under_way(self, shown: Sequence[Statement], language: str) -> RenderableType:
        """The statements that stand so far, each checked, and that there is more to come."""
        pages = render_statements(shown, load_texts(language))
        waiting = Spinner("dots", self.texts("terminal-reading"), style="dim")
        return Group(*(Padding(show_page(page), (1, 0, 0, 2)) for page in pages), waiting)

    def _words(self) -> Texts:
        return load_texts(self._last.question.language) if self._last else self.texts

    def _show(self, pages: Sequence[Page]) -> None:
        self.console.print()
        for page in pages:
            self.console.print(Padding(show_page(page), (0, 0, 0, 2)), width=_WIDEST)
        self.console.print()

    def _welcome(self) -> None:
        self.console.print(Rule("WhoSaid", style="dim"))
        self.console.print(self.texts("terminal-welcome"))
        for line in self.about:
            self.console.print(line, style="dim", markup=False)
        self.console.print(f"\n{self.texts('terminal-examples')}")
        for key in EXAMPLES:
            self.console.print(f"  {self.texts(key)}", style="italic")
        self.console.print()


@dataclass(frozen=True, slots=True)
class _Barred:
    """Text with a bar on the left of each of its lines, however it wraps."""

    text: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        inner = options.update(width=max(options.max_width - len(_BAR), 1))
        for line in console.render_lines(self.text, inner, pad=False):
            yield Segment(_BAR, Style(color="green", dim=True))
            yield from line
            yield Segment.line()


def show_page(page: Page) -> RenderableType:
    """A page for the terminal: styles for its entities, and a bar beside its quotes."""
    whole = _styled(page)
    quotes = [_range(page.text, entity) for entity in page.entities if entity.kind in _QUOTES]
    parts: list[RenderableType] = []
    shown = 0
    for start, end in quotes:
        parts += [_between(whole, shown, start), _Barred(whole[start:end])]
        shown = end
    return Group(*parts, _between(whole, shown, len(whole)))


def _between(whole: Text, start: int, end: int) -> Text:
    """What stands around a quote, without the line breaks that touch it."""
    piece = whole[start:end]
    first, last = (1 if start else 0), (-1 if end < len(whole) else len(piece))
    return piece[first:last] if len(piece) > 1 else piece


def _styled(page: Page) -> Text:
    text = Text(_UNSAFE.sub("\ufffd", page.text))
    for entity in page.entities:
        text.stylize(_STYLES[entity.kind], *_range(page.text, entity))
    return text


def _range(text: str, entity: Entity) -> tuple[int, int]:
    """The code points that an entity covers; its own offsets are in UTF-16 units."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    past = entity.offset + entity.length
    start, end = (len(encoded[: 2 * at].decode("utf-16-le")) for at in (entity.offset, past))
    return start, end


class LineReader:
    """Asks for lines at the keyboard; the arrow keys bring back those that were typed before."""

    def __init__(self, history: Path) -> None:
        try:
            import readline  # noqa: PLC0415 - not on every system; the chat works without it
        except ImportError:
            return
        readline.set_history_length(_MOST_REMEMBERED)
        with suppress(OSError):
            readline.read_history_file(history)
        atexit.register(_save_history, history)

    def __call__(self, prompt: str) -> str:
        """The next line; raises EOFError where there are no more."""
        return input(prompt)


def _save_history(history: Path) -> None:
    import readline  # noqa: PLC0415 - registered only where it is there

    with suppress(OSError):
        readline.write_history_file(history)
