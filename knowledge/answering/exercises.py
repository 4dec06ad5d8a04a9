"""Questions whose answers are known, as the judge will meet them."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from knowledge.answering.evidence import Candidate
from knowledge.answering.looks import ask, look
from knowledge.answering.signs import signs_of
from knowledge.library.embeddings import Embedder
from knowledge.text.article import Source
from knowledge.text.passage import Sentence
from knowledge.text.segmentation import find_sentences, group_passages

OTHERS = 4
"""Documents that stand beside the right one, or in its place."""

PASSAGES_READ = 8
"""As the retriever reads."""

CROWDED = 35
"""Of a hundred questions, so many are also set in a crowd."""

LACKING = ("hole", "absent")
"""Kinds of exercise from which the answer was taken away."""

Vector = NDArray[np.float32]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A question with its candidates, as the judge sees them.

    Attributes:
        kind: `given`, `crowd`, `hole` or `absent`.
        group: What must not be on both sides of a cross-validation.
        side: Which model it is for: `same` or `across` languages.
        disguised: One language, seen as if they were two.
        signs: The sign values of each candidate, its cosine not yet set against the usual.
        right: Which candidates hold the answer.
    """

    folder: str
    kind: str
    language: str
    group: str
    side: str
    disguised: bool
    signs: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]
    answerable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document cut as the library cuts it, with a vector a sentence."""

    id: str
    title: str
    text: str
    language: str
    sentences: tuple[Sentence, ...]
    vectors: Vector


class VectorFile:
    """Vectors that were made before, by their text, in a file; without a path, only in memory."""

    def __init__(self, embedder: Embedder, path: Path | None) -> None:
        self._embedder = embedder
        self._path = path
        self._rows: dict[str, Vector] = {}
        if path is not None and path.exists():
            with np.load(path) as kept:
                self._rows = dict(zip(kept["keys"].tolist(), kept["rows"], strict=True))

    def texts(self, texts: Sequence[str]) -> Vector:
        """A row a text."""
        keys = [_key("text", text) for text in texts]
        new = [i for i, key in enumerate(keys) if key not in self._rows]
        if new:
            rows = self._embedder.embed_texts([texts[i] for i in new]).astype(np.float16)
            self._rows.update(zip((keys[i] for i in new), rows, strict=True))
        return np.array([self._rows[key] for key in keys], dtype=np.float32)

    def question(self, text: str) -> Vector:
        """The vector of a question."""
        key = _key("question", text)
        if key not in self._rows:
            self._rows[key] = self._embedder.embed_question(text).astype(np.float16)
        return np.asarray(self._rows[key], dtype=np.float32)

    def save(self) -> None:
        """Write the file, where there is a path."""
        if self._path is not None:
            keys = np.array(list(self._rows))
            np.savez(self._path, keys=keys, rows=np.array(list(self._rows.values())))


def _key(kind: str, text: str) -> str:
    return hashlib.sha256(f"{kind}\0{text}".encode()).hexdigest()[:24]


def set_exercises(folder: Path, vectors: VectorFile) -> Iterator[Exercise]:
    """Every question of a folder as its exercises."""
    questions = _load(folder / "questions.jsonl")
    native = {
        q["extra"]["native_context_id"]
        for q in questions
        if "native_context_id" in q.get("extra", {})
    }
    needed = {d for q in questions for d in q["given_ids"]} | native
    rows = [r for r in _load(folder / "corpus.jsonl") if r["id"] in needed or not native]
    shelf = _Shelf([_cut(row, vectors) for row in rows])
    deceives = not all(q["answerable"] for q in questions)
    for question in questions:
        vector = vectors.question(question["question"])
        for setting in _settings(folder.name, question, shelf, vector):
            yield from setting.set(deceives, _is_crowded(question))
    vectors.save()


def _is_crowded(question: Row) -> bool:
    return crc32(question["id"].encode()) % 100 < CROWDED


def _load(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _cut(row: Row, vectors: VectorFile) -> Document:
    text, language = row["text"], row["lang"]
    spans = find_sentences(text, language)
    passage_of = {
        number: passage
        for passage, (first, past) in enumerate(group_passages(text, spans))
        for number in range(first, past)
    }
    sentences = tuple(
        Sentence(
            article_id=row["id"],
            version=1,
            number=i,
            passage=passage_of[i],
            start=span.start,
            text=text[span.start : span.end],
        )
        for i, span in enumerate(spans)
    )
    return Document(
        id=row["id"],
        title=row["title"] or row["id"],
        text=text,
        language=language,
        sentences=sentences,
        vectors=vectors.texts([s.text for s in sentences]),
    )


class _Shelf:
    """The documents by language, searchable by meaning."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.by_id = {document.id: document for document in documents}
        self._by_language: dict[str, list[Document]] = {}
        for document in self.by_id.values():
            self._by_language.setdefault(document.language, []).append(document)
        self._stacked = {
            language: np.vstack([d.vectors for d in documents])
            for language, documents in self._by_language.items()
        }
        self._starts = {
            language: np.cumsum([0, *(len(d.vectors) for d in documents)])[:-1]
            for language, documents in self._by_language.items()
        }

    def nearest(self, vector: Vector, language: str, count: int) -> list[Document]:
        """The documents with the nearest sentences."""
        cosines = self._stacked[language] @ vector
        best = np.maximum.reduceat(cosines, self._starts[language])
        return [self._by_language[language][i] for i in np.argsort(-best)[:count]]


