"""The index as the rest of the program uses it: always there, whatever became of its files.

A search asks the open collection and compares exactly what it does not hold, so that an article
is found from the moment it is live, by every process, and all are found while the index is opened
or rebuilt.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from threading import Event, Lock, Thread

from sqlalchemy import Connection, Engine, bindparam

from knowledge.errors import NewsError
from knowledge.library.database import writing
from knowledge.library.embeddings import Vector
from knowledge.library.exact_search import MOST_KEPT, ExactSearch
from knowledge.library.facts import count_change, read_changes
from knowledge.library.index import (
    Checkpoint,
    Collection,
    IndexState,
    Shelf,
    VectorIndexError,
    no_checkpoint,
    read_state,
    write_state,
)
from knowledge.library.index_rows import (
    ArticleVersion,
    count_rows,
    held,
    not_held,
    one_by_one,
    read_articles,
    read_ids,
    read_rows_of,
)
from knowledge.library.schema import articles
from knowledge.library.soundness import finds_itself, is_whole

FEW_ROWS = 1000
"""So few sentences are compared exactly in less time than a question takes to embed."""

_SHARE_BEHIND = 0.1
_PATIENCE_SECONDS = 20.0
"""So long a question waits for an index that is being opened, rather than compare every vector."""

Told = Callable[[int], None]
"""Told how many sentences are written so far."""


class IndexHealth(StrEnum):
    """What is to be told of the index."""

    SOUND = "sound"
    REBUILDING = "rebuilding"


@dataclass(frozen=True, slots=True)
class _View:
    """A collection as this process opened it."""

    collection: Collection
    state: IndexState


class _StoppedError(NewsError):
    """The program ends while the index is being written."""


class SearchIndex:
    """The nearest sentences of all live ones.

    Attributes:
        most_compared: With more, a question waits for the index rather than have all compared.
    """

    def __init__(
        self,
        engine: Engine,
        model: str,
        shelf: Shelf,
        *,
        few_rows: int = FEW_ROWS,
        checkpoint: Checkpoint = no_checkpoint,
    ) -> None:
        self._few_rows = few_rows
        self.most_compared = MOST_KEPT
        self._engine = engine
        self._model = model
        self._shelf = shelf
        self._checkpoint = checkpoint
        self._exact = ExactSearch(engine, model)
        self._view: _View | None = None
        self._tending = Lock()
        self._waking = Lock()
        self._closed = Event()
        self._opened = Event()
        self._thread: Thread | None = None
        self._tried = -1
        self._rebuilding = False

    @property
    def health(self) -> IndexHealth:
        """Whether readers have to be told something."""
        return IndexHealth.REBUILDING if self._rebuilding else IndexHealth.SOUND

    def nearest(self, vector: Vector, limit: int) -> dict[int, float]:
        """The rows nearest to *vector*, best first, with their cosines; some may not be live."""
        view = self._view or self._await_view()
        remainder = self._exact.remainder(view.state if view else None)
        indexed: dict[int, float] = {}
        if view:
            try:
                wanted = min(limit + remainder.hidden, 4 * limit)
                indexed = view.collection.nearest(vector, wanted)
            except VectorIndexError:
                self._give_up(view)
                remainder = self._exact.remainder(None)
        if remainder.count > self._few_rows:
            self._wake(remainder.changes)
        found = {**indexed, **self._exact.nearest(remainder, vector, limit)}
        return dict(sorted(found.items(), key=lambda one: -one[1]))

    def prepare(self) -> None:
        """Begin to open the index in the background, if there is one."""
        with self._engine.connect() as connection:
            state, changes = read_state(connection), read_changes(connection)
        if self._view is None and state.seal and state.model == self._model:
            self._wake(changes)

    def count(self) -> int:
        """How many sentences the present generation holds."""
        with self._engine.connect() as connection:
            return count_rows(connection, held(read_state(connection)))

    def ids(self) -> set[int]:
        """The sentences that the present generation holds, as the store knows it."""
        with self._engine.connect() as connection:
            return read_ids(connection, held(read_state(connection)))

    def tend(self) -> None:
        """Open the index and look whether it is sound; rebuild it if not; put in what is new.

        Raises:
            VectorIndexError: It cannot be written; all is found nevertheless.
        """
        with self._tending:
            self._open()
            self._opened.set()
            with self._engine.connect() as connection:
                behind = count_rows(connection, not_held(self._view.state if self._view else None))
                due = _SHARE_BEHIND * count_rows(connection, held(read_state(connection)))
            if self._view is None:
                if behind > self._few_rows:
                    self._rebuild(None)
            elif behind > max(self._few_rows, due):
                self._catch_up(self._view)

    def keep_up(self) -> None:
        """Put in what is new, if it is much; an index that cannot be written is left for later."""
        remainder = self._exact.remainder(self._view.state if self._view else None)
        held_now = self.count() if remainder.count > self._few_rows else 0
        if remainder.count > max(self._few_rows, _SHARE_BEHIND * held_now):
            with suppress(VectorIndexError):
                self.tend()

    def rebuild(self, told: Told | None = None) -> int:
        """Fill a new generation with all there is, switch to it, and say how many rows it has.

        Raises:
            VectorIndexError: It cannot be written.
        """
        with self._tending:
            self._rebuild(told)
            return self.count()

    def examine(self) -> str:
        """What is wrong with the index on disk, or ""."""
        with self._tending:
            with self._engine.connect() as connection:
                state = read_state(connection)
            if state.generation == 0 or state.model != self._model:
                return ""
            if self._view is None:
                self._open()
            return "" if self._view else "its files are damaged, or were being written at a crash"

    def stop(self) -> None:
        """What is being written to the index is broken off, and nothing more is begun."""
        self._closed.set()

    def close(self) -> None:
        """Stop, and let go of the index."""
        self.stop()
        with self._waking:
            thread = self._thread
        if thread:
            thread.join()
        with self._tending:
            self._let_go()

    def _await_view(self) -> _View | None:
        """The index, once it is open, where that is sooner than to compare every vector."""
        remainder = self._exact.remainder(None)
        if self._rebuilding or remainder.count <= self.most_compared:
            return None
        self._wake(remainder.changes)
        self._opened.wait(_PATIENCE_SECONDS)
        return self._view

    def _wake(self, changes: int) -> None:
        """Tend the index in the background, once for each state of the store."""
        with self._waking:
            running = self._thread is not None and self._thread.is_alive()
            if running or self._tried == changes or self._closed.is_set():
                return
            self._tried = changes
            self._opened.clear()
            self._thread = Thread(target=self._tend_quietly, name="index", daemon=True)
            self._thread.start()

    def _tend_quietly(self) -> None:
        try:
            with suppress(NewsError):
                self.tend()
        finally:
            self._opened.set()

    def _give_up(self, view: _View) -> None:
        """The collection does not answer: it is damaged, or another process replaced it."""
        with self._waking:
            self._tried = -1
            if self._view is view:
                self._view = None
        view.collection.close()

    def _let_go(self) -> None:
        view, self._view = self._view, None
        if view:
            view.collection.close()

    def _open(self) -> None:
        """Open the present generation, if it is not open and sound."""
        with self._engine.connect() as connection:
            state = read_state(connection)
        if self._view and self._view.state.generation == state.generation:
            return
        self._let_go()
        with self._shelf.writing():  # nobody writes while it is read from the disk
            self._open_in_peace()

    def _open_in_peace(self) -> None:
        with self._engine.connect() as connection:
            state = read_state(connection)
        if state.generation == 0 or state.model != self._model or not state.seal:
            return
        with suppress(VectorIndexError):
            collection = self._shelf.open(state.name)
            if finds_itself(self._engine, collection, state):
                self._view = _View(collection, state)
                self._opened.set()  # readers need not wait for the long look
            if not (self._view and is_whole(self._engine, collection, state)):
                self._view = None
                collection.close()

    def _catch_up(self, view: _View) -> None:
        with self._shelf.writing():
            with self._engine.connect() as connection:
                if read_state(connection) != view.state:  # another process wrote: see all of it
                    self._let_go()
            if self._view is None:
                self._open_in_peace()
            if self._view is not None:
                self._write_new(self._view)

    def _write_new(self, view: _View) -> None:
        with self._engine.connect() as connection:
            new = read_articles(connection, not_held(view.state))
            ghosts = view.collection.rows() - read_ids(connection, held(view.state))
        self._unseal(view.state)
        view.collection.discard(sorted(ghosts))
        self._fill(view.collection, new, None)
        number = view.state.writes + 1
        state = replace(view.state, writes=number, seal=view.collection.seal())
        self._switch(state, new)
        self._view = _View(view.collection, state)

    def _rebuild(self, told: Told | None) -> None:
        self._rebuilding = True
        try:
            with self._shelf.writing():
                self._build_next(told)
        finally:
            self._rebuilding = False

    def _build_next(self, told: Told | None) -> None:
        with self._engine.connect() as connection:
            old = read_state(connection)
            everything = read_articles(connection, not_held(None))
        self._shelf.keep_only(old.name)
        number = old.writes + 1
        fresh = IndexState(
            model=self._model, generation=old.generation + 1, first=number, writes=number
        )
        collection = self._shelf.open(fresh.name)
        try:
            self._fill(collection, everything, told)
            state = replace(fresh, seal=collection.seal())
            self._switch(state, everything)
        except BaseException:
            collection.close()
            raise
        self._let_go()
        self._view = _View(collection, state)
        self._shelf.keep_only(state.name)

    def _fill(
        self, collection: Collection, wanted: list[ArticleVersion], told: Told | None
    ) -> None:
        count = 0
        for ids, matrix in read_rows_of(self._engine, self._model, wanted):
            if self._closed.is_set():
                raise _StoppedError("The index is left for the next start.")
            collection.add(one_by_one(iter([(ids, matrix)])))
            self._checkpoint("index filled in part")
            count += len(ids)
            if told:
                told(count)

    def _unseal(self, state: IndexState) -> None:
        with writing(self._engine) as connection:
            write_state(connection, replace(state, seal=""))
        self._checkpoint("index unsealed")

    def _switch(self, state: IndexState, written: list[ArticleVersion]) -> None:
        """From now on the index is what *state* says, and holds what was *written*."""
        self._checkpoint("index written")
        with writing(self._engine) as connection:
            _mark(connection, state.writes, written)
            write_state(connection, state)
            count_change(connection)
        self._checkpoint("index switched")


def _mark(connection: Connection, number: int, written: list[ArticleVersion]) -> None:
    """Only versions that are still the live ones: what came since is not in the index."""
    same = (articles.c.id == bindparam("of")) & (articles.c.live_version == bindparam("version"))
    if written:
        values = [{"of": article_id, "version": version} for article_id, version in written]
        connection.execute(articles.update().where(same).values(indexed=number), values)
