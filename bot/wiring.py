"""Builds the objects and hands them over; the one place that knows which parts are used."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from sqlalchemy import Engine

import knowledge
from bot.budget import Budget, BudgetedAnswerer, MeteredModel
from bot.journal.spending import Spending
from bot.settings import Settings, terminal_language
from bot.speech import Listener, MeteredListener, load_listener, load_speech_price
from bot.stored_passages import StoredPassages
from bot.terminal import LineReader, TerminalChat
from bot.texts import Texts, load_texts
from knowledge.answering.answerer import Answerer
from knowledge.answering.checking import LockChecker
from knowledge.answering.composer import Composer
from knowledge.answering.follow_ups import ByRules
from knowledge.answering.model import ChatModel, load_chat_model
from knowledge.answering.model_composer import ModelComposer
from knowledge.answering.model_follow_ups import ByModel
from knowledge.answering.model_proposals import ProposedClaims
from knowledge.answering.model_tries import Patience
from knowledge.answering.quotes_only import QuotesOnlyComposer
from knowledge.answering.retrieval import Retriever
from knowledge.errors import NewsError
from knowledge.library.archive import Archive
from knowledge.library.catalogue import Catalogue
from knowledge.library.chroma_process import FolderShelf
from knowledge.library.database import open_database
from knowledge.library.embeddings import load_embedder
from knowledge.library.facts import Facts
from knowledge.library.feeds import Feeds
from knowledge.library.following import Follower
from knowledge.library.index import Shelf
from knowledge.library.ingest.cutting import ClaimFinder
from knowledge.library.ingest.parsing.sandbox import Sandbox
from knowledge.library.ingest.reading import read_articles
from knowledge.library.ingest.visiting import Visitor
from knowledge.library.keywords import Keywords
from knowledge.library.pieces import Pieces
from knowledge.library.records import NewArticle
from knowledge.library.search_index import SearchIndex
from knowledge.library.vectors import Vectors
from knowledge.library.verdicts import Verdicts
from knowledge.text.attribution import find_claims
from knowledge.text.passage import Span

_SHIPPED = Path(knowledge.__file__).parent / "articles"


class DataFolderError(NewsError):
    """The data folder cannot be made or written to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything that is held, opened."""

    engine: Engine
    facts: Facts
    archive: Archive
    retriever: Retriever

    @property
    def feeds(self) -> Feeds:
        """The feeds that are followed."""
        return Feeds(self.engine)

    @property
    def verdicts(self) -> Verdicts:
        """What operators say of claims."""
        return Verdicts(self.engine)

    @property
    def catalogue(self) -> Catalogue:
        """The articles and their versions."""
        return self.archive.catalogue


@contextmanager
def open_library(settings: Settings, *, shipped: bool = True) -> Iterator[Library]:
    """Open the store, the index and the embedding model; the first time, load what is shipped.

    Raises:
        NewsError: One of them cannot be opened; the sentence says which and what to do.
    """
    library = _open(settings)
    try:
        if shipped and library.catalogue.is_empty():
            _load_shipped(library.archive)
        yield library
    finally:
        library.archive.index.close()
        library.engine.dispose()


def _open(settings: Settings) -> Library:
    make_folder(settings.whosaid_data_dir)
    engine = open_database(settings.store_url)
    facts = Facts(engine)
    embedder = load_embedder(
        settings.whosaid_embeddings,
        api_key=settings.openai_api_key.get_secret_value(),
        base_url=settings.openai_base_url,
    )
    index = SearchIndex(engine, embedder.model, _open_shelf(settings, embedder.model))
    pieces = Pieces(engine)
    vectors = Vectors(engine, embedder.model)
    archive = Archive(
        catalogue=Catalogue(engine),
        pieces=pieces,
        vectors=vectors,
        index=index,
        embedder=embedder,
        find_claims=_build_claim_finder(settings),
    )
    retriever = Retriever(
        embedder=embedder,
        index=index,
        pieces=pieces,
        vectors=vectors,
        keywords=Keywords(engine),
    )
    return Library(engine=engine, facts=facts, archive=archive, retriever=retriever)


@contextmanager
def build_follower(settings: Settings, library: Library, visitor: Visitor) -> Iterator[Follower]:
    """What reads feeds into *library*; its parsers run as long as it is needed."""
    with Sandbox() as sandbox:
        yield Follower(
            archive=library.archive,
            feeds=library.feeds,
            visitor=visitor,
            sandbox=sandbox,
            every=timedelta(minutes=settings.whosaid_feed_minutes),
        )


def _build_claim_finder(settings: Settings) -> ClaimFinder:
    """The rules; with a model that proposes, where the operator has said so."""
    if not settings.whosaid_model_claims or settings.model_name == "none":
        return find_claims
    return ProposedClaims(rules=find_claims, load=lambda: _load_model(settings))


def _open_shelf(settings: Settings, model: str) -> Shelf:
    folder = settings.whosaid_data_dir / "chroma"
    if not settings.chroma_url:
        return FolderShelf(folder)
    from knowledge.library.chroma_index import ServerShelf  # noqa: PLC0415 - Chroma takes a second

    token = settings.chroma_token.get_secret_value()
    return ServerShelf(settings.chroma_url, token, model, folder / "lock")


def make_folder(folder: Path) -> None:
    """Make the data folder where it is not there.

    Raises:
        DataFolderError: It cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataFolderError(
            f"The data folder {folder} cannot be made ({error.strerror}): set WHOSAID_DATA_DIR to "
            "a folder that can be written to."
        ) from error


