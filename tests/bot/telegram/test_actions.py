"""Buttons that do something: for the right reader, in time, under their own message."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from bot.journal import Journal
from bot.telegram.buttons import ActionReference, ButtonSigner, QuoteReference, Verb
from bot.texts import LANGUAGES, load_texts
from tests.bot.samples import ARTICLE, DENIAL, TEXT, answer, bare, refusal
from tests.bot.telegram.conftest import Running
from tests.servers.telegram import Chat, Message, TelegramServer, as_text

WORDS = load_texts("en")
WHO = f"⚖ {WORDS('who-says-what')}"


class MovedClock:
    """The real time, moved by what the test says."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock()


@pytest.fixture
def journal(engine: Engine, clock: MovedClock) -> Journal:
    return Journal(engine, clock)


def reader(server: TelegramServer, language: str = "en") -> Chat:
    return server.private_chat(server.user("Ada", language=language))


async def answered(server: TelegramServer, chat: Chat, question: str = "Was oil spilt?") -> Message:
    there = len(chat.from_bot)
    server.send(chat, question)
    await server.until_sent(chat, there + 1)
    return chat.from_bot[-1]


async def toast(server: TelegramServer, message: Message, button: str) -> str:
    presses = len(server.calls("answerCallbackQuery"))
    press = server.press(message, button)
    await server.until_called("answerCallbackQuery", presses + 1)
    return press.toast


async def all_handled(server: TelegramServer, chat: Chat) -> None:
    """What happens in a chat is dealt with in order, so this is answered last."""
    there = len(chat.from_bot)
    server.send(chat, "/help")
    await server.until_sent(chat, there + 1)


