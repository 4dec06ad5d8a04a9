"""Presses of buttons: every one is answered, and only those that this bot made do anything."""

import asyncio
from dataclasses import dataclass

import structlog
from telegram import CallbackQuery, MaybeInaccessibleMessage, Message
from telegram.error import TelegramError

from bot.journal import GivenAnswer, GivenQuote, Journal
from bot.telegram.actions import Actions
from bot.telegram.buttons import (
    ActionReference,
    ButtonSigner,
    ExampleReference,
    QuoteReference,
)
from bot.telegram.opening import Opener, Spot
from bot.telegram.places import Places
from bot.telegram.questions import Asked, Questions, describe_overrun
from bot.telegram.repeats import Repeats
from bot.telegram.replies import Place, Reply
from bot.texts import EXAMPLES, load_texts

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Presses:
    """Answers presses."""

    questions: Questions
    journal: Journal
    opener: Opener
    actions: Actions
    places: Places
    signer: ButtonSigner
    repeats: Repeats

    async def respond(self, query: CallbackQuery) -> Reply | None:
        """Answer the press, and do what the button says; once, if it comes twice in a row."""
        shown = query.message
        where = (shown.chat.id, shown.message_id) if shown else ()
        press = (*where, query.from_user.id, query.data)
        if self.repeats.is_repeat(press):
            await _toast(query)
            return None
        try:
            return await self._do(query)
        finally:
            self.repeats.note(press)

    async def _do(self, query: CallbackQuery) -> Reply | None:
        message = query.message
        if message is None or _is_owners(query, message):
            texts = load_texts(query.from_user.language_code or "")
            await _toast(query, texts("button-unusable"))
            return None
        place = await self.places.of_press(message, query.from_user)
        match self.signer.read(place.chat, query.data or ""):
            case QuoteReference() as reference:
                return await self._open(query, message, place, reference)
            case ExampleReference() as reference if reference.number < len(EXAMPLES):
                return await self._ask(query, message, place, reference)
            case ActionReference() as reference:
                return await self._act(query, message, place, reference)
        await _toast(query, place.texts("button-unusable"))
        return None

    async def _ask(
        self,
        query: CallbackQuery,
        message: MaybeInaccessibleMessage,
        place: Place,
        reference: ExampleReference,
    ) -> Reply | None:
        overrun = await self.questions.count(place, query.from_user.id)
        if overrun is not None:
            await _toast(query, describe_overrun(overrun, place.texts))
            return None
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
        return (await self.opener.open(place, Spot.of(quote), below=message.message_id)).reply

    async def _act(
        self,
        query: CallbackQuery,
        message: MaybeInaccessibleMessage,
        place: Place,
        reference: ActionReference,
    ) -> Reply | None:
        """Do it and tell of it; a fault is told as well, and found in the log."""
        toast = place.texts("error-unexpected")
        try:
            effect = await self.actions.perform(
                reference, place, reader=query.from_user.id, message=message.message_id
            )
            toast = effect.toast
        finally:
            await _toast(query, toast)
        return effect.reply


def _is_owners(query: CallbackQuery, message: MaybeInaccessibleMessage) -> bool:
    """Whether the owner of a business chat pressed: a message would go out in his name."""
    if not isinstance(message, Message) or not message.business_connection_id:
        return False
    return message.from_user is not None and message.from_user.id == query.from_user.id


def _find_quote(given: GivenAnswer | None, chat: int, number: int) -> GivenQuote | None:
    if given is None or given.chat != chat:
        return None
    return next((quote for quote in given.quotes if quote.number == number), None)


async def _toast(query: CallbackQuery, words: str = "") -> None:
    """Answer a press; too late is no harm, as the rest is a message of its own."""
    try:
        await query.answer(words or None)
    except TelegramError as error:
        _log.info("press not answered", reason=error.message)