def _load_shipped(archive: Archive) -> None:
    for path in sorted(_SHIPPED.glob("*.txt")):
        for article in read_articles(path):
            if isinstance(article, NewArticle):
                address = f"shipped:{path.name}"
                archive.add(NewArticle(address=address, text=article.text, source=article.source))


def build_answerer(
    settings: Settings, library: Library, spending: Spending | None = None
) -> Answerer:
    """The answerer over *library*, with a model where one is set.

    Args:
        spending: Where it is noted what the model costs.
    """
    library.retriever.prepare()
    model = build_model(settings)
    if model is not None and spending is not None:
        model = MeteredModel(model, spending)
    return Answerer(
        retrieval=library.retriever,
        articles=library.catalogue,
        quotes=QuotesOnlyComposer(),
        model=build_model_composer(settings, model),
        understanding=ByModel(model=model) if model else ByRules(),
    )


def build_budgeted(settings: Settings, library: Library) -> BudgetedAnswerer:
    """The same, going on without the model when the day's money for it is spent."""
    spending = Spending(library.engine)
    full = build_answerer(settings, library, spending)
    bare = replace(full, model=None, understanding=ByRules())
    budget = Budget(spending=spending, dollars=settings.whosaid_daily_budget)
    return BudgetedAnswerer(full=full, bare=bare, budget=budget)


def build_listener(settings: Settings, budget: Budget) -> Listener | None:
    """What hears voice messages, paid for from *budget*; None where none is set."""
    model = settings.whosaid_speech
    if model in {"", "none"}:
        return None
    key = settings.openai_api_key.get_secret_value()
    return MeteredListener(
        listener=load_listener(model, key, settings.openai_base_url),
        budget=budget,
        micro_dollars_a_minute=load_speech_price(model),
    )


def build_model_composer(settings: Settings, model: ChatModel | None) -> Composer | None:
    """The composer that *model* writes for; None without one."""
    if model is None:
        return None
    patience = Patience(total_seconds=settings.whosaid_model_seconds)
    return ModelComposer(model=model, checker=LockChecker(), patience=patience)


def build_model(settings: Settings) -> ChatModel | None:
    """The chat model that the settings name; None where they name none."""
    return None if settings.model_name == "none" else _load_model(settings)


def _load_model(settings: Settings) -> ChatModel:
    return load_chat_model(
        settings.model_name, settings.openai_api_key, settings.openai_base_url or None
    )


def build_terminal(settings: Settings, library: Library, console: Console) -> TerminalChat:
    """The chat in the terminal, with the lines that were typed before to go back to."""
    passages = StoredPassages(library.catalogue)
    texts = load_texts(terminal_language())
    return TerminalChat(
        answerer=build_answerer(settings, library),
        open_quote=lambda citation: passages.open(
            citation.quote.article_id,
            citation.quote.version,
            Span(start=citation.quote.start, end=citation.quote.end),
        ),
        console=console,
        read_line=LineReader(settings.whosaid_data_dir / "chat_history"),
        texts=texts,
        about=_describe(settings, library, texts),
    )


def _describe(settings: Settings, library: Library, texts: Texts) -> tuple[str, ...]:
    count = texts("terminal-articles", count=len(library.catalogue.summaries()))
    model = settings.model_name
    return (f"{count} · {texts('without-model') if model == 'none' else model}",)
