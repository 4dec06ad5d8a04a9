"""Exercises and calibration, on a folder small enough to see through."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from knowledge.answering.calibration import learn, measure_usual, set_limits, try_side
from knowledge.answering.exercises import VectorFile, set_exercises
from knowledge.library.embeddings import Vector

PLACES = ("Berlin", "Madrid", "Paris", "Rome", "Vienna", "Oslo", "Lima", "Cairo", "Delhi", "Tokyo")


class LetterEmbedder:
    """Embeds a text as how often it has each letter; counts what it was asked."""

    model = "letters"

    def __init__(self) -> None:
        self.embedded = 0

    def embed_texts(self, texts: Sequence[str]) -> Vector:
        self.embedded += len(texts)
        rows = [[1.0 + text.lower().count(chr(97 + i)) for i in range(26)] for text in texts]
        return np.array([np.array(r) / np.linalg.norm(r) for r in rows], dtype=np.float32)

    def embed_question(self, question: str) -> Vector:
        row: Vector = self.embed_texts([question])[0]
        return row


def write_folder(folder: Path) -> Path:
    """Ten articles, each with a question that it answers and one that it does not."""
    folder.mkdir()
    corpus, questions = [], []
    for i, place in enumerate(PLACES):
        text = f"Ann{i} won the vote in {place}. It rained there all day."
        corpus.append({"id": f"d{i}", "title": place, "lang": "en", "text": text})
        answer = {"doc_id": f"d{i}", "start": 0, "end": 4, "text": f"Ann{i}"}
        common = {"lang": "en", "given_ids": [f"d{i}"]}
        questions += [
            {
                "id": f"q{i}",
                "question": f"Who won the vote in {place}?",
                "answerable": True,
                "answers": [f"Ann{i}"],
                "spans": [answer],
                **common,
            },
            {
                "id": f"u{i}",
                "question": f"Who never lost the vote in {place} in 1990?",
                "answerable": False,
                "answers": [],
                "spans": [],
                **common,
            },
        ]
    for name, rows in (("corpus", corpus), ("questions", questions)):
        (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return folder


def test_a_question_is_set_with_and_without_its_answer(tmp_path: Path) -> None:
    exercises = list(
        set_exercises(write_folder(tmp_path / "f"), VectorFile(LetterEmbedder(), None))
    )
    for exercise in exercises:
        assert any(exercise.right) == exercise.answerable
        assert not (exercise.answerable and exercise.kind in ("hole", "absent"))
    assert {e.kind for e in exercises} == {"given", "crowd", "hole", "absent"}
    assert {e.disguised for e in exercises} == {False, True}


def test_no_text_is_embedded_twice(tmp_path: Path) -> None:
    folder, path = write_folder(tmp_path / "f"), tmp_path / "vectors.npz"
    first, second = LetterEmbedder(), LetterEmbedder()
    list(set_exercises(folder, VectorFile(first, path)))
    list(set_exercises(folder, VectorFile(second, path)))
    assert (first.embedded > 0, second.embedded) == (True, 0)


def test_a_model_is_learnt_that_tells_answers_from_what_is_none(tmp_path: Path) -> None:
    exercises = list(
        set_exercises(write_folder(tmp_path / "f"), VectorFile(LetterEmbedder(), None))
    )
    same = [e for e in exercises if e.side == "same"]
    tried = try_side(same)
    model = set_limits(learn(same), tried, "same")
    given = [t for t in tried if t.exercise.kind == "given"]
    right = [(t.judgement.confidence >= model.least) == t.exercise.answerable for t in given]
    assert sum(right) >= 0.8 * len(right)
    assert 0.5 < measure_usual(same)["same"]["en"] < 1.0
