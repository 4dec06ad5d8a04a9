"""Errands: done in the background, in two lines, and given up when they bring faults."""

import asyncio
from collections.abc import Iterator
from threading import Event

import pytest

from bot.intake import Told
from bot.journal import Journal
from bot.journal.errands import Errand, Work
from bot.newsroom import Newsroom
from tests.bot.samples import refusal
from tests.bot.telegram.operating.conftest import WORDS, Office


class Gated(Newsroom):
    """A newsroom whose pages wait, or break."""

    asked = Event()
    gate = Event()
    broken = False

    def add_web(self, url: str) -> Iterator[Told]:
        self.asked.set()
        self.gate.wait(10)
        if self.broken:
            raise KeyError(url)
        yield from ()


@pytest.fixture
def gated(office: Office) -> Gated:
    room = office.newsroom
    office.bot.newsroom = Gated(
        archive=room.archive,
        verdicts=room.verdicts,
        facts=room.facts,
        visitor=room.visitor,
        operators=room.operators,
    )
    Gated.asked.clear()
    Gated.gate.clear()
    Gated.broken = False
    return office.bot.newsroom


async def test_reading_holds_up_neither_questions_nor_answers_by_hand(
    office: Office, gated: Gated
) -> None:
    office.bot.answerer.replies["Who won?"] = refusal()
    ada = office.server.private_chat(office.server.user("Ada"))
    async with office.bot.running():
        reading = await office.said("/add https://a.example/feed")
        await asyncio.to_thread(gated.asked.wait, 10)
        office.server.send(ada, "Who won?")
        await office.server.until_sent(ada, 1)
        listed = await office.said("/unanswered")
        await office.pressed(listed, "1")
        shown = await office.said("Nobody.", reply_to=listed)
        await office.pressed(shown, WORDS("send"))
        await office.until_reads(shown, WORDS("told", count=1))
        assert reading.text == WORDS("add-reading", name="https://a.example/feed")
        gated.gate.set()
        await office.until_reads(reading, WORDS("add-nothing"))


async def test_a_fault_is_told_once_and_the_next_errand_is_done(
    office: Office, gated: Gated
) -> None:
    gated.gate.set()
    Gated.broken = True
    async with office.bot.running():
        first = await office.said("https://a.example/1")
        await office.until_reads(first, WORDS("error-unexpected"))
        Gated.broken = False
        second = await office.said("https://a.example/2")
        await office.until_reads(second, WORDS("add-nothing"))
        await office.until_idle()


async def test_stops_count_as_no_attempt(office: Office, gated: Gated) -> None:
    async with office.bot.running():
        reading = await office.said("https://a.example/1")
        await asyncio.to_thread(gated.asked.wait, 10)
    for _ in range(3):
        gated.asked.clear()
        async with office.bot.running():
            await asyncio.to_thread(gated.asked.wait, 10)
    gated.gate.set()
    async with office.bot.running():
        await office.until_reads(reading, WORDS("add-nothing"))


async def test_an_errand_that_brings_the_process_down_is_given_up(
    office: Office, gated: Gated
) -> None:
    errands, bot = office.bot.journal.errands, office.server.bot.id
    async with office.bot.running():
        reading = await office.said("https://a.example/1")
        await asyncio.to_thread(gated.asked.wait, 10)
    (kept,) = errands.open(bot)
    for _ in range(3):
        errands.begin(kept.errand.id)
    async with office.bot.running():
        await office.until_reads(reading, WORDS("error-unexpected"))
    gated.gate.set()


def test_an_errand_waits_until_its_message_is_sent(journal: Journal) -> None:
    (received,) = journal.accept(9, [{"update_id": 1}])
    errand = Errand(id="e", chat=5, work=Work.ADD, language="en")
    journal.put(received, 5, ["page"], errand=errand)
    assert journal.errands.open(9) == ()
    journal.finish(received)
    assert [kept.errand for kept in journal.errands.open(9)] == [errand]
    assert journal.errands.open(8) == ()
