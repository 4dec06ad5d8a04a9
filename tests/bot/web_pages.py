"""Pages and feeds for a web server of the tests."""

from tests.servers.web import WebServer


def put_page(web: WebServer, path: str, words: str) -> str:
    """An article whose sentences begin with *words*; returns its address."""
    said = "".join(f"<p>{words} {n}, officials of the town said on Monday.</p>" for n in "123")
    return web.put(path, f"<html><head><title>{words}</title></head><body><article>{said}")


def put_feed(web: WebServer, path: str, *links: str) -> str:
    """An RSS feed that names *links*; returns its address."""
    items = "".join(f"<item><title>{link}</title><link>{link}</link></item>" for link in links)
    body = f"<rss version='2.0'><channel><title>The Post</title>{items}</channel></rss>"
    return web.put(path, body, "application/rss+xml")
