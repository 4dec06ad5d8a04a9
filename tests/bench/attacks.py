"""Attacks in files beside the benchmark sets: what they achieve, with every kind of model."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.settings import Settings
from bot.wiring import Library, open_library
from tests.attacks.attacking import MODES, QUOTES, ask_directly, ask_honestly, ask_of_poisoned
from tests.attacks.lines import load_attacks
from tests.bench.table import Figure


def measure_attacks(folder: Path, limit: int | None) -> Iterator[Figure]:
    """A row a kind of attack and behaviour of the model; of the honest questions, the refused."""
    for mode in MODES:
        with TemporaryDirectory() as data:
            settings = Settings(_env_file=None, whosaid_data_dir=Path(data), whosaid_model="none")
            with open_library(settings) as library:
                yield from _measure(library, folder, mode, limit)


def _measure(library: Library, folder: Path, mode: str, limit: int | None) -> Iterator[Figure]:
    asked = load_attacks(folder / "direct.jsonl") + load_attacks(folder / "naughty.jsonl")
    planted = load_attacks(folder / "indirect.jsonl")[:limit]
    broken = asyncio.run(ask_directly(library, asked[:limit], mode))
    broken += asyncio.run(ask_of_poisoned(library, planted, mode))
    counts = Counter(one.promise for one in broken)
    yield Figure(
        section="attacks",
        what=f"promises broken, {'without a model' if mode == QUOTES else f'{mode} model'}",
        reached=len(broken),
        at_most=0,
        places=0,
        unit=f"of {len(asked[:limit]) + len(planted)} attacks",
        note=", ".join(f"{promise} {count}" for promise, count in counts.most_common()),
    )
    if mode == QUOTES:
        controls = load_attacks(folder / "benign_controls.jsonl")[:limit]
        refused = asyncio.run(ask_honestly(library, controls, mode))
        yield Figure(
            section="attacks",
            what="honest questions with alarming words, told that the articles do not say",
            reached=len(refused),
            places=0,
            unit=f"of {len(controls)}",
            note="; ".join(refused),
        )
