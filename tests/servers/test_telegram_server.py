"""The test server as a bot sees it: an unmodified python-telegram-bot over HTTP."""

import asyncio
import io
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import httpx
import pytest
import pytest_asyncio
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    MessageEntity,
    ReplyParameters,
    Update,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    MessageReactionHandler,
    filters,
)

from tests.servers.telegram import (
    Clock,
    DropAfter,
    DropBefore,
    Fault,
    HeldReply,
    MalformedJson,
    ServerError,
    TelegramServer,
    TooManyRequests,
    as_text,
)
from tests.servers.telegram.console import talk

Callback = Callable[..., Awaitable[object]]


@pytest.fixture(autouse=True)
def _new_kind_of_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it the library warns at every RetryAfter that the type of its seconds will change."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest_asyncio.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as running_server:
        yield running_server


@pytest_asyncio.fixture
async def bot(server: TelegramServer) -> AsyncIterator[Bot]:
    async with connect(server) as connected:
        yield connected


def connect(server: TelegramServer, token: str = "") -> Bot:
    return Bot(token or server.token, base_url=server.base_url, base_file_url=server.base_file_url)


@asynccontextmanager
async def polling(server: TelegramServer, *handlers: object) -> AsyncIterator[Application]:
    """A bot at work, as `run_polling` runs it."""
    builder = ApplicationBuilder().token(server.token)
    builder = builder.base_url(server.base_url).base_file_url(server.base_file_url)
    application = builder.build()
    for handler in handlers:
        application.add_handler(handler)
    async with application:
        await application.start()
        await application.updater.start_polling(timeout=5, allowed_updates=Update.ALL_TYPES)
        try:
            yield application
        finally:
            await application.updater.stop()
            await application.stop()


async def echo(update: Update, _: object) -> None:
    await update.effective_message.reply_text(update.effective_message.text)


# What a person and a bot do with each other


async def test_a_command_is_answered_by_a_polling_application(server: TelegramServer) -> None:
    async def start(update: Update, context: object) -> None:
        await update.message.reply_text(f"Hola {update.effective_user.first_name} {context.args}")

    chat = server.private_chat(server.user("Ada", language="es"))
    async with polling(server, CommandHandler("start", start)):
        server.send(chat, "/start article-7")
        await server.until_sent(chat, 1)
    assert chat.messages[-1].text == "Hola Ada ['article-7']"
    assert server.oddities == []


async def test_a_stopped_application_leaves_nothing_unconfirmed(server: TelegramServer) -> None:
    chat = server.private_chat(server.user())
    async with polling(server, MessageHandler(filters.TEXT, echo)):
        server.send(chat, "one")
        await server.until_sent(chat, 1)
    assert server.updates.pending == ()


async def test_a_pressed_button_is_answered_and_its_message_edited(server: TelegramServer) -> None:
    async def ask(update: Update, _: object) -> None:
        keyboard = [[InlineKeyboardButton("More", callback_data="more:1")]]
        await update.message.reply_text("Short", reply_markup=InlineKeyboardMarkup(keyboard))

    async def more(update: Update, _: object) -> None:
        await update.callback_query.answer("Here it is")
        await update.callback_query.edit_message_text("Long")

    chat = server.private_chat(server.user())
    async with polling(server, CommandHandler("ask", ask), CallbackQueryHandler(more)):
        server.send(chat, "/ask")
        await server.until_sent(chat, 1)
        press = server.press(chat.messages[-1], "More")
        await server.until(lambda: chat.messages[-1].edited, what="an edit")
    message = chat.messages[-1]
    assert (message.text, message.buttons, press.toast) == ("Long", [], "Here it is")
    assert message.editions[0].formatted.text == "Short"


