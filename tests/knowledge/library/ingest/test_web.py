"""Articles from the web: pages, feeds and site maps of a server on loopback."""

from collections.abc import Iterator

import pytest

from knowledge.errors import NewsError
from knowledge.library.ingest.parsing.sandbox import Sandbox
from knowledge.library.ingest.web import read_web
from knowledge.library.records import NewArticle
from tests.servers.web import WebServer


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        yield server


def page(words: str) -> str:
    sentences = "".join(f"<p>{words} {n}, officials of the town said on Monday.</p>" for n in "123")
    return f"<html><head><title>{words}</title></head><body><article>{sentences}</article>"


def read(web: WebServer, path: str) -> tuple[list[NewArticle], list[str]]:
    with Sandbox() as sandbox:
        found = list(read_web(web.url(path), web.visitor(), sandbox))
    articles = [one for one in found if isinstance(one, NewArticle)]
    return articles, [str(one) for one in found if isinstance(one, NewsError)]


def test_the_entries_of_a_feed_are_read_and_an_inner_address_is_refused(web: WebServer) -> None:
    one = web.put("/one", page("The dam broke"))
    two = web.put("/two", page("The mill burned"))
    inner = "http://127.0.0.1:8000/api/v2/heartbeat"
    items = "".join(f"<item><link>{link}</link></item>" for link in (one, inner, two))
    web.put("/feed", f"<rss version='2.0'><channel><title>F</title>{items}</channel></rss>")
    articles, faults = read(web, "/feed")
    assert [article.address for article in articles] == [one, two]
    assert [article.source.title for article in articles] == ["The dam broke", "The mill burned"]
    assert articles[0].source.url == one
    (fault,) = faults
    assert fault.startswith(f"{inner}: is not a public web address")


def test_a_page_that_robots_may_not_read_is_left_out_and_told(web: WebServer) -> None:
    web.put("/robots.txt", "User-agent: *\nDisallow: /secret")
    one, secret = (
        web.put("/one", page("The dam broke")),
        web.put("/secret", page("The mill burned")),
    )
    items = "".join(f"<item><link>{link}</link></item>" for link in (secret, one))
    web.put("/feed", f"<rss version='2.0'><channel>{items}</channel></rss>")
    articles, faults = read(web, "/feed")
    assert [article.address for article in articles] == [one]
    assert faults == [f"{secret}: the site's robots.txt asks programs not to read it."]


def test_the_pages_of_an_index_of_site_maps_are_read(web: WebServer) -> None:
    one = web.put("/one", page("The dam broke"))
    space = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
    part = web.put("/part", f"<urlset {space}><url><loc>{one}</loc></url></urlset>")
    web.put("/all", f"<sitemapindex {space}><sitemap><loc>{part}</loc></sitemap></sitemapindex>")
    articles, faults = read(web, "/all")
    assert ([article.address for article in articles], faults) == ([one], [])
