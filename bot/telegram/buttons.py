"""What buttons carry: references that only this bot can have made, each for one chat.

A client can send any data it likes, so nothing in it is believed without the signature.
"""

import hmac
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

_SIGNATURE_BYTES = 12
"""96 bits; with it the longest data is well within Telegram's 64 bytes."""

_DATA = re.compile(
    r"([qx]|a[a-z]{1,2})\.([A-Za-z0-9_-]{1,20})\.([0-9]{1,4})\.([A-Za-z0-9_-]{16})", re.ASCII
)
_QUOTE, _EXAMPLE, _ACTION = "q", "x", "a"


class Verb(StrEnum):
    """What an action does; the letters are in buttons that were sent, so they stay."""

    ANSWER_PAGE = "p"
    WHO_SAYS_WHAT = "w"
    HELPFUL = "u"
    NOT_HELPFUL = "d"
    CHECK_AGAIN = "k"
    CLAIMS_LIST = "i"
    CLAIMS_OF = "c"
    CLAIMS_PAGE = "g"
    CLAIM_PLACE = "o"
    SOURCES_PAGE = "s"
    CHOOSE_ARTICLE = "h"
    ALL_ARTICLES = "a"
    CHOOSE_LANGUAGE = "l"

    ARTICLES_PAGE = "zl"
    ARTICLE_OPEN = "za"
    REMOVE_ASK = "zr"
    REMOVE = "zx"
    PUT_BACK = "zu"
    AUDIT_LIST = "zi"
    AUDIT_OF = "zc"
    AUDIT_PAGE = "zp"
    APPROVE = "zy"
    REJECT = "zn"
    LACKING_PAGE = "zq"
    LACKING_OPEN = "zo"
    LACKING_ANSWER = "zw"
    LACKING_DROP = "zd"
    LACKING_TELL = "zt"
    STATS_DAYS = "zs"
    CORRECTION_PAGE = "zg"
    CORRECT = "ze"
    LEAVE = "zk"
    """Those of operators have two letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteReference:
    """A quote of an answer given earlier, by its number there; opens for ever."""

    answer_id: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleReference:
    """An example question, counted from 0, in a language of ours."""

    language: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionReference:
    """Something to do by a sheet, which says what the number means, for whom and how long."""

    sheet: str
    verb: Verb
    number: int = 0


Reference: TypeAlias = QuoteReference | ExampleReference | ActionReference


class ButtonSigner:
    """Writes and reads the data of buttons."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def __repr__(self) -> str:
        """Without the key."""
        return "ButtonSigner()"

    def sign(self, chat: int, reference: Reference) -> str:
        """The data of a button under a message in *chat*."""
        match reference:
            case QuoteReference(answer_id=name, number=number):
                body = f"{_QUOTE}.{name}.{number}"
            case ExampleReference(language=name, number=number):
                body = f"{_EXAMPLE}.{name}.{number}"
            case ActionReference(sheet=name, verb=verb, number=number):
                body = f"{_ACTION}{verb}.{name}.{number}"
        return f"{body}.{self._signature(chat, body)}"

    def read(self, chat: int, data: str) -> Reference | None:
        """What a press in *chat* refers to; None if this bot made no such button there."""
        found = _DATA.fullmatch(data)
        if found is None:
            return None
        kind, name, number, signature = found.groups()
        expected = self._signature(chat, f"{kind}.{name}.{number}")
        if not hmac.compare_digest(signature, expected):
            return None
        if kind == _QUOTE:
            return QuoteReference(answer_id=name, number=int(number))
        if kind == _EXAMPLE:
            return ExampleReference(language=name, number=int(number))
        verb = next((verb for verb in Verb if verb == kind[1:]), None)
        return ActionReference(sheet=name, verb=verb, number=int(number)) if verb else None

    def _signature(self, chat: int, body: str) -> str:
        digest = hmac.digest(self._key, f"{chat}.{body}".encode(), "sha256")
        return urlsafe_b64encode(digest[:_SIGNATURE_BYTES]).decode()
