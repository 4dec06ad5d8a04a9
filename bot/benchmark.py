"""A benchmark's own store, filled from its corpus, and a run over its questions."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.progress import track

from bot.console import err
from bot.evaluation import (
    BenchmarkError,
    BenchmarkQuestion,
    Predicted,
    predict,
    prediction_as_json,
)
from bot.rendering import describe_statement
from bot.settings import Settings
from bot.texts import load_texts
from bot.wiring import Library, build_answerer, open_library
from knowledge.answering.answerer import Answerer
from knowledge.errors import NewsError
from knowledge.library.ingest.reading import Read, read_articles
from knowledge.library.records import NewArticle


@contextmanager
def open_benchmark(settings: Settings, folder: Path) -> Iterator[Answerer]:
    """An answerer over the documents of *folder* alone, never over the user's articles.

    The store is kept in the data folder, so that a second run embeds nothing again; what was read
    by other rules than the present ones is read anew. A document that cannot be read is told on
    standard error and left out, as with `whosaid add`.

    Raises:
        BenchmarkError: There is no `corpus.jsonl`.
    """
    key = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]
    place = settings.whosaid_data_dir / "eval" / f"{folder.resolve().name}-{key}"
    own = settings.model_copy(update={"whosaid_data_dir": place, "database_url": ""})
    with open_library(own, shipped=False) as library:
        _fill(library, folder / "corpus.jsonl")
        yield build_answerer(own, library)


def _fill(library: Library, corpus: Path) -> None:
    if not corpus.is_file():
        raise BenchmarkError(f"{corpus} is not there: give a folder that holds it.")
    documents = track(list(read_articles(corpus)), "Documents", console=err, transient=True)
    wanted = {article.id for _, article in library.archive.add_all(_articles(documents))}
    library.archive.read_anew()
    library.archive.tend()  # before the questions, so that all are searched alike
    for summary in library.catalogue.summaries():
        if summary.id not in wanted:
            library.archive.remove(summary.id)


def _articles(documents: Iterable[Read]) -> Iterator[NewArticle]:
    """Those that could be read; the others are told."""
    for document in documents:
        if isinstance(document, NewArticle):
            yield document
        elif isinstance(document, NewsError):
            err.print(str(document), style="red", markup=False, soft_wrap=True)


async def run_benchmark(
    answerer: Answerer, questions: Sequence[BenchmarkQuestion], *, given: bool
) -> list[Predicted]:
    """Answer all questions, with progress."""
    done = []
    steps = iter(track(questions, "Questions", console=err, transient=True))
    async for predicted in predict(answerer, questions, given=given):
        done.append(predicted)
        next(steps)
    return done


def write_predictions(path: Path, predicted: Sequence[Predicted]) -> None:
    """A line of JSON a question."""
    lines = (json.dumps(_line(one), ensure_ascii=False) for one in predicted)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def _line(predicted: Predicted) -> dict[str, Any]:
    texts = load_texts(predicted.question.language)
    said = "\n".join(
        describe_statement(statement, texts) for statement in predicted.answer.statements
    )
    return prediction_as_json(predicted, said)