async def test_an_edited_message_arrives_as_one(server: TelegramServer) -> None:
    seen: list[str] = []

    async def note(update: Update, _: object) -> None:
        seen.append(update.edited_message.text if update.edited_message else "new")
        await update.effective_message.reply_text("noted")

    chat = server.private_chat(server.user())
    async with polling(server, MessageHandler(filters.TEXT, note)):
        question = server.send(chat, "who?")
        await server.until_sent(chat, 1)
        server.edit(question, "who claimed it?")
        await server.until_sent(chat, 2)
    assert seen == ["new", "who claimed it?"]


async def test_a_document_can_be_fetched(server: TelegramServer) -> None:
    fetched: list[bytes] = []

    async def take(update: Update, _: object) -> None:
        file = await update.message.document.get_file()
        fetched.append(bytes(await file.download_as_bytearray()))
        await update.message.reply_text("read")

    chat = server.private_chat(server.user())
    async with polling(server, MessageHandler(filters.Document.ALL, take)):
        server.send_file(chat, "artículo.txt", b"\x00\r\nISIS claimed \xff", caption="Add this")
        await server.until_sent(chat, 1)
    assert fetched == [b"\x00\r\nISIS claimed \xff"]


async def test_a_file_that_the_bot_sends_is_stored_as_it_is(
    server: TelegramServer, bot: Bot
) -> None:
    chat = server.private_chat(server.user())
    content = b"--\r\n\x00\xff--boundary\r\n"
    await bot.send_document(chat.id, content, filename="claims.csv", caption="<3 &")
    stored = server.world.files[chat.messages[-1].attachment.file_id].upload
    assert (stored.name, stored.content) == ("claims.csv", content)
    assert as_text(chat.messages[-1]) == "[document: claims.csv]\n<3 &"


async def test_inline_queries_and_reactions_reach_the_bot(server: TelegramServer) -> None:
    async def find(update: Update, _: object) -> None:
        content = InputTextMessageContent("ISIS claimed responsibility.")
        result = InlineQueryResultArticle("q1", "Who claimed it?", content)
        await update.inline_query.answer([result], is_personal=True)

    async def react(update: Update, _: object) -> None:
        emoji = [each.emoji for each in update.message_reaction.new_reaction]
        await update.effective_chat.send_message(f"Noted: {emoji}")

    ada = server.user()
    chat = server.private_chat(ada)
    async with polling(
        server, InlineQueryHandler(find), MessageReactionHandler(react)
    ) as application:
        query = server.inline_query(ada, "who claimed")
        await server.until(lambda: query.results is not None, what="results")
        sent = await application.bot.send_message(chat.id, "Was it right?")
        server.react(chat.find_message(sent.message_id), "👍")
        await server.until_sent(chat, 2)
    assert [row["id"] for row in query.results] == ["q1"]
    assert chat.messages[-1].text == "Noted: ['👍']"


@pytest.mark.parametrize(
    ("text", "delivered"),
    [
        pytest.param("/ask who?", True, id="command"),
        pytest.param("/ask@whosaid_test_bot who?", True, id="own-command"),
        pytest.param("/ask@other_bot who?", False, id="another-bots-command"),
        pytest.param("@whosaid_test_bot who?", True, id="mention"),
        pytest.param("who?", False, id="chatter"),
    ],
)
async def test_privacy_mode_keeps_chatter_in_groups_from_the_bot(
    server: TelegramServer, text: str, delivered: bool
) -> None:
    group = server.group("News", members=[server.user()])
    server.send(group, text)
    assert bool(server.updates.pending) is delivered


async def test_a_reply_to_the_bot_in_a_group_reaches_it(server: TelegramServer, bot: Bot) -> None:
    group = server.group("News", members=[server.user()])
    await bot.send_message(group.id, "An answer")
    server.send(group, "and why?", reply_to=group.messages[-1])
    updates = await bot.get_updates()
    assert updates[0].message.reply_to_message.text == "An answer"


