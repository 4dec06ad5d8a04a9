"""Answers for chats that the bot is not in: by inline query, and as a guest under a message.

Source: inline mode and guest mode of the Bot API; both are answered with results that a reader's
app sends or Telegram shows, and a query is good for some seconds only.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from telegram import (
    Bot,
    ChosenInlineResult,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
    Message,
    User,
)
from telegram.error import TelegramError

from bot.cards import Card, make_cards
from bot.given import list_given
from bot.journal import GivenAnswer
from bot.pages import Page, shorten
from bot.passages import hash_quote
from bot.rendering import render_answer
from bot.telegram.addressing import find_guest_wish
from bot.telegram.links import question_payload
from bot.telegram.outgoing import sendable, telegram_entities
from bot.telegram.questions import Answerer, Questions, describe_overrun
from bot.telegram.replies import Place
from bot.telegram.screens import new_id
from bot.telegram.waiting import wait_for_answer
from bot.texts import Texts, load_texts
from knowledge.answering.answer import Answer, Citation

_log = structlog.get_logger(__name__)

_CACHED_SECONDS = 60
_PATIENCE_SECONDS = 20.0
_MOST_REMEMBERED = 1000
_MOST_TITLE = 80
_DIGITS = 16
_NOWHERE = _NOBODY = 0
"""No chat and no reader has this number."""


class NewestQueries:
    """Which inline query of each reader is the newest: only that one is still looked at."""

    def __init__(self) -> None:
        self._newest: OrderedDict[int, str] = OrderedDict()

    def note(self, payload: Mapping[str, Any]) -> None:
        """See an update come in."""
        query = payload.get("inline_query")
        match query:
            case {"id": str() as name, "from": {"id": int() as reader}}:
                self._newest[reader] = name
                self._newest.move_to_end(reader)
                if len(self._newest) > _MOST_REMEMBERED:
                    self._newest.popitem(last=False)

    def is_newest(self, query: InlineQuery) -> bool:
        """Whether no newer one came from the same reader."""
        return self._newest.get(query.from_user.id, query.id) == query.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Answers inline queries and guest messages.

    Attributes:
        quick: Answers inline queries, of which there is one at every pause in typing: no model.
        me: The bot itself.
    """

    quick: Answerer
    questions: Questions
    newest: NewestQueries
    bot: Bot
    me: User

    async def answer_inline(self, query: InlineQuery) -> None:
        """Offer the answer and its quotes as cards; none where the articles do not say."""
        text = sendable(query.query).strip()
        if not query.id or not self.newest.is_newest(query):
            return
        texts = load_texts(query.from_user.language_code or "")
        results: list[InlineQueryResultArticle] = []
        if text:
            answer = await self._answer_quickly(text)
            texts = load_texts(answer.question.language)
            cards = make_cards(answer, texts)
            results = [self._result(card, n, text, texts) for n, card in enumerate(cards)]
        try:
            await self.bot.answer_inline_query(
                query.id, results, cache_time=_CACHED_SECONDS, is_personal=True
            )
        except TelegramError as error:
            _log.info("inline query not answered", reason=error.message)

    async def note_chosen(self, chosen: ChosenInlineResult) -> None:
        """Keep where a card went, so that it can be corrected; Telegram tells it if asked to.

        What the articles say now may be other cards than were offered; then it is not known which.
        """
        text = sendable(chosen.query).strip()
        if not chosen.inline_message_id or not text:
            return
        answer = await self._answer_quickly(text)
        cards = make_cards(answer, load_texts(answer.question.language))
        named = {_result_id(card, n): card for n, card in enumerate(cards)}
        if card := named.get(chosen.result_id):
            await self._keep(answer, card.citations, chosen.inline_message_id)

    async def _answer_quickly(self, text: str) -> Answer:
        return await wait_for_answer(self.quick.answer(text), _PATIENCE_SECONDS)

    async def _keep(
        self, answer: Answer, citations: Sequence[Citation], inline_message: str
    ) -> None:
        """Which quotes stand in a message elsewhere; neither who asked nor what."""
        given = GivenAnswer(
            id=new_id(),
            chat=_NOWHERE,
            reader=_NOBODY,
            message=0,
            question="",
            quotes=list_given(citations),
            outcome=answer.outcome,
            language=answer.question.language,
            milliseconds=round(answer.milliseconds.get("total", 0)),
        )
        keep = self.questions.journal.keep_elsewhere
        await asyncio.to_thread(keep, self.bot.id, given, inline_message)

    async def answer_guest(self, message: Message) -> None:
        """Check what the message that it replies to claims, or answer what is asked of it."""
        if not message.guest_query_id:
            return
        wish = find_guest_wish(message, self.me)
        sender = message.from_user
        texts = load_texts((sender.language_code if sender else "") or "")
        place = Place(chat=message.chat.id, texts=texts)
        reader = sender.id if sender else message.chat.id
        answer = None
        overrun = await self.questions.count(place, reader)
        if overrun is not None:
            card = _words(describe_overrun(overrun, texts))
        elif not (wish.words or wish.about):
            card = _words(texts("ask-how"))
        else:
            previous = (wish.about,) if wish.words and wish.about else ()
            events = self.questions.answerer.answer(wish.words or wish.about, previous=previous)
            answer = await wait_for_answer(events, _PATIENCE_SECONDS)
            texts = load_texts(answer.question.language)
            card = _whole(answer, texts)
        sent = await self._send(message, self._result(card, 0, wish.words or wish.about, texts))
        if sent and answer and answer.citations:
            await self._keep(answer, answer.citations, sent)

    async def _send(self, message: Message, result: InlineQueryResultArticle) -> str:
        """Telegram's name for the message that was sent, or ""."""
        try:
            sent = await self.bot.answer_guest_query(str(message.guest_query_id), result)
        except TelegramError as error:
            _log.info("guest query not answered", reason=error.message)
            return ""
        return sent.inline_message_id

    def _result(
        self, card: Card, number: int, question: str, texts: Texts
    ) -> InlineQueryResultArticle:
        content = InputTextMessageContent(
            sendable(card.page.text),
            entities=telegram_entities(card.page.entities),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        return InlineQueryResultArticle(
            id=_result_id(card, number),
            title=sendable(card.title),
            description=sendable(card.description),
            input_message_content=content,
            reply_markup=self._keyboard(question, texts),
        )

    def _keyboard(self, question: str, texts: Texts) -> InlineKeyboardMarkup:
        """A way to ask further, in a chat with the bot."""
        address = f"https://t.me/{self.me.username}?start={question_payload(question) or 'ask'}"
        return InlineKeyboardMarkup([[InlineKeyboardButton(texts("ask-here"), url=address)]])


def _result_id(card: Card, number: int) -> str:
    """Names a card by its place and its quotes."""
    quoted = "\n".join(citation.quote.text for citation in card.citations)
    return f"{number}.{hash_quote(quoted)[:_DIGITS]}"


def _whole(answer: Answer, texts: Texts) -> Card:
    """The first page of the answer; a refusal too, for somebody waits for it."""
    page = render_answer(answer, texts, first_contact=True)[0]
    title = shorten(answer.question.as_asked, _MOST_TITLE) or texts("card-answer")
    return Card(title=title, description="", page=page)


def _words(words: str) -> Card:
    return Card(title=shorten(words, _MOST_TITLE), description="", page=Page(text=words))
