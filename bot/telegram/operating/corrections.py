"""Corrections: operators see what a new version touches, and correct the answers with one press."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, replace

import structlog

from bot.corrected_pages import render_corrected
from bot.journal import Journal, Received
from bot.journal.base import Clock, read_clock
from bot.journal.choices import LANGUAGE, SPOKEN, Topic
from bot.journal.corrections import CorrectionState, SentAnswer
from bot.journal.errands import Errand, Work
from bot.journal.tables import DeliveryState
from bot.newsroom import Newsroom
from bot.passages import PassageView
from bot.proofreading import Correction, Proofreader
from bot.telegram.actions import Action, Effect
from bot.telegram.buttons import ButtonSigner, QuoteReference, Verb
from bot.telegram.opening import Opener, Spot
from bot.telegram.operating.correction_pages import (
    correction_report,
    correction_screen,
    tell_day,
)
from bot.telegram.operating.errands import Progress
from bot.telegram.outgoing import Button, Outgoing, render_outgoing
from bot.telegram.replies import Place, Reply, say, show_page
from bot.telegram.screens import new_id, pager, show_screen
from bot.telegram.sending import Fault, Sender
from bot.texts import Texts, load_texts
from knowledge.errors import NewsError

_log = structlog.get_logger(__name__)


@dataclass(slots=True, kw_only=True)
class CorrectionScreens:
    """Shows corrections, and carries them out."""

    newsroom: Newsroom
    journal: Journal
    proofreader: Proofreader
    opener: Opener
    sender: Sender
    signer: ButtonSigner
    clock: Clock = read_clock
    _seen: int = -1

    async def look(self) -> None:
        """Note what is new, and tell each operator of it once, in their own chat."""
        changes = await asyncio.to_thread(self.newsroom.facts.changes)
        if changes == self._seen:
            return
        await asyncio.to_thread(self.proofreader.look)
        for kept in await asyncio.to_thread(self.proofreader.open):
            correction = await asyncio.to_thread(self.proofreader.read, kept)
            if correction is not None:
                await self._notify(correction)
        self._seen = changes

    async def meet(self, place: Place) -> None:
        """Remember in which language an operator is spoken with, in the own chat."""
        await asyncio.to_thread(self._remember, place)

    async def show(self, place: Place, *, at: int = 0, edits: int | None = None) -> Reply:
        """One of those that are open, with the way to the others."""
        corrections = await asyncio.to_thread(self._read_open)
        if not corrections:
            none = say(place, "corrections-none")
            return none if edits is None else none.editing(edits)
        at = min(at, len(corrections) - 1)
        screen = correction_screen(corrections[at], place.texts)
        rows = [*screen.rows, pager(Verb.CORRECTION_PAGE, at, len(corrections))]
        return show_screen(replace(screen, rows=rows), place, self.signer, edits=edits)

    async def turn(self, action: Action) -> Effect:
        """Another of them."""
        return Effect(reply=await self.show(action.place, at=action.number, edits=action.message))

    async def leave(self, action: Action) -> Effect:
        """Correct nothing."""
        number = int(action.sheet.state["correction"])
        left = await asyncio.to_thread(
            self.journal.corrections.settle, number, CorrectionState.LEFT
        )
        toast = action.place.texts("left" if left else "correction-over")
        return Effect(toast=toast, reply=await self.show(action.place, edits=action.message))

    async def begin(self, action: Action) -> Effect:
        """Correct the answers; the rest is an errand."""
        place, number = action.place, int(action.sheet.state["correction"])
        kept = await asyncio.to_thread(self.journal.corrections.find, number)
        if kept is None or kept.state is not CorrectionState.OPEN:
            return Effect(toast=place.texts("correction-over"))
        errand = Errand(
            id=new_id(),
            chat=place.chat,
            work=Work.CORRECT,
            language=place.texts.language,
            details={"correction": number},
        )
        begun = say(place, "correcting").editing(action.message)
        return Effect(reply=replace(begun, errand=errand))

    async def correct(self, errand: Errand, received: Received, progress: Progress) -> Reply:
        """Edit every message that shows one of the answers; name those that cannot be."""
        number = int(errand.details["correction"])
        kept = await asyncio.to_thread(self.journal.corrections.find, number)
        correction = await asyncio.to_thread(self.proofreader.read, kept) if kept else None
        if correction is None or kept is None or kept.state is not CorrectionState.OPEN:
            return say(progress.place, "correction-over")
        answers = await asyncio.to_thread(self.journal.corrections.answers, correction.answers)
        places = [one async for one in self._render(answers)]
        addressed = [(page.chat, render_outgoing(page)) for _, page in places]
        if len(await asyncio.to_thread(self.journal.deliveries_of, received)) == 1:
            await asyncio.to_thread(self.journal.put_to, received, addressed)
        texts = progress.place.texts

        async def tell(done: int) -> None:
            await progress.tell(texts("correcting-progress", done=done, count=len(places)))

        faults = await self.sender.send(received, tell)
        await asyncio.to_thread(self.journal.corrections.settle, number, CorrectionState.CORRECTED)
        _, *sent = await asyncio.to_thread(self.journal.deliveries_of, received)
        failed = {
            answer.id: faults.get(delivery.id, Fault.REFUSED)
            for (answer, _), delivery in zip(places, sent, strict=False)
            if delivery.state is not DeliveryState.SENT
        }
        page = correction_report(answers, {one.id for one, _ in places}, failed, texts)
        return Reply(chat=progress.place.chat, messages=(show_page(page, progress.place),))

    async def _render(
        self, answers: Sequence[SentAnswer]
    ) -> AsyncIterator[tuple[SentAnswer, Outgoing]]:
        """The messages that take the place of each answer's own; none where it has no message."""
        for answer in answers:
            views = await self._open_quotes(answer.id)
            if views:
                texts = load_texts(await asyncio.to_thread(self._language, answer))
                for page in self._pages(answer, views, texts):
                    yield answer, page

    def _pages(
        self, answer: SentAnswer, views: Mapping[int, PassageView], texts: Texts
    ) -> list[Outgoing]:
        place = Place(chat=answer.chat, texts=texts)
        page = render_corrected(views, tell_day(self.clock(), texts), texts)
        if answer.inline_message:
            message = show_page(page, place)
            return [replace(message, inline=answer.inline_message, notice=True)]
        buttons = [
            Button(
                label=str(number),
                data=self.signer.sign(
                    answer.chat, QuoteReference(answer_id=answer.id, number=number)
                ),
            )
            for number in views
        ]
        fresh = show_page(page, place, buttons)
        stale = say(place, "answer-replaced").messages[0]
        return [
            replace(stale if at else fresh, edits=message, notice=True)
            for at, message in enumerate(answer.messages)
        ]

    async def _open_quotes(self, answer_id: str) -> dict[int, PassageView]:
        given = await asyncio.to_thread(self.journal.find_answer, answer_id)
        views = {}
        for quote in given.quotes if given else ():
            try:
                views[quote.number] = await asyncio.to_thread(self.opener.read, Spot.of(quote))
            except NewsError as error:
                _log.warning("quote left out of a correction", reason=str(error))
        return views

    def _remember(self, place: Place) -> None:
        topic, choices = Topic(bot=self.proofreader.bot, chat=place.chat), self.journal.choices
        if choices.get(topic, SPOKEN) != place.texts.language:
            choices.set(topic, SPOKEN, place.texts.language)

    def _language(self, answer: SentAnswer) -> str:
        topic = Topic(bot=self.proofreader.bot, chat=answer.chat)
        return answer.language or self.journal.choices.get(topic, LANGUAGE)

    def _read_open(self) -> list[Correction]:
        found = (self.proofreader.read(kept) for kept in self.proofreader.open())
        return [one for one in found if one is not None]

    async def _notify(self, correction: Correction) -> None:
        """Under a number below zero, as no update of Telegram's asked for it."""
        bot = self.proofreader.bot
        received = Received(bot=bot, update_id=-correction.id, payload={})
        sent = await asyncio.to_thread(self.journal.deliveries_of, received)
        told = {one.chat for one in sent}
        for operator in sorted(self.newsroom.operators - told):
            topic = Topic(bot=bot, chat=operator)
            language = await asyncio.to_thread(self.journal.choices.get, topic, SPOKEN)
            place = Place(chat=operator, texts=load_texts(language))
            reply = show_screen(correction_screen(correction, place.texts), place, self.signer)
            pages = [render_outgoing(one) for one in reply.messages]
            await asyncio.to_thread(self.journal.put, received, operator, pages, None, reply.sheet)
        await self.sender.send(received)
