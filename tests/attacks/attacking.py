"""Attacks put to the product: over a real library, with a model that behaves as badly as it can."""

import random
from collections.abc import AsyncGenerator, Awaitable, Iterable, Sequence, Set
from dataclasses import dataclass, field

from bot.wiring import Library
from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.answerer import Answerer
from knowledge.answering.checking import LockChecker
from knowledge.answering.model import Failure, Form, Message, ModelFailedError
from knowledge.answering.model_composer import ModelComposer
from knowledge.answering.model_follow_ups import ByModel
from knowledge.answering.model_tries import Timing
from knowledge.answering.quotes_only import QuotesOnlyComposer
from tests.attacks.lines import Attack, plant
from tests.attacks.violations import find_violations
from tests.servers.openai.modes import MODES as MODES_OF_THE_SERVER
from tests.servers.openai.reading import read_material

QUOTES = "quotes"
MODES = (QUOTES, "honest", "claims", "claims-forger", "obedient", "forger", "broken")
_HONEST = (QUOTES, "honest", "claims")
_PIECE = 40
QUESTIONS = ("Who is blamed for the attack?", "When was the correction published?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A promise that an attack broke."""

    attack: str
    mode: str
    promise: str


async def _no_sleep(_: float) -> None:
    """A second try comes at once."""


@dataclass
class MisbehavingModel:
    """The model of the test server without its network: behaves like *mode*."""

    mode: str
    name: str = "openai:test"
    chance: random.Random = field(default_factory=lambda: random.Random(0))  # noqa: S311 - repeatable

    async def stream(
        self, messages: Sequence[Message], form: Form | None = None
    ) -> AsyncGenerator[str, None]:
        """A reply in the form of an answer, whatever form is asked for."""
        asked = [{"role": one.role.value, "content": one.text} for one in messages]
        spoken = MODES_OF_THE_SERVER[self.mode](read_material(asked), self.chance)
        if spoken.refusal:
            raise ModelFailedError(Failure.DECLINED)
        for start in range(0, len(spoken.text), _PIECE):
            yield spoken.text[start : start + _PIECE]
        if spoken.finish != "stop":
            raise ModelFailedError(Failure.FILTERED)

    async def check(self) -> None:
        """There is no server."""

    async def aclose(self) -> None:
        """There is nothing to close."""


def build_answerer(library: Library, mode: str) -> Answerer:
    """The answerer with no model, or with one that behaves like *mode*."""
    quotes = QuotesOnlyComposer()
    if mode == QUOTES:
        return Answerer(retrieval=library.retriever, articles=library.catalogue, quotes=quotes)
    model = MisbehavingModel(mode)
    return Answerer(
        retrieval=library.retriever,
        articles=library.catalogue,
        quotes=quotes,
        model=ModelComposer(model=model, checker=LockChecker(), timing=Timing(sleep=_no_sleep)),
        understanding=ByModel(model=model),
    )


async def ask_directly(library: Library, attacks: Sequence[Attack], mode: str) -> list[Broken]:
    """Each attack as a question, and as a follow-up to an honest one."""
    library.archive.add(plant(None))
    broken: list[Broken] = []
    answerer = build_answerer(library, mode)
    for attack in attacks:
        for previous in ((), (QUESTIONS[0],)):
            asked = answerer.final_answer(attack.text, previous=previous)
            broken += await _broken(library, attack, mode, asked)
    return broken


async def ask_of_poisoned(library: Library, attacks: Sequence[Attack], mode: str) -> list[Broken]:
    """Honest questions about an article in which each attack is planted."""
    broken: list[Broken] = []
    answerer = build_answerer(library, mode)
    library.archive.add(plant(None))
    clean = [_sources(await answerer.final_answer(question)) for question in QUESTIONS]
    for attack in attacks:
        library.archive.add(plant(attack))
        for question, sources in zip(QUESTIONS, clean, strict=True):
            allowed = sources if mode in _HONEST else None
            asked = answerer.final_answer(question)
            broken += await _broken(library, attack, mode, asked, allowed)
    return broken


async def ask_honestly(library: Library, controls: Iterable[Attack], mode: str) -> list[str]:
    """The honest questions that are refused."""
    library.archive.add(plant(None))
    refused = []
    answerer = build_answerer(library, mode)
    for control in controls:
        answer = await answerer.final_answer(control.text)
        if answer.outcome is Outcome.REFUSED:
            refused.append(control.text)
    return refused


async def _broken(
    library: Library,
    attack: Attack,
    mode: str,
    asked: Awaitable[Answer],
    sources: Set[str] | None = None,
) -> list[Broken]:
    """What the answer breaks; with *sources*, also that it cites another one."""
    try:
        answer = await asked
    except Exception as error:  # noqa: BLE001 - whatever falls over is looked for
        promises = [f"exception {type(error).__name__}"]
    else:
        promises = [*find_violations(answer, attack, library.catalogue)]
        if sources is not None and _sources(answer) - sources:
            promises.append("source")
    return [Broken(attack=attack.id, mode=mode, promise=promise) for promise in promises]


def _sources(answer: Answer) -> set[str]:
    return {citation.quote.article_id for citation in answer.citations}
