"""What a reader meets, over HTTP, from the first press to the passage."""

import asyncio
from dataclasses import replace

import pytest

from bot.telegram.limiter import Limiter
from bot.texts import EXAMPLES, LANGUAGES, load_texts
from knowledge.answering.answer import Answer, Outcome
from tests.bot.samples import ARTICLE, DENIAL, SIGHTING, TEXT, answer, bare, cite, refusal
from tests.bot.telegram.conftest import Running
from tests.bot.telegram.fakes import BrokenError
from tests.servers.telegram import Chat, TelegramServer


def reader(server: TelegramServer, language: str = "en") -> Chat:
    return server.private_chat(server.user("Ada", language=language))


async def test_start_introduces_an_ai_in_the_readers_language_with_three_examples(
    server: TelegramServer, bot: Running
) -> None:
    chats = {language: reader(server, language) for language in LANGUAGES}
    async with bot.running():
        for chat in chats.values():
            server.send(chat, "/start")
        for chat in chats.values():
            await server.until_sent(chat, 1)
    for language, chat in chats.items():
        texts, message = load_texts(language), chat.from_bot[0]
        assert message.text == texts("start")
        assert [button.text for button in message.buttons] == [texts(key) for key in EXAMPLES]
    assert server.oddities == []


async def test_an_example_is_answered_under_its_own_words(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server, "es")
    question = load_texts("es")("example-2")
    async with bot.running():
        server.send(chat, "/start")
        await server.until_sent(chat, 1)
        press = server.press(chat.from_bot[0], question)
        await server.until_sent(chat, 2, timeout_seconds=8)
    assert press.answer is not None
    assert bot.answerer.asked == [(question, "")]
    assert question in chat.from_bot[1].text


