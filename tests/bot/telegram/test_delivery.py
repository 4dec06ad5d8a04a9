"""What becomes of messages when the way to Telegram is rough."""

import asyncio
import traceback
from collections.abc import Coroutine
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import Engine, select

from bot.journal import Received
from bot.journal.tables import DeliveryState, deliveries, updates
from bot.pages import Entity, Kind
from bot.telegram.api import TokenRejectedError, open_bot
from bot.telegram.limiter import Limiter
from bot.telegram.outgoing import Outgoing, render_outgoing
from bot.telegram.sending import Sender
from bot.texts import load_texts
from tests.bot.telegram.conftest import Running
from tests.servers.telegram import (
    Chat,
    DropAfter,
    DropBefore,
    Fault,
    HeldReply,
    MalformedJson,
    ServerError,
    TelegramServer,
    TooManyRequests,
)

WORDS = load_texts("en")


def reader(server: TelegramServer) -> Chat:
    return server.private_chat(server.user("Ada"))


def states(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        query = select(deliveries.c.state).order_by(deliveries.c.id)
        return list(connection.execute(query).scalars())


def left_in_inbox(engine: Engine) -> int:
    with engine.connect() as connection:
        return len(connection.execute(select(updates).where(updates.c.state == "new")).all())


async def test_a_rate_limit_is_waited_out_and_the_answer_comes_once(
    server: TelegramServer, bot: Running, engine: Engine
) -> None:
    chat = reader(server)
    server.faults.add("sendMessage", TooManyRequests(retry_after=3), times=2)
    async with bot.running():
        server.send(chat, "Was oil spilt?")
        await server.until_sent(chat, 1)
    assert len(chat.from_bot) == 1
    assert states(engine) == ["sent"]
    times = [request.time for request in server.calls("sendMessage")]
    hasted = 3 / 50
    assert all(later - earlier >= hasted for earlier, later in pairwise(times))


@pytest.mark.parametrize(
    ("fault", "arrived"),
    [
        pytest.param(DropAfter(), 1, id="cut-after-it-arrived"),
        pytest.param(DropBefore(), 0, id="cut-before-it-arrived"),
        pytest.param(MalformedJson(), 1, id="half-a-reply"),
        pytest.param(ServerError(), 0, id="server-error"),
        pytest.param(ServerError(502), 0, id="gateway-error"),
    ],
)
async def test_what_may_have_arrived_is_not_sent_again_but_the_doubt_is_told(
    server: TelegramServer, bot: Running, engine: Engine, fault: Fault, arrived: int
) -> None:
    chat = reader(server)
    server.faults.add("sendMessage", fault)
    async with bot.running():
        server.send(chat, "Was oil spilt?")
        await server.until_sent(chat, arrived + 1)
    assert len(server.calls("sendMessage")) == 2
    assert chat.from_bot[-1].text == WORDS("maybe-lost")
    assert states(engine) == ["unknown", "sent"]


async def test_a_reply_that_never_comes_is_a_doubt_too(
    server: TelegramServer, bot: Running, engine: Engine
) -> None:
    chat, held = reader(server), HeldReply()
    server.faults.add("sendMessage", held)
    bot.patience = type(bot.patience)(reply=0.2, stop=2.0)
    async with bot.running():
        server.send(chat, "Was oil spilt?")
        await server.until_sent(chat, 2)
    held.release()
    assert states(engine) == ["unknown", "sent"]


async def test_two_doubts_in_a_row_are_told_once(
    server: TelegramServer, bot: Running, engine: Engine
) -> None:
    chat = reader(server)
    server.faults.add("sendMessage", DropAfter(), times=2)
    async with bot.running():
        server.send(chat, "Was oil spilt?")
        await server.until_sent(chat, 2)
        server.send(chat, "And now?")
        await server.until_sent(chat, 3)
    assert states(engine) == ["unknown", "unknown", "sent"]


@pytest.mark.parametrize(
    "fault", [pytest.param(HeldReply(), id="hangs"), pytest.param(ServerError(), id="fails")]
)
async def test_an_answer_does_not_depend_on_the_typing_line(
    server: TelegramServer, bot: Running, fault: Fault
) -> None:
    chat = reader(server)
    server.faults.add("sendChatAction", fault)
    bot.patience = type(bot.patience)(reply=60.0)
    async with bot.running():
        server.send(chat, "Was oil spilt?")
        await server.until_sent(chat, 1, timeout_seconds=3)


async def test_a_reader_who_left_is_not_written_to_again(
    server: TelegramServer, bot: Running, engine: Engine
) -> None:
    chat, other = reader(server), reader(server)
    gate = bot.answerer.hold("Was oil spilt?")
    async with bot.running():
        server.send(chat, "Was oil spilt?")
        await server.until(lambda: bot.answerer.asked)
        server.block(chat)
        gate.set()
        await server.until_called("sendMessage")
        server.send(other, "Is anybody there?")
        await server.until_sent(other, 1)
    assert states(engine) == ["failed", "sent"]
    assert left_in_inbox(engine) == 0


async def test_styles_that_telegram_refuses_are_left_off(
    server: TelegramServer, bot: Running, engine: Engine
) -> None:
    chat = reader(server)
    received = Received(bot=1, update_id=1, payload={"update_id": 1})
    split_character = Entity(kind=Kind.BOLD, offset=3, length=2)
    page = Outgoing(chat=chat.id, language="en", text="A 😀 day", entities=(split_character,))
    bot.journal.put(received, chat.id, [render_outgoing(page)])
    async with open_bot(server.token, server.base_url, server.base_file_url, 1.0) as client:
        await Sender(client, bot.journal, bot.new_limiter()).send(received)
    assert [(message.text, message.entities) for message in chat.from_bot] == [("A 😀 day", ())]
    assert states(engine) == ["sent"]


async def test_an_edit_elsewhere_that_may_have_arrived_is_made_again_as_it_was(
    server: TelegramServer, bot: Running
) -> None:
    query = server.inline_query(server.user("Ada"), "who?")
    page = Outgoing(chat=0, language="en", text="Corrected", inline=query.id)
    received = Received(bot=server.bot.id, update_id=1, payload={})
    bot.journal.put(received, 0, [render_outgoing(page)])
    (delivery,) = bot.journal.deliveries_of(received)
    bot.journal.mark(delivery, DeliveryState.SENDING)
    async with open_bot(server.token, server.base_url, server.base_file_url, 5.0) as client:
        faults = await Sender(client, bot.journal, bot.new_limiter()).send(received)
    (call,) = server.calls("editMessageText")
    assert (call.parameters["text"], faults) == ("Corrected", {})


async def test_telegram_out_of_reach_at_the_start_is_waited_out(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    server.faults.add("getMe", DropBefore())
    server.send(chat, "/help")
    async with bot.running():
        await server.until_sent(chat, 1)


async def test_telegram_out_of_reach_while_polling_is_waited_out(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    server.faults.add("getUpdates", ServerError(502))
    async with bot.running():
        server.send(chat, "/help")
        await server.until_sent(chat, 1)


async def test_a_wrong_token_ends_with_a_sentence_without_it(
    server: TelegramServer, bot: Running
) -> None:
    bot.token = "123456:AAanother-token-of-the-usual-length-0"
    with pytest.raises(TokenRejectedError) as caught:
        await bot.serve(asyncio.Event())
    assert "TELEGRAM_BOT_TOKEN" in str(caught.value)
    assert bot.token not in "".join(traceback.format_exception(caught.value))


async def test_an_update_that_comes_twice_is_answered_once(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    async with bot.running():
        server.send(chat, "/help")
        await server.until_sent(chat, 1)
        server.updates.repeat(server.updates.history[0])
        server.send(chat, "/about")
        await server.until_sent(chat, 2)
    assert [message.text for message in chat.from_bot] == [WORDS("help"), WORDS("about")]


async def test_updates_are_acknowledged_only_when_they_are_in_the_inbox(
    server: TelegramServer, bot: Running, engine: Engine
) -> None:
    chat = reader(server)
    gate = bot.answerer.hold("Was oil spilt?")
    async with bot.running():
        server.send(chat, "Was oil spilt?")
        await server.until(lambda: bot.answerer.asked)
        await server.until(
            lambda: any("offset" in call.parameters for call in server.calls("getUpdates"))
        )
        assert left_in_inbox(engine) == 1
        gate.set()
        await server.until_sent(chat, 1)
    assert left_in_inbox(engine) == 0


async def test_a_question_under_way_at_the_stop_is_answered_at_the_next_start(
    server: TelegramServer, bot: Running, engine: Engine
) -> None:
    chat = reader(server)
    bot.patience = type(bot.patience)(stop=0.05)
    bot.answerer.hold("Was oil spilt?")
    async with bot.running():
        server.send(chat, "Was oil spilt?")
        await server.until(lambda: bot.answerer.asked)
    assert (left_in_inbox(engine), chat.from_bot) == (1, [])
    bot.answerer.gates.clear()
    async with bot.running():
        await server.until_sent(chat, 1)
    assert len(chat.from_bot) == 1
    assert WORDS("repeated") not in chat.from_bot[0].text


async def test_an_answer_made_before_a_crash_is_sent_and_not_made_again(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    server.faults.add("sendMessage", TooManyRequests(retry_after=100_000))
    paused, hasty = asyncio.Event(), bot.new_limiter

    async def pause(seconds: float) -> None:
        paused.set()
        await asyncio.sleep(seconds)

    bot.new_limiter = lambda: Limiter(sleep=pause)
    await _crash_when(paused.wait(), server, bot, chat)
    server.faults.clear()
    bot.new_limiter = hasty
    async with bot.running():
        await server.until_sent(chat, 1)
    assert len(bot.answerer.asked) == 1
    assert "The mayor denies" in chat.from_bot[0].text
    assert WORDS("repeated") not in chat.from_bot[0].text


async def test_a_page_that_may_have_gone_out_before_a_crash_says_that_it_is_repeated(
    server: TelegramServer, bot: Running
) -> None:
    chat, held = reader(server), HeldReply()
    server.faults.add("sendMessage", held)
    sending = server.until(lambda: server.calls("sendMessage"), what="a message being sent")
    await _crash_when(sending, server, bot, chat)
    held.release()
    async with bot.running():
        await server.until_sent(chat, 2)
    first, second = chat.from_bot
    assert second.text == f"{WORDS('repeated')}\n{first.text}"
    assert [second.words(e) for e in second.entities] == [first.words(e) for e in first.entities]


async def _crash_when(
    reached: Coroutine[Any, Any, object], server: TelegramServer, bot: Running, chat: Chat
) -> None:
    bot.patience = type(bot.patience)(stop=0.0)
    task = asyncio.create_task(bot.serve(asyncio.Event()))
    server.send(chat, "Was oil spilt?")
    await asyncio.wait_for(reached, 5.0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_question_that_brings_the_process_down_again_and_again_is_given_up(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    bot.answerer.hold("deadly")
    bot.patience = type(bot.patience)(stop=0.0)
    server.send(chat, "deadly")
    for attempt in range(1, 4):
        async with bot.running():
            await server.until(lambda attempt=attempt: len(bot.answerer.asked) == attempt)
    async with bot.running():
        await server.until_sent(chat, 1)
    assert chat.from_bot[0].text == WORDS("error-unexpected")
    assert len(bot.answerer.asked) == 3
