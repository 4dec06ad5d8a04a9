"""A collection of the index, in this process and in one of its own: it finds what it was given."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from knowledge.library.chroma_index import open_folder, open_server
from knowledge.library.chroma_process import FolderShelf, ProcessCollection
from knowledge.library.embeddings import Vector
from knowledge.library.index import Collection, VectorIndexError

Opener = Callable[[Path], Collection]


def unit(*numbers: float) -> Vector:
    row = np.asarray(numbers, dtype=np.float32)
    return row / np.linalg.norm(row)


ROWS = [(1, unit(1, 0, 0)), (2, unit(0, 1, 0)), (3, unit(1, 1, 0))]


@pytest.fixture(params=[open_folder, ProcessCollection], ids=["this-process", "own-process"])
def opener(request: pytest.FixtureRequest) -> Iterator[Opener]:
    opened: list[Collection] = []

    def open_one(folder: Path) -> Collection:
        opened.append(request.param(folder))
        return opened[-1]

    yield open_one
    for collection in opened:
        collection.close()


def test_a_collection_keeps_what_it_is_given(opener: Opener, tmp_path: Path) -> None:
    collection = opener(tmp_path / "a")
    assert collection.nearest(unit(1, 0, 0), 5) == {}
    collection.add([])
    collection.discard([])
    collection.add(ROWS)
    found = collection.nearest(unit(1, 0.1, 0), 2)
    assert list(found) == [1, 3]
    assert found[1] == pytest.approx(float(unit(1, 0.1, 0) @ unit(1, 0, 0)), abs=1e-6)
    collection.discard([1, 99])
    assert collection.rows() == {2, 3}
    collection.add(ROWS)
    assert collection.count() == 3
    assert collection.seal() == collection.seal() != ""


def test_two_folders_are_two_collections(opener: Opener, tmp_path: Path) -> None:
    opener(tmp_path / "a").add(ROWS)
    assert opener(tmp_path / "b").count() == 0


def test_a_process_that_dies_is_a_failure_that_can_be_caught(tmp_path: Path) -> None:
    collection = ProcessCollection(tmp_path)
    collection.add(ROWS)
    collection._process.kill()
    with pytest.raises(VectorIndexError, match="process ended"):
        collection.count()
    collection.close()


def test_only_the_present_generation_is_kept(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "chroma.sqlite3").write_text("of an earlier release")
    shelf = FolderShelf(tmp_path)
    shelf.open("new").close()
    shelf.keep_only("new")
    assert {p.name for p in tmp_path.iterdir()} == {"new"}


def test_a_server_that_is_not_there_is_said_in_one_sentence() -> None:
    with pytest.raises(VectorIndexError, match="CHROMA_URL"):
        open_server("http://127.0.0.1:9")
