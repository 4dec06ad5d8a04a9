"""Adding to the archive from Telegram: by address, by document, by a forwarded post."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field

from telegram import Bot
from telegram.error import TelegramError

from bot.intake import Told
from bot.journal import Received
from bot.journal.errands import Errand, Work
from bot.newsroom import Newsroom
from bot.pages import Block, Kind, Page, pack, plain, shorten, styled
from bot.quotations import line, spaced
from bot.sources import MOST_NAME, describe_publication, title_block
from bot.telegram.buttons import ButtonSigner, Verb
from bot.telegram.operating.additions import (
    LARGEST_FILE,
    Addition,
    FileAddition,
    PostAddition,
    WebAddition,
    addition_as_json,
    name_addition,
    read_addition,
)
from bot.telegram.operating.errands import Progress
from bot.telegram.replies import Place, Reply, say_words
from bot.telegram.screens import Key, Screen, new_id, show_screen
from bot.texts import Texts
from knowledge.errors import NotTakenError
from knowledge.library.archive import Change
from knowledge.library.following import Taken

_MOST_LINES = 10
"""Articles and faults each that are told by name; the others are counted."""

_CHANGES = {
    Change.ADDED: "add-added",
    Change.UNCHANGED: "add-unchanged",
    Change.NEW_VERSION: "add-version",
}


@dataclass(slots=True)
class Report:
    """What became of what was given."""

    taken: list[Taken] = field(default_factory=list)
    faults: list[NotTakenError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def note(self, told: Told) -> None:
        """One more thing was told."""
        if isinstance(told, Taken):
            self.taken.append(told)
        elif isinstance(told, NotTakenError):
            self.faults.append(told)
        else:
            self.notes.append(str(told))

    @property
    def added(self) -> list[str]:
        """The articles that were not there before."""
        return [one.article.id for one in self.taken if one.change is Change.ADDED]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding:
    """Begins to add, does it, and tells what came of it."""

    newsroom: Newsroom
    bot: Bot
    signer: ButtonSigner

    def begin(self, place: Place, additions: Sequence[Addition]) -> Reply:
        """Say that they are being read; the rest is an errand."""
        name = shorten(name_addition(additions[0]), MOST_NAME)
        reply = say_words(place, place.texts("add-reading", name=name))
        errand = Errand(
            id=new_id(),
            chat=place.chat,
            thread=place.thread,
            work=Work.ADD,
            language=place.texts.language,
            details={"additions": [addition_as_json(one) for one in additions]},
        )
        return Reply(chat=reply.chat, messages=reply.messages, errand=errand)

    async def do(self, errand: Errand, _: Received, progress: Progress) -> Reply:
        """Take everything in, and report."""
        report, texts = Report(), progress.place.texts
        for row in errand.details["additions"]:
            addition = read_addition(row)
            name = shorten(name_addition(addition), MOST_NAME)
            async for told in self._take(addition, progress.place):
                report.note(told)
                done = len(report.taken) + len(report.faults)
                await progress.tell(texts("add-progress", name=name, count=done))
        screen = Screen(
            page=_render(report, texts),
            rows=[[Key(label=texts("undo"), verb=Verb.REMOVE)]] if report.added else [],
            state={"articles": report.added},
        )
        return show_screen(screen, progress.place, self.signer)

    async def _take(self, addition: Addition, place: Place) -> AsyncIterator[Told]:
        try:
            events = await self._open(addition, place)
        except NotTakenError as error:
            yield error
            return
        try:
            while (told := await asyncio.to_thread(next, events, None)) is not None:
                yield told
        except asyncio.CancelledError:
            self.newsroom.stop()
            raise

    async def _open(self, addition: Addition, place: Place) -> Iterator[Told]:
        match addition:
            case WebAddition(url=url):
                return self.newsroom.add_web(url)
            case PostAddition(post=post):
                return self.newsroom.add_post(post)
            case FileAddition(name=name):
                data = await self._fetch(addition, place.texts)
                return self.newsroom.add_file(name, place.chat, data)

    async def _fetch(self, file: FileAddition, texts: Texts) -> bytes:
        """The bytes of a document.

        Raises:
            NotTakenError: It is too large for a bot, or Telegram does not give it.
        """
        if file.bytes > LARGEST_FILE:
            raise NotTakenError(file.name, texts("file-too-large"))
        try:
            found = await self.bot.get_file(file.file_id)
            return bytes(await found.download_as_bytearray())
        except TelegramError as error:
            key = "file-too-large" if "too big" in error.message else "file-not-given"
            raise NotTakenError(file.name, texts(key)) from error


def _render(report: Report, texts: Texts) -> Page:
    taken = _few([_taken(one, texts) for one in report.taken], texts)
    faults = _few([_fault(one, texts) for one in report.faults], texts)
    notes = _few([plain(note) for note in report.notes], texts)
    sections = [_counts(report, texts), taken, faults, notes]
    if not (report.taken or report.faults):
        sections = [[line(texts, plain(texts("add-nothing")))]]
    return pack(spaced(*sections))[0]


def _counts(report: Report, texts: Texts) -> list[Block]:
    """How many of each; none for a single thing, whose own line says it."""
    if len(report.taken) + len(report.faults) < 2:
        return []
    changes = Counter(one.change for one in report.taken)
    counts = {
        "add-added-count": changes[Change.ADDED],
        "add-unchanged-count": changes[Change.UNCHANGED],
        "add-version-count": changes[Change.NEW_VERSION],
        "add-refused-count": len(report.faults),
    }
    words = " · ".join(texts(key, count=count) for key, count in counts.items() if count)
    return [line(texts, styled(words, Kind.BOLD))]


def _few(blocks: list[Block], texts: Texts) -> list[Block]:
    if len(blocks) <= _MOST_LINES:
        return blocks
    more = plain(texts("and-more", count=len(blocks) - _MOST_LINES))
    return [*blocks[:_MOST_LINES], line(texts, more)]


def _taken(taken: Taken, texts: Texts) -> Block:
    article = taken.article
    word = texts(_CHANGES[taken.change], version=str(article.version))
    name = title_block(article.source, texts, "")
    about = f" · {describe_publication(article.source, texts)} · {article.id}"
    return line(texts, plain(f"{word} "), name, plain(about))


def _fault(fault: NotTakenError, texts: Texts) -> Block:
    where = texts.contain(shorten(fault.where, MOST_NAME))
    return line(texts, plain(texts("add-refused", where=where, why=fault.why)))
