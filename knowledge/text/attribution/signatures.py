"""Paragraphs that are signed below: "… . Ann Lee, Director"."""

from collections.abc import Iterator, Sequence

from knowledge.text.attribution.draft import Draft
from knowledge.text.attribution.lexicon import Lexicon
from knowledge.text.attribution.mentions import read_mention
from knowledge.text.attribution.pages import Page
from knowledge.text.attribution.phrases import Phrase
from knowledge.text.attribution.tokens import Token
from knowledge.text.attribution.untold import LONGEST_LABEL
from knowledge.text.attribution.wordkinds import is_nominal, is_role
from knowledge.text.claim import Stance
from knowledge.text.passage import Span

_LONGEST_SIGNATURE = 12


_SIGNATURE_FRAMES = 3


def add_signed(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """*drafts*, with those of paragraphs that are signed below: "… . Ann Lee, Director"."""
    yield from drafts
    told = {page.frames[d.frame].paragraph for d in drafts}
    paragraphs: dict[int, list[int]] = {}
    for number, frame in enumerate(page.frames):
        paragraphs.setdefault(frame.paragraph, []).append(number)
    for paragraph, numbers in paragraphs.items():
        if paragraph not in told and (signed := _signature(page, numbers)):
            yield signed


def _signature(page: Page, numbers: Sequence[int]) -> Draft | None:
    """The paragraph above its last words, if these are a signature; "U.S." may have cut it up."""
    for first in range(len(numbers) - 1, max(0, len(numbers) - 1 - _SIGNATURE_FRAMES), -1):
        tokens = [t for n in numbers[first:] for t in page.frames[n].tokens]
        if not _is_signature(tokens, page.lexicon):
            continue
        comma = next(n for n, t in enumerate(tokens) if t.text == ",")
        phrase = Phrase(start=0, end=comma, apposition_start=comma + 1, apposition_end=len(tokens))
        start = page.frames[numbers[0]].start
        return Draft(
            frame=numbers[0],
            contents=(Span(start=start, end=page.frames[numbers[first - 1]].end),),
            stance=Stance.SAYS,
            mention=read_mention(page.text, tokens, phrase, page.lexicon),
        )
    return None


def _is_signature(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    comma = next((n for n, t in enumerate(tokens) if t.text == ","), 0)
    words = [t for t in tokens if t.is_word]
    return (
        1 < comma <= LONGEST_LABEL
        and len(words) <= _LONGEST_SIGNATURE
        and tokens[-1].text not in ".!?…:"
        and all(t.is_capital for t in tokens[:comma])
        and any(is_role(t.low, lexicon) for t in tokens[comma:])
        and is_nominal(tokens, lexicon)
    )
