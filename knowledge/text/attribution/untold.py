"""Quotations that no word of saying claims, and the lines of an interview."""

from collections.abc import Iterator, Sequence

from knowledge.text.attribution.draft import Draft, span_of
from knowledge.text.attribution.followers import find_phrase_after
from knowledge.text.attribution.frames import Frame
from knowledge.text.attribution.insertions import find_phrase_before_colon
from knowledge.text.attribution.mentions import Mention, read_mention
from knowledge.text.attribution.pages import Page
from knowledge.text.attribution.phrases import Phrase
from knowledge.text.attribution.quotations import count_words
from knowledge.text.attribution.runs import NameKind
from knowledge.text.attribution.speakers import can_speak
from knowledge.text.attribution.tokens import Kind, Token
from knowledge.text.attribution.wordkinds import is_plain
from knowledge.text.claim import Stance
from knowledge.text.passage import Span

_UNTOLD_WORDS = 4
"""Words of a quotation without a word of saying beside it, at least."""


LONGEST_LABEL = 5
"""Words before the colon of an interview's line, at most."""


def find_untold(
    page: Page, number: int, frame: Frame, used: set[int], is_told: bool
) -> Iterator[Draft]:
    """Quotations that no word of saying claims, and the lines of an interview."""
    label = interview_line(page, number, frame)
    if label is not None:
        yield label
        return
    for place, token in enumerate(frame.tokens):
        if token.kind is not Kind.QUOTATION or place in used:
            continue
        mention = _mention_before_colon(page, frame, place)
        is_brief = count_words(token.text) < (_UNTOLD_WORDS - token.text[:1].isupper())
        if mention is None and is_brief and not frame.is_quotation:
            continue  # a term set apart
        if mention is None and not frame.is_quotation and not is_told:
            mention = _beside(page, frame, place)
        is_open = mention is None and not frame.is_quotation and not is_told
        span = span_of([token])
        yield Draft(
            frame=number,
            contents=(span,),
            stance=Stance.SAYS,
            mention=mention,
            is_heading=is_open or _is_heading(page, number, token),
        )


def _beside(page: Page, frame: Frame, place: int) -> Mention | None:
    """Whoever stands beside a quotation with a verb that we do not know: "“…”, quipped Ann Lee"."""
    tokens, lexicon = frame.tokens, page.lexicon
    at = place + 1
    while at < len(tokens) and tokens[at].text in ",–—":
        at += 1
    has_mark = at > place + 1 or tokens[place].text[-1:] in ",!?…"
    if not has_mark or at + 1 >= len(tokens):
        return None
    words = lexicon.words
    while at + 1 < len(tokens) and tokens[at].low in words.clitics | words.be | words.have:
        at += 1
    start = at if tokens[at].is_capital else at + 1
    phrase = find_phrase_after(tokens, start, (), lexicon)
    if phrase is None or not can_speak(tokens, phrase, lexicon):
        return None
    mention = read_mention(page.text, tokens, phrase, lexicon)
    return None if mention is None or mention.pronoun == "first" else mention


def _is_heading(page: Page, number: int, quotation: Token) -> bool:
    frame = page.frames[number]
    around = (*page.frames[max(0, number - 1) : number], *page.frames[number + 1 : number + 2])
    is_alone = all(other.paragraph != frame.paragraph for other in around)
    return frame.is_quotation and is_alone and quotation.text[-1:] not in ".!?…,"


def _mention_before_colon(page: Page, frame: Frame, place: int) -> Mention | None:
    """ "… such as Ann Lee, a farmer: “…”"."""
    if not place or frame.tokens[place - 1].text != ":":
        return None
    phrase = find_phrase_before_colon(frame.tokens, place - 1, page.lexicon)
    if phrase and can_speak(frame.tokens, phrase, page.lexicon):
        return read_mention(page.text, frame.tokens, phrase, page.lexicon)
    return _last_person(page, frame.start, frame.tokens[place - 1].start)


def _last_person(page: Page, start: int, end: int) -> Mention | None:
    found = None
    first, last = page.sentence_at(start), page.sentence_at(end)
    for appearance in page.cast.between(first, last):
        member = page.cast.member(appearance)
        if start <= appearance.offset < end and member.kind is NameKind.PERSON:
            found = Mention(
                start=appearance.offset,
                end=appearance.offset + appearance.length,
                name=member.name,
                role=member.role,
                words=member.name,
            )
    return found


def interview_line(page: Page, number: int, frame: Frame) -> Draft | None:
    """A line of an interview: "Ann Lee: We shall see."."""
    is_first = number == 0 or page.frames[number - 1].paragraph != frame.paragraph
    tokens = frame.tokens
    colon = next((n for n, t in enumerate(tokens[: LONGEST_LABEL + 1]) if t.text == ":"), 0)
    if not is_first or not colon or colon + 1 >= len(tokens):
        return None
    words = [t for t in tokens[:colon] if t.is_word]
    is_name = words and all(t.is_capital and not is_plain(t, page.lexicon) for t in words)
    if not is_name or not _is_known(page, words):
        return None
    mention = read_mention(page.text, tokens, Phrase(start=0, end=colon), page.lexicon)
    stop = number
    while stop + 1 < len(page.frames) and page.frames[stop + 1].paragraph == frame.paragraph:
        stop += 1
    last = page.frames[stop].tokens[-1].end
    content = Span(start=tokens[colon + 1].start, end=last)
    return Draft(frame=number, contents=(content,), stance=Stance.SAYS, mention=mention)


def _is_known(page: Page, words: Sequence[Token]) -> bool:
    sentence = page.sentence_at(words[0].start)
    starts = {a.offset for a in page.cast.between(sentence, sentence)}
    return len(words) > 1 and words[0].start in starts
