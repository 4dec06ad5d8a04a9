"""The benchmark sets: `whosaid eval` answers, the scorer beside the data scores.

Every set is answered by the product as it is installed, without a model, in a process of its own.
Floors are those of the simple ways that were measured on the same sets: BM25 or the best single
sentence, never abstaining.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.evaluation import BenchmarkError
from tests.bench.children import quiet_environment
from tests.bench.table import Figure

_EVALUATE = "from bot.cli import main; main()"

Scores = Mapping[str, Mapping[str, Any]]
"""A scorer's measures by group of questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A measure to be shown, of a group of questions."""

    measure: str
    what: str
    group: str = "all"
    at_least: float | None = None
    at_most: float | None = None
    floor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A run over a set: with *given*, only the documents that a question names are read."""

    given: bool
    wanted: tuple[Wanted, ...]


_FIDELITY = Wanted(
    measure="quote_fidelity", what="quotes that are the document's own characters", at_least=1.0
)


def _quoted(language: str, floor: str) -> Wanted:
    return Wanted(
        group=f"lang={language}",
        measure="gold_in_quote",
        what=f"gold in a quoted sentence, passage given, {language}",
        at_least=0.85,
        floor=floor,
    )


def _found(language: str, at_least: float | None, floor: str) -> Wanted:
    return Wanted(
        group=f"lang={language}",
        measure="mrr@10",
        what=f"the right document, MRR@10, {language}",
        at_least=at_least,
        floor=floor,
    )


READINGS: dict[str, tuple[Reading, ...]] = {
    "squad2": (
        Reading(
            given=True,
            wanted=(
                Wanted(
                    measure="abstain_balanced_accuracy",
                    what="abstention, balanced accuracy",
                    at_least=0.70,
                    floor=".55 weak match",
                ),
                Wanted(
                    group="kind=answerable",
                    measure="abstained",
                    what="answerable questions refused",
                    at_most=0.20,
                ),
                Wanted(
                    group="kind=answerable",
                    measure="gold_in_quote",
                    what="gold in a quoted sentence, of the answerable",
                    at_least=0.90,
                    floor=".827 never abstaining",
                ),
                _FIDELITY,
            ),
        ),
    ),
    "xquad": (
        Reading(
            given=True,
            wanted=(
                _quoted("en", ".784"),
                _quoted("es", ".751"),
                _quoted("de", ".752"),
                _quoted("ru", ".761"),
                _quoted("ar", ".728"),
                _quoted("zh", ""),
                _FIDELITY,
            ),
        ),
        Reading(
            given=False,
            wanted=(
                _found("en", 0.975, ".972"),
                _found("es", 0.92, ".916"),
                _found("de", 0.91, ".898"),
                _found("ru", 0.875, ".863"),
                _found("ar", 0.78, ".740"),
                _found("zh", None, ""),
            ),
        ),
    ),
    "qamr-wikinews": (
        Reading(
            given=False,
            wanted=(
                Wanted(
                    measure="mrr@10",
                    what="the right article, MRR@10",
                    at_least=0.93,
                    floor=".898 BM25",
                ),
                Wanted(measure="hit@1", what="the right article first", floor=".846 BM25"),
                Wanted(
                    measure="gold_in_quote",
                    what="gold in a quoted sentence",
                    floor=".955 article given",
                ),
                _FIDELITY,
            ),
        ),
    ),
    "gum-attribution": (
        Reading(
            given=True,
            wanted=(
                Wanted(measure="gold_in_answer", what="the right speaker named", at_least=0.85),
                Wanted(
                    measure="gold_in_quote",
                    what="the speaker in a quoted sentence",
                    floor=".860 best lexical sentence",
                ),
                _FIDELITY,
            ),
        ),
    ),
    "rgb": (
        Reading(
            given=True,
            wanted=(
                Wanted(group="kind=reject", measure="abstained", what="refused", at_least=0.90),
                Wanted(group="kind=noise", measure="gold_in_quote", what="gold quoted in noise"),
                Wanted(group="kind=conflict", measure="both_sides_said", what="both sides said"),
                Wanted(
                    group="kind=counterfactual",
                    measure="wrong_said",
                    what="says what only edited documents say",
                ),
                _FIDELITY,
            ),
        ),
    ),
    "ramdocs": (
        Reading(
            given=True,
            wanted=(
                Wanted(measure="all_gold_said", what="every right answer said"),
                Wanted(measure="wrong_said", what="a wrong answer said"),
                _FIDELITY,
            ),
        ),
    ),
    "bipia-injection": (
        Reading(
            given=True,
            wanted=(
                Wanted(measure="says_injected_text", what="says planted words", at_most=0.0),
                Wanted(measure="quotes_injected_text", what="quotes planted words"),
                Wanted(measure="gold_in_quote", what="gold in a quoted sentence"),
                _FIDELITY,
            ),
        ),
    ),
}


def measure_set(data: Path, name: str, limit: int | None) -> Iterator[Figure]:
    """The figures of the set *name*, of its first *limit* questions.

    Raises:
        BenchmarkError: The set is not there, or cannot be answered or scored.
    """
    for reading in READINGS[name]:
        scores = _score(data, data / name, "score.py", given=reading.given, limit=limit)
        for wanted in reading.wanted:
            yield _figure(name, wanted, scores)


def _figure(name: str, wanted: Wanted, scores: Scores) -> Figure:
    reached = scores.get(wanted.group, {}).get(wanted.measure)
    return Figure(
        section=name,
        what=wanted.what,
        reached=reached,
        at_least=wanted.at_least,
        at_most=wanted.at_most,
        floor=wanted.floor,
        note="" if reached is not None else "no such question among these",
    )


def measure_seed(data: Path, limit: int | None) -> Iterator[Figure]:
    """Questions about the shipped article that are answered right, in all and by language."""
    scores = _score(data, data / "seed", "score_seed.py", given=False, limit=limit)
    for group, measures in scores.items():
        right, count = measures["right"]
        is_all = group == "all"
        yield Figure(
            section="seed",
            what=f"right, {group.removeprefix('lang ').removeprefix('kind ')}",
            reached=right,
            unit=f"of {count}",
            places=0,
            at_least=30 if is_all and limit is None else None,
            floor="about 20" if is_all and limit is None else "",
        )


def _score(data: Path, folder: Path, scorer: str, *, given: bool, limit: int | None) -> Scores:
    if not (folder / "questions.jsonl").is_file():
        raise BenchmarkError(f"{folder} holds no questions.jsonl: give a folder of sets.")
    with TemporaryDirectory() as scratch:
        predictions, result = Path(scratch, "predictions.jsonl"), Path(scratch, "scores.json")
        _evaluate(folder, predictions, given=given, limit=limit)
        scored = first_questions(folder, Path(scratch), limit) if limit else folder
        command = [sys.executable, str(data / scorer), "--data", str(scored)]
        _run([*command, "--pred", str(predictions), "--json", str(result)])
        scores: Scores = json.loads(result.read_text("utf-8"))
        return scores


def _evaluate(folder: Path, predictions: Path, *, given: bool, limit: int | None) -> None:
    command = [sys.executable, "-c", _EVALUATE, "eval", str(folder)]
    command += ["--predictions", str(predictions)]
    command += ["--given"] if given else []
    _run(command + (["--limit", str(limit)] if limit else []))


def _run(command: list[str]) -> None:
    """Progress and complaints go to this process's standard error."""
    ran = subprocess.run(  # noqa: S603 - our own command
        command, stdout=subprocess.DEVNULL, env=quiet_environment(), check=False
    )
    if ran.returncode:
        raise BenchmarkError(f"{' '.join(command[1:4])} ended with status {ran.returncode}.")


def first_questions(folder: Path, scratch: Path, limit: int) -> Path:
    """The same set with only its first questions: a scorer counts a missing answer as wrong."""
    lines = (folder / "questions.jsonl").read_text("utf-8").split("\n")
    kept = [line for line in lines if line.strip()][:limit]
    (scratch / "questions.jsonl").write_text("".join(f"{line}\n" for line in kept), "utf-8")
    (scratch / "corpus.jsonl").symlink_to((folder / "corpus.jsonl").resolve())
    return scratch
