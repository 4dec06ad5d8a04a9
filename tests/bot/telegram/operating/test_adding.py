"""Articles by address, by document and by a forwarded post; told in one edited message."""

import asyncio
import json
from threading import Event

import pytest

from bot.telegram.operating.additions import LARGEST_FILE, WebAddition, find_addresses
from tests.bot.telegram.operating.conftest import WORDS, Office
from tests.bot.web_pages import put_feed, put_page
from tests.servers.telegram import ServerError, as_text
from tests.servers.web import Headers, Reply, WebServer

POST = "The dam held.\n\nOfficials of the town said on Monday that the dam held."


def forwarded(title: str = "Coast News", username: str = "coastnews", **more: object) -> object:
    chat = {"id": -1001234, "type": "channel", "title": title}
    if username:
        chat["username"] = username
    origin = {"type": "channel", "date": 1_772_000_000, "chat": chat, "message_id": 77}
    return {"forward_origin": origin | more}


@pytest.mark.parametrize("words", ["{}", "/add {}", " {}\n"])
async def test_a_page_is_added_by_its_address(office: Office, web: WebServer, words: str) -> None:
    page = put_page(web, "/dam", "The dam broke")
    async with office.bot.running():
        message = await office.said(words.format(page))
        assert message.text == WORDS("add-reading", name=page)
        await office.until_reads(message, "Added")
    assert as_text(message).splitlines() == [
        f"Added (version 1): The dam broke · 127.0.0.1:{web.port} · date not given · the-dam-broke",
        "[ Undo ]",
    ]
    assert office.ids == ["the-dam-broke"]
    assert len(office.chat.from_bot) == 1
    assert office.server.oddities == []


async def test_the_same_is_unchanged_and_another_text_a_new_version(
    office: Office, web: WebServer
) -> None:
    page = put_page(web, "/dam", "The dam broke")
    async with office.bot.running():
        await office.until_reads(await office.said(page), "Added (version 1)")
        same = await office.until_reads(await office.said(page), "Unchanged (version 1)")
        put_page(web, "/dam", "The dam held")
        await office.until_reads(await office.said(page), "New version (2)")
    assert same.buttons == []


async def test_a_feed_is_counted_and_what_is_refused_is_named_with_the_reason(
    office: Office, web: WebServer
) -> None:
    pages = [put_page(web, f"/{n}", f"The dam of valley {n} broke") for n in "123"]
    feed = put_feed(web, "/feed", *pages, web.url("/gone"))
    async with office.bot.running():
        message = await office.until_reads(await office.said(f"/add {feed}"), "added: 3")
        assert f"Not taken: {web.url('/gone')}: " in message.text
        await office.pressed(message, WORDS("undo"))
        assert office.ids == []
        await office.pressed(message, WORDS("undo"))
    assert len(office.ids) == 3


async def test_addresses_inside_the_network_are_refused(office: Office) -> None:
    async with office.bot.running():
        message = await office.said("/add http://10.0.0.1/secret")
        await office.until_reads(message, "is not a public web address")
    assert office.ids == []


@pytest.mark.parametrize(
    ("name", "content", "added"),
    [
        pytest.param("dam.txt", b"The dam broke. Nobody was hurt.", ["dam"], id="text"),
        pytest.param("../../etc/dam.txt", b"The dam broke.", ["dam"], id="a-name-with-a-path"),
        pytest.param(
            "news.jsonl",
            b"\n".join(json.dumps({"id": f"d{n}", "text": "It broke."}).encode() for n in "12"),
            ["d1", "d2"],
            id="lines",
        ),
        pytest.param(
            "dam.md", b"---\ntitle: The dam\n---\nIt *broke*.", ["the-dam"], id="markdown"
        ),
    ],
)
async def test_a_document_is_fetched_and_added(
    office: Office, name: str, content: bytes, added: list[str]
) -> None:
    async with office.bot.running():
        office.server.send_file(office.chat, name, content)
        await office.server.until_sent(office.chat, 1)
        await office.until_reads(office.chat.from_bot[0], "dded")
    assert office.ids == added


