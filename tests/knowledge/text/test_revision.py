"""What became of a quote in a later version of its article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.passage import Span
from knowledge.text.revision import Fate, compare_texts, follow

OLD = "The dam broke at dawn. Mayor Ada Park said 12 people were hurt. Repairs begin in May."
QUOTED = "Mayor Ada Park said 12 people were hurt."


@pytest.mark.parametrize(
    ("new", "fate", "now"),
    [
        pytest.param(f"Updated. {OLD}", Fate.SAME, None, id="moved"),
        pytest.param(OLD.replace("12", "15"), Fate.CHANGED, "15", id="figure"),
        pytest.param(OLD.replace("Park said", "Park later said"), Fate.CHANGED, "later", id="more"),
        pytest.param(OLD.replace(QUOTED, ""), Fate.REMOVED, None, id="gone"),
        pytest.param("Nothing is left here: a cat sat.", Fate.REMOVED, None, id="another-text"),
        pytest.param("", Fate.REMOVED, None, id="empty"),
    ],
)
def test_a_quote_is_followed_into_the_next_version(new: str, fate: Fate, now: str | None) -> None:
    start = OLD.index(QUOTED)
    followed = follow(Span(start=start, end=start + len(QUOTED)), OLD, new)
    assert followed.fate is fate
    found = new[followed.span.start : followed.span.end] if followed.span else ""
    if fate is Fate.SAME:
        assert found == QUOTED
    if now:
        assert now in found
        assert found.startswith("Mayor")
        assert found.endswith("hurt.")


texts = st.text(alphabet="ab. \né。", max_size=40)


@given(texts, texts)
def test_edits_joined_are_the_texts(old: str, new: str) -> None:
    edits = compare_texts(old, new)
    assert "".join(e.old for e in edits) == old
    assert "".join(e.new for e in edits) == new
    for edit in edits:
        assert old[edit.old_start :].startswith(edit.old)
        assert new[edit.new_start :].startswith(edit.new)
        assert not edit.equal or edit.old == edit.new


@given(texts.filter(str.strip), texts, st.data())
def test_what_is_the_same_has_the_same_characters(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    followed = follow(Span(start=start, end=end), old, new)
    if followed.fate is Fate.SAME:
        assert followed.span
        assert new[followed.span.start : followed.span.end] == old[start:end]
    assert (followed.span is None) == (followed.fate is Fate.REMOVED)
