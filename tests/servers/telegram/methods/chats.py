"""Chats and who is in them."""

from typing import Any

from tests.servers.telegram.call import Call
from tests.servers.telegram.errors import bad_request
from tests.servers.telegram.shapes import chat_json, connection_json, member_json, plausible_object

_PRESENT = {"creator", "administrator", "member", "restricted"}


def get_chat(call: Call) -> dict[str, Any]:
    row: dict[str, Any] = plausible_object("ChatFullInfo")
    return row | chat_json(call.chat())


def get_member(call: Call) -> dict[str, Any]:
    person = call.world.people.get(call.get("user_id"))
    if person is None:
        raise bad_request("user not found")
    return member_json(call.chat(), person)


def get_administrators(call: Call) -> list[dict[str, Any]]:
    chat = call.chat()
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    people = [call.world.people[user_id] for user_id in chat.statuses]
    return [
        member_json(chat, person)
        for person in people
        if chat.statuses[person.id] in {"creator", "administrator"} and not person.is_bot
    ]


def count_members(call: Call) -> int:
    return sum(status in _PRESENT for status in call.chat().statuses.values())


def leave(call: Call) -> bool:
    chat = call.chat()
    if chat.type == "private":
        raise bad_request("chat is not a group chat")
    chat.statuses[call.world.bot.id] = "left"
    return True


def get_connection(call: Call) -> dict[str, Any]:
    connection = call.world.connections.get(call.get("business_connection_id"))
    if connection is None:
        raise bad_request("business connection not found")
    return connection_json(connection)


METHODS = {
    "getBusinessConnection": get_connection,
    "getChat": get_chat,
    "getChatMember": get_member,
    "getChatAdministrators": get_administrators,
    "getChatMemberCount": count_members,
    "leaveChat": leave,
}
