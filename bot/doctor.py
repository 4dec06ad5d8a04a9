"""Looking at every part, and saying in a line each what is wrong and what to do."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.settings import Settings, load_settings
from bot.wiring import Library, build_model, open_library
from knowledge.answering.model import ChatModel
from knowledge.errors import NewsError

_WIDTH = 11
_TOO_OFTEN = 3
"""Failures of a feed in a row from which on somebody has to do something."""


class DoctorError(NewsError):
    """A part that does not work, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found of one part; *problem* means that somebody has to do something."""

    part: str
    text: str
    problem: bool = False

    @property
    def line(self) -> str:
        """As it is printed."""
        return f"{'✗' if self.problem else '✓'} {self.part:<{_WIDTH}} {self.text}"


def examine() -> Iterator[Finding]:
    """One finding a part, in the order in which they depend on each other."""
    try:
        settings = load_settings()
    except NewsError as error:
        yield Finding(part="settings", text=str(error), problem=True)
        return
    yield Finding(part="settings", text="read")
    yield from _examine_library(settings)
    yield _checked("model", lambda: _examine_model(settings))
    yield _checked("Telegram", lambda: _examine_telegram(settings))


def _checked(part: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(part=part, text=look())
    except NewsError as error:
        return Finding(part=part, text=str(error), problem=True)


def _examine_library(settings: Settings) -> Iterator[Finding]:
    try:
        with open_library(settings) as library:
            yield _checked("store", lambda: _examine_store(settings, library))
            yield _checked("index", lambda: _examine_index(library))
            yield _checked("embeddings", lambda: _examine_embeddings(library))
            yield _checked("feeds", lambda: _examine_feeds(library))
    except NewsError as error:
        yield Finding(part="archive", text=str(error), problem=True)


def _examine_store(settings: Settings, library: Library) -> str:
    count = len(library.catalogue.summaries())
    found = f"{count} article{'' if count == 1 else 's'} in {settings.store_url}"
    old = library.archive.outdated()
    if old:
        raise DoctorError(
            f"{found}; who says what was found by older rules in {old}: run `whosaid reindex`."
        )
    return found


def _examine_index(library: Library) -> str:
    wrong = library.archive.index.examine()
    if wrong:
        raise DoctorError(f"{wrong}: run `whosaid reindex`, or let the next start rebuild it.")
    total, indexed = library.archive.pieces.count(), library.archive.index.count()
    return f"{total} sentences, {indexed} of them in Chroma and the rest compared one by one"


def _examine_feeds(library: Library) -> str:
    feeds = library.feeds.all()
    found = f"{len(feeds)} followed" if feeds else "none followed"
    failing = [feed for feed in feeds if feed.failures]
    if not failing:
        return found
    worst = max(failing, key=lambda feed: feed.failures)
    said = f"{found}, {len(failing)} could not be read the last time: {worst.problem}"
    if worst.failures >= _TOO_OFTEN:
        raise DoctorError(f"{said} `whosaid follow` lists them, `whosaid unfollow` ends it.")
    return said


def _examine_embeddings(library: Library) -> str:
    embedder = library.archive.embedder
    vector = embedder.embed_question("test")
    return f"{embedder.model}, {len(vector)} dimensions"


def _examine_model(settings: Settings) -> str:
    model = build_model(settings)
    if model is None:
        return "none: answers are the quotes alone (set OPENAI_API_KEY for summaries)"
    asyncio.run(_check_model(model))
    return f"{model.name} answers"


async def _check_model(model: ChatModel) -> None:
    try:
        await model.check()
    finally:
        await model.aclose()


def _examine_telegram(settings: Settings) -> str:
    token = settings.telegram_bot_token.get_secret_value()
    if not token:
        return "no token: the chat runs in the terminal (set TELEGRAM_BOT_TOKEN to serve Telegram)"
    return asyncio.run(_name_of_bot(token, settings.telegram_api_url))


async def _name_of_bot(token: str, api_url: str) -> str:
    try:
        async with Bot(token, base_url=f"{api_url}/bot") as bot:
            return f"@{bot.username} at {api_url}"
    except InvalidToken:
        raise DoctorError(
            "the token is not accepted: copy it anew from @BotFather into TELEGRAM_BOT_TOKEN."
        ) from None
    except TelegramError as error:
        reason = type(error).__name__
        raise DoctorError(
            f"{api_url} cannot be reached ({reason}): check TELEGRAM_API_URL and the network."
        ) from None
