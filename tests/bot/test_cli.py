"""The command line, as an outsider types it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app, main
from bot.outcome import COLUMNS
from knowledge.library.ingest.visiting import Visitor

KEYS = {
    "question", "language", "outcome", "statements", "quotes", "nearest", "retrieved", "mode", "ms",
}  # fmt: skip


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs a command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WHOSAID_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "200")

    def run_command(*words: str, visitor: Visitor | None = None) -> Result:
        return CliRunner().invoke(app, list(words), obj=visitor, catch_exceptions=False)

    return run_command


def counts(result: Result) -> dict[str, int]:
    """The table that ends `add` and `follow`."""
    head, numbers = result.stdout.splitlines()[-2:]
    assert head.split() == ["added", "unchanged", "new", "version", "refused"]
    return dict(zip(COLUMNS, map(int, numbers.split()), strict=True))


def test_an_answer_as_json_has_the_agreed_form(run) -> None:
    result = run("ask", "who claimed responsibility?", "--json")
    answer = json.loads(result.stdout)
    assert set(answer) == KEYS
    assert (answer["outcome"], answer["language"], answer["mode"]) == ("answered", "en", "quotes")
    assert answer["quotes"][0]["text"].startswith("The Islamic State (ISIS) claimed responsibility")
    assert set(answer["quotes"][0]) == {
        "article_id", "version", "start", "end", "text", "title", "publisher", "published",
    }  # fmt: skip
    for statement in answer["statements"]:
        assert set(statement) == {"text", "speaker", "stance", "quotes"}
        assert all(0 <= n < len(answer["quotes"]) for n in statement["quotes"])
    assert set(answer["retrieved"][0]) == {"article_id", "start", "end", "score"}
    assert answer["ms"]["total"] >= 0
    article = Path(__file__).parent.parent.parent / "knowledge/articles"
    text = (article / "moscow-concert-hall-attack.txt").read_text("utf-8")
    assert all(text[q["start"] : q["end"]] == q["text"] for q in answer["quotes"])


def test_a_refusal_is_an_answer(run) -> None:
    result = run("ask", "what is the capital of Australia?", "--json")
    answer = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (answer["outcome"], answer["statements"], answer["quotes"]) == ("refused", [], [])


def test_articles_are_added_listed_shown_and_removed(run, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "dam.md").write_text(
        "---\ntitle: The dam\npublisher: Post\nmodified: 2024-03-25\n---\nThe dam broke."
    )
    (folder / "bad.txt").write_bytes(b"\xff\xfe")
    added = run("add", str(folder))
    assert added.exit_code == 1
    assert counts(added) == {"added": 1, "unchanged": 0, "new version": 0, "refused": 1}
    assert f"{folder / 'bad.txt'}\n    is not UTF-8" in added.stderr
    assert counts(run("add", str(folder / "dam.md")))["unchanged"] == 1
    listed = run("articles").stdout
    assert "the-dam" in listed
    assert "2 articles" in listed
    shown = run("show", "the-dam").stdout
    assert "Outlet: Post" in shown
    assert "Date: not given" in shown
    assert "Changed: 2024-03-25" in shown
    assert "The dam broke." in shown
    assert run("remove", "the-dam").exit_code == 0
    assert "the-dam" not in run("articles").stdout


def test_who_says_what_can_be_audited(run) -> None:
    table = run("claims", "moscow-concert-hall-attack").stdout
    assert "Kamala Harris" in table
    claims = json.loads(run("claims", "moscow-concert-hall-attack", "--json").stdout)["claims"]
    assert {claim["sentence"] for claim in claims} == set(range(48))
    assert any(c["speaker"] == "Vladimir Putin" and c["stance"] == "accuses" for c in claims)


def test_the_index_is_rebuilt_on_request(run) -> None:
    assert run("reindex").stdout.strip() == "48 sentences indexed."


@pytest.mark.parametrize(
    "words",
    [("ask",), ("ask", " "), ("add",), ("nonsense",), ("eval", ".", "--limit", "0"), ("--what",)],
)
def test_wrong_usage_has_status_2(words: tuple[str, ...], run) -> None:
    assert run(*words).exit_code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(("show", "nothing"), "no article 'nothing'", id="no-article"),
        pytest.param(("remove", "nothing"), "no article 'nothing'", id="nothing-to-remove"),
        pytest.param(("eval", "."), "questions.jsonl cannot be read", id="no-benchmark"),
    ],
)
def test_a_fault_is_one_plain_sentence_with_status_1(
    words: tuple[str, ...], said: str, run, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    monkeypatch.setattr("sys.argv", ["whosaid", *words])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 1
    printed = capsys.readouterr().err
    assert said in printed
    assert "Traceback" not in printed


def test_a_wrong_setting_is_one_plain_sentence(
    run, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    monkeypatch.setenv("WHOSAID_EMBEDDINGS", "magic")
    monkeypatch.setattr("sys.argv", ["whosaid", "articles"])
    with pytest.raises(SystemExit):
        main()
    assert "WHOSAID_EMBEDDINGS (use local, or openai:MODEL)" in capsys.readouterr().err


def test_a_document_that_cannot_be_read_costs_the_benchmark_only_itself(
    run, tmp_path: Path
) -> None:
    rows = [
        {"id": "bad", "text": "A half \0 text."},
        {"id": "good", "text": "The mayor, Ada Park, closed the bridge on Monday.", "lang": "en"},
    ]
    question = {"id": "q", "question": "Who closed the bridge?", "lang": "en"}
    (tmp_path / "corpus.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    (tmp_path / "questions.jsonl").write_text(json.dumps(question), "utf-8")
    result = run("eval", ".", "--predictions", "p.jsonl")
    assert result.exit_code == 0
    assert "line 1" in result.stderr
    predicted = json.loads((tmp_path / "p.jsonl").read_text("utf-8"))
    assert [quote["doc_id"] for quote in predicted["quotes"]] == ["good"]


def test_a_benchmark_is_answered_in_a_store_of_its_own(run, tmp_path: Path) -> None:
    folder = tmp_path / "bench"
    folder.mkdir()
    (folder / "corpus.jsonl").write_text(
        '{"id": "d1", "lang": "en", "text": "The dam broke on Monday."}\n'
        '{"id": "d2", "lang": "en", "text": "A cat was found in the old mill."}\n'
    )
    (folder / "questions.jsonl").write_text(
        '{"id": "q1", "question": "When did the dam break?", "lang": "en", "given_ids": ["d1"]}\n'
        '{"id": "q2", "question": "When did the dam break?", "lang": "en", "given_ids": ["d2"]}\n'
    )
    result = run("eval", str(folder), "--given", "--predictions", "p.jsonl")
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in Path("p.jsonl").read_text().splitlines()]
    assert [row["id"] for row in rows] == ["q1", "q2"]
    assert set(rows[0]) == {"id", "answer", "abstained", "quotes", "speakers", "retrieved", "ms"}
    assert rows[0]["quotes"] == [
        {"doc_id": "d1", "start": 0, "end": 24, "text": "The dam broke on Monday."}
    ]
    assert rows[0]["retrieved"] == ["d1"]
    assert rows[1]["retrieved"] == ["d2"]
    assert "d1" not in run("articles").stdout


def test_a_change_is_shown_with_the_quotes_that_it_touches(run, tmp_path: Path) -> None:
    dam = tmp_path / "dam.txt"
    dam.write_text("The dam broke at dawn. Twelve people were hurt.")
    run("add", str(dam))
    assert "one version" in run("diff", "dam").stdout
    dam.write_text("The dam broke at dawn. Fifteen people were hurt.")
    run("add", str(dam))
    shown = run("diff", "dam").stdout
    assert "version 1 to version 2" in shown
    assert "[-Twelve-]{+Fifteen+}" in shown
    assert "No quote that was given to a reader is touched." in shown


def test_a_removal_is_undone_and_the_store_saved_and_put_back(run, tmp_path: Path) -> None:
    dam = tmp_path / "dam.txt"
    dam.write_text("The dam broke at dawn.")
    run("add", str(dam))
    assert "--undo" in run("remove", "dam").stdout
    assert "dam is back." in run("remove", "dam", "--undo").stdout
    saved = run("backup", str(tmp_path / "saved.db")).stdout
    assert "2 articles" in saved
    run("remove", "dam")
    restored = run("restore", str(tmp_path / "saved.db"), "--force").stdout
    assert restored.split("contents ")[1].split()[0] in saved
    assert "dam" in run("articles").stdout