async def test_a_message_shows_its_entities_and_buttons(server: TelegramServer, bot: Bot) -> None:
    chat = server.private_chat(server.user())
    text = "😀 ISIS claimed it.\n“Nobody\nelse did”\nSource"
    entities = [
        MessageEntity("bold", 3, 4),
        MessageEntity("expandable_blockquote", 20, 17),
        MessageEntity("text_link", 38, 6, url="https://example.org/a"),
    ]
    keyboard = InlineKeyboardMarkup.from_row(
        [InlineKeyboardButton(str(n), callback_data=str(n)) for n in (1, 2)]
    )
    await bot.send_message(chat.id, text, entities=entities, reply_markup=keyboard)
    assert as_text(chat.messages[-1]) == (
        "😀 **ISIS** claimed it.\n"
        "┃ “Nobody\n"
        "┃ else did” ⌄\n"
        "[Source](https://example.org/a)\n"
        "[ 1 ] [ 2 ]"
    )


async def test_what_telegram_loses_in_silence_is_written_down(
    server: TelegramServer, bot: Bot
) -> None:
    chat = server.private_chat(server.user())
    link = MessageEntity("text_link", 0, 6, url="javascript:alert(1)")
    await bot.send_message(chat.id, "Source\u202e", entities=[link])
    assert (chat.messages[-1].text, chat.messages[-1].entities) == ("Source", ())
    assert [oddity.what for oddity in server.oddities] == [
        "link dropped: 'javascript:alert(1)'",
        "characters taken out or replaced",
    ]


async def test_links_that_nobody_asked_for_are_seen(server: TelegramServer, bot: Bot) -> None:
    chat = server.private_chat(server.user())
    await bot.send_message(chat.id, "See evil.com, /start or @someone; not 3.5 or a.b")
    message = chat.messages[-1]
    assert [message.words(entity) for entity in message.found] == ["evil.com", "/start", "@someone"]


async def test_a_reply_quotes_a_message_word_for_word(server: TelegramServer, bot: Bot) -> None:
    channel = server.channel("Wire", username="wire")
    post = server.send(channel, "ISIS claimed it. Nobody else did.")
    chat = server.private_chat(server.user())
    reply = ReplyParameters(post.id, chat_id=channel.id, quote="Nobody else did.")
    sent = await bot.send_message(chat.id, "As the post says:", reply_parameters=reply)
    assert (sent.quote.text, sent.quote.position) == ("Nobody else did.", 17)
    wrong = ReplyParameters(post.id, chat_id=channel.id, quote="Somebody else did.")
    with pytest.raises(BadRequest, match=r"(?i)QUOTE_TEXT_INVALID"):
        await bot.send_message(chat.id, "As the post says:", reply_parameters=wrong)


async def test_a_draft_is_shown_until_the_message_or_for_thirty_seconds(
    server: TelegramServer, bot: Bot
) -> None:
    chat = server.private_chat(server.user())
    await bot.send_message_draft(chat.id, 7, "ISIS cl")
    await bot.send_message_draft(chat.id, 7, "ISIS claimed it.")
    assert chat.draft_at(server.clock.now()).formatted.text == "ISIS claimed it."
    server.clock.advance(31)
    assert chat.draft_at(server.clock.now()) is None
    await bot.send_message_draft(chat.id, 8, "Again")
    await bot.send_message(chat.id, "Again.")
    assert chat.draft_at(server.clock.now()) is None


async def test_profile_commands_and_descriptions_are_kept_by_language(
    server: TelegramServer, bot: Bot
) -> None:
    await bot.set_my_commands([BotCommand("ask", "Ask")])
    await bot.set_my_commands([BotCommand("ask", "Preguntar")], language_code="es")
    await bot.set_my_description("Answers", language_code="en")
    assert (await bot.get_my_commands(language_code="es"))[0].description == "Preguntar"
    assert (await bot.get_my_description("en")).description == "Answers"
    assert (await bot.get_my_description("de")).description == ""


