"""Everyday manners of claiming responsibility, a table a language in `claimed/`."""

import tomllib
from pathlib import Path

import pytest

from knowledge.text.attribution import name_speaker
from knowledge.text.claim import Stance
from tests.knowledge.text.attribution.articles import read

_FOLDER = Path(__file__).parent / "claimed"

ROWS = [
    (file.stem, text, claimant)
    for file in sorted(_FOLDER.glob("*.toml"))
    for text, claimant in tomllib.loads(file.read_text("utf-8"))["texts"]
]


def claimants(text: str, language: str) -> list[str]:
    """Whoever is named as claiming responsibility, as a reader is shown them."""
    return [
        name_speaker(text, claim, language).partition(" (")[0]
        for claim in read(text, language)
        if claim.stance is Stance.CLAIMS_RESPONSIBILITY and claim.speaker
    ]


@pytest.mark.parametrize(("language", "text", "claimant"), [r for r in ROWS if r[2]])
def test_whoever_claims_responsibility_is_named(language: str, text: str, claimant: str) -> None:
    found = claimants(text, language)
    assert found
    assert all(claimant.casefold() in one.casefold() for one in found), found


@pytest.mark.parametrize(("language", "text"), [r[:2] for r in ROWS if not r[2]])
def test_nobody_is_named_where_nobody_claims_it(language: str, text: str) -> None:
    assert not claimants(text, language)
