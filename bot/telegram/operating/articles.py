"""The archive as operators see it: a list, one article, taking it out, putting it back."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.articles import Articles
from bot.newsroom import Newsroom
from bot.pages import Block, Kind, Page, over, pack, plain, shorten
from bot.quotations import line, spaced
from bot.sources import MOST_NAME, describe_publication, link_article, title_block
from bot.telegram.actions import Action, Effect
from bot.telegram.buttons import ButtonSigner, Verb
from bot.telegram.picking import Look, list_articles
from bot.telegram.replies import Place, Reply, say
from bot.telegram.screens import Key, Screen, show_screen
from bot.texts import Texts
from knowledge.errors import ArticleNotFoundError
from knowledge.library.catalogue import REMOVED_KEPT
from knowledge.library.records import ArticleSummary
from knowledge.text.article import Article

_MOST_NAMED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleScreens:
    """Shows articles to operators, and takes them out."""

    articles: Articles
    newsroom: Newsroom
    signer: ButtonSigner

    async def show(self, place: Place, *, at: int = 0, edits: int | None = None) -> Reply:
        """Page *at* of the list."""
        summaries = await asyncio.to_thread(self.articles.summaries)
        look = Look(
            head=place.texts("articles-held", count=len(summaries)),
            pick=Verb.ARTICLE_OPEN,
            turn=Verb.ARTICLES_PAGE,
        )
        screen = list_articles(summaries, at, look, place.texts)
        return show_screen(screen, place, self.signer, edits=edits)

    async def turn(self, action: Action) -> Effect:
        """Another page of the list."""
        return Effect(reply=await self.show(action.place, at=action.number, edits=action.message))

    async def open(self, action: Action) -> Effect:
        """One article of the list, in its place."""
        listed = action.sheet.state["articles"]
        if action.number >= len(listed):
            return Effect(toast=action.place.texts("button-unusable"))
        summaries = await asyncio.to_thread(self.articles.summaries)
        wanted = listed[action.number]
        found = next((one for one in summaries if one.id == wanted), None)
        if found is None:
            return Effect(toast=action.place.texts("article-gone"))
        at = int(action.sheet.state.get("page", 0))
        screen = _article_screen(found, at, action.place.texts)
        return Effect(reply=show_screen(screen, action.place, self.signer, edits=action.message))

    async def ask_to_remove(self, place: Place, article_id: str) -> Reply:
        """Ask before an article is taken out that was named by its identifier."""
        if not article_id:
            return say(place, "remove-how")
        try:
            article = await asyncio.to_thread(self.newsroom.archive.catalogue.article, article_id)
        except ArticleNotFoundError:
            return say(place, "remove-unknown")
        return show_screen(_asking(article, place.texts), place, self.signer)

    async def ask_again(self, action: Action) -> Effect:
        """The same by a button under the article."""
        (article_id,) = action.sheet.state["articles"]
        asked = await self.ask_to_remove(action.place, article_id)
        message = asked.messages[0]
        if asked.sheet is None:
            return Effect(toast=message.text)
        return Effect(reply=asked.editing(action.message))

    async def remove(self, action: Action) -> Effect:
        """Take the named articles out of all answers."""
        return await self._change(action, removed=True)

    async def put_back(self, action: Action) -> Effect:
        """Put them back."""
        return await self._change(action, removed=False)

    async def _change(self, action: Action, *, removed: bool) -> Effect:
        ids = [str(one) for one in action.sheet.state["articles"]]
        changed = await asyncio.to_thread(self._change_all, ids, removed=removed)
        texts = action.place.texts
        if not changed:
            return Effect(toast=texts("removed-already" if removed else "put-back-already"))
        screen = _changed_screen(changed, texts, removed=removed)
        return Effect(reply=show_screen(screen, action.place, self.signer, edits=action.message))

    def _change_all(self, ids: Sequence[str], *, removed: bool) -> list[Article]:
        archive = self.newsroom.archive
        change = archive.remove if removed else archive.put_back
        changed = []
        for article_id in ids:
            try:
                changed.append(change(article_id))
            except ArticleNotFoundError:
                continue  # by somebody else, meanwhile
        return changed


def _article_screen(article: ArticleSummary, at: int, texts: Texts) -> Screen:
    audit = Key(label=f"⚖ {texts('audit-claims')}", verb=Verb.AUDIT_OF)
    remove = Key(label=texts("remove"), verb=Verb.REMOVE_ASK)
    back = Key(label=f"‹ {texts('articles-list')}", verb=Verb.ARTICLES_PAGE, number=at)
    return Screen(
        page=pack(_described(article, texts))[0],
        rows=[[audit], [remove], [back]],
        state={"articles": [article.id]},
    )


def _described(article: ArticleSummary, texts: Texts) -> Iterator[Block]:
    source = article.source
    title = over(title_block(source, texts, link_article(source.url)), Kind.BOLD)
    yield line(texts, title)
    yield line(texts, plain(describe_publication(source, texts)))
    if source.author.strip():
        author = texts.contain(shorten(source.author, MOST_NAME))
        yield line(texts, plain(texts("author", author=author)))
    facts = texts(
        "article-facts",
        version=str(article.version),
        count=article.sentences,
        language=source.language or "–",
    )
    yield line(texts, plain(facts))
    if article.origin != article.id:
        yield line(texts, plain(texts("article-copy", article=article.origin)))
    yield line(texts, plain(texts.contain(shorten(article.address, MOST_NAME))))
    yield line(texts, over(plain(article.id), Kind.CODE))


def _asking(article: Article, texts: Texts) -> Screen:
    title = shorten(article.source.name, MOST_NAME)
    words = texts("remove-sure", title=title, days=str(REMOVED_KEPT.days))
    return Screen(
        page=Page(text=texts.line_mark + words),
        rows=[
            [Key(label=texts("remove"), verb=Verb.REMOVE)],
            [Key(label=texts("keep"), verb=Verb.ARTICLE_OPEN)],
        ],
        state={"articles": [article.id]},
    )


def _changed_screen(changed: Sequence[Article], texts: Texts, *, removed: bool) -> Screen:
    """What was done, by name, with the button that undoes it."""
    head = (
        texts("removed", count=len(changed), days=str(REMOVED_KEPT.days))
        if removed
        else texts("put-back", count=len(changed))
    )
    names = [
        line(texts, plain("• "), title_block(article.source, texts, ""), plain(f" · {article.id}"))
        for article in changed[:_MOST_NAMED]
    ]
    more = len(changed) - len(names)
    if more:
        names.append(line(texts, plain(texts("and-more", count=more))))
    undo = Key(label=texts("undo"), verb=Verb.PUT_BACK if removed else Verb.REMOVE)
    return Screen(
        page=pack(spaced([line(texts, plain(head))], names))[0],
        rows=[[undo]],
        state={"articles": [article.id for article in changed]},
        days=REMOVED_KEPT.days if removed else 1,
    )
