"""Follow-ups rewritten by a model: in one short call, and never with a name of its own."""

import asyncio
import secrets
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

from knowledge.answering.follow_ups import ByRules, Turn, Understanding
from knowledge.answering.model import ChatModel, Failure, Form, Message, ModelFailedError, Role
from knowledge.answering.model_reply import Understood, read_reply
from knowledge.answering.model_text import clean_text, find_fault
from knowledge.answering.model_tries import Breaker
from knowledge.text.lock.lexicon import LANGUAGES
from knowledge.text.lock.reading import Reading, read
from knowledge.text.talk.understanding import may_hang
from prompts import Prompt, load_prompt

_MOST_SHOWN = 6
_LONGEST = 300
_LONGEST_REPLY = 2_000
_WITHOUT_CAPITALS = frozenset({"ar"})

FORM = Form(
    name="question",
    description="Give the question so that it stands by itself.",
    schema={
        "type": "object",
        "properties": {"question": {"type": "string"}},
        "required": ["question"],
        "additionalProperties": False,
    },
)


def _load_prompt() -> Prompt:
    return load_prompt("understand_question", {"mark", "earlier", "question"})


@dataclass(frozen=True, kw_only=True)
class ByModel:
    """Asks a model what a follow-up means; by the rules where it fails or brings in a name.

    A question that stands by itself, or has none before it, costs no request.

    Attributes:
        seconds: How long the reader waits for it, at most.
    """

    model: ChatModel
    rules: Understanding = field(default_factory=ByRules)
    seconds: float = 4.0
    breaker: Breaker = field(default_factory=Breaker)
    prompt: Prompt = field(default_factory=_load_prompt)
    make_mark: Callable[[], str] = lambda: secrets.token_hex(4)

    async def understand(self, text: str, language: str, turns: Sequence[Turn]) -> str:
        """The question with what it takes from *turns*."""
        if turns and may_hang(text, language):
            try:
                rewritten = clean_text(await self._ask(text, turns))
            except (ModelFailedError, TimeoutError):
                rewritten = ""
            if rewritten and is_borne_out(rewritten, text, language, turns[-_MOST_SHOWN:]):
                return text if rewritten == clean_text(text) else rewritten
        return await self.rules.understand(text, language, turns)

    async def _ask(self, text: str, turns: Sequence[Turn]) -> str:
        earlier = "\n".join(f"- {clean_text(question)}" for question, _ in turns[-_MOST_SHOWN:])
        task = self.prompt.render(mark=self.make_mark(), earlier=earlier, question=clean_text(text))
        with self.breaker.watch():
            reply = await self._reply([Message(role=Role.READER, text=task)])
            return read_reply(Understood, reply).question

    async def _reply(self, messages: Sequence[Message]) -> str:
        reply = ""
        try:
            async with (
                asyncio.timeout(self.seconds),
                aclosing(self.model.stream(messages, FORM)) as pieces,
            ):
                async for piece in pieces:
                    reply += piece
                    if len(reply) > _LONGEST_REPLY:
                        raise ModelFailedError(Failure.CUT_SHORT)
        except TimeoutError as error:
            raise ModelFailedError(Failure.TIMED_OUT) from error
        return reply


def is_borne_out(rewritten: str, text: str, language: str, turns: Sequence[Turn]) -> bool:
    """Whether a rewritten question holds nothing that was not asked.

    Its names and figures stand in the question or in *turns*, the question's own are still
    there, nothing is denied that was not, and it can be taken for no quotation and no link.
    """
    if find_fault(rewritten, set(), set(), (), longest=_LONGEST) is not None:
        return False
    if language not in LANGUAGES:
        return False
    own, said = read(rewritten, language), read(text, language)
    known = [said, *(read(q, lang) for q, lang in turns if lang in LANGUAGES)]
    return (
        _holds(own, known)
        and _holds(said, [own])
        and own.all_concepts("negation") <= _all(known, "negation")
    )


def _holds(reading: Reading, known: Sequence[Reading]) -> bool:
    """Whether every name and figure of *reading* is in one of *known*."""
    keys = frozenset(k for r in known for k in r.keys_of(range(len(r.tokens))))
    figures = {(f.kind, f.value) for r in known for f in r.figures}
    names = [i for i in range(len(reading.tokens)) if _is_telling(reading, i)]
    return all(not keys.isdisjoint(reading.keys[i] | reading.sounds[i]) for i in names) and all(
        (f.kind, f.value) in figures for f in reading.figures
    )


def _is_telling(reading: Reading, at: int) -> bool:
    """A name; where the script does not tell, any word that carries meaning."""
    without = reading.language in _WITHOUT_CAPITALS
    return reading.is_name[at] or (without and reading.is_content[at])


def _all(readings: Sequence[Reading], table: str) -> frozenset[str]:
    return frozenset(c for r in readings for c in r.all_concepts(table))
