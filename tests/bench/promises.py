"""The promises that no model and no data are needed for: the lock, and forged replies."""

import asyncio
from collections.abc import Iterator

from tests.bench.table import Figure
from tests.knowledge.answering.test_model_forgery import forge
from tests.knowledge.text.lock.measure import measured_sets

_FORGERIES = 10_000
_PERCENT = 100


def measure_lock_pairs() -> Iterator[Figure]:
    """False statements that the lock rejects, and true ones; a pair of rows a set of pairs."""
    for name, rows in measured_sets().items():
        whole = rows[0]
        if whole.false:
            yield Figure(
                section="lock",
                what=f"false rejected, {name}",
                reached=_PERCENT * whole.false_rejected / whole.false,
                at_least=100,
                unit="%",
                places=2,
                note=f"{whole.false_rejected:,} of {whole.false:,}",
            )
        if whole.true:
            yield Figure(
                section="lock",
                what=f"true rejected, {name}",
                reached=_PERCENT * whole.true_rejected / whole.true,
                at_most=2,
                unit="%",
                places=2,
                note=f"{whole.true_rejected:,} of {whole.true:,}",
            )


def measure_forgeries(limit: int | None) -> Iterator[Figure]:
    """Forged model replies that show a wrong quote, and honest ones that are shown."""
    count = limit or _FORGERIES
    wrongs, honest = asyncio.run(forge(count, seed=1))
    yield Figure(
        section="forged",
        what="forged replies with a wrong quote shown",
        reached=len(wrongs),
        at_most=0,
        places=0,
        unit=f"of {count:,}",
    )
    yield Figure(
        section="forged",
        what="honest replies shown",
        reached=_PERCENT * honest / count,
        at_least=99.5,
        unit="%",
        places=2,
        note=f"{honest:,} of {count:,}",
    )
