"""What happens to a group: slow mode, rights taken away, a new number, the bot put out of it."""

import asyncio

import pytest

from bot.telegram.limiter import Limiter
from bot.texts import load_texts
from tests.bot.telegram.conftest import Running, others_answered
from tests.servers.telegram import Chat, Person, TelegramServer

QUESTION = "Was oil spilt?"


@pytest.fixture
def ada(server: TelegramServer) -> Person:
    return server.user("Ada")


@pytest.fixture
def group(server: TelegramServer, ada: Person) -> Chat:
    return server.group(members=[ada], bot_status="member")


async def test_slow_mode_is_waited_out_and_holds_up_nobody_else(
    server: TelegramServer, bot: Running, group: Chat, ada: Person
) -> None:
    group.slow_seconds = 60
    async with bot.running():
        for _ in range(2):
            server.send(group, f"/ask {QUESTION}", sender=ada)
        await server.until_called("sendMessage", 2)
        await others_answered(server, ada)
        assert len(group.from_bot) == 1
        server.clock.advance(60)
        await server.until_sent(group, 2)
    refused = [call for call in server.calls("sendMessage") if call.code == 429]
    assert len(refused) == 1
    assert len(bot.answerer.asked) == 2


async def test_without_the_right_to_write_no_answer_is_made_until_it_is_given_back(
    server: TelegramServer, bot: Running, group: Chat, ada: Person
) -> None:
    async with bot.running():
        await server.until(lambda: server.calls("getUpdates"))
        server.set_status(group, server.bot, "restricted")
        server.send(group, f"/ask {QUESTION}", sender=ada)
        await others_answered(server, ada)
        assert bot.answerer.asked == []
        server.set_status(group, server.bot, "member")
        server.send(group, f"/ask {QUESTION}", sender=ada)
        await server.until_sent(group, 1)
    assert len(bot.answerer.asked) == 1
    assert [call for call in server.calls("sendMessage") if call.error] == []


async def test_a_right_whose_end_was_not_told_is_found_out_once(
    server: TelegramServer, bot: Running, group: Chat, ada: Person
) -> None:
    group.statuses[server.bot.id] = "restricted"
    async with bot.running():
        for _ in range(3):
            server.send(group, f"/ask {QUESTION}", sender=ada)
        await server.until_called("sendMessage")
        await others_answered(server, ada)
    assert len([call for call in server.calls("sendMessage") if call.error]) == 1
    assert len(bot.answerer.asked) == 1


async def at_rest(server: TelegramServer, bot: Running) -> None:
    """Wait until every update is dealt with, in whatever chat."""
    async with asyncio.timeout(20):
        while bot.journal.unfinished(server.bot.id):
            await asyncio.sleep(0.01)  # between two looks


@pytest.mark.parametrize("status", ["left", "kicked"])
async def test_put_out_of_a_group_it_says_no_more_and_asks_no_model(
    server: TelegramServer, bot: Running, group: Chat, ada: Person, status: str
) -> None:
    gate = bot.answerer.hold(QUESTION)
    async with bot.running():
        server.send(group, f"/ask {QUESTION}", sender=ada)
        server.send(group, "/ask And when?", sender=ada)
        await server.until(lambda: bot.answerer.asked)
        server.set_status(group, server.bot, status)
        await others_answered(server, ada)
        gate.set()
        await server.until_called("sendMessage", 2)
        await at_rest(server, bot)
        server.set_status(group, server.bot, "member")
        server.send(group, "/help", sender=ada)
        await server.until_sent(group, 1)
    assert [text for text, _ in bot.answerer.asked] == [QUESTION]
    assert [message.text for message in group.from_bot] == [load_texts("en")("help")]


async def test_an_answer_follows_its_group_to_the_new_number_with_what_was_chosen(
    server: TelegramServer, bot: Running, ada: Person
) -> None:
    group = server.group(members=[ada], kind="group", bot_status="administrator")
    gate = bot.answerer.hold(QUESTION)
    async with bot.running():
        server.send(group, "/language", sender=ada)
        await server.until_sent(group, 1)
        server.press(group.from_bot[0], "Español", ada)
        await server.until_called("answerCallbackQuery")
        server.send(group, f"/ask {QUESTION}", sender=ada)
        await server.until(lambda: bot.answerer.asked)
        new = server.migrate(group)
        gate.set()
        await server.until_sent(new, 1)
        await server.until(lambda: not server.updates.pending)
        await at_rest(server, bot)
        server.send(new, "/help", sender=ada)
        await server.until_sent(new, 2)
    assert "The mayor denies that oil was spilt." in new.from_bot[0].text
    assert new.from_bot[1].text == load_texts("es")("help")


async def test_a_pause_in_one_group_is_no_pause_in_another() -> None:
    now = 0.0
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        nonlocal now
        waits.append(seconds)
        now += seconds

    limiter = Limiter(clock=lambda: now, sleep=sleep)
    async with limiter.turn(-1):
        limiter.close(3600.0, -1)
    async with limiter.turn(-2):
        pass
    assert waits == []
    async with limiter.turn(-1):
        pass
    assert sum(waits) == 3600.0
