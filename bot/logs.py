"""Logs on standard error, without secrets.

Redaction works on the finished text of a record, so that it also covers arguments, exceptions,
their causes and their `repr`, whichever library they come from.
"""

import base64
import json
import logging
import re
import sys
import threading
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TextIO
from urllib.parse import quote, quote_plus

import structlog
from structlog.types import Processor

REMOVED = "[removed]"

_PATTERNS = (
    r"\d{6,}(?::|%3[Aa])[\w-]{30,}",  # Telegram tokens
    r"\bsk-[\w-]{16,}",  # OpenAI keys and their like
)
_LEAST_SECRET = 6
"""Characters; a shorter literal would remove innocent words."""

_TALKATIVE = ("httpx", "httpcore", "telegram", "httpx2", "openai", "chromadb", "alembic")
"""At INFO some of them log addresses with the token, or what readers wrote."""

_SHARED: tuple[Processor, ...] = (
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)


class Redaction:
    """Removes secrets from finished text."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        forms = {form for secret in secrets for form in _forms(secret)}
        literals = [re.escape(form) for form in sorted(forms, key=len, reverse=True)]
        self._pattern = re.compile("|".join([*literals, *_PATTERNS]))

    def __call__(self, text: str) -> str:
        """*text* with every secret taken out."""
        return self._pattern.sub(REMOVED, text)


class RedactingFormatter(logging.Formatter):
    """Another formatter's text, without secrets."""

    def __init__(self, inner: logging.Formatter, redact: Redaction) -> None:
        super().__init__()
        self._inner = inner
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """The finished record; exception and stack are part of it."""
        return self._redact(self._inner.format(record))


def configure_logs(level: str, secrets: Iterable[str] = (), stream: TextIO | None = None) -> None:
    """Send every log to one handler on *stream* (standard error), redacted.

    Errors that nobody caught take the same way, as Python would print them as they are.

    Args:
        secrets: The configured ones, to be removed literally and in their usual encodings.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(RedactingFormatter(_formatter(handler.stream), Redaction(secrets)))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.captureWarnings(True)
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    sys.excepthook = _log_uncaught
    threading.excepthook = lambda args: _log_uncaught(
        args.exc_type, args.exc_value, args.exc_traceback
    )


def _formatter(stream: TextIO) -> logging.Formatter:
    # Rich's tracebacks, structlog's default, would print the variables of every frame.
    renderer = structlog.dev.ConsoleRenderer(
        colors=stream.isatty(), exception_formatter=structlog.dev.plain_traceback
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_SHARED,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
    )


def _log_uncaught(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    if error is None or issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("whosaid").critical("Stopped by an error", exc_info=(kind, error, trace))


def _forms(secret: str) -> Iterator[str]:
    """A secret as it may stand in a text."""
    if len(secret) < _LEAST_SECRET:
        return
    yield secret
    yield repr(secret)[1:-1]
    yield json.dumps(secret)[1:-1]
    for encoded in (quote(secret), quote(secret, safe=""), quote_plus(secret)):
        yield encoded
        yield re.sub("%..", lambda found: found.group().lower(), encoded)
    raw = secret.encode()
    for shift in range(3):
        yield from _base64_forms(raw, shift)


def _base64_forms(raw: bytes, shift: int) -> Iterator[str]:
    """The Base64 characters that depend on *raw* alone, *shift* bytes into a longer text.

    Source: three bytes make four characters, so there are three ways to begin.
    """
    first = -(-shift * 8 // 6)
    last = (shift + len(raw)) * 8 // 6
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        yield encode(b"\0" * shift + raw).decode()[first:last]
