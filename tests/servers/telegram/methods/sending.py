"""Messages, files, drafts and actions that the bot sends."""

import math
from typing import Any

from tests.servers.telegram.call import CAPTION_UNITS, TEXT_UNITS, Call, format_text
from tests.servers.telegram.errors import bad_request, too_many_requests
from tests.servers.telegram.rich import check_rich
from tests.servers.telegram.shapes import file_json, message_json, plausible_object
from tests.servers.telegram.state import Action, Attachment, Chat, Draft, Message, StoredFile
from tests.servers.telegram.text import FormattedText, cut_units, unit_length
from tests.servers.telegram.wire import Upload
from tests.servers.telegram.world import World

_FILES = {
    **{f"send{kind}": kind.lower() for kind in ("Photo", "Audio", "Document", "Video")},
    **{f"send{kind}": kind.lower() for kind in ("Animation", "Voice", "Sticker")},
    "sendVideoNote": "video_note",
}
_TYPES = {"photo": "PhotoSize", "video_note": "VideoNote"}
_UPLOADS = ("photo", "video", "document", "voice", "video_note", "audio")
ACTIONS = frozenset(
    {"typing", "find_location", "choose_sticker", "record_video", "record_voice"}
    | {"record_audio", "record_video_note"}
    | {f"upload_{kind}" for kind in _UPLOADS}
)
QUOTE_UNITS = 1024
_STYLES_OF_QUOTES = {
    *("bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji", "date_time")
}


def send_message(call: Call) -> dict[str, Any]:
    chat = call.open_chat()
    formatted = call.text()
    return message_json(_send(call, chat, formatted=formatted))


def send_file(call: Call) -> dict[str, Any]:
    chat = call.open_chat()
    kind = _FILES[call.method]
    attachment = attach(call, kind, call.get(kind))
    caption = call.formatted("caption", "caption_entities", CAPTION_UNITS)
    return message_json(_send(call, chat, formatted=caption, attachment=attachment))


def send_rich(call: Call) -> dict[str, Any]:
    chat = call.open_chat()
    check_rich(call.get("rich_message"))
    return message_json(_send(call, chat, rich=call.get("rich_message")))


def send_other(call: Call) -> Any:
    """Places, polls, invoices …: there, with the parameters for those who want to look."""
    message = _send(call, call.open_chat(), extra={})
    return (
        [message_json(message)]
        if call.shape.returns[0].startswith("Array")
        else message_json(message)
    )


def copy_message(call: Call) -> dict[str, Any]:
    return {"message_id": _copy(call, call.get("message_id")).id}


def forward_message(call: Call) -> dict[str, Any]:
    return message_json(_copy(call, call.get("message_id")))


def copy_messages(call: Call) -> list[dict[str, Any]]:
    """Copies or forwards those that are there; the others are passed over."""
    source = call.chat("from_chat_id")
    there = [number for number in call.get("message_ids") if source.find_message(number)]
    return [{"message_id": _copy(call, number).id} for number in there]


def send_draft(call: Call) -> bool:
    """A preview; only private chats have them."""
    chat = call.open_chat()
    if chat.type != "private":
        raise bad_request("TEXTDRAFT_PEER_INVALID")
    if call.get("draft_id") == 0:
        raise bad_request("draft_id must be non-zero")
    draft = Draft(
        id=call.get("draft_id"),
        date=call.world.clock.now(),
        formatted=call.formatted("text", "entities", TEXT_UNITS),
        rich=call.get("rich_message"),
    )
    chat.drafts.append(draft)
    return True