async def test_chats_and_members_are_described(server: TelegramServer, bot: Bot) -> None:
    ada, ben = server.user("Ada"), server.user("Ben")
    group = server.group("News", members=[ada, ben])
    assert (await bot.get_chat(group.id)).title == "News"
    assert (await bot.get_chat_member(group.id, ada.id)).status == "creator"
    assert [m.user.first_name for m in await bot.get_chat_administrators(group.id)] == ["Ada"]
    assert await bot.get_chat_member_count(group.id) == 3


async def test_methods_without_a_function_of_their_own_are_answered_plausibly(
    server: TelegramServer, bot: Bot
) -> None:
    chat = server.private_chat(server.user())
    assert (await bot.get_user_profile_photos(chat.id)).total_count == 0
    assert (await bot.get_my_star_balance()).amount == 0
    assert await bot.pin_chat_message(chat.id, 1)
    assert (await bot.send_location(chat.id, 55.8, 37.4)).chat.id == chat.id


async def test_a_reaction_is_set_and_the_typing_action_seen(
    server: TelegramServer, bot: Bot
) -> None:
    chat = server.private_chat(server.user())
    question = server.send(chat, "who?")
    await bot.send_chat_action(chat.id, "typing")
    await bot.set_message_reaction(chat.id, question.id, "👀")
    assert [action.name for action in chat.actions] == ["typing"]
    assert question.reactions[server.bot.id] == [{"type": "emoji", "emoji": "👀"}]


# Updates


async def test_an_update_stays_until_a_higher_offset_confirms_it(
    server: TelegramServer, bot: Bot
) -> None:
    chat = server.private_chat(server.user())
    for text in ("one", "two", "three"):
        server.send(chat, text)
    first = await bot.get_updates(limit=1)
    again = await bot.get_updates()
    rest = await bot.get_updates(offset=first[0].update_id + 1)
    assert [update.message.text for update in again] == ["one", "two", "three"]
    assert [update.message.text for update in rest] == ["two", "three"]
    assert server.updates.confirmed == [first[0].update_id]


async def test_a_negative_offset_forgets_everything_older(server: TelegramServer, bot: Bot) -> None:
    chat = server.private_chat(server.user())
    for text in ("one", "two", "three"):
        server.send(chat, text)
    last = await bot.get_updates(offset=-1)
    assert [update.message.text for update in last] == ["three"]
    assert len(server.updates.pending) == 1


async def test_a_long_poll_ends_when_something_happens(server: TelegramServer, bot: Bot) -> None:
    chat = server.private_chat(server.user())
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await server.until(lambda: len(server.calls("getUpdates")) == 1, what="a poll")
    server.send(chat, "now")
    assert [update.message.text for update in await poll] == ["now"]


