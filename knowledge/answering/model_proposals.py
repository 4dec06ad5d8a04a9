"""Claims that a model proposes while an article is added, and that the rules bear out.

A proposal is four things: a sentence, who speaks in it, what they do, and by which words. It is
kept where the words stand in the sentence, mean that to the rules' own lists, and have that
speaker by the rules' own reading. The model can so find a claim that the rules overlooked, and
can make nobody say what the rules do not read.
"""

import asyncio
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from dataclasses import dataclass, field

from knowledge.answering.model import ChatModel, Failure, Form, Message, ModelFailedError, Role
from knowledge.answering.model_reply import LONGEST_REPLY, Proposal, Proposals, read_reply
from knowledge.answering.model_text import clean_text
from knowledge.answering.model_tries import Breaker
from knowledge.text.claim import Claim, Stance, Voice
from knowledge.text.lock.proposals import Proposed, bear_out
from knowledge.text.passage import Sentence
from prompts import Prompt, load_prompt

_SENTENCES_A_REQUEST = 60
_LONGEST_SENTENCE = 600
_STANCES = tuple(stance.value for stance in Stance if stance is not Stance.STATES)

FORM = Form(
    name="claims",
    description="Give who says something in the sentences.",
    schema={
        "type": "object",
        "properties": {
            "claims": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "sentence": {"type": "integer"},
                        "speaker": {"type": "string"},
                        "stance": {"type": "string", "enum": list(_STANCES)},
                        "verb": {"type": "string"},
                    },
                    "required": ["sentence", "speaker", "stance", "verb"],
                    "additionalProperties": False,
                },
            }
        },
        "required": ["claims"],
        "additionalProperties": False,
    },
)

FindClaims = Callable[[str, Sequence[Sentence], str], Sequence[Claim]]


def _load_prompt() -> Prompt:
    return load_prompt("propose_claims", {"mark", "sentences", "stances"})


@dataclass(frozen=True, kw_only=True)
class ProposedClaims:
    """Finds claims by the rules, and then those that a model proposes and the rules bear out.

    Called as the rules are. Where the model fails, the rules' claims are all.

    Attributes:
        load: Makes the model, when the first article comes.
        seconds: For one request, at most.
    """

    rules: FindClaims
    load: Callable[[], ChatModel]
    seconds: float = 60.0
    breaker: Breaker = field(default_factory=Breaker)
    prompt: Prompt = field(default_factory=_load_prompt)
    make_mark: Callable[[], str] = lambda: secrets.token_hex(4)

    def __call__(self, text: str, sentences: Sequence[Sentence], language: str) -> Sequence[Claim]:
        """Who says what in an article."""
        found = tuple(self.rules(text, sentences, language))
        proposals = self._propose(sentences)
        kept = [c for p in proposals for c in _claim(p, sentences, found, language)]
        return _merge(found, kept)

    def _propose(self, sentences: Sequence[Sentence]) -> tuple[Proposal, ...]:
        # In a thread of its own, for whoever adds articles may be in an event loop.
        with ThreadPoolExecutor(max_workers=1) as pool:
            return pool.submit(asyncio.run, self._ask_all(sentences)).result()

    async def _ask_all(self, sentences: Sequence[Sentence]) -> tuple[Proposal, ...]:
        model = self.load()
        proposals: list[Proposal] = []
        try:
            for first in range(0, len(sentences), _SENTENCES_A_REQUEST):
                shown = sentences[first : first + _SENTENCES_A_REQUEST]
                numbers = {sentence.number for sentence in shown}
                proposals += [p for p in await self._ask(model, shown) if p.sentence in numbers]
        except ModelFailedError:
            pass  # what came before it is as good as without
        finally:
            await model.aclose()
        return tuple(proposals)

    async def _ask(self, model: ChatModel, sentences: Sequence[Sentence]) -> Iterable[Proposal]:
        lines = [f"[{s.number}] {clean_text(s.text)[:_LONGEST_SENTENCE]}" for s in sentences]
        task = self.prompt.render(
            mark=self.make_mark(), sentences="\n".join(lines), stances=", ".join(_STANCES)
        )
        with self.breaker.watch():
            reply = await self._reply(model, [Message(role=Role.READER, text=task)])
            return read_reply(Proposals, reply).claims

    async def _reply(self, model: ChatModel, messages: Sequence[Message]) -> str:
        reply = ""
        try:
            async with (
                asyncio.timeout(self.seconds),
                aclosing(model.stream(messages, FORM)) as pieces,
            ):
                async for piece in pieces:
                    reply += piece
                    if len(reply) > LONGEST_REPLY:
                        raise ModelFailedError(Failure.CUT_SHORT)
        except TimeoutError as error:
            raise ModelFailedError(Failure.TIMED_OUT) from error
        return reply


def _claim(
    proposal: Proposal, sentences: Sequence[Sentence], found: Sequence[Claim], language: str
) -> Iterator[Claim]:
    if proposal.stance not in _STANCES:
        return
    sentence = next(s for s in sentences if s.number == proposal.sentence)
    proposed = Proposed(
        speaker=proposal.speaker, stance=Stance(proposal.stance), verb=proposal.verb
    )
    claim = bear_out(proposed, sentence, language, known=found)
    if claim is not None:
        yield claim


def _merge(found: Sequence[Claim], proposed: Sequence[Claim]) -> tuple[Claim, ...]:
    """Both, without what is there twice; a sentence with a speaker is not the article's own."""
    told = {(c.sentence, c.speaker, c.stance) for c in found}
    new = [c for c in dict.fromkeys(proposed) if (c.sentence, c.speaker, c.stance) not in told]
    spoken = {c.sentence for c in new}
    kept = [c for c in found if c.voice is not Voice.ARTICLE or c.sentence not in spoken]
    return tuple(sorted([*kept, *new], key=lambda c: (c.sentence, c.content.start)))