def send_chat_action(call: Call) -> bool:
    if call.get("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = call.open_chat()
    action = Action(
        name=call.get("action"),
        date=call.world.clock.now(),
        thread_id=call.get("message_thread_id"),
    )
    chat.actions.append(action)
    return True


def attach(call: Call, kind: str, given: Upload | str) -> Attachment:
    """A new file, or one that the server already has."""
    if isinstance(given, Upload):
        return attach_upload(call.world, kind, given)
    if given not in call.world.files:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return attach_file(kind, call.world.files[given])


def attach_upload(world: World, kind: str, upload: Upload) -> Attachment:
    """Keep a new file, and attach it."""
    return attach_file(kind, world.store_file(upload, kind))


def attach_file(kind: str, file: StoredFile) -> Attachment:
    """Describe a file in the words of the message's field *kind*."""
    body = plausible_object(_TYPES.get(kind, kind.capitalize()))
    body |= {key: value for key, value in file_json(file).items() if key != "file_path"}
    if kind in {"document", "audio", "video", "animation"}:
        body |= {"file_name": file.upload.name, "mime_type": file.upload.mime_type}
    return Attachment(kind=kind, body=[body] if kind == "photo" else body, file_id=file.id)


def _send(call: Call, chat: Chat, **fields: Any) -> Message:
    """Add a message of the bot, with what all kinds have in common."""
    _check_slow_mode(call, chat)
    reply_to, quote = _reply(call, chat)
    return call.world.add_message(
        chat,
        call.world.bot,
        markup=call.markup(chat.type),
        link_preview=call.get("link_preview_options"),
        reply_to=reply_to,
        quote=quote,
        thread_id=_thread(call, chat),
        **fields,
    )


def _check_slow_mode(call: Call, chat: Chat) -> None:
    """Administrators are not slowed."""
    if not chat.slow_seconds or chat.bot_status == "administrator" or not chat.from_bot:
        return
    wait = chat.from_bot[-1].date + chat.slow_seconds - call.world.clock.now()
    if wait > 0:
        raise too_many_requests(math.ceil(wait))


def _thread(call: Call, chat: Chat) -> int | None:
    thread_id: int | None = call.get("message_thread_id")
    if thread_id is not None and chat.type in {"group", "channel"}:
        raise bad_request("message thread not found")
    return thread_id


def _reply(call: Call, chat: Chat) -> tuple[Message | None, dict[str, Any] | None]:
    asked = call.get("reply_parameters") or {}
    if not asked:
        return None, None
    message = _chat_replied_to(call, asked, chat).find_message(asked.get("message_id", 0))
    if message is None:
        if asked.get("allow_sending_without_reply"):
            return None, None
        raise bad_request("message to be replied not found")
    return message, _quote(asked, message) if asked.get("quote") else None


def _chat_replied_to(call: Call, asked: dict[str, Any], chat: Chat) -> Chat:
    """Messages of other chats can be replied to where the bot is a member."""
    wanted = asked.get("chat_id")
    if wanted is None:
        return chat
    if call.get("business_connection_id"):
        raise bad_request("reply_parameters.chat_id is unsupported for business messages")
    chats = call.world.chats.values()
    found = next((c for c in chats if wanted in {c.id, f"@{c.username}"}), None)
    if found is None or found.bot_status in {"left", "kicked"}:
        raise bad_request("chat not found")
    return found


def _quote(asked: dict[str, Any], message: Message) -> dict[str, Any]:
    """The quote must stand in the message, letter for letter and with its styles."""
    mode, rows = asked.get("quote_parse_mode", ""), asked.get("quote_entities", [])
    quote = format_text(asked["quote"], mode, rows)
    if unit_length(quote.text) > QUOTE_UNITS:
        raise bad_request("MESSAGE_QUOTE_TOO_LONG")
    position = _position(quote, message, asked.get("quote_position", 0))
    if position is None:
        raise bad_request("QUOTE_TEXT_INVALID")
    entities = [entity.as_json() for entity in quote.entities]
    return {"text": quote.text, "entities": entities, "position": position, "is_manual": True}


def _position(quote: FormattedText, message: Message, wanted: int) -> int | None:
    """Where the quote stands, the nearest place to *wanted*."""
    length = unit_length(quote.text)
    starts = range(unit_length(message.text) - length + 1)
    there = [at for at in starts if cut_units(message.text, at, at + length) == quote.text]
    styled = [at for at in there if _styles(message.formatted, at, length) == _styles(quote)]
    return min(styled, key=lambda at: abs(at - wanted), default=None)


def _styles(text: FormattedText, start: int = 0, length: int | None = None) -> set[tuple[Any, ...]]:
    """The styles that a quote has to repeat, as far as they lie within a range."""
    end = start + (unit_length(text.text) if length is None else length)
    cut = [
        (entity.type, max(entity.offset, start) - start, min(entity.end, end) - start)
        for entity in text.entities
        if entity.type in _STYLES_OF_QUOTES
    ]
    return {row for row in cut if row[1] < row[2]}


def _copy(call: Call, message_id: int) -> Message:
    source = call.chat("from_chat_id").find_message(message_id)
    if source is None:
        words = "forward" if call.method.startswith("forward") else "copy"
        raise bad_request(f"message to {words} not found")
    fields = {"formatted": source.formatted, "attachment": source.attachment}
    return _send(call, call.open_chat(), **fields)


METHODS = {
    "sendMessage": send_message,
    **dict.fromkeys(_FILES, send_file),
    "sendRichMessage": send_rich,
    "copyMessage": copy_message,
    "forwardMessage": forward_message,
    "copyMessages": copy_messages,
    "forwardMessages": copy_messages,
    "sendMessageDraft": send_draft,
    "sendRichMessageDraft": send_draft,
    "sendChatAction": send_chat_action,
}