async def test_the_same_name_is_a_new_version_only_of_a_text_that_it_shares_sentences_with(
    office: Office,
) -> None:
    first = "The dam of Orvale broke on Monday. Nobody in the valley was hurt by it."
    changed = first.replace("Nobody", "Somebody")
    other = "The mill of Orvale burned on Tuesday. The fire was out by noon, they said."
    told = []
    async with office.bot.running():
        for number, text in enumerate((first, changed, other, other), 1):
            office.server.send_file(office.chat, "article.txt", text.encode())
            await office.server.until_sent(office.chat, number)
            message = await office.until_reads(office.chat.from_bot[-1], "ersion")
            told.append(message.text.split(":")[0])
    assert told == [
        "Added (version 1)",
        "New version (2)",
        "Added (version 1)",
        "Unchanged (version 1)",
    ]


async def test_a_document_that_is_no_article_is_refused_with_the_reason(office: Office) -> None:
    async with office.bot.running():
        office.server.send_file(office.chat, "x.pdf", b"\x00\x01\x02" * 50)
        await office.server.until_sent(office.chat, 1)
        await office.until_reads(office.chat.from_bot[0], "Not taken: x.pdf: ")


async def test_a_document_past_the_limit_is_told_plainly_and_not_fetched(office: Office) -> None:
    async with office.bot.running():
        office.server.send_file(office.chat, "x.txt", b"x" * (LARGEST_FILE + 1))
        await office.server.until_sent(office.chat, 1)
        await office.until_reads(office.chat.from_bot[0], WORDS("file-too-large"))
    assert office.server.calls("getFile") == []


async def test_a_document_that_telegram_does_not_give_is_told(office: Office) -> None:
    office.server.faults.add("getFile", ServerError())
    async with office.bot.running():
        office.server.send_file(office.chat, "x.txt", b"The dam broke.")
        await office.server.until_sent(office.chat, 1)
        await office.until_reads(office.chat.from_bot[0], WORDS("file-not-given"))


@pytest.mark.parametrize(
    ("username", "url"), [("coastnews", "https://t.me/coastnews/77"), ("", "")]
)
async def test_a_forwarded_post_becomes_an_article_of_its_channel(
    office: Office, username: str, url: str
) -> None:
    async with office.bot.running():
        message = await office.said(POST, **forwarded(username=username))
        await office.until_reads(message, "Added")
        again = await office.said(POST, **forwarded(username=username))
        await office.until_reads(again, "Unchanged")
    article = office.library.catalogue.article(office.ids[0])
    source = article.source
    assert (source.publisher, source.published, source.url) == ("Coast News", "2026-02-25", url)
    assert (source.name, article.text) == ("The dam held.", POST)


async def test_a_post_without_words_is_refused_and_one_in_an_album_is_passed_over(
    office: Office,
) -> None:
    async with office.bot.running():
        empty = await office.said("", photo=[], **forwarded())
        await office.until_reads(empty, "Not taken: Coast News: ")
    assert office.ids == []


async def test_add_by_itself_says_how_and_takes_what_it_replies_to(office: Office) -> None:
    async with office.bot.running():
        assert (await office.said("/add")).text == WORDS("add-how")
        assert (await office.said("/add the dam")).text == WORDS("add-how")
        page = office.server.send(office.chat, "Look: a page", **forwarded())
        await office.server.until_sent(office.chat, 3)
        await office.until_reads(await office.said("/add", reply_to=page), "Unchanged")


async def test_what_was_begun_before_a_stop_is_done_at_the_next_start(
    office: Office, web: WebServer
) -> None:
    page = put_page(web, "/dam", "The dam broke")
    answer, asked, go_on = web.pages["/dam"], Event(), Event()

    def slow(_: Headers) -> Reply:
        asked.set()
        go_on.wait(10)
        return answer  # type: ignore[return-value]

    web.pages["/dam"] = slow
    async with office.bot.running():
        message = await office.said(page)
        await asyncio.to_thread(asked.wait, 10)
    assert "Added" not in message.text
    go_on.set()
    async with office.bot.running():
        await office.until_reads(message, "dam-broke")
        await office.until_idle()
    assert office.ids == ["the-dam-broke"]


@pytest.mark.parametrize(
    ("words", "urls"),
    [
        ("https://a.example/x", ["https://a.example/x"]),
        ("a.example/x http://b.example", ["https://a.example/x", "http://b.example"]),
        ("https://a.example/x and more", []),
        ("file:///etc/passwd", []),
        ("", []),
    ],
)
def test_addresses_are_found_where_there_is_nothing_else(words: str, urls: list[str]) -> None:
    assert find_addresses(words) == tuple(WebAddition(url=url) for url in urls)
