"""A large archive: how fast it is filled, searched and opened, beside the plain recipe.

Both sides hold the same passages and answer the same questions, in fresh processes. The product
keeps a vector a sentence, the recipe one a passage, as it does.
"""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from bot.settings import load_settings
from knowledge.library.embedding_pool import embed_texts
from knowledge.library.embeddings import load_embedder
from knowledge.library.records import hash_text
from tests.bench.generated import choose_sentences
from tests.bench.speed import run_measured
from tests.bench.table import Figure

PASSAGES = 100_000
_MOST_EMBEDDED = 2000
_QUESTIONS = 211
"""Of which the first eleven warm up."""

_SYSTEMS = ("product", "recipe")

Measures = Mapping[str, Any]
_figure = partial(Figure, section="archive")


def measure_archive(data: Path, passages: int) -> Iterator[Figure]:
    """The figures of an archive of so many passages made of the sets below *data*."""
    with TemporaryDirectory() as scratch:
        base = Path(scratch, "base")
        base.mkdir()
        embedded = _prepare(base, data, passages)
        filled = {s: _run(s, "fill", scratch, base, passages) for s in _SYSTEMS}
        asked = {s: _run(s, "ask", scratch, base, passages) for s in _SYSTEMS}
    yield from _filling(filled["product"], filled["recipe"], passages, embedded)
    yield from _asking(asked["product"], asked["recipe"])


def _run(system: str, work: str, scratch: str, base: Path, passages: int) -> Measures:
    folder = Path(scratch, system)
    folder.mkdir(exist_ok=True)
    return run_measured("tests.bench.archived", system, work, str(folder), str(base), str(passages))


def _prepare(base: Path, data: Path, passages: int) -> int:
    """Sentences with their vectors, and questions; how many sentences were embedded."""
    chosen = choose_sentences(data, min(_MOST_EMBEDDED, passages))
    (base / "sentences.json").write_text(json.dumps(chosen), "utf-8")
    np.save(base / "vectors.npy", _embedded([text for text, _ in chosen]))
    (base / "questions.json").write_text(json.dumps(_questions(data)), "utf-8")
    return len(chosen)


def _embedded(texts: Sequence[str]) -> Any:
    """Vectors of the local model, kept from one run to the next."""
    kept = load_settings().whosaid_data_dir / "bench" / f"{hash_text(json.dumps(texts))[:16]}.npy"
    if not kept.is_file():
        embedder = load_embedder("local")
        rows = [row for _, row in embed_texts(embedder, [("", text) for text in texts])]
        kept.parent.mkdir(parents=True, exist_ok=True)
        np.save(kept, np.concatenate(rows))
    return np.load(kept)


def _questions(data: Path) -> list[tuple[str, str]]:
    rows = [
        json.loads(line)
        for path in sorted(data.glob("*/questions.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    found = sorted({(row["question"], row.get("lang") or "en") for row in rows})
    return random.Random(2).sample(found, min(_QUESTIONS, len(found)))  # noqa: S311 - the same


def _filling(ours: Measures, theirs: Measures, passages: int, embedded: int) -> Iterator[Figure]:
    yield _figure(
        what=f"passages a second into store and index, of {passages:,}",
        reached=ours["rate"],
        places=0,
        note=f"{ours['sentences']:,} sentences, {embedded:,} embedded, the rest are theirs with a "
        f"word changed and their vectors with noise; index {ours['index_seconds']:,.0f} s",
    )
    yield _ratio("passages a second, ratio to the plain recipe", ours["rate"], theirs["rate"])
    yield _figure(
        what="passages a second from text to index, embedding apart",
        reached=ours["read_rate"],
        places=0,
        note="cut, read for who says what, compared for copies; the first of them only",
    )
    yield _figure(what="disk", reached=ours["disk"], unit="MiB", places=0)
    yield _ratio("disk, ratio to the plain recipe", ours["disk"], theirs["disk"])


def _asking(ours: Measures, theirs: Measures) -> Iterator[Figure]:
    yield _figure(
        what="start to first answer", reached=ours["first"], at_most=3.0, unit="s", places=2
    )
    yield _ratio("start to first answer, ratio to the plain recipe", ours["first"], theirs["first"])
    yield _figure(what="memory", reached=ours["memory"], unit="MiB", places=0)
    yield _ratio("memory, ratio to the plain recipe", ours["memory"], theirs["memory"])
    beside = [_beside_embedding(stages) for stages in ours["stages"]]
    recipe = [_beside_embedding(stages) for stages in theirs["stages"]]
    yield _figure(
        what="everything but the embedding, p50",
        reached=median(beside),
        at_most=60,
        unit="ms",
        places=1,
        note=f"p95 {_p95(beside):.1f} ms, {len(beside)} questions",
    )
    yield _ratio(
        "everything but the embedding, ratio to the plain recipe", median(beside), median(recipe)
    )
    for stage in ("embed", "search", "rank", "compose"):
        times = [stages.get(stage, 0.0) for stages in ours["stages"]]
        yield _figure(
            what=f"{stage}, p50",
            reached=median(times),
            unit="ms",
            places=1,
            note=f"p95 {_p95(times):.1f} ms",
        )


def _ratio(what: str, ours: float, theirs: float) -> Figure:
    return _figure(what=what, reached=ours / theirs, places=2, note=f"the recipe: {theirs:,.1f}")


def _beside_embedding(stages: Mapping[str, float]) -> float:
    whole = stages.get("total") or sum(stages.values())
    return whole - stages.get("embed", 0.0)


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20)[-1]
