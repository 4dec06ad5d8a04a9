"""What a link into the bot carries: `t.me/BOT?start=PAYLOAD`, an article, a question, an answer.

Source: Telegram's deep links; a payload has up to 64 of A-Z a-z 0-9 _ -.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64Error
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias

_MOST_PAYLOAD = 64
_DIGITS = 24
_ARTICLE, _QUESTION, _ANSWER = "a", "q", "n"
_PAYLOAD = re.compile(r"([aqn])([A-Za-z0-9_-]{1,63})", re.ASCII)


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """An article, by a hash of its identifier, which may be of any form."""

    digest: str

    def is_to(self, article_id: str) -> bool:
        """Whether it leads to this article."""
        return self.digest == _digest(article_id)


@dataclass(frozen=True, slots=True)
class QuestionLink:
    """A question, in its own words."""

    text: str


@dataclass(frozen=True, slots=True)
class AnswerLink:
    """An answer given earlier; who has the link may see its quotes."""

    answer_id: str


Link: TypeAlias = ArticleLink | QuestionLink | AnswerLink


def article_payload(article_id: str) -> str:
    """For a link to an article."""
    return _ARTICLE + _digest(article_id)


def answer_payload(answer_id: str) -> str:
    """For a link to an answer."""
    return _ANSWER + answer_id


def question_payload(text: str) -> str:
    """For a link that asks *text*; "" where it is too long for a link."""
    coded = urlsafe_b64encode(text.encode("utf-8", "replace")).decode().rstrip("=")
    return _QUESTION + coded if 0 < len(coded) < _MOST_PAYLOAD else ""


def read_payload(payload: str) -> Link | None:
    """Where a payload leads; None if to nothing."""
    found = _PAYLOAD.fullmatch(payload)
    if found is None:
        return None
    kind, rest = found.groups()
    if kind == _ARTICLE:
        return ArticleLink(rest)
    return AnswerLink(rest) if kind == _ANSWER else _read_question(rest)


def _read_question(coded: str) -> QuestionLink | None:
    try:
        text = urlsafe_b64decode(coded + "=" * (-len(coded) % 4)).decode()
    except (NotBase64Error, ValueError):
        return None
    return QuestionLink(text.strip()) if any(map(str.isalnum, text)) else None


def _digest(article_id: str) -> str:
    return sha256(article_id.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
