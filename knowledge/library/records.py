"""What the store holds, as values."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import Any

from knowledge.library.copies import Signature
from knowledge.library.rules import Rules
from knowledge.text.article import Source
from knowledge.text.claim import Claim, Stance, Voice
from knowledge.text.passage import Passage, Sentence, Span
from knowledge.text.searched import as_searched


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArticle:
    """An article as it comes in, before it has an identifier.

    Attributes:
        address: Where it came from; the same address is the same article.
        id: The identifier that the operator gave it, or "" to have one made from the label.
    """

    address: str
    text: str
    source: Source
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceDraft:
    """A sentence to be stored, with who says what in it."""

    number: int
    span: Span
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageDraft:
    """A passage to be stored: its range, its sentences, and the stems it is found by."""

    span: Span
    sentences: tuple[SentenceDraft, ...]
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedVersion:
    """A version ready to be stored, with all its pieces and what made them."""

    new: NewArticle
    pieces: tuple[PassageDraft, ...]
    rules: Rules
    signature: Signature = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSentence:
    """A sentence with its row and the hash under which its vector is kept."""

    id: int
    text_hash: str
    sentence: Sentence
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPassage:
    """A passage with its row, its source and its sentences in order.

    Attributes:
        origin: The same for articles that are copies of one text: identifier of the first of them.
    """

    id: int
    passage: Passage
    source: Source
    origin: str
    sentences: tuple[StoredSentence, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageOutline:
    """What a passage is ranked by, without its words.

    Attributes:
        published: The date of its article, as the source gives it.
        text_hashes: Of its sentences, in order.
    """

    id: int
    language: str
    published: str
    text_hashes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSummary:
    """A line of the list of articles.

    Attributes:
        origin: The same for articles that are copies of one text: identifier of the first of them.
        rules: Those that its sentences and claims were found by.
    """

    id: str
    version: int
    source: Source
    address: str
    sentences: int
    origin: str
    rules: Rules


def hash_text(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def hash_searched(text: str) -> str:
    """What the vector of *text* is kept by: of its searched copy, as that is what is embedded."""
    return hash_text(as_searched(text))


def render_claim(claim: Claim) -> str:
    """A claim as one JSON object."""
    return json.dumps(asdict(claim), ensure_ascii=False)


def parse_claim(line: str) -> Claim:
    """The claim that `render_claim` wrote."""
    row: dict[str, Any] = json.loads(line)
    spans = {
        name: Span(**row[name]) if row[name] else None for name in ("content", "mention", "cue")
    }
    kinds = {"stance": Stance(row["stance"]), "voice": Voice(row["voice"])}
    return Claim(**{**row, **spans, **kinds, "via": tuple(row["via"])})
