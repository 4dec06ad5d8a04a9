"""Opening a quote in its article: from the store, checked again each time."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import structlog

from bot.journal import GivenQuote
from bot.journal.base import Clock, read_clock
from bot.journal.sheets import Sheet
from bot.pages import Page
from bot.passages import PassageView, hash_quote, render_passage
from bot.telegram.actions import Action, Effect
from bot.telegram.buttons import ActionReference, ButtonSigner, Verb
from bot.telegram.outgoing import Button
from bot.telegram.replies import Place, Reply, say, show_page
from bot.telegram.screens import new_id
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


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a quote stood when it was shown, and the SHA-256 of what stood there."""

    article_id: str
    version: int
    start: int
    end: int
    text_hash: str

    @classmethod
    def of(cls, quote: GivenQuote) -> "Spot":
        """Where a quote of an answer stood."""
        return cls(quote.article_id, quote.version, quote.start, quote.end, quote.text_hash)


class ChangedQuoteError(NewsError):
    """Where a quote stood, the store has other characters now."""

    def __init__(self, spot: Spot) -> None:
        super().__init__(
            f"{spot.article_id!r} version {spot.version} has other characters at {spot.start} "
            f"to {spot.end} than when they were quoted."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """Shows quotes in their passages."""

    passages: Passages
    signer: ButtonSigner
    clock: Clock = read_clock

    async def open(self, place: Place, spot: Spot, *, below: int) -> Effect:
        """The quote in its passage, as an answer to the message *below*."""
        try:
            view = await asyncio.to_thread(self.read, spot)
        except NewsError as error:
            _log.warning("quote cannot be opened", reason=str(error))
            return Effect(reply=say(place, "quote-gone"))
        pages = render_passage(view, place.texts)
        return Effect(reply=self._reply(place, spot, pages, below))

    async def check(self, action: Action) -> Effect:
        """Compare an opened quote with the store once more, and say when."""
        spot, place = Spot(*action.sheet.state["spot"]), action.place
        try:
            view = await asyncio.to_thread(self.read, spot)
        except NewsError as error:
            _log.warning("quote does not stand the check", reason=str(error))
            return Effect(toast=place.texts("quote-gone"))
        page = render_passage(view, place.texts, checked_at=self.clock())[-1]
        reply = self._reply(place, spot, [page], None)
        edited = replace(reply.messages[-1], edits=action.message)
        return Effect(toast=place.texts("checked-same"), reply=replace(reply, messages=(edited,)))

    def _reply(self, place: Place, spot: Spot, pages: Sequence[Page], below: int | None) -> Reply:
        """The pages; under the last, which has the receipt, the button to check it."""
        state = [spot.article_id, spot.version, spot.start, spot.end, spot.text_hash]
        sheet = Sheet(id=new_id(), chat=place.chat, state={"spot": state})
        reference = ActionReference(sheet=sheet.id, verb=Verb.CHECK_AGAIN)
        check = Button(
            label=place.texts("check-again"), data=self.signer.sign(place.chat, reference)
        )
        *first, last = pages
        messages = [show_page(page, place, reply_to=below) for page in first]
        messages.append(show_page(last, place, [check], reply_to=below))
        return Reply(chat=place.chat, messages=tuple(messages), sheet=sheet)

    def read(self, spot: Spot) -> PassageView:
        """The stored quote, if its characters are still those that were shown.

        Raises:
            NewsError: They are not, or the article is gone.
        """
        span = Span(start=spot.start, end=spot.end)
        view = self.passages.open(spot.article_id, spot.version, span)
        found = view.quote
        place = (found.article_id, found.version, found.start, found.end)
        if place != (spot.article_id, spot.version, spot.start, spot.end):
            raise ChangedQuoteError(spot)
        if hash_quote(found.text) != spot.text_hash:
            raise ChangedQuoteError(spot)
        return view
