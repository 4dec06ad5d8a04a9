"""The form of a model's reply, and reading it while it arrives."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StrictInt, field_validator

from knowledge.answering.model import Failure, ModelFailedError

LONGEST_REPLY = 20_000
"""In characters. Five statements need some 2,000; what is longer than this is noise."""

_MOST_STATEMENTS = 12
_MOST_PROPOSALS = 200
_LIST = re.compile(r'"statements"\s*:\s*\[')
_BETWEEN = re.compile(r"[^\s,]|\Z")
"""What ends the white space and commas between two statements."""

_decode = json.JSONDecoder().raw_decode
_Form = TypeVar("_Form", bound=BaseModel)


class Answered(StrEnum):
    """How far the sentences answer the question, in the model's view."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Rendering(BaseModel):
    """A sentence in the reader's language, not yet checked."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    sentence: StrictInt
    text: str

    @field_validator("text")
    @classmethod
    def _can_be_sent(cls, text: str) -> str:
        return _sendable(text)


class Draft(BaseModel):
    """A statement as the model wrote it, not yet checked.

    Attributes:
        claim: The number of the claim that it picks; 0 where it rests on sentences.
        text: The statement, or the gloss of the claim.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    claim: StrictInt = 0
    text: str
    sentences: tuple[StrictInt, ...] = Field(default=(), strict=False)
    translations: tuple[Rendering, ...] = Field(
        default=(), strict=False, max_length=_MOST_STATEMENTS
    )

    @field_validator("text")
    @classmethod
    def _can_be_sent(cls, text: str) -> str:
        return _sendable(text)


def _sendable(text: str) -> str:
    text.encode()  # half a pair of surrogates, which JSON can spell, cannot
    return text


class Reply(BaseModel):
    """The whole reply."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    statements: tuple[Draft, ...] = Field(max_length=_MOST_STATEMENTS)
    answered: Answered


_TRANSLATIONS: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "sentence": {"type": "integer", "description": "The number of a sentence."},
            "text": {"type": "string", "description": "All of it in the reader's language."},
        },
        "required": ["sentence", "text"],
        "additionalProperties": False,
    },
    "description": "Of each sentence that it rests on, where that is in another language.",
}

REPLY_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "statements": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "claim": {
                        "type": "integer",
                        "description": "The number of a claim in braces; 0 for none.",
                    },
                    "text": {
                        "type": "string",
                        "description": "What the claim says, or empty; without a claim, all.",
                    },
                    "sentences": {
                        "type": "array",
                        "items": {"type": "integer"},
                        "description": "Without a claim: the sentences that bear it out.",
                    },
                    "translations": _TRANSLATIONS,
                },
                "required": ["claim", "text", "sentences", "translations"],
                "additionalProperties": False,
            },
        },
        "answered": {
            "type": "string",
            "enum": [answered.value for answered in Answered],
            "description": "How far the sentences answer the question.",
        },
    },
    "required": ["statements", "answered"],
    "additionalProperties": False,
}
"""Written out without references, since small servers do not follow them."""


class Understood(BaseModel):
    """A question as the model understands it, not yet checked."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    question: str

    @field_validator("question")
    @classmethod
    def _can_be_sent(cls, text: str) -> str:
        return _sendable(text)


class Proposal(BaseModel):
    """Who says something in a sentence, as the model reads it, not yet checked.

    Attributes:
        speaker: Words of the sentence that name who says it.
        stance: A value of `Stance`.
        verb: Words of the sentence that say it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    sentence: StrictInt
    speaker: str
    stance: str
    verb: str


class Proposals(BaseModel):
    """All that the model finds in the sentences that it was shown."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    claims: tuple[Proposal, ...] = Field(strict=False, max_length=_MOST_PROPOSALS)


def read_reply(form: type[_Form], text: str) -> _Form:
    """A whole reply as a *form*.

    Raises:
        ModelFailedError: It is not complete, or not of the form.
    """
    found = _parse(form, text, max(text.find("{"), 0))
    if found is None:
        raise ModelFailedError(Failure.MALFORMED)
    return found[0]


@dataclass
class ReplyReader:
    """Collects the pieces of one reply and finds each statement as soon as it is complete."""

    text: str = ""
    reply: Reply | None = None
    _drafts: list[Draft] = field(default_factory=list)
    _position: int = 0
    """Where the next statement is looked for; 0 until the list has begun."""

    def read(self, piece: str) -> Iterator[Draft]:
        """Take in *piece*; yields the statements that it completes.

        Raises:
            ModelFailedError: What has come cannot be a reply any more.
        """
        self.text += piece
        if len(self.text) > LONGEST_REPLY:
            raise ModelFailedError(Failure.CUT_SHORT)
        if "}" not in piece and "]" not in piece:
            return  # no bracket closes, so nothing is complete that was not before
        while (draft := self._next_draft()) is not None:
            self._drafts.append(draft)
            yield draft
        if self.text.startswith("]", self._position):
            self.reply = self._whole()

    def close(self) -> Reply:
        """The whole reply, once no more pieces come.

        Raises:
            ModelFailedError: It is not complete, or not of the form.
        """
        if self.reply is None:
            raise ModelFailedError(Failure.MALFORMED)
        return self.reply

    def _next_draft(self) -> Draft | None:
        """The next statement, if its last bracket has come."""
        if not self._position:
            found = _LIST.search(self.text)
            self._position = found.end() if found else 0
        if not self._position:
            return None
        between = _BETWEEN.search(self.text, self._position)
        self._position = between.start() if between else self._position
        if not self.text.startswith("{", self._position):
            return None
        found_draft = _parse(Draft, self.text, self._position)
        if found_draft is None:
            return None
        draft, self._position = found_draft
        return draft

    def _whole(self) -> Reply | None:
        """The reply, if its last bracket has come; models put fences and prose around it."""
        found = _parse(Reply, self.text, max(self.text.find("{"), 0))
        if found is not None and list(found[0].statements) != self._drafts:
            raise ModelFailedError(Failure.MALFORMED)
        return found[0] if found else None


def _parse(form: type[_Form], text: str, start: int) -> tuple[_Form, int] | None:
    """The JSON value at *start* as a *form*, and where it ends; None while it is incomplete."""
    try:
        value, end = _decode(text, start)
        return form.model_validate(value), end
    except json.JSONDecodeError:
        return None
    except (ValueError, RecursionError):  # another form, endless digits, endless nesting
        raise ModelFailedError(Failure.MALFORMED) from None  # the cause holds the model's text
