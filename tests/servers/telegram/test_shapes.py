"""What the server says is what the specification says it says."""

from typing import Any

import httpx
import pytest

from tests.servers.telegram import TelegramServer
from tests.servers.telegram.checks import fit
from tests.servers.telegram.shapes import plausible
from tests.servers.telegram.specification import load_specification
from tests.servers.telegram.state import Chat

SPECIFICATION = load_specification()


def parameters(method: str, chat: Chat, file_id: str) -> dict[str, Any]:
    """What a call must have, at its plainest."""
    known = {
        **dict.fromkeys(("chat_id", "from_chat_id", "user_id"), chat.id),
        "message_id": chat.messages[0].id,
        "text": "x",
        "file_id": file_id,
        "draft_id": 1,
        "action": "typing",
        "timeout": 0,
    }
    shape = SPECIFICATION.methods[method.lower()]
    return {
        name: known[name] if name in known else file_id if "InputFile" in types else _filled(types)
        for name, types in shape.required.items()
    }


def _filled(types: list[str]) -> Any:
    """The plainest value that does not count as absent."""
    value = plausible(types)
    return "1" if value == "" else value


async def test_every_method_answers_as_specified_or_is_refused() -> None:
    answered = []
    async with TelegramServer() as server, httpx.AsyncClient(trust_env=False) as client:
        chat = server.private_chat(server.user())
        server.send(chat, "first")
        document = server.send_file(chat, "a.txt", b"a")
        assert document.attachment is not None
        file_id = document.attachment.file_id
        for shape in SPECIFICATION.methods.values():
            row = parameters(shape.name, chat, file_id)
            url = f"{server.base_url}{server.token}/{shape.name}"
            answer = (await client.post(url, json=row)).json()
            if answer["ok"]:
                fit(answer["result"], list(shape.returns), SPECIFICATION)
                answered.append(shape.name)
            else:
                assert answer["error_code"] in {400, 409}, (shape.name, answer)
    assert len(answered) >= 150


async def test_every_update_is_as_specified() -> None:
    async with TelegramServer() as server:
        ada, ben = server.user("Ada", username="ada"), server.user("Ben")
        chat = server.private_chat(ada)
        group = server.group("News", members=[ada, ben], forum=True, bot_status="administrator")
        server.updates.allow(sorted(SPECIFICATION.types["Update"].optional))
        question = server.send(chat, "/ask who? https://example.org")
        server.edit(question, "who?")
        server.send_file(chat, "a.ogg", b"a", kind="voice", mime_type="audio/ogg")
        server.send_file(chat, "a.jpg", b"a", kind="photo", mime_type="image/jpeg", caption="x")
        server.send(group, "and you?", sender=ben, thread_id=4, reply_to=server.send(group, "me?"))
        server.edit(server.send(server.channel("Wire"), "A post"), "A better post")
        server.press_data(question, "gone")
        server.react(question, "👍")
        server.inline_query(ada, "who")
        server.guest_message(group, "@whosaid_test_bot is it so?", ben, question)
        server.block(chat)
        server.set_status(group, ben, "kicked")
        server.set_status(group, server.bot, "left")
        server.migrate(server.group("Small", members=[ada], kind="group"))
    kinds = {update.kind for update in server.updates.history}
    for update in server.updates.history:
        fit(update.as_json(), ["Update"], SPECIFICATION)
    assert kinds == {
        *("message", "edited_message", "channel_post", "edited_channel_post", "callback_query"),
        *("message_reaction", "inline_query", "guest_message", "my_chat_member", "chat_member"),
    }


@pytest.mark.parametrize("kind", sorted(SPECIFICATION.types["Update"].optional))
async def test_any_kind_of_update_can_be_queued_as_it_is(kind: str) -> None:
    async with TelegramServer() as server:
        server.updates.allow([kind])
        assert server.push_update(kind, {"made": "up"}) is server.updates.pending[0]
