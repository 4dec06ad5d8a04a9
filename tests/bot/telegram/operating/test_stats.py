"""Figures: what the questions of the last days became, in words and as a picture."""

import io
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image, ImageColor

from bot.journal import GivenAnswer, Journal, Received
from bot.journal.figures import Day, percentile
from bot.journal.spending import Spending
from bot.stats_pictures import COLOURS, draw_days
from bot.texts import load_texts
from knowledge.answering.answer import Outcome
from tests.bot.samples import DENIAL, SIGHTING, answer, bare, refusal
from tests.bot.telegram.operating.conftest import WORDS, Office

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def give(journal: Journal, name: str, outcome: str, milliseconds: int = 100) -> None:
    given = GivenAnswer(
        id=name, chat=1, reader=2, message=3, question="", quotes=(), outcome=outcome,
        milliseconds=milliseconds,
    )  # fmt: skip
    journal.put(Received(bot=9, update_id=1, payload={}), 1, [], given)


async def test_stats_count_what_questions_became_and_show_a_picture(office: Office) -> None:
    replies = office.bot.answerer.replies
    replies["a"] = answer(bare(DENIAL), mode="quotes", milliseconds={"total": 400})
    replies["b"] = answer(
        bare(DENIAL), bare(SIGHTING), outcome=Outcome.DISPUTED, milliseconds={"total": 2500}
    )
    replies["c"] = refusal()
    ada = office.server.private_chat(office.server.user("Ada"))
    async with office.bot.running():
        for number, question in enumerate("abc", 1):
            office.server.send(ada, question)
            await office.server.until_sent(ada, number)
        office.server.press(ada.from_bot[0], "👍")
        await office.server.until_called("answerCallbackQuery")
        shown = await office.said("/stats")
        assert shown.text.splitlines() == [
            "The last 7 days",
            "Questions: 3",
            "🟩 answered: 1",
            "🟪 disputed: 1",
            "🟨 answered in part: 0",
            "🟥 not in the articles: 1",
            "👍 1 · 👎 0",
            "The model cost 0.00 dollars.",
            WORDS("stats-latency", half="0.4", most="2.5"),
            WORDS("stats-picture"),
        ]
        await office.pressed(shown, WORDS("stats-days", days="30"))
    assert shown.text.startswith(WORDS("stats-head", days="30"))
    assert [b.text for b in shown.buttons] == [WORDS("stats-days", days="7")]
    (sent,) = office.server.calls("sendPhoto")
    picture = Image.open(io.BytesIO(sent.parameters["photo"].content))
    assert (picture.format, picture.size) == ("PNG", (1000, 640))
    assert len(office.chat.from_bot) == 1
    assert office.server.oddities == []


def test_days_are_of_utc_and_only_the_last_ones_count(office: Office) -> None:
    journal = Journal(office.library.engine, lambda: NOW)
    give(journal, "today", "answered")
    early = Journal(office.library.engine, lambda: NOW.replace(hour=0, minute=0))
    give(early, "midnight", "refused")
    for name, ago in (("yesterday", 1), ("a-week", 6), ("older", 7)):
        give(Journal(office.library.engine, lambda ago=ago: NOW - timedelta(days=ago)), name, "x")
    journal.votes.give("today", 5, helpful=False)
    Spending(office.library.engine, lambda: NOW).add(1_500_000)
    days = journal.figures.days(9, 7)
    assert [day.outcomes.total() for day in days] == [1, 0, 0, 0, 0, 1, 2]
    assert days[-1].outcomes == Counter(answered=1, refused=1)
    assert (days[-1].not_helpful, days[-1].micro_dollars) == (1, 1_500_000)


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([], 0.5, 0), ([7], 0.95, 7), ([3, 1, 2], 0.5, 2), (list(range(1, 101)), 0.95, 95)],
)
def test_percentiles_are_values_that_there_are(
    values: list[int], share: float, expected: int
) -> None:
    assert percentile(values, share) == expected


@pytest.mark.parametrize("count", [7, 30])
def test_the_picture_shows_each_outcome_in_its_colour_and_an_empty_one_can_be_drawn(
    count: int,
) -> None:
    first = NOW.date() - timedelta(days=count - 1)
    empty = [Day(day=first + timedelta(days=n)) for n in range(count)]
    full = [
        Day(day=one.day, outcomes=Counter(dict.fromkeys(COLOURS, 5)), milliseconds=[100, 900])
        for one in empty
    ]
    shown = Image.open(io.BytesIO(draw_days(full))).convert("RGB")
    seen = Counter(shown.get_flattened_data())
    shares = [seen[ImageColor.getrgb(colour)] for colour in COLOURS.values()]
    assert min(shares) > 0
    assert max(shares) - min(shares) < 0.2 * max(shares)
    bare_page = Image.open(io.BytesIO(draw_days(empty))).convert("RGB")
    colours = {ImageColor.getrgb(colour) for colour in COLOURS.values()}
    assert not colours & set(bare_page.get_flattened_data())


@pytest.mark.parametrize("language", ["ar", "ru"])
async def test_without_questions_there_are_no_seconds(office: Office, language: str) -> None:
    office.operator.language = language
    async with office.bot.running():
        shown = await office.said("/stats")
    words = load_texts(language)
    assert words("stats-questions", count=0) in shown.text
    assert words("stats-picture") not in shown.text
