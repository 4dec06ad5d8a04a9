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


def build_operating(newsroom: Newsroom, tools: Tools) -> Operating:
    """The operators' side of a connected *bot*."""
    bot, articles, signer = tools.bot, tools.articles, tools.signer
    permits = Permits(operators=newsroom.operators, groups=newsroom.groups, bot=bot)
    adding = Adding(newsroom=newsroom, bot=bot, signer=signer)
    screens = ArticleScreens(articles=articles, newsroom=newsroom, signer=signer)
    audit = AuditScreens(articles=articles, newsroom=newsroom, signer=signer)
    lacking = LackingScreens(journal=tools.journal, sender=tools.sender, signer=signer, bot=bot.id)
    stats = StatsScreens(figures=tools.journal.figures, signer=signer, bot=bot.id)
    corrections = CorrectionScreens(
        newsroom=newsroom,
        journal=tools.journal,
        proofreader=Proofreader(
            catalogue=newsroom.archive.catalogue,
            corrections=tools.journal.corrections,
            bot=bot.id,
        ),
        opener=tools.opener,
        sender=tools.sender,
        signer=signer,
    )
    operators = Operators(
        permits=permits,
        adding=adding,
        articles=screens,
        audit=audit,
        lacking=lacking,
        stats=stats,
        corrections=corrections,
        me=bot.bot,
    )
    presses: dict[Verb, Do] = {
        Verb.ARTICLES_PAGE: screens.turn,
        Verb.ARTICLE_OPEN: screens.open,
        Verb.REMOVE_ASK: screens.ask_again,
        Verb.REMOVE: screens.remove,
        Verb.PUT_BACK: screens.put_back,
        Verb.AUDIT_LIST: audit.turn_list,
        Verb.AUDIT_OF: audit.of_picked,
        Verb.AUDIT_PAGE: audit.turn,
        Verb.APPROVE: audit.judge,
        Verb.REJECT: audit.judge,
        Verb.LACKING_PAGE: lacking.turn,
        Verb.LACKING_OPEN: lacking.open,
        Verb.LACKING_ANSWER: lacking.ask,
        Verb.LACKING_DROP: lacking.drop,
        Verb.LACKING_TELL: lacking.begin_to_tell,
        Verb.STATS_DAYS: stats.turn,
        Verb.CORRECTION_PAGE: corrections.turn,
        Verb.CORRECT: corrections.begin,
        Verb.LEAVE: corrections.leave,
    }
    return Operating(
        operators=operators,
        presses={verb: operators.guard(do) for verb, do in presses.items()},
        errands={
            Work.ADD: adding.do,
            Work.TELL: lacking.tell,
            Work.CORRECT: corrections.correct,
        },
        look=corrections.look,
    )
