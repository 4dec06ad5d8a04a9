"""Answers for chats that the bot is not in: by inline query, and as a guest under a message.

Source: inline mode and guest mode of the Bot API; both are answered with results that a reader's
app sends or Telegram shows, and a query is good for some seconds only.
"""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from telegram import (
    Bot,
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
from bot.pages import Page, shorten
from bot.rendering import render_answer
from bot.telegram.addressing import find_guest_wish
from bot.telegram.links import question_payload
from bot.telegram.outgoing import sendable, telegram_entities
from bot.telegram.questions import Answerer, Questions, describe_overrun
from bot.telegram.replies import Place
from bot.telegram.waiting import wait_for_answer
from bot.texts import Texts, load_texts
from knowledge.answering.answer import Answer

_log = structlog.get_logger(__name__)

_CACHED_SECONDS = 60
_PATIENCE_SECONDS = 20.0
_MOST_REMEMBERED = 1000
_MOST_TITLE = 80


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
        cards: Sequence[Card] = ()
        texts = load_texts(query.from_user.language_code or "")
        if text:
            events = self.quick.answer(text)
            answer = await wait_for_answer(events, _PATIENCE_SECONDS)
            texts = load_texts(answer.question.language)
            cards = make_cards(answer, texts)
        results = [self._result(card, n, text, texts) for n, card in enumerate(cards)]
        try:
            await self.bot.answer_inline_query(
                query.id, results, cache_time=_CACHED_SECONDS, is_personal=True
            )
        except TelegramError as error:
            _log.info("inline query not answered", reason=error.message)

    async def answer_guest(self, message: Message) -> None:
        """Check what the message that it replies to claims, or answer what is asked of it."""
        if not message.guest_query_id:
            return
        wish = find_guest_wish(message, self.me)
        sender = message.from_user
        texts = load_texts((sender.language_code if sender else "") or "")
        place = Place(chat=message.chat.id, texts=texts)
        reader = sender.id if sender else message.chat.id
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
        await self._send(message, self._result(card, 0, wish.words or wish.about, texts))

    async def _send(self, message: Message, result: InlineQueryResultArticle) -> None:
        try:
            await self.bot.answer_guest_query(str(message.guest_query_id), result)
        except TelegramError as error:
            _log.info("guest query not answered", reason=error.message)

    def _result(
        self, card: Card, number: int, question: str, texts: Texts
    ) -> InlineQueryResultArticle:
        content = InputTextMessageContent(
            sendable(card.page.text),
            entities=telegram_entities(card.page.entities),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        return InlineQueryResultArticle(
            id=str(number),
            title=sendable(card.title),
            description=sendable(card.description),
            input_message_content=content,
            reply_markup=self._keyboard(question, texts),
        )

    def _keyboard(self, question: str, texts: Texts) -> InlineKeyboardMarkup:
        """A way to ask further, in a chat with the bot."""
        address = f"https://t.me/{self.me.username}?start={question_payload(question) or 'ask'}"
        return InlineKeyboardMarkup([[InlineKeyboardButton(texts("ask-here"), url=address)]])


def _whole(answer: Answer, texts: Texts) -> Card:
    """The first page of the answer; a refusal too, for somebody waits for it."""
    page = render_answer(answer, texts, first_contact=True)[0]
    title = shorten(answer.question.as_asked, _MOST_TITLE) or texts("card-answer")
    return Card(title=title, description="", page=page)


def _words(words: str) -> Card:
    return Card(title=shorten(words, _MOST_TITLE), description="", page=Page(text=words))
