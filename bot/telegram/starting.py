"""The first contact: /start with three examples, or with a link that leads somewhere."""

import asyncio
from dataclasses import dataclass, replace

from bot.articles import Articles
from bot.journal import GivenAnswer, GivenQuote, Journal
from bot.journal.choices import ARTICLE
from bot.pages import Page, shorten
from bot.rendering import render_quotes
from bot.sources import MOST_NAME
from bot.telegram.answers import AnswerScreens
from bot.telegram.buttons import ButtonSigner, ExampleReference, Verb
from bot.telegram.links import AnswerLink, ArticleLink, QuestionLink, read_payload
from bot.telegram.opening import Opener, Spot
from bot.telegram.outgoing import Button
from bot.telegram.places import Places
from bot.telegram.questions import Asked, Questions
from bot.telegram.replies import Place, Reply, say
from bot.telegram.screens import Key, Screen, new_id, show_screen
from bot.texts import EXAMPLES
from knowledge.answering.answer import Citation
from knowledge.errors import NewsError
from knowledge.library.records import ArticleSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class Starting:
    """Answers /start."""

    questions: Questions
    screens: AnswerScreens
    opener: Opener
    articles: Articles
    journal: Journal
    places: Places
    signer: ButtonSigner

    async def start(self, place: Place, payload: str, *, reader: int, message: int) -> Reply | None:
        """Follow the link, if there is one that leads somewhere; else introduce the bot."""
        match read_payload(payload):
            case QuestionLink(text=text):
                asked = Asked(text=text, reader=reader, message=message, shown=False)
                return await self.questions.answer_if_allowed(place, asked)
            case ArticleLink() as link:
                return await self._choose(place, link)
            case AnswerLink(answer_id=answer_id):
                return await self._show(place, answer_id, reader, message)
        return say(place, "start", *self._examples(place))

    def _examples(self, place: Place) -> list[Button]:
        language = place.texts.language
        return [
            Button(
                label=place.texts(key),
                data=self.signer.sign(
                    place.chat, ExampleReference(language=language, number=number)
                ),
            )
            for number, key in enumerate(EXAMPLES)
        ]

    async def _choose(self, place: Place, link: ArticleLink) -> Reply:
        """Read only the linked article in this topic."""
        summaries = await asyncio.to_thread(self.articles.summaries)
        found = next((one for one in summaries if link.is_to(one.id)), None)
        if found is None:
            return say(place, "article-gone")
        topic, choices = self.places.topic(place), self.journal.choices
        await asyncio.to_thread(choices.set, topic, ARTICLE, found.id)
        return show_screen(_linked(found, place), place, self.signer)

    async def _show(self, place: Place, answer_id: str, reader: int, message: int) -> Reply:
        """The quotes of an answer, without the words of the question: those were for its chat."""
        given = await asyncio.to_thread(self.journal.find_answer, answer_id)
        if given is None or not given.quotes:
            return say(place, "button-old")
        try:
            citations = [await self._cite(quote) for quote in given.quotes]
        except NewsError:
            return say(place, "quote-gone")
        own = GivenAnswer(
            id=new_id(),
            chat=place.chat,
            reader=reader,
            message=message,
            question="",
            quotes=given.quotes,
            thread=place.topic,
        )
        pages = render_quotes(citations, place.texts, place.texts("answer-linked"))
        return replace(self.screens.show(place, pages, own), answer=own)

    async def _cite(self, quote: GivenQuote) -> Citation:
        view = await asyncio.to_thread(self.opener.read, Spot.of(quote))
        return Citation(quote=view.quote, source=view.source)


def _linked(article: ArticleSummary, place: Place) -> Screen:
    title = shorten(article.source.name, MOST_NAME)
    text = place.texts.line_mark + place.texts("source-linked", title=title)
    key = Key(label=f"⚖ {place.texts('who-says-what')}", verb=Verb.CLAIMS_OF)
    return Screen(page=Page(text=text), rows=[[key]], state={"articles": [article.id]})
