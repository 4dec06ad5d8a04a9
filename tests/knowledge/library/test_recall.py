"""What is remembered of the store is what the store would say."""

from collections.abc import Callable, Mapping

from knowledge.library.recall import Recall
from tests.knowledge.library.holdings import article, open_holdings


def reading(asked: list[list[str]]) -> Callable[[list[str]], Mapping[str, str]]:
    """Upper case, of all but "none"; notes what it is asked."""

    def read(keys: list[str]) -> Mapping[str, str]:
        asked.append(keys)
        return {key: key.upper() for key in keys if key != "none"}

    return read


def test_only_what_is_not_remembered_is_read() -> None:
    asked: list[list[str]] = []
    recall: Recall[str, str] = Recall(10)
    assert recall.get(1, ["a", "none", "a"], reading(asked)) == {"a": "A"}
    assert recall.get(1, ["b", "a", "none"], reading(asked)) == {"a": "A", "b": "B"}
    assert asked == [["a", "none"], ["b", "none"]]


def test_all_is_forgotten_when_the_moment_changes() -> None:
    asked: list[list[str]] = []
    recall: Recall[str, str] = Recall(10)
    for moment in (1, 2, 2):
        recall.get(moment, ["a"], reading(asked))
    assert asked == [["a"], ["a"]]


def test_the_oldest_are_forgotten_first() -> None:
    asked: list[list[str]] = []
    recall: Recall[str, str] = Recall(2)
    for key in ("a", "b", "c", "b", "a"):
        assert recall.get(1, [key], reading(asked)) == {key: key.upper()}
    assert asked == [["a"], ["b"], ["c"], ["a"]]


def test_what_was_read_before_a_change_is_not_remembered_after_it() -> None:
    recall: Recall[str, str] = Recall(10)

    def read_while_it_changes(keys: list[str]) -> Mapping[str, str]:
        recall.get(2, ["b"], lambda _: {"b": "new"})
        return dict.fromkeys(keys, "old")

    assert recall.get(1, ["a"], read_while_it_changes) == {"a": "old"}
    assert recall.get(2, ["a"], lambda _: {"a": "new"}) == {"a": "new"}


def test_a_change_by_another_process_is_seen_by_the_next_search(tmp_path) -> None:
    with open_holdings(tmp_path) as reader, open_holdings(tmp_path) as writer:
        writer.add(article("a", 3))
        rows = reader.pieces.first_passages(10)
        before = reader.pieces.passages(rows)
        writer.catalogue.set_modified(writer.catalogue.article("a"), "2026-01-02")
        changed = reader.pieces.passages(rows)
        writer.remove("a")
        assert [one.source.modified for one in (*before, *changed)] == ["", "2026-01-02"]
        assert not reader.pieces.passages(rows)
        assert not reader.pieces.first_passages(10)
