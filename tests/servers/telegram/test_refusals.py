"""Tables of requests that Telegram refuses, with what it says to them."""

import json
from typing import Any

import httpx
import pytest

from tests.servers.telegram import TelegramServer

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
PRIVATE, GROUP, THEIRS, MINE, PRESS = "<private>", "<group>", "<theirs>", "<mine>", "<press>"


async def ask(server: TelegramServer, method: str, row: dict[str, Any]) -> dict[str, Any]:
    """Post as any HTTP client would; the answer is told as it came."""
    url = f"{server.base_url}{server.token}/{method}"
    headers = {"content-type": "application/json"}
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(url, content=json.dumps(row), headers=headers)
    body: dict[str, Any] = answer.json()
    assert body["ok"] is (answer.status_code == 200)
    return body


async def refuse(method: str, row: dict[str, Any]) -> str:
    """What is said to a request in a private chat with a question, an answer and a press."""
    async with TelegramServer() as server:
        ada = server.user()
        chat, group = server.private_chat(ada), server.group(members=[ada])
        theirs = server.send(chat, "who?")
        keyboard = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}
        hello = {"chat_id": chat.id, "text": "Hello", "reply_markup": keyboard}
        mine = (await ask(server, "sendMessage", hello))["result"]["message_id"]
        press = server.press(chat.messages[-1], 0)
        places = {PRIVATE: chat.id, GROUP: group.id, THEIRS: theirs.id, MINE: mine}
        places[PRESS] = press.id
        named = {k: places.get(v, v) if isinstance(v, str) else v for k, v in row.items()}
        body = await ask(server, method, named)
    assert not body["ok"], body
    return str(body["description"])


def message(text: str = "x", **more: Any) -> dict[str, Any]:
    return {"chat_id": PRIVATE, "text": text, **more}


