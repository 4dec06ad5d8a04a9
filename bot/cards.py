"""An answer as cards to send into another chat: the answer, and its quotes one by one; pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.pages import Page, shorten
from bot.rendering import describe_statement, render_answer, render_quotes, render_speaking
from bot.texts import Texts
from knowledge.answering.answer import Answer, Citation, Outcome

MOST_QUOTES = 5
_MOST_TITLE = 80
_MOST_DESCRIPTION = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card, and what is sent if it is chosen.

    Attributes:
        citations: What it quotes.
    """

    title: str
    description: str
    page: Page
    citations: tuple[Citation, ...] = ()


def make_cards(answer: Answer, texts: Texts) -> tuple[Card, ...]:
    """The answer, where it fits on a page, and up to five quotes; none of a refusal."""
    if answer.outcome is Outcome.REFUSED:
        return ()
    return (*_whole(answer, texts), *_quotes(answer, texts))


def _whole(answer: Answer, texts: Texts) -> Iterator[Card]:
    pages = render_answer(answer, texts, asked=answer.question.as_asked)
    if len(pages) == 1:
        told = " · ".join(describe_statement(one, texts) for one in answer.statements)
        yield Card(
            title=texts("card-answer"),
            description=shorten(told, _MOST_DESCRIPTION),
            page=pages[0],
            citations=answer.citations,
        )


def _quotes(answer: Answer, texts: Texts) -> Iterator[Card]:
    for citation in answer.citations[:MOST_QUOTES]:
        head = _speaking(answer, citation, texts)
        pages = render_quotes([citation], texts, head)
        if len(pages) == 1:
            yield Card(
                title=shorten(head, _MOST_TITLE),
                description=shorten(citation.quote.text, _MOST_DESCRIPTION),
                page=pages[0],
                citations=(citation,),
            )


def _speaking(answer: Answer, citation: Citation, texts: Texts) -> str:
    """Who says it, in the words of the first statement that rests on the quote."""
    told = next(one for one in answer.statements if citation in one.citations)
    return render_speaking(told, texts).text
