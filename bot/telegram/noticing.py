"""What is seen of updates as they come in, before any of them is dealt with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram import Bot

from bot.telegram.business import Connections
from bot.telegram.elsewhere import NewestQueries
from bot.telegram.standing import Standing


@dataclass(frozen=True, slots=True)
class Noticed:
    """What one update says about others, whichever of them is dealt with first."""

    newest: NewestQueries
    connections: Connections
    standing: Standing

    @classmethod
    def nothing(cls, bot: Bot) -> "Noticed":
        """At the start."""
        return cls(NewestQueries(), Connections(bot), Standing())

    def note(self, payload: Mapping[str, Any]) -> None:
        """See an update come in."""
        self.newest.note(payload)
        self.connections.note(payload)
        self.standing.note(payload)
