"""Inline mode and guest mode: answers in chats that the bot is not in."""

import pytest

from bot.telegram.links import QuestionLink, read_payload
from bot.texts import LANGUAGES, load_texts
from knowledge.answering.answer import Outcome
from tests.bot.samples import CLOSURE, DENIAL, SIGHTING, answer, bare, refusal
from tests.bot.telegram.conftest import Running
from tests.servers.telegram import TelegramServer

WORDS = load_texts("en")


async def test_an_inline_query_offers_the_answer_and_its_quotes_as_cards(
    server: TelegramServer, bot: Running
) -> None:
    bot.answerer.replies["oil?"] = answer(
        bare(DENIAL), bare(SIGHTING), outcome=Outcome.DISPUTED, mode="quotes"
    )
    async with bot.running():
        query = server.inline_query(server.user("Ada"), "oil?")
        await server.until(lambda: query.answer is not None)
    assert query.results is not None
    assert [result["title"] for result in query.results] == [
        WORDS("card-answer"),
        "The mayor denies",
        "Rosa Peña says",
    ]
    texts = [result["input_message_content"]["message_text"] for result in query.results]
    assert "You asked: oil?" in texts[0]
    assert texts[1].splitlines()[2] == "The mayor denies that oil was spilt. ¹"
    button = query.results[0]["reply_markup"]["inline_keyboard"][0][0]
    assert read_payload(button["url"].split("start=")[1]) == QuestionLink("oil?")
    assert query.answer is not None
    assert query.answer["is_personal"]
    assert server.oddities == []


@pytest.mark.parametrize("text", ["", "  ", "nothing known"])
async def test_without_an_answer_there_are_no_cards(
    server: TelegramServer, bot: Running, text: str
) -> None:
    bot.answerer.replies["nothing known"] = refusal()
    async with bot.running():
        query = server.inline_query(server.user("Ada"), text)
        await server.until(lambda: query.answer is not None)
    assert query.results == []


async def test_of_several_queries_while_typing_only_the_newest_is_answered(
    server: TelegramServer, bot: Running
) -> None:
    ada = server.user("Ada")
    gate = bot.answerer.hold("w")
    async with bot.running():
        server.inline_query(ada, "w")
        await server.until(lambda: bot.answerer.asked)
        queries = [server.inline_query(ada, text) for text in ("wh", "who", "who?")]
        await server.until(lambda: queries[-1].id and not server.updates.pending)
        gate.set()
        await server.until(lambda: queries[-1].answer is not None)
    assert [text for text, _ in bot.answerer.asked] == ["w", "who?"]
    assert [query.answer is not None for query in queries] == [False, False, True]


async def test_a_guest_checks_what_the_message_above_claims(
    server: TelegramServer, bot: Running
) -> None:
    ada, bob = server.user("Ada"), server.user("Bob")
    group = server.group(members=[ada, bob], bot_status="left")
    claim = server.send(group, "The harbour is full of oil.", sender=bob)
    async with bot.running():
        name = f"@{server.bot.username}"
        query = server.guest_message(group, name, ada, claim)
        await server.until(lambda: query.answer is not None)
        further = server.guest_message(group, f"{name} who says so?", ada, claim)
        await server.until(lambda: further.answer is not None)
    assert bot.answerer.asked == [
        ("The harbour is full of oil.", ""),
        ("who says so?", "The harbour is full of oil."),
    ]
    assert query.results is not None
    text = query.results[0]["input_message_content"]["message_text"]
    assert text.startswith(WORDS("first-contact"))
    assert "The mayor denies that oil was spilt." in text
    assert group.from_bot == []
    assert server.oddities == []


@pytest.mark.parametrize("code", LANGUAGES)
async def test_a_guest_without_an_answer_says_so_in_the_language_of_the_question(
    server: TelegramServer, bot: Running, code: str
) -> None:
    ada = server.user("Ada", language=code)
    group = server.group(members=[ada], bot_status="left")
    claim = server.send(group, "Somebody won.", sender=ada)
    bot.answerer.replies["Somebody won."] = refusal(language=code)
    async with bot.running():
        query = server.guest_message(group, f"@{server.bot.username}", ada, claim)
        await server.until(lambda: query.answer is not None)
    assert query.results is not None
    text = query.results[0]["input_message_content"]["message_text"]
    assert load_texts(code)("not-in-articles") in text


async def test_a_long_quote_is_offered_only_if_it_fits(
    server: TelegramServer, bot: Running
) -> None:
    bot.answerer.replies["all"] = answer(*[bare(CLOSURE)] * 3, mode="quotes")
    async with bot.running():
        query = server.inline_query(server.user("Ada"), "all")
        await server.until(lambda: query.answer is not None)
    assert query.results is not None
    assert len(query.results) == 2
