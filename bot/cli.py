"""The command line: what outsiders type, and rely on.

Status 0 when it did what was asked (a refusal is an answer), 2 on wrong usage, 1 with one plain
sentence when something failed, 130 when it was stopped by Ctrl-C.
"""

import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from bot.archive_commands import add_archive_commands
from bot.console import err, opened, out
from bot.settings import Settings, is_debugging, load_settings
from bot.version_commands import add_version_commands
from knowledge.errors import NewsError

if TYPE_CHECKING:
    from bot.terminal import TerminalChat
    from bot.wiring import Library

app = typer.Typer(
    help="Answers questions about news articles in their own words, and says who said them.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
add_archive_commands(app)
add_version_commands(app)


def main() -> None:
    """The console script."""
    try:
        app()
    except NewsError as error:
        sys.exit(_fail(str(error)))
    except Exception as error:
        if is_debugging():
            raise
        sys.exit(
            _fail(
                f"Something broke that should not ({type(error).__name__}): run it again with "
                "WHOSAID_LOG_LEVEL=DEBUG and report what it prints."
            )
        )


def _fail(sentence: str) -> int:
    err.print(sentence, style="red", markup=False, highlight=False, soft_wrap=True)
    return 1


@app.callback(invoke_without_command=True)
def run(context: typer.Context) -> None:
    """Serves Telegram if there is a token, and opens the chat in the terminal if not."""
    if context.invoked_subcommand is None:
        has_token = bool(load_settings().telegram_bot_token.get_secret_value())
        context.invoke(serve if has_token else chat)


@app.command()
def serve() -> None:
    """Serves Telegram, by polling."""
    settings = load_settings()
    with opened(settings) as library:
        from bot.serving import serve_telegram  # noqa: PLC0415 - imports what only it needs

        serve_telegram(settings, library)


@app.command()
def chat() -> None:
    """The same conversation in the terminal."""
    settings = load_settings()
    with opened(settings) as library:
        _terminal(settings, library).run()


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="In any language.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """One answer."""
    settings = load_settings()
    if not question.strip():
        raise typer.BadParameter("The question is empty.")
    with opened(settings) as library:
        if not as_json:
            with asyncio.Runner() as runner:
                _terminal(settings, library).respond(question, runner)
            return
        from bot.answer_json import answer_as_json  # noqa: PLC0415 - needs the whole library
        from bot.wiring import build_answerer  # noqa: PLC0415 - as above

        answer = asyncio.run(build_answerer(settings, library).final_answer(question))
        print(json.dumps(answer_as_json(answer), ensure_ascii=False))  # noqa: T201 - for programs


@app.command("eval")
def evaluate(
    folder: Annotated[Path, typer.Argument(help="Holds questions.jsonl and corpus.jsonl.")],
    given: Annotated[
        bool, typer.Option("--given", help="Read only the documents that a question names.")
    ] = False,
    predictions: Annotated[
        Path | None, typer.Option(help="Write a line of JSON a question to this file.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first so many.")] = None,
) -> None:
    """Answers a benchmark's questions, in a store of its own."""
    from bot.benchmark import (  # noqa: PLC0415 - needs the whole library
        open_benchmark,
        run_benchmark,
        write_predictions,
    )
    from bot.evaluation import load_questions, summarise  # noqa: PLC0415 - as above

    questions = load_questions(folder, limit)
    with open_benchmark(load_settings(), folder) as answerer:
        predicted = asyncio.run(run_benchmark(answerer, questions, given=given))
    if predictions:
        write_predictions(predictions, predicted)
    table = Table(title=str(folder), show_header=False)
    for name, value in summarise(predicted):
        table.add_row(name, value)
    out.print(table)


@app.command()
def doctor() -> None:
    """Checks every part, and says in a line each what is wrong and what to do."""
    from bot.doctor import examine  # noqa: PLC0415 - imports every part

    healthy = True
    for finding in examine():
        healthy = healthy and not finding.problem
        style = "red" if finding.problem else None
        out.print(finding.line, style=style, markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(0 if healthy else 1)


def _terminal(settings: Settings, library: "Library") -> "TerminalChat":
    from bot.wiring import build_terminal  # noqa: PLC0415 - needs the whole library

    return build_terminal(settings, library, out)
