"""The store of a benchmark keeps up with the rules."""

import json
from pathlib import Path

from sqlalchemy import text

from bot.benchmark import open_benchmark
from bot.wiring import open_library
from tests.conftest import settings_for

SAID = "Ada Moss, the mayor, said that the bridge will stay closed until spring."


def claims_in(folder: Path, change: str = "") -> list[tuple[str, str]]:
    """Of every version, its rules and a claim; after a change, if one is given."""
    (database,) = folder.glob("eval/*/whosaid.db")
    with (
        open_library(settings_for(database.parent), shipped=False) as library,
        library.engine.begin() as connection,
    ):
        for statement in filter(None, change.split(";")):
            connection.execute(text(statement))
        query = "SELECT claim_rules, claim FROM versions LEFT JOIN claims"
        return [tuple(row) for row in connection.execute(text(query))]


def test_claims_of_earlier_rules_are_read_anew(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    folder.mkdir()
    row = {"id": "a", "title": "The bridge", "text": SAID, "lang": "en"}
    (folder / "corpus.jsonl").write_text(json.dumps(row), "utf-8")
    settings = settings_for(tmp_path)
    with open_benchmark(settings, folder):
        pass
    read = claims_in(tmp_path)
    older = claims_in(tmp_path, "DELETE FROM claims; UPDATE versions SET claim_rules = 'older'")
    with open_benchmark(settings, folder):
        pass
    assert "Ada Moss" in read[0][1]
    assert older == [("older", None)]
    assert claims_in(tmp_path) == read
