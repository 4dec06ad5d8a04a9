"""Rich messages: where they are switched on and taken; the plain form everywhere else."""

import random

import pytest

from bot.rich import render_rich
from bot.texts import LANGUAGES, load_texts
from knowledge.answering.answer import Answer, Outcome
from tests.bot.hostile import hostile, hostile_answer, hostile_article
from tests.bot.samples import CLOSURE, DENIAL, SIGHTING, answer, bare, refusal
from tests.bot.telegram.conftest import Running
from tests.servers.telegram import Chat, Fault, TelegramServer
from tests.servers.telegram.errors import RefusedError
from tests.servers.telegram.rich import check_rich
from tests.servers.telegram.wire import HttpReply

DISPUTED = answer(bare(DENIAL), bare(SIGHTING), outcome=Outcome.DISPUTED, mode="quotes")


class UnknownMethod(Fault):
    """An older Bot API server."""

    def instead(self) -> HttpReply:
        body = b'{"ok": false, "error_code": 404, "description": "Not Found: method not found"}'
        return HttpReply(status=404, body=body)


class Refused(Fault):
    """A chat that does not take them."""

    def instead(self) -> HttpReply:
        body = (
            b'{"ok": false, "error_code": 400, "description": "Bad Request: RICH_MESSAGE_INVALID"}'
        )
        return HttpReply(status=400, body=body)


@pytest.fixture
def chat(server: TelegramServer) -> Chat:
    return server.private_chat(server.user("Ada"))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "one",
    [
        pytest.param(DISPUTED, id="quotes"),
        pytest.param(answer(DENIAL, SIGHTING, CLOSURE, outcome=Outcome.DISPUTED), id="model"),
        pytest.param(answer(DENIAL), id="single"),
    ],
)
def test_it_has_every_quote_as_stored_and_telegram_takes_it(one: Answer, code: str) -> None:
    made = render_rich(one, load_texts(code), asked="<b>Was it & so?", first_contact=True)
    words = check_rich({"html": made})
    assert "<b>Was it & so?" in words
    assert all(citation.quote.text in words for citation in one.citations)
    assert made.count("<tg-reference") == len(one.citations)
    assert ("<table" in made) == (len(one.statements) > 1)


@pytest.mark.parametrize("count", [60, pytest.param(5000, marks=pytest.mark.soak)])
def test_hostile_words_stay_words(count: int) -> None:
    for seed in range(count):
        chance = random.Random(seed)  # noqa: S311 - for tests
        one = hostile_answer(hostile_article(chance), chance)
        texts = load_texts(chance.choice(LANGUAGES))
        made = render_rich(one, texts, asked=hostile(chance))
        words = "".join(check_rich({"html": made}).split())
        quote = one.citations[0].quote.text
        storable = "".join(c for c in quote if c.isprintable() and not c.isspace())
        assert storable in "".join(c for c in words if c.isprintable()), seed


@pytest.mark.parametrize(
    "html",
    [
        "<p>open",
        "<script>x</script>",
        "<p onclick='x'>x</p>",
        "<p>&copy;</p>",
        "<p><a href='#q1'>1</a></p>",
        "<table><tr><td><p>x</p></td></tr></table>",
        "<p><a href='javascript:x'>x</a></p>",
        "<table><tr>" + "<td>x</td>" * 21 + "</tr></table>",
        "<p></p>",
        "x" * 32_769,
    ],
)
def test_the_server_refuses_what_telegram_refuses(html: str) -> None:
    with pytest.raises(RefusedError):
        check_rich({"html": html})


async def test_switched_on_the_answer_is_one_rich_message_whose_buttons_work(
    server: TelegramServer, bot: Running, chat: Chat
) -> None:
    bot.rich = True
    bot.answerer.replies[""] = DISPUTED
    async with bot.running():
        question = server.send(chat, "Was oil spilt?")
        await server.until_sent(chat, 1)
        server.press(chat.from_bot[0], "2")
        await server.until_sent(chat, 2)
        server.edit(question, "Was tar spilt?")
        await server.until_called("editMessageText")
    assert chat.from_bot[0].rich is not None
    assert chat.from_bot[0].rich["skip_entity_detection"] is True
    assert "I saw the oil myself" in chat.from_bot[1].text
    assert server.oddities == []


async def test_switched_off_and_for_refusals_messages_are_plain(
    server: TelegramServer, bot: Running, chat: Chat
) -> None:
    async with bot.running():
        server.send(chat, "Was oil spilt?")
        await server.until_sent(chat, 1)
    bot.rich = True
    bot.answerer.replies[""] = refusal()
    async with bot.running():
        server.send(chat, "Who won?")
        await server.until_sent(chat, 2)
    assert [message.rich for message in chat.from_bot] == [None, None]


@pytest.mark.parametrize("fault", [UnknownMethod(), Refused()], ids=["old-server", "refused"])
async def test_where_they_are_refused_the_plain_form_goes_out_and_they_are_not_tried_again(
    server: TelegramServer, bot: Running, chat: Chat, fault: Fault
) -> None:
    bot.rich = True
    server.faults.add("sendRichMessage", fault)
    async with bot.running():
        server.send(chat, "Was oil spilt?")
        await server.until_sent(chat, 1)
    async with bot.running():
        server.send(chat, "Was tar spilt?")
        await server.until_sent(chat, 2)
    assert [message.rich for message in chat.from_bot] == [None, None]
    assert "The mayor denies that oil was spilt." in chat.from_bot[1].text
    assert len(server.calls("sendRichMessage")) == 1
