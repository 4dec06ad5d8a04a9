"""Forgetting a reader: what a chat's journal holds of them goes, and it is told how much."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, or_, select, update

from bot.journal.base import JournalTables
from bot.journal.choices import ARTICLE, LANGUAGE
from bot.journal.tables import answers, choices, lacking, sheets, votes

_NOBODY = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """How much was forgotten."""

    questions: int
    votes: int
    choices: int


class Forgetting(JournalTables):
    """Takes readers out of the tables.

    What stays: which quotes were shown in the chat, so that their buttons open; and for an hour,
    how often the reader asked, as the limits need it.
    """

    def forget(self, bot: int, chat: int, reader: int, *, whole_chat: bool) -> Forgotten:
        """Forget what *reader* asked, thought and chose in *chat*.

        Args:
            whole_chat: The chat is the reader's own, so what was chosen for it goes too.
        """
        own = (answers.c.bot == bot) & (answers.c.chat == chat) & (answers.c.reader == reader)
        with self._writing() as connection:
            names = select(answers.c.id).where(answers.c.bot == bot, answers.c.chat == chat)
            voted = votes.delete().where(votes.c.reader == reader, votes.c.answer_id.in_(names))
            given_votes = connection.execute(voted).rowcount
            _forget_sheets(connection, chat, own, reader)
            theirs = (lacking.c.chat == chat) & (lacking.c.reader == reader)
            connection.execute(lacking.delete().where(lacking.c.bot == bot, theirs))
            asked = connection.execute(select(func.count()).where(own)).scalar_one()
            values = {"question": "", "understood": "", "reader": _NOBODY}
            connection.execute(update(answers).where(own).values(**values))
            chosen = choices.delete().where(choices.c.bot == bot, choices.c.chat == chat)
            own_choice = chosen.where(choices.c.name.in_((LANGUAGE, ARTICLE)))
            taken_back = connection.execute(own_choice).rowcount if whole_chat else 0
        return Forgotten(questions=int(asked), votes=given_votes, choices=taken_back)


def _forget_sheets(
    connection: Connection, chat: int, own: ColumnElement[bool], reader: int
) -> None:
    """Sheets of the reader's answers hold their text, so that it can be paged."""
    names = select(answers.c.id).where(own)
    theirs = or_(sheets.c.reader == reader, sheets.c.id.in_(names))
    connection.execute(sheets.delete().where(sheets.c.chat == chat, theirs))
