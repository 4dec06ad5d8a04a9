"""A question from a chat to the answerer, and the answer back as messages."""

import asyncio
import math
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from telegram import Bot

from bot.articles import Articles
from bot.budget import Budget
from bot.given import list_given
from bot.journal import GivenAnswer, Journal
from bot.journal.allowance import Limits, Overrun
from bot.journal.base import read_clock
from bot.journal.choices import ARTICLE, Topic
from bot.pages import shorten
from bot.posts import PostQuote, find_post, quote_post
from bot.rendering import render_answer
from bot.rich import render_rich
from bot.sources import MOST_NAME
from bot.telegram.answers import AnswerScreens
from bot.telegram.drafts import Draft, Drafts
from bot.telegram.places import Places
from bot.telegram.replies import Place, Reply, quoting, replace_messages, say_words
from bot.telegram.screens import new_id
from bot.telegram.typing_action import typing
from bot.telegram.waiting import wait_for_answer
from bot.texts import Texts, load_texts
from bot.topics import topic_of
from knowledge.answering.answer import Answer, Event, Outcome
from knowledge.answering.follow_ups import read_turns, tell_language

MOST_HEARD = 1000
"""Characters of a spoken question that are asked; more is no question."""

_BUDGET_TOLD = "budget told for the day before"


