"""Answers to presses of buttons, to inline queries and to guest queries."""

from typing import Any

from tests.servers.telegram.call import TEXT_UNITS, Call, format_text
from tests.servers.telegram.errors import bad_request
from tests.servers.telegram.keyboards import check_markup
from tests.servers.telegram.text import unit_length
from tests.servers.telegram.world import Query

PRESS_SECONDS = 15
INLINE_SECONDS = 30
MOST_RESULTS = 50
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_press(call: Call) -> bool:
    press = call.world.presses.get(call.get("callback_query_id"))
    late = press is not None and call.world.clock.now() - press.time > PRESS_SECONDS
    if press is None or press.answer is not None or late:
        raise bad_request(_TOO_OLD)
    if unit_length(call.get("text", "")) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answer = call.parameters
    return True


def answer_inline(call: Call) -> bool:
    results = call.get("results")
    if len(results) > MOST_RESULTS:
        raise bad_request("too many inline query results specified")
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    if len(call.get("next_offset", "").encode()) > 64:
        raise bad_request("NEXT_OFFSET_INVALID")
    for result in results:
        _check_result(call, result)
    _answer(call, "inline_query_id", results)
    return True


def answer_guest(call: Call) -> dict[str, Any]:
    _check_result(call, call.get("result"))
    query = _answer(call, "guest_query_id", [call.get("result")])
    return {"inline_message_id": query.id}


def _answer(call: Call, name: str, results: list[dict[str, Any]]) -> Query:
    query = call.world.queries.get(call.get(name))
    late = query is not None and call.world.clock.now() - query.time > INLINE_SECONDS
    if query is None or query.answer is not None or late:
        raise bad_request(_TOO_OLD)
    query.results, query.answer = results, call.parameters
    return query


def _check_result(call: Call, result: dict[str, Any]) -> None:
    if not 1 <= len(result["id"].encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    call.note(*check_markup(result.get("reply_markup"), "inline"))
    content = result.get("input_message_content") or {}
    if "message_text" not in content:
        return
    text = content["message_text"]
    formatted = format_text(text, content.get("parse_mode", ""), content.get("entities", []))
    call.note(*formatted.oddities)
    if not formatted.text:
        raise bad_request("message text is empty")
    if unit_length(formatted.text) > TEXT_UNITS:
        raise bad_request("MESSAGE_TOO_LONG")


METHODS = {
    "answerCallbackQuery": answer_press,
    "answerInlineQuery": answer_inline,
    "answerGuestQuery": answer_guest,
}
