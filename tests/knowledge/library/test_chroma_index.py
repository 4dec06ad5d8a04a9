"""The vector index is a cache: it finds what it was given, and can be thrown away."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.library.chroma_index import ChromaIndex, open_client
from knowledge.library.database import open_database
from knowledge.library.embeddings import Vector
from knowledge.library.facts import Facts
from knowledge.library.index import VectorIndexError


def unit(*numbers: float) -> Vector:
    row = np.asarray(numbers, dtype=np.float32)
    return row / np.linalg.norm(row)


ROWS = [(1, unit(1, 0, 0)), (2, unit(0, 1, 0)), (3, unit(1, 1, 0))]


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    return Facts(open_database(f"sqlite:///{tmp_path / 's.db'}"))


def open_index(folder: Path, facts: Facts, model: str = "some:model/1") -> ChromaIndex:
    return ChromaIndex(open_client(folder / "chroma"), facts, model)


def test_the_nearest_come_first_with_their_cosines(tmp_path: Path, facts: Facts) -> None:
    index = open_index(tmp_path, facts)
    index.add(ROWS)
    found = index.nearest(unit(1, 0.1, 0), 2)
    assert list(found) == [1, 3]
    assert found[1] == pytest.approx(float(unit(1, 0.1, 0) @ unit(1, 0, 0)), abs=1e-6)


def test_a_rebuild_holds_the_new_rows_alone_and_is_what_opens_next(
    tmp_path: Path, facts: Facts
) -> None:
    index = open_index(tmp_path, facts)
    index.add(ROWS)
    index.rebuild(ROWS[:1])
    assert index.rows() == {1}
    assert open_index(tmp_path, facts).rows() == {1}


def test_each_embedding_model_has_a_collection_of_its_own(tmp_path: Path, facts: Facts) -> None:
    open_index(tmp_path, facts, "one").add(ROWS)
    assert open_index(tmp_path, facts, "two").count() == 0
    assert open_index(tmp_path, facts, "one").count() == 3


def test_one_relative_folder_in_two_working_directories_is_two_indexes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, rows in (("here", ROWS), ("there", ROWS[:1])):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        store = Facts(open_database(f"sqlite:///{tmp_path / name / 's.db'}"))
        index = open_index(Path("data"), store)
        index.add(rows)
        assert index.count() == len(rows)
        assert (tmp_path / name / "data" / "chroma" / "chroma.sqlite3").exists()


def test_rows_can_be_taken_out_and_put_in_again(tmp_path: Path, facts: Facts) -> None:
    index = open_index(tmp_path, facts)
    index.add(ROWS)
    index.discard([1, 99])
    assert index.rows() == {2, 3}
    index.add(ROWS)
    assert index.count() == 3


def test_nothing_is_found_in_nothing(tmp_path: Path, facts: Facts) -> None:
    index = open_index(tmp_path, facts)
    assert index.nearest(unit(1, 0, 0), 5) == {}
    index.add([])
    index.discard([])
    assert index.rows() == set()


def test_a_server_that_is_not_there_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(VectorIndexError, match="CHROMA_URL"):
        open_client(tmp_path, "http://127.0.0.1:9")
