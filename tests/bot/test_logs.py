"""Logs: no secret comes out, in whatever it is wrapped."""

import base64
import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from urllib.parse import quote, quote_plus

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot.logs import REMOVED, Redaction, configure_logs

TOKEN = "7654321:AAF-canary_canary_canary_canary-canary"
KEY = "sk-proj-canary0123456789canary"
SECRET = 'p&ss wörd/"canary'


class Holder:
    """Shows a secret in its `repr`, as some clients do."""

    def __repr__(self) -> str:
        return f"Client(token={TOKEN}, key={KEY}, secret={SECRET!r})"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """What is logged; everything about logging is as before afterwards."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, sys.excepthook, threading.excepthook
    written = io.StringIO()
    configure_logs("DEBUG", [SECRET, "", "abc"], written)
    yield written
    logging.captureWarnings(False)
    root.handlers[:], level, sys.excepthook, threading.excepthook = before
    root.setLevel(level)
    structlog.reset_defaults()


def raise_nested() -> None:
    try:
        raise ValueError(f"https://api.example/bot{TOKEN}/getMe")
    except ValueError as error:
        error.add_note(f"header: {base64.b64encode(SECRET.encode()).decode()}")
        raise RuntimeError(f"{Holder()!r}") from error


def log_plainly() -> None:
    logging.getLogger("some.library").info("token %s, holder %r", TOKEN, Holder())


def log_nested_causes() -> None:
    try:
        raise_nested()
    except RuntimeError:
        logging.getLogger("some.library").exception("it broke")
        structlog.get_logger().exception("it broke", holder=Holder(), data={"key": KEY})


def log_structured() -> None:
    structlog.get_logger("bot").warning("asked", url=f"/bot{TOKEN}", also=[SECRET, Holder()])


def log_uncaught() -> None:
    try:
        raise_nested()
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def log_uncaught_in_a_thread() -> None:
    thread = threading.Thread(target=raise_nested)
    thread.start()
    thread.join()


def log_a_stack() -> None:
    logging.getLogger("some.library").error("here: %s", KEY, stack_info=True)


def warn() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn(f"old token {TOKEN}", stacklevel=1)


@pytest.mark.parametrize(
    "log",
    [
        log_plainly,
        log_nested_causes,
        log_structured,
        log_uncaught,
        log_uncaught_in_a_thread,
        log_a_stack,
        warn,
    ],
)
def test_no_secret_comes_out(log: object, stream: io.StringIO) -> None:
    assert callable(log)
    log()
    written = stream.getvalue()
    assert REMOVED in written
    assert "canary" not in written
    assert base64.b64encode(SECRET.encode()).decode() not in written


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(SECRET, id="plain"),
        pytest.param(repr(SECRET), id="repr"),
        pytest.param(json.dumps(SECRET), id="json"),
        pytest.param(quote(SECRET), id="url"),
        pytest.param(quote(SECRET, safe=""), id="url-whole"),
        pytest.param(quote_plus(SECRET).lower(), id="form-lower-case"),
        pytest.param(base64.b64encode(SECRET.encode()).decode(), id="base64"),
        pytest.param(base64.urlsafe_b64encode(SECRET.encode()).decode(), id="base64-url"),
    ],
)
def test_a_configured_secret_goes_in_each_of_its_forms(form: str) -> None:
    shown = Redaction([SECRET])(f"before {form} after")
    assert "canary" not in shown.lower()
    assert shown.startswith("before ")
    assert shown.endswith(" after")
    assert REMOVED in shown


@given(st.text(min_size=8), st.binary(max_size=8), st.binary(max_size=8))
def test_a_secret_in_the_middle_of_base64_goes_too(
    secret: str, before: bytes, after: bytes
) -> None:
    raw = secret.encode()
    encoded = base64.b64encode(before + raw + after).decode()
    assert Redaction([secret])(encoded) != encoded


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("at 2026-03-02 12:30:45, article 1234567: done", id="times-and-numbers"),
        pytest.param("task-force, risk-averse-but-long-compound-words", id="sk-inside-a-word"),
        pytest.param("abc abc", id="too-short-to-be-a-secret"),
    ],
)
def test_innocent_words_stay(text: str) -> None:
    assert Redaction(["abc", ""])(text) == text


def test_libraries_that_log_addresses_are_quiet_below_warnings(stream: io.StringIO) -> None:
    for name in ("httpx", "httpcore.http11", "telegram.ext", "telegram.Bot"):
        logging.getLogger(name).info("POST https://api.example/...")
    assert stream.getvalue() == ""


def test_the_level_is_kept(stream: io.StringIO) -> None:
    configure_logs("WARNING", [], stream)
    structlog.get_logger("bot").info("quiet")
    structlog.get_logger("bot").warning("loud")
    assert "quiet" not in stream.getvalue()
    assert "loud" in stream.getvalue()


def test_a_record_is_one_line_with_its_fields(stream: io.StringIO) -> None:
    structlog.get_logger("bot.telegram").info("page not sent", verdict="UNKNOWN")
    (line,) = stream.getvalue().splitlines()
    assert "page not sent" in line
    assert "verdict=UNKNOWN" in line
    assert "bot.telegram" in line


def test_an_interruption_by_the_operator_is_no_error(stream: io.StringIO) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert stream.getvalue() == ""
