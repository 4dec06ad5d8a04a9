"""German indirect speech that goes on in sentences of its own: "… . Ein Mann werde vermisst."."""

from collections.abc import Iterator, Sequence

from knowledge.text.attribution.draft import Draft, span_of
from knowledge.text.attribution.frames import Frame
from knowledge.text.attribution.lexicon import Lexicon
from knowledge.text.attribution.pages import Page
from knowledge.text.attribution.tokens import Kind
from knowledge.text.claim import Stance

_VERB_WITHIN = 8
"""Words from the start of a sentence within which its verb stands, if it is a main clause."""


def add_indirect(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """*drafts*, with the sentences that go on with what the last speaker said.

    The subjunctive in a main clause is never the article's own voice. It counts right behind a
    sentence that somebody is told to have said, in the same paragraph.
    """
    yield from drafts
    if not page.lexicon.words.reported_moods:
        return
    told = {draft.frame for draft in drafts}
    for number, frame in enumerate(page.frames):
        before = number - 1
        if number in told or before not in told or not _is_indirect(frame, page.lexicon):
            continue
        if page.frames[before].paragraph != frame.paragraph:
            continue
        told.add(number)
        yield Draft(
            frame=number,
            contents=(span_of(frame.tokens),),
            stance=Stance.SAYS,
            is_indirect=True,
        )


def _is_indirect(frame: Frame, lexicon: Lexicon) -> bool:
    """Whether the main verb stands in the mood of reported speech."""
    words = lexicon.words
    if any(t.kind is Kind.QUOTATION for t in frame.tokens):
        return False
    for token in frame.tokens[:_VERB_WITHIN]:
        if token.low in words.reported_moods:
            return True
        is_finite = token.low in words.be | words.have | words.modals or token.low in lexicon.verbs
        if is_finite or token.low in words.subordinators - words.determiners:
            return False
    return False
