"""Changing and deleting messages, and reacting to them."""

from typing import Any

from tests.servers.telegram.call import CAPTION_UNITS, Call, format_text
from tests.servers.telegram.errors import bad_request
from tests.servers.telegram.methods.sending import attach
from tests.servers.telegram.rich import check_rich
from tests.servers.telegram.shapes import message_json
from tests.servers.telegram.specification import load_specification
from tests.servers.telegram.state import Edition, Message
from tests.servers.telegram.text import FormattedText, unit_length

DELETABLE_SECONDS = 48 * 3600
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_text(call: Call) -> Any:
    rich = call.get("rich_message")
    if rich:
        check_rich(rich)
    formatted = FormattedText() if rich else call.text()
    if _inline(call):
        return True
    message = _own_message(call)
    if message.attachment is not None:
        raise bad_request("there is no text in the message to edit")
    return _change(call, message, formatted, rich)


def edit_caption(call: Call) -> Any:
    formatted = call.formatted("caption", "caption_entities", CAPTION_UNITS)
    if _inline(call):
        return True
    message = _own_message(call)
    if message.attachment is None:
        raise bad_request("there is no caption in the message to edit")
    return _change(call, message, formatted, None)


def edit_media(call: Call) -> Any:
    """Another file in the place of a message's own, with its caption."""
    media = call.get("media")
    caption = format_text(media.get("caption", ""), "", media.get("caption_entities", []))
    if unit_length(caption.text) > CAPTION_UNITS:
        raise bad_request("message caption is too long")
    if _inline(call):
        return True
    message = _own_message(call)
    if message.attachment is None:
        raise bad_request("there is no media in the message to edit")
    name = str(media["media"]).removeprefix("attach://")
    given = call.files.get(name, media["media"])
    message.attachment = attach(call, media["type"], given)
    return _change(call, message, caption, None)


def edit_markup(call: Call) -> Any:
    if _inline(call):
        return True
    message = _own_message(call)
    return _change(call, message, message.formatted, message.rich)


def delete_message(call: Call) -> bool:
    _delete(call, call.message("message to delete"))
    return True


def delete_messages(call: Call) -> bool:
    """Those that are there; the others are passed over."""
    chat = call.chat()
    if len(call.get("message_ids")) > 100:
        raise bad_request("too many message identifiers specified")
    for message_id in call.get("message_ids"):
        message = chat.find_message(message_id)
        if message is not None:
            _delete(call, message)
    return True


def set_reaction(call: Call) -> bool:
    message = call.message("message to react")
    reactions = call.get("reaction", [])
    allowed = load_specification().reactions
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    for reaction in reactions:
        if reaction["type"] != "emoji" or reaction["emoji"] not in allowed:
            raise bad_request("REACTION_INVALID")
    message.reactions[call.world.bot.id] = reactions
    return True


def _inline(call: Call) -> bool:
    """Whether a message that was sent by way of inline mode is meant; those have no chat."""
    inline_id = call.get("inline_message_id")
    if inline_id is None:
        if call.get("chat_id") is None or call.get("message_id") is None:
            raise bad_request("message identifier is not specified")
        return False
    call.markup("private")
    if not any(query.id == inline_id for query in call.world.queries.values()):
        raise bad_request("MESSAGE_ID_INVALID")
    return True


def _own_message(call: Call) -> Message:
    chat = call.chat()
    if chat.blocked or chat.bot_status in {"kicked", "left"}:
        call.open_chat()
    message = call.message("message to edit")
    if message.sender is not call.world.bot:
        raise bad_request("message can't be edited")
    return message


def _change(
    call: Call, message: Message, formatted: FormattedText, rich: dict[str, Any] | None
) -> dict[str, Any]:
    markup = call.markup(message.chat.type) or None
    preview = call.get("link_preview_options", message.link_preview)
    new = (formatted.text, formatted.entities, rich, _rows(markup), preview)
    old = (
        message.text,
        message.entities,
        message.rich,
        _rows(message.markup),
        message.link_preview,
    )
    if new == old:
        raise bad_request(_NOT_MODIFIED)
    now = call.world.clock.now()
    was = Edition(date=now, formatted=message.formatted, markup=message.markup)
    message.editions.append(was)
    message.formatted, message.markup = formatted, markup
    message.rich, message.link_preview = rich, preview
    return message_json(message)


def _rows(markup: dict[str, Any] | None) -> Any:
    return (markup or {}).get("inline_keyboard") or []


def _delete(call: Call, message: Message) -> None:
    if call.world.clock.now() - message.date > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    own = message.sender is call.world.bot
    chat = message.chat
    if not own and chat.type != "private" and chat.bot_status != "administrator":
        raise bad_request("message can't be deleted")
    message.deleted = True


METHODS = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageMedia": edit_media,
    "editMessageReplyMarkup": edit_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "setMessageReaction": set_reaction,
}
