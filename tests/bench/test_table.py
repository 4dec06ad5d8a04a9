"""Whether a figure is what is asked, and how it is shown."""

from pathlib import Path

import pytest
from rich.console import Console

from tests.bench.sets import first_questions
from tests.bench.table import Figure, figures_as_json, render_table


@pytest.mark.parametrize(
    ("reached", "at_least", "at_most", "met"),
    [
        pytest.param(0.7, 0.7, None, True, id="just-enough"),
        pytest.param(0.69, 0.7, None, False, id="too-little"),
        pytest.param(1.0, None, 1.0, True, id="just-not-too-much"),
        pytest.param(1.1, None, 1.0, False, id="too-much"),
        pytest.param(0.5, None, None, None, id="nothing-asked"),
        pytest.param(None, 0.7, None, None, id="not-measured"),
    ],
)
def test_a_figure_is_met_by_what_is_asked_of_it(
    reached: float | None, at_least: float | None, at_most: float | None, met: bool | None
) -> None:
    figure = Figure(section="s", what="w", reached=reached, at_least=at_least, at_most=at_most)
    assert figure.is_met is met
    assert figures_as_json([figure])[0]["met"] is met


def test_the_table_names_a_section_once_and_says_what_was_not_measured() -> None:
    figures = [
        Figure(section="squad2", what="first", reached=0.5, at_least=0.7),
        Figure(section="squad2", what="second", reached=None, note="no such question"),
    ]
    console = Console(width=120)
    with console.capture() as shown:
        console.print(render_table(figures))
    text = shown.get()
    assert text.count("squad2") == 1
    assert "NO" in text
    assert "not measured" in text
    assert "no such question" in text


def test_of_a_limited_set_only_thefirst_questions_are_scored(tmp_path: Path) -> None:
    folder, scratch = tmp_path / "set", tmp_path / "scratch"
    folder.mkdir()
    scratch.mkdir()
    (folder / "questions.jsonl").write_text('{"id": 1}\n\n{"id": 2}\n{"id": 3}\n', "utf-8")
    (folder / "corpus.jsonl").write_text('{"id": "a"}\n', "utf-8")
    first = first_questions(folder, scratch, 2)
    assert (first / "questions.jsonl").read_text("utf-8") == '{"id": 1}\n{"id": 2}\n'
    assert (first / "corpus.jsonl").read_text("utf-8") == '{"id": "a"}\n'