def entity(kind: str, offset: Any, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


def keyboard(*buttons: dict[str, Any], text: str = "x", chat: str = PRIVATE) -> dict[str, Any]:
    markup = {"inline_keyboard": [list(buttons)]}
    return {"chat_id": chat, "text": text, "reply_markup": markup}


def button(**more: Any) -> dict[str, Any]:
    return {"text": "Go", **more}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        pytest.param({"text": "x"}, "chat_id is empty", id="no-chat"),
        pytest.param({"chat_id": 4, "text": "x"}, "chat not found", id="unknown-chat"),
        pytest.param({"chat_id": "@nobody", "text": "x"}, "chat not found", id="unknown-name"),
        pytest.param({"chat_id": PRIVATE}, "message text is empty", id="no-text"),
        pytest.param(message(" \n "), "text must be non-empty", id="blank-text"),
        pytest.param(message("x" * 4097), "message is too long", id="too-long"),
        pytest.param(message("😀" * 2049), "message is too long", id="too-long-in-utf-16"),
        pytest.param(message("я" * 16385), "text is too long", id="too-many-bytes"),
        pytest.param(message("\ud800"), "strings must be encoded in UTF-8", id="half-a-surrogate"),
        pytest.param(
            message(message_thread_id="two"),
            "message_thread_id must be of type Integer",
            id="no-number",
        ),
        pytest.param(
            message(protect_content="perhaps"),
            "protect_content must be of type Boolean",
            id="no-boolean",
        ),
        pytest.param(
            message(link_preview_options={"is_disabled": "yes"}),
            'can\'t parse link preview options: field "is_disabled" must be of type Boolean',
            id="wrong-field",
        ),
        pytest.param(
            message(reply_parameters={"message_id": 99}),
            "message to be replied not found",
            id="reply-to-nothing",
        ),
        pytest.param(
            message(reply_parameters={}),
            "can't parse reply parameters: can't find field \"message_id\"",
            id="reply-without-id",
        ),
    ],
)
async def test_a_message_is_refused(row: dict[str, Any], words: str) -> None:
    assert await refuse("sendMessage", row) == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("text", "entities", "words"),
    [
        pytest.param(
            "ab",
            [entity("bold", 1, 2)],
            "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 3",
            id="too-long",
        ),
        pytest.param(
            "ab",
            [entity("bold", 2, 1)],
            "entity begins after the end of the text at UTF-16 offset 2",
            id="past-the-end",
        ),
        pytest.param(
            "😀x", [entity("bold", 1, 2)], "entity begins in a middle of a UTF-16 symbol", id="mid"
        ),
        pytest.param(
            "x😀",
            [entity("bold", 0, 2)],
            "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol",
            id="ends-mid",
        ),
        pytest.param(
            "ab", [entity("bold", -1, 1)], "receive an entity with incorrect offset -1", id="minus"
        ),
        pytest.param(
            "ab",
            [entity("loud", 0, 1)],
            "can't parse MessageEntity: unsupported type specified",
            id="unknown-kind",
        ),
        pytest.param(
            "ab",
            [{"type": "bold", "offset": 0}],
            "can't parse MessageEntity: can't find field \"length\"",
            id="no-length",
        ),
        pytest.param(
            "ab",
            [entity("bold", "0", 1)],
            'can\'t parse MessageEntity: field "offset" must be of type Integer',
            id="offset-as-text",
        ),
        pytest.param(
            "ab",
            [entity("text_link", 0, 1)],
            "can't parse MessageEntity: Can't find field \"url\"",
            id="link-without-address",
        ),
        pytest.param(
            "abcd",
            [entity("blockquote", 0, 4), entity("expandable_blockquote", 1, 2)],
            "can't parse entities: quotations can't be nested",
            id="quotation-in-quotation",
        ),
    ],
)
async def test_entities_are_refused(text: str, entities: list[Any], words: str) -> None:
    assert await refuse("sendMessage", message(text, entities=entities)) == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("<p>x</p>", 'Unsupported start tag "p" at byte offset 0', id="paragraph"),
        pytest.param("1 < 2", 'Unsupported start tag "" at byte offset 2', id="less-than"),
        pytest.param("я <br>", 'Unsupported start tag "br" at byte offset 3', id="in-bytes"),
        pytest.param("<b", "Unclosed start tag at byte offset 0", id="half-a-tag"),
        pytest.param("<b>x", 'Can\'t find end tag corresponding to start tag "b"', id="open"),
        pytest.param("x</b>", "Unexpected end tag at byte offset 1", id="closing-nothing"),
        pytest.param(
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
            id="crossed",
        ),
        pytest.param("<b>x</b", "Unclosed end tag at byte offset 4", id="half-an-end"),
        pytest.param(
            "<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0', id="span"
        ),
        pytest.param(
            "<a href>x</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
            id="no-value",
        ),
        pytest.param(
            "<blockquote>x<blockquote expandable>y</blockquote></blockquote>",
            "quotations can't be nested",
            id="quotation-in-quotation",
        ),
    ],
)
async def test_html_is_refused(text: str, words: str) -> None:
    said = await refuse("sendMessage", message(text, parse_mode="HTML"))
    assert said == f"Bad Request: can't parse entities: {words}"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        pytest.param(
            keyboard(button(callback_data="é" * 33)), "BUTTON_DATA_INVALID", id="66-bytes"
        ),
        pytest.param(
            keyboard(button(callback_data="")),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
            id="no-data",
        ),
        pytest.param(
            keyboard({"callback_data": "x"}),
            "can't parse inline keyboard button: can't find field \"text\"",
            id="no-label",
        ),
        pytest.param(
            keyboard({"text": 1, "callback_data": "x"}),
            'can\'t parse inline keyboard button: field "text" must be of type String',
            id="label-is-a-number",
        ),
        pytest.param(
            keyboard({"text": "", "callback_data": "x"}),
            "inline keyboard button text must be non-empty",
            id="empty-label",
        ),
        pytest.param(
            keyboard(button(url="not a url")),
            "inline keyboard button URL 'not a url' is invalid: Wrong HTTP URL",
            id="bad-address",
        ),
        pytest.param(
            keyboard(button(copy_text={"text": "x" * 257})), "BUTTON_COPY_TEXT_INVALID", id="copy"
        ),
        pytest.param(
            keyboard(button(web_app={"url": "https://example.org/"}), chat=GROUP),
            "BUTTON_TYPE_INVALID",
            id="mini-app-in-a-group",
        ),
        pytest.param(
            keyboard(button(callback_data="x", style="loud")),
            "can't parse inline keyboard button: invalid button style specified",
            id="style",
        ),
        pytest.param(
            message(reply_markup={"inline_keyboard": [[button(callback_data="x")]] * 101}),
            "reply markup is too long",
            id="101-buttons",
        ),
        pytest.param(message(reply_markup=[]), "object expected as reply markup", id="an-array"),
        pytest.param(
            message(reply_markup="{"),
            "can't parse reply keyboard markup JSON object",
            id="half-a-keyboard",
        ),
    ],
)
async def test_keyboards_are_refused(row: dict[str, Any], words: str) -> None:
    assert await refuse("sendMessage", row) == f"Bad Request: {words}"


