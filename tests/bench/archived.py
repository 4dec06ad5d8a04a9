"""A process that is measured: it fills a large archive, or answers questions from it.

`python -m tests.bench.archived SYSTEM WORK FOLDER BASE PASSAGES`; SYSTEM is `product` or `recipe`,
WORK is `fill` or `ask`; BASE holds what `tests.bench.archive` prepared. It prints one JSON object,
and before it a line when the first answer is there.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from tests.bench.generated import (
    SENTENCES_A_PASSAGE,
    Made,
    PreparedEmbedder,
    make_articles,
    read_base,
)

_MOST_READ = 1000
"""Passages that go the whole way of an article, from text to index; reading all takes an hour."""

_ARTICLES_A_BATCH = 32
_TOLD_EVERY = 10_000
_KIB_A_MIB = 1024


def main() -> None:
    """Do the work that the arguments name."""
    system, work, folder, base, count = sys.argv[1:]
    steps = {
        ("product", "fill"): fill_product,
        ("product", "ask"): ask_product,
        ("recipe", "fill"): fill_recipe,
        ("recipe", "ask"): ask_recipe,
    }
    result = steps[system, work](Path(folder), Path(base), int(count))
    print(json.dumps(result), flush=True)  # noqa: T201 - the parent reads it


def load_made(base: Path, passages: int) -> Iterator[Made]:
    """The generated articles."""
    chosen = [tuple(row) for row in json.loads((base / "sentences.json").read_text("utf-8"))]
    return make_articles(read_base(chosen, np.load(base / "vectors.npy")), passages)


def load_questions(base: Path) -> list[tuple[str, str]]:
    """Questions of the sets, with their languages."""
    return [tuple(row) for row in json.loads((base / "questions.json").read_text("utf-8"))]


def fill_product(folder: Path, base: Path, count: int) -> dict[str, Any]:
    """The first passages by `Archive.add_all`; the others cut by construction, then stored."""
    from knowledge.library.archive import Archive  # noqa: PLC0415 - only one system is measured
    from tests.bench.product import Product  # noqa: PLC0415 - as above

    product = Product(folder)
    archive: Archive = product.library.archive
    made = load_made(base, count)
    embedder = PreparedEmbedder(archive.embedder.model)
    reading = list(islice(made, min(_MOST_READ, count // 2) // 10 or 1))
    for one in reading:
        embedder.vectors.update(_vectors_by_text(one))
    began = perf_counter()
    list(replace(archive, embedder=embedder).add_all([one.new for one in reading]))
    read = perf_counter() - began
    began = perf_counter()
    stored = _store(archive, made)
    store = perf_counter() - began
    began = perf_counter()
    archive.reindex()
    indexed = perf_counter() - began
    passages = sum(len(one.pieces) for one in reading)
    archive.index.close()
    return {
        "read_rate": passages / read,
        "rate": (passages + stored) / (store + indexed + passages * store / max(stored, 1)),
        "store_rate": stored / store if stored else None,
        "index_seconds": indexed,
        "sentences": archive.pieces.count(),
        "disk": disk_mib(folder),
    }


def _store(archive: Any, made: Iterator[Made]) -> int:
    from knowledge.library.copies import sign  # noqa: PLC0415 - only one system is measured
    from knowledge.library.records import PreparedVersion, hash_searched  # noqa: PLC0415 - as above

    stored = 0
    while batch := list(islice(made, _ARTICLES_A_BATCH)):
        by_text = {text: row for one in batch for text, row in _vectors_by_text(one).items()}
        archive.vectors.save({hash_searched(text): row for text, row in by_text.items()})
        archive.catalogue.store(
            PreparedVersion(
                new=one.new, pieces=one.pieces, rules=archive.rules, signature=sign(one.new.text)
            )
            for one in batch
        )
        before, stored = stored, stored + sum(len(one.pieces) for one in batch)
        if stored // _TOLD_EVERY > before // _TOLD_EVERY:
            tell(f"{stored:,} passages stored")
    return stored


def _vectors_by_text(one: Made) -> dict[str, Any]:
    spans = [sentence.span for piece in one.pieces for sentence in piece.sentences]
    texts = [one.new.text[span.start : span.end] for span in spans]
    return dict(zip(texts, one.vectors, strict=True))


def ask_product(folder: Path, base: Path, _: int) -> dict[str, Any]:
    """Answer questions; milliseconds by stage of each."""
    from tests.bench.product import Product  # noqa: PLC0415 - only one system is measured

    product = Product(folder)
    questions = load_questions(base)
    product.answer(questions[0][0])
    print("answered", flush=True)  # noqa: T201 - the parent waits for it
    for question, _language in questions[1:11]:
        product.answer(question)
    product.library.archive.tend()  # whatever is still being looked at is done
    memory = memory_mib()
    stages = [product.answer(question).milliseconds for question, _language in questions[11:]]
    return {"memory": memory, "stages": stages}


def fill_recipe(folder: Path, base: Path, count: int) -> dict[str, Any]:
    """The same passages as documents; the vector of each is the mean of its sentences'."""
    from langchain_core.documents import Document  # noqa: PLC0415 - only one system is measured
    from langchain_text_splitters import RecursiveCharacterTextSplitter  # noqa: PLC0415 - as above

    from tests.bench.plain_recipe import PlainRecipe  # noqa: PLC0415 - as above

    recipe = PlainRecipe(folder)
    prepared: dict[str, list[float]] = {}
    recipe.embed_with(lambda texts: [prepared[text] for text in texts])
    splitter = RecursiveCharacterTextSplitter(chunk_size=1200, chunk_overlap=0)
    took, done = 0.0, 0
    made = load_made(base, count)
    while batch := list(islice(made, _ARTICLES_A_BATCH)):
        prepared.clear()
        documents = []
        for one in batch:
            for text, row in _passage_vectors(one):
                prepared[text] = row
                documents.append(Document(page_content=text))
        began = perf_counter()
        recipe.store.add_documents(splitter.split_documents(documents))
        took += perf_counter() - began
        before, done = done, done + len(documents)
        if done // _TOLD_EVERY > before // _TOLD_EVERY:
            tell(f"{done:,} passages added by the recipe")
    return {"rate": done / took, "disk": disk_mib(folder)}


