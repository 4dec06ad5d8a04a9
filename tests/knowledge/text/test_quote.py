"""A quote is the article's own characters, always."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import QuoteNotFoundError
from knowledge.text.article import Article, Source
from knowledge.text.passage import Span
from knowledge.text.quote import Quote, check_quote, cut_quote


def article(text: str, version: int = 1) -> Article:
    return Article(id="a", version=version, text=text, source=Source(label="A"))


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(st.text(min_size=1, max_size=200))
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start=start, end=draw(st.integers(start + 1, len(text))))


@given(texts_with_spans())
def test_a_cut_quote_is_the_text_between_its_offsets(case: tuple[str, Span]) -> None:
    text, span = case
    if not text[span.start : span.end].strip():
        with pytest.raises(QuoteNotFoundError):
            cut_quote(article(text), span)
        return
    quote = cut_quote(article(text), span)
    assert text[quote.start : quote.end] == quote.text
    check_quote(quote, article(text))


@given(texts_with_spans(), st.text(min_size=1, max_size=200))
def test_a_quote_with_other_characters_never_passes(case: tuple[str, Span], forged: str) -> None:
    text, span = case
    quote = Quote(article_id="a", version=1, start=span.start, text=forged)
    if text[span.start : span.start + len(forged)] == forged and forged.strip():
        check_quote(quote, article(text))
    else:
        with pytest.raises(QuoteNotFoundError):
            check_quote(quote, article(text))


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param(Quote(article_id="b", version=1, start=0, text="He"), id="other-article"),
        pytest.param(Quote(article_id="a", version=2, start=0, text="He"), id="other-version"),
        pytest.param(
            Quote(article_id="a", version=1, start=-6, text="He"), id="counted-from-the-end"
        ),
        pytest.param(Quote(article_id="a", version=1, start=0, text="he"), id="other-case"),
        pytest.param(Quote(article_id="a", version=1, start=2, text=" "), id="blank"),
        pytest.param(Quote(article_id="a", version=1, start=5, text="d!!"), id="past-the-end"),
    ],
)
def test_what_does_not_stand_there_is_refused(quote: Quote) -> None:
    with pytest.raises(QuoteNotFoundError):
        check_quote(quote, article("He said"))


def test_a_span_past_the_end_is_refused() -> None:
    with pytest.raises(QuoteNotFoundError):
        cut_quote(article("short"), Span(start=0, end=6))
