"""Posts of channels: their addresses, and what becomes of them as articles."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.posts import Post, PostPlace, article_of, find_post, post_url, quote_post
from knowledge.text.article import Article, Source
from tests.bot.samples import cite

POST = Post(
    channel=-1001234567890,
    name="coast_news",
    title="Coast News",
    message=42,
    text="😀 Harbour closed\n\nThe mayor denies that oil was spilt.",
    author="Ada",
    published=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
)


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://t.me/coast_news/42", PostPlace("@coast_news", 42)),
        ("http://t.me/s/coast_news/42?single", PostPlace("@coast_news", 42)),
        ("https://t.me/c/1234567890/42", PostPlace(-1001234567890, 42)),
        ("https://t.me/coast_news/7/42", PostPlace("@coast_news", 42)),
        ("https://t.me/coast_news", None),
        ("https://t.me/coast_news/42/../evil", None),
        ("https://t.me.evil.example/coast_news/42", None),
        ("https://coast.example/harbour", None),
        ("", None),
    ],
)
def test_an_address_leads_to_a_post_or_to_none(url: str, place: PostPlace | None) -> None:
    assert find_post(url) == place


@pytest.mark.parametrize("name", ["coast_news", ""])
def test_the_address_of_a_post_leads_back_to_it(name: str) -> None:
    post = replace(POST, name=name)
    assert find_post(post_url(post)) == PostPlace(f"@{name}" if name else POST.channel, 42)


def test_a_post_is_an_article_with_what_telegram_says_of_it() -> None:
    article = article_of(POST)
    assert article is not None
    assert article.text == POST.text
    assert article.source == Source(
        label="😀 Harbour closed",
        publisher="Coast News",
        author="Ada",
        published="2026-03-02T09:30:00+00:00",
        url="https://t.me/coast_news/42",
    )


@pytest.mark.parametrize("text", ["", "  \n", "🔥🔥"])
def test_a_post_without_words_is_none(text: str) -> None:
    assert article_of(replace(POST, text=text)) is None


def test_a_quote_is_placed_by_utf_16_units_and_cut_to_what_telegram_takes() -> None:
    text = POST.text + " " + "very " * 400 + "long."
    source = Source(label="x", url=post_url(POST))
    article = Article(id="p", version=1, text=text, source=source)
    short = quote_post(cite("The mayor denies", article).quote, source, text)
    long = quote_post(cite(text[4:], article).quote, source, text)
    assert short is not None
    assert long is not None
    assert (short.text, short.position) == ("The mayor denies", len("😀 Harbour closed\n\n") + 1)
    assert len(long.text) <= 1024
    assert text[4:].startswith(long.text)
    assert quote_post(cite("The mayor", article).quote, replace(source, url=""), text) is None
