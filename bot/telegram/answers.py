"""An answer as a screen: its page, the buttons below it, and what these do."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.journal import GivenAnswer, Journal
from bot.pages import Page, page_as_json, read_page, shorten
from bot.telegram.actions import Action, Effect
from bot.telegram.buttons import ButtonSigner, QuoteReference, Verb
from bot.telegram.outgoing import Button, Rich
from bot.telegram.replies import Place, Reply
from bot.telegram.screens import Key, Row, Screen, in_rows, pager, show_screen
from bot.texts import Texts

_MOST_SHARED = 256
"""Characters of a query that Telegram takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerScreens:
    """Shows answers, turns their pages and counts what readers think of them."""

    journal: Journal
    signer: ButtonSigner

    def show(
        self, place: Place, pages: Sequence[Page], given: GivenAnswer, rich: str = ""
    ) -> Reply:
        """The first page of an answer; all of it as a rich message, where there is one."""
        articles = list(dict.fromkeys(quote.article_id for quote in given.quotes))
        state = {
            "pages": [page_as_json(page) for page in pages],
            "articles": articles,
            "share": shorten(given.understood or given.question, _MOST_SHARED),
            "language": place.texts.language,
        }
        reply = self._screen(place, given.id, state, 0)
        return self._enrich(reply, place, state, given, rich) if rich else reply

    async def turn(self, action: Action) -> Effect:
        """Show another page in the place of the one that is there."""
        place = action.place.speaking(str(action.sheet.state["language"]))
        if action.number >= len(action.sheet.state["pages"]):
            return Effect(toast=place.texts("button-unusable"))
        state = dict(action.sheet.state)
        reply = self._screen(place, action.sheet.id, state, action.number, edits=action.message)
        return Effect(reply=reply)

    async def vote(self, action: Action) -> Effect:
        """Keep what the reader thinks of the answer."""
        helpful = action.verb is Verb.HELPFUL
        give = self.journal.votes.give
        await asyncio.to_thread(give, action.sheet.id, action.reader, helpful)
        return Effect(toast=action.place.texts("voted-up" if helpful else "voted-down"))

    def _screen(
        self,
        place: Place,
        answer_id: str,
        state: dict[str, object],
        at: int,
        edits: int | None = None,
    ) -> Reply:
        pages = state["pages"]
        assert isinstance(pages, list)  # noqa: S101
        page = read_page(pages[at])
        quotes = [self._quote(place.chat, answer_id, number) for number in page.numbers]
        rows = [*in_rows(quotes), pager(Verb.ANSWER_PAGE, at, len(pages))]
        if state["articles"]:
            rows += _reactions(place.texts, str(state["share"]))
        screen = Screen(page=page, rows=rows, state=state, sheet=answer_id)
        return show_screen(screen, place, self.signer, edits=edits)

    def _enrich(
        self, reply: Reply, place: Place, state: dict[str, object], given: GivenAnswer, html: str
    ) -> Reply:
        numbers = [self._quote(place.chat, given.id, quote.number) for quote in given.quotes]
        rows = [*in_rows(numbers), *_reactions(place.texts, str(state["share"]))]
        screen = Screen(page=Page(text=""), rows=rows, state=state, sheet=given.id)
        shown = show_screen(screen, place, self.signer).messages[0].rows
        rich = Rich(html=html, right_to_left=place.texts.right_to_left, rows=shown)
        return replace(reply, messages=(replace(reply.messages[0], rich=rich),))

    def _quote(self, chat: int, answer_id: str, number: int) -> Button:
        reference = QuoteReference(answer_id=answer_id, number=number)
        return Button(label=str(number), data=self.signer.sign(chat, reference))


def _reactions(texts: Texts, share: str) -> list[Row]:
    return [
        [Key(label=f"⚖ {texts('who-says-what')}", verb=Verb.WHO_SAYS_WHAT)],
        [
            Key(label="👍", verb=Verb.HELPFUL),
            Key(label="👎", verb=Verb.NOT_HELPFUL),
            *([Button(label=texts("share"), share=share)] if share else []),
        ],
    ]
