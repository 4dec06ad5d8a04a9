"""What readers asked and the articles lack: listed without names, answered by hand, forgotten."""

import pytest
from sqlalchemy import func, select

from bot.journal.tables import lacking
from bot.texts import load_texts
from bot.topics import topic_of
from tests.bot.samples import refusal
from tests.bot.telegram.operating.conftest import WORDS, Office
from tests.servers.telegram import Chat, as_text

QUESTION = "Who won the match?"


async def asked(office: Office, chat: Chat, question: str, language: str = "en") -> None:
    office.bot.answerer.replies[question] = refusal(language=language)
    there = len(chat.from_bot)
    office.server.send(chat, question)
    await office.server.until_sent(chat, there + 1)


def reader(office: Office, name: str = "Ada") -> Chat:
    return office.server.private_chat(office.server.user(name))


def count(office: Office) -> int:
    query = select(func.count()).select_from(lacking)
    with office.engine.connect() as connection:
        return int(connection.execute(query).scalar_one())


async def test_refused_questions_are_grouped_counted_and_listed_newest_first(
    office: Office,
) -> None:
    ada, bob = reader(office, "Ada Lovelace"), reader(office, "Bob Builder")
    async with office.bot.running():
        assert (await office.said("/unanswered")).text == WORDS("lacking-none", days="30")
        await asked(office, ada, QUESTION)
        await asked(office, bob, "who won the match")
        await asked(office, ada, "Is it raining?")
        office.server.send(ada, "Was oil spilt?")  # this one is answered
        await office.server.until_sent(ada, 3)
        listed = await office.said("/unanswered")
        lines = listed.text.splitlines()
        assert lines[0] == WORDS("lacking-head", days="30", count=2)
        assert lines[2].startswith("1. Is it raining? · ")
        assert lines[3].startswith("2. who won the match · 2 × · ")
        assert not {"Ada", "Bob", "Lovelace", "Builder"} & set(listed.text.split())
        await office.pressed(listed, "1")
        assert await office.pressed(listed, WORDS("lacking-drop")) == WORDS("lacking-dropped")
        assert "raining" not in listed.text


async def test_an_answer_by_hand_is_shown_first_and_told_to_each_who_asked_as_the_newsrooms(
    office: Office,
) -> None:
    ada, bob = reader(office), reader(office, "Bob")
    async with office.bot.running():
        await asked(office, ada, QUESTION)
        await asked(office, ada, "who won the match")
        await asked(office, bob, QUESTION)
        before = len(ada.from_bot)
        listed = await office.said("/unanswered")
        await office.pressed(listed, "1")
        office.server.press(listed, WORDS("lacking-answer"))
        await office.server.until_sent(office.chat, 2)
        prompt = office.chat.from_bot[1]
        assert prompt.markup == {"force_reply": True}
        shown = await office.said("The <b>home</b> team.", reply_to=prompt)
        assert shown.text.startswith(WORDS("lacking-preview", count=2))
        assert len(ada.from_bot) == before
        await office.pressed(shown, WORDS("send"))
        await office.until_reads(shown, WORDS("told", count=2))
        await office.server.until_sent(bob, 2)
    assert len(ada.from_bot) == before + 1
    told = ada.from_bot[-1]
    assert "The <b>home</b> team." in told.text
    assert WORDS("newsroom-words") in told.text
    assert not [e for e in told.entities if "blockquote" in e.type]
    assert told.reply_to is not None
    assert told.reply_to.text == "who won the match"
    assert count(office) == 0
    assert office.server.oddities == []


async def test_a_reply_to_the_opened_question_is_its_answer_too(office: Office) -> None:
    ada = reader(office)
    async with office.bot.running():
        await asked(office, ada, QUESTION)
        listed = await office.said("/unanswered")
        await office.pressed(listed, "1")
        shown = await office.said("Nobody.", reply_to=listed)
        assert shown.text.startswith(WORDS("lacking-preview", count=1))
        office.server.block(ada)
        await office.pressed(shown, WORDS("send"))
        await office.until_reads(shown, WORDS("told-failed", count=1))


async def test_forgetting_takes_a_readers_questions_off_the_list(office: Office) -> None:
    ada, bob = reader(office), reader(office, "Bob")
    async with office.bot.running():
        await asked(office, ada, QUESTION)
        await asked(office, bob, "Is it raining?")
        listed = await office.said("/unanswered")
        office.server.send(ada, "/forget")
        await office.server.until_sent(ada, 2)
        assert count(office) == 1
        assert await office.toast(listed, "2") == WORDS("lacking-gone")
        office.server.send(bob, "/forget")
        await office.server.until_sent(bob, 2)
        assert (await office.said("/unanswered")).text == WORDS("lacking-none", days="30")


async def test_an_edited_question_takes_the_place_of_the_old_one(office: Office) -> None:
    ada = reader(office)
    async with office.bot.running():
        await asked(office, ada, QUESTION)
        office.server.edit(ada.messages[0], "Was oil spilt?")
        await office.server.until(lambda: ada.from_bot[0].edited)
    assert count(office) == 0


@pytest.mark.parametrize("language", ["ar", "ru"])
async def test_each_is_told_in_the_language_of_the_question(office: Office, language: str) -> None:
    ada, words = reader(office), load_texts(language)
    async with office.bot.running():
        await asked(office, ada, "Oslo 2026?", language)
        listed = await office.said("/unanswered")
        await office.pressed(listed, "1")
        shown = await office.said("42", reply_to=listed)
        await office.pressed(shown, WORDS("send"))
        await office.server.until_sent(ada, 2)
    assert words("newsroom-words") in as_text(ada.from_bot[1])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Who won the match?", "who WON the match", True),
        ("Who won the match?", "Who lost the match?", False),
        ("?!", "...", True),
        ("🙂", "12", False),
    ],
)
def test_the_same_question_in_other_words_has_the_same_topic(
    one: str, other: str, same: bool
) -> None:
    assert (topic_of(one, "en") == topic_of(other, "en")) is same
