"""Verdicts on claims: of a claim as it was read, in one version of an article."""

from dataclasses import replace

import pytest

from bot.wiring import Library
from knowledge.library.catalogue import REMOVED_KEPT, Catalogue
from knowledge.library.records import NewArticle
from knowledge.library.verdicts import claim_key, without_speaker
from knowledge.text.article import Article, Source
from knowledge.text.claim import Claim, Stance, Voice
from knowledge.text.passage import Span

CLAIM = Claim(
    sentence=3,
    content=Span(start=10, end=20),
    speaker="Ada Park",
    stance=Stance.DENIES,
    voice=Voice.REPORTED,
    role="the mayor",
    label="the mayor, Ada Park",
    via=("Reuters",),
)


@pytest.mark.parametrize(
    "change",
    [
        {"sentence": 4},
        {"content": Span(start=10, end=21)},
        {"speaker": "Ada Parks"},
        {"stance": Stance.CONFIRMS},
        {"negated": True},
    ],
)
def test_a_claim_that_says_something_else_has_another_key(change: dict[str, object]) -> None:
    assert claim_key(replace(CLAIM, **change)) != claim_key(CLAIM)


def test_how_a_claim_is_introduced_does_not_change_its_key() -> None:
    assert claim_key(replace(CLAIM, label="Park", proposed=True)) == claim_key(CLAIM)


def test_a_claim_without_its_speaker_is_not_the_articles_own_voice() -> None:
    bare = without_speaker(CLAIM)
    assert (bare.speaker, bare.label, bare.via) == ("", "", ())
    assert (bare.voice, bare.stance) == (Voice.DIRECT, Stance.SAYS)
    assert bare.content == CLAIM.content


def add(library: Library) -> Article:
    new = NewArticle(address="a", text="Ada Park denied it.", source=Source(label="a"), id="a")
    return library.archive.add(new)[1]


def test_a_verdict_replaces_another_and_can_be_taken_back(empty_library: Library) -> None:
    article, verdicts = add(empty_library), empty_library.verdicts
    verdicts.give(article, "k", approved=True)
    verdicts.give(article, "k", approved=False)
    assert verdicts.of(article) == {"k": False}
    assert verdicts.of(replace(article, version=2)) == {}
    verdicts.give(article, "k", approved=None)
    assert verdicts.of(article) == {}


def test_verdicts_go_with_their_article(empty_library: Library) -> None:
    article = add(empty_library)
    empty_library.verdicts.give(article, "k", approved=False)
    catalogue = empty_library.catalogue
    catalogue.remove("a")
    later = Catalogue(empty_library.engine, lambda: catalogue._clock() + 2 * REMOVED_KEPT)
    assert later.purge() == ("a",)
    assert empty_library.verdicts.of(article) == {}
