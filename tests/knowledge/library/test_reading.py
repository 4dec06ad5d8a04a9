"""Articles from files: what is read, and what is said of what cannot be."""

import json
from pathlib import Path

import pytest

from knowledge.library.ingest.reading import (
    UnreadableArticleError,
    find_files,
    read_articles,
)
from knowledge.library.records import NewArticle


def read_one(path: Path, content: bytes | str) -> NewArticle:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (article,) = read_articles(path)
    assert isinstance(article, NewArticle), article
    return article


def test_a_plain_file_is_its_text_and_its_name_in_words(tmp_path: Path) -> None:
    article = read_one(
        tmp_path / "harbour-fire_2024.txt", "\ufeffDer Hafen brennt.\r\nSeit gestern."
    )
    assert article.text == "Der Hafen brennt.\nSeit gestern."
    assert article.source.label == "Harbour fire 2024"
    assert (article.source.title, article.source.language) == ("", "de")


def test_front_matter_says_where_an_article_comes_from(tmp_path: Path) -> None:
    article = read_one(
        tmp_path / "a.md",
        "---\ntitle: The fire\npublisher: The Post\nauthor: Ann Lee\npublished: 2024-03-22\n"
        "url: https://example.org/fire\nlanguage: en\nextra: 1\n---\n"
        "# The *fire*\n\nIt [burned](https://x.example)\nall night.\n\n- “Gone,” he said.\n",
    )
    assert article.text == "The fire\n\nIt burned all night.\n\n“Gone,” he said."
    source = article.source
    assert (source.title, source.publisher, source.author) == ("The fire", "The Post", "Ann Lee")
    assert (source.published, source.url, source.language) == (
        "2024-03-22",
        "https://example.org/fire",
        "en",
    )
    assert article.address == "https://example.org/fire"


def test_rows_keep_their_text_to_the_character(tmp_path: Path) -> None:
    text = "A line\u2028separator, a \r return, Ünïcode 😀."
    row = {"id": "r1", "title": "T", "lang": "fr", "text": text, "published": None}
    article = read_one(tmp_path / "c.jsonl", json.dumps(row, ensure_ascii=False))
    assert (article.id, article.text, article.source.language) == ("r1", text, "fr")
    assert article.source.published == ""


def test_a_title_commands_no_terminal(tmp_path: Path) -> None:
    row = {"text": "It rained.", "title": "A \x1b]0;owned\x07 \x1b[31mred\x9b2J \u0631\u200c title"}
    article = read_one(tmp_path / "rows.jsonl", json.dumps(row))
    assert article.source.title == "A ]0;owned [31mred2J \u0631\u200c title"


def test_a_bad_row_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text(
        '{"id": "a", "text": "One."}\n{"id": \n\n{"text": 3}\n{"id": "b", "text": "Two."}'
    )
    read = list(read_articles(path))
    assert [getattr(one, "id", None) for one in read] == [None, None, "a", "b"]
    assert [str(one).split(": ")[0] for one in read if isinstance(one, UnreadableArticleError)] == [
        f"{path}, line 2",
        f"{path}, line 4",
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("a.txt", b"", "holds no text", id="empty"),
        pytest.param("a.txt", b" \n\t ", "holds no text", id="blank"),
        pytest.param("a.txt", "é".encode("latin-1"), "save it as UTF-8", id="latin-1"),
        pytest.param("a.txt", "Text".encode("utf-16"), "save it as UTF-8", id="utf-16"),
        pytest.param("a.txt", b"MZ\0\1", "not a text file", id="binary"),
        pytest.param("a.png", b"\x89PNG", "not a text file", id="picture"),
        pytest.param("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "as .docx", id="old-word"),
        pytest.param("a.txt", b"%PDF-1.7 nothing", "PDF that cannot be read", id="broken-pdf"),
        pytest.param("a.docx", b"PK\x03\x04 nothing", "cannot be opened", id="broken-zip"),
        pytest.param("a.md", b"---\ntitle: x\nBody.", "no closing ---", id="open-front-matter"),
        pytest.param("a.md", b"---\n[1\n---\nBody.", "not YAML", id="broken-front-matter"),
        pytest.param("a.md", b"---\n- 1\n---\nBody.", "not `key: value`", id="list-front-matter"),
        pytest.param("a.md", b"---\ntitle: x\n---\n", "holds no text", id="front-matter-alone"),
        pytest.param("a.jsonl", b"[1]", 'with a "text"', id="row-is-a-list"),
        pytest.param("a.jsonl", rb'{"text": "\ud800"}', "not text", id="lone-surrogate"),
        pytest.param("a.jsonl", rb'{"text": "a\u0000b"}', "not text", id="nul"),
    ],
)
def test_what_is_no_article_is_refused_in_one_sentence(
    name: str, content: bytes, said: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (error,) = read_articles(path)
    assert isinstance(error, UnreadableArticleError)
    assert str(path) in str(error)
    assert said in str(error)
    assert "\n" not in str(error)


def test_a_folder_is_read_with_the_folders_below_it_but_not_the_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "below/a.md", "c.jpg", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Text.")
    assert [str(f.relative_to(tmp_path)) for f in find_files(tmp_path)] == ["b.txt", "below/a.md"]


@pytest.mark.parametrize("name", ["missing.txt", "empty-folder"])
def test_nothing_to_read_is_said(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty-folder").mkdir()
    with pytest.raises(UnreadableArticleError, match=name):
        find_files(tmp_path / name)
