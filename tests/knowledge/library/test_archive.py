"""Articles in and out of a real store, a real index and real embeddings."""

from dataclasses import replace

import numpy as np
import pytest

from bot.wiring import Library
from knowledge.errors import ArticleNotFoundError
from knowledge.library.archive import Change
from knowledge.library.embeddings import Embedder, Vector
from knowledge.library.records import NewArticle
from knowledge.text.article import Source
from tests.knowledge.library.holdings import lost

TEXT = "The dam broke at dawn. Mayor Ada Park said nobody was hurt.\n\nRepairs begin in May."
NEW = NewArticle(
    address="/news/dam.txt", text=TEXT, source=Source(label="Dam", language="en", published="2024")
)


class CountingEmbedder:
    """Counts the texts that the real embedder is given."""

    def __init__(self, inner: Embedder) -> None:
        self.inner, self.model, self.count = inner, inner.model, 0

    def embed_texts(self, texts: list[str]) -> Vector:
        self.count += len(texts)
        return self.inner.embed_texts(texts)

    def embed_question(self, question: str) -> Vector:
        return self.inner.embed_question(question)


def test_an_article_is_stored_with_exact_pieces(empty_library: Library) -> None:
    change, article = empty_library.archive.add(NEW)
    assert (change, article.id, article.version) == (Change.ADDED, "dam", 1)
    sentences = empty_library.archive.pieces.sentences_of(article)
    assert [s.sentence.text for s in sentences] == [
        "The dam broke at dawn.",
        "Mayor Ada Park said nobody was hurt.",
        "Repairs begin in May.",
    ]
    assert all(TEXT[s.sentence.start : s.sentence.end] == s.sentence.text for s in sentences)
    assert not lost(empty_library.archive)


def test_the_same_text_is_no_change(empty_library: Library) -> None:
    empty_library.archive.add(NEW)
    assert empty_library.archive.add(NEW)[0] is Change.UNCHANGED
    assert empty_library.archive.pieces.count() == 3


def test_a_later_change_that_left_the_text_as_it_was_is_only_dated(empty_library: Library) -> None:
    archive = empty_library.archive
    archive.add(NEW)
    changed = replace(NEW, source=replace(NEW.source, modified="2024-03-25"))
    assert archive.add(changed)[0] is Change.UNCHANGED
    assert archive.add(NEW)[0] is Change.UNCHANGED
    article = archive.catalogue.article("dam")
    assert (article.version, article.source.modified) == (1, "2024-03-25")


def test_a_new_text_is_a_new_version_and_the_old_one_stays(empty_library: Library) -> None:
    archive = empty_library.archive
    archive.add(NEW)
    change, article = archive.add(replace(NEW, text="The dam held."))
    assert (change, article.version) == (Change.NEW_VERSION, 2)
    assert archive.catalogue.article("dam").text == "The dam held."
    assert archive.catalogue.article("dam", 1).text == TEXT
    assert archive.pieces.count() == len(archive.pieces.sentences_of(article))
    assert not lost(archive)


def test_a_removed_article_is_gone_from_the_search_and_stays_in_the_store(
    empty_library: Library,
) -> None:
    archive = empty_library.archive
    archive.add(NEW)
    archive.remove("dam")
    assert archive.catalogue.summaries() == ()
    assert empty_library.retriever.keywords.match(["dam"], 10) == {}
    assert archive.pieces.count() == 0
    assert archive.catalogue.article("dam", 1).text == TEXT
    with pytest.raises(ArticleNotFoundError, match="dam"):
        archive.remove("dam")


def test_a_removed_article_can_come_back(empty_library: Library) -> None:
    archive = empty_library.archive
    archive.add(NEW)
    archive.remove("dam")
    assert archive.add(NEW)[0] is Change.ADDED
    assert [(one.id, one.version) for one in archive.catalogue.summaries()] == [("dam", 1)]
    assert not lost(archive)


def test_two_articles_of_one_name_have_two_identifiers(empty_library: Library) -> None:
    add = empty_library.archive.add
    ids = [add(replace(NEW, address=f"/{n}"))[1].id for n in range(3)]
    assert ids == ["dam", "dam-2", "dam-3"]


def test_nothing_is_embedded_twice(empty_library: Library) -> None:
    counting = CountingEmbedder(empty_library.archive.embedder)
    archive = replace(empty_library.archive, embedder=counting)
    archive.add(NEW)
    archive.add(replace(NEW, address="/copy", text=TEXT + " It rained."))
    archive.reindex()
    assert counting.count == 4


def test_a_rebuilt_index_finds_the_same(empty_library: Library) -> None:
    archive = empty_library.archive
    archive.add(NEW)
    vector = archive.embedder.embed_question("When did the dam break?")
    before = archive.index.nearest(vector, 3)
    assert archive.index.count() == 0
    assert archive.reindex() == archive.index.count() == 3
    assert archive.index.nearest(vector, 3) == pytest.approx(before, abs=1e-3)


def test_articles_of_one_batch_are_told_one_by_one(empty_library: Library) -> None:
    again = replace(NEW, text="The dam held.")
    other = replace(NEW, address="/other", id="other")
    told = list(empty_library.archive.add_all([NEW, other, NEW, again]))
    assert [(change.value, article.id, article.version) for change, article in told] == [
        ("added", "dam", 1),
        ("added", "other", 1),
        ("unchanged", "dam", 1),
        ("new version", "dam", 2),
    ]


class StoppedEmbedder(CountingEmbedder):
    """Is stopped at the keyboard before it gives a vector."""

    def embed_texts(self, texts: list[str]) -> Vector:
        raise KeyboardInterrupt


@pytest.mark.parametrize("before", [[], [NEW]], ids=["first", "new-version"])
def test_a_stopped_addition_leaves_nothing_behind(
    before: list[NewArticle], empty_library: Library
) -> None:
    archive = empty_library.archive
    for article in before:
        archive.add(article)
    changed = replace(NEW, text="The dam held, said Ada Park.")
    stopped = replace(archive, embedder=StoppedEmbedder(archive.embedder))
    with pytest.raises(KeyboardInterrupt):
        stopped.add(changed)
    assert len(archive.catalogue.summaries()) == len(before)
    _, article = archive.add(changed)
    assert article.version == len(before) + 1
    assert not lost(archive)
    assert len(empty_library.retriever.keywords.match(["dam"], 10)) == 1


def test_progress_is_told_up_to_the_end(empty_library: Library) -> None:
    told: list[tuple[int, int]] = []
    empty_library.archive.add(NEW, lambda done, total: told.append((done, total)))
    assert told[-1] == (3, 3)


def test_vectors_come_back_as_they_were_saved(empty_library: Library) -> None:
    vectors = empty_library.archive.vectors
    row = np.asarray([0.25, -1.5, 3e-8], dtype=np.float32)
    vectors.save({"a": row, "b": row * 2})
    vectors.save({"a": row * 9})
    found = vectors.load(["b", "a", "absent"])
    assert set(found) == {"a", "b"}
    assert np.array_equal(found["a"], row)
