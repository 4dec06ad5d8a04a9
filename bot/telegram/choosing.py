"""Screens to choose by: which article is read, and in which language the bot speaks."""

import asyncio
from dataclasses import dataclass, replace

from bot.articles import Articles
from bot.journal.choices import ARTICLE, LANGUAGE, Choices, Topic
from bot.pages import Page
from bot.telegram.actions import Action, Effect
from bot.telegram.buttons import ButtonSigner, Verb
from bot.telegram.picking import Look, list_articles
from bot.telegram.places import Places
from bot.telegram.replies import Place, Reply
from bot.telegram.screens import Key, Screen, in_rows, show_screen
from bot.texts import LANGUAGES, load_texts

_WIDTH = 3
_BY_ITSELF = len(LANGUAGES)
"""The number of the button for the language of each question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Lists the articles, and lets one of them be the only one for a topic."""

    articles: Articles
    choices: Choices
    places: Places
    signer: ButtonSigner

    async def show(
        self, place: Place, reader: int, *, at: int = 0, edits: int | None = None
    ) -> Reply:
        """Page *at* of the list; its buttons are for *reader*."""
        summaries = await asyncio.to_thread(self.articles.summaries)
        chosen = await asyncio.to_thread(self.choices.get, self.places.topic(place), ARTICLE)
        key = "sources-one" if any(one.id == chosen for one in summaries) else "sources-all"
        every = Key(label=place.texts("sources-choose-all"), verb=Verb.ALL_ARTICLES)
        look = Look(
            head=place.texts(key, count=len(summaries)),
            pick=Verb.CHOOSE_ARTICLE,
            turn=Verb.SOURCES_PAGE,
            chosen=chosen,
            reader=reader,
            keys=[every] if key == "sources-one" else [],
        )
        screen = list_articles(summaries, at, look, place.texts)
        return show_screen(screen, place, self.signer, edits=edits)

    async def turn(self, action: Action) -> Effect:
        """Another page of the list."""
        return Effect(reply=await self._again(action, action.number))

    async def choose(self, action: Action) -> Effect:
        """Read only the article of this number from now on."""
        listed, texts = action.sheet.state["articles"], action.place.texts
        if action.number >= len(listed):
            return Effect(toast=texts("button-unusable"))
        return await self._set(action, listed[action.number], texts("source-chosen"))

    async def choose_all(self, action: Action) -> Effect:
        """Read all articles from now on."""
        return await self._set(action, "", action.place.texts("sources-all-chosen"))

    async def _set(self, action: Action, article_id: str, toast: str) -> Effect:
        topic = self.places.topic(action.place)
        await asyncio.to_thread(self.choices.set, topic, ARTICLE, article_id)
        at = int(action.sheet.state["page"])
        return Effect(toast=toast, reply=await self._again(action, at))

    async def _again(self, action: Action, at: int) -> Reply:
        return await self.show(action.place, action.reader, at=at, edits=action.message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Languages:
    """Lets a language be chosen for a chat."""

    choices: Choices
    places: Places
    signer: ButtonSigner

    def show(self, place: Place, reader: int, *, edits: int | None = None) -> Reply:
        """A button a language, and one for that of each question."""
        chosen = place.answer_in
        keys = [
            self._key(number, load_texts(code)("language-name"), code == chosen)
            for number, code in enumerate(LANGUAGES)
        ]
        own = self._key(_BY_ITSELF, place.texts("language-own"), not chosen)
        screen = Screen(
            page=Page(text=place.texts.line_mark + place.texts("language-choose")),
            rows=[*in_rows(keys, _WIDTH), [own]],
            reader=reader,
        )
        return show_screen(screen, place, self.signer, edits=edits)

    async def choose(self, action: Action) -> Effect:
        """Speak this language from now on, in this chat."""
        if action.number > _BY_ITSELF:
            return Effect(toast=action.place.texts("button-unusable"))
        code = "" if action.number == _BY_ITSELF else LANGUAGES[action.number]
        topic = Topic(bot=self.places.bot, chat=action.place.chat)
        await asyncio.to_thread(self.choices.set, topic, LANGUAGE, code)
        place = action.place.speaking(code) if code else action.place
        reply = self.show(replace(place, answer_in=code), action.reader, edits=action.message)
        return Effect(toast=place.texts("language-chosen"), reply=reply)

    def _key(self, number: int, label: str, is_chosen: bool) -> Key:
        mark = "✓ " if is_chosen else ""
        return Key(label=mark + label, verb=Verb.CHOOSE_LANGUAGE, number=number)
