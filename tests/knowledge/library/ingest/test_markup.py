"""Markup that would keep a parser for minutes is told at once; what pages have is not."""

import time

import pytest

from knowledge.library.ingest.parsing.kinds import UnreadableError
from knowledge.library.ingest.parsing.markup import MOST_ATTRIBUTES, MOST_TAGS, check_markup

MANY = 200_000
NAMED = " ".join(f"a{n}=1" for n in range(MANY))
FEW = " ".join(f"a{n}" for n in range(MOST_ATTRIBUTES))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"<p {NAMED}>", id="of-one-tag"),
        pytest.param(f"<p {NAMED}", id="of-a-tag-without-an-end"),
        pytest.param(f'<p x=">" {NAMED}>', id="behind-a-value-with-a-bracket"),
        pytest.param(f"<p x='\">' {NAMED}>", id="behind-a-quoted-quote"),
        pytest.param(f"<!--><p {NAMED}>-->", id="behind-an-empty-comment"),
        pytest.param(f"<script {NAMED}></script>", id="of-a-script"),
        pytest.param(f"<style></style><p {NAMED}>", id="behind-a-style"),
        pytest.param("<p/" + "a/" * MANY + ">", id="with-slashes"),
        pytest.param("<p x='" * MANY, id="of-values-without-an-end"),
        pytest.param("<i a>" * (MANY // 2), id="of-many-tags"),
        pytest.param(f"<i {FEW}>" * 301, id="of-some-full-tags"),
    ],
)
def test_too_many_attributes_are_refused_at_once(text: str) -> None:
    begun = time.process_time()
    with pytest.raises(UnreadableError):
        check_markup(text)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"<p {FEW}>", id="as-many-as-may-be"),
        pytest.param("<i>" * MOST_TAGS, id="as-many-tags-as-may-be"),
        pytest.param("<pre>" + "a < b and c > d, " * MANY, id="a-long-text"),
        pytest.param(f"<script>if (i<n) {{ {FEW} {FEW} }}</script><p>", id="a-script"),
        pytest.param(f"<style>/* <p {FEW} {FEW} */</style>", id="a-style"),
        pytest.param(f"<!-- <p {FEW} {FEW} > -->", id="a-comment"),
        pytest.param(f'<p data-json="{FEW} {FEW}">', id="a-long-value"),
        pytest.param("<!--" * MANY, id="comments-without-an-end"),
        pytest.param("<script>" * MANY, id="scripts-without-an-end"),
    ],
)
def test_what_pages_have_is_not_refused(text: str) -> None:
    begun = time.process_time()
    check_markup(text)
    assert time.process_time() - begun < 5


def test_a_feed_may_hold_many_pages_but_no_such_tag() -> None:
    check_markup("<i a>" * MANY, is_page=False)
    with pytest.raises(UnreadableError):
        check_markup(f"<rss {NAMED}>", is_page=False)