def _settings(folder: str, question: Row, shelf: _Shelf, vector: Vector) -> Iterator["_Setting"]:
    """The question on its own document, and on the one in its language if there is another."""
    extra = question.get("extra") or {}
    versions = [(question["given_ids"][0], question["answers"], question["spans"])]
    if extra.get("native_context_id", versions[0][0]) != versions[0][0]:
        versions.append((extra["native_context_id"], extra["native_answers"], []))
    for document_id, answers, spans in versions:
        own = shelf.by_id[document_id]
        near = shelf.nearest(vector, own.language, 3 * OTHERS)
        others = [d for d in near if d.id != own.id and not _holds(d.text, answers)]
        yield _Setting(
            folder=folder,
            question=question,
            own=own,
            others=tuple(others[:OTHERS]),
            answers=answers,
            spans=spans,
            vector=vector,
        )


def _holds(text: str, answers: Sequence[str]) -> bool:
    return any(answer.casefold() in text.casefold() for answer in answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """A question with the document that it is about, and others that are near."""

    folder: str
    question: Row
    own: Document
    others: tuple[Document, ...]
    answers: Sequence[str]
    spans: Sequence[Row]
    vector: Vector

    def set(self, deceives: bool, crowded: bool) -> Iterator[Exercise]:
        """The exercises; where the folder deceives, each also as if across languages."""
        crowd = [self.own, *self.others] if crowded else [self.own]
        kinds: list[tuple[str, Sequence[Document]]] = [("given", [self.own])]
        kinds += [("crowd", crowd)] if crowded else []
        if self.question["answerable"]:
            kinds += [("hole", crowd), ("absent", self.others if crowded else self.others[:1])]
        for kind, documents in kinds:
            candidates = self._candidates(documents, kind)
            for disguised in (False, True) if deceives and candidates else (False,):
                if candidates:
                    yield self._exercise(candidates, kind, disguised)

    def _candidates(self, documents: Sequence[Document], kind: str) -> tuple[Candidate, ...]:
        candidates = find_candidates(documents, self.vector)
        return tuple(c for c in candidates if kind != "hole" or not self._tells(c.sentence))

    def _exercise(self, candidates: Sequence[Candidate], kind: str, disguised: bool) -> Exercise:
        language = self.question["lang"]
        asking = ask(self.question["question"], language)
        looks = look(asking, candidates, lambda *_: 0.0, as_foreign=disguised)
        present = kind not in LACKING
        return Exercise(
            folder=self.folder,
            kind=kind,
            language=language,
            group=self.own.title,
            side="across" if looks[0].crossing else "same",
            disguised=disguised,
            signs=tuple(signs_of(asking, at) for at in looks),
            right=tuple(present and self._is_right(c.sentence) for c in candidates),
            answerable=present and self.question["answerable"],
        )

    def _tells(self, sentence: Sentence) -> bool:
        return self._is_right(sentence) or _holds(sentence.text, self.answers)

    def _is_right(self, sentence: Sentence) -> bool:
        if sentence.article_id != self.own.id or not self.question["answerable"]:
            return False
        if not self.spans:
            return _holds(sentence.text, self.answers)
        return any(
            sentence.start <= span["start"] and span["end"] <= sentence.end for span in self.spans
        )


def find_candidates(documents: Sequence[Document], vector: Vector) -> Iterator[Candidate]:
    passages: dict[tuple[int, int], list[tuple[Sentence, float]]] = {}
    for number, document in enumerate(documents):
        for sentence, cosine in zip(document.sentences, document.vectors @ vector, strict=True):
            passages.setdefault((number, sentence.passage), []).append((sentence, float(cosine)))
    ranked = sorted(passages.items(), key=lambda item: -max(c for _, c in item[1]))
    for rank, ((number, _), members) in enumerate(ranked[:PASSAGES_READ]):
        source = Source(label="", language=documents[number].language)
        for sentence, cosine in members:
            yield Candidate(sentence=sentence, source=source, cosine=cosine, passage_rank=rank)
