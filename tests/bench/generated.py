"""An archive of any size, recombined from the sentences of the benchmark sets.

Some thousand sentences are taken at random, read for their claims and embedded. A passage is three
of them in one language; from the second use on, a sentence has another word in a place of its own,
so that no two are the same, and its vector is the real one moved by noise: `_COSINE` is about what
sentences that differ in one word have.
"""

import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from knowledge.library.embeddings import Vector
from knowledge.library.records import NewArticle, PassageDraft, SentenceDraft
from knowledge.text.article import Source
from knowledge.text.attribution import find_claims
from knowledge.text.claim import Claim
from knowledge.text.passage import Sentence, Span
from knowledge.text.segmentation import find_sentences
from knowledge.text.words.stems import find_words

SENTENCES_A_PASSAGE = 3
PASSAGES_AN_ARTICLE = 10
_COSINE = 0.97
_SHORTEST, _LONGEST = 40, 400
_SHORTEST_WORD = 5
_DAYS = 3000

Words = dict[tuple[str, int], list[str]]
"""The vocabulary by language and length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """Sentences of the sets with their languages and claims, and their vectors once embedded."""

    texts: tuple[str, ...]
    languages: tuple[str, ...]
    claims: tuple[tuple[Claim, ...], ...]
    vectors: Vector


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A generated article, cut by construction, with a vector a sentence."""

    new: NewArticle
    pieces: tuple[PassageDraft, ...]
    vectors: Vector


def choose_sentences(data: Path, count: int) -> list[tuple[str, str]]:
    """*count* sentences of the corpora below *data*, with their languages."""
    found: set[tuple[str, str]] = set()
    for corpus in sorted(data.glob("*/corpus.jsonl")):
        for line in corpus.read_text("utf-8").splitlines():
            row = json.loads(line)
            language = row.get("lang") or "en"
            spans = find_sentences(row["text"], language)
            texts = (row["text"][span.start : span.end] for span in spans)
            found |= {(t, language) for t in texts if _SHORTEST <= len(t) <= _LONGEST}
    chosen = random.Random(1).sample(sorted(found), min(count, len(found)))  # noqa: S311
    return sorted(chosen, key=lambda one: one[1])


def read_base(chosen: Sequence[tuple[str, str]], vectors: Vector) -> Base:
    """The sentences with the claims that the rules read in each."""
    return Base(
        texts=tuple(text for text, _ in chosen),
        languages=tuple(language for _, language in chosen),
        claims=tuple(_claims(text, language) for text, language in chosen),
        vectors=vectors,
    )


def _claims(text: str, language: str) -> tuple[Claim, ...]:
    alone = Sentence(article_id="", version=0, number=0, passage=0, start=0, text=text)
    return tuple(find_claims(text, [alone], language))


