"""`python -m tests.bench --data FOLDER`: everything that is promised as a figure, in one table."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from rich.console import Console

from bot.settings import load_settings
from knowledge.errors import NewsError
from tests.bench.archive import PASSAGES, measure_archive
from tests.bench.attacks import measure_attacks
from tests.bench.promises import measure_forgeries, measure_lock_pairs
from tests.bench.readers import measure_readers
from tests.bench.sets import READINGS, measure_seed, measure_set
from tests.bench.speed import measure_speed
from tests.bench.table import Figure, figures_as_json, render_table

Section = Callable[[], Iterator[Figure]]

_NO_DATA = (
    "No folder of benchmark sets was given, so the sets are left out. "
    "`make bench DATA=FOLDER` takes one that holds score.py, score_seed.py and a folder a set."
)


def main() -> int:
    """Measure what was asked for; the exit status is 1 where something could not be measured."""
    arguments = _parse_arguments()
    progress = Console(stderr=True)
    if arguments.data is None:
        progress.print(_NO_DATA)
    figures: list[Figure] = []
    failed = False
    load_settings()
    try:
        for name, section in _wanted(arguments).items():
            progress.print(f"Measuring {name}", style="dim")
            failed = not _collect(section, figures, progress) or failed
    except KeyboardInterrupt:
        progress.print("Stopped; the table shows what was measured until then.")
        failed = True
    _publish(figures, arguments.json)
    return 1 if failed else 0


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder of benchmark sets with their scorers")
    parser.add_argument("--only", default="", help="some sections, with commas between")
    parser.add_argument("--limit", type=int, help="only the first so many questions of each set")
    parser.add_argument(
        "--passages", type=int, default=PASSAGES, help="how large the archive is (%(default)s)"
    )
    parser.add_argument("--json", type=Path, help="write the figures to this file, too")
    arguments = parser.parse_args()
    unknown = set(_names(arguments)) - set(_sections(arguments))
    if unknown:
        known = ", ".join(_sections(arguments))
        parser.error(f"no section {', '.join(sorted(unknown))} here; there are {known}")
    return arguments


def _names(arguments: argparse.Namespace) -> list[str]:
    return [name.strip() for name in arguments.only.split(",") if name.strip()]


def _wanted(arguments: argparse.Namespace) -> dict[str, Section]:
    sections = _sections(arguments)
    return {name: sections[name] for name in sections if name in (_names(arguments) or sections)}


def _sections(arguments: argparse.Namespace) -> dict[str, Section]:
    data, limit = arguments.data, arguments.limit
    sections: dict[str, Section] = {}
    if data is not None:
        sections["seed"] = partial(measure_seed, data, limit)
        sections |= {name: partial(measure_set, data, name, limit) for name in READINGS}
        sections["attacks"] = partial(measure_attacks, data / "attacks", limit)
    sections["lock"] = measure_lock_pairs
    sections["forged"] = partial(measure_forgeries, limit)
    sections["speed"] = measure_speed
    if data is not None:
        sections["archive"] = partial(measure_archive, data, arguments.passages)
    sections["readers"] = measure_readers
    return sections


def _collect(section: Section, figures: list[Figure], progress: Console) -> bool:
    try:
        figures.extend(section())
    except NewsError as error:
        progress.print(str(error), style="red", markup=False)
        return False
    return True


def _publish(figures: list[Figure], path: Path | None) -> None:
    console = Console() if sys.stdout.isatty() else Console(width=170)
    console.print(render_table(figures))
    if path:
        rows = figures_as_json(figures)
        path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
