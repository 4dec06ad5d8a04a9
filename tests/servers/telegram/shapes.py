"""The server's state in the Bot API's words."""

from typing import Any

from tests.servers.telegram.specification import load_specification
from tests.servers.telegram.state import Chat, Connection, Message, Person, StoredFile

_PLAIN: dict[str, Any] = {"String": "", "Integer": 0, "Float": 0.0, "Boolean": False}


def user_json(person: Person) -> dict[str, Any]:
    """A `User`."""
    row: dict[str, Any] = {
        "id": person.id,
        "is_bot": person.is_bot,
        "first_name": person.first_name,
    }
    if person.username:
        row["username"] = person.username
    if person.language:
        row["language_code"] = person.language
    return row


def chat_json(chat: Chat) -> dict[str, Any]:
    """A `Chat`."""
    row: dict[str, Any] = {"id": chat.id, "type": chat.type}
    if chat.peer is not None:
        row["first_name"] = chat.peer.first_name
    if chat.title:
        row["title"] = chat.title
    username = chat.username or (chat.peer.username if chat.peer else "")
    if username:
        row["username"] = username
    if chat.is_forum:
        row["is_forum"] = True
    return row


def message_json(message: Message, *, with_reply: bool = True) -> dict[str, Any]:
    """A `Message`; the message it answers is told without the one before that."""
    row: dict[str, Any] = {
        "message_id": message.id,
        "date": int(message.date),
        "chat": chat_json(message.chat),
        **_sender(message),
        **_content(message),
        **message.extra,
    }
    if message.editions:
        row["edit_date"] = int(message.editions[-1].date)
    if message.thread_id is not None:
        row |= {"message_thread_id": message.thread_id, "is_topic_message": True}
    if message.reply_to is not None and with_reply:
        row["reply_to_message"] = message_json(message.reply_to, with_reply=False)
    if message.quote is not None:
        row["quote"] = message.quote
    if message.rows:
        row["reply_markup"] = message.markup
    if message.chat.connection is not None:
        row["business_connection_id"] = message.chat.connection.id
    return row


def connection_json(connection: Connection) -> dict[str, Any]:
    """A `BusinessConnection`."""
    return {
        "id": connection.id,
        "user": user_json(connection.owner),
        "user_chat_id": connection.owner.id,
        "date": int(connection.date),
        "is_enabled": connection.enabled,
        "rights": {"can_reply": True} if connection.can_reply else {},
    }


def _sender(message: Message) -> dict[str, Any]:
    if message.chat.type == "channel":
        return {"sender_chat": chat_json(message.chat)}
    connection = message.chat.connection
    if connection is not None and message.sender is message.chat.bot:
        return {
            "from": user_json(connection.owner),
            "sender_business_bot": user_json(message.chat.bot),
        }
    return {"from": user_json(message.sender)} if message.sender else {}


def _content(message: Message) -> dict[str, Any]:
    caption = message.attachment is not None
    row: dict[str, Any] = {}
    if message.text:
        row["caption" if caption else "text"] = message.text
    entities = sorted((*message.entities, *message.found), key=lambda e: (e.offset, -e.length))
    if entities:
        name = "caption_entities" if caption else "entities"
        row[name] = [entity.as_json() for entity in entities]
    if message.link_preview is not None:
        row["link_preview_options"] = message.link_preview
    if message.attachment is not None:
        row[message.attachment.kind] = message.attachment.body
    return row


def member_json(chat: Chat, person: Person) -> dict[str, Any]:
    """A `ChatMember` of the kind that the person's status names."""
    status = chat.statuses.get(person.id, "left")
    kinds = {"creator": "Owner", "kicked": "Banned"}
    row: dict[str, Any] = plausible_object(f"ChatMember{kinds.get(status, status.capitalize())}")
    if status == "administrator":
        row |= {"can_delete_messages": True, "can_manage_chat": True}
    return row | {"status": status, "user": user_json(person)}


def file_json(file: StoredFile) -> dict[str, Any]:
    """A `File`."""
    return {
        "file_id": file.id,
        "file_unique_id": f"unique{file.id}",
        "file_size": len(file.upload.content),
        "file_path": file.path,
    }


def plausible(types: tuple[str, ...] | list[str]) -> Any:
    """A value of the first of *types* that says as little as the specification allows."""
    name = types[0]
    if name.startswith("Array of "):
        return []
    return _PLAIN[name] if name in _PLAIN else plausible_object(name)


def plausible_object(type_name: str) -> Any:
    """An object with nothing but what is required."""
    shape = load_specification().types[type_name]
    if shape.subtypes:
        return plausible(shape.subtypes)
    row = {name: plausible(types) for name, types in shape.required.items()}
    return row | dict(shape.always)