async def test_a_question_is_answered_with_its_quotes_as_quotations(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    bot.answerer.replies["Was oil spilt?"] = answer(DENIAL, SIGHTING, outcome=Outcome.DISPUTED)
    gate = bot.answerer.hold("Was oil spilt?")
    async with bot.running():
        server.send(chat, "Was oil spilt?")
        await server.until(lambda: chat.actions, what="the typing line")
        gate.set()
        await server.until_sent(chat, 1)
    message = chat.from_bot[0]
    quoted = [message.words(e) for e in message.entities if e.type == "blockquote"]
    assert quoted == [
        "The mayor denies that oil was spilt. ¹",
        "“I saw the oil myself,” said Rosa Peña, a fisher. ²",
    ]
    bold = [message.words(e) for e in message.entities if e.type == "bold"]
    assert bold == ["⚖ Disputed", "The mayor", "Rosa Peña"]
    assert [[button.text for button in row] for row in message.rows] == [
        ["1", "2"],
        ["⚖ Who says what"],
        ["👍", "👎", "Share"],
    ]
    assert message.link_preview == {"is_disabled": True}
    assert [action.name for action in chat.actions] == ["typing"]
    assert server.oddities == []


async def test_the_first_answer_in_a_chat_says_that_an_ai_gives_it_and_the_second_does_not(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    async with bot.running():
        server.send(chat, "one")
        server.send(chat, "two")
        await server.until_sent(chat, 2)
    notice = load_texts("en")("first-contact")
    assert [notice in message.text for message in chat.from_bot] == [True, False]


async def test_a_question_is_asked_with_the_one_before_it_in_the_same_chat(
    server: TelegramServer, bot: Running
) -> None:
    chat, other = reader(server), reader(server)
    async with bot.running():
        server.send(chat, "Was oil spilt?")
        await server.until_sent(chat, 1)
        server.send(other, "Who says so?")
        await server.until_sent(other, 1)
        server.send(chat, "And when?")
        await server.until_sent(chat, 2)
    assert bot.answerer.asked == [
        ("Was oil spilt?", ""),
        ("Who says so?", ""),
        ("And when?", "Was oil spilt?"),
    ]


async def test_a_refusal_names_the_nearest_passage_as_that_and_has_no_buttons(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    bot.answerer.replies["match"] = refusal(cite("Nobody was hurt."))
    async with bot.running():
        server.send(chat, "match")
        await server.until_sent(chat, 1)
    message = chat.from_bot[0]
    assert load_texts("en")("not-in-articles") in message.text
    assert f"{load_texts('en')('nearest')}\nNobody was hurt." in message.text
    assert message.buttons == []


async def test_a_number_opens_the_quote_in_its_article(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    async with bot.running():
        server.send(chat, "Was oil spilt?")
        await server.until_sent(chat, 1)
        press = server.press(chat.from_bot[0], "1")
        await server.until_sent(chat, 2)
    opened = chat.from_bot[1]
    assert press.toast == ""
    assert opened.reply_to is chat.from_bot[0]
    assert TEXT in opened.text
    marked = [opened.words(e) for e in opened.entities if e.type == "bold"]
    assert marked == ["Harbour closed", "The mayor denies that oil was spilt."]
    links = [e.url for e in opened.entities if e.type == "text_link"]
    assert links[-1] == (
        "https://coast.example/harbour#:~:text=The%20mayor%20denies%20that%20oil%20was%20spilt."
    )


async def test_a_quote_that_its_article_has_no_more_is_not_shown(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    async with bot.running():
        server.send(chat, "Was oil spilt?")
        await server.until_sent(chat, 1)
        bot.shelf.article = None
        server.press(chat.from_bot[0], "1")
        await server.until_sent(chat, 2)
    assert chat.from_bot[1].text == load_texts("en")("quote-gone")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("q.abc.1.AAAAAAAAAAAAAAAA", id="forged-signature"),
        pytest.param("old-format", id="unknown-form"),
        pytest.param("\u202e\x00", id="garbage"),
    ],
)
async def test_a_button_that_was_not_made_here_gets_a_kind_toast(
    server: TelegramServer, bot: Running, data: str
) -> None:
    chat = reader(server, "fr")
    async with bot.running():
        server.send(chat, "/help")
        await server.until_sent(chat, 1)
        press = server.press_data(chat.from_bot[0], data)
        await server.until_called("answerCallbackQuery")
    assert press.toast == load_texts("fr")("button-unusable")
    assert len(chat.from_bot) == 1


async def test_a_button_of_another_chat_opens_nothing(server: TelegramServer, bot: Running) -> None:
    chat, stranger = reader(server), reader(server)
    async with bot.running():
        server.send(chat, "Was oil spilt?")
        server.send(stranger, "/help")
        await server.until_sent(chat, 1)
        await server.until_sent(stranger, 1)
        data = chat.from_bot[0].buttons[0].data
        press = server.press_data(stranger.from_bot[0], data)
        await server.until_called("answerCallbackQuery")
    assert press.toast == load_texts("en")("button-unusable")
    assert len(stranger.from_bot) == 1


async def test_what_is_no_text_gets_one_kind_sentence(server: TelegramServer, bot: Running) -> None:
    kinds = ("photo", "voice", "sticker", "document", "video_note", "animation", "audio")
    chats = {kind: reader(server, "de") for kind in kinds}
    async with bot.running():
        for kind, chat in chats.items():
            server.send_file(chat, "thing", b"...", kind=kind)
        for chat in chats.values():
            await server.until_sent(chat, 1)
    assert {chat.from_bot[0].text for chat in chats.values()} == {load_texts("de")("only-text")}


async def test_an_album_gets_one_sentence_in_all(server: TelegramServer, bot: Running) -> None:
    chat = reader(server)
    photo = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}
    async with bot.running():
        for _ in range(3):
            server.push_update("message", _bare_message(chat) | photo | {"media_group_id": "7"})
        server.send(chat, "/help")
        await server.until_sent(chat, 2)
    texts = load_texts("en")
    assert [m.text for m in chat.from_bot] == [texts("only-text"), texts("help")]


async def test_channel_posts_service_messages_and_edits_of_no_question_are_passed_over(
    server: TelegramServer, bot: Running
) -> None:
    chat, channel = reader(server), server.channel()
    async with bot.running():
        message = server.send(chat, "/help")
        await server.until_sent(chat, 1)
        server.edit(message, "changed")
        server.edit(server.send(channel, "a post"), "a changed post")
        timer = {"message_auto_delete_timer_changed": {"message_auto_delete_time": 60}}
        server.push_update("message", _bare_message(chat) | timer)
        server.send(chat, "two")
        await server.until_sent(chat, 2)
    assert [text for text, _ in bot.answerer.asked] == ["two"]


async def test_an_edited_question_is_answered_anew_in_place(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    bot.answerer.replies["Who saw it?"] = answer(SIGHTING)
    async with bot.running():
        message = server.send(chat, "Was oil spilt?")
        await server.until_sent(chat, 1)
        first = chat.from_bot[0].text
        server.edit(message, "Who saw it?")
        await server.until(lambda: chat.from_bot[0].edited)
        press = server.press(chat.from_bot[0], "1")
        await server.until_sent(chat, 2)
    shown = chat.from_bot[0]
    assert "Rosa Peña" in shown.text
    assert shown.text != first
    assert press.toast == ""
    assert "“I saw the oil myself,”" in chat.from_bot[1].text
    assert server.oddities == []


async def test_an_edited_question_is_not_asked_with_its_own_old_words_or_with_later_questions(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    async with bot.running():
        server.send(chat, "Who was there?")
        message = server.send(chat, "Was oil spilt?")
        server.send(chat, "Who fished?")
        await server.until_sent(chat, 3)
        server.edit(message, "And when?")
        await server.until_called("editMessageText")
    assert bot.answerer.asked[-1] == ("And when?", "Who was there?")


async def test_a_long_answer_can_be_replaced_by_a_short_one_and_the_other_way_round(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    bot.answerer.replies["long"] = _long_answer("A sentence that fills the line. " * 200)
    async with bot.running():
        message = server.send(chat, "long")
        await server.until_sent(chat, 1)
        server.edit(message, "Was oil spilt?")
        await server.until(lambda: "oil was spilt" in chat.from_bot[0].text)
        assert "2 / 2 ›" not in [button.text for button in chat.from_bot[0].buttons]
        server.edit(message, "long")
        await server.until(lambda: "A sentence" in chat.from_bot[0].text)
    assert len(chat.from_bot) == 1


async def test_the_same_answer_to_an_edited_question_is_no_fault(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    async with bot.running():
        server.send(chat, "/help")
        message = server.send(chat, "Was oil spilt?")
        await server.until_sent(chat, 2)
        for words in ("Was oil spilt then?", "And now?"):
            server.edit(message, words)
        await server.until_called("editMessageText", 2)
        server.send(chat, "/about")
        await server.until_sent(chat, 3)
    assert len(chat.from_bot) == 3


def _bare_message(chat: Chat) -> dict[str, object]:
    peer = {"id": chat.id, "type": "private", "first_name": "Ada"}
    sender = {"id": chat.id, "is_bot": False, "first_name": "Ada"}
    return {"message_id": 999, "date": 1, "chat": peer, "from": sender}


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"message_id": 1, "date": 1}, id="no-chat"),
        pytest.param({"message_id": 1, "date": 1, "chat": {"id": "x"}}, id="chat-of-no-type"),
        pytest.param({"message_id": 1, "date": "late", "chat": None, "text": 5}, id="wrong-types"),
    ],
)
async def test_an_update_that_cannot_be_read_holds_up_nobody(
    server: TelegramServer, bot: Running, body: dict[str, object]
) -> None:
    chat = reader(server)
    async with bot.running():
        server.push_update("message", body)
        server.push_update("callback_query", body)
        server.send(chat, "/help")
        await server.until_sent(chat, 1)
    async with bot.running():
        server.send(chat, "/about")
        await server.until_sent(chat, 2)
    assert [m.text for m in chat.from_bot] == [load_texts("en")(k) for k in ("help", "about")]


async def test_in_a_group_only_commands_for_this_bot_are_answered(
    server: TelegramServer, bot: Running
) -> None:
    ada = server.user("Ada")
    group = server.group(members=[ada], bot_status="administrator")
    async with bot.running():
        server.send(group, "what was that?", sender=ada)
        server.send(group, "/help@some_other_bot", sender=ada)
        server.send(group, "/unheard_of", sender=ada)
        server.send(group, f"/help@{server.bot.username}", sender=ada)
        await server.until_sent(group, 1)
    assert [message.text for message in group.from_bot] == [load_texts("en")("help")]
    assert bot.answerer.asked == []


async def test_an_unknown_command_gets_a_way_on(server: TelegramServer, bot: Running) -> None:
    chat = reader(server)
    async with bot.running():
        server.send(chat, "/nonsense")
        await server.until_sent(chat, 1)
    assert chat.from_bot[0].text == load_texts("en")("unknown-command")


@pytest.mark.parametrize(
    ("reply", "key"),
    [
        pytest.param(BrokenError("it broke"), "error-unexpected", id="expected-error"),
        pytest.param(KeyError("what the reader wrote"), "error-unexpected", id="any-error"),
        pytest.param(None, "error-unexpected", id="no-answer"),
    ],
)
async def test_an_error_becomes_one_kind_sentence(
    server: TelegramServer, bot: Running, reply: Exception | None, key: str
) -> None:
    chat = reader(server, "pt")
    bot.answerer.replies["?!"] = reply
    async with bot.running():
        server.send(chat, "?!")
        await server.until_sent(chat, 1)
        server.send(chat, "and now")
        await server.until_sent(chat, 2)
    assert chat.from_bot[0].text == load_texts("pt")(key)
    assert "The mayor" in chat.from_bot[1].text


async def test_an_answer_that_takes_too_long_is_given_up_kindly(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    bot.answerer.hold("slow")
    bot.patience = type(bot.patience)(answer=0.05, stop=1.0)
    async with bot.running():
        server.send(chat, "slow")
        await server.until_sent(chat, 1)
    assert chat.from_bot[0].text == load_texts("en")("error-slow")


async def test_a_readers_slow_answer_does_not_hold_up_another_reader_or_a_press(
    server: TelegramServer, bot: Running
) -> None:
    slow, quick = reader(server), reader(server)
    gate = bot.answerer.hold("slow")
    async with bot.running():
        server.send(slow, "first")
        await server.until_sent(slow, 1)
        server.send(slow, "slow")
        server.send(slow, "after it")
        server.send(quick, "quick")
        await server.until_sent(quick, 1)
        await server.until(lambda: len(bot.answerer.asked) == 3)
        press = server.press(slow.from_bot[0], "1")
        await server.until_sent(slow, 2)
        assert press.answer is not None
        assert {text for text, _ in bot.answerer.asked} == {"first", "slow", "quick"}
        gate.set()
        await server.until_sent(slow, 4)
    assert [text for text, _ in bot.answerer.asked][-1] == "after it"


async def test_a_long_answer_pages_by_editing_one_message(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    article_text = " ".join(
        f"Sentence {n} is long enough to fill a line or so." for n in range(200)
    )
    bot.answerer.replies["long"] = _long_answer(article_text)
    pages: list[str] = []
    async with bot.running():
        server.send(chat, "long")
        await server.until_sent(chat, 1)
        message = chat.from_bot[0]
        for turn in range(2, 5):
            pages += [message.words(e).split("¹")[0] for e in message.entities if "quote" in e.type]
            key = next((b.text for b in message.buttons if b.text == f"{turn} / 3 ›"), None)
            if key is None:
                break
            before = message.text
            press = server.press(message, key)
            await server.until(lambda before=before: message.text != before)
            assert press.toast == ""
    assert turn == 4
    assert "".join("".join(pages).split()) == "".join(article_text.split())
    assert len(chat.from_bot) == 1
    assert server.oddities == []


def _long_answer(text: str) -> Answer:
    article = replace(ARTICLE, text=text)
    return answer(bare(replace(DENIAL, citations=(cite(text, article),))), mode="quotes")


async def test_fifty_readers_at_once_are_all_answered_within_telegrams_rates(
    server: TelegramServer, bot: Running
) -> None:
    chats = [reader(server) for _ in range(50)]
    bot.new_limiter = Limiter
    async with bot.running():
        for chat in chats:
            server.send(chat, "Was oil spilt?")
        await asyncio.gather(*(server.until_sent(chat, 1, timeout_seconds=9) for chat in chats))
    assert [len(chat.from_bot) for chat in chats] == [1] * 50
    assert server.limits.excesses == []
