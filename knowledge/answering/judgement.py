"""Deciding which sentences answer a question, and whether any does.

The model is three small linear ones over named signs (`signs`), a set for articles in the
question's language and a set for those in another:

- *choice* ranks the sentences: the best is quoted, and the next two where they are nearly as good;
- *topic* tells an answer from the nearest sentences of texts that have none;
- *support* tells a sentence that bears the question out from one that denies a name, a number or
  the sense of it.

The last two are logistic regressions; a question is refused where their weighted log odds for the
best sentence are below a limit; across languages each has its own. Weights and limits are learnt
from squad2, xquad and qamr-wikinews by `python -m knowledge.answering.calibration` and kept in
`weights.json`. What those sets cannot teach, who says what, is added by rules (`voices`,
`sides`).
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from knowledge.answering.answer import Question
from knowledge.answering.evidence import Candidate
from knowledge.answering.looks import Asking, Look, ask, look
from knowledge.answering.signs import NO_ANSWER, SIGNS, signs_of
from knowledge.answering.voices import SPOKEN_BY, find_voice
from knowledge.text.words.lexicon import Asked

AHEAD = "ahead"
"""A sign of the last two models alone: how far the best sentence is before the next by *choice*."""

MOST_QUOTED = 3
"""Sentences in one answer."""

BIAS = "bias"
ANY = "any"
_FARTHEST = 3.0

_NEVER = -6.0
"""Added to the choice score of a sentence that cannot answer."""

_SPOKEN = 1.5
"""Added to the log odds where the asked speaker says what is asked."""

_NEAR_OF_SPEAKER = 5.0
"""As `Model.near`, for sentences of one whose words are asked for: all that he says may answer."""

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What the signs are worth, by their names.

    Attributes:
        topic_share: What the log odds of *topic* count beside those of *support*.
        least: The lowest sum with which an answer is given.
        least_in: The same for questions in some languages, by the question's.
        near: The next sentences are quoted too if their choice scores are so near to the best.
    """

    choice: Weights
    topic: Weights
    support: Weights
    topic_share: float = 0.0
    least: float = 0.0
    least_in: Mapping[str, float] = field(default_factory=dict)
    near: float = 0.0

    def for_language(self, asked_in: str) -> "Model":
        """The model with the limit of that language."""
        return replace(self, least=self.least_in.get(asked_in, self.least))


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the judge thinks of the candidates.

    Attributes:
        order: Their numbers, best first.
        scores: Their choice scores, in the candidates' own order.
        confidence: The weighted log odds that the best sentence answers.
        of_best: The best candidate's signs.
        model: The model that judged.
        refused: Something rules an answer out, however confident the model is.
    """

    order: tuple[int, ...]
    scores: tuple[float, ...]
    confidence: float
    of_best: Mapping[str, float]
    model: Model
    refused: bool = False

    @property
    def answered(self) -> bool:
        """Whether the best sentence is good enough to be quoted."""
        return not self.refused and self.confidence >= self.model.least

    @property
    def good(self) -> tuple[int, ...]:
        """The sentences that may be quoted, best first: one, and those that are nearly as good."""
        best = self.scores[self.order[0]]
        return tuple(i for i in self.order if best - self.scores[i] <= self.model.near)

    @property
    def chosen(self) -> tuple[int, ...]:
        """As many of them as one answer quotes."""
        return self.good[:MOST_QUOTED]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """The calibrated judge.

    Attributes:
        same: For articles in the language of the question.
        across: For articles in another.
        usual: The average cosine of an answer, by `same` or `across` and the question's language.
    """

    same: Model
    across: Model
    usual: Mapping[str, Mapping[str, float]]

    def judge(self, question: Question, candidates: Sequence[Candidate]) -> Judgement:
        """Weigh the candidates, of which there is at least one."""
        asking = ask(question.text, question.language)
        looks = look(asking, candidates, self.usual_cosine)
        voice = find_voice(asking, looks)
        gains = [voice.bonus(at) for at in looks]
        nearest = max(looks, key=lambda at: at.candidate.cosine)
        model = self.across if nearest.crossing else self.same
        model = model.for_language(question.language)
        if voice.speakers and max(gains) >= SPOKEN_BY:
            model = replace(model, near=_NEAR_OF_SPEAKER)
        choosing = {name: SIGNS[name] for name in (*model.choice, *NO_ANSWER)}
        judgement = decide(
            model,
            [signs_of(asking, at, choosing) for at in looks],
            gains,
            all_of=lambda i: signs_of(asking, looks[i]),
        )
        confidence = judgement.confidence + _SPOKEN * (gains[judgement.order[0]] > 0)
        return replace(
            judgement,
            confidence=confidence,
            refused=voice.silent or (not voice.speakers and _is_stray(asking, looks, confidence)),
        )

    def usual_cosine(self, asked_in: str, written_in: str) -> float:
        """The average cosine of an answer in these languages; of all, where it was not measured."""
        table = self.usual["same" if asked_in == written_in else "across"]
        return table.get(asked_in, table[ANY])


def _is_stray(asking: Asking, looks: Sequence[Look], confidence: float) -> bool:
    """Nothing is asked (a greeting, a command, a joke), and it is not likely on the topic.

    Key words are likely, where the articles are about them.
    """
    if asking.asked is not Asked.NOTHING:
        return False
    return confidence <= 0 or not any(any(at.here) for at in looks)


def decide(
    model: Model,
    signs: Sequence[Mapping[str, float]],
    gains: Sequence[float] = (),
    all_of: Callable[[int], Mapping[str, float]] | None = None,
) -> Judgement:
    """Judge candidates by their signs; there is at least one.

    Args:
        gains: What each choice score gains by rules.
        all_of: Every sign of one candidate, where *signs* are only those that choose.
    """
    scores = [
        weigh(model.choice, of_one) + (_NEVER if any(of_one[name] for name in NO_ANSWER) else 0.0)
        for of_one in signs
    ]
    scores = [
        score + gain for score, gain in zip(scores, gains or [0.0] * len(scores), strict=True)
    ]
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    best = all_of(order[0]) if all_of else signs[order[0]]
    of_best = {**best, AHEAD: _ahead(scores, order)}
    return Judgement(
        order=tuple(order),
        scores=tuple(scores),
        confidence=weigh(model.support, of_best) + model.topic_share * weigh(model.topic, of_best),
        of_best=of_best,
        model=model,
    )


def _ahead(scores: Sequence[float], order: Sequence[int]) -> float:
    """How far the best score is before the next; a lone candidate is as far as counts."""
    if len(order) == 1:
        return _FARTHEST
    return min(scores[order[0]] - scores[order[1]], _FARTHEST)


def weigh(weights: Weights, signs: Mapping[str, float]) -> float:
    """The sum of the signs by their weights."""
    return sum(weight * (1.0 if name == BIAS else signs[name]) for name, weight in weights.items())


@cache
def load_judge() -> Judge:
    """The judge with the weights that come with the project."""
    data = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return Judge(usual=data["usual"], same=Model(**data["same"]), across=Model(**data["across"]))
