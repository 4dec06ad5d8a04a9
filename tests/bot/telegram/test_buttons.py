"""Button data: only this bot's own, only in its chat."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.telegram.buttons import ButtonSigner, ExampleReference, QuoteReference

SIGNER = ButtonSigner(b"k" * 32)
CHATS = st.integers(-(2**52), 2**52)
QUOTE = QuoteReference(answer_id="a" * 12, number=3)


@given(CHATS, st.from_regex(r"[A-Za-z0-9_-]{12}", fullmatch=True), st.integers(1, 9999))
def test_what_was_signed_is_read_again_and_fits(chat: int, name: str, number: int) -> None:
    reference = QuoteReference(answer_id=name, number=number)
    data = SIGNER.sign(chat, reference)
    assert len(data.encode()) <= 64
    assert SIGNER.read(chat, data) == reference


def test_examples_are_told_from_quotes() -> None:
    reference = ExampleReference(language="es", number=2)
    assert SIGNER.read(5, SIGNER.sign(5, reference)) == reference


@given(CHATS)
def test_in_another_chat_it_means_nothing(chat: int) -> None:
    assume(chat != 5)
    assert SIGNER.read(chat, SIGNER.sign(5, QUOTE)) is None


@given(st.data())
def test_one_changed_character_makes_it_mean_nothing(data: st.DataObject) -> None:
    signed = SIGNER.sign(5, QUOTE)
    place = data.draw(st.integers(0, len(signed) - 1))
    character = data.draw(st.characters().filter(lambda c: c != signed[place]))
    assert SIGNER.read(5, signed[:place] + character + signed[place + 1 :]) is None


@given(st.text())
def test_anything_else_means_nothing(data: str) -> None:
    assert SIGNER.read(5, data) is None


def test_another_bots_button_means_nothing() -> None:
    assert SIGNER.read(5, ButtonSigner(b"x" * 32).sign(5, QUOTE)) is None


def test_the_key_is_not_shown() -> None:
    assert "kkk" not in repr(SIGNER)


@pytest.mark.parametrize("number", ["0" * 5, "-1", "１", ""])
def test_numbers_are_plain_and_short(number: str) -> None:
    assert SIGNER.read(5, f"q.{'a' * 12}.{number}.{'A' * 16}") is None