def _passage_vectors(one: Made) -> Iterator[tuple[str, list[float]]]:
    for number, piece in enumerate(one.pieces):
        first = number * SENTENCES_A_PASSAGE
        mean = one.vectors[first : first + len(piece.sentences)].mean(axis=0)
        text = one.new.text[piece.span.start : piece.span.end]
        yield text, (mean / np.linalg.norm(mean)).tolist()


def ask_recipe(folder: Path, base: Path, _: int) -> dict[str, Any]:
    """Search for the same questions; milliseconds of embedding and search of each."""
    from tests.bench.plain_recipe import PlainRecipe  # noqa: PLC0415 - only one system is measured

    recipe = PlainRecipe(folder)
    questions = load_questions(base)
    recipe.answer(questions[0][0])
    print("answered", flush=True)  # noqa: T201 - the parent waits for it
    for question, _language in questions[1:11]:
        recipe.answer(question)
    memory = memory_mib()
    stages = [_searched(recipe, question) for question, _language in questions[11:]]
    return {"memory": memory, "stages": stages}


def _searched(recipe: Any, question: str) -> dict[str, float]:
    began = perf_counter()
    vector = recipe.embeddings.embed_query(question)
    embedded = perf_counter()
    recipe.store.similarity_search_by_vector(vector, k=4)
    ended = perf_counter()
    return {"embed": 1000 * (embedded - began), "search": 1000 * (ended - embedded)}


def memory_mib() -> float:
    """Memory of this process and those that it started; what they share is counted once."""
    todo, total = [os.getpid()], 0
    while todo:
        number = todo.pop()
        total += _proportional_kib(number)
        lists = Path(f"/proc/{number}/task").glob("*/children")
        todo += [int(child) for path in lists for child in path.read_text("ascii").split()]
    return total / _KIB_A_MIB


def _proportional_kib(process: int) -> int:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    return int(next(line for line in lines if line.startswith("Pss:")).split()[1])


def disk_mib(folder: Path) -> float:
    """What the files below *folder* take."""
    sizes: Sequence[int] = [p.stat().st_size for p in folder.rglob("*") if p.is_file()]
    return sum(sizes) / _KIB_A_MIB**2


def tell(line: str) -> None:
    """A word on standard error about how far it is."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201 - as it says


if __name__ == "__main__":
    main()
