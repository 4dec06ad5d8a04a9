"""The product on a folder, with its Telegram side loaded, as a process to be measured."""

import asyncio
from contextlib import ExitStack
from pathlib import Path

import bot.serving  # noqa: F401 - what `whosaid serve` loads counts
from bot.settings import load_settings
from bot.wiring import build_answerer, open_library
from knowledge.answering.answer import Answer
from knowledge.library.records import NewArticle
from knowledge.text.article import Source


class Product:
    """WhoSaid without a model, on a folder of its own."""

    def __init__(self, folder: Path) -> None:
        settings = load_settings().model_copy(
            update={"whosaid_data_dir": folder, "database_url": "", "chroma_url": ""}
        )
        self._open = ExitStack()
        self.library = self._open.enter_context(open_library(settings, shipped=False))
        self._answerer = build_answerer(settings, self.library)
        self._loop = self._open.enter_context(asyncio.Runner())

    def index(self, text: str) -> None:
        """Take in an article."""
        source = Source(label="article", language="en")
        self.library.archive.add(NewArticle(address="bench:article", text=text, source=source))

    def answer(self, question: str) -> Answer:
        """The answer with its milliseconds by stage."""
        return self._loop.run(self._answerer.final_answer(question))
