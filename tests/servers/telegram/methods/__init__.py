"""What each method does. A method without a function of its own is answered plausibly."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from tests.servers.telegram.call import Call
from tests.servers.telegram.methods import (
    chats,
    editing,
    files,
    profile,
    queries,
    sending,
    updating,
)
from tests.servers.telegram.shapes import plausible

Method: TypeAlias = Callable[[Call], Any | Awaitable[Any]]

METHODS: dict[str, Method] = {
    **updating.METHODS,
    **sending.METHODS,
    **editing.METHODS,
    **queries.METHODS,
    **chats.METHODS,
    **profile.METHODS,
    **files.METHODS,
}


def find_function(call: Call) -> Method:
    """The function for a call."""
    if call.method in METHODS:
        return METHODS[call.method]
    if call.method.startswith("send") and call.shape.returns[0].endswith("Message"):
        return sending.send_other
    return answer_plausibly


def answer_plausibly(call: Call) -> Any:
    """The least answer that the specification allows; the chat must be there all the same."""
    if "chat_id" in call.shape.required:
        call.chat()
    if call.shape.returns == ("Boolean",) or "Boolean" in call.shape.returns:
        return True
    return plausible(call.shape.returns)
