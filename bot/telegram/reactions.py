"""Reactions to answers count as votes; in groups Telegram tells of them only to administrators."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from telegram import MessageReactionUpdated, ReactionType, ReactionTypeEmoji

from bot.journal.votes import Votes

_HELPFUL = frozenset("👍❤🔥👏🥰🎉🤩🙏👌💯🏆")
_NOT_HELPFUL = frozenset("👎💩🤮🤬😡")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reactions:
    """Counts reactions to answers.

    Attributes:
        bot: The bot's own number.
    """

    votes: Votes
    bot: int

    async def count(self, reaction: MessageReactionUpdated) -> None:
        """Keep what a reader's reactions say of an answer; none takes an earlier vote back."""
        if reaction.user is None:  # an anonymous administrator or a channel has no vote
            return
        chat, message = reaction.chat.id, reaction.message_id
        shown = await asyncio.to_thread(self.votes.answer_shown_in, self.bot, chat, message)
        if shown:
            helpful = read_reactions(reaction.new_reaction)
            await asyncio.to_thread(self.votes.give, shown, reaction.user.id, helpful)


def read_reactions(reactions: Sequence[ReactionType]) -> bool | None:
    """Whether they find something helpful; None where they do not tell."""
    emoji = [one.emoji.rstrip("\ufe0f") for one in reactions if isinstance(one, ReactionTypeEmoji)]
    if any(one in _NOT_HELPFUL for one in emoji):
        return False
    return True if any(one in _HELPFUL for one in emoji) else None