async def test_who_says_what_lists_the_speakers_of_the_cited_article_and_opens_each_sentence(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    async with bot.running():
        message = await answered(server, chat)
        assert await toast(server, message, WHO) == ""
        await server.until_sent(chat, 2)
        claims = chat.from_bot[1]
        server.press(claims, "2")
        await server.until_sent(chat, 3)
    assert as_text(claims).splitlines() == [
        "**Who says what**",
        "[Harbour closed](https://coast.example/harbour) · Coast News · March 2, 2026",
        "",
        "**The mayor** says ¹",
        "┃ The mayor denies that oil was spilt. ¹",
        "",
        "**Rosa Peña** says ²",
        "┃ “I saw the oil myself,” said Rosa Peña, a fisher. ²",
        "[ 1 ] [ 2 ]",
    ]
    assert TEXT in chat.from_bot[2].text
    assert server.oddities == []


async def test_who_says_what_pages_by_editing_one_message(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    text = " ".join(f"Rosa says that boat {n} is lost." for n in range(1, 15))
    bot.shelf.article = replace(ARTICLE, text=text)
    bot.shelf.speakers = {"Rosa": "Rosa"}
    bot.answerer.replies[""] = answer(bare(DENIAL), mode="quotes")
    async with bot.running():
        message = await answered(server, chat)
        server.press(message, WHO)
        await server.until_sent(chat, 2)
        claims = chat.from_bot[1]
        server.press(claims, "2 / 3 ›")
        await server.until(lambda: "boat 7" in claims.text)
        server.press(claims, "3 / 3 ›")
        await server.until(lambda: "boat 14" in claims.text)
        server.press(claims, "‹ 2 / 3")
        await server.until(lambda: "boat 12" in claims.text)
        server.press(claims, "7")
        await server.until_sent(chat, 3)
    assert len(chat.from_bot) == 3
    opened = chat.from_bot[2]
    assert "Rosa says that boat 7 is lost." in [opened.words(e) for e in opened.entities]


async def test_a_press_that_comes_twice_at_once_has_one_effect(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    async with bot.running():
        message = await answered(server, chat)
        with server.updates.held():
            presses = [server.press(message, WHO) for _ in range(2)]
        await server.until_called("answerCallbackQuery", 2)
        await all_handled(server, chat)
    assert len(chat.from_bot) == 3  # the answer, the speakers once, the help
    assert all(press.answer is not None for press in presses)


async def test_an_article_without_speakers_says_so(server: TelegramServer, bot: Running) -> None:
    chat = reader(server)
    bot.shelf.speakers = {}
    async with bot.running():
        message = await answered(server, chat)
        server.press(message, WHO)
        await server.until_sent(chat, 2)
    assert WORDS("claims-none") in chat.from_bot[1].text


async def test_an_article_that_was_taken_out_is_told_in_a_toast(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    async with bot.running():
        message = await answered(server, chat)
        bot.shelf.article = None
        assert await toast(server, message, WHO) == WORDS("article-gone")


async def test_thumbs_and_reactions_are_one_vote_each_reader(
    server: TelegramServer, bot: Running, journal: Journal
) -> None:
    ada, bob = server.user("Ada"), server.user("Bob")
    group = server.group(members=[ada, bob], bot_status="administrator")
    async with bot.running():
        server.send(group, "/ask Was oil spilt?", sender=ada)
        await server.until_sent(group, 1)
        message = group.from_bot[0]
        await all_handled(server, group)
        name = journal.votes.answer_shown_in(server.bot.id, group.id, message.id)
        assert await toast(server, message, "👍") == WORDS("voted-up")
        assert journal.votes.count(name) == (1, 0)
        assert await toast(server, message, "👎") == WORDS("voted-down")
        assert journal.votes.count(name) == (0, 1)
        for reaction, count in (("❤", (1, 1)), ("🤔", (0, 1)), ("👎", (0, 2)), ("", (0, 1))):
            server.react(message, *([reaction] if reaction else []), sender=bob)
            await all_handled(server, group)
            assert journal.votes.count(name) == count
    assert server.updates.refused == []


async def test_a_refusal_can_be_voted_on_by_reaction_only(
    server: TelegramServer, bot: Running, journal: Journal
) -> None:
    chat = reader(server)
    bot.answerer.replies["match"] = refusal()
    async with bot.running():
        message = await answered(server, chat, "match")
        await all_handled(server, chat)
        name = journal.votes.answer_shown_in(server.bot.id, chat.id, message.id)
        server.react(message, "👎")
        await all_handled(server, chat)
    assert journal.votes.count(name) == (0, 1)
    assert message.buttons == []


async def test_share_offers_the_question_to_another_chat(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    long = "Was oil spilt? " * 40
    async with bot.running():
        short = await answered(server, chat)
        other = await answered(server, chat, long)
    shared = [(b.action, b.data) for m in (short, other) for b in m.buttons if b.text == "Share"]
    assert shared[0] == ("switch_inline_query", "Was oil spilt?")
    assert len(shared[1][1]) <= 256
    assert shared[1][1].startswith("Was oil spilt? Was")


async def test_an_opened_quote_can_be_checked_again_and_says_when(
    server: TelegramServer, bot: Running
) -> None:
    chat = reader(server)
    async with bot.running():
        message = await answered(server, chat)
        server.press(message, "1")
        await server.until_sent(chat, 2)
        opened = chat.from_bot[1]
        before = opened.text
        assert await toast(server, opened, WORDS("check-again")) == WORDS("checked-same")
        await server.until(lambda: opened.edited)
        assert opened.text.startswith(before)
        assert "the same characters" in opened.text.removeprefix(before)
        assert "UTC" in opened.text
        bot.shelf.article = replace(ARTICLE, text="Something else entirely, and long. " * 9)
        assert await toast(server, opened, WORDS("check-again")) == WORDS("quote-gone")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_a_day_an_action_says_kindly_that_its_time_is_over_and_quotes_still_open(
    server: TelegramServer, bot: Running, clock: MovedClock, language: str
) -> None:
    chat = reader(server, language)
    words = load_texts(language)
    bot.answerer.replies[""] = answer(bare(DENIAL), mode="quotes", language=language)
    async with bot.running():
        message = await answered(server, chat)
        clock.ahead = timedelta(hours=24, minutes=1)
        assert await toast(server, message, "👍") == words("button-expired")
        server.press(message, "1")
        await server.until_sent(chat, 2)
        clock.ahead = timedelta(days=900)
        bot.journal.prune()
        assert await toast(server, message, "👍") == words("button-expired")
        server.press(message, "1")
        await server.until_sent(chat, 3)
    assert words("receipt", **_receipt(chat.from_bot[2].text)) in chat.from_bot[2].text


def _receipt(text: str) -> dict[str, str]:
    return {
        "article": "a1",
        "version": "1",
        "start": str(TEXT.index("The mayor")),
        "end": str(TEXT.index("The mayor") + len("The mayor denies that oil was spilt.")),
        "hash": text.split("SHA-256 ")[1].split(maxsplit=1)[0].strip("\u2068\u2069"),
    }


async def test_an_action_under_another_message_or_in_another_chat_does_nothing(
    server: TelegramServer, bot: Running, journal: Journal
) -> None:
    chat, stranger = reader(server), reader(server)
    async with bot.running():
        first, second = await answered(server, chat), await answered(server, chat)
        foreign = await answered(server, stranger)
        data = next(b.data for b in first.buttons if b.text == "👍")
        for message in (second, foreign):
            press = server.press_data(message, data)
            await server.until(lambda press=press: press.answer is not None)
            assert press.toast == WORDS("button-unusable")
    name = journal.votes.answer_shown_in(server.bot.id, chat.id, first.id)
    assert name != ""
    assert journal.votes.count(name) == (0, 0)


async def test_a_fault_while_doing_it_is_told_in_the_toast(
    server: TelegramServer, bot: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = reader(server)

    def broken(_: str) -> None:
        raise KeyError("broken on purpose")

    async with bot.running():
        message = await answered(server, chat)
        monkeypatch.setattr(bot.shelf, "read", broken)
        assert await toast(server, message, WHO) == WORDS("error-unexpected")


def test_what_an_action_refers_to_is_read_again_and_told_from_quotes() -> None:
    signer = ButtonSigner(b"k" * 32)
    for verb in Verb:
        reference = ActionReference(sheet="a" * 12, verb=verb, number=9999)
        data = signer.sign(-(2**52), reference)
        assert len(data.encode()) <= 64
        assert signer.read(-(2**52), data) == reference
    quote = QuoteReference(answer_id="a" * 12, number=1)
    assert signer.read(5, signer.sign(5, quote)) == quote


def test_no_two_actions_share_a_letter() -> None:
    assert len({verb.value for verb in Verb}) == len(list(Verb.__members__))