class Answerer(Protocol):
    """Answers questions about the articles."""

    def answer(
        self,
        text: str,
        /,
        *,
        language: str = "",
        scope: Iterable[str] | None = None,
        previous: str | Sequence[str] = (),
    ) -> AsyncIterator[Event]:
        """Yield checked statements, and the answer at the end."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question and where it comes from.

    Attributes:
        message: The message that asks, or the one whose button was pressed.
        shown: The chat shows the question just above where the answer will stand.
        about: Somebody's words that the question is about.
        replied: The message of ours that the question is about.
        edited: It was asked before in other words, and its answer is to be replaced.
        spoken: It was heard in a voice message, which shows no words.
    """

    text: str
    reader: int
    message: int
    shown: bool = True
    about: str = ""
    replied: int | None = None
    edited: bool = False
    spoken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """What a chat gives to a question beside its words.

    Attributes:
        only: The name of the article that was chosen.
    """

    previous: Sequence[str]
    scope: tuple[str, ...] | None
    only: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What is shown around an answer, as `render_answer` takes it."""

    asked: str
    notes: Sequence[str]
    first_contact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """Gets questions answered.

    Attributes:
        patience_seconds: How long an answer may take; the answerer's own limits are shorter.
        rich: Answers go out as rich messages where these are taken.
    """

    answerer: Answerer
    journal: Journal
    articles: Articles
    places: Places
    screens: AnswerScreens
    bot: Bot
    drafts: Drafts
    patience_seconds: float
    limits: Limits = field(default_factory=Limits)
    budget: Budget | None = None
    rich: bool = False

    async def answer(self, place: Place, asked: Asked) -> Reply:
        """Have *asked* answered, in the language of the question.

        Raises:
            NewsError: There is no answer, or not in time.
        """
        known = await asyncio.to_thread(self.journal.knows, place.chat)
        given = await asyncio.to_thread(self._read_up, place, asked)
        texts = load_texts(self._language(place, asked, given))
        async with (
            typing(self.bot, place),
            self.drafts.open(place, asked.message, texts) as draft,
        ):
            answer = await self._in_time(asked.text, given, draft)
        place = replace(place, texts=load_texts(answer.question.language))
        quote = None if place.business else await asyncio.to_thread(self._find_post, answer)
        if quote is not None and place.reply_to is not None:
            asked = replace(asked, shown=False)  # the post is replied to in its place
        shown = _Shown(
            asked=_not_shown(asked, answer),
            notes=await asyncio.to_thread(self._notes, place, given, _heard(asked, answer, place)),
            first_contact=not known,
        )
        reply = self._reply(place, asked, answer, shown)
        if not asked.edited:
            return quoting(reply, quote)
        old = await self._messages_answering(place, asked.message)
        return replace_messages(reply, old, place)

    async def answer_if_allowed(self, place: Place, asked: Asked) -> Reply | None:
        """The same within the limits; past them one notice, and then nothing until they end.

        Raises:
            NewsError: As for `answer`.
        """
        overrun = await self.count(place, asked.reader)
        if overrun is None:
            return await self.answer(place, asked)
        return None if overrun.told else say_words(place, describe_overrun(overrun, place.texts))

    async def count(self, place: Place, reader: int) -> Overrun | None:
        """Count one question of *reader*; not one that is past a limit."""
        take = self.journal.allowance.take
        return await asyncio.to_thread(take, self.bot.id, place.chat, reader, self.limits)

    async def has_answered(self, place: Place, message: int) -> bool:
        """Whether a reader's *message* was answered there."""
        return bool(await self._messages_answering(place, message))

    async def _messages_answering(self, place: Place, message: int) -> Sequence[int]:
        find = self.journal.messages_answering
        return await asyncio.to_thread(find, place.chat, message, place.topic)

    def _read_up(self, place: Place, asked: Asked) -> "_Given":
        """What the chat gives to a question beside its words."""
        article_id = self.journal.choices.get(self.places.topic(place), ARTICLE)
        source = self.articles.source(article_id) if article_id else None
        return _Given(
            previous=self._previous(place, asked),
            scope=(article_id,) if source else None,
            only=source.name if source else "",
            language=place.answer_in,
        )

    def _notes(self, place: Place, given: "_Given", heard: str) -> list[str]:
        """What is to be known about this answer; that the money is spent is told once a day."""
        texts, notes = place.texts, [heard] if heard else []
        if given.only:
            notes.append(texts("source-only", title=shorten(given.only, MOST_NAME)))
        if self.budget is not None and self.budget.is_spent():
            topic = Topic(bot=self.bot.id, chat=place.chat)
            ends = self.budget.ends_in()
            day = (read_clock() + ends).date().isoformat()
            if self.journal.choices.get(topic, _BUDGET_TOLD) != day:
                self.journal.choices.set(topic, _BUDGET_TOLD, day)
                notes.append(texts("budget-spent", count=math.ceil(ends.total_seconds() / 3600)))
        return notes

    def _previous(self, place: Place, asked: Asked) -> Sequence[str]:
        """What the question is about, or else what was asked before in the same topic.

        That is somebody's words, or the question whose answer was replied to. An edited question
        was there before those that came after it, and its own old words are no question any more.
        """
        replied = asked.replied and self.journal.question_answered_by(
            place.chat, asked.replied, place.topic
        )
        if about := asked.about or replied:
            return (about,)
        before = asked.message if asked.edited else None
        return self.journal.last_questions(self.bot.id, place.chat, place.topic, before=before)

    def _find_post(self, answer: Answer) -> PostQuote | None:
        """The first quote of a channel's post; Telegram shows one in a message."""
        for citation in answer.citations:
            if find_post(citation.source.url):
                quote = citation.quote
                text = self.articles.text(quote.article_id, quote.version)
                return quote_post(quote, citation.source, text)
        return None

    @staticmethod
    def _language(place: Place, asked: Asked, given: "_Given") -> str:
        """What the answer will be in, as far as it can be told before it is there."""
        told = tell_language(asked.text, read_turns(given.previous))
        return given.language or told or place.texts.language

    async def _in_time(self, question: str, given: "_Given", draft: Draft) -> Answer:
        events = self.answerer.answer(
            question, language=given.language, scope=given.scope, previous=given.previous
        )
        return await wait_for_answer(events, self.patience_seconds, draft.show)

    def _reply(self, place: Place, asked: Asked, answer: Answer, shown: "_Shown") -> Reply:
        given = self._given(place, asked, answer)
        asked_line, notes, first = shown.asked, shown.notes, shown.first_contact
        pages = render_answer(
            answer, place.texts, asked=asked_line, notes=notes, first_contact=first
        )
        rich = ""
        if self.rich:
            rich = render_rich(
                answer, place.texts, asked=asked_line, notes=notes, first_contact=first
            )
        return replace(self.screens.show(place, pages, given, rich), answer=given)

    def _given(self, place: Place, asked: Asked, answer: Answer) -> GivenAnswer:
        refused = answer.outcome is Outcome.REFUSED
        return GivenAnswer(
            id=new_id(),
            chat=place.chat,
            reader=asked.reader,
            message=asked.message,
            question=asked.text,
            thread=place.topic,
            understood=answer.question.text,
            outcome=answer.outcome,
            topic=topic_of(answer.question.text, answer.question.language) if refused else "",
            language=answer.question.language,
            milliseconds=round(answer.milliseconds.get("total", 0)),
            quotes=list_given(answer.citations),
        )


def _not_shown(asked: Asked, answer: Answer) -> str:
    """The question, where the chat does not show it; a spoken one, where it was put otherwise."""
    if asked.spoken:
        return asked.text if answer.question.asked else ""
    return "" if asked.shown else asked.text


def _heard(asked: Asked, answer: Answer, place: Place) -> str:
    """A line with the words that were heard, where nothing else shows them."""
    if not asked.spoken or answer.question.asked:
        return ""
    return place.texts("understood", question=shorten(asked.text, MOST_HEARD))


def describe_overrun(overrun: Overrun, texts: Texts) -> str:
    """Which limit was reached, and when it ends."""
    key = "limit-reader" if overrun.of_reader else "limit-chat"
    minutes = math.ceil(overrun.wait.total_seconds() / 60)
    return texts(key, questions=str(overrun.most), count=minutes)
