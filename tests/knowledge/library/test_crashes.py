"""Killed at any moment, the archive has what it said it had, whole, and finds all of it."""

import random
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.conftest import Reached

STORE_POINTS = ("embedded", "stored", "removed")
INDEX_POINTS = ("index-filled-in-part", "index-unsealed", "index-written", "index-switched")


def crash(folder: Path, few_rows: int, trials: Iterable[tuple[int, str]]) -> None:
    lines = [f"{seed} {where}" for seed, where in trials]
    command = [sys.executable, "-m", "tests.knowledge.library.crashing", str(folder), str(few_rows)]
    ran = subprocess.run(  # noqa: S603 - our own code
        command, input="\n".join(lines), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split() == ["ok"] * len(lines)


def at_random(count: int, most_milliseconds: int) -> list[tuple[int, str]]:
    choose = random.Random(count)  # noqa: S311 - the same each time
    return [(seed, str(choose.randint(1, most_milliseconds))) for seed in range(count)]


def test_killed_while_the_store_is_written(tmp_path: Path) -> None:
    named = [(seed, point) for seed in range(1) for point in STORE_POINTS]
    crash(tmp_path, 1_000_000, [*named, *at_random(10, 300)])


def test_killed_while_the_index_is_written(tmp_path: Path) -> None:
    crash(tmp_path, 10, [(3, INDEX_POINTS[2])])


@pytest.mark.soak
def test_killed_at_200_moments_and_at_each_point(tmp_path: Path, reached: Reached) -> None:
    named = [(seed, point) for seed in range(5) for point in (*STORE_POINTS, *INDEX_POINTS)]
    crash(tmp_path, 10, [*named, *at_random(200, 8000)])
    reached("killed at random moments, nothing lost or half visible", "200", "200")
    reached("killed at named points, nothing lost or half visible", str(len(named)), "each")
