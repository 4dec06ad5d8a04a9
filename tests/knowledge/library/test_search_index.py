"""All that is live is found, whatever became of the index's files and whoever wrote to it."""

import os
import shutil
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from time import perf_counter

import numpy as np
import pytest

from knowledge.library.archive import Archive
from knowledge.library.chroma_process import FolderShelf
from knowledge.library.copies import sign
from knowledge.library.records import PreparedVersion, hash_searched
from knowledge.library.search_index import FEW_ROWS, SearchIndex
from tests.bench.generated import make_articles, read_base
from tests.conftest import Reached
from tests.knowledge.library.holdings import article, lost, open_holdings

assert FEW_ROWS < 11 * 110, "or no index is opened"


def fill(archive: Archive, articles: int = 11) -> None:
    list(archive.add_all(article(f"a{n}", 110) for n in range(articles)))


def sample(archive: Archive) -> set[str]:
    """Of one article, the sentences that are not found."""
    return lost(archive, {"a3"})


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    with open_holdings(folder) as archive:
        fill(archive)
        assert archive.index.count() == 11 * 110
    return folder


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def scramble(path: Path) -> None:
    path.write_bytes(bytes(255 - byte for byte in path.read_bytes()))


def hold_generated(archive: Archive, passages: int) -> None:
    """Passages of three sentences with random vectors of the usual length, stored in bulk."""
    random = np.random.default_rng(1)
    chosen = [
        (f"The council of town {n} met again, and nothing was said.", "en") for n in range(90)
    ]
    rows = random.standard_normal((len(chosen), 384)).astype(np.float32)
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    made = make_articles(read_base(chosen, unit), passages)
    while batch := list(islice(made, 32)):
        for one in batch:
            texts = [s.span for piece in one.pieces for s in piece.sentences]
            hashes = [hash_searched(one.new.text[span.start : span.end]) for span in texts]
            archive.vectors.save(dict(zip(hashes, one.vectors, strict=True)))
        archive.catalogue.store(
            PreparedVersion(
                new=one.new, pieces=one.pieces, rules=archive.rules, signature=sign(one.new.text)
            )
            for one in batch
        )


def damage_one_by_one(folder: Path) -> list[tuple[Path, Callable[[Path], None]]]:
    files = sorted(p for p in (folder / "chroma").rglob("*") if p.is_file() and p.name != "lock")
    return [(file, how) for file in files for how in (truncate, empty, Path.unlink, scramble)]


def check_damage(filled: Path, folder: Path, damage: Callable[[Path], None]) -> None:
    """What is found before the index is looked at, and after it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(filled, folder)
    damage(folder)
    with open_holdings(folder) as archive:
        archive.tend()
        assert archive.index.count() == archive.pieces.count()
        assert not sample(archive)
        assert archive.embedder.count == 0


@pytest.mark.parametrize(
    ("name", "how"),
    [
        pytest.param("data_level0.bin", scramble, id="crashes-who-opens-it"),
        pytest.param("link_lists.bin", empty, id="graph-cut"),
    ],
)
def test_a_damaged_file_is_seen_and_nothing_is_lost(
    name: str, how: Callable[[Path], None], filled: Path, tmp_path: Path
) -> None:
    def damage(folder: Path) -> None:
        (file,) = (folder / "chroma").rglob(name)
        how(file)

    check_damage(filled, tmp_path / "copy", damage)


@pytest.mark.soak
def test_no_damage_of_any_file_loses_anything(
    filled: Path, tmp_path: Path, reached: Reached
) -> None:
    damages = damage_one_by_one(filled)
    for file, how in damages:
        place = file.relative_to(filled)
        check_damage(filled, tmp_path / "copy", lambda folder, p=place, h=how: h(folder / p))
    check_damage(filled, tmp_path / "copy", lambda folder: shutil.rmtree(folder / "chroma"))
    count = f"{len(damages) + 1} of {len(damages) + 1}"
    reached("index files damaged one by one, all found again", count, "all")


@pytest.mark.soak
def test_the_index_of_20_000_passages_is_built_anew_without_embedding(
    tmp_path: Path, reached: Reached
) -> None:
    with open_holdings(tmp_path) as archive:
        hold_generated(archive, 20_000)
        archive.tend()
    began = perf_counter()
    (graph,) = (tmp_path / "chroma").rglob("data_level0.bin")
    truncate(graph)
    with open_holdings(tmp_path) as archive:
        wrong = archive.index.examine()
        seen = perf_counter() - began
        archive.tend()
        took = perf_counter() - began
        assert wrong
        assert archive.index.count() == archive.pieces.count()
        assert archive.embedder.count == 0
    reached("damage of an index of 20,000 passages seen", f"{seen:.1f} s", "5 s")
    reached("20,000 passages found again, nothing embedded", f"{took:.0f} s", "120 s")


def test_a_sound_index_is_opened_and_not_rebuilt(filled: Path, tmp_path: Path) -> None:
    shutil.copytree(filled, tmp_path / "copy")
    with open_holdings(tmp_path / "copy") as archive:
        archive.tend()
        assert archive.index.examine() == ""
    assert [p.name for p in (tmp_path / "copy/chroma").iterdir() if p.is_dir()] == ["generation-1"]


def test_a_process_finds_what_another_adds_removes_and_puts_back(
    filled: Path, tmp_path: Path
) -> None:
    shutil.copytree(filled, tmp_path / "copy")
    with open_holdings(tmp_path / "copy") as reader, open_holdings(tmp_path / "copy") as writer:
        reader.tend()
        writer.remove("a0")
        list(writer.add_all(article(f"b{n}", 110) for n in range(11)))
        writer.add(article("a1", 5, edition=2))
        assert not lost(reader, {"b0", "a1"})
        writer.put_back("a0")
        assert not lost(reader, {"a0"})
        reader.tend()
        assert not lost(reader, {"a0", "a1", "b10"})


def test_a_collection_that_dies_is_opened_again(filled: Path, tmp_path: Path) -> None:
    shutil.copytree(filled, tmp_path / "copy")
    with open_holdings(tmp_path / "copy") as archive:
        archive.tend()
        archive.index._view.collection._process.kill()
        assert not sample(archive)


def test_a_small_archive_needs_no_index(tmp_path: Path) -> None:
    with open_holdings(tmp_path) as archive:
        archive.add(article("a", 30))
        archive.tend()
        assert not lost(archive)
        assert archive.index.count() == 0
    assert not (tmp_path / "chroma/generation-1").exists()


def test_a_question_waits_for_the_opening_rather_than_compare_very_many(
    filled: Path, tmp_path: Path
) -> None:
    shutil.copytree(filled, tmp_path / "copy")
    with open_holdings(tmp_path / "copy") as archive:
        engine, shelf = archive.catalogue._engine, FolderShelf(tmp_path / "copy/chroma")
        index = SearchIndex(engine, archive.embedder.model, shelf)
        index.most_compared = 100
        index.nearest(archive.embedder.embed_question("anything"), 5)
        opened = index._view
        index.close()
    assert opened is not None
