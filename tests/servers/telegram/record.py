"""A record of every request and of its answer."""

from dataclasses import dataclass
from typing import Any

from tests.servers.telegram.faults import Fault


@dataclass(slots=True, kw_only=True, eq=False)
class Request:
    """One request, and what became of it.

    Attributes:
        parameters: As they were understood, or as they came where they were refused.
        time: Seconds of the server's clock.
        result: What was answered; None while it is under way, or when it was refused.
        error: The description of the refusal.
        code: The status of a refusal or a fault; 0 where all went well.
        over: Whether anything was answered, or the connection cut.
        done: Whether the method was carried out (a fault can hide that from the bot).
    """

    method: str
    parameters: dict[str, Any]
    time: float
    fault: Fault
    result: Any = None
    error: str = ""
    code: int = 0
    over: bool = False
    done: bool = False
