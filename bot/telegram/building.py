"""Builds what deals with updates, from what the rest of the program gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.articles import Articles
from bot.budget import Budget
from bot.journal import Journal
from bot.journal.allowance import Limits
from bot.newsroom import Newsroom
from bot.speech import Listener
from bot.telegram.actions import Actions, Do
from bot.telegram.answers import AnswerScreens
from bot.telegram.api import TelegramBot
from bot.telegram.business import Business
from bot.telegram.buttons import ButtonSigner, Verb
from bot.telegram.channels import Channels, Intake
from bot.telegram.choosing import Languages, Sources
from bot.telegram.claims import ClaimsScreens
from bot.telegram.commands import Commands
from bot.telegram.desk import Desk
from bot.telegram.drafts import Drafts
from bot.telegram.elsewhere import Elsewhere
from bot.telegram.handlers import Handlers
from bot.telegram.limiter import Limiter
from bot.telegram.noticing import Noticed
from bot.telegram.opening import Opener, Passages
from bot.telegram.operating.building import Operating, Tools, build_operating
from bot.telegram.operating.errands import ErrandRunner
from bot.telegram.places import Places
from bot.telegram.presses import Presses
from bot.telegram.questions import Answerer, Questions
from bot.telegram.reactions import Reactions
from bot.telegram.repeats import Repeats
from bot.telegram.sending import Sender
from bot.telegram.starting import Starting
from bot.telegram.voices import Voices


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to wait, in seconds.

    Attributes:
        reply: For Telegram's reply to a request.
        answer: For an answer; longer than any limit that the answerer sets itself.
        stop: For questions under way when the bot is stopped; what is left is answered at the
            next start.
        draft: Between two drafts of an answer under way.
    """

    reply: float = 15.0
    answer: float = 90.0
    stop: float = 10.0
    draft: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What the bot needs from the rest of the program.

    Attributes:
        limits: How often readers may ask.
        budget: The day's money for the model, where there is one.
        quick: Answers without the model.
        listener: Hears voice messages, up to so many minutes.
        rich: Answers go out as rich messages where these are taken.
        channels: Those whose posts are taken in, by *intake*.
        newsroom: What operators work with, where there may be any.
    """

    answerer: Answerer
    passages: Passages
    articles: Articles
    journal: Journal
    button_key: bytes = field(repr=False)
    limits: Limits = field(default_factory=Limits)
    budget: Budget | None = None
    quick: Answerer | None = None
    listener: Listener | None = None
    listener_minutes: int = 2
    rich: bool = False
    channels: frozenset[str] = frozenset()
    intake: Intake | None = None
    newsroom: Newsroom | None = None


class _Screens:
    """All that readers are shown and can press on."""

    def __init__(self, service: Service, places: Places, signer: ButtonSigner) -> None:
        self.answers = AnswerScreens(journal=service.journal, signer=signer)
        self.opener = Opener(passages=service.passages, signer=signer)
        self.claims = ClaimsScreens(articles=service.articles, opener=self.opener, signer=signer)
        choices = service.journal.choices
        self.sources = Sources(
            articles=service.articles, choices=choices, places=places, signer=signer
        )
        self.languages = Languages(choices=choices, places=places, signer=signer)

    def doers(self) -> Mapping[Verb, Do]:
        """What each button does."""
        return {
            Verb.ANSWER_PAGE: self.answers.turn,
            Verb.HELPFUL: self.answers.vote,
            Verb.NOT_HELPFUL: self.answers.vote,
            Verb.CHECK_AGAIN: self.opener.check,
            Verb.WHO_SAYS_WHAT: self.claims.of_answer,
            Verb.CLAIMS_LIST: self.claims.turn_list,
            Verb.CLAIMS_OF: self.claims.of_picked,
            Verb.CLAIMS_PAGE: self.claims.turn,
            Verb.CLAIM_PLACE: self.claims.open_place,
            Verb.SOURCES_PAGE: self.sources.turn,
            Verb.CHOOSE_ARTICLE: self.sources.choose,
            Verb.ALL_ARTICLES: self.sources.choose_all,
            Verb.CHOOSE_LANGUAGE: self.languages.choose,
        }


def build_desk(
    bot: TelegramBot,
    service: Service,
    patience: Patience,
    limiter: Limiter,
    noticed: Noticed,
) -> Desk:
    """The desk of a connected *bot*."""
    signer = ButtonSigner(service.button_key)
    places = Places(choices=service.journal.choices, bot=bot.id)
    screens = _Screens(service, places, signer)
    questions = _questions(bot, service, patience, screens)
    sender = Sender(bot, service.journal, limiter, standing=noticed.standing)
    operating = _operating(service, bot, sender, screens)
    handlers = Handlers(
        questions=questions,
        presses=_presses(service, {**screens.doers(), **operating.presses}, screens, questions),
        reactions=Reactions(votes=service.journal.votes, bot=bot.id),
        elsewhere=_elsewhere(bot, service, questions, noticed),
        business=Business(
            connections=noticed.connections,
            questions=questions,
            places=places,
            journal=service.journal,
            me=bot.bot,
        ),
        channels=Channels(names=service.channels, intake=service.intake),
        places=places,
        standing=noticed.standing,
        commands=_commands(service, screens),
        starting=_starting(service, screens, questions, signer),
        voices=Voices(
            questions=questions,
            bot=bot,
            listener=service.listener,
            most_minutes=service.listener_minutes,
        ),
        operators=operating.operators,
        me=bot.bot,
    )
    runner = _runner(bot, service, sender, limiter, operating)
    return Desk(bot, service.journal, handlers.handle, sender, runner)


def _questions(
    bot: TelegramBot, service: Service, patience: Patience, screens: _Screens
) -> Questions:
    return Questions(
        answerer=service.answerer,
        journal=service.journal,
        articles=service.articles,
        places=screens.sources.places,
        screens=screens.answers,
        bot=bot,
        drafts=Drafts(bot, patience.draft),
        patience_seconds=patience.answer,
        limits=service.limits,
        budget=service.budget,
        rich=service.rich,
    )


def _elsewhere(
    bot: TelegramBot, service: Service, questions: Questions, noticed: Noticed
) -> Elsewhere:
    return Elsewhere(
        quick=service.quick or service.answerer,
        questions=questions,
        newest=noticed.newest,
        bot=bot,
        me=bot.bot,
    )


def _runner(
    bot: TelegramBot, service: Service, sender: Sender, limiter: Limiter, operating: Operating
) -> ErrandRunner:
    return ErrandRunner(
        bot=bot,
        journal=service.journal,
        sender=sender,
        limiter=limiter,
        doers=operating.errands,
        look=operating.look,
    )


def _operating(service: Service, bot: TelegramBot, sender: Sender, screens: _Screens) -> Operating:
    """The operators' side; without a newsroom there is none."""
    if service.newsroom is None:
        return Operating()
    tools = Tools(
        bot=bot,
        journal=service.journal,
        articles=service.articles,
        opener=screens.opener,
        sender=sender,
        signer=screens.opener.signer,
    )
    return build_operating(service.newsroom, tools)


def _presses(
    service: Service, doers: Mapping[Verb, Do], screens: _Screens, questions: Questions
) -> Presses:
    return Presses(
        questions=questions,
        journal=service.journal,
        opener=screens.opener,
        actions=Actions(sheets=service.journal.sheets, doers=doers),
        places=questions.places,
        signer=screens.answers.signer,
        repeats=Repeats(service.journal.clock),
    )


def _commands(service: Service, screens: _Screens) -> Commands:
    return Commands(
        sources=screens.sources,
        languages=screens.languages,
        claims=screens.claims,
        forgetting=service.journal.forgetting,
    )


def _starting(
    service: Service, screens: _Screens, questions: Questions, signer: ButtonSigner
) -> Starting:
    return Starting(
        questions=questions,
        screens=screens.answers,
        opener=screens.opener,
        articles=service.articles,
        journal=service.journal,
        places=questions.places,
        signer=signer,
    )
