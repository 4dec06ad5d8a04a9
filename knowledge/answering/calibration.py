"""Learning the judge's weights from questions whose answers are known.

    python -m knowledge.answering.calibration FOLDER... [--vectors FILE] [--write]

A folder holds `questions.jsonl` and `corpus.jsonl`. Every question is set as several exercises:
*given*, its own document alone; *crowd*, its document among the nearest others; *hole*, the same
without the sentences that hold the answer; *absent*, the nearest others alone. Where the corpus
has the document in the question's language too, the question is set on that as well.

The figures printed are cross-validated by document: no title is learnt from and measured on.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from statistics import fmean as mean
from zlib import crc32

from knowledge.answering.exercises import LACKING, Exercise, VectorFile, set_exercises
from knowledge.answering.judgement import AHEAD, ANY, Judgement, Model, decide
from knowledge.answering.learning import fit_choice, fit_logistic
from knowledge.answering.looks import STEP
from knowledge.answering.signs import AGAINST_USUAL, SIGNS
from knowledge.library.embeddings import load_embedder

FOLDS = 5
SIDES = ("same", "across")

PASSED = {"same": 0.86, "across": 0.92}
"""The share of answerable questions that are answered when their document is given. To tell those
that only look answerable costs dear in refusals of others; across languages, where the signs are
few, fewer are refused for that."""

TOPIC_SHARE = {"same": 0.08, "across": 1.5}
NEAR = {"same": 3.0, "across": 3.0}

CHOICE_RIDGE = 5.0
LOGISTIC_RIDGE = 30.0

KIN = {"uk": "ru", "fr": "es", "pt": "es"}
"""Languages without exercises, and the one with exercises whose usual cosine they borrow."""

CHOICE_SIGNS = tuple(
    name
    for name in SIGNS
    if "passage" not in name
    and name not in ("asks_back", "denial_asked", "no_news", "question_length")
)
TOPIC_SIGNS = (
    *(name for name in SIGNS if name not in ("asks_back", "denial_asked", "length", "no_news")),
    AHEAD,
)
SUPPORT_SIGNS = (
    "nearness",
    "all_here",
    "names_missing_here",
    "names_missing_near",
    "names_missing_passage",
    "numbers_missing_here",
    "numbers_missing_passage",
    "concepts_missing_here",
    "concepts_missing_passage",
    "order",
    "reversed_word",
    "replaced",
    "denial_missing",
    "denial_here",
    "denial_asked",
    "superlative_missing",
    "lacks_person",
    "lacks_group",
    "lacks_time",
    "lacks_number",
    "lacks_duration",
)
"""Causes for doubt. With all signs, with new ones (the kind asked for, other names and numbers in
the place of missing ones, how the words are spread) and with boosted trees, those that only look
answerable were told apart no better: area under the curve .78 each."""

ABOUT = "Made by python -m knowledge.answering.calibration; what each part is: judgement.py."


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """An exercise with what a judge that had not seen its group made of it."""

    exercise: Exercise
    judgement: Judgement


def measure_usual(exercises: Iterable[Exercise]) -> dict[str, dict[str, float]]:
    """The average cosine of an answer, by side and by the question's language."""
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for e in exercises:
        if e.kind == "given" and any(e.right) and not e.disguised:
            best = max(
                s[AGAINST_USUAL[0]] for s, right in zip(e.signs, e.right, strict=True) if right
            )
            found[e.side, e.language].append(best * STEP)
    return {side: _usual_of_side(found, side) for side in SIDES if side in {s for s, _ in found}}


def _usual_of_side(found: Mapping[tuple[str, str], list[float]], side: str) -> dict[str, float]:
    measured = {
        language: round(mean(cosines), 4)
        for (of_side, language), cosines in sorted(found.items())
        if of_side == side
    }
    borrowed = {other: measured[kin] for other, kin in KIN.items() if kin in measured}
    return measured | borrowed | {ANY: round(mean(measured.values()), 4)}


def against_usual(exercise: Exercise, usual: Mapping[str, Mapping[str, float]]) -> Exercise:
    """The exercise with its cosines set against the usual ones."""
    side = "same" if exercise.disguised else exercise.side
    shift = usual[side][exercise.language] / STEP
    signs = tuple(
        {**s, **{name: s[name] - shift for name in AGAINST_USUAL}} for s in exercise.signs
    )
    return replace(exercise, signs=signs)


def set_limits(model: Model, tried: Sequence[Tried], side: str) -> Model:
    """The model with the limits that let so many answerable questions pass as are to.

    Across languages each has its own: what the signs say there depends on the pair. Within one,
    only English has questions that deceive, and its limit is everybody's.
    """
    given = [t for t in tried if t.exercise.kind == "given" and t.exercise.answerable]
    real = [t for t in given if not t.exercise.disguised]
    deceiving = _deceiving([t.exercise for t in tried]) if side == "same" else set()
    among = [t for t in real if t.exercise.folder in deceiving] or real
    measured = {} if side == "same" else _limits_by_language(among, PASSED[side])
    borrowed = {other: measured[kin] for other, kin in KIN.items() if kin in measured}
    return replace(
        model,
        least=_limit(among, PASSED[side]),
        least_in=measured | borrowed,
        near=NEAR[side],
    )


