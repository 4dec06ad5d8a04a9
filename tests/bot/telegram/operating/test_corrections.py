"""Corrections: what a new version touches is told, and corrected with one press."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import func, select

from bot.journal.tables import answer_quotes
from bot.proofreading import Correction
from bot.stored_passages import StoredPassages
from bot.telegram.operating.correction_pages import correction_screen
from bot.texts import load_texts
from bot.touched import Touched
from knowledge.answering.answer import Answer, Citation, Statement
from knowledge.library.records import NewArticle
from knowledge.text.article import Article, Source
from knowledge.text.claim import Stance
from knowledge.text.passage import Span
from knowledge.text.quote import cut_quote
from tests.bot.samples import answer
from tests.bot.telegram.operating.conftest import WORDS, Office
from tests.servers.telegram import Chat, Message, as_text

TEXT = "The dam broke on Monday. Officials said 137 people died. The mill burned."
TOLL = "Officials said 137 people died."
MILL = "The mill burned."
QUESTION = "How many died?"


def store(office: Office, text: str) -> None:
    source = Source(label="dam", title="The dam", language="en")
    office.library.archive.add(NewArticle(address="a", text=text, source=source, id="dam"))


def answer_of(office: Office, *quotes: str, language: str = "en") -> Answer:
    article = office.library.catalogue.article("dam")
    statements = []
    for words in quotes:
        start = article.text.index(words)
        quote = cut_quote(article, Span(start=start, end=start + len(words)))
        cited = Citation(quote=quote, source=article.source)
        statements.append(
            Statement(text="A summary.", speaker="", stance=Stance.STATES, citations=(cited,))
        )
    return answer(*statements, language=language)


def kept(office: Office) -> int:
    """How many answers with quotes are kept."""
    with office.engine.connect() as connection:
        query = select(func.count(answer_quotes.c.answer_id.distinct()))
        return int(connection.execute(query).scalar_one())


@asynccontextmanager
async def answered(office: Office, language: str = "en") -> AsyncIterator[tuple[Chat, Message]]:
    """A running bot that has answered a reader from the first version."""
    store(office, TEXT)
    office.bot.passages = StoredPassages(office.library.catalogue)
    office.bot.answerer.replies[QUESTION] = answer_of(office, TOLL, MILL, language=language)
    chat = office.server.private_chat(office.server.user("Ada"))
    async with office.bot.running():
        office.server.send(chat, QUESTION)
        await office.server.until_sent(chat, 1)
        yield chat, chat.from_bot[0]


async def noticed(office: Office) -> Message:
    """What the operators are told of it; an errand makes the bot look at once."""
    office.server.send_file(office.chat, "other.txt", b"Something else happened elsewhere.")
    notice = "has a new version"
    await office.server.until(
        lambda: any(notice in m.text for m in office.chat.from_bot), timeout_seconds=10
    )
    return next(m for m in office.chat.from_bot if notice in m.text)


async def test_with_one_press_the_answers_are_edited_with_a_dated_notice(office: Office) -> None:
    async with answered(office) as (chat, message):
        store(office, TEXT.replace("137", "143"))
        notice = await noticed(office)
        lines = notice.text.splitlines()
        assert "“The dam” has a new version (2)" in lines[0]
        assert f"• {TOLL} → {TOLL.replace('137', '143')}" in lines
        assert WORDS("correction-answers", count=1) in lines
        assert "A summary." in message.text
        await office.pressed(notice, WORDS("correct"))
        await office.until_reads(notice, WORDS("corrected", count=1))
    shown = as_text(message).splitlines()
    assert shown[0].startswith("**Corrected on ")
    assert shown[2:6] == [
        WORDS("corrected-was"),
        f"┃ {TOLL} ¹",
        WORDS("corrected-now"),
        f"┃ {TOLL.replace('137', '143')}",
    ]
    assert [WORDS("corrected-rest"), f"┃ {MILL} ²"] == shown[7:9]
    assert "A summary." not in message.text
    assert [b.text for b in message.buttons] == ["1", "2"]
    assert len(chat.from_bot) == 1
    assert office.server.oddities == []


async def test_its_quotes_still_open_and_it_is_not_told_twice(office: Office) -> None:
    async with answered(office) as (chat, message):
        store(office, TEXT.replace(TOLL, "").replace("  ", " "))
        notice = await noticed(office)
        assert WORDS("correction-removed") in notice.text
        await office.pressed(notice, WORDS("correct"))
        await office.until_reads(notice, WORDS("corrected", count=1))
        assert WORDS("corrected-removed") in message.text
        office.server.press(message, "1")
        await office.server.until_sent(chat, 2)
        assert TOLL in chat.from_bot[1].text
        assert (await office.said("/corrections")).text == WORDS("corrections-none")
    async with office.bot.running():
        assert (await office.said("/corrections")).text == WORDS("corrections-none")
    told = [m for m in office.chat.from_bot if "has a new version" in m.text]
    assert told == []


async def test_what_could_not_be_edited_is_named_without_a_name(office: Office) -> None:
    async with answered(office) as (_, message):
        bob = office.server.private_chat(office.server.user("Bob"))
        office.server.send(bob, QUESTION)
        await office.server.until_sent(bob, 1)
        cleo = office.server.private_chat(office.server.user("Cleo"))
        office.server.send(cleo, QUESTION)
        await office.server.until_sent(cleo, 1)
        store(office, TEXT.replace("137", "143"))
        notice = await noticed(office)
        message.deleted = True
        office.server.block(bob)
        await office.pressed(notice, WORDS("correct"))
        await office.until_reads(notice, WORDS("corrected", count=1))
    assert WORDS("uncorrected", count=2) in notice.text
    assert notice.text.count(f"{WORDS('where-private')}: ") == 2
    for key in ("why-deleted", "why-shut-out"):
        assert WORDS(key) in notice.text
    assert not {"Ada", "Bob", "Cleo"} & set(notice.text.split())
    assert cleo.from_bot[0].edited


async def test_answers_can_be_left_as_they_are(office: Office) -> None:
    async with answered(office) as (_, message):
        store(office, TEXT.replace("137", "143"))
        notice = await noticed(office)
        assert await office.pressed(notice, WORDS("leave")) == WORDS("left")
        assert notice.text == WORDS("corrections-none")
    assert not message.edited


async def test_a_version_that_touches_no_quote_is_not_told(office: Office) -> None:
    async with answered(office):
        store(office, TEXT.replace("Monday", "Tuesday"))
        other = await office.said("/add x.invalid")
        await office.until_reads(other, "Not taken")
        assert (await office.said("/corrections")).text == WORDS("corrections-none")
    assert not any("has a new version" in m.text for m in office.chat.from_bot)


async def test_the_next_version_is_told_only_for_what_it_changes(office: Office) -> None:
    async with answered(office) as (_, message):
        store(office, TEXT.replace("137", "143"))
        notice = await noticed(office)
        await office.pressed(notice, WORDS("correct"))
        await office.until_reads(notice, WORDS("corrected", count=1))
        store(office, TEXT.replace("137", "143").replace("burned", "stands"))
        second = await noticed(office)
        assert "143" not in second.text
        await office.pressed(second, WORDS("correct"))
        await office.until_reads(second, WORDS("corrected", count=1))
        assert "143" in message.text
        assert "stands" in message.text


@pytest.mark.parametrize("language", ["ar", "ru"])
async def test_a_correction_is_in_the_language_of_the_answer(office: Office, language: str) -> None:
    words = load_texts(language)
    async with answered(office, language) as (_, message):
        store(office, TEXT.replace("137", "143"))
        notice = await noticed(office)
        await office.pressed(notice, WORDS("correct"))
        await office.until_reads(notice, WORDS("corrected", count=1))
    assert words("corrected-now") in message.text


async def test_an_operator_is_told_in_the_language_of_the_last_order(office: Office) -> None:
    office.operator.language = "de"
    words = load_texts("de")
    async with answered(office):
        assert (await office.said("/corrections")).text == words("corrections-none")
        store(office, TEXT.replace("137", "143"))
        await office.said("/add x.invalid")
        await office.server.until(
            lambda: any(
                words("correct") in [b.text for b in m.buttons] for m in office.chat.from_bot
            )
        )


async def test_what_was_found_while_nobody_served_is_told_at_the_start(office: Office) -> None:
    async with answered(office):
        pass
    store(office, TEXT.replace("137", "143"))
    async with office.bot.running():
        await office.server.until_sent(office.chat, 1)
    assert "“The dam” has a new version (2)" in office.chat.from_bot[0].text


@pytest.mark.parametrize("way", ["card", "guest"])
async def test_answers_in_chats_that_the_bot_is_not_in_are_corrected_too(
    office: Office, way: str
) -> None:
    async with answered(office, "es"):
        ada = office.server.user("Ada")
        if way == "card":
            query = office.server.inline_query(ada, QUESTION)
            await office.server.until(lambda: query.answer is not None)
            office.server.choose(query, 1)
        else:
            group = office.server.group(members=[ada], bot_status="left")
            about = office.server.send(group, "Look", sender=ada)
            name = f"@{office.server.bot.username}"
            query = office.server.guest_message(group, f"{name} {QUESTION}", ada, about)
        await office.server.until(lambda: query.answer is not None)
        async with asyncio.timeout(5):
            while kept(office) < 2:  # it is kept right after Telegram has answered
                await asyncio.sleep(0.01)
        store(office, TEXT.replace("137", "143"))
        notice = await noticed(office)
        assert WORDS("correction-answers", count=2) in notice.text
        await office.pressed(notice, WORDS("correct"))
        await office.until_reads(notice, WORDS("corrected", count=2))
    edits = [c.parameters for c in office.server.calls("editMessageText")]
    (edit,) = [one for one in edits if one.get("inline_message_id")]
    assert edit["inline_message_id"] == query.id
    assert load_texts("es")("corrected-now") in edit["text"]


async def test_a_card_that_would_be_another_now_is_not_guessed(office: Office) -> None:
    async with answered(office):
        query = office.server.inline_query(office.server.user("Ada"), QUESTION)
        await office.server.until(lambda: query.answer is not None)
        office.bot.answerer.replies[QUESTION] = answer_of(office, MILL)
        office.server.choose(query, 1)
        await office.said("/help")
    assert kept(office) == 1


def test_a_change_late_in_a_long_quote_is_shown() -> None:
    begin = "The mayor said on Monday, after a long night at the dam of Orvale in the rain, that "
    article = Article(id="a", version=2, text="x", source=Source(label="a", title="The dam"))
    touched = Touched(was=f"{begin}137 people died.", now=f"{begin}143 people died.")
    correction = Correction(id=1, article=article, touched=(touched,), answers=("b",))
    shown = correction_screen(correction, WORDS).page.text
    assert "that 137 people died. → … " in shown
    assert "that 143 people died.\n" in shown
