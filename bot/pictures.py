"""The pictures in the README, made by the program itself: `python -m bot.pictures FOLDER`.

The store is one of the pictures' own, the articles are the shipped ones, and no model is asked, so
that anybody gets the same pictures but for the hours in them. Rich draws the terminal, and
`bot.bubbles` the messages of Telegram, which are made as they are for readers.
"""

import asyncio
import io
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from bot.articles import StoredArticles
from bot.bubbles import Bubble, draw_chat
from bot.cards import Card, make_cards
from bot.given import list_given
from bot.journal import GivenAnswer, Journal
from bot.pages import Entity, Kind, units
from bot.rendering import render_answer
from bot.settings import Settings
from bot.stored_passages import StoredPassages
from bot.telegram.answers import AnswerScreens
from bot.telegram.buttons import ButtonSigner
from bot.telegram.choosing import Sources
from bot.telegram.claims import ClaimsScreens
from bot.telegram.opening import Opener, Spot
from bot.telegram.outgoing import Outgoing
from bot.telegram.places import Places
from bot.telegram.replies import Place, Reply
from bot.terminal import TerminalChat
from bot.texts import load_texts
from bot.wiring import Library, build_answerer, build_terminal, open_library
from knowledge.answering.answer import Answer

_CONVERSATION = (
    "Who claimed responsibility?",
    "Was Ukraine behind it?",
    "¿Qué dijo Kamala Harris?",
    "What is the capital of Australia?",
)
_COLUMNS = 104
_SIMPLE, _DISPUTED = "Who claimed responsibility?", "Was Ukraine behind it?"
_IN_ARABIC = "من أعلن مسؤوليته عن الهجوم؟"
_READER = 1


def draw_terminal(settings: Settings, library: Library) -> str:
    """A conversation in the terminal."""
    console = Console(record=True, width=_COLUMNS, file=io.StringIO(), color_system="truecolor")
    with asyncio.Runner() as runner:
        _talk(build_terminal(settings, library, console), runner)
    return console.export_svg(title="WhoSaid")


def _talk(chat: TerminalChat, runner: asyncio.Runner) -> None:
    for question in _CONVERSATION:
        chat.console.print(f"[bold]Question ›[/bold] {question}")
        chat.respond(question, runner)


@dataclass(frozen=True, slots=True)
class Studio:
    """Makes the messages that readers of Telegram see."""

    settings: Settings
    library: Library

    @property
    def _articles(self) -> StoredArticles:
        return StoredArticles(self.library.catalogue, self.library.archive.pieces)

    @property
    def _signer(self) -> ButtonSigner:
        return ButtonSigner(b"for pictures")

    @property
    def _opener(self) -> Opener:
        return Opener(passages=StoredPassages(self.library.catalogue), signer=self._signer)

    async def answer(self, question: str) -> Answer:
        """What the answerer says."""
        answerer = build_answerer(self.settings, self.library)
        return [e async for e in answerer.answer(question) if isinstance(e, Answer)][-1]

    async def answered(self, question: str) -> tuple[Bubble, ...]:
        """A question and its answer."""
        answer = await self.answer(question)
        place = _place(answer.question.language)
        given = _given(answer, question)
        screens = AnswerScreens(journal=Journal(self.library.engine), signer=self._signer)
        reply = screens.show(place, render_answer(answer, place.texts), given)
        return (Bubble(text=question, own=True), *_shown(reply))

    async def opened(self, question: str) -> tuple[Bubble, ...]:
        """A quote of the answer in its passage."""
        given = _given(await self.answer(question), question)
        place = _place("en")
        effect = await self._opener.open(place, Spot.of(given.quotes[0]), below=1)
        return _shown(effect.reply)

    async def claims(self) -> tuple[Bubble, ...]:
        """Who says what in the article."""
        place = _place("en")
        screens = ClaimsScreens(articles=self._articles, opener=self._opener, signer=self._signer)
        effect = await screens.show(place, [one.id for one in self._articles.summaries()])
        return _shown(effect.reply)

    async def sources(self) -> tuple[Bubble, ...]:
        """The list of articles."""
        place = _place("en")
        choices = Journal(self.library.engine).choices
        places = Places(choices=choices, bot=_READER)
        screen = Sources(
            articles=self._articles, choices=choices, places=places, signer=self._signer
        )
        return (Bubble(text="/sources", own=True), *_shown(await screen.show(place, _READER)))

    async def inline(self, question: str) -> tuple[Bubble, ...]:
        """The cards that are offered in any chat."""
        cards = make_cards(await self.answer(question), load_texts("en"))
        return (Bubble(text=f"@whosaid_bot {question}", own=True), *map(_offered, cards))


def draw_messages(studio: Studio) -> Iterator[tuple[str, str]]:
    """The names of the pictures of Telegram, and the pictures."""
    scenes = {
        "answer": ("An answer", studio.answered(_SIMPLE)),
        "disputed": ("A disputed answer", studio.answered(_DISPUTED)),
        "passage": ("A quote in its passage", studio.opened(_SIMPLE)),
        "claims": ("Who says what in an article", studio.claims()),
        "sources": ("The articles to choose from", studio.sources()),
        "inline": ("Cards in any chat", studio.inline(_DISPUTED)),
        "arabic": ("An answer in Arabic", studio.answered(_IN_ARABIC)),
    }
    for name, (title, scene) in scenes.items():
        yield name, draw_chat(asyncio.run(scene), title)


def _place(language: str) -> Place:
    return Place(chat=_READER, texts=load_texts(language))


def _given(answer: Answer, question: str) -> GivenAnswer:
    return GivenAnswer(
        id="picture",
        chat=_READER,
        reader=_READER,
        message=1,
        question=question,
        quotes=list_given(answer.citations),
    )


def _shown(reply: Reply | None) -> tuple[Bubble, ...]:
    messages: Sequence[Outgoing] = reply.messages if reply else ()
    return tuple(
        Bubble(
            text=message.text,
            entities=message.entities,
            rows=[[button.label for button in row] for row in message.rows],
        )
        for message in messages
    )


def _offered(card: Card) -> Bubble:
    bold = Entity(kind=Kind.BOLD, offset=0, length=units(card.title))
    return Bubble(text=f"{card.title}\n{card.description}", entities=[bold])


def draw_all(folder: Path) -> None:
    """Every picture, as an SVG file in *folder*."""
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(_env_file=None, whosaid_data_dir=Path(place), whosaid_model="none")
        with open_library(settings) as library:
            pictures = {"chat": draw_terminal(settings, library)}
            pictures |= draw_messages(Studio(settings, library))
    for name, picture in pictures.items():
        (folder / f"{name}.svg").write_text(picture, "utf-8")


if __name__ == "__main__":
    draw_all(Path(sys.argv[1]))