def _limits_by_language(among: Sequence[Tried], passed: float) -> dict[str, float]:
    languages = sorted({t.exercise.language for t in among})
    return {x: _limit([t for t in among if t.exercise.language == x], passed) for x in languages}


def _limit(among: Sequence[Tried], passed: float) -> float:
    """The confidence that this share of them has, or more."""
    confidences = sorted((t.judgement.confidence for t in among), reverse=True)
    return round(confidences[int(passed * len(among))], 4)


def _deceiving(exercises: Iterable[Exercise]) -> set[str]:
    """The folders that ask what their documents seem to answer and do not."""
    return {e.folder for e in exercises if not e.answerable and e.kind not in LACKING}


def try_side(exercises: Sequence[Exercise]) -> list[Tried]:
    """Judge every exercise by a model learnt without its group."""
    tried = []
    for fold in range(FOLDS):
        model = learn([e for e in exercises if _fold(e) != fold])
        tried += [
            Tried(exercise=e, judgement=decide(model, e.signs))
            for e in exercises
            if _fold(e) == fold
        ]
    return tried


def _fold(exercise: Exercise) -> int:
    return crc32(exercise.group.encode()) % FOLDS


def learn(exercises: Sequence[Exercise]) -> Model:
    """A model without thresholds."""
    holding = [e for e in exercises if any(e.right)]
    choice = fit_choice(
        [e.signs for e in holding], CHOICE_SIGNS, [e.right for e in holding], ridge=CHOICE_RIDGE
    )
    model = Model(choice=choice, topic={}, support={})
    best = [(e, decide(model, e.signs).of_best) for e in exercises]
    return replace(
        model,
        topic=_learn_topic(best),
        support=_learn_support(best),
        topic_share=TOPIC_SHARE[exercises[0].side],
    )


Best = Sequence[tuple[Exercise, Mapping[str, float]]]
"""Exercises, each with the signs of its best candidate."""


def _learn_topic(best: Best) -> dict[str, float]:
    """To tell the right documents from the nearest others."""
    apart = [(e, row) for e, row in best if e.answerable or e.kind in LACKING]
    return fit_logistic(
        [row for _, row in apart],
        TOPIC_SIGNS,
        [e.answerable for e, _ in apart],
        [1.0] * len(apart),
        ridge=LOGISTIC_RIDGE,
    )


def _learn_support(best: Best) -> dict[str, float]:
    """To tell what is answered from what only seems to be, where both are asked."""
    deceiving = _deceiving(e for e, _ in best)
    present = [(e, row) for e, row in best if e.folder in deceiving and e.kind not in LACKING]
    return fit_logistic(
        [row for _, row in present],
        SUPPORT_SIGNS,
        [e.answerable for e, _ in present],
        [1.0] * len(present),
        ridge=LOGISTIC_RIDGE,
    )


def figures(tried: Sequence[Tried], model: Model) -> Iterator[str]:
    """A line a folder, kind and language: what a judge with these thresholds would do."""
    groups: dict[tuple[str, str, str, str], list[Tried]] = defaultdict(list)
    for one in tried:
        e = one.exercise
        groups[(e.side, e.folder, e.kind, e.language)].append(one)
    for names, members in sorted(groups.items()):
        yield " ".join(f"{name:14}" for name in names) + _figures(members, model)


def _figures(members: Sequence[Tried], model: Model) -> str:
    judgements = [
        (t, replace(t.judgement, model=model.for_language(t.exercise.language))) for t in members
    ]
    with_answer = [(t, j) for t, j in judgements if t.exercise.answerable]
    without = [j for t, j in judgements if not t.exercise.answerable]
    shares: dict[str, list[float]] = {
        "answered": [j.answered for _, j in with_answer],
        "refused": [not j.answered for j in without],
        "best right": [t.exercise.right[j.order[0]] for t, j in with_answer],
        "quoted right": [any(t.exercise.right[i] for i in j.chosen) for t, j in with_answer],
        "quotes": [len(j.chosen) for _, j in with_answer],
    }
    return "  ".join(f"{name} {mean(v):.3f} of {len(v)}" for name, v in shares.items() if v)


def main(arguments: Sequence[str]) -> None:
    """Read the folders, print the cross-validated figures, and write the weights on request."""
    parser = argparse.ArgumentParser(prog="calibration", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--vectors", type=Path, help="a file to keep vectors in between runs")
    parser.add_argument("--write", action="store_true", help="write weights.json")
    options = parser.parse_args(arguments)
    vectors = VectorFile(load_embedder("local"), options.vectors)
    exercises = [e for folder in options.folders for e in set_exercises(folder, vectors)]
    usual = measure_usual(exercises)
    exercises = [against_usual(e, usual) for e in exercises]
    models = {}
    for side in SIDES:
        of_side = [e for e in exercises if e.side == side]
        tried = try_side(of_side)
        models[side] = set_limits(learn(of_side), tried, side)
        sys.stdout.writelines(f"{line}\n" for line in figures(tried, models[side]))
    if options.write:
        weights = {side: asdict(model) for side, model in models.items()}
        text = json.dumps({"about": ABOUT, "usual": usual} | weights, indent=1) + "\n"
        Path(__file__).with_name("weights.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
