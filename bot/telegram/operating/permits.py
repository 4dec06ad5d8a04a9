"""Who may operate: people named in the settings, each by a message of their own.

What Telegram says of a message decides, nothing that is in its text. Whoever cannot be told for
sure may not: anonymous administrators, channels, forwarded and edited messages, other bots.
"""

from dataclasses import dataclass

import structlog
from telegram import Bot, Message
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

_log = structlog.get_logger(__name__)

_ADMINISTRATORS = frozenset({ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR})


def find_giver(message: Message, *, forwarded: bool = False) -> int | None:
    """The person who surely gave *message* here and now, as it stands; None if that is not sure.

    Args:
        forwarded: Who hands on somebody's words is meant; they are no command then.
    """
    person = message.from_user
    foreign = (
        message.sender_chat,  # an anonymous administrator, a channel, a linked channel's post
        None if forwarded else message.forward_origin,
        message.is_automatic_forward,
        message.edit_date,
        message.via_bot,
        message.sender_business_bot,
        message.business_connection_id,
    )
    if person is None or person.is_bot or any(foreign):
        return None
    return person.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Permits:
    """Says who may operate.

    Attributes:
        operators: People, by number.
        groups: Groups whose administrators may as well, from inside the group.
    """

    operators: frozenset[int]
    groups: frozenset[int]
    bot: Bot

    async def may_give(self, message: Message, *, forwarded: bool = False) -> bool:
        """Whether *message* may be obeyed as an operator's."""
        giver = find_giver(message, forwarded=forwarded)
        return giver is not None and await self.may_act(giver, message.chat.id)

    async def may_act(self, person: int, chat: int) -> bool:
        """Whether a person may operate in a chat.

        Telegram is asked each time, so that who is no longer an administrator may at once not.
        """
        return person in self.operators or (
            chat in self.groups and await self._administers(person, chat)
        )

    async def _administers(self, person: int, chat: int) -> bool:
        try:
            member = await self.bot.get_chat_member(chat, person)
        except TelegramError as error:
            _log.warning("administrator not confirmed", reason=error.message)
            return False
        return member.status in _ADMINISTRATORS
