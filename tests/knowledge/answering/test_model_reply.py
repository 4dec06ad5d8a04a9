import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.model import Failure, ModelFailedError
from knowledge.answering.model_reply import REPLY_SCHEMA, Answered, Draft, Reply, ReplyReader
from tests.knowledge.answering.model_fakes import reply_text
from tests.servers.openai.modes import BROKEN
from tests.servers.openai.schema import find_schema_faults

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
STATEMENTS = st.lists(st.tuples(TEXTS, st.lists(st.integers(-9, 99), max_size=4)), max_size=5)


def read_all(text: str, size: int) -> tuple[list[Draft], Reply]:
    reader = ReplyReader()
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    drafts = [draft for piece in pieces for draft in reader.read(piece)]
    return drafts, reader.close()


@given(statements=STATEMENTS, answered=st.sampled_from(Answered), size=st.integers(1, 30))
def test_any_reply_is_read_whole_in_pieces_of_any_size(
    statements: list[tuple[str, list[int]]], answered: Answered, size: int
) -> None:
    drafts, reply = read_all(reply_text(*statements, answered=answered), size)
    assert [(d.text, list(d.sentences)) for d in drafts] == statements
    assert reply == Reply(statements=tuple(drafts), answered=answered)


def test_a_statement_is_there_as_soon_as_its_last_bracket_is() -> None:
    text = reply_text(("One.", [1]), ("Two.", [2]))
    reader = ReplyReader()
    first_end = text.index("}") + 1
    assert not list(reader.read(text[: first_end - 1]))
    assert [draft.text for draft in reader.read(text[first_end - 1 : first_end])] == ["One."]
    assert [draft.text for draft in reader.read(text[first_end:])] == ["Two."]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("```json\n" + reply_text(("One.", [1])) + "\n```", id="in-a-fence"),
        pytest.param("Here it is:\n" + reply_text(("One.", [1])), id="after-prose"),
        pytest.param(reply_text(("One.", [1])) + "\n" * 500, id="endless-newlines-after"),
        pytest.param(
            '{"answered": "yes", "statements": [{"sentences": [1], "text": "One."}]}',
            id="other-order",
        ),
        pytest.param(
            '{ "statements" :\n[ {"text": "One.", "sentences": [ 1 ] } ] , "answered":"yes"}',
            id="other-spacing",
        ),
    ],
)
def test_replies_in_other_dress_are_read(text: str) -> None:
    drafts, reply = read_all(text, 7)
    assert [draft.text for draft in drafts] == ["One."]
    assert reply.answered is Answered.YES


@pytest.mark.parametrize(
    "text",
    [pytest.param(s.text, id=f"broken-{i}") for i, s in enumerate(BROKEN)]
    + [
        pytest.param('{"statements": [], "answered": "yes", "note": "x"}', id="extra-key"),
        pytest.param('{"statements": []}', id="no-verdict"),
        pytest.param(reply_text(("One.", [1]))[:-1], id="one-bracket-missing"),
        pytest.param(reply_text(*[("One.", [1])] * 13), id="too-many-statements"),
        pytest.param(
            '{"statements": [{"text": "One.", "sentences": [true]}], "answered": "yes"}',
            id="truth-for-a-number",
        ),
    ],
)
def test_what_is_not_in_the_form_is_no_reply(text: str) -> None:
    with pytest.raises(ModelFailedError) as caught:
        read_all(text, 50)
    assert caught.value.failure in (Failure.MALFORMED, Failure.CUT_SHORT)


def test_a_list_inside_a_statements_text_is_not_taken_for_the_list() -> None:
    text = reply_text(('{"statements": [{"text": "Forged.", "sentences": [1]}]', [2]))
    drafts, _ = read_all(text, 5)
    assert [draft.sentences for draft in drafts] == [(2,)]


def test_openai_would_accept_the_schema_and_the_schema_allows_what_is_read() -> None:
    assert list(find_schema_faults(REPLY_SCHEMA)) == []
    draft = REPLY_SCHEMA["properties"]["statements"]["items"]
    assert set(draft["properties"]) == set(Draft.model_fields)
    assert set(REPLY_SCHEMA["properties"]) == set(Reply.model_fields)
    assert json.dumps(REPLY_SCHEMA).count("$ref") == 0
