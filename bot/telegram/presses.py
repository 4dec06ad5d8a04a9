"""Presses of buttons: every one is answered, and only those that this bot made do anything."""

import asyncio
from dataclasses import dataclass
from typing import Protocol

import structlog
from telegram import CallbackQuery, MaybeInaccessibleMessage, Message
from telegram.error import TelegramError

from bot.journal import GivenAnswer, GivenQuote, Journal
from bot.passages import PassageView, hash_quote, render_passage
from bot.telegram.buttons import ButtonSigner, ExampleReference, QuoteReference
from bot.telegram.questions import Asked, Questions
from bot.telegram.replies import Place, Reply, say, show_page
from bot.texts import EXAMPLES, load_texts
from knowledge.errors import NewsError
from knowledge.text.passage import Span

_log = structlog.get_logger(__name__)


class Passages(Protocol):
    """The library, as far as opening a quote needs it. May block; it is called in a thread."""

    def open(self, article_id: str, version: int, span: Span) -> PassageView:
        """The quote at *span*, as the store has it now, with the text around it.

        Raises:
            NewsError: The article, the version or the place is not there.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Presses:
    """Answers presses."""

    questions: Questions
    journal: Journal
    passages: Passages
    signer: ButtonSigner

    async def respond(self, query: CallbackQuery) -> Reply | None:
        """Answer the press at once, then do what the button says."""
        message = query.message
        texts = load_texts(query.from_user.language_code or "")
        if message is None:
            await _toast(query, texts("button-unusable"))
            return None
        place = Place(chat=message.chat.id, texts=texts, thread=_thread(message))
        match self.signer.read(place.chat, query.data or ""):
            case QuoteReference() as reference:
                return await self._open(query, message, place, reference)
            case ExampleReference() as reference if reference.number < len(EXAMPLES):
                return await self._ask(query, message, place, reference)
        await _toast(query, texts("button-unusable"))
        return None

    async def _ask(
        self,
        query: CallbackQuery,
        message: MaybeInaccessibleMessage,
        place: Place,
        reference: ExampleReference,
    ) -> Reply:
        await _toast(query)
        question = load_texts(reference.language)(EXAMPLES[reference.number])
        asked = Asked(
            text=question, reader=query.from_user.id, message=message.message_id, shown=False
        )
        return await self.questions.answer(place, asked)

    async def _open(
        self,
        query: CallbackQuery,
        message: MaybeInaccessibleMessage,
        place: Place,
        reference: QuoteReference,
    ) -> Reply | None:
        given = await asyncio.to_thread(self.journal.find_answer, reference.answer_id)
        quote = _find_quote(given, place.chat, reference.number)
        if quote is None:
            await _toast(query, place.texts("button-old"))
            return None
        await _toast(query)
        try:
            view = await asyncio.to_thread(self._read, quote)
        except NewsError as error:
            _log.warning("quote cannot be opened", reason=str(error))
            return say(place, "quote-gone")
        return _show(view, place, message.message_id)

    def _read(self, quote: GivenQuote) -> PassageView:
        """The stored quote, if its characters are still those that were shown."""
        span = Span(start=quote.start, end=quote.end)
        view = self.passages.open(quote.article_id, quote.version, span)
        found = view.quote
        same_place = (found.article_id, found.version, found.start, found.end) == (
            quote.article_id,
            quote.version,
            quote.start,
            quote.end,
        )
        if not same_place or hash_quote(found.text) != quote.text_hash:
            raise ChangedQuoteError(quote)
        return view


class ChangedQuoteError(NewsError):
    """Where a quote stood, the store has other characters now."""

    def __init__(self, quote: GivenQuote) -> None:
        super().__init__(
            f"{quote.article_id!r} version {quote.version} has other characters at {quote.start} "
            f"to {quote.end} than when they were quoted."
        )


def _find_quote(given: GivenAnswer | None, chat: int, number: int) -> GivenQuote | None:
    if given is None or given.chat != chat:
        return None
    return next((quote for quote in given.quotes if quote.number == number), None)


def _show(view: PassageView, place: Place, pressed: int) -> Reply:
    pages = render_passage(view, place.texts)
    messages = tuple(show_page(page, place, reply_to=pressed) for page in pages)
    return Reply(chat=place.chat, messages=messages)


def _thread(message: MaybeInaccessibleMessage) -> int | None:
    in_topic = isinstance(message, Message) and message.is_topic_message
    return message.message_thread_id if in_topic and isinstance(message, Message) else None


async def _toast(query: CallbackQuery, words: str = "") -> None:
    """Answer a press; too late is no harm, as the rest is a message of its own."""
    try:
        await query.answer(words or None)
    except TelegramError as error:
        _log.info("press not answered", reason=error.message)
