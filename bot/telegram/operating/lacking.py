"""What readers asked and the articles lack: operators answer it by hand, in the newsroom's name."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from telegram import Message

from bot.journal import Journal, Received
from bot.journal.errands import Errand, Work
from bot.journal.lacking import KEPT, Asker, LackingTopic
from bot.journal.tables import DeliveryState
from bot.pages import Block, Kind, Page, pack, plain, shorten, styled
from bot.quotations import line, spaced
from bot.sources import describe_date
from bot.telegram.actions import Action, Effect
from bot.telegram.buttons import ButtonSigner, Verb
from bot.telegram.operating.errands import Progress
from bot.telegram.outgoing import Outgoing, render_outgoing, sendable
from bot.telegram.replies import Place, Reply, say, say_words, show_page
from bot.telegram.screens import Key, Row, Screen, in_rows, new_id, pager, show_screen
from bot.telegram.sending import Sender
from bot.texts import Texts, load_texts

_MOST_LISTED = 8
_MOST_LISTED_QUESTION = 200
_MOST_QUESTION = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class LackingScreens:
    """Lists open questions, and has them answered.

    Attributes:
        bot: The bot's own number.
    """

    journal: Journal
    sender: Sender
    signer: ButtonSigner
    bot: int

    async def show(self, place: Place, *, at: int = 0, edits: int | None = None) -> Reply:
        """Page *at* of the list."""
        topics = await asyncio.to_thread(self.journal.lacking.topics, self.bot)
        screen = _list_screen(topics, at, place.texts)
        return show_screen(screen, place, self.signer, edits=edits)

    async def turn(self, action: Action) -> Effect:
        """Another page of the list."""
        return Effect(reply=await self.show(action.place, at=action.number, edits=action.message))

    async def open(self, action: Action) -> Effect:
        """One question of the list, in its place."""
        listed: Sequence[str] = action.sheet.state["topics"]
        if action.number >= len(listed):
            return Effect(toast=action.place.texts("button-unusable"))
        topic = await self._find(listed[action.number])
        if topic is None:
            return Effect(toast=action.place.texts("lacking-gone"))
        screen = _topic_screen(topic, int(action.sheet.state["page"]), action.place.texts)
        return Effect(reply=show_screen(screen, action.place, self.signer, edits=action.message))

    async def ask(self, action: Action) -> Effect:
        """Ask the operator for the answer, as a reply."""
        topic = await self._find(str(action.sheet.state["lacking"]))
        if topic is None:
            return Effect(toast=action.place.texts("lacking-gone"))
        question = shorten(topic.question, _MOST_QUESTION)
        words = action.place.texts("lacking-prompt", question=question)
        screen = Screen(
            page=Page(text=action.place.texts.line_mark + words),
            state={"lacking": topic.newest},
            asks=True,
        )
        return Effect(reply=show_screen(screen, action.place, self.signer))

    async def drop(self, action: Action) -> Effect:
        """Take a question off the list, unanswered."""
        name = str(action.sheet.state["lacking"])
        await asyncio.to_thread(self.journal.lacking.close, self.bot, name)
        shown = await self.show(action.place, edits=action.message)
        return Effect(toast=action.place.texts("lacking-dropped"), reply=shown)

    async def find_asked(self, message: Message) -> str:
        """The question that *message* answers by replying to what shows it, or ""."""
        replied = message.reply_to_message
        if replied is None or replied.from_user is None or replied.from_user.id != self.bot:
            return ""
        sheet = await asyncio.to_thread(
            self.journal.sheets.under, self.bot, message.chat.id, replied.message_id
        )
        return str(sheet.state.get("lacking", "")) if sheet else ""

    async def preview(self, place: Place, name: str, words: str) -> Reply:
        """Show what would be sent, and to how many chats, before it is."""
        topic = await self._find(name)
        if topic is None:
            return say(place, "lacking-gone")
        texts = place.texts
        head = line(texts, plain(texts("lacking-preview", count=topic.chats)))
        page = pack(spaced([head], _newsroom_words(sendable(words), texts)))[0]
        screen = Screen(
            page=page,
            rows=[[Key(label=texts("send"), verb=Verb.LACKING_TELL)]],
            state={"tell": topic.newest, "words": words},
        )
        return show_screen(screen, place, self.signer)

    async def begin_to_tell(self, action: Action) -> Effect:
        """Send it; the rest is an errand."""
        place, state = action.place, action.sheet.state
        topic = await self._find(str(state["tell"]))
        if topic is None:
            return Effect(toast=place.texts("lacking-gone"))
        errand = Errand(
            id=new_id(),
            chat=place.chat,
            work=Work.TELL,
            language=place.texts.language,
            details={"lacking": topic.newest, "words": state["words"]},
        )
        begun = say(place, "telling").editing(action.message)
        reply = Reply(chat=place.chat, messages=begun.messages, errand=errand)
        return Effect(reply=reply)

    async def tell(self, errand: Errand, received: Received, progress: Progress) -> Reply:
        """Tell whoever asked; each once, also if it was broken off."""
        name, words = str(errand.details["lacking"]), str(errand.details["words"])
        deliveries = await asyncio.to_thread(self.journal.deliveries_of, received)
        if len(deliveries) == 1:  # the message that tells the progress alone
            askers = await asyncio.to_thread(self.journal.lacking.askers, self.bot, name)
            pages = [page for asker in askers for page in _render_answer(asker, words)]
            addressed = [(page.chat, render_outgoing(page)) for page in pages]
            await asyncio.to_thread(self.journal.put_to, received, addressed)
        await self.sender.send(received)
        _, *sent = await asyncio.to_thread(self.journal.deliveries_of, received)
        await asyncio.to_thread(self.journal.lacking.close, self.bot, name)
        told = {one.chat for one in sent if one.state is DeliveryState.SENT}
        failed = {one.chat for one in sent} - told
        texts = progress.place.texts
        lines = [texts("told", count=len(told))]
        if failed:
            lines.append(texts("told-failed", count=len(failed)))
        return say_words(progress.place, "\n".join(lines))

    async def _find(self, name: str) -> LackingTopic | None:
        return await asyncio.to_thread(self.journal.lacking.find, self.bot, name)


def _list_screen(topics: Sequence[LackingTopic], at: int, texts: Texts) -> Screen:
    total = max(1, -(-len(topics) // _MOST_LISTED))
    at = min(at, total - 1)
    first = at * _MOST_LISTED
    shown = topics[first : first + _MOST_LISTED]
    keys = [
        Key(label=str(first + n + 1), verb=Verb.LACKING_OPEN, number=n) for n in range(len(shown))
    ]
    return Screen(
        page=_list_page(topics, shown, first, texts),
        rows=[*in_rows(keys), pager(Verb.LACKING_PAGE, at, total)],
        state={"topics": [topic.newest for topic in shown], "page": at},
    )


def _list_page(
    topics: Sequence[LackingTopic], shown: Sequence[LackingTopic], first: int, texts: Texts
) -> Page:
    days = str(KEPT.days)
    if not topics:
        return Page(text=texts.line_mark + texts("lacking-none", days=days))
    head = line(texts, styled(texts("lacking-head", days=days, count=len(topics)), Kind.BOLD))
    items = [_item(topic, number, texts) for number, topic in enumerate(shown, first + 1)]
    return pack(spaced([head], items))[0]


def _item(topic: LackingTopic, number: int, texts: Texts) -> Block:
    question = texts.contain(shorten(topic.question, _MOST_LISTED_QUESTION))
    times = f"{topic.count} × · " if topic.count > 1 else ""
    day = describe_date(topic.last_asked.date().isoformat(), texts.language)
    return line(texts, plain(f"{number}. {question} · {times}{day}"))


def _topic_screen(topic: LackingTopic, at: int, texts: Texts) -> Screen:
    day = describe_date(topic.last_asked.date().isoformat(), texts.language)
    question = styled(texts.contain(shorten(topic.question, _MOST_QUESTION)), Kind.BOLD)
    asked = plain(texts("lacking-asked", count=topic.count, day=day))
    rows: list[Row] = [
        [Key(label=texts("lacking-answer"), verb=Verb.LACKING_ANSWER)],
        [Key(label=texts("lacking-drop"), verb=Verb.LACKING_DROP)],
        [Key(label=f"‹ {texts('lacking-list')}", verb=Verb.LACKING_PAGE, number=at)],
    ]
    page = pack(spaced([line(texts, question), line(texts, asked)]))[0]
    return Screen(page=page, rows=rows, state={"lacking": topic.newest})


def _newsroom_words(words: str, texts: Texts) -> Iterator[Block]:
    """An operator's words, and that they are no quote."""
    yield plain(words)
    yield replace(line(texts, styled(texts("newsroom-words"), Kind.ITALIC)), gap="\n\n")


def _render_answer(asker: Asker, words: str) -> Iterator[Outgoing]:
    """What one asker is told, below the question."""
    texts = load_texts(asker.language)
    place = Place(chat=asker.chat, texts=texts, thread=asker.thread or None)
    day = describe_date(asker.asked_at.date().isoformat(), texts.language)
    question = shorten(asker.question, _MOST_QUESTION)
    head = line(texts, styled(texts("newsroom-answer", day=day, question=question), Kind.BOLD))
    for page in pack(spaced([head], _newsroom_words(sendable(words), texts))):
        yield show_page(page, place, reply_to=asker.message)
