"""Sentences as they are told: the words around the quotations, each quotation one thing.

A quotation may run over several sentences and its speaker may be named before or after it, so a
frame reaches from the start of one sentence to the end of another.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from knowledge.text.attribution.lexicon import Lexicon
from knowledge.text.attribution.quotations import Quotation, is_speech
from knowledge.text.attribution.tokens import Kind, Token
from knowledge.text.passage import Sentence

_LONGEST_FRAME = 400
"""Words and quotations; what is longer is no sentence, and is cut so that it stays quick."""

_ENDS = frozenset(".?!;…")
QUOTE_MARKS = frozenset("\"“”„‟«»「」『』《》＂'‘’‚‹›`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Words and quotations that are told together.

    Attributes:
        paragraph: Number of the line that it stands in.
        is_heard: It is itself inside a quotation.
    """

    tokens: tuple[Token, ...]
    paragraph: int
    is_heard: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the article."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the article."""
        return self.tokens[-1].end

    @property
    def is_quotation(self) -> bool:
        """Whether there are no words beside quotations."""
        return not any(token.is_word for token in self.tokens)


def find_frames(
    text: str,
    sentences: Sequence[Sentence],
    tokens: Sequence[Token],
    quotations: Sequence[Quotation],
    lexicon: Lexicon,
) -> tuple[Frame, ...]:
    """The frames of an article, in order."""
    heard = [q for q in quotations if is_speech(text, q, lexicon)]
    collapsed = _collapse(text, tokens, quotations, heard)
    starts = [sentence.start for sentence in sentences]
    lines = [n for n, character in enumerate(text) if character == "\n"]
    return tuple(
        Frame(tokens=tuple(group), paragraph=bisect_right(lines, group[0].start))
        for group in _group(text, collapsed, starts, lexicon)
    )


def find_inner_frames(
    sentences: Sequence[Sentence], tokens: Sequence[Token], quotation: Token, paragraph: int
) -> tuple[Frame, ...]:
    """The sentences inside a quotation, as frames of their own."""
    inside = [
        t
        for t in tokens[_index(tokens, quotation.start) : _index(tokens, quotation.end)]
        if t.text not in QUOTE_MARKS
    ]
    groups: dict[int, list[Token]] = {}
    starts = [sentence.start for sentence in sentences]
    for token in inside:
        groups.setdefault(bisect_right(starts, token.start), []).append(token)
    return tuple(
        Frame(tokens=tuple(group), paragraph=paragraph, is_heard=True)
        for group in groups.values()
        if any(t.is_word for t in group)
    )


def _index(tokens: Sequence[Token], offset: int) -> int:
    return bisect_right(tokens, offset - 1, key=_start_of)


def _start_of(token: Token) -> int:
    return token.start


def _collapse(
    text: str,
    tokens: Sequence[Token],
    quotations: Iterable[Quotation],
    heard: Sequence[Quotation],
) -> list[Token]:
    """*tokens* with one for each quotation that is speech, and without other quote marks."""
    marks = {q.start for q in quotations} | {q.end - 1 for q in quotations if not q.is_open}
    found: list[Token] = []
    position = 0
    for quotation in heard:
        first = _index(tokens, quotation.start)
        found.extend(t for t in tokens[position:first] if not _is_quote_mark(t, marks))
        found.append(_as_token(text, quotation))
        position = _index(tokens, quotation.end)
    found.extend(t for t in tokens[position:] if not _is_quote_mark(t, marks))
    return found


def _is_quote_mark(token: Token, marks: set[int]) -> bool:
    return token.kind is Kind.MARK and token.start in marks and token.text in QUOTE_MARKS


def _as_token(text: str, quotation: Quotation) -> Token:
    return Token(
        text=text[quotation.inner_start : quotation.inner_end],
        low="",
        start=quotation.start,
        end=quotation.end,
        kind=Kind.QUOTATION,
    )


def _group(
    text: str, tokens: Sequence[Token], starts: Sequence[int], lexicon: Lexicon
) -> Iterable[list[Token]]:
    group: list[Token] = []
    for number, token in enumerate(tokens):
        is_cut = len(group) >= _LONGEST_FRAME or _starts_anew(tokens, number, lexicon)
        if group and (is_cut or _is_boundary(text, group[-1], token, starts, lexicon)):
            yield group
            group = []
        group.append(token)
    if group:
        yield group


def _starts_anew(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Behind a semicolon, where somebody else may speak: "Moss thinks so; Dent believes not"."""
    if not at or tokens[at - 1].text != ";":
        return False
    rest = takewhile(lambda t: t.text not in _ENDS, tokens[at : at + _LONGEST_FRAME])
    return any(token.is_word and token.low in lexicon.verbs for token in rest)


def _is_boundary(
    text: str, before: Token, after: Token, starts: Sequence[int], lexicon: Lexicon
) -> bool:
    if "\n" in text[before.end : after.start]:
        return True
    if before.kind is Kind.QUOTATION and _ends_sentence(before) and after.is_capital:
        return True
    if bisect_right(starts, _last_letter(before)) == bisect_right(starts, _first_letter(after)):
        return False
    return before.kind is not Kind.QUOTATION or not _goes_on(after, lexicon)


def _ends_sentence(quotation: Token) -> bool:
    return quotation.text[-1:] in ".…"


def _first_letter(token: Token) -> int:
    """Quote marks may have fallen into the sentence before."""
    return token.start + 1 if token.kind is Kind.QUOTATION else token.start


def _last_letter(token: Token) -> int:
    return max(token.start, token.end - 2) if token.kind is Kind.QUOTATION else token.start


def _goes_on(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word after a quotation belongs to it: "… ready?" asked the minister."""
    return token.is_word and (token.text[0].islower() or token.low in lexicon.verbs)
