"""Parsers in a child process: kinds told by content, and bombs that cost one article."""

import io
import zipfile
import zlib

import docx
import pytest

from knowledge.library.ingest.parsing.kinds import Kind, UnreadableError, find_kind
from knowledge.library.ingest.parsing.parsed import Parsed
from knowledge.library.ingest.parsing.reading import Job
from knowledge.library.ingest.parsing.sandbox import Sandbox

BODY = "".join(
    f"<p>The dam broke on Monday {n}, officials said, and the valley was flooded.</p>"
    for n in range(9)
)


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as box:
        yield box


@pytest.fixture(scope="module")
def hasty():
    """Ends a bomb sooner than the product would, so that the tests do not take minutes."""
    with Sandbox(seconds=4) as box:
        yield box


def read(sandbox: Sandbox, data: bytes, name: str = "a", url: str = "") -> Parsed:
    return sandbox.read(Job(name=name, url=url), data)


def zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def word_file() -> bytes:
    document = docx.Document()
    document.core_properties.title = "The dam"
    document.core_properties.author = "Ann Lee"
    document.add_paragraph("The dam broke.")
    paragraph = document.add_paragraph("Nobody ")
    paragraph.add_run("secretly ").font.hidden = True
    paragraph.add_run("was hurt.")
    document.add_table(1, 2).rows[0].cells[0].text = "Height"
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def pdf_file(content: bytes, filters: str = "") -> bytes:
    """A PDF of one page, with a stream of *content*."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]"
        b"/Resources<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> >> >> >>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), filters.encode(), content),
    ]
    whole = bytearray(b"%PDF-1.4\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj%s endobj\n" % (number, one)
    table = len(whole)
    whole += b"xref\n0 5\n0000000000 65535 f \n"
    whole += b"".join(b"%010d 00000 n \n" % place for place in places)
    whole += b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % table
    return bytes(whole)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        pytest.param(b"%PDF-1.4", "a.html", Kind.PDF, id="page-that-is-a-pdf"),
        pytest.param(b"PK\x03\x04", "a.txt", Kind.ZIP, id="text-that-is-a-zip"),
        pytest.param(b"<!DOCTYPE html><p>", "a.txt", Kind.PAGE, id="text-that-is-a-page"),
        pytest.param(b"<html><!-- %PDF-1.4", "a.pdf", Kind.PAGE, id="pdf-that-is-a-page"),
        pytest.param(b"<?xml version='1.0'?><rss>", "a.html", Kind.FEED, id="rss"),
        pytest.param(b"\xef\xbb\xbf<feed xmlns='x'>", "a", Kind.FEED, id="atom"),
        pytest.param(b"<urlset xmlns='x'>", "a", Kind.SITEMAP, id="site-map"),
        pytest.param(b"# Title", "a.md", Kind.MARKDOWN, id="markdown"),
        pytest.param(b"The dam.", "../../etc/passwd", Kind.PLAIN, id="path-trick"),
        pytest.param(b"The dam.", "a.pdf", Kind.PLAIN, id="pdf-that-is-text"),
    ],
)
def test_a_kind_is_told_by_content(data: bytes, name: str, kind: Kind) -> None:
    assert find_kind(data, name) is kind


def test_a_picture_is_no_article() -> None:
    with pytest.raises(UnreadableError):
        find_kind(b"\x89PNG\r\n", "a.txt")


def test_a_page_gives_its_article_and_what_it_says_of_itself(sandbox: Sandbox) -> None:
    page = (
        "<html lang='en-GB'><head><title>The dam | Post</title><meta charset='latin-1'>"
        "<meta property='og:title' content='The dam'><meta name='author' content='Ann Lee'>"
        "<meta property='og:site_name' content='The Post'>"
        "<meta property='article:published_time' content='2024-03-22T10:00:00Z'>"
        "<meta property='article:modified_time' content='2024-03-25T08:00:00Z'>"
        "<link rel='canonical' href='https://post.example/dam'></head>"
        f"<body><nav>Menu</nav><article>{BODY}<p>Façades fell.</p></article></body></html>"
    )
    (article,) = read(sandbox, page.encode(), url="https://www.post.example/dam?x=1").articles
    assert article.header == {
        "title": "The dam",
        "publisher": "The Post",
        "author": "Ann Lee",
        "published": "2024-03-22",
        "modified": "2024-03-25",
        "url": "https://post.example/dam",
        "language": "en",
    }
    assert article.text.startswith("The dam broke on Monday 0,")
    assert article.text.endswith("\n\nFaçades fell.")
    assert "Menu" not in article.text


def test_a_page_cannot_claim_another_site_as_its_address(sandbox: Sandbox) -> None:
    page = f"<html><head><link rel=canonical href='https://bbc.example/x'></head><body>{BODY}"
    (article,) = read(sandbox, page.encode(), url="https://evil.example/x").articles
    assert article.header["url"] == "https://evil.example/x"


def test_a_word_file_gives_its_paragraphs_without_hidden_runs(sandbox: Sandbox) -> None:
    (article,) = read(sandbox, word_file(), "a.txt").articles
    assert article.text == "The dam broke.\n\nNobody was hurt.\n\nHeight"
    assert article.header == {"title": "The dam", "author": "Ann Lee"}
    assert article.hidden_words == 1


def test_a_pdf_gives_its_text(sandbox: Sandbox) -> None:
    (article,) = read(sandbox, pdf_file(b"BT /F 9 Tf (The dam broke.) Tj ET")).articles
    assert article.text == "The dam broke."


def test_a_zip_gives_what_is_in_it_and_names_what_is_not(sandbox: Sandbox) -> None:
    parsed = read(
        sandbox,
        zipped(
            {
                "../../out.txt": b"The dam broke.",
                "news/a.md": b"---\ntitle: T\n---\nIt rained.",
                "news/b.jsonl": b'{"text": "One."}\n{',
                "bomb.txt": bytes(30_000_000),
                "inner.txt": zipped({"a.txt": b"x"}),
                "w.docx": word_file(),
                ".hidden.txt": b"x",
                "picture.png": b"x",
            }
        ),
    )
    assert [one.part for one in parsed.articles] == [
        "../../out.txt",
        "news/a.md",
        "news/b.jsonl, line 1",
        "w.docx",
    ]
    assert [one.part for one in parsed.faults] == ["bomb.txt", "inner.txt", "news/b.jsonl, line 2"]
    assert "more than 25 MB" in parsed.faults[0].why


_LAUGHS = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
_YAML_LAUGHS = "a0: &a0 [x,x]\n" + "".join(
    f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.html", b"<html>" + b"<div>" * 50_000, id="nested-tags"),
        pytest.param("a.html", b"<html><p " + b"a " * 100_000 + b">", id="attributes"),
        pytest.param(
            "a.xml", f"<!DOCTYPE x [<!ENTITY a0 'ha'>{_LAUGHS}]><rss>&a9;</rss>".encode(), id="xml"
        ),
        pytest.param(
            "a.xml",
            b"<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
            b"<urlset><url><loc>&f;</loc></url></urlset>",
            id="xml-file",
        ),
        pytest.param(
            "a.pdf",
            pdf_file(
                zlib.compress(zlib.compress(bytes(300_000_000), 9), 9),
                "/Filter[/FlateDecode/FlateDecode]",
            ),
            id="nested-filters",
        ),
        pytest.param("a.docx", zipped({"word/document.xml": bytes(60_000_000)}), id="word"),
        pytest.param("a.jsonl", b'{"text":' + b"[" * 200_000, id="nested-rows"),
        pytest.param("a.jsonl", b'{"text":' + b"9" * 200_000 + b"}", id="endless-number"),
        pytest.param("a.md", f"---\n{_YAML_LAUGHS}title: *a9\n---\n".encode(), id="yaml"),
    ],
)
def test_a_bomb_costs_its_article_and_nothing_else(name: str, data: bytes, hasty: Sandbox) -> None:
    parsed = read(hasty, data, name)
    assert not any(article.text.strip() for article in parsed.articles)
    assert "passwd" not in str(parsed)
    assert "root:" not in str(parsed)
    assert all("\n" not in fault.why for fault in parsed.faults)
    assert read(hasty, b"---\n---\nIt rained.", "b.md").articles[0].text == "It rained."


def test_a_parser_that_takes_too_long_is_ended() -> None:
    with Sandbox(seconds=0.001) as impatient:
        (fault,) = read(impatient, b"It rained.").faults
    assert fault.why == "takes longer than 0.001 seconds to read."