def edit(message_id: Any, text: str = "Other", **more: Any) -> dict[str, Any]:
    return {"chat_id": PRIVATE, "message_id": message_id, "text": text, **more}


SAME_KEYBOARD = {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}


@pytest.mark.parametrize(
    ("method", "row", "words"),
    [
        pytest.param(
            "editMessageText",
            edit(MINE, "Hello", reply_markup=SAME_KEYBOARD),
            NOT_MODIFIED,
            id="edit-to-the-same",
        ),
        pytest.param("editMessageText", edit(99), "message to edit not found", id="edit-nothing"),
        pytest.param("editMessageText", edit(THEIRS), "message can't be edited", id="edit-theirs"),
        pytest.param(
            "editMessageText",
            {"text": "x"},
            "message identifier is not specified",
            id="edit-no-message",
        ),
        pytest.param(
            "editMessageText",
            {"inline_message_id": "1", "text": "x"},
            "MESSAGE_ID_INVALID",
            id="edit-no-inline-message",
        ),
        pytest.param(
            "editMessageReplyMarkup",
            {"chat_id": PRIVATE, "message_id": MINE, "reply_markup": SAME_KEYBOARD},
            NOT_MODIFIED,
            id="same-keyboard",
        ),
        pytest.param(
            "editMessageCaption",
            {"chat_id": PRIVATE, "message_id": MINE, "caption": "x"},
            "there is no caption in the message to edit",
            id="no-caption",
        ),
        pytest.param(
            "editMessageMedia",
            {
                "chat_id": PRIVATE,
                "message_id": MINE,
                "media": {"type": "photo", "media": "file1"},
            },
            "there is no media in the message to edit",
            id="no-media",
        ),
        pytest.param(
            "deleteMessage",
            {"chat_id": PRIVATE, "message_id": 99},
            "message to delete not found",
            id="delete-nothing",
        ),
        pytest.param("answerCallbackQuery", {"callback_query_id": "1"}, TOO_OLD, id="no-press"),
        pytest.param("answerCallbackQuery", {}, TOO_OLD, id="press-without-id"),
        pytest.param(
            "answerCallbackQuery",
            {"callback_query_id": PRESS, "text": "x" * 201},
            "MESSAGE_TOO_LONG",
            id="long-toast",
        ),
        pytest.param(
            "sendMessageDraft",
            {"chat_id": GROUP, "draft_id": 1, "text": "x"},
            "TEXTDRAFT_PEER_INVALID",
            id="draft-in-a-group",
        ),
        pytest.param(
            "sendMessageDraft",
            {"chat_id": PRIVATE, "draft_id": 1, "text": "x" * 4097},
            "message is too long",
            id="long-draft",
        ),
        pytest.param(
            "sendChatAction",
            {"chat_id": PRIVATE, "action": "sleeping"},
            "wrong parameter action in request",
            id="action",
        ),
        pytest.param(
            "setMessageReaction",
            {
                "chat_id": PRIVATE,
                "message_id": THEIRS,
                "reaction": [{"type": "emoji", "emoji": "✅"}],
            },
            "REACTION_INVALID",
            id="reaction",
        ),
        pytest.param(
            "setMessageReaction",
            {"chat_id": PRIVATE, "message_id": 99},
            "message to react not found",
            id="react-to-nothing",
        ),
        pytest.param("getFile", {"file_id": "none"}, "invalid file_id", id="file"),
        pytest.param(
            "sendDocument",
            {"chat_id": PRIVATE},
            "there is no document in the request",
            id="no-document",
        ),
        pytest.param(
            "setMyCommands",
            {"commands": [{"command": "Ask", "description": "x"}]},
            "BOT_COMMAND_INVALID",
            id="command-name",
        ),
        pytest.param(
            "setMyShortDescription",
            {"short_description": "x" * 121},
            "short description is too long",
            id="short-description",
        ),
        pytest.param(
            "setMyCommands",
            {"commands": [], "scope": {"type": "everybody"}},
            "can't parse BotCommandScopeDefault: unsupported type specified",
            id="scope",
        ),
        pytest.param(
            "setMyCommands",
            {"commands": [], "scope": {"type": "chat", "chat_id": 99}},
            "chat not found",
            id="scope-of-a-stranger",
        ),
        pytest.param(
            "getChatAdministrators",
            {"chat_id": PRIVATE},
            "there are no administrators in the private chat",
            id="administrators",
        ),
        pytest.param(
            "pinChatMessage",
            {"chat_id": PRIVATE},
            "message identifier is not specified",
            id="a-method-without-a-function",
        ),
        pytest.param(
            "setWebhook",
            {"url": "http://example.org/"},
            "bad webhook: An HTTPS URL must be provided for webhook",
            id="webhook",
        ),
        pytest.param(
            "answerInlineQuery",
            {
                "inline_query_id": "1",
                "results": [
                    {
                        "type": "article",
                        "id": "1",
                        "title": "x",
                        "input_message_content": {"message_text": "x"},
                    }
                ]
                * 2,
            },
            "RESULT_ID_DUPLICATE",
            id="same-result-twice",
        ),
    ],
)
async def test_other_calls_are_refused(method: str, row: dict[str, Any], words: str) -> None:
    assert await refuse(method, row) == f"Bad Request: {words}"


