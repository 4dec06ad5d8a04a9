"""Stand-ins for the rest of the program, at the seams of the Telegram side."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace

from bot.passages import PassageView
from knowledge.answering.answer import Answer, Event
from knowledge.errors import NewsError, QuoteNotFoundError
from knowledge.text.article import Article
from knowledge.text.passage import Passage, Span
from knowledge.text.quote import cut_quote
from tests.bot.samples import ARTICLE, DENIAL, answer, bare


class ScriptedAnswerer:
    """Answers as it was told to, and keeps what it was asked.

    Attributes:
        replies: What becomes of a question; `DEFAULT` of any other. An error is raised, an event
            is waited for first.
        asked: Questions, each with the one before it.
    """

    DEFAULT = ""

    def __init__(self) -> None:
        self.replies: dict[str, Answer | Exception | None] = {
            self.DEFAULT: answer(bare(DENIAL), mode="quotes")
        }
        self.gates: dict[str, asyncio.Event] = {}
        self.asked: list[tuple[str, str]] = []
        self.announce: Callable[[], None] = lambda: None

    def hold(self, question: str) -> asyncio.Event:
        """Let the answer to *question* wait until the event is set."""
        self.gates[question] = asyncio.Event()
        return self.gates[question]

    async def answer(
        self, text: str, /, *, language: str = "", previous: str | Sequence[str] = ()
    ) -> AsyncIterator[Event]:
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
            yield replace(reply, question=replace(reply.question, text=text))


class Shelf:
    """Opens passages of one article; `article` may be replaced or taken away."""

    def __init__(self) -> None:
        self.article: Article | None = ARTICLE

    def open(self, article_id: str, version: int, span: Span) -> PassageView:
        if self.article is None:
            raise QuoteNotFoundError(article_id, version, span.start, span.end)
        whole = Passage(
            article_id=article_id, version=version, number=0, start=0, text=self.article.text
        )
        return PassageView(
            quote=cut_quote(self.article, span), passage=whole, source=self.article.source
        )


class BrokenError(NewsError):
    """Something failed on purpose."""
