"""A chat model as the answering sees it: pieces of text, or one kind of failure."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from pydantic import SecretStr

from knowledge.answering.composer import CompositionError
from knowledge.errors import NewsError


class Role(StrEnum):
    """Who speaks in a message to the model."""

    INSTRUCTIONS = "system"
    READER = "user"
    MODEL = "assistant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One turn of the talk with the model."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The form of a reply.

    Attributes:
        name: Of letters and underscores.
        schema: As JSON Schema, strict: every property required, no others allowed.
    """

    name: str
    description: str
    schema: Mapping[str, Any]


class Failure(StrEnum):
    """Why a model gave nothing usable; the value is the operator's plain sentence."""

    TIMED_OUT = "The model did not answer in time."
    RATE_LIMITED = "The model's server asks us to wait (status 429)."
    OVERDRAWN = "The model's account has no credit left."
    UNREACHABLE = "The model's server cannot be reached, or the connection was cut."
    BROKEN = "The model's server failed."
    NOT_ALLOWED = "The model's server does not accept the key."
    NOT_UNDERSTOOD = "The model's server does not accept the request; is the model's name right?"
    DECLINED = "The model declined to answer."
    FILTERED = "The model's server withheld the reply."
    CUT_SHORT = "The model's reply was longer than allowed."
    MALFORMED = "The model's reply is not in the agreed form."
    UNSUPPORTED = "Nothing that the model wrote was borne out by its quotes."
    RESTING = "The model failed a moment ago and is left alone for some seconds."


_WORTH_A_RETRY = frozenset(
    {
        Failure.TIMED_OUT,
        Failure.RATE_LIMITED,
        Failure.UNREACHABLE,
        Failure.BROKEN,
        Failure.MALFORMED,
    }
)


class ModelFailedError(CompositionError):
    """The model gave nothing that can be shown; the quotes still can.

    Attributes:
        wait_seconds: How long the server asks us to wait, where it does.
    """

    def __init__(self, failure: Failure, wait_seconds: float | None = None) -> None:
        super().__init__(failure.value)
        self.failure = failure
        self.wait_seconds = wait_seconds

    @property
    def worth_a_retry(self) -> bool:
        """Whether the same request may well succeed the next time."""
        return self.failure in _WORTH_A_RETRY


class UnknownModelError(NewsError):
    """A model's name that is not of the form `openai:NAME`."""

    def __init__(self) -> None:
        super().__init__(
            "The model's name must be 'openai:' and the name that the server knows,"
            " such as openai:gpt-5.4-mini, or 'none' for no model."
        )


class ChatModel(Protocol):
    """A model that replies in the form that it is asked for.

    Attributes:
        name: As set by the operator, such as `openai:gpt-5.4-mini`.
    """

    name: str

    def stream(
        self, messages: Sequence[Message], form: Form | None = None
    ) -> AsyncGenerator[str, None]:
        """The reply's JSON text, piece by piece; an empty piece is a sign of life.

        Args:
            form: None is that of an answer, `model_reply.REPLY_SCHEMA`.

        Raises:
            ModelFailedError: While it is read.
        """
        ...

    async def check(self) -> None:
        """Ask the server for its list of models, at no cost.

        Raises:
            ModelFailedError: It does not answer, or does not accept the key.
        """
        ...

    async def aclose(self) -> None:
        """Close its connections."""
        ...


def load_chat_model(name: str, api_key: SecretStr | str, base_url: str | None = None) -> ChatModel:
    """The model called *name* (`openai:NAME`) at OpenAI or at an OpenAI-compatible address.

    Takes seconds, for the client library is large. Connects to nothing yet.

    Raises:
        UnknownModelError: The name has another form.
    """
    provider, _, model = name.partition(":")
    if provider != "openai" or not model.strip():
        raise UnknownModelError
    # langchain_openai takes two seconds to import, which nobody without a model should wait for.
    from knowledge.answering.model_langchain import LangChainModel  # noqa: PLC0415

    secret = api_key if isinstance(api_key, SecretStr) else SecretStr(api_key)
    return LangChainModel(model=model.strip(), api_key=secret, base_url=base_url)
