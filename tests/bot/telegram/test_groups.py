"""In a group the bot speaks only when it is asked, and where it is asked."""

import pytest

from bot.texts import load_texts
from tests.bot.telegram.conftest import Running
from tests.servers.telegram import Chat, Entity, Person, TelegramServer

QUESTION = "Was oil spilt?"


@pytest.fixture
def ada(server: TelegramServer) -> Person:
    return server.user("Ada")


@pytest.fixture
def group(server: TelegramServer, ada: Person) -> Chat:
    return server.group(members=[ada], bot_status="administrator")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("/ask Was oil spilt?", id="command"),
        pytest.param("/ask@{name} Was oil spilt?", id="command-for-this-bot"),
        pytest.param("@{name} Was oil spilt?", id="named-first"),
        pytest.param("Was oil spilt? @{name}", id="named-last"),
        pytest.param("@{NAME}, Was oil spilt?", id="named-in-capitals"),
    ],
)
async def test_a_question_to_the_bot_is_answered_as_a_reply(
    server: TelegramServer, bot: Running, group: Chat, ada: Person, words: str
) -> None:
    name = server.bot.username
    asked = words.format(name=name, NAME=name.upper())
    async with bot.running():
        message = server.send(group, asked, sender=ada)
        await server.until_sent(group, 1)
    assert bot.answerer.asked == [(QUESTION, "")]
    assert group.from_bot[0].reply_to is message


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(QUESTION, id="talk"),
        pytest.param("@someone_else Was oil spilt?", id="another-named"),
        pytest.param("/ask@some_other_bot Was oil spilt?", id="another-bots-command"),
        pytest.param("ada@whosaid_test_bot.example Was oil spilt?", id="address"),
        pytest.param("/unheard_of", id="unknown-command"),
    ],
)
async def test_what_is_not_meant_for_the_bot_is_passed_over(
    server: TelegramServer, bot: Running, group: Chat, ada: Person, words: str
) -> None:
    async with bot.running():
        server.send(group, words, sender=ada)
        server.send_file(group, "thing", b"...", kind="photo", sender=ada)
        server.send(group, "/help", sender=ada)
        await server.until_sent(group, 1)
    assert [m.text for m in group.from_bot] == [load_texts("en")("help")]
    assert bot.answerer.asked == []


async def test_a_reply_to_an_answer_asks_about_that_answer(
    server: TelegramServer, bot: Running, group: Chat, ada: Person
) -> None:
    async with bot.running():
        server.send(group, f"/ask {QUESTION}", sender=ada)
        await server.until_sent(group, 1)
        server.send(group, "/ask Who closed the harbour?", sender=ada)
        await server.until_sent(group, 2)
        server.send(group, "And when?", sender=ada, reply_to=group.from_bot[0])
        await server.until_sent(group, 3)
    assert bot.answerer.asked[-1] == ("And when?", QUESTION)


async def test_a_question_about_somebodys_message_goes_with_its_words(
    server: TelegramServer, bot: Running, group: Chat, ada: Person
) -> None:
    claim = server.send(group, "The harbour is full of oil.", sender=ada)
    async with bot.running():
        server.send(group, "/ask Is that so?", sender=ada, reply_to=claim)
        await server.until_sent(group, 1)
        server.send(group, f"@{server.bot.username}", sender=ada, reply_to=claim)
        await server.until_sent(group, 2)
        server.send(group, "/ask", sender=ada)
        await server.until_sent(group, 3)
    assert bot.answerer.asked[0] == ("Is that so?", "The harbour is full of oil.")
    assert bot.answerer.asked[1][0] == "The harbour is full of oil."
    assert group.from_bot[2].text == load_texts("en")("ask-how")


async def test_an_answer_stays_in_the_topic_of_its_question(
    server: TelegramServer, bot: Running, ada: Person
) -> None:
    forum = server.group(members=[ada], forum=True, bot_status="administrator")
    gate = bot.answerer.hold(QUESTION)
    async with bot.running():
        server.send(forum, f"/ask {QUESTION}", sender=ada, thread_id=7, is_topic_message=True)
        await server.until(lambda: forum.actions, what="the typing line")
        gate.set()
        await server.until_sent(forum, 1)
    assert forum.from_bot[0].thread_id == 7
    assert [action.thread_id for action in forum.actions] == [7]


async def test_an_entity_that_cuts_a_character_in_half_names_nobody(
    server: TelegramServer, bot: Running, ada: Person
) -> None:
    chat = server.private_chat(ada)
    broken = [Entity(type="mention", offset=1, length=1)]
    async with bot.running():
        server.send(chat, f"🙂 {QUESTION}", entities=broken)
        await server.until_sent(chat, 1)
    assert bot.answerer.asked == [(f"🙂 {QUESTION}", "")]
