"""Serving Telegram with the settings and the library of this installation."""

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import structlog

from bot.articles import StoredArticles
from bot.feed_reading import feeds_read
from bot.journal import Journal
from bot.journal.allowance import Limits
from bot.logs import configure_logs
from bot.newsroom import Newsroom
from bot.settings import Settings
from bot.stored_passages import StoredPassages
from bot.telegram.serving import Account, Service, serve
from bot.wiring import Library, build_budgeted, build_listener
from knowledge.errors import NewsError
from knowledge.library.facts import Facts
from knowledge.library.ingest.fetching import Fetcher
from knowledge.library.ingest.visiting import VisitEndedError, Visitor

_log = structlog.get_logger(__name__)
_TENDED_EVERY_SECONDS = 60.0
_BUTTON_KEY = "key that signs buttons"
_KEY_BYTES = 32


class NoTokenError(NewsError):
    """Telegram is to be served, and there is no token."""

    def __init__(self) -> None:
        super().__init__(
            "There is no TELEGRAM_BOT_TOKEN: put the one from @BotFather into `.env`, or use "
            "`whosaid chat` here."
        )


def serve_telegram(settings: Settings, library: Library) -> None:
    """Serve until SIGINT or SIGTERM.

    Raises:
        NoTokenError: There is no token.
        NewsError: Telegram does not accept it.
    """
    token = settings.telegram_bot_token.get_secret_value()
    if not token:
        raise NoTokenError
    configure_logs(settings.whosaid_log_level, settings.secrets)
    answerer = build_budgeted(settings, library)
    newsroom = _newsroom(settings, library)
    service = Service(
        answerer=answerer,
        quick=answerer.bare,
        budget=answerer.budget if answerer.full.model else None,
        limits=Limits(
            reader=settings.whosaid_questions_per_reader, chat=settings.whosaid_questions_per_chat
        ),
        listener=build_listener(settings, answerer.budget),
        listener_minutes=settings.whosaid_speech_minutes,
        rich=settings.whosaid_rich_messages,
        channels=settings.whosaid_channels,
        intake=library.archive,
        passages=StoredPassages(library.catalogue),
        articles=StoredArticles(library.catalogue, library.archive.pieces),
        journal=Journal(library.engine),
        button_key=_button_key(library.facts),
        newsroom=newsroom,
    )
    account = Account(
        token=token,
        base_url=f"{settings.telegram_api_url}/bot",
        base_file_url=f"{settings.telegram_api_url}/file/bot",
    )
    with _tended(library), feeds_read(settings, library):
        asyncio.run(serve(service, account))


def _newsroom(settings: Settings, library: Library) -> Newsroom:
    stop = Event()

    def wait(seconds: float) -> None:
        if stop.wait(seconds):
            raise VisitEndedError

    return Newsroom(
        archive=library.archive,
        verdicts=library.verdicts,
        facts=library.facts,
        visitor=Visitor(fetcher=Fetcher(), wait=wait),
        operators=settings.whosaid_operators,
        groups=settings.whosaid_operator_groups,
        stop=stop.set,
    )


@contextmanager
def _tended(library: Library) -> Iterator[None]:
    """The archive is looked after meanwhile, in a thread of its own: readers never wait for it."""
    stop = Event()

    def tend() -> None:
        while True:
            try:
                library.archive.tend()
            except NewsError as error:
                _log.warning("The archive could not be tended", reason=str(error))
            if stop.wait(_TENDED_EVERY_SECONDS):
                return

    thread = Thread(target=tend, name="tending", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        library.archive.index.stop()
        thread.join()


def _button_key(facts: Facts) -> bytes:
    """Made at the first start and kept, so that old buttons still open."""
    if not facts.get(_BUTTON_KEY):
        facts.set(_BUTTON_KEY, secrets.token_hex(_KEY_BYTES))
    return bytes.fromhex(facts.get(_BUTTON_KEY))
