"""Versions, removals and copies; and what is said when the disk fails."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from knowledge.errors import ArticleNotFoundError
from knowledge.library.archive import Archive
from knowledge.library.catalogue import REMOVED_KEPT, Catalogue
from knowledge.library.copies import ALIKE, likeness, sign
from knowledge.library.rules import Rules, present_rules
from knowledge.text.claim import Claim, Stance, Voice
from knowledge.text.passage import Span
from tests.knowledge.library.holdings import article, lost, open_holdings

STORY = (
    "The old dam above the town broke at dawn on Monday after a week of heavy rain. Mayor Ada Park "
    "said that nobody was hurt, and that the road to the coast would stay closed until Friday. "
    "Engineers had warned in spring that the northern wall needed work before the next winter."
)


def with_clock(archive: Archive, now: datetime) -> Archive:
    return replace(archive, catalogue=Catalogue(archive.catalogue._engine, lambda: now))


def test_a_removal_can_be_undone_for_thirty_days_and_is_then_carried_out(tmp_path: Path) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    with open_holdings(tmp_path) as archive:
        archive.add(article("a", 3))
        archive.add(article("b", 3))
        with_clock(archive, now).remove("a")
        with_clock(archive, now + REMOVED_KEPT - timedelta(days=1)).tend()
        archive.put_back("a")
        assert not lost(archive)
        assert archive.pieces.count() == 6
        with_clock(archive, now).remove("a")
        with_clock(archive, now + REMOVED_KEPT).tend()
        with pytest.raises(ArticleNotFoundError):
            archive.put_back("a")
        with pytest.raises(ArticleNotFoundError):
            archive.catalogue.article("a", 1)
        with archive.catalogue._engine.connect() as connection:
            for table in ("articles", "versions", "passages", "signatures"):
                count = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()  # noqa: S608 - our own names
                assert count == 1, table
            assert connection.exec_driver_sql("SELECT count(*) FROM vectors").scalar() == 3


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        pytest.param(STORY, True, id="exact"),
        pytest.param(STORY.upper().replace(",", " –"), True, id="case-and-marks"),
        pytest.param(STORY.replace("Monday", "Tuesday"), True, id="a-word-changed"),
        pytest.param(f"(Reuters) {STORY} More follows.", True, id="framed"),
        pytest.param(STORY[::-1], False, id="other-words"),
        pytest.param("A cat was found in the old mill.", False, id="short"),
    ],
)
def test_copies_under_other_addresses_have_one_origin(
    text: str, copied: bool, tmp_path: Path
) -> None:
    first = replace(article("first", 1), text=STORY)
    with open_holdings(tmp_path) as archive:
        archive.add(first)
        archive.add(replace(article("second", 1), text=text))
        origins = {one.id: one.origin for one in archive.catalogue.summaries()}
    assert origins == {"first": "first", "second": "first" if copied else "second"}


def test_likeness_is_the_share_of_runs_in_common() -> None:
    assert likeness(sign(STORY), sign(STORY)) == 1
    assert likeness(sign(STORY), sign(STORY[::-1])) < 0.1 < ALIKE
    assert likeness(sign("大坝在黎明时分决堤。"), sign("大坝在黎明时分决堤!")) == 1


def test_claims_are_read_anew_by_better_rules_and_rows_stay(tmp_path: Path) -> None:
    def find(text: str, sentences: object, language: str) -> list[Claim]:
        content = Span(start=0, end=4)
        claim = Claim(
            sentence=0, speaker="Ada", stance=Stance.SAYS, voice=Voice.ARTICLE, content=content
        )
        return [claim]

    with open_holdings(tmp_path) as archive:
        archive.add(article("a", 3))
        stored = archive.catalogue.article("a")
        before = [s.id for s in archive.pieces.sentences_of(stored)]
        newer = replace(present_rules(), claims="newer")
        better = replace(archive, find_claims=find, rules=newer)
        assert (archive.outdated(), better.outdated()) == (0, 1)
        better.reindex()
        after = archive.pieces.sentences_of(stored)
        assert [s.id for s in after] == before
        assert [[c.speaker for c in s.claims] for s in after] == [["Ada"], [], []]
        assert better.outdated() == 0
        assert better.embedder.count == 3


def test_rules_have_a_fingerprint() -> None:
    assert present_rules() == present_rules() != Rules(cut="", claims="")
