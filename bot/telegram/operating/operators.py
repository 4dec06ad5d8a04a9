"""The operators' front door: which messages are theirs, and who may give them."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from telegram import Message, User

from bot.telegram.actions import Action, Do, Effect
from bot.telegram.addressing import Wish, find_wish
from bot.telegram.operating.adding import Adding
from bot.telegram.operating.additions import Addition, find_additions, find_addresses
from bot.telegram.operating.articles import ArticleScreens
from bot.telegram.operating.audit import AuditScreens
from bot.telegram.operating.corrections import CorrectionScreens
from bot.telegram.operating.lacking import LackingScreens
from bot.telegram.operating.permits import Permits
from bot.telegram.operating.stats import StatsScreens
from bot.telegram.places import is_private
from bot.telegram.replies import Place, Reply, say

COMMANDS = ("add", "articles", "remove", "unanswered", "stats", "corrections")
"""In the order of the menu; each has a key `command-NAME` in the texts."""

_CLAIMS, _AUDIT = "claims", "audit"
_ANSWER = "answer an open question"
_ANYWHERE = frozenset({"add", "articles", "remove", _CLAIMS})
"""The others tell of readers, so they are answered in the operator's own chat alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A message that only an operator may give.

    Attributes:
        command: Its name; "" where the message itself is what is given.
        given: What is to be added.
        answers: The open question that it answers.
    """

    message: Message
    command: str
    words: str = ""
    given: tuple[Addition, ...] = ()
    answers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operators:
    """Finds orders, and carries out those of operators.

    Attributes:
        me: The bot itself, to know what is meant for it.
    """

    permits: Permits
    adding: Adding
    articles: ArticleScreens
    audit: AuditScreens
    lacking: LackingScreens
    stats: StatsScreens
    corrections: CorrectionScreens
    me: User

    async def find_order(self, message: Message) -> Order | None:
        """The order in *message*; None where it is a reader's message like any other."""
        wish = find_wish(message, self.me) if message.text else None
        if wish and (wish.command in COMMANDS or await self._is_audit(wish, message)):
            return Order(message=message, command=wish.command, words=wish.words)
        if not is_private(message) or (wish and wish.command):
            return None
        if wish and (asked := await self.lacking.find_asked(message)):
            return Order(message=message, command=_ANSWER, words=wish.words, answers=asked)
        given = find_additions(message)
        if given and await self.permits.may_give(message, forwarded=True):
            return Order(message=message, command="", given=given)
        return None

    async def _is_audit(self, wish: Wish, message: Message) -> bool:
        """/claims is a reader's command; operators get the claims to check."""
        if wish.command != _CLAIMS:
            return False
        return wish.words == _AUDIT or (
            is_private(message) and await self.permits.may_give(message)
        )

    async def carry_out(self, order: Order, place: Place) -> Reply | None:
        """Do it, or say in one sentence why not."""
        if not await self.permits.may_give(order.message, forwarded=not order.command):
            return self._refuse(order, place)
        if is_private(order.message):
            await self.corrections.meet(place)
        elif order.command and order.command not in _ANYWHERE:
            return say(place, "operators-privately")
        return await self._doers()[order.command](order, place)

    def guard(self, do: Do) -> Do:
        """The same for operators alone, as they are when they press."""

        async def guarded(action: Action) -> Effect:
            if not await self.permits.may_act(action.reader, action.place.chat):
                return Effect(toast=action.place.texts("operators-only"))
            return await do(action)

        return guarded

    def _refuse(self, order: Order, place: Place) -> Reply | None:
        """In a group the command may be another bot's, unless it names this one."""
        named = f"@{self.me.username}".lower() in (order.message.text or "").lower()
        return say(place, "operators-only") if is_private(order.message) or named else None

    def _doers(self) -> Mapping[str, Callable[[Order, Place], Awaitable[Reply]]]:
        return {
            "": self._add,
            "add": self._add,
            "articles": self._list,
            "remove": self._remove,
            _CLAIMS: self._check,
            "unanswered": self._list_lacking,
            "stats": self._show_stats,
            "corrections": self._list_corrections,
            _ANSWER: self._preview,
        }

    async def _add(self, order: Order, place: Place) -> Reply:
        given = order.given or find_addresses(order.words)
        replied = order.message.reply_to_message
        if not given and not order.words and replied is not None:
            given = find_additions(replied)
        return self.adding.begin(place, given) if given else say(place, "add-how")

    async def _list(self, _: Order, place: Place) -> Reply:
        return await self.articles.show(place)

    async def _check(self, _: Order, place: Place) -> Reply:
        return await self.audit.pick(place)

    async def _list_lacking(self, _: Order, place: Place) -> Reply:
        return await self.lacking.show(place)

    async def _show_stats(self, _: Order, place: Place) -> Reply:
        return await self.stats.show(place)

    async def _list_corrections(self, _: Order, place: Place) -> Reply:
        return await self.corrections.show(place)

    async def _preview(self, order: Order, place: Place) -> Reply:
        return await self.lacking.preview(place, order.answers, order.words)

    async def _remove(self, order: Order, place: Place) -> Reply:
        return await self.articles.ask_to_remove(place, order.words)
