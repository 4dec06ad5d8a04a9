"""The product beside the plain recipe, in fresh processes that take turns."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from bot.evaluation import BenchmarkError
from tests.bench.children import quiet_environment
from tests.bench.table import Figure

_PAIRS = 5
_SYSTEMS = ("product", "recipe")

Measures = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """A measure of which the product's is divided by the recipe's.

    Attributes:
        elsewhere: The recipe's with Chroma's default model, measured on another machine.
    """

    measure: str
    what: str
    unit: str
    places: int
    at_most: float
    elsewhere: str = ""


_COMPARED = (
    _Compared(
        measure="first",
        what="start to first answer",
        unit="s",
        places=2,
        at_most=1.0,
        elsewhere="2.5 s",
    ),
    _Compared(
        measure="cpu",
        what="CPU an answer",
        unit="CPU s",
        places=3,
        at_most=1.0,
        elsewhere="0.07 CPU s",
    ),
    _Compared(
        measure="memory",
        what="memory at rest",
        unit="MiB",
        places=0,
        at_most=1.0,
        elsewhere="355 MiB",
    ),
    _Compared(
        measure="index_cpu", what="CPU to index an article", unit="CPU s", places=2, at_most=1.5
    ),
)


def measure_speed() -> Iterator[Figure]:
    """Ratios to the plain recipe with the same embeddings, medians of five pairs in turns."""
    with TemporaryDirectory() as scratch:
        pairs = [_pair(Path(scratch, str(number))) for number in range(_PAIRS)]
    for compared in _COMPARED:
        yield from _rows(compared, pairs)
    yield from _beside_embedding(pairs)


def _pair(folder: Path) -> dict[str, Measures]:
    folder.mkdir()
    indexed = {system: _run(system, "index", folder / system) for system in _SYSTEMS}
    return {
        system: {**indexed[system], **_run(system, "answer", folder / system)}
        for system in _SYSTEMS
    }


def _run(system: str, work: str, folder: Path) -> Measures:
    return run_measured("tests.bench.measured", system, work, str(folder))


def run_measured(module: str, *arguments: str) -> Measures:
    """What a process says that is measured, and the seconds to its first line.

    Raises:
        BenchmarkError: It failed.
    """
    command = [sys.executable, "-m", module, *arguments]
    began = perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.PIPE, env=quiet_environment(), text=True
    ) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        first = perf_counter() - began
        rest = child.stdout.read() if line == "answered\n" else line
    if child.returncode or not rest:
        raise BenchmarkError(f"{' '.join(command[1:5])} ended with status {child.returncode}.")
    measured: dict[str, Any] = json.loads(rest)
    return {"first": first, **measured}


def _rows(compared: _Compared, pairs: list[dict[str, Measures]]) -> Iterator[Figure]:
    ours, theirs = (median(pair[system][compared.measure] for pair in pairs) for system in _SYSTEMS)
    number = f",.{compared.places}f"
    yield Figure(
        section="speed",
        what=f"{compared.what}, ratio to the plain recipe",
        reached=ours / theirs,
        at_most=compared.at_most,
        places=2,
        floor=compared.elsewhere,
        note=f"{ours:{number}} {compared.unit}; the recipe with the same embeddings "
        f"{theirs:{number}} {compared.unit}",
    )


def _beside_embedding(pairs: list[dict[str, Measures]]) -> Iterator[Figure]:
    times = [each for pair in pairs for each in pair["product"]["beside_embedding"]]
    yield Figure(
        section="speed",
        what="everything but the embedding, p50, one article",
        reached=median(times),
        at_most=10,
        unit="ms",
        places=1,
        note=f"p95 {quantiles(times, n=20)[-1]:.1f} ms, {len(times)} answers",
    )
