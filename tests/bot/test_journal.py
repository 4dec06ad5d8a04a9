"""The journal: nothing is lost, nothing is known twice."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, select

from bot.journal import GivenAnswer, GivenQuote, Journal, JournalError, Received
from bot.journal import tables as journal_tables
from bot.journal.tables import DeliveryState, answers, deliveries, updates
from knowledge.library.database import open_database

BOT = 7


class SetClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = open_database(f"sqlite:///{tmp_path / 'store.db'}")
    yield opened
    opened.dispose()


@pytest.fixture
def journal(engine: Engine, clock: SetClock) -> Journal:
    return Journal(engine, clock)


def update(number: int, text: str = "why?") -> dict[str, object]:
    return {"update_id": number, "message": {"text": text}}


def given_answer(name: str = "answer-1", *, chat: int = 5, question: str = "why?") -> GivenAnswer:
    quote = GivenQuote(number=1, article_id="a1", version=2, start=3, end=9, text_hash="f00")
    return GivenAnswer(id=name, chat=chat, reader=8, message=11, question=question, quotes=(quote,))


def numbers(received: tuple[Received, ...]) -> list[int]:
    return [one.update_id for one in received]


def test_the_migration_makes_the_tables_that_the_journal_uses(engine: Engine) -> None:
    made = inspect(engine)
    for name, table in journal_tables.metadata.tables.items():
        columns = {column["name"]: column for column in made.get_columns(name)}
        assert set(columns) == set(table.columns.keys())
        assert {n for n, c in columns.items() if c["nullable"]} == {
            column.name for column in table.columns if column.nullable
        }
        assert made.get_pk_constraint(name)["constrained_columns"] == [
            column.name for column in table.primary_key
        ]
        assert {(index["name"], index["unique"]) for index in made.get_indexes(name)} == {
            (index.name, int(index.unique or 0)) for index in table.indexes
        }


def test_only_what_was_never_seen_is_accepted(journal: Journal) -> None:
    assert numbers(journal.accept(BOT, [update(1), update(2)])) == [1, 2]
    assert numbers(journal.accept(BOT, [update(2), update(3), update(3)])) == [3]
    assert journal.accept(BOT, []) == ()


def test_another_bots_numbers_are_its_own(journal: Journal) -> None:
    journal.accept(BOT, [update(1)])
    assert numbers(journal.accept(BOT + 1, [update(1)])) == [1]
    assert numbers(journal.unfinished(BOT)) == [1]


def test_a_batch_is_kept_whole_or_not_at_all(journal: Journal) -> None:
    with pytest.raises(KeyError):
        journal.accept(BOT, [update(1), {"no_update_id": 2}])
    assert journal.unfinished(BOT) == ()


def test_what_is_not_finished_is_still_there_after_a_restart(
    journal: Journal, engine: Engine
) -> None:
    first, second = journal.accept(BOT, [update(2, "later \ud800"), update(1, "sooner")])
    journal.finish(second)
    assert Journal(engine).unfinished(BOT) == (first,)


def test_a_finished_update_leaves_no_words_but_is_known(journal: Journal, engine: Engine) -> None:
    (received,) = journal.accept(BOT, [update(1, "secret words")])
    journal.finish(received)
    with engine.connect() as connection:
        assert connection.execute(select(updates.c.payload)).scalar_one() == "{}"
    assert journal.accept(BOT, [update(1)]) == ()


def test_attempts_are_counted(journal: Journal) -> None:
    (received,) = journal.accept(BOT, [update(1)])
    assert [journal.begin(received) for _ in range(3)] == [1, 2, 3]


def test_an_answer_is_kept_with_its_pages_and_found_again(journal: Journal) -> None:
    (received,) = journal.accept(BOT, [update(1)])
    journal.put(received, 5, ["page 1", "page 2"], given_answer())
    assert [d.page for d in journal.deliveries_of(received)] == ["page 1", "page 2"]
    assert journal.find_answer("answer-1") == given_answer()
    assert journal.find_answer("answer-2") is None


def test_an_answer_and_its_pages_are_kept_together_or_not_at_all(journal: Journal) -> None:
    first, second = journal.accept(BOT, [update(1), update(2)])
    journal.put(first, 5, ["page"], given_answer())
    with pytest.raises(JournalError):
        journal.put(second, 5, ["another page"], given_answer())
    assert journal.deliveries_of(second) == ()


def test_an_error_of_the_store_does_not_repeat_what_readers_wrote(
    journal: Journal, engine: Engine
) -> None:
    (received,) = journal.accept(BOT, [update(1)])
    deliveries.drop(engine)
    with pytest.raises(JournalError) as caught:
        journal.put(received, 5, ["secret words"], given_answer(question="secret words"))
    assert "secret" not in str(caught.value)


def test_further_pages_of_an_update_come_after_the_first(journal: Journal) -> None:
    (received,) = journal.accept(BOT, [update(1)])
    journal.put(received, 5, ["page 1", "page 2"])
    journal.put(received, 5, ["notice"])
    assert [d.page for d in journal.deliveries_of(received)] == ["page 1", "page 2", "notice"]


@pytest.mark.parametrize(
    ("state", "kept"),
    [
        pytest.param(DeliveryState.SENDING, "page", id="under-way"),
        pytest.param(DeliveryState.SENT, "", id="sent"),
        pytest.param(DeliveryState.UNKNOWN, "", id="unknown"),
        pytest.param(DeliveryState.FAILED, "", id="failed"),
    ],
)
def test_a_page_is_kept_as_long_as_it_may_be_needed(
    journal: Journal, engine: Engine, state: DeliveryState, kept: str
) -> None:
    (received,) = journal.accept(BOT, [update(1)])
    journal.put(received, 5, ["page"])
    journal.mark(journal.deliveries_of(received)[0], state, 99)
    (delivery,) = journal.deliveries_of(received)
    assert (delivery.state, delivery.page) == (state, kept)
    with engine.connect() as connection:
        assert connection.execute(select(deliveries.c.message)).scalar_one() == 99


def ask(journal: Journal, question: str, *, bot: int = BOT, chat: int = 5, thread: int = 0) -> None:
    """Keep one more question, at the time of the clock."""
    name = f"{bot}-{chat}-{thread}-{question}"
    answer = given_answer(name, chat=chat, question=question)
    answer = replace(answer, thread=thread, understood=f"{question} (understood)")
    journal.put(Received(bot=bot, update_id=1, payload={}), chat, [], answer)


def test_no_question_leaks_into_another_chat_topic_or_bot(
    journal: Journal, clock: SetClock
) -> None:
    places = [(BOT, 5, 0), (BOT, -5, 0), (BOT, -5, 7), (BOT, -5, 8), (BOT + 1, 5, 0)]
    for number in range(2):
        for bot, chat, thread in places:
            clock.now += timedelta(seconds=1)
            ask(journal, f"q{number} {bot} {chat} {thread}", bot=bot, chat=chat, thread=thread)
    for bot, chat, thread in places:
        assert journal.last_questions(bot, chat, thread) == tuple(
            f"q{number} {bot} {chat} {thread} (understood)" for number in range(2)
        )
    assert journal.last_questions(BOT, 6) == ()


def test_the_last_twenty_questions_are_kept_and_older_ones_lose_their_words(
    journal: Journal, engine: Engine, clock: SetClock
) -> None:
    for number in range(23):
        clock.now += timedelta(seconds=1)
        ask(journal, f"q{number}")
    kept = [f"q{number} (understood)" for number in range(3, 23)]
    assert list(journal.last_questions(BOT, 5)) == kept
    with engine.connect() as connection:
        words = connection.execute(select(answers.c.understood)).scalars().all()
    assert sorted(filter(None, words)) == sorted(kept)


def test_a_question_is_forgotten_after_thirty_days(journal: Journal, clock: SetClock) -> None:
    ask(journal, "why?")
    clock.now += timedelta(days=30)
    assert journal.last_questions(BOT, 5) == ("why? (understood)",)
    clock.now += timedelta(seconds=1)
    assert journal.last_questions(BOT, 5) == ()


def test_a_chat_is_known_once_something_was_written_to_it(journal: Journal) -> None:
    (received,) = journal.accept(BOT, [update(1)])
    assert not journal.knows(5)
    journal.put(received, 5, ["page"])
    assert (journal.knows(5), journal.knows(6)) == (True, False)


def test_what_is_kept_long_enough_goes(journal: Journal, engine: Engine, clock: SetClock) -> None:
    done, waiting = journal.accept(BOT, [update(1), update(2)])
    journal.put(done, 5, ["page"], given_answer())
    journal.finish(done)
    clock.now += timedelta(days=6)
    journal.prune()
    assert journal.accept(BOT, [update(1)]) == ()
    clock.now += timedelta(days=25)
    journal.prune()
    with engine.connect() as connection:
        assert connection.execute(select(updates.c.update_id)).scalars().all() == [2]
        assert connection.execute(select(answers.c.question)).scalar_one() == ""
    assert journal.unfinished(BOT) == (waiting,)
    found = journal.find_answer("answer-1")
    assert found is not None
    assert found.quotes == given_answer().quotes