async def test_the_second_of_two_pollers_wins(server: TelegramServer, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await server.until(lambda: len(server.calls("getUpdates")) == 1, what="a poll")
    async with connect(server) as other:
        second = asyncio.create_task(other.get_updates(timeout=30))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        server.send(server.private_chat(server.user()), "hello")
        assert len(await second) == 1


async def test_kinds_that_were_not_asked_for_do_not_come(server: TelegramServer, bot: Bot) -> None:
    chat = server.private_chat(server.user())
    await bot.get_updates(allowed_updates=["callback_query"])
    server.send(chat, "unheard")
    assert (await bot.get_updates(), server.updates.refused) == ((), ["message"])


async def test_updates_can_be_repeated_reordered_and_dropped(
    server: TelegramServer, bot: Bot
) -> None:
    chat = server.private_chat(server.user())
    with server.updates.held():
        for text in ("one", "two", "three"):
            server.send(chat, text)
        assert await bot.get_updates() == ()
        server.updates.reorder([2, 0, 1])
        server.updates.drop(server.updates.pending[1])
    batch = await bot.get_updates()
    assert [update.message.text for update in batch] == ["three", "two"]
    server.updates.repeat(server.updates.history[2])
    repeated = await bot.get_updates(offset=batch[-1].update_id + 1)
    assert [update.update_id for update in repeated] == [batch[-1].update_id]
    assert await bot.get_updates(offset=repeated[0].update_id + 1) == ()


async def test_updates_go_to_a_webhook_until_it_takes_them(
    server: TelegramServer, bot: Bot
) -> None:
    taken: list[tuple[str, str]] = []

    async def hook(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(head.partition("content-length: ")[2].partition("\r\n")[0])
        body = (await reader.readexactly(length)).decode()
        taken.append((head, body))
        status = "200 OK" if len(taken) > 1 else "503 Busy"
        writer.write(
            f"HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n".encode()
        )
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    listener = await asyncio.start_server(hook, "127.0.0.1", 0)
    async with listener:
        port = listener.sockets[0].getsockname()[1]
        await bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token="s3cret")
        with pytest.raises(Conflict, match="webhook is active"):
            await bot.get_updates()
        server.send(server.private_chat(server.user()), "by webhook")
        await server.until(lambda: bool(server.updates.confirmed), what="a delivery")
    assert len(taken) == 2
    assert taken[0][1] == taken[1][1]
    assert "x-telegram-bot-api-secret-token: s3cret" in taken[1][0]
    assert (await bot.get_webhook_info()).last_error_message.endswith("503")


# Faults


@pytest.mark.parametrize(
    ("fault", "error", "arrived"),
    [
        pytest.param(TooManyRequests(retry_after=7), RetryAfter, False, id="429"),
        pytest.param(ServerError(), NetworkError, False, id="500"),
        pytest.param(ServerError(502), NetworkError, False, id="gateway"),
        pytest.param(DropBefore(), NetworkError, False, id="cut-before"),
        pytest.param(DropAfter(), NetworkError, True, id="cut-after"),
        pytest.param(MalformedJson(), TelegramError, True, id="half-an-answer"),
    ],
)
async def test_a_fault_hits_the_request_it_is_meant_for(
    server: TelegramServer, bot: Bot, fault: Fault, error: type[TelegramError], arrived: bool
) -> None:
    chat = server.private_chat(server.user())
    server.faults.add("sendMessage", fault, skip=1)
    await bot.send_message(chat.id, "spared")
    with pytest.raises(error):
        await bot.send_message(chat.id, "hit")
    await bot.send_message(chat.id, "spared again")
    texts = ["spared", "hit", "spared again"] if arrived else ["spared", "spared again"]
    assert [message.text for message in chat.messages] == texts
    assert [request.done for request in server.calls("sendMessage")] == [True, arrived, True]


async def test_a_message_is_there_although_its_answer_is_late(
    server: TelegramServer, bot: Bot
) -> None:
    chat = server.private_chat(server.user())
    held = HeldReply()
    server.faults.add("sendMessage", held)
    with pytest.raises(TimedOut):
        await bot.send_message(chat.id, "there", read_timeout=0.05)
    assert [message.text for message in chat.messages] == ["there"]
    held.release()


async def test_polling_survives_cut_connections(server: TelegramServer) -> None:
    chat = server.private_chat(server.user())
    server.faults.add("getUpdates", DropAfter())
    async with polling(server, MessageHandler(filters.TEXT, echo)):
        server.send(chat, "still there?")
        await server.until_sent(chat, 1)
    assert [message.text for message in chat.from_bot] == ["still there?"]


async def test_rates_are_written_down(server: TelegramServer, bot: Bot) -> None:
    group = server.group("News", members=[server.user()])
    for number in range(6):
        await bot.send_message(group.id, str(number))
    assert [excess.rate for excess in server.limits.excesses] == ["chat"]
    assert len(group.messages) == 6


@pytest.mark.parametrize(
    ("chats", "each", "pause", "rate"),
    [
        pytest.param(31, 1, 0, "overall", id="30-a-second"),
        pytest.param(1, 6, 0, "chat", id="1-a-second-after-a-burst"),
        pytest.param(1, 21, 1.5, "group", id="20-a-minute"),
    ],
)
async def test_rates_are_enforced_by_setting(
    chats: int, each: int, pause: float, rate: str
) -> None:
    # The server's clock stands still but for the pauses, so that a slow machine changes nothing.
    async with (
        TelegramServer(enforce_limits=True, clock=Clock(lambda: 1_700_000_000.0)) as server,
        connect(server) as bot,
    ):
        groups = [server.group(str(n), members=[server.user()]) for n in range(chats)]
        for number in range(each * chats - 1):
            await bot.send_message(groups[number % chats].id, str(number))
            server.clock.advance(pause)
        with pytest.raises(RetryAfter):
            await bot.send_message(groups[-1].id, "too early")
        assert [excess.rate for excess in server.limits.excesses] == [rate]
        server.clock.advance(server.limits.excesses[0].retry_after)
        await bot.send_message(groups[-1].id, "in time")


# Who may not


async def test_a_blocked_bot_may_not_write(server: TelegramServer, bot: Bot) -> None:
    chat = server.private_chat(server.user())
    server.block(chat)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(chat.id, "hello?")
    server.unblock(chat)
    await bot.send_message(chat.id, "back")
    statuses = [u.my_chat_member.new_chat_member.status for u in await bot.get_updates()]
    assert statuses == ["kicked", "member"]


async def test_a_group_that_moved_names_its_new_id(server: TelegramServer, bot: Bot) -> None:
    group = server.group("News", members=[server.user()], kind="group")
    new = server.migrate(group)
    with pytest.raises(ChatMigrated) as raised:
        await bot.send_message(group.id, "hello")
    assert raised.value.new_chat_id == new.id


async def test_another_token_is_refused(server: TelegramServer) -> None:
    stranger = connect(server, "654321:other")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()


async def test_a_method_that_does_not_exist_is_not_found(server: TelegramServer) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(f"{server.base_url}{server.token}/sendMesage", json={})
    assert (answer.status_code, answer.json()["description"]) == (
        404,
        "Not Found: method not found",
    )


async def test_parameters_may_come_as_json_form_or_address(server: TelegramServer) -> None:
    chat = server.private_chat(server.user())
    url = f"{server.base_url}{server.token}/SENDmessage"
    row = {"chat_id": chat.id, "text": "one"}
    async with httpx.AsyncClient(trust_env=False) as client:
        for answer in (
            await client.post(url, json=row),
            await client.post(url, data=row),
            await client.get(url, params=row),
        ):
            assert answer.json()["result"]["text"] == "one"


# By hand


class Screen(io.StringIO):
    """Lets those who wait look again whenever something is shown."""

    def __init__(self, server: TelegramServer) -> None:
        super().__init__()
        self._server = server

    def write(self, text: str) -> int:
        written = super().write(text)
        self._server.world.changes.announce()
        return written


async def typed(server: TelegramServer, out: Screen) -> AsyncIterator[str]:
    """What a person types, who waits for each answer."""
    yield "who?\n"
    await server.until(lambda: "An answer" in out.getvalue(), what="an answer")
    yield ":press why\n"
    yield ":press 1\n"
    await server.until(lambda: "Because" in out.getvalue(), what="an edit")
    yield ":quit\n"


async def test_the_console_sends_lines_and_shows_what_the_bot_writes(
    server: TelegramServer,
) -> None:
    async def ask(update: Update, _: object) -> None:
        keyboard = [[InlineKeyboardButton("Why", callback_data="why")]]
        await update.message.reply_text("An answer", reply_markup=InlineKeyboardMarkup(keyboard))

    async def why(update: Update, _: object) -> None:
        await update.callback_query.answer()
        await update.callback_query.edit_message_text("Because")

    out = Screen(server)
    async with polling(server, MessageHandler(filters.TEXT, ask), CallbackQueryHandler(why)):
        await talk(server, "Ada", "en", typed(server, out), out)
    assert out.getvalue() == (
        "\nWhoSaid wrote:\nAn answer\n[ Why ]\n"
        "There is no button 'why'; there are: Why.\n"
        "\nWhoSaid changed:\nBecause\n"
    )
