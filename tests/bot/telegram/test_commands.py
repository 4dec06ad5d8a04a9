"""The commands of readers: what they choose is kept, what they want forgotten is."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, select

from bot.journal.tables import answers, choices, sheets, votes
from bot.telegram.links import (
    AnswerLink,
    ArticleLink,
    QuestionLink,
    answer_payload,
    article_payload,
    question_payload,
    read_payload,
)
from bot.texts import LANGUAGES, load_texts
from tests.bot.samples import ARTICLE, SOURCE
from tests.bot.telegram.conftest import Running
from tests.servers.telegram import Chat, Message, TelegramServer, as_text

WORDS = load_texts("en")


def reader(server: TelegramServer, language: str = "en") -> Chat:
    return server.private_chat(server.user("Ada", language=language))


async def said(server: TelegramServer, chat: Chat, words: str, **more: object) -> Message:
    """Say something, and wait for the bot's next message."""
    there = len(chat.from_bot)
    server.send(chat, words, **more)
    await server.until_sent(chat, there + 1)
    return chat.from_bot[-1]


async def pressed(server: TelegramServer, message: Message, button: str) -> str:
    """Press a button and wait until it has changed its message; the toast."""
    editions = len(message.editions)
    press = server.press(message, button)
    await server.until(lambda: len(message.editions) > editions)
    return press.toast


def other_articles(count: int) -> list[object]:
    return [
        replace(ARTICLE, id=f"b{n}", source=replace(SOURCE, title=f"Article {n}", url=""))
        for n in range(count)
    ]


