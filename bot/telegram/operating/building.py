"""Builds what operators use, from what the rest of the program gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from telegram import Bot

from bot.articles import Articles
from bot.journal import Journal
from bot.journal.errands import Work
from bot.newsroom import Newsroom
from bot.proofreading import Proofreader
from bot.telegram.actions import Do
from bot.telegram.buttons import ButtonSigner, Verb
from bot.telegram.opening import Opener
from bot.telegram.operating.adding import Adding
from bot.telegram.operating.articles import ArticleScreens
from bot.telegram.operating.audit import AuditScreens
from bot.telegram.operating.corrections import CorrectionScreens
from bot.telegram.operating.errands import Do as DoErrand
from bot.telegram.operating.errands import Look
from bot.telegram.operating.lacking import LackingScreens
from bot.telegram.operating.operators import Operators
from bot.telegram.operating.permits import Permits
from bot.telegram.operating.stats import StatsScreens
from bot.telegram.sending import Sender


async def _see_nothing() -> None:
    """Where nobody operates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operating:
    """The operators' side.

    Attributes:
        presses: What their buttons do.
        errands: What is done for them in the background.
        look: Sees whether there is something that they should know.
    """

    operators: Operators | None = None
    presses: Mapping[Verb, Do] = field(default_factory=dict)
    errands: Mapping[Work, DoErrand] = field(default_factory=dict)
    look: Look = _see_nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the operators' side shares with the readers'."""

    bot: Bot
    journal: Journal
    articles: Articles
    opener: Opener
    sender: Sender
    signer: ButtonSigner


class _Screens:
    """All that operators are shown and can press on."""

    def __init__(self, newsroom: Newsroom, tools: Tools) -> None:
        bot, signer, journal = tools.bot, tools.signer, tools.journal
        articles = tools.articles
        self.adding = Adding(newsroom=newsroom, bot=bot, signer=signer)
        self.articles = ArticleScreens(articles=articles, newsroom=newsroom, signer=signer)
        self.audit = AuditScreens(articles=articles, newsroom=newsroom, signer=signer)
        self.lacking = LackingScreens(
            journal=journal, sender=tools.sender, signer=signer, bot=bot.id
        )
        self.stats = StatsScreens(figures=journal.figures, signer=signer, bot=bot.id)
        catalogue = newsroom.archive.catalogue
        self.corrections = CorrectionScreens(
            newsroom=newsroom,
            journal=journal,
            proofreader=Proofreader(
                catalogue=catalogue, corrections=journal.corrections, bot=bot.id
            ),
            opener=tools.opener,
            sender=tools.sender,
            signer=signer,
        )

    def presses(self) -> Mapping[Verb, Do]:
        """What each button does."""
        return {
            Verb.ARTICLES_PAGE: self.articles.turn,
            Verb.ARTICLE_OPEN: self.articles.open,
            Verb.REMOVE_ASK: self.articles.ask_again,
            Verb.REMOVE: self.articles.remove,
            Verb.PUT_BACK: self.articles.put_back,
            Verb.AUDIT_LIST: self.audit.turn_list,
            Verb.AUDIT_OF: self.audit.of_picked,
            Verb.AUDIT_PAGE: self.audit.turn,
            Verb.APPROVE: self.audit.judge,
            Verb.REJECT: self.audit.judge,
            Verb.LACKING_PAGE: self.lacking.turn,
            Verb.LACKING_OPEN: self.lacking.open,
            Verb.LACKING_ANSWER: self.lacking.ask,
            Verb.LACKING_DROP: self.lacking.drop,
            Verb.LACKING_TELL: self.lacking.begin_to_tell,
            Verb.STATS_DAYS: self.stats.turn,
            Verb.CORRECTION_PAGE: self.corrections.turn,
            Verb.CORRECT: self.corrections.begin,
            Verb.LEAVE: self.corrections.leave,
        }


def build_operating(newsroom: Newsroom, tools: Tools) -> Operating:
    """The operators' side of a connected bot."""
    screens = _Screens(newsroom, tools)
    operators = Operators(
        permits=Permits(operators=newsroom.operators, groups=newsroom.groups, bot=tools.bot),
        adding=screens.adding,
        articles=screens.articles,
        audit=screens.audit,
        lacking=screens.lacking,
        stats=screens.stats,
        corrections=screens.corrections,
        me=tools.bot.bot,
    )
    return Operating(
        operators=operators,
        presses={verb: operators.guard(do) for verb, do in screens.presses().items()},
        errands={
            Work.ADD: screens.adding.do,
            Work.TELL: screens.lacking.tell,
            Work.CORRECT: screens.corrections.correct,
        },
        look=screens.corrections.look,
    )
