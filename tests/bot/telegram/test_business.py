"""Business messages: answered in the owner's name, where the owner lets it be, and never to him."""

import pytest
from sqlalchemy import Engine, select

from bot.journal.tables import answers
from bot.telegram.updates import find_chat
from bot.texts import load_texts
from tests.bot.samples import DENIAL, answer, bare, refusal
from tests.bot.telegram.conftest import Running, others_answered
from tests.servers.telegram import Chat, Connection, Person, TelegramServer

QUESTION = "Was oil spilt?"


@pytest.fixture
def owner(server: TelegramServer) -> Person:
    return server.user("Editor")


@pytest.fixture
def ada(server: TelegramServer) -> Person:
    return server.user("Ada")


class Shop:
    """An account whose chats the bot is let into, once the bot runs."""

    def __init__(self, server: TelegramServer, owner: Person, customer: Person) -> None:
        self.connection: Connection = server.connect_business(owner)
        self.chat: Chat = server.business_chat(self.connection, customer)


async def test_a_question_is_answered_through_the_connection(
    server: TelegramServer, bot: Running, owner: Person, ada: Person
) -> None:
    async with bot.running():
        await server.until_called("deleteWebhook")
        await server.until(lambda: server.calls("getUpdates"))
        shop = Shop(server, owner, ada)
        server.send(shop.chat, QUESTION, sender=ada)
        await server.until_sent(shop.chat, 1)
        press = server.press(shop.chat.from_bot[0], "1", ada)
        await server.until_sent(shop.chat, 2)
    sent = server.calls("sendMessage")
    assert {call.parameters["business_connection_id"] for call in sent} == {shop.connection.id}
    assert "The mayor denies that oil was spilt." in shop.chat.from_bot[1].text
    assert press.answer is not None
    assert shop.chat.actions[0].name == "typing"
    assert server.calls("sendMessageDraft") == []
    assert server.oddities == []


@pytest.mark.parametrize("why", ["owner", "off", "no-right", "unknown"])
async def test_nothing_is_said_to_the_owner_nor_without_the_right(
    server: TelegramServer, bot: Running, owner: Person, ada: Person, why: str
) -> None:
    async with bot.running():
        await server.until(lambda: server.calls("getUpdates"))
        shop = Shop(server, owner, ada)
        if why == "off":
            server.change_business(shop.connection, enabled=False)
        if why == "no-right":
            server.change_business(shop.connection, can_reply=False)
        if why == "unknown":
            del server.world.connections[shop.connection.id]
            shop.connection.id = "bc0"
        server.send(shop.chat, QUESTION, sender=owner if why == "owner" else ada)
        await others_answered(server, server.user("Somebody"))
    assert bot.answerer.asked == []
    assert shop.chat.from_bot == []


async def test_after_a_restart_the_connection_is_asked_for(
    server: TelegramServer, bot: Running, owner: Person, ada: Person
) -> None:
    async with bot.running():
        await server.until(lambda: server.calls("getUpdates"))
        shop = Shop(server, owner, ada)
        await others_answered(server, ada)
    async with bot.running():
        server.send(shop.chat, QUESTION, sender=ada)
        await server.until_sent(shop.chat, 1)
    assert len(server.calls("getBusinessConnection")) == 1


async def test_what_asks_nothing_is_left_to_the_owner_and_a_question_gets_its_refusal(
    server: TelegramServer, bot: Running, owner: Person, ada: Person
) -> None:
    bot.answerer.replies |= {"Hello there": refusal(), "Who won the match?": refusal()}
    async with bot.running():
        await server.until(lambda: server.calls("getUpdates"))
        shop = Shop(server, owner, ada)
        for words in ("Hello there", "/start", "Who won the match?"):
            server.send(shop.chat, words, sender=ada)
        server.send_file(shop.chat, "photo.jpg", b"...", kind="photo", sender=ada)
        await server.until_sent(shop.chat, 1)
        await others_answered(server, server.user("Somebody"))
    assert len(shop.chat.from_bot) == 1
    assert load_texts("en")("not-in-articles") in shop.chat.from_bot[0].text


async def test_an_edited_question_is_answered_in_place_and_a_deleted_one_forgotten(
    server: TelegramServer, bot: Running, owner: Person, ada: Person, engine: Engine
) -> None:
    async with bot.running():
        await server.until(lambda: server.calls("getUpdates"))
        shop = Shop(server, owner, ada)
        message = server.send(shop.chat, QUESTION, sender=ada)
        await server.until_sent(shop.chat, 1)
        bot.answerer.replies["Was tar spilt?"] = answer(bare(DENIAL), mode="quotes", language="es")
        server.edit(message, "Was tar spilt?")
        await server.until_called("editMessageText")
        server.delete_business(message)
        await others_answered(server, server.user("Somebody"))
    assert len(shop.chat.from_bot) == 1
    assert shop.chat.from_bot[0].edited
    with engine.connect() as connection:
        kept = connection.execute(select(answers.c.question)).scalars().all()
    assert kept == ["", ""]


async def test_questions_to_the_account_and_to_the_bot_itself_are_kept_apart(
    server: TelegramServer, bot: Running, owner: Person, ada: Person
) -> None:
    async with bot.running():
        await server.until(lambda: server.calls("getUpdates"))
        shop = Shop(server, owner, ada)
        server.send(shop.chat, QUESTION, sender=ada)
        await server.until_sent(shop.chat, 1)
        server.send(server.private_chat(ada), "And when?")
        await server.until_sent(server.private_chat(ada), 1)
    assert bot.answerer.asked[-1] == ("And when?", "")


async def test_the_owners_press_sends_nothing_in_his_name(
    server: TelegramServer, bot: Running, owner: Person, ada: Person
) -> None:
    async with bot.running():
        await server.until(lambda: server.calls("getUpdates"))
        shop = Shop(server, owner, ada)
        server.send(shop.chat, QUESTION, sender=ada)
        await server.until_sent(shop.chat, 1)
        press = server.press(shop.chat.from_bot[0], "1", owner)
        await server.until_called("answerCallbackQuery")
        await others_answered(server, server.user("Somebody"))
    assert press.toast == load_texts("en")("button-unusable")
    assert len(shop.chat.from_bot) == 1


def test_a_fault_at_a_press_is_not_apologised_for_in_the_owners_chat() -> None:
    message: dict[str, object] = {"message_id": 1, "chat": {"id": 5}}
    press = {"callback_query": {"message": message}}
    assert find_chat(press) == 5
    message["business_connection_id"] = "bc1"
    assert find_chat(press) is None
