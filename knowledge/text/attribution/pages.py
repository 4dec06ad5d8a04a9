"""An article taken apart: everything that the rules look at, read once."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.text.attribution.cast import Cast, build_cast
from knowledge.text.attribution.frames import Frame, find_frames
from knowledge.text.attribution.lexicon import Lexicon
from knowledge.text.attribution.lexicon_files import load_lexicon
from knowledge.text.attribution.quotations import Quotation, find_quotations, is_title
from knowledge.text.attribution.runs import find_runs
from knowledge.text.attribution.tokens import Token, find_tokens
from knowledge.text.passage import Sentence, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article with its words, quotations, names and frames.

    Attributes:
        starts: Where each sentence begins.
        token_starts: Where each token begins.
        quoted: The ranges between quote marks, in order.
    """

    text: str
    sentences: Sequence[Sentence]
    lexicon: Lexicon
    tokens: Sequence[Token]
    quotations: Sequence[Quotation]
    cast: Cast
    frames: Sequence[Frame]
    starts: Sequence[int]
    token_starts: Sequence[int]

    def quoted(self, span: Span, *, titles: bool = True) -> list[tuple[int, int]]:
        """The ranges in quote marks in *span*, marks included; with or without titles."""
        return [
            (q.start, q.end)
            for q in self.quotations_in(span)
            if titles or not is_title(self.text, q)
        ]

    def quotations_in(self, span: Span) -> Sequence[Quotation]:
        """The quotations that share characters with *span*."""
        first = bisect_right(self.quotations, span.start, key=_end_of)
        return self.quotations[first : bisect_left(self.quotations, span.end, key=_start_of)]

    def sentence_at(self, offset: int) -> int:
        """Which sentence an offset lies in, as a place in `sentences`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def tokens_in(self, span: Span) -> Sequence[Token]:
        """The tokens that begin inside *span*."""
        first = bisect_left(self.token_starts, span.start)
        return self.tokens[first : bisect_left(self.token_starts, span.end)]


def _start_of(quotation: Quotation) -> int:
    return quotation.start


def _end_of(quotation: Quotation) -> int:
    return quotation.end


def read_page(text: str, sentences: Sequence[Sentence], language: str) -> Page:
    """Take an article apart."""
    lexicon = load_lexicon(language)
    tokens = find_tokens(text, lexicon)
    quotations = find_quotations(text, lexicon)
    starts = [sentence.start for sentence in sentences]
    runs = find_runs(text, tokens, lexicon)
    return Page(
        text=text,
        sentences=sentences,
        lexicon=lexicon,
        tokens=tokens,
        quotations=quotations,
        cast=build_cast(text, tokens, runs, starts, lexicon),
        frames=find_frames(text, sentences, tokens, quotations, lexicon),
        starts=starts,
        token_starts=[token.start for token in tokens],
    )
