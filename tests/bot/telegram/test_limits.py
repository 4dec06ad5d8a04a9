"""How often readers may ask, and what the model may cost: told once, kindly, with when it ends."""

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.budget import Budget, MeteredModel, Price, load_price
from bot.journal import Journal
from bot.journal.allowance import Limits
from bot.journal.spending import Spending
from bot.texts import LANGUAGES, load_texts
from knowledge.answering.model import Message, Role
from tests.bot.telegram.conftest import Running
from tests.bot.telegram.test_commands import reader, said
from tests.servers.telegram import TelegramServer

WORDS = load_texts("en")


class SetClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 21, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def journal(engine: Engine, clock: SetClock) -> Journal:
    return Journal(engine, clock)


async def test_past_its_limit_a_reader_is_told_once_with_when_it_ends_even_after_a_restart(
    server: TelegramServer, bot: Running, clock: SetClock
) -> None:
    chat, other = reader(server), reader(server)
    bot.limits = Limits(reader=2, chat=60)
    async with bot.running():
        await said(server, chat, "one")
        clock.now += timedelta(minutes=10)
        await said(server, chat, "two")
        notice = await said(server, chat, "three")
        server.send(chat, "four")
        await said(server, other, "somebody else")
    async with bot.running():
        server.send(chat, "five")
        assert (await said(server, chat, "/about")).text == WORDS("about")
        clock.now += timedelta(minutes=51)
        assert "The mayor" in (await said(server, chat, "six")).text
        assert "9 minutes" in (await said(server, chat, "seven")).text
    assert notice.text == WORDS("limit-reader", questions="2", count=50)
    assert [text for text, _ in bot.answerer.asked] == ["one", "two", "somebody else", "six"]


async def test_a_chat_has_a_limit_of_its_own(server: TelegramServer, bot: Running) -> None:
    ada, bob = server.user("Ada"), server.user("Bob")
    group = server.group(members=[ada, bob])
    bot.limits = Limits(reader=20, chat=2)
    async with bot.running():
        await said(server, group, "/ask one", sender=ada)
        await said(server, group, "/ask two", sender=bob)
        notice = await said(server, group, "/ask three", sender=ada)
    assert notice.text == WORDS("limit-chat", questions="2", count=60)


@pytest.mark.parametrize("code", LANGUAGES)
async def test_an_example_past_the_limit_says_so_in_a_toast(
    server: TelegramServer, bot: Running, code: str
) -> None:
    chat = reader(server, code)
    bot.limits = Limits(reader=0)
    async with bot.running():
        start = await said(server, chat, "/start")
        press = server.press(start, 0)
        await server.until_called("answerCallbackQuery")
    assert press.toast.startswith(load_texts(code)("limit-reader", questions="0", count=60)[:40])
    assert len(press.toast) <= 200


async def test_when_the_money_is_spent_the_next_answer_says_so_once_a_day(
    server: TelegramServer, bot: Running, engine: Engine, clock: SetClock
) -> None:
    chat = reader(server)
    spending = Spending(engine, clock)
    bot.budget = Budget(spending=spending, dollars=0.5)
    note = WORDS("budget-spent", count=3)
    async with bot.running():
        assert note not in (await said(server, chat, "one")).text
        spending.add(499_999)
        assert note not in (await said(server, chat, "two")).text
        spending.add(1)
        assert note in (await said(server, chat, "three")).text
        assert note not in (await said(server, chat, "four")).text
        assert "language and article: 0" in (await said(server, chat, "/forget")).text
    clock.now += timedelta(hours=3)
    assert not bot.budget.is_spent()


class Echo:
    """A model that says one thing."""

    name = "openai:gpt-5.4-mini-2026-03-05"

    async def stream(self, _: Sequence[Message], form: object = None) -> AsyncIterator[str]:
        yield "x" * 200
        yield "x" * 100

    async def check(self) -> None: ...

    async def aclose(self) -> None: ...


async def test_a_reply_is_paid_for_even_when_it_is_cut_off(engine: Engine, tmp_path: Path) -> None:
    spending = Spending(engine)
    model = MeteredModel(Echo(), spending)
    question = [Message(role=Role.READER, text="y" * 300)]
    pieces = [piece async for piece in model.stream(question)]
    whole = spending.today()
    assert len(pieces) == 2
    assert whole == Price(input=0.75, output=4.5).estimate(300, 300) > 0
    cut = model.stream(question)
    await anext(cut)
    await cut.aclose()
    assert whole < spending.today() < 2 * whole


@pytest.mark.parametrize(
    ("model", "output"),
    [
        pytest.param("openai:gpt-5.4-mini", 4.5, id="named"),
        pytest.param("openai:gpt-4.1-nano-2025-04-14", 0.4, id="dated"),
        pytest.param("openai:somebody-elses", 120.0, id="unknown-is-dear"),
    ],
)
def test_prices_are_found_by_the_longest_beginning(model: str, output: float) -> None:
    assert load_price(model).output == output