def make_articles(base: Base, passages: int) -> Iterator[Made]:
    """As many articles as have *passages*; the same each time."""
    choose = random.Random(passages)  # noqa: S311 - the same each time
    noise = np.random.default_rng(passages)
    words = _vocabulary(base)
    rows = _by_language(base)
    languages = [base.languages[row] for row in range(len(base.texts))]
    used: set[int] = set()
    for number in range(-(-passages // PASSAGES_AN_ARTICLE)):
        size = min(PASSAGES_AN_ARTICLE, passages - number * PASSAGES_AN_ARTICLE)
        language = choose.choice(languages)
        picked = choose.choices(rows[language], k=size * SENTENCES_A_PASSAGE)
        fresh = [row not in used for row in picked]
        used.update(picked)
        texts = [
            base.texts[row] if new else _another(base.texts[row], language, words, choose)
            for row, new in zip(picked, fresh, strict=True)
        ]
        moved = _moved(base.vectors[picked], noise)
        vectors = np.where(np.asarray(fresh)[:, None], base.vectors[picked], moved)
        yield _make(number, language, texts, [base.claims[row] for row in picked], vectors)


def _make(
    number: int,
    language: str,
    texts: Sequence[str],
    claims: Sequence[Sequence[Claim]],
    vectors: Vector,
) -> Made:
    day = np.datetime64("2015-01-01") + number % _DAYS
    source = Source(
        label=f"Article {number}",
        title=f"Article {number}",
        publisher="Generated",
        published=str(day),
        language=language,
    )
    text, spans = "", []
    for place, sentence in enumerate(texts):
        text += "" if place == 0 else "\n\n" if place % SENTENCES_A_PASSAGE == 0 else " "
        spans.append(Span(start=len(text), end=len(text) + len(sentence)))
        text += sentence
    new = NewArticle(address=f"generated:{number}", text=text, source=source)
    pieces = tuple(
        _piece(text, spans, claims, first, language)
        for first in range(0, len(spans), SENTENCES_A_PASSAGE)
    )
    return Made(new=new, pieces=pieces, vectors=np.asarray(vectors, dtype=np.float32))


def _piece(
    text: str,
    spans: Sequence[Span],
    claims: Sequence[Sequence[Claim]],
    first: int,
    language: str,
) -> PassageDraft:
    numbers = range(first, min(first + SENTENCES_A_PASSAGE, len(spans)))
    span = Span(start=spans[first].start, end=spans[numbers[-1]].end)
    return PassageDraft(
        span=span,
        sentences=tuple(
            SentenceDraft(
                number=n,
                span=spans[n],
                claims=tuple(_shifted(claim, n, spans[n].start) for claim in claims[n]),
            )
            for n in numbers
        ),
        stems=tuple(w.stem for w in find_words(text[span.start : span.end], language)),
    )


def _shifted(claim: Claim, number: int, by: int) -> Claim:
    places = {
        name: Span(start=span.start + by, end=span.end + by)
        for name in ("content", "mention", "cue")
        if (span := getattr(claim, name)) is not None
    }
    return replace(claim, sentence=number, **places)


def _vocabulary(base: Base) -> Words:
    words: Words = defaultdict(list)
    for text, language in zip(base.texts, base.languages, strict=True):
        for word in text.split():
            if word.isalpha() and len(word) >= _SHORTEST_WORD and word.islower():
                words[language, len(word)].append(word)
    return words


def _by_language(base: Base) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = defaultdict(list)
    for row, language in enumerate(base.languages):
        rows[language].append(row)
    return rows


def _another(text: str, language: str, words: Words, choose: random.Random) -> str:
    """The same with another word of the same length, and other digits, so that spans hold."""
    parts = text.split(" ")
    places = [i for i, w in enumerate(parts) if (language, len(w)) in words and w.islower()]
    if places:
        place = choose.choice(places)
        parts[place] = choose.choice(words[language, len(parts[place])])
    return "".join(choose.choice("123456789") if c.isdigit() else c for c in " ".join(parts))


def _moved(rows: Vector, noise: np.random.Generator) -> Vector:
    """Rows of length 1 whose cosine with the given ones is about `_COSINE`."""
    away = noise.standard_normal(rows.shape).astype(np.float32)
    away /= np.linalg.norm(away, axis=1, keepdims=True)
    moved = rows * _COSINE + away * np.sqrt(1 - _COSINE**2)
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), dtype=np.float32)


class PreparedEmbedder:
    """An embedding model that knows what is generated; of any other text it makes noise."""

    def __init__(self, model: str) -> None:
        self.model = model
        self.vectors: dict[str, Vector] = {}

    def embed_texts(self, texts: Sequence[str]) -> Vector:
        """One row a text."""
        return np.asarray([self.embed_question(text) for text in texts], dtype=np.float32)

    def embed_question(self, question: str) -> Vector:
        """The vector that was prepared."""
        if question in self.vectors:
            return self.vectors[question]
        seed = int.from_bytes(hashlib.sha256(question.encode()).digest()[:8], "big")
        row = np.random.default_rng(seed).standard_normal(384).astype(np.float32)
        return np.asarray(row / np.linalg.norm(row), dtype=np.float32)
