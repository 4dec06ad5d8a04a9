"""Channels: their posts are articles, and answers quote them as Telegram does."""

import asyncio
from contextlib import nullcontext
from datetime import UTC, datetime

import pytest
from telegram import Chat as TelegramChat
from telegram import Message as TelegramMessage

from bot.telegram.channels import Channels
from bot.texts import load_texts
from knowledge.answering.answer import Statement
from knowledge.text.article import Article
from knowledge.text.claim import Stance
from tests.bot.samples import answer, bare, cite
from tests.bot.telegram.conftest import Running
from tests.bot.telegram.fakes import BrokenError, Tray
from tests.servers.telegram import Chat, Entity, Message, TelegramServer

TEXT = "😀 Harbour closed. The mayor denies that oil was spilt. Nobody was hurt."
DENIAL = "The mayor denies that oil was spilt."
QUESTION = "Was oil spilt?"


@pytest.fixture
def wire(server: TelegramServer) -> Chat:
    return server.channel("Coast News", username="Coast_News")


@pytest.fixture
async def tray(server: TelegramServer, bot: Running) -> Tray:
    tray, loop = Tray(bot.shelf), asyncio.get_running_loop()
    tray.announce = lambda: loop.call_soon_threadsafe(server.world.changes.announce)
    bot.channels, bot.intake = frozenset({"coast_news"}), tray
    return tray


def answer_from(bot: Running, article: Article) -> None:
    """Let the question be answered with a sentence of *article*."""
    statement = Statement(
        text="", speaker="The mayor", stance=Stance.DENIES, citations=(cite(DENIAL, article),)
    )
    bot.answerer.replies[QUESTION] = answer(bare(statement), mode="quotes")


async def taken_in(server: TelegramServer, bot: Running, tray: Tray, post: Message) -> Article:
    await server.until(lambda: len(tray.taken) == 1)
    article = next(one for one in bot.shelf.others if one.text == post.text)
    answer_from(bot, article)
    return article


async def test_a_post_becomes_an_article_and_its_change_a_new_version(
    server: TelegramServer, bot: Running, wire: Chat, tray: Tray
) -> None:
    other = server.channel("Elsewhere", username="elsewhere")
    async with bot.running():
        server.send(other, "Not of this newsroom.")
        post = server.send(wire, TEXT)
        server.send(wire, "🔥")
        server.edit(post, TEXT + " Updated.")
        await server.until(lambda: len(tray.taken) == 2 and not server.updates.pending)
    assert [one.text for one in tray.taken] == [TEXT, TEXT + " Updated."]
    assert {one.address for one in tray.taken} == {"https://t.me/Coast_News/1"}
    assert tray.taken[0].source.publisher == "Coast News"
    assert tray.taken[1].source.modified
    assert wire.from_bot == other.from_bot == []


@pytest.mark.parametrize(("faults", "taken"), [(2, 1), (4, 0)])
async def test_an_archive_that_fails_is_tried_again_a_few_times(
    bot: Running, tray: Tray, faults: int, taken: int
) -> None:
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    tray.faults = [BrokenError("busy")] * faults
    where = TelegramChat(id=-1001, type="channel", username="Coast_News")
    post = TelegramMessage(1, datetime(2026, 3, 2, tzinfo=UTC), where, text=TEXT)
    channels = Channels(names=bot.channels, intake=tray, sleep=sleep)
    with nullcontext() if taken else pytest.raises(BrokenError):
        await channels.take_in(post)
    assert len(tray.taken) == taken
    assert pauses == [1.0, 2.0, 4.0][: min(faults, 3)]


async def test_an_answer_from_a_post_quotes_it_as_telegram_does(
    server: TelegramServer, bot: Running, wire: Chat, tray: Tray
) -> None:
    ada = server.user("Ada")
    chat, group = server.private_chat(ada), server.group(members=[ada], bot_status="administrator")
    async with bot.running():
        post = server.send(wire, TEXT)
        await taken_in(server, bot, tray, post)
        server.send(chat, QUESTION)
        server.send(group, f"/ask {QUESTION}", sender=ada)
        await server.until_sent(chat, 1)
        await server.until_sent(group, 1)
    for message in (chat.from_bot[0], group.from_bot[0]):
        assert message.reply_to is post
        assert message.quote is not None
        assert (message.quote["text"], message.quote["position"]) == (DENIAL, 19)
    asked = load_texts("en")("asked", question=QUESTION)
    assert asked in group.from_bot[0].text
    assert asked not in chat.from_bot[0].text
    assert server.oddities == []


@pytest.mark.parametrize("reason", ["styled", "changed", "gone", "not-a-member"])
async def test_where_telegram_refuses_the_quote_the_answer_goes_out_plain(
    server: TelegramServer, bot: Running, wire: Chat, tray: Tray, reason: str
) -> None:
    ada = server.user("Ada")
    group = server.group(members=[ada], bot_status="administrator")
    bold = [Entity(type="bold", offset=19, length=9)] if reason == "styled" else []
    async with bot.running():
        post = server.send(wire, TEXT, entities=bold)
        await taken_in(server, bot, tray, post)
        if reason == "changed":
            server.edit(post, "Nothing of it stands.")
            await server.until(lambda: len(tray.taken) == 2)
            bot.shelf.others[0] = tray.shelf.others[0]
        post.deleted = reason == "gone"
        if reason == "not-a-member":
            wire.statuses[server.bot.id] = "left"
        for count in (1, 2):
            question = server.send(group, f"/ask {QUESTION}", sender=ada)
            await server.until_sent(group, count)
    assert group.from_bot[1].reply_to is question
    assert group.from_bot[1].quote is None
    assert DENIAL in group.from_bot[1].text
    tries = len(server.calls("sendMessage"))
    assert tries == (3 if reason == "not-a-member" else 4)  # a chat that is not there, once
