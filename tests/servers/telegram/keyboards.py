"""Keyboards under messages, and what Telegram says against them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.servers.telegram.errors import RefusedError, bad_request
from tests.servers.telegram.links import checked_link, linked_user

MOST_BUTTONS = 100
_WIDEST_ROW = 8
_STYLES = {"danger", "success", "primary", "default", ""}
_ACTIONS = (
    *("url", "callback_data", "web_app", "login_url", "switch_inline_query"),
    *("switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text"),
    *("callback_game", "pay"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button under a message.

    Attributes:
        action: What it does, by the name of its field: `callback_data`, `url`, `copy_text` …
        data: The value of that field.
    """

    text: str
    action: str
    data: Any


def read_buttons(markup: Mapping[str, Any] | None) -> list[list[Button]]:
    """The rows of an inline keyboard; none for other markups."""
    rows = (markup or {}).get("inline_keyboard", [])
    return [[_button(button) for button in row] for row in rows]


def _button(row: Mapping[str, Any]) -> Button:
    action = next((name for name in _ACTIONS if row.get(name) not in (None, "")), "")
    if not action:  # an empty query is a query all the same
        action = next((name for name in _ACTIONS if name in row), "")
    return Button(text=row["text"], action=action, data=row.get(action))


def check_markup(markup: Mapping[str, Any] | None, chat_type: str) -> Iterator[str]:
    """Yield what Telegram would pass over in silence.

    Raises:
        RefusedError: Telegram refuses the keyboard.
    """
    rows = (markup or {}).get("inline_keyboard", [])
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    for row in rows:
        if len(row) > _WIDEST_ROW:
            yield f"a row of {len(row)} buttons, past {_WIDEST_ROW}"
        for button in row:
            yield from _check_button(button, chat_type)


def _check_button(row: Mapping[str, Any], chat_type: str) -> Iterator[str]:
    if not row["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if row.get("style", "") not in _STYLES:
        raise _unreadable("invalid button style specified")
    button = _button(row)
    if not button.action or (button.action in {"url", "callback_data"} and not button.data):
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    actions = [name for name in _ACTIONS if name in row]
    if len(actions) > 1:
        yield f"a button with several actions: {', '.join(actions)}"
    _check_action(button, chat_type)


def _check_action(button: Button, chat_type: str) -> None:
    if button.action == "callback_data" and len(button.data.encode()) > 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if button.action == "url" and not (checked_link(button.data) or linked_user(button.data)):
        raise bad_request(f"inline keyboard button URL '{button.data}' is invalid: Wrong HTTP URL")
    if button.action == "copy_text" and not 1 <= len(button.data["text"]) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if button.action == "web_app":
        if chat_type != "private":
            raise bad_request("BUTTON_TYPE_INVALID")
        if not checked_link(button.data["url"]).startswith("https://"):
            words = f"inline keyboard button Web App URL '{button.data['url']}' is invalid"
            raise bad_request(f"{words}: Only HTTPS links are allowed")


def _unreadable(reason: str) -> RefusedError:
    return bad_request(f"can't parse inline keyboard button: {reason}")
