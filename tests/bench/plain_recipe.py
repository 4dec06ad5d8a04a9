"""LangChain's documented recipe, with a Telegram handler: what speed is measured beside.

RecursiveCharacterTextSplitter (1,000 characters, 200 overlap), Chroma, similarity search, and a
python-telegram-bot application with a plain handler. It shows passages and does nothing else: no
speakers, no refusals, no check of anything. Chroma's default model is downloaded at its first use,
so the recipe is given the embeddings that the product has.
"""

from collections.abc import Callable
from pathlib import Path

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter
from telegram.ext import Application, MessageHandler, filters

from knowledge.library.embeddings import LocalEmbeddings

TOKEN = "123456:AAtest-token-of-the-usual-length-000"


class PlainRecipe:
    """The recipe on a folder; opened with what the folder holds."""

    def __init__(self, folder: Path) -> None:
        self.embeddings: Embeddings = LocalEmbeddings()
        self.store = Chroma(
            "articles", embedding_function=self.embeddings, persist_directory=str(folder)
        )
        self.bot = Application.builder().token(TOKEN).build()
        self.bot.add_handler(MessageHandler(filters.TEXT, self._handle))

    def embed_with(self, embed: Callable[[list[str]], list[list[float]]]) -> None:
        """Take vectors that were made before."""
        self.embeddings.embed_documents = embed  # type: ignore[method-assign]

    def index(self, text: str) -> None:
        """Cut, embed and keep an article."""
        splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
        self.store.add_documents(splitter.split_documents([Document(page_content=text)]))

    def answer(self, question: str) -> str:
        """The passages that are nearest to *question*."""
        found = self.store.similarity_search(question, k=4)
        return "\n\n".join(document.page_content for document in found)

    async def _handle(self, update, _) -> None:  # type: ignore[no-untyped-def]
        await update.message.reply_text(self.answer(update.message.text))
