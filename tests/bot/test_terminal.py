"""The chat in a terminal: what a person sees."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from rich.console import Console

from bot.pages import Entity, Kind, Page
from bot.terminal import show_page
from bot.texts import load_texts
from bot.wiring import Library, build_terminal
from knowledge.answering.answer import Event
from tests.bot.samples import CLOSURE, DENIAL, answer
from tests.conftest import settings_for


class Keyboard:
    """Types these lines, and then leaves as a person would."""

    def __init__(self, *lines: str, leaves_by: type[BaseException] = EOFError) -> None:
        self.lines, self.leaves_by = iter(lines), leaves_by

    def __call__(self, prompt: str) -> str:
        line = next(self.lines, None)
        if line is None:
            raise self.leaves_by
        return line


def shown(library: Library, folder: Path, keyboard: Keyboard, width: int = 100) -> str:
    console = Console(file=io.StringIO(), width=width)
    chat = build_terminal(settings_for(folder), library, console)
    chat.read_line = keyboard
    chat.run()
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("leaves_by", [EOFError, KeyboardInterrupt])
def test_a_question_is_answered_and_ctrl_c_leaves_cleanly(
    leaves_by: type[BaseException], shipped_library: Library, tmp_path: Path
) -> None:
    keyboard = Keyboard("who claimed responsibility?", leaves_by=leaves_by)
    text = shown(shipped_library, tmp_path, keyboard)
    assert "┃ The Islamic State (ISIS) claimed responsibility for the Moscow attack" in text
    assert text.rstrip().endswith("Goodbye.")


def test_the_number_of_a_quote_opens_its_passage(shipped_library: Library, tmp_path: Path) -> None:
    text = shown(shipped_library, tmp_path, Keyboard("who claimed responsibility?", "1", "/quit"))
    assert "As proof, he has spread a chilling video" in " ".join(text.replace("┃", "").split())
    assert "Receipt: article moscow-concert-hall-attack, version 1" in text


def test_a_number_without_a_quote_is_a_question(shipped_library: Library, tmp_path: Path) -> None:
    assert "Nearest passage" in shown(shipped_library, tmp_path, Keyboard("7"))


def test_the_words_are_in_the_language_of_the_question(
    shipped_library: Library, tmp_path: Path
) -> None:
    text = shown(shipped_library, tmp_path, Keyboard("какая столица у Австралии?"))
    assert load_texts("ru")("not-in-articles")[:20] in text


def test_a_follow_up_is_understood_from_the_sessions_own_questions(
    shipped_library: Library, tmp_path: Path
) -> None:
    keyboard = Keyboard("What did Putin say?", "And Harris?", "thanks", "when?")
    text = " ".join(shown(shipped_library, tmp_path, keyboard).split())
    assert load_texts("en")("understood", question="What did Harris say?") in text
    assert load_texts("en")("understood", question="What did Harris say – when?") in text
    alone = shown(shipped_library, tmp_path, Keyboard("when?"))
    assert "What did Harris say" not in alone


class Watched:
    """Yields statements, and keeps what the screen shows after each."""

    def __init__(self, screen: io.StringIO) -> None:
        self.screen, self.seen = screen, list[str]()

    async def answer(self, text: str, **_: object) -> AsyncIterator[Event]:
        for statement in (CLOSURE, DENIAL):
            yield statement
            self.seen.append(self.screen.getvalue())
        yield answer(DENIAL)


def test_a_statement_is_shown_as_soon_as_it_stands_and_the_answer_takes_its_place(
    shipped_library: Library, tmp_path: Path
) -> None:
    screen = io.StringIO()
    console = Console(file=screen, width=100, force_terminal=True, color_system=None)
    chat = build_terminal(settings_for(tmp_path), shipped_library, console)
    watched = Watched(screen)
    chat.answerer, chat.read_line = watched, Keyboard("Was oil spilt?")
    chat.run()
    assert [CLOSURE.text in seen for seen in watched.seen] == [True, True]
    assert ["no oil was spilt" in seen for seen in watched.seen] == [False, True]
    final = screen.getvalue().rpartition("\x1b[2K")[2]
    assert CLOSURE.text not in final
    assert "no oil was spilt" in final


def render(page: Page, width: int = 40) -> list[str]:
    console = Console(file=io.StringIO(), width=width)
    console.print(show_page(page))
    assert isinstance(console.file, io.StringIO)
    return [line.rstrip() for line in console.file.getvalue().rstrip("\n").split("\n")]


def test_every_line_of_a_quote_has_its_bar() -> None:
    quote = "A quotation that is longer than one line of the screen."
    page = Page(
        text=f"😀 Ada:\n{quote}\nSource",
        entities=(Entity(kind=Kind.QUOTE, offset=8, length=len(quote)),),
    )
    assert render(page, 30) == [
        "😀 Ada:",
        "┃ A quotation that is longer",
        "┃ than one line of the screen.",
        "Source",
    ]


def test_foreign_text_is_neither_markup_nor_a_command_to_the_terminal() -> None:
    assert render(Page(text="[red]a[/red] \x1b[2Jb\x07")) == ["[red]a[/red] \ufffd[2Jb\ufffd"]
