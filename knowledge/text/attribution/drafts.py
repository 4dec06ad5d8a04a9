"""The drafts of a page: from tellings and quotations to who says which words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.text.attribution.details import find_channel, find_listener
from knowledge.text.attribution.draft import Draft, span_of
from knowledge.text.attribution.followers import find_phrase_after
from knowledge.text.attribution.frames import Frame, find_inner_frames
from knowledge.text.attribution.indirect import add_indirect
from knowledge.text.attribution.lexicon import Lexicon
from knowledge.text.attribution.mentions import Mention, read_mention
from knowledge.text.attribution.pages import Page
from knowledge.text.attribution.quotations import count_words
from knowledge.text.attribution.saying import (
    Cue,
    find_cues,
    gender_of_verb,
    is_plural_verb,
    quotes_source,
)
from knowledge.text.attribution.signatures import add_signed
from knowledge.text.attribution.subjects import has_unread_subject
from knowledge.text.attribution.telling import Telling
from knowledge.text.attribution.tellings import find_tellings
from knowledge.text.attribution.tokens import Kind, Token
from knowledge.text.attribution.untold import find_untold
from knowledge.text.claim import Stance
from knowledge.text.passage import Span

_BARE = frozenset(
    {
        Stance.DENIES,
        Stance.CONFIRMS,
        Stance.DOUBTS,
        Stance.CRITICISES,
        Stance.CLAIMS_RESPONSIBILITY,
    }
)
"""Stances that say something without any words: "el alcalde lo niega"."""
_LEAD_WORDS = 10
"""Words from the start of a sentence within which a channel may lead it in."""
_HEARD_WORDS = 6
"""Words of a quotation in which somebody else may be quoted, at least."""


def draft_article(page: Page) -> tuple[Draft, ...]:
    """All drafts of a page, frame by frame."""
    told = [_tellings_of(page, number) for number in range(len(page.frames))]
    taken = _neighbouring_contents(page, told)
    drafts = [
        draft
        for number, frame in enumerate(page.frames)
        for draft in _drafts_of(page, number, frame, told[number], taken)
    ]
    return tuple(add_indirect(page, tuple(add_signed(page, drafts))))


def _neighbouring_contents(
    page: Page, told: Sequence[Sequence[Telling]]
) -> dict[int, tuple[int, int]]:
    """Frames that are nothing but quotations, with the telling that they belong to.

    By number of the quotation's frame: the frame and the number of a telling that has no words of
    its own ("Waters said.", "He wrote:").
    """
    taken: dict[int, tuple[int, int]] = {}
    for number, tellings in enumerate(told):
        for place, telling in enumerate(tellings):
            if telling.contents:
                continue
            for near in (
                (number + 1, number - 1) if _leads_on(page, number) else (number - 1, number + 1)
            ):
                if _is_free_quotation(page, number, near) and near not in taken:
                    taken[near] = (number, place)
                    break
    return taken


def _tellings_of(page: Page, number: int) -> tuple[Telling, ...]:
    frame = page.frames[number]
    span = Span(start=frame.start, end=frame.end)
    quoted = (page.quoted(span), page.quoted(span, titles=False))
    return find_tellings(frame, quoted, page.lexicon, leads_on=_opens_quotation(page, number))


def _opens_quotation(page: Page, number: int) -> bool:
    """Whether the frame ends in a colon and the next one is nothing but a quotation."""
    following = page.frames[number + 1 : number + 2]
    is_colon = page.frames[number].tokens[-1].text == ":"
    return is_colon and any(frame.is_quotation for frame in following)


def _leads_on(page: Page, number: int) -> bool:
    return page.frames[number].tokens[-1].text in ":,"


def _is_free_quotation(page: Page, number: int, near: int) -> bool:
    if not 0 <= near < len(page.frames) or not page.frames[near].is_quotation:
        return False
    same = page.frames[near].paragraph == page.frames[number].paragraph
    return same or (near > number and _leads_on(page, number))


def _drafts_of(
    page: Page,
    number: int,
    frame: Frame,
    tellings: Sequence[Telling],
    taken: dict[int, tuple[int, int]],
) -> Iterator[Draft]:
    used: set[int] = set()
    for place, telling in enumerate(tellings):
        contents = [span_of(frame.tokens[a:b]) for a, b in telling.contents]
        used.update(n for a, b in telling.contents for n in range(a, b))
        contents.extend(
            span_of(page.frames[near].tokens)
            for near in range(max(0, number - 1), number + 2)
            if taken.get(near) == (number, place)
        )
        if _points_back(page, number, telling):
            contents = [span_of(page.frames[number - 1].tokens)]
        if not contents and telling.phrase and telling.cue.stance in _BARE:
            contents.append(span_of(frame.tokens[telling.cue.group : telling.cue.end]))
        if (claimed := _claimed_before(frame.tokens, telling, page.lexicon)) is not None:
            contents = [claimed]
        elif contents and _is_claimed_inside(frame.tokens, telling, page.lexicon):
            contents = [span_of(frame.tokens[telling.cue.group : telling.cue.end])]
        draft = _draft(page, number, frame, telling, contents) if contents else None
        if draft is not None and _is_somebody(draft, telling):
            yield draft
    if number not in taken:
        for draft in find_untold(page, number, frame, used, bool(tellings)):
            yield replace(draft, inner=tuple(_inner(page, number, frame, draft.contents)))


def _claimed_before(tokens: Sequence[Token], telling: Telling, lexicon: Lexicon) -> Span | None:
    """The attack, in front of "bekannte sich die Gruppe"."""
    cue, words, phrase = telling.cue, lexicon.words, telling.phrase
    is_claim = cue.stance is Stance.CLAIMS_RESPONSIBILITY and not cue.is_passive
    if phrase is None or not is_claim or phrase.start < cue.start:
        return None
    if cue.bracket >= 0:
        return None
    first = cue.group
    for at in range(cue.group - 1, -1, -1):
        if not tokens[at].is_word:
            break
        if tokens[at].low in words.deeds | words.blame:
            first = at
    return span_of(tokens[first : cue.end]) if first < cue.group else None


def _is_claimed_inside(tokens: Sequence[Token], telling: Telling, lexicon: Lexicon) -> bool:
    """Whether the attack stands inside "habe sich zu der Tat bekannt" and not in what is beside."""
    cue, claimed = telling.cue, lexicon.words.deeds | lexicon.words.blame
    if cue.stance is not Stance.CLAIMS_RESPONSIBILITY or cue.bracket < 0:
        return False
    return not any(t.low in claimed for a, b in telling.contents for t in tokens[a:b])


def _is_somebody(draft: Draft, telling: Telling) -> bool:
    """Whether the words for a speaker mean a third person."""
    if draft.mention is None:
        return telling.phrase is None
    return draft.mention.pronoun != "first"


def _points_back(page: Page, number: int, telling: Telling) -> bool:
    """ "Об этом сообщил X": what was told in the sentence before."""
    frame = page.frames[number]
    anaphors = page.lexicon.words.anaphors
    before = [t for t in frame.tokens[: telling.cue.group] if t.is_word]
    if not before or any(t.low not in anaphors for t in before) or not number:
        return False
    if any(
        t.kind is Kind.QUOTATION or t.low in page.lexicon.words.that_words for t in frame.tokens
    ):
        return False
    return page.frames[number - 1].paragraph == frame.paragraph


def _draft(
    page: Page, number: int, frame: Frame, telling: Telling, contents: Sequence[Span]
) -> Draft:
    cue = telling.cue
    mention = None
    if cue.pronoun:
        start, end = frame.tokens[cue.start].start, frame.tokens[cue.end - 1].end
        words = page.text[start:end]
        mention = Mention(start=start, end=end, name="", role="", words=words, pronoun=cue.pronoun)
    elif telling.phrase is not None:
        mention = read_mention(page.text, frame.tokens, telling.phrase, page.lexicon)
    if mention is not None and quotes_source(frame.tokens, cue, page.lexicon):
        mention = _source(page, frame, telling, mention)
    return Draft(
        frame=number,
        contents=tuple(contents),
        stance=_stance(page, cue.stance, contents),
        mention=mention,
        cue=span_of(frame.tokens[cue.start : cue.end]),
        is_negated=cue.is_negated,
        channel=_channel(page, frame, telling),
        cites=telling.cites,
        is_plural=is_plural_verb(frame.tokens, cue, page.lexicon),
        gender=gender_of_verb(frame.tokens, cue, page.lexicon),
        is_unread=mention is None and has_unread_subject(frame.tokens, cue, page.lexicon),
        subject=_subject(page, frame, telling),
        inner=() if frame.is_heard else tuple(_inner(page, number, frame, contents)),
    )


def _source(page: Page, frame: Frame, telling: Telling, reporter: Mention) -> Mention:
    """Whoever is quoted by the *reporter*, if there is a phrase for them."""
    phrase = find_phrase_after(frame.tokens, telling.cue.end, (), page.lexicon)
    source = phrase and read_mention(page.text, frame.tokens, phrase, page.lexicon)
    return replace(source, via=reporter) if source else reporter


def _subject(page: Page, frame: Frame, telling: Telling) -> Mention | None:
    """Whom "in his view" goes back to in its own sentence."""
    if not telling.cue.pronoun or telling.phrase is None:
        return None
    return read_mention(page.text, frame.tokens, telling.phrase, page.lexicon)


def _stance(page: Page, stance: Stance, contents: Sequence[Span]) -> Stance:
    """French "demander" asks where what is said is a question."""
    said = page.text[contents[0].start : contents[0].end].rstrip("\u00a0\u202f »”\"'")
    return Stance.ASKS if stance is Stance.DEMANDS and said.endswith("?") else stance


def _channel(page: Page, frame: Frame, telling: Telling) -> str:
    """Where or to whom it is said: told beside the cue, or by what leads the sentence in."""
    tokens, cue, lexicon = frame.tokens, telling.cue, page.lexicon
    if cue.is_phrase:
        return ""
    if cue.addresses and (listener := find_listener(page.text, tokens, cue.end, lexicon)):
        return listener
    last = telling.phrase.last if telling.phrase else cue.end
    first = min(cue.group, _LEAD_WORDS)
    after = max(cue.end, last)
    stop = telling.contents[0][0] if telling.contents and telling.follows else len(tokens)
    return (
        find_channel(page.text, tokens, after, max(after, stop), lexicon)
        or find_channel(
            page.text, tokens, after, after if telling.follows else len(tokens), lexicon
        )
        or find_channel(page.text, tokens, _past_phrases(tokens, cue, lexicon), first, lexicon)
    )


def _past_phrases(tokens: Sequence[Token], cue: Cue, lexicon: Lexicon) -> int:
    """Behind "according to the Herald," in front of a word of saying."""
    phrases = [c.end for c in find_cues(tokens[: cue.group], lexicon) if c.is_phrase]
    start = phrases[-1] if phrases else 0
    return (
        next((n for n in range(start, cue.group) if tokens[n].text == ","), cue.group)
        if start
        else 0
    )


def _inner(page: Page, number: int, frame: Frame, contents: Sequence[Span]) -> Iterator[Draft]:
    """What is quoted inside the quotations of *contents*."""
    for near in (number - 1, number, number + 1):
        if not 0 <= near < len(page.frames):
            continue
        for token in page.frames[near].tokens:
            is_here = any(c.start <= token.start and token.end <= c.end for c in contents)
            if token.kind is Kind.QUOTATION and is_here:
                yield from _heard(page, number, frame, token)


def _heard(page: Page, number: int, frame: Frame, quotation: Token) -> Iterator[Draft]:
    if count_words(quotation.text) < _HEARD_WORDS:
        return
    for inner in find_inner_frames(page.sentences, page.tokens, quotation, frame.paragraph):
        for telling in find_tellings(inner, ((), ()), page.lexicon):
            if telling.phrase is None or not telling.contents:
                continue
            contents = [span_of(inner.tokens[a:b]) for a, b in telling.contents]
            draft = _draft(page, number, inner, telling, contents)
            if draft.mention and draft.mention.pronoun not in ("first", "n"):
                yield draft
