"""What the server answers when it refuses a request, in Telegram's own words."""

from typing import Any

_PREFIXES = {400: "Bad Request", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}


class RefusedError(Exception):
    """A request that is answered with `"ok": false`."""

    def __init__(
        self, code: int, description: str, parameters: dict[str, Any] | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def as_json(self) -> dict[str, Any]:
        """The body of the answer."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        return body | ({"parameters": self.parameters} if self.parameters else {})


def refusal(code: int, reason: str, **parameters: Any) -> RefusedError:
    """Put Telegram's prefix before *reason*, whose first letter becomes small as there."""
    shouted = len(reason) > 1 and (reason[1] == "_" or reason[1].isupper())
    words = reason if shouted else reason[:1].lower() + reason[1:]
    return RefusedError(code, f"{_PREFIXES[code]}: {words}", parameters)


def bad_request(reason: str, **parameters: Any) -> RefusedError:
    """A 400."""
    return refusal(400, reason, **parameters)


def too_many_requests(retry_after: int) -> RefusedError:
    """A 429; *retry_after* in seconds."""
    words = f"Too Many Requests: retry after {retry_after}"
    return RefusedError(429, words, {"retry_after": retry_after})
