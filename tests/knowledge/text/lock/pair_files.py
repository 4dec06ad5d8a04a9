"""The adversarial set: statements with the sentences that they cite, true and false."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.text.lock.cited import CitedSentence

TRUE = "true"
_HALVES = ("developing", "measuring", "fresh", "newest", "seventh", "set_aside", "eighth")
_FOLDER = Path(__file__).parent / "pairs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A statement beside what it cites.

    Attributes:
        kind: "true", or in what way the statement is false.
        half: "developing"; "measuring", "fresh" and "newest" are rounds 4 to 6, "seventh" and
            "set_aside" the halves of round 7, "eighth" is round 8. The README says what they gave
            when they were new.
    """

    id: str
    kind: str
    language: str
    statement: str
    cited: tuple[CitedSentence, ...]
    half: str

    @property
    def is_true(self) -> bool:
        """Whether the cited sentences bear it out."""
        return self.kind == TRUE


@cache
def load_pairs() -> tuple[Pair, ...]:
    """All pairs, the true ones first."""
    sentences = {row["id"]: row for row in _rows("sentences.jsonl")}
    rows = _rows("true.jsonl") + _rows("false.jsonl")
    return tuple(_pair(row, [sentences[i] for i in row["sentences"]]) for row in rows)


def _rows(name: str) -> list[dict[str, Any]]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _pair(row: dict[str, Any], sentences: list[dict[str, Any]]) -> Pair:
    cited = tuple(
        CitedSentence(text=s["text"], language=s["language"], before=s["before"]) for s in sentences
    )
    return Pair(
        id=row["id"],
        kind=row["kind"],
        language=row["language"],
        statement=row["statement"],
        cited=cited,
        half=max((s["half"] for s in sentences), key=_HALVES.index),
    )
