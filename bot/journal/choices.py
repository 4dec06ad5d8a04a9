"""What readers choose for a chat, or for one of its topics; kept until they choose otherwise."""

from dataclasses import asdict, dataclass

from sqlalchemy import ColumnElement, and_, select, update

from bot.journal.base import JournalTables
from bot.journal.tables import choices

LANGUAGE = "language"
"""In which the bot speaks and answers in a chat; not chosen, it goes by the reader and question."""

SPOKEN = "language of the operator"
"""In which an operator was last spoken with, for what the bot tells by itself."""

ARTICLE = "article"
"""The only one that the questions of a topic are answered from; not chosen, all are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic of a chat; 0 is the chat as a whole."""

    bot: int
    chat: int
    thread: int = 0


class Choices(JournalTables):
    """The table of choices."""

    def get(self, topic: Topic, name: str) -> str:
        """What was chosen, or ""."""
        with self._reading() as connection:
            query = select(choices.c.value).where(_is(topic, name))
            return str(connection.execute(query).scalar() or "")

    def set(self, topic: Topic, name: str, value: str) -> None:
        """Keep a choice instead of an earlier one; "" takes it back."""
        with self._writing() as connection:
            connection.execute(choices.delete().where(_is(topic, name)))
            if value:
                row = {**asdict(topic), "name": name, "value": value}
                connection.execute(choices.insert(), row)

    def move(self, bot: int, old: int, new: int) -> None:
        """Give what was chosen for one chat to another, which has chosen nothing yet."""
        theirs = choices.c.bot == bot
        with self._writing() as connection:
            taken = select(choices.c.chat).where(theirs, choices.c.chat == new).limit(1)
            if connection.execute(taken).first() is None:
                moved = update(choices).where(theirs, choices.c.chat == old)
                connection.execute(moved.values(chat=new))


def _is(topic: Topic, name: str) -> ColumnElement[bool]:
    return and_(
        choices.c.bot == topic.bot,
        choices.c.chat == topic.chat,
        choices.c.thread == topic.thread,
        choices.c.name == name,
    )
