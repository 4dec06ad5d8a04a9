"""What must not be lost on the way between Telegram and an answer, and what readers chose."""

from bot.journal.base import Clock, JournalError, JournalTables, read_clock
from bot.journal.choices import Choices, Topic
from bot.journal.journal import Delivery, GivenAnswer, GivenQuote, Journal, Received
from bot.journal.sheets import ANYBODY, KeptSheet, Sheet, Sheets
from bot.journal.votes import Votes

__all__ = [
    "ANYBODY",
    "Choices",
    "Clock",
    "Delivery",
    "GivenAnswer",
    "GivenQuote",
    "Journal",
    "JournalError",
    "JournalTables",
    "KeptSheet",
    "Received",
    "Sheet",
    "Sheets",
    "Topic",
    "Votes",
    "read_clock",
]
