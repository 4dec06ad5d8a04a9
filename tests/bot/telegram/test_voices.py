"""Voice messages: heard where a model is set, and never left without an answer."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from bot.budget import Budget
from bot.journal.spending import Spending
from bot.speech import Listener, MeteredListener, load_listener, load_speech_price
from bot.texts import load_texts
from knowledge.answering.answer import Question
from tests.bot.samples import DENIAL, answer, bare
from tests.bot.telegram.conftest import Running
from tests.servers.openai import Cuts, Fails, OpenAIServer
from tests.servers.telegram import Chat, TelegramServer

WORDS = load_texts("en")
SPOKEN = "Was oil spilt?"


@pytest.fixture
async def ears() -> AsyncIterator[OpenAIServer]:
    async with OpenAIServer(words=SPOKEN) as started:
        yield started


@pytest.fixture
def spending(engine: Engine) -> Spending:
    return Spending(engine)


@pytest.fixture
def listening(bot: Running, ears: OpenAIServer, spending: Spending) -> Running:
    bot.listener = listener(ears, spending)
    return bot


def listener(ears: OpenAIServer, spending: Spending, dollars: float = 1.0) -> Listener:
    return MeteredListener(
        listener=load_listener("openai:gpt-transcribe", "k", ears.base_url),
        budget=Budget(spending=spending, dollars=dollars),
        micro_dollars_a_minute=load_speech_price("openai:gpt-transcribe"),
    )


@pytest.fixture
def chat(server: TelegramServer) -> Chat:
    return server.private_chat(server.user("Ada"))


async def test_a_spoken_question_is_answered_and_shows_the_words_that_were_heard(
    server: TelegramServer, listening: Running, chat: Chat, ears: OpenAIServer, spending: Spending
) -> None:
    async with listening.running():
        server.speak(chat, seconds=30, content=b"OggS-question")
        await server.until_sent(chat, 1)
    assert [text for text, _ in listening.answerer.asked] == [SPOKEN]
    assert WORDS("understood", question=SPOKEN) in chat.from_bot[0].text
    (hearing,) = ears.hearings
    assert (hearing.content, hearing.file_name) == (b"OggS-question", "voice.ogg")
    assert spending.today() == 2250  # half a minute at 0.0045 dollars
    assert server.oddities == []


async def test_a_spoken_follow_up_shows_what_was_heard_and_how_it_was_understood(
    server: TelegramServer, listening: Running, chat: Chat, ears: OpenAIServer
) -> None:
    ears.words = "and when?"
    given = answer(bare(DENIAL), mode="quotes")
    question = Question(text="When was oil spilt?", language="en", asked="and when?")
    listening.answerer.replies["and when?"] = replace(given, question=question)
    async with listening.running():
        server.speak(chat)
        await server.until_sent(chat, 1)
    text = chat.from_bot[0].text
    assert WORDS("asked", question="and when?") in text
    assert WORDS("understood", question="When was oil spilt?") in text


@pytest.mark.parametrize("code", ["en", "ar"])
async def test_without_a_model_that_hears_it_is_refused_kindly(
    server: TelegramServer, bot: Running, code: str
) -> None:
    chat = server.private_chat(server.user("Ada", language=code))
    async with bot.running():
        server.speak(chat)
        await server.until_sent(chat, 1)
    assert chat.from_bot[0].text == load_texts(code)("only-text")
    assert server.calls("getFile") == []


@pytest.mark.parametrize(
    ("heard", "faults", "key"),
    [
        pytest.param("", [], "voice-empty", id="silence"),
        pytest.param(" … ", [], "voice-empty", id="no-words"),
        pytest.param(SPOKEN, [Fails(status=400)], "voice-failed", id="refused"),
        pytest.param(SPOKEN, [Cuts(), Cuts()], "voice-failed", id="cut-off"),
    ],
)
async def test_what_cannot_be_heard_is_told_with_a_way_on(
    *,
    server: TelegramServer,
    listening: Running,
    chat: Chat,
    ears: OpenAIServer,
    heard: str,
    faults: list[Fails | Cuts],
    key: str,
) -> None:
    ears.words = heard
    ears.speech_script.extend(faults)
    async with listening.running():
        server.speak(chat)
        await server.until_sent(chat, 1)
    assert chat.from_bot[0].text == WORDS(key)
    assert listening.answerer.asked == []


async def test_too_long_ones_and_spent_money_cost_nothing(
    server: TelegramServer,
    listening: Running,
    chat: Chat,
    ears: OpenAIServer,
    spending: Spending,
) -> None:
    listening.listener = listener(ears, spending, dollars=0.0)
    async with listening.running():
        server.speak(chat, seconds=121)
        await server.until_sent(chat, 1)
        server.speak(chat, seconds=120)
        await server.until_sent(chat, 2)
    shown = [message.text for message in chat.from_bot]
    assert shown == [WORDS("voice-too-long", count=2), WORDS("voice-spent")]
    assert ears.hearings == []


async def test_in_a_group_only_a_spoken_reply_to_the_bot_is_heard(
    server: TelegramServer, listening: Running, ears: OpenAIServer
) -> None:
    ada = server.user("Ada")
    group = server.group(members=[ada], bot_status="administrator")
    async with listening.running():
        server.send(group, "/ask Who closed the harbour?", sender=ada)
        await server.until_sent(group, 1)
        server.speak(group, sender=ada)
        server.speak(group, sender=ada, reply_to=group.from_bot[0])
        await server.until_sent(group, 2)
    assert len(ears.hearings) == 1
    assert listening.answerer.asked[-1] == (SPOKEN, "Who closed the harbour?")


def test_a_model_without_a_price_costs_more_than_those_with_one() -> None:
    known = [load_speech_price(f"openai:{name}") for name in ("gpt-transcribe", "whisper-1")]
    assert load_speech_price("openai:of-next-year") > max(known)
