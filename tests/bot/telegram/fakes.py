"""Stand-ins for the rest of the program, at the seams of the Telegram side."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import replace

from bot.articles import ReadArticle
from bot.passages import PassageView
from knowledge.answering.answer import Answer, Event
from knowledge.errors import ArticleNotFoundError, NewsError, QuoteNotFoundError
from knowledge.library.archive import Change
from knowledge.library.records import ArticleSummary, NewArticle, StoredSentence
from knowledge.library.rules import Rules
from knowledge.text.article import Article, Source
from knowledge.text.claim import Claim, Stance, Voice
from knowledge.text.passage import Passage, Sentence, Span
from knowledge.text.quote import cut_quote
from tests.bot.samples import ARTICLE, DENIAL, answer, bare


class ScriptedAnswerer:
    """Answers as it was told to, and keeps what it was asked.

    Attributes:
        replies: What becomes of a question; `DEFAULT` of any other. An error is raised, an event
            is waited for first.
        asked: Questions, each with the one before it.
        scopes: The articles that each may be answered from.
        pause_seconds: Taken after each statement, as by a model.
        languages: Those that each is to be answered in.
    """

    DEFAULT = ""

    def __init__(self) -> None:
        self.replies: dict[str, Answer | Exception | None] = {
            self.DEFAULT: answer(bare(DENIAL), mode="quotes")
        }
        self.gates: dict[str, asyncio.Event] = {}
        self.asked: list[tuple[str, str]] = []
        self.scopes: list[tuple[str, ...] | None] = []
        self.languages: list[str] = []
        self.pause_seconds = 0.0
        self.announce: Callable[[], None] = lambda: None

    def hold(self, question: str) -> asyncio.Event:
        """Let the answer to *question* wait until the event is set."""
        self.gates[question] = asyncio.Event()
        return self.gates[question]

    async def answer(
        self,
        text: str,
        /,
        *,
        language: str = "",
        scope: Iterable[str] | None = None,
        previous: str | Sequence[str] = (),
    ) -> AsyncIterator[Event]:
        self.scopes.append(None if scope is None else tuple(scope))
        self.languages.append(language)
        self.asked.append((text, previous if isinstance(previous, str) else "".join(previous[-1:])))
        self.announce()
        if text in self.gates:
            await self.gates[text].wait()
        reply = self.replies.get(text, self.replies[self.DEFAULT])
        if isinstance(reply, Exception):
            raise reply
        if reply is not None:
            for statement in reply.statements:
                yield statement
                if self.pause_seconds:
                    await asyncio.sleep(self.pause_seconds)
            spoken = language or reply.question.language
            understood = reply.question.text if reply.question.asked else text
            question = replace(reply.question, text=understood, language=spoken)
            yield replace(reply, question=question)


class Shelf:
    """Holds articles; `article` may be replaced or taken away, and `others` added.

    Attributes:
        speakers: Who says the sentences that they are in, by the sentences' words.
    """

    def __init__(self) -> None:
        self.article: Article | None = ARTICLE
        self.others: list[Article] = []
        self.speakers: dict[str, str] = {"The mayor denies": "The mayor", "I saw": "Rosa Peña"}

    def open(self, article_id: str, version: int, span: Span) -> PassageView:
        article = self._find(article_id)
        if article is None:
            raise QuoteNotFoundError(article_id, version, span.start, span.end)
        whole = Passage(
            article_id=article_id, version=version, number=0, start=0, text=article.text
        )
        return PassageView(quote=cut_quote(article, span), passage=whole, source=article.source)

    def summaries(self) -> Sequence[ArticleSummary]:
        return [_summary(article) for article in self._all()]

    def source(self, article_id: str) -> Source | None:
        article = self._find(article_id)
        return article.source if article else None

    def read(self, article_id: str) -> ReadArticle:
        article = self._find(article_id)
        if article is None:
            raise ArticleNotFoundError(article_id)
        spans = [m.span() for m in re.finditer(r"\S.*?[.!?](?=\s|$)", article.text)]
        sentences = [self._sentence(article, n, *span) for n, span in enumerate(spans)]
        return ReadArticle(article=article, sentences=tuple(sentences))

    def text(self, article_id: str, version: int) -> str:
        article = self._find(article_id)
        if article is None:
            raise ArticleNotFoundError(article_id, version)
        return article.text

    def _all(self) -> list[Article]:
        return [*([self.article] if self.article else []), *self.others]

    def _find(self, article_id: str) -> Article | None:
        return next((one for one in self._all() if one.id == article_id), None)

    def _sentence(self, article: Article, number: int, start: int, end: int) -> StoredSentence:
        sentence = Sentence(
            article_id=article.id,
            version=article.version,
            number=number,
            passage=0,
            start=start,
            text=article.text[start:end],
        )
        claims = tuple(
            Claim(
                sentence=number,
                content=Span(start=start, end=end),
                speaker=speaker,
                stance=Stance.SAYS,
                voice=Voice.REPORTED,
            )
            for words, speaker in self.speakers.items()
            if words in sentence.text
        )
        return StoredSentence(id=number, text_hash="", sentence=sentence, claims=claims)


class Tray:
    """Takes in articles onto a shelf, and keeps each version.

    Attributes:
        faults: Raised by the next ones, first things first.
        taken: What came in.
        announce: Called from the thread that something came in by.
    """

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.faults: list[NewsError] = []
        self.taken: list[NewArticle] = []
        self.announce: Callable[[], object] = lambda: None

    def add(self, new: NewArticle) -> tuple[Change, Article]:
        if self.faults:
            raise self.faults.pop(0)
        version = 1 + sum(one.address == new.address for one in self.taken)
        article = Article(id=new.address, version=version, text=new.text, source=new.source)
        others = [one for one in self.shelf.others if one.id != article.id]
        self.shelf.others = [*others, article]
        self.taken.append(new)
        self.announce()
        return (Change.ADDED if version == 1 else Change.NEW_VERSION), article


def _summary(article: Article) -> ArticleSummary:
    return ArticleSummary(
        id=article.id,
        version=article.version,
        source=article.source,
        address=article.source.url,
        sentences=1,
        origin=article.id,
        rules=Rules(cut="", claims=""),
    )


class BrokenError(NewsError):
    """Something failed on purpose."""