async def test_a_press_is_answered_once_and_in_time() -> None:
    async with TelegramServer() as server:
        chat = server.private_chat(server.user())
        row = keyboard(button(callback_data="x")) | {"chat_id": chat.id}
        await ask(server, "sendMessage", row)
        first, late = (server.press(chat.messages[-1], "Go") for _ in range(2))
        answers = [
            await ask(server, "answerCallbackQuery", {"callback_query_id": first.id})
            for _ in range(2)
        ]
        server.clock.advance(16)
        answers.append(await ask(server, "answerCallbackQuery", {"callback_query_id": late.id}))
    assert [answer["ok"] for answer in answers] == [True, False, False]
    assert answers[2]["description"] == f"Bad Request: {TOO_OLD}"


async def test_old_and_foreign_messages_are_not_deleted() -> None:
    async with TelegramServer() as server:
        ada = server.user()
        chat, group = server.private_chat(ada), server.group(members=[ada])
        old, foreign = server.send(chat, "old"), server.send(group, "foreign")
        server.clock.advance(49 * 3600)
        young = server.send(chat, "young")
        said = [
            (await ask(server, "deleteMessage", {"chat_id": m.chat.id, "message_id": m.id})).get(
                "description", "deleted"
            )
            for m in (old, young)
        ]
        server.clock.advance(-49 * 3600)
        row = {"chat_id": group.id, "message_id": foreign.id}
        said.append((await ask(server, "deleteMessage", row))["description"])
    assert said == [
        "Bad Request: message can't be deleted for everyone",
        "deleted",
        "Bad Request: message can't be deleted",
    ]


async def test_an_unknown_parameter_is_written_down() -> None:
    async with TelegramServer() as server:
        chat = server.private_chat(server.user())
        await ask(server, "sendMessage", {"chat_id": chat.id, "text": "x", "txt": "y"})
        assert [oddity.what for oddity in server.oddities] == ["unknown parameter 'txt'"]
