"""An index is sound though its graph loses a few, and not when it loses many."""

from collections.abc import Iterable, Set
from pathlib import Path

import numpy as np
import pytest

from knowledge.library.embeddings import Vector
from knowledge.library.index import IndexState
from knowledge.library.soundness import finds_itself
from tests.knowledge.library.holdings import article, open_holdings


class Forgetful:
    """A collection that does not find some of its vectors."""

    def __init__(self, known: Iterable[Vector], forgotten: Set[int]) -> None:
        self.rows = list(known)
        self.forgotten = forgotten

    def nearest(self, vector: Vector, limit: int) -> dict[int, float]:
        cosines = {i: float(row @ vector) for i, row in enumerate(self.rows)}
        found = sorted(cosines, key=lambda i: -cosines[i])
        return {i: cosines[i] for i in found if i not in self.forgotten}


@pytest.mark.parametrize(
    ("forgotten", "sound"),
    [
        pytest.param(0, True, id="none"),
        pytest.param(4, True, id="a-few"),
        pytest.param(16, False, id="most"),
        pytest.param(20, False, id="all"),
    ],
)
def test_a_few_vectors_may_be_lost_in_the_graph(
    forgotten: int, sound: bool, tmp_path: Path
) -> None:
    with open_holdings(tmp_path) as archive:
        archive.add(article("a", 20))
        stored = archive.pieces.sentences_of(archive.catalogue.article("a"))
        vectors = archive.vectors.load([one.text_hash for one in stored])
        engine = archive.catalogue._engine
        with engine.begin() as connection:
            connection.exec_driver_sql("UPDATE articles SET indexed = 1")
        state = IndexState(model="hash", generation=1, first=1, writes=1, seal="any")
        collection = Forgetful(np.asarray(list(vectors.values())), set(range(forgotten)))
        assert finds_itself(engine, collection, state) is sound