async def test_one_article_can_be_chosen_questions_honour_it_and_all_can_be_chosen_again(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    bot.shelf.others = other_articles(2)
    async with bot.running():
        menu = await said(server, chat, "/sources")
        assert as_text(menu).splitlines() == [
            "**There are 3 articles here, and questions are answered from all of them. "
            "Choose one to ask it alone.**",
            "",
            "1. [Harbour closed](https://coast.example/harbour) · Coast News · March 2, 2026",
            "2. Article 0 · Coast News · March 2, 2026",
            "3. Article 1 · Coast News · March 2, 2026",
            "[ 1 ] [ 2 ] [ 3 ]",
        ]
        assert await pressed(server, menu, "2") == WORDS("source-chosen")
        assert "2. ✓ **Article 0**" in as_text(menu)
        answer = await said(server, chat, "Was oil spilt?")
        assert WORDS("source-only", title="Article 0") in answer.text
        assert await pressed(server, menu, WORDS("sources-choose-all")) == WORDS(
            "sources-all-chosen"
        )
        await said(server, chat, "Was oil spilt?")
    assert bot.answerer.scopes == [("b0",), None]
    assert server.oddities == []


async def test_the_list_of_articles_pages_by_editing_one_message(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    bot.shelf.others = other_articles(19)
    async with bot.running():
        menu = await said(server, chat, "/sources")
        await pressed(server, menu, "2 / 3 ›")
        await pressed(server, menu, "3 / 3 ›")
        assert [b.text for b in menu.buttons] == ["17", "18", "19", "20", "‹ 2 / 3"]
        await pressed(server, menu, "20")
        assert "20. ✓ **Article 18**" in as_text(menu)
        await said(server, chat, "Was oil spilt?")
    assert bot.answerer.scopes == [("b18",)]
    assert len(chat.from_bot) == 2


async def test_a_choice_is_of_its_topic_and_ends_when_its_article_is_taken_out(
    server: TelegramServer, bot: Running
) -> None:
    ada = server.user("Ada")
    forum = server.group(members=[ada], forum=True, bot_status="administrator")
    bot.shelf.others = other_articles(1)
    here = {"thread_id": 7, "is_topic_message": True, "sender": ada}
    async with bot.running():
        menu = await said(server, forum, "/sources", **here)
        await pressed(server, menu, "2")
        await said(server, forum, "/ask one", **here)
        await said(server, forum, "/ask two", sender=ada)
        bot.shelf.others = []
        await said(server, forum, "/ask three", **here)
    assert menu.thread_id == 7
    assert bot.answerer.scopes == [("b0",), None, None]


async def test_a_menu_is_for_who_asked_for_it(server: TelegramServer, bot: Running) -> None:
    ada, bob = server.user("Ada"), server.user("Bob")
    group = server.group(members=[ada, bob])
    async with bot.running():
        menu = await said(server, group, "/sources", sender=ada)
        press = server.press(menu, "1", sender=bob)
        await server.until_called("answerCallbackQuery")
    assert press.toast == WORDS("button-foreign")
    assert not menu.edited


async def test_claims_are_those_of_the_only_or_chosen_article_or_one_is_picked(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    async with bot.running():
        only = await said(server, chat, "/claims")
        assert only.text.startswith(WORDS("who-says-what"))
        bot.shelf.others = other_articles(9)
        picker = await said(server, chat, "/claims")
        assert picker.text.startswith(WORDS("claims-pick"))
        await pressed(server, picker, "2 / 2 ›")
        await pressed(server, picker, "9")
    assert picker.text.startswith(WORDS("who-says-what"))
    assert "Article 7" in picker.text
    assert len(chat.from_bot) == 2


@pytest.mark.parametrize("code", LANGUAGES)
async def test_a_language_is_chosen_kept_and_answered_in(
    server: TelegramServer, bot: Running, code: str
) -> None:
    chat = reader(server, "fi")
    texts = load_texts(code)
    async with bot.running():
        menu = await said(server, chat, "/language")
        assert len(menu.buttons) == len(LANGUAGES) + 1
        assert await pressed(server, menu, texts("language-name")) == texts("language-chosen")
        assert f"✓ {texts('language-name')}" in [b.text for b in menu.buttons]
        assert (await said(server, chat, "/about")).text == texts("about")
        await said(server, chat, "Was oil spilt?")
        await pressed(server, menu, texts("language-own"))
        assert (await said(server, chat, "/about")).text == WORDS("about")
        await said(server, chat, "Was oil spilt?")
    assert bot.answerer.languages == [code, ""]
    assert server.oddities == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", ["help", "about", "privacy"])
async def test_texts_are_told_in_every_language(
    server: TelegramServer, bot: Running, name: str, code: str
) -> None:
    chat = reader(server, code)
    async with bot.running():
        message = await said(server, chat, f"/{name}")
    assert message.text == load_texts(code)(name)


async def test_what_is_kept_of_a_reader_is_forgotten_with_a_receipt_and_quotes_still_open(
    server: TelegramServer, bot: Running, engine: Engine
) -> None:
    chat, other = reader(server), reader(server)
    async with bot.running():
        await said(server, other, "Somebody else's question")
        answer = await said(server, chat, "A secret question")
        await said(server, chat, "Another secret")
        server.press(answer, "👍")
        await server.until_called("answerCallbackQuery")
        await pressed(server, await said(server, chat, "/sources"), "1")
        receipt = await said(server, chat, "/forget")
        await said(server, chat, "And when?")
        server.press(answer, "1")
        await server.until_sent(chat, 6)
    for line in ("your questions: 2", "your votes on answers: 1", "language and article: 1"):
        assert line in receipt.text
    assert bot.answerer.asked[-1] == ("And when?", "")
    with engine.connect() as connection:
        words = set(connection.execute(select(answers.c.question)).scalars())
        assert words == {"", "Somebody else's question", "And when?"}
        assert connection.execute(select(votes)).all() == []
        assert connection.execute(select(choices)).all() == []
        states = "".join(connection.execute(select(sheets.c.state)).scalars())
    assert "secret" not in states


async def test_in_a_group_only_the_readers_own_is_forgotten(
    server: TelegramServer, bot: Running, engine: Engine
) -> None:
    ada, bob = server.user("Ada"), server.user("Bob")
    group = server.group(members=[ada, bob])
    async with bot.running():
        await said(server, group, "/ask by Ada", sender=ada)
        await said(server, group, "/ask by Bob", sender=bob)
        menu = await said(server, group, "/sources", sender=bob)
        server.press(menu, "1", sender=bob)
        await server.until(lambda: menu.edited)
        await said(server, group, "/forget", sender=ada)
    with engine.connect() as connection:
        assert set(connection.execute(select(answers.c.question)).scalars()) == {"", "by Bob"}
        assert len(connection.execute(select(choices)).all()) == 1


async def test_a_link_asks_its_question(server: TelegramServer, bot: Running) -> None:
    chat = reader(server)
    async with bot.running():
        message = await said(server, chat, f"/start {question_payload('¿Hubo petróleo?')}")
    assert bot.answerer.asked == [("¿Hubo petróleo?", "")]
    assert WORDS("asked", question="¿Hubo petróleo?") in message.text


async def test_a_link_to_an_article_chooses_it(server: TelegramServer, bot: Running) -> None:
    chat = reader(server)
    bot.shelf.others = other_articles(1)
    async with bot.running():
        message = await said(server, chat, f"/start {article_payload('b0')}")
        server.press(message, 0)
        await server.until(lambda: "says" in message.text)
        await said(server, chat, "Was oil spilt?")
        gone = await said(server, chat, f"/start {article_payload('nothing')}")
    assert bot.answerer.scopes == [("b0",)]
    assert gone.text == WORDS("article-gone")


async def test_a_link_to_an_answer_shows_its_quotes_without_the_question(
    server: TelegramServer, bot: Running, engine: Engine
) -> None:
    chat, other = reader(server), reader(server)
    async with bot.running():
        await said(server, chat, "A private question")
        with engine.connect() as connection:
            name = connection.execute(select(answers.c.id)).scalar_one()
        shown = await said(server, other, f"/start {answer_payload(name)}")
        server.press(shown, "1")
        await server.until_sent(other, 2)
        nothing = await said(server, other, f"/start {answer_payload('AAAA')}")
    assert "The mayor denies that oil was spilt." in shown.text
    assert "private" not in shown.text
    assert "Share" not in [button.text for button in shown.buttons]
    assert "Receipt" in other.from_bot[1].text
    assert nothing.text == WORDS("button-old")
    assert server.oddities == []


@pytest.mark.parametrize("payload", ["", "zzz", "q!!!", "q" + "A" * 63, "q____", "n", "\u202e"])
async def test_a_link_to_nothing_introduces_the_bot(
    server: TelegramServer, bot: Running, payload: str
) -> None:
    chat = reader(server)
    async with bot.running():
        message = await said(server, chat, f"/start {payload}".strip())
    assert message.text == WORDS("start")


def test_payloads_are_read_as_they_were_written_and_fit() -> None:
    question = read_payload(question_payload("who?"))
    article = read_payload(article_payload("an id / of any form ü"))
    assert question == QuestionLink("who?")
    assert isinstance(article, ArticleLink)
    assert article.is_to("an id / of any form ü")
    assert not article.is_to("another")
    assert read_payload(answer_payload("aB-_90aB-_90")) == AnswerLink("aB-_90aB-_90")
    assert question_payload("long " * 20) == ""
    assert len(article_payload("x" * 1000)) <= 64
