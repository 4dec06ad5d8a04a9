"""What an error at sending means, and what is put into a message."""

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.pages import Entity, Kind, units
from bot.telegram.outgoing import Button, Outgoing, parse_outgoing, render_outgoing, sendable
from bot.telegram.pauses import growing_pauses
from bot.telegram.sending import Verdict, judge, pause_seconds


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("make", "verdict"),
    [
        pytest.param(lambda: RetryAfter(3), Verdict.LATER, id="rate-limit"),
        pytest.param(lambda: ChatMigrated(-5), Verdict.ELSEWHERE, id="chat-moved"),
        pytest.param(
            lambda: BadRequest("Can't parse entities: ..."), Verdict.PLAIN, id="bad-styles"
        ),
        pytest.param(
            lambda: BadRequest("Entity begins in a middle of a UTF-16 symbol"),
            Verdict.PLAIN,
            id="style-in-a-character",
        ),
        pytest.param(lambda: BadRequest("Chat not found"), Verdict.REFUSED, id="no-chat"),
        pytest.param(lambda: Forbidden("bot was blocked"), Verdict.REFUSED, id="blocked"),
        pytest.param(lambda: InvalidToken("no"), Verdict.REFUSED, id="token-gone"),
        pytest.param(TimedOut, Verdict.UNKNOWN, id="time-out"),
        pytest.param(
            lambda: caused(TimedOut(), httpx.ReadTimeout("")), Verdict.UNKNOWN, id="no-reply"
        ),
        pytest.param(
            lambda: caused(TimedOut(), httpx.PoolTimeout("")), Verdict.LATER, id="no-connection"
        ),
        pytest.param(
            lambda: caused(TimedOut(), httpx.ConnectTimeout("")), Verdict.LATER, id="no-route"
        ),
        pytest.param(
            lambda: caused(NetworkError("x"), httpx.ConnectError("")), Verdict.LATER, id="refused"
        ),
        pytest.param(
            lambda: caused(NetworkError("x"), httpx.ReadError("")), Verdict.UNKNOWN, id="cut"
        ),
        pytest.param(lambda: NetworkError("Bad Gateway"), Verdict.UNKNOWN, id="gateway"),
        pytest.param(
            lambda: TelegramError("Invalid server response"), Verdict.UNKNOWN, id="half-a-reply"
        ),
    ],
)
def test_only_what_surely_did_not_arrive_is_tried_again(make: object, verdict: Verdict) -> None:
    assert callable(make)
    assert judge(make()) is verdict


def test_the_pause_is_what_telegram_asked_for() -> None:
    assert pause_seconds(RetryAfter(17)) == 17.0


def test_pauses_grow_to_a_minute() -> None:
    pauses = growing_pauses()
    assert [next(pauses) for _ in range(9)] == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_message_comes_out_of_the_outbox_as_it_went_in() -> None:
    outgoing = Outgoing(
        chat=-5,
        language="ar",
        text="a 😀 \ud800 ب",
        entities=(Entity(kind=Kind.LINK, offset=0, length=1, url="https://a.example/"),),
        rows=((Button(label="1", data="q.x"), Button(label="2", data="q.y")),),
        thread=3,
        reply_to=4,
        notice=True,
    )
    assert parse_outgoing(render_outgoing(outgoing)) == outgoing


def test_a_line_above_moves_the_styles_with_their_words() -> None:
    bold = Entity(kind=Kind.BOLD, offset=0, length=3)
    outgoing = Outgoing(chat=1, language="en", text="say", entities=(bold,)).below("😀:")
    assert outgoing.text == "😀:\nsay"
    assert outgoing.entities == (Entity(kind=Kind.BOLD, offset=4, length=3),)


@given(st.text(alphabet=st.characters(categories=["Cs", "Cc", "L", "So"])))
def test_what_telegram_refuses_is_replaced_unit_by_unit(text: str) -> None:
    safe = sendable(text)
    safe.encode()
    assert units(safe) == units(text)
    kept = [c for c in text if c == "\n" or not (c < " " or "\ud800" <= c <= "\udfff")]
    assert [c for c in safe if c in kept or c not in " \ufffd"] == kept
