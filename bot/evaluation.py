"""Answering a benchmark's questions, without a look at its keys.

A folder holds `questions.jsonl` and `corpus.jsonl`. Of a question only its words, its language,
the question before it and, on request, the documents to read are used.
"""

import json
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from knowledge.answering.answer import Answer
from knowledge.answering.answerer import Answerer
from knowledge.errors import NewsError


class BenchmarkError(NewsError):
    """A folder that is no benchmark, or a row that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkQuestion:
    """What a system under test may see of a question; *given* are identifiers of documents."""

    id: str
    text: str
    language: str
    previous: str
    given: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicted:
    """A question with the answer that was given."""

    question: BenchmarkQuestion
    answer: Answer


def load_questions(folder: Path, limit: int | None = None) -> tuple[BenchmarkQuestion, ...]:
    """The first *limit* questions of the benchmark in *folder*; None is all.

    Raises:
        BenchmarkError: There is no `questions.jsonl`, or a row is not a question.
    """
    path = folder / "questions.jsonl"
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BenchmarkError(f"{path} cannot be read: give a folder that holds it.") from error
    rows = [_parse_row(path, n, line) for n, line in enumerate(lines, 1) if line.strip()]
    return tuple(rows[:limit])


def _parse_row(path: Path, number: int, line: str) -> BenchmarkQuestion:
    try:
        row = json.loads(line)
        return BenchmarkQuestion(
            id=row["id"],
            text=row["question"],
            language=row.get("lang") or "",
            previous=_previous(row),
            given=tuple(row.get("given_ids") or ()),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BenchmarkError(f"{path}, line {number}: is not a question.") from error


def _previous(row: Mapping[str, Any]) -> str:
    return row.get("previous") or (row.get("extra") or {}).get("previous") or ""


async def predict(
    answerer: Answerer, questions: Sequence[BenchmarkQuestion], *, given: bool
) -> AsyncIterator[Predicted]:
    """Answer each question; with *given*, read only the documents that it names."""
    for question in questions:
        answer = await answerer.final_answer(
            question.text,
            language=question.language,
            scope=question.given if given else None,
            previous=question.previous,
        )
        yield Predicted(question=question, answer=answer)


def prediction_as_json(predicted: Predicted, said: str) -> dict[str, Any]:
    """A line of a predictions file; *said* is the text shown to the reader, without the quotes."""
    answer = predicted.answer
    return {
        "id": predicted.question.id,
        "answer": said if answer.statements else "",
        "abstained": not answer.statements,
        "quotes": [
            {"doc_id": q.article_id, "start": q.start, "end": q.end, "text": q.text}
            for q in (citation.quote for citation in answer.citations)
        ],
        "speakers": [s.speaker for s in answer.statements if s.speaker],
        "retrieved": list(dict.fromkeys(hit.article_id for hit in answer.retrieved)),
        "ms": answer.milliseconds["total"],
    }


def summarise(predicted: Sequence[Predicted]) -> tuple[tuple[str, str], ...]:
    """Rows of a table: outcomes, quotes, and milliseconds a stage (median and 95th percentile)."""
    answers = [one.answer for one in predicted]
    outcomes = Counter(answer.outcome.value for answer in answers)
    lengths = [len(c.quote.text) for answer in answers for c in answer.citations]
    stages = dict.fromkeys(stage for answer in answers for stage in answer.milliseconds)
    return (
        ("questions", str(len(answers))),
        *((name, str(count)) for name, count in outcomes.most_common()),
        ("quotes", f"{len(lengths)}, median {round(median(lengths or [0]))} characters"),
        *((f"ms {stage}", _spread(answers, stage)) for stage in stages),
    )


def _spread(answers: Sequence[Answer], stage: str) -> str:
    times = [answer.milliseconds.get(stage, 0.0) for answer in answers]
    highest = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return f"p50 {median(times):.1f}, p95 {highest:.1f}"
