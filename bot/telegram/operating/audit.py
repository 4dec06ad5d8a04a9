"""Checking claims: operators approve or reject who is said to say what."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.articles import Articles, ReadArticle
from bot.audit_pages import AuditPage, render_audit
from bot.newsroom import Newsroom
from bot.telegram.actions import Action, Effect
from bot.telegram.buttons import ButtonSigner, Verb
from bot.telegram.picking import Look, list_articles
from bot.telegram.replies import Place, Reply
from bot.telegram.screens import Key, Row, Screen, pager, show_screen
from bot.texts import Texts
from knowledge.errors import ArticleNotFoundError


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditScreens:
    """Shows claims with their verdicts, and takes verdicts."""

    articles: Articles
    newsroom: Newsroom
    signer: ButtonSigner

    async def pick(self, place: Place, *, at: int = 0, edits: int | None = None) -> Reply:
        """Ask of which article."""
        summaries = await asyncio.to_thread(self.articles.summaries)
        look = Look(head=place.texts("claims-pick"), pick=Verb.AUDIT_OF, turn=Verb.AUDIT_LIST)
        screen = list_articles(summaries, at, look, place.texts)
        return show_screen(screen, place, self.signer, edits=edits)

    async def turn_list(self, action: Action) -> Effect:
        """Another page of the list of articles."""
        return Effect(reply=await self.pick(action.place, at=action.number, edits=action.message))

    async def of_picked(self, action: Action) -> Effect:
        """The claims of an article of a list, in the place of the list."""
        article_ids = action.sheet.state["articles"]
        if action.number >= len(article_ids):
            return Effect(toast=action.place.texts("button-unusable"))
        return await self._show(action, str(article_ids[action.number]), 0)

    async def turn(self, action: Action) -> Effect:
        """Another page in the place of the one that is there."""
        return await self._show(action, str(action.sheet.state["article"]), action.number)

    async def judge(self, action: Action) -> Effect:
        """Approve or reject a claim; the same verdict again takes it back."""
        state, texts = action.sheet.state, action.place.texts
        claims: Sequence[str] = state["claims"]
        if action.number >= len(claims):
            return Effect(toast=texts("button-unusable"))
        approved = action.verb is Verb.APPROVE
        try:
            same = await asyncio.to_thread(
                self._judge,
                str(state["article"]),
                int(state["version"]),
                claims[action.number],
                approved,
            )
        except ArticleNotFoundError:
            return Effect(toast=texts("article-gone"))
        if not same:
            return Effect(toast=texts("audit-changed"))
        shown = await self._show(action, str(state["article"]), int(state["page"]))
        return Effect(toast=texts("verdict-kept"), reply=shown.reply)

    def _judge(self, article_id: str, version: int, claim: str, approved: bool) -> bool:
        """Keep a verdict of the version that was looked at, if it is still the present one."""
        article = self.newsroom.archive.catalogue.article(article_id)
        if article.version != version:
            return False
        verdicts = self.newsroom.verdicts
        again = verdicts.of(article).get(claim) is approved
        verdicts.give(article, claim, None if again else approved)
        return True

    async def _show(self, action: Action, article_id: str, at: int) -> Effect:
        place = action.place
        try:
            read, pages = await asyncio.to_thread(self._render, article_id, place.texts)
        except ArticleNotFoundError:
            return Effect(toast=place.texts("article-gone"))
        screen = _screen(read, pages, min(at, len(pages) - 1))
        return Effect(reply=show_screen(screen, place, self.signer, edits=action.message))

    def _render(self, article_id: str, texts: Texts) -> tuple[ReadArticle, tuple[AuditPage, ...]]:
        archive = self.newsroom.archive
        article = archive.catalogue.article(article_id)
        sentences = archive.pieces.sentences_of(article, judged=False)
        read = ReadArticle(article=article, sentences=sentences)
        return read, render_audit(read, self.newsroom.verdicts.of(article), texts)


def _screen(read: ReadArticle, pages: Sequence[AuditPage], at: int) -> Screen:
    shown = pages[at]
    rows: list[Row] = [
        [
            Key(label=f"✓ {shown.first + n}", verb=Verb.APPROVE, number=n),
            Key(label=f"✗ {shown.first + n}", verb=Verb.REJECT, number=n),
        ]
        for n in range(len(shown.claims))
    ]
    return Screen(
        page=shown.page,
        rows=[*rows, pager(Verb.AUDIT_PAGE, at, len(pages))],
        state={
            "article": read.article.id,
            "version": read.article.version,
            "claims": list(shown.claims),
            "page": at,
        },
    )
