"""Which rules a stored version was cut and read by, so that better rules are seen to be newer.

A fingerprint is the hash of the files that hold the rules: no number to forget.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from knowledge.text import attribution, searched, segmentation
from knowledge.text.words import stems

_CUTTING = Path(__file__).parent / "ingest" / "cutting.py"
_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The fingerprints of the rules.

    Attributes:
        cut: Where sentences and passages begin and end, and what they are found by: their searched
            copy and its stems.
        claims: Who says what.
    """

    cut: str
    claims: str


@cache
def present_rules() -> Rules:
    """Those of this release."""
    words = Path(stems.__file__).parent
    copying = Path(searched.__file__)
    cut = _fingerprint([Path(segmentation.__file__), copying, _CUTTING, *_files(words)])
    attributing = _files(Path(attribution.__file__).parent)
    return Rules(cut=cut, claims=_fingerprint([*attributing, *_files(words)]))


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.suffix in {".py", ".toml", ".json", ".txt"})


def _fingerprint(files: Iterable[Path]) -> str:
    """The same on every system: by name and content, whatever the line ends."""
    digest = hashlib.sha256(f"nupunkt {version('nupunkt')}".encode())
    for file in files:
        content = file.read_bytes().replace(b"\r\n", b"\n")
        digest.update(file.name.encode() + hashlib.sha256(content).digest())
    return digest.hexdigest()[:_DIGITS]
