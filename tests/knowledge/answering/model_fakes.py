"""A model that says what a test queues, and evidence made of plain sentences."""

import json
from collections import deque
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field

from knowledge.answering.answer import Outcome, Question, Statement
from knowledge.answering.evidence import Candidate, Evidence
from knowledge.answering.model import Form, Message, ModelFailedError
from knowledge.answering.model_composer import ModelComposer
from knowledge.answering.model_tries import Timing
from knowledge.text.article import Source
from knowledge.text.claim import Claim
from knowledge.text.passage import Sentence

SENTENCES = (
    "The Islamic State (ISIS) claimed responsibility for the attack a few hours after it.",
    "Putin continues to accuse Ukraine and its allies of inducing this terrorist act.",
    "Kamala Harris assured ABC that nothing links Ukraine to what happened in Moscow.",
)


def make_candidate(
    text: str, number: int = 0, start: int = 0, claims: tuple[Claim, ...] = (), **source: str
) -> Candidate:
    """A sentence of the article `a1`, in its first passage."""
    return Candidate(
        sentence=Sentence(
            article_id="a1", version=1, number=number, passage=0, start=start, text=text
        ),
        source=Source(**{"label": "Attack in Moscow", **source}),
        cosine=0.85,
        passage_rank=0,
        claims=claims,
    )


def make_evidence(sentences: Sequence[str] = SENTENCES, **source: str) -> Evidence:
    """The sentences one after another, as one article has them."""
    candidates, start = [], 0
    for number, text in enumerate(sentences):
        candidates.append(make_candidate(text, number, start, **source))
        start += len(text) + 1
    return Evidence(candidates=tuple(candidates), hits=())


def reply_text(*statements: tuple[str, list[int]], answered: str = "yes") -> str:
    """A reply in the agreed form."""
    rows = [{"text": text, "sentences": numbers} for text, numbers in statements]
    return json.dumps({"statements": rows, "answered": answered}, ensure_ascii=False)


def pick_text(
    *picks: tuple[int, str], answered: str = "yes", translations: Sequence[tuple[int, str]] = ()
) -> str:
    """A reply that picks claims by number, each with its gloss."""
    given = [{"sentence": number, "text": text} for number, text in translations]
    rows = [
        {"claim": number, "text": gloss, "sentences": [], "translations": given}
        for number, gloss in picks
    ]
    return json.dumps({"statements": rows, "answered": answered}, ensure_ascii=False)


@dataclass
class ScriptedModel:
    """Replies with what is queued: a text, pieces of one, or an error; records what it is asked."""

    replies: deque[str | list[str | ModelFailedError] | ModelFailedError]
    name: str = "openai:test-model"
    asked: list[list[Message]] = field(default_factory=list)
    sent: int = 0

    async def stream(
        self, messages: Sequence[Message], form: Form | None = None
    ) -> AsyncGenerator[str, None]:
        self.asked.append(list(messages))
        reply = self.replies.popleft()
        for piece in reply if isinstance(reply, list) else [reply]:
            if isinstance(piece, ModelFailedError):
                raise piece
            self.sent += 1
            yield piece

    async def check(self) -> None:
        return None

    async def aclose(self) -> None:
        return None


@dataclass
class Gullible:
    """A lock that lets all pass but the texts that it is told to refuse."""

    refused: dict[str, str] = field(default_factory=dict)
    seen: list[tuple[str, tuple[str, ...], str]] = field(default_factory=list)

    def check(self, text: str, cited: Sequence[Candidate], language: str) -> str | None:
        self.seen.append((text, tuple(c.sentence.text for c in cited), language))
        return self.refused.get(text)

    def check_gloss(
        self, gloss: str, candidate: Candidate, claim: Claim, language: str
    ) -> str | None:
        return self.check(gloss, [candidate], language)

    def check_translation(self, text: str, candidate: Candidate, language: str) -> str | None:
        return self.check(text, [candidate], language)


@dataclass
class Clock:
    """Time that passes only by sleeping."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    @property
    def timing(self) -> Timing:
        return Timing(clock=self, sleep=self.sleep, jitter=lambda: 0.5)


def make_composer(
    *replies: str | list[str | ModelFailedError] | ModelFailedError,
    checker: Gullible | None = None,
    clock: Clock | None = None,
) -> tuple[ModelComposer, ScriptedModel]:
    """A composer over a scripted model, in whose world no time passes."""
    model = ScriptedModel(deque(replies))
    composer = ModelComposer(
        model=model,
        checker=checker or Gullible(),
        timing=(clock or Clock()).timing,
        make_mark=lambda: "c0ffee00",
    )
    return composer, model


async def compose(
    composer: ModelComposer,
    question: str = "Who claimed responsibility?",
    evidence: Evidence | None = None,
    language: str = "en",
) -> tuple[list[Statement], list[Outcome]]:
    """All that the composer yields, told apart."""
    asked = Question(text=question, language=language)
    items = [item async for item in composer.compose(asked, evidence or make_evidence())]
    statements = [item for item in items if isinstance(item, Statement)]
    return statements, [item for item in items if isinstance(item, Outcome)]
