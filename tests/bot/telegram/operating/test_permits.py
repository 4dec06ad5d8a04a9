"""Who may operate: roles and commands, one against the other (acceptance C6)."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from bot.telegram.operating.operators import COMMANDS
from knowledge.library.records import NewArticle
from knowledge.text.article import Source
from tests.bot.telegram.operating.conftest import WORDS, Office
from tests.servers.telegram import Chat, Message, Person, ServerError

WHERE = "https://10.0.0.1/page"
ORDERS = (*(f"/{name}" for name in COMMANDS), f"/add {WHERE}", "/remove dam", "/claims audit")

_ANONYMOUS = Person(id=1_087_968_824, first_name="Group", username="GroupAnonymousBot", is_bot=True)
_AS_CHANNEL = Person(id=136_817_688, first_name="Channel", username="Channel_Bot", is_bot=True)
_TELEGRAM = Person(id=777_000, first_name="Telegram")
_CHANNEL = {"id": -1009, "type": "channel", "title": "Wire"}
_OTHER_BOT = {"id": 99, "is_bot": True, "first_name": "Other", "username": "other_bot"}
_FORWARDED = {
    "forward_origin": {
        "type": "user",
        "date": 1,
        "sender_user": {"id": 5, "is_bot": False, "first_name": "Olga"},
    }
}


@dataclass
class Role:
    """Somebody in a chat, and how their messages look there."""

    office: Office
    chat: Chat
    sender: Person
    extra: dict[str, Any] = field(default_factory=dict)
    by_edit: bool = False

    def send(self, words: str) -> Message:
        command, _, rest = words.partition(" ")
        if self.chat.type != "private":
            words = f"{command}@{self.office.server.bot.username} {rest}".strip()
        first = "/about" if self.by_edit else words
        message = self.office.server.send(self.chat, first, sender=self.sender, **self.extra)
        return self.office.server.edit(message, words) if self.by_edit else message


def in_group(
    *,
    status: str = "member",
    listed: bool = False,
    sender: Person | None = None,
    as_group: bool = False,
    **extra: Any,
) -> Callable[[Office], Role]:
    """In a group, with this standing; *listed* groups are in the settings."""

    def play(office: Office) -> Role:
        owner, bob = office.server.user("Owner"), office.server.user("Bob")
        group = office.server.group(members=[owner, bob], bot_status="administrator")
        group.statuses[bob.id] = status
        groups = frozenset({group.id}) if listed else frozenset()
        office.bot.newsroom = replace(office.newsroom, groups=groups)
        own = {"id": group.id, "type": "supergroup", "title": "News"}
        more = {"sender_chat": own} if as_group else {}
        return Role(office, group, sender or bob, extra | more)

    return play


def privately(
    *, operator: bool = False, by_edit: bool = False, **extra: Any
) -> Callable[[Office], Role]:
    """In a private chat."""

    def play(office: Office) -> Role:
        person = office.operator if operator else office.server.user("Ada")
        return Role(office, office.server.private_chat(person), person, extra, by_edit=by_edit)

    return play


DENIED = {
    "reader": privately(),
    "reader-in-group": in_group(),
    "administrator-of-a-group-not-in-the-settings": in_group(status="administrator"),
    "ex-administrator": in_group(status="member", listed=True),
    "left": in_group(status="left", listed=True),
    "anonymous-administrator": in_group(listed=True, sender=_ANONYMOUS, as_group=True),
    "channel": in_group(listed=True, sender=_AS_CHANNEL, sender_chat=_CHANNEL),
    "linked-channel": in_group(
        listed=True, sender=_TELEGRAM, sender_chat=_CHANNEL, is_automatic_forward=True
    ),
    "forwarded-by-a-reader": privately(**_FORWARDED),
    "forwarded-by-an-operator": privately(operator=True, **_FORWARDED),
    "by-way-of-another-bot": privately(operator=True, via_bot=_OTHER_BOT),
    "through-a-business-account": privately(operator=True, sender_business_bot=_OTHER_BOT),
    "edited": privately(operator=True, by_edit=True),
}


def store(office: Office) -> None:
    new = NewArticle(address="a", text="The dam broke.", source=Source(label="dam"), id="dam")
    office.library.archive.add(new)


async def settled(office: Office, chat: Chat) -> None:
    """What happens in a chat is dealt with in order, so this is answered last."""
    there = len(chat.from_bot)
    office.server.send(chat, f"/about@{office.server.bot.username}")
    await office.server.until(lambda: WORDS("about") in [m.text for m in chat.from_bot[there:]])


@pytest.mark.parametrize("name", DENIED)
async def test_others_change_nothing_and_are_told_in_one_sentence(
    office: Office, name: str
) -> None:
    store(office)
    role = DENIED[name](office)
    async with office.bot.running():
        for order in ORDERS:
            role.send(order)
        await settled(office, role.chat)
    told = [m.text for m in role.chat.from_bot if m.text != WORDS("about")]
    assert told == [] if role.by_edit else [WORDS("operators-only")] * len(ORDERS)
    assert office.ids == ["dam"]
    assert office.bot.journal.errands.open(office.server.bot.id) == ()
    assert office.server.calls("getFile") == []


ALLOWED = {
    "operator": privately(operator=True),
    "administrator": in_group(status="administrator", listed=True),
    "owner": in_group(status="creator", listed=True),
}


@pytest.mark.parametrize("role", ALLOWED)
async def test_operators_may(office: Office, role: str) -> None:
    store(office)
    one = ALLOWED[role](office)
    async with office.bot.running():
        one.send("/remove dam")
        await office.server.until_sent(one.chat, 1)
        asked = one.chat.from_bot[0]
        assert "Take “dam” out?" in asked.text
        press = office.server.press(asked, WORDS("remove"), sender=one.sender)
        await office.server.until(lambda: asked.edited)
    assert press.toast == ""
    assert office.ids == []


async def test_who_is_no_longer_administrator_may_not_even_press(office: Office) -> None:
    store(office)
    role = in_group(status="administrator", listed=True)(office)
    async with office.bot.running():
        role.send("/remove dam")
        await office.server.until_sent(role.chat, 1)
        role.chat.statuses[role.sender.id] = "member"
        press = office.server.press(role.chat.from_bot[0], WORDS("remove"), sender=role.sender)
        await office.server.until(lambda: press.answer is not None)
    assert press.toast == WORDS("operators-only")
    assert office.ids == ["dam"]


async def test_where_telegram_does_not_say_who_administers_nobody_does(office: Office) -> None:
    store(office)
    office.server.faults.add("getChatMember", ServerError())
    role = in_group(status="administrator", listed=True)(office)
    async with office.bot.running():
        role.send("/remove dam")
        await settled(office, role.chat)
    assert [m.text for m in role.chat.from_bot[:-1]] == [WORDS("operators-only")]


async def test_a_command_for_whichever_bot_is_left_alone_in_a_group(office: Office) -> None:
    group = office.server.group(members=[office.server.user("Bob")], bot_status="administrator")
    office.server.send(group, "/add")
    async with office.bot.running():
        await settled(office, group)
    assert len(group.from_bot) == 1


async def test_a_reader_who_sends_an_address_or_a_file_asks_as_ever(office: Office) -> None:
    chat = office.server.private_chat(office.server.user("Ada"))
    async with office.bot.running():
        office.server.send(chat, WHERE)
        office.server.send_file(chat, "a.txt", b"The dam broke.")
        await office.server.until_sent(chat, 2)
    assert office.bot.answerer.asked == [(WHERE, "")]
    assert chat.from_bot[1].text == WORDS("only-text")


async def test_there_is_no_command_to_write_to_all_readers(office: Office) -> None:
    async with office.bot.running():
        for name in ("broadcast", "announce", "all"):
            assert (await office.said(f"/{name} Hello")).text == WORDS("unknown-command")
