"""Drafts: checked statements while others may still come, in private chats only."""

from itertools import pairwise

import pytest

from tests.bot.samples import CLOSURE, DENIAL, SIGHTING, answer
from tests.bot.telegram.conftest import Running
from tests.bot.telegram.test_commands import reader, said
from tests.servers.telegram import ServerError, TelegramServer

EVERY = 0.05


@pytest.fixture(autouse=True)
def _slow_model(bot: Running) -> None:
    bot.patience = type(bot.patience)(reply=1.0, answer=5.0, stop=2.0, draft=EVERY)
    bot.answerer.pause_seconds = 2 * EVERY
    bot.answerer.replies["slow"] = answer(DENIAL, SIGHTING, CLOSURE)


async def test_an_answer_under_way_grows_as_a_draft_and_ends_as_a_message(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    async with bot.running():
        message = await said(server, chat, "slow")
    texts = [draft.formatted.text for draft in chat.drafts]
    assert 1 <= len(texts) <= 4
    assert "The mayor says that no oil was spilt." in texts[0]
    assert all(len(after) > len(before) for before, after in pairwise(texts))
    assert {draft.id for draft in chat.drafts} == {chat.messages[0].id}
    assert chat.draft_at(server.clock.now()) is None
    assert "She saw it herself." in message.text
    times = [call.time for call in server.calls("sendMessageDraft")]
    assert all(b - a >= 0.9 * EVERY for a, b in pairwise(times))
    assert server.oddities == []


async def test_an_answer_that_is_whole_at_once_has_no_draft(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    bot.answerer.pause_seconds = 0
    async with bot.running():
        await said(server, chat, "slow")
    assert chat.drafts == []


async def test_the_first_refusal_ends_drafts_for_that_chat(
    server: TelegramServer, bot: Running
) -> None:
    chat, other = reader(server), reader(server)
    server.faults.add("sendMessageDraft", ServerError())
    async with bot.running():
        await said(server, chat, "slow")
        await said(server, chat, "slow")
        assert len(server.calls("sendMessageDraft")) == 1
        await said(server, other, "slow")
    assert chat.drafts == []
    assert other.drafts != []


async def test_groups_see_the_typing_line_and_no_drafts(
    server: TelegramServer, bot: Running
) -> None:
    ada = server.user("Ada")
    group = server.group(members=[ada])
    gate = bot.answerer.hold("slow")
    async with bot.running():
        server.send(group, "/ask slow", sender=ada)
        await server.until(lambda: group.actions, what="the typing line")
        gate.set()
        await server.until_sent(group, 1)
    assert server.calls("sendMessageDraft") == []
    assert [action.name for action in group.actions] == ["typing"]
