"""Who says what in an article, as a screen that pages by editing one message."""

import asyncio
from collections.abc import Container, Sequence
from dataclasses import dataclass

from bot.articles import Articles
from bot.claims_pages import ClaimsPage, render_claims
from bot.passages import hash_quote
from bot.telegram.actions import Action, Effect
from bot.telegram.buttons import ButtonSigner, Verb
from bot.telegram.opening import Opener, Spot
from bot.telegram.picking import Look, list_articles
from bot.telegram.replies import Place
from bot.telegram.screens import Key, Screen, in_rows, pager, show_screen
from knowledge.errors import ArticleNotFoundError


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsScreens:
    """Shows who says what."""

    articles: Articles
    opener: Opener
    signer: ButtonSigner

    async def show(self, place: Place, article_ids: Sequence[str]) -> Effect:
        """The claims of one article; of several, which one is asked first."""
        if len(article_ids) == 1:
            return await self._page(place, article_ids[0], 0)
        return await self.pick(place, article_ids)

    async def pick(
        self,
        place: Place,
        article_ids: Container[str] | None = None,
        at: int = 0,
        edits: int | None = None,
    ) -> Effect:
        """Ask which article; None is any."""
        summaries = await asyncio.to_thread(self.articles.summaries)
        listed = [one for one in summaries if article_ids is None or one.id in article_ids]
        head = place.texts("claims-pick")
        look = Look(head=head, pick=Verb.CLAIMS_OF, turn=Verb.CLAIMS_LIST)
        screen = list_articles(listed, at, look, place.texts)
        return Effect(reply=show_screen(screen, place, self.signer, edits=edits))

    async def turn_list(self, action: Action) -> Effect:
        """Another page of the list of all articles."""
        return await self.pick(action.place, at=action.number, edits=action.message)

    async def of_answer(self, action: Action) -> Effect:
        """The claims of the articles that an answer cites, as a message below it."""
        return await self.show(action.place, action.sheet.state["articles"])

    async def of_picked(self, action: Action) -> Effect:
        """The claims of an article of a list, in the place of the list."""
        article_ids = action.sheet.state["articles"]
        if action.number >= len(article_ids):
            return Effect(toast=action.place.texts("button-unusable"))
        return await self._page(action.place, article_ids[action.number], 0, edits=action.message)

    async def turn(self, action: Action) -> Effect:
        """Another page in the place of the one that is there."""
        article_id = str(action.sheet.state["article"])
        return await self._page(action.place, article_id, action.number, edits=action.message)

    async def open_place(self, action: Action) -> Effect:
        """Open a sentence in its passage."""
        row = action.sheet.state["places"].get(str(action.number))
        if row is None:
            return Effect(toast=action.place.texts("button-unusable"))
        return await self.opener.open(action.place, Spot(*row), below=action.message)

    async def _page(
        self, place: Place, article_id: str, at: int, edits: int | None = None
    ) -> Effect:
        try:
            read = await asyncio.to_thread(self.articles.read, article_id)
        except ArticleNotFoundError:
            return Effect(toast=place.texts("article-gone"))
        pages = await asyncio.to_thread(render_claims, read, place.texts)
        at = min(at, len(pages) - 1)
        screen = _screen(pages, at, article_id)
        return Effect(reply=show_screen(screen, place, self.signer, edits=edits))


def _screen(pages: Sequence[ClaimsPage], at: int, article_id: str) -> Screen:
    shown = pages[at]
    places = {
        str(number): [q.article_id, q.version, q.start, q.end, hash_quote(q.text)]
        for number, q in shown.quotes.items()
    }
    keys = [Key(label=number, verb=Verb.CLAIM_PLACE, number=int(number)) for number in places]
    return Screen(
        page=shown.page,
        rows=[*in_rows(keys), pager(Verb.CLAIMS_PAGE, at, len(pages))],
        state={"article": article_id, "places": places},
    )
