"""Who says what in an article, sentence by sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.text.attribution.cast import gender_of_words
from knowledge.text.attribution.details import find_hedge, is_negated
from knowledge.text.attribution.draft import Draft
from knowledge.text.attribution.drafts import draft_article
from knowledge.text.attribution.lexicon import Lexicon
from knowledge.text.attribution.mentions import Mention
from knowledge.text.attribution.pages import Page, read_page
from knowledge.text.attribution.resolution import SEVERAL, Speaker, Turn, resolve, subject_of
from knowledge.text.attribution.runs import NameKind
from knowledge.text.attribution.tokens import normalise
from knowledge.text.attribution.wordkinds import is_one_office
from knowledge.text.claim import Claim, Stance, Voice
from knowledge.text.passage import Sentence, Span

_DOCUMENT_WORDS = 2
"""Words of "the statement"."""
_REMEMBERED = 60
_REMEMBERED_SENTENCES = 5
"""How far back the last speaker may have spoken for a quotation without one to be theirs."""


def find_claims(text: str, sentences: Sequence[Sentence], language: str) -> tuple[Claim, ...]:
    """Everything that somebody says in an article, in reading order.

    A claim that only denies ("denied the report") has that as its stance; `negated` tells that the
    speaker does not say it ("did not confirm") or says that something is not so.

    Args:
        text: The article.
        sentences: All of its sentences, in order.
        language: ISO 639-1 code; without cue words for it, only quotations and dialogue are found.

    Returns:
        At least one claim for every sentence: the article's own voice where nobody else speaks. A
        quotation of which nobody is named as the speaker is direct speech with an empty speaker.
    """
    if not sentences:
        return ()
    page = read_page(text, sentences, language)
    claims = list(dict.fromkeys(_told_claims(page)))
    told = {claim.sentence for claim in claims}
    claims.extend(_own_claim(page, s) for s in sentences if s.number not in told)
    return tuple(sorted(claims, key=_reading_order))


def _reading_order(claim: Claim) -> tuple[int, int, int]:
    return (claim.sentence, claim.content.start, -claim.content.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Utterance:
    """A draft with its speaker, and those who report it, outermost first."""

    draft: Draft
    speaker: Speaker
    via: tuple[str, ...]


def _told_claims(page: Page) -> Iterator[Claim]:
    turns: list[Turn] = []
    groups: dict[int, list[Draft]] = {}
    for draft in draft_article(page):
        groups.setdefault(draft.frame, []).append(draft)
    for number in sorted(groups):
        for utterance in _utterances(page, groups[number], turns):
            yield from _claims_of(page, utterance)


def _utterances(page: Page, group: Sequence[Draft], turns: list[Turn]) -> Iterator[_Utterance]:
    """Resolve the speakers of a frame, those who report others first; *turns* grows."""
    found: list[_Utterance] = []
    for draft in sorted(group, key=_outermost_first):
        around = found[-1:] if draft.cites else [u for u in found if _holds(u.draft, draft)]
        speaker, reporters = _speaker_of(page, draft, around, turns)
        if _is_nobody(draft, speaker):
            continue
        via = _chain(around, reporters, speaker)
        utterance = _Utterance(draft=draft, speaker=speaker, via=via)
        found.append(utterance)
        if speaker.name:
            turns.append(_turn(page, draft, speaker))
        yield utterance
        for inner in draft.inner:
            heard, inner_reporters = _speaker_of(page, inner, [utterance], turns)
            if _is_nobody(inner, heard):
                continue
            yield _Utterance(
                draft=inner, speaker=heard, via=_chain([utterance], inner_reporters, heard)
            )


def _is_nobody(draft: Draft, speaker: Speaker) -> bool:
    """An "it" or "in his view" that means nobody known: "it suggests that"."""
    mention = draft.mention
    if mention is None or not mention.pronoun or speaker.name != mention.words:
        return False
    return mention.pronoun == "n" or draft.cue == Span(start=mention.start, end=mention.end)


def _outermost_first(draft: Draft) -> tuple[bool, int, int]:
    """Quotations that go on with somebody's words come after the words of saying."""
    size = sum(content.end - content.start for content in draft.contents)
    return (draft.mention is None and draft.cue is None, -size, draft.place)


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether *inner* is told within the words of *outer*."""
    if outer.cue is None or inner.cue is None:
        return False
    place = inner.cue
    return outer.cue != place and any(c.covers(place) for c in outer.contents)


def _chain(
    around: Sequence[_Utterance], reporters: Sequence[str], speaker: Speaker
) -> tuple[str, ...]:
    names = [name for u in around[-1:] for name in (*u.via, u.speaker.name)]
    chain = dict.fromkeys([*names, *reporters])
    return tuple(name for name in chain if name and name != speaker.name)


def _turn(page: Page, draft: Draft, speaker: Speaker) -> Turn:
    place = draft.mention.start if draft.mention else draft.place
    last = max(c.end for c in draft.contents) - 1
    return Turn(
        sentence=max(page.sentence_at(place), page.sentence_at(last)),
        offset=place,
        speaker=speaker.name,
        role=speaker.role,
        kind=speaker.kind,
        gender=speaker.gender,
    )


def _speaker_of(
    page: Page, draft: Draft, around: Sequence[_Utterance], turns: Sequence[Turn]
) -> tuple[Speaker, tuple[str, ...]]:
    """Who speaks, and the names of those whom the phrase itself names as reporting it."""
    mention = draft.mention
    if mention is None:
        is_inner = bool(draft.cue and around)
        return around[-1].speaker if is_inner else _last_speaker(page, draft, turns), ()
    if (known := _known_speaker(page, draft, around, turns)) is not None:
        return known, ()
    sentence = page.sentence_at(mention.start)
    speaker = resolve(mention, sentence, turns, page.cast, page.lexicon)
    if mention.via is None:
        return speaker, ()
    reporter = resolve(mention.via, sentence, turns, page.cast, page.lexicon)
    return speaker, (reporter.name,)


def _known_speaker(
    page: Page, draft: Draft, around: Sequence[_Utterance], turns: Sequence[Turn]
) -> Speaker | None:
    """Who is meant by what the same sentence says, or by "the statement" behind a speaker."""
    mention = draft.mention
    if mention is None:
        return None
    if draft.subject is not None and (subject := _own_subject(page, draft, turns)):
        return subject
    if mention.pronoun and (same := _enclosing(mention, around)):
        return same
    near = page.sentence_at(mention.start) - 1
    has_turn = bool(turns) and turns[-1].sentence >= near
    return _of_turn(turns[-1]) if has_turn and _is_own_document(mention, page.lexicon) else None


def _is_own_document(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether "the statement" means that of whoever has just spoken."""
    words = normalise(mention.words).split()
    is_bare = len(words) == _DOCUMENT_WORDS and words[-1] in lexicon.words.documents
    return is_bare and mention.is_definite and not mention.name


def _own_subject(page: Page, draft: Draft, turns: Sequence[Turn]) -> Speaker | None:
    """Whom "in his view" means, if the subject of its sentence can be meant."""
    mention, subject, words = draft.mention, draft.subject, page.lexicon.words
    if mention is None or subject is None or subject.pronoun:
        return None
    found = resolve(subject, page.sentence_at(subject.start), turns, page.cast, page.lexicon)
    lows = normalise(subject.words).split()
    gender = found.gender or gender_of_words(lows, page.lexicon)
    is_somebody = found.kind == NameKind.PERSON.value or any(
        is_one_office(low, page.lexicon) or low in words.persons | words.organisations
        for low in lows
    )
    if not is_somebody:
        return None
    return found if found.name and gender in ("", mention.pronoun) else None


def _enclosing(mention: Mention, around: Sequence[_Utterance]) -> Speaker | None:
    """ "Ann Lee said she believed": the one who says it, unless that cannot be."""
    for utterance in reversed(around):
        speaker = utterance.speaker
        if mention.pronoun == "any":
            return speaker
        if mention.pronoun in ("m", "f") and speaker.gender in ("", mention.pronoun):
            return speaker
        if mention.pronoun in ("p", "n") and speaker.kind in (SEVERAL, NameKind.ORGANISATION.value):
            return speaker
    return None


def _last_speaker(page: Page, draft: Draft, turns: Sequence[Turn]) -> Speaker:
    """Whose words a quotation without a word of saying is: the last speaker's or subject's."""
    if draft.is_heading or draft.is_unread:
        return Speaker(name="", role="")
    sentence = page.sentence_at(draft.contents[0].start)
    first = sentence - _REMEMBERED_SENTENCES
    near = [t for t in turns[-_REMEMBERED:] if first <= t.sentence <= sentence]
    last = near[-1] if near else None
    if draft.is_plural and (last is None or last.kind == NameKind.PERSON.value):
        return Speaker(name="", role="")
    if draft.gender and last and last.gender not in ("", draft.gender):
        return Speaker(name="", role="")
    if last is not None and last.sentence >= sentence - 1:
        return _of_turn(last)
    stop = max(first, last.sentence if last else 0)
    for near_by in range(sentence - 1, stop, -1):
        if (person := subject_of(page.cast, near_by)) is not None:
            return person
    return _of_turn(last) if last else Speaker(name="", role="")


def _of_turn(turn: Turn) -> Speaker:
    return Speaker(name=turn.speaker, role=turn.role, kind=turn.kind, gender=turn.gender)


# From utterances to claims


def _claims_of(page: Page, utterance: _Utterance) -> Iterator[Claim]:
    for content in utterance.draft.contents:
        for sentence, piece in _by_sentence(page, _with_marks(page, content)):
            yield _claim(page, utterance, sentence, piece)


def _with_marks(page: Page, content: Span) -> Span:
    """*content* with the quote marks that belong to its first and last words."""
    start, end = content.start, content.end
    for quotation in page.quotations_in(content):
        if quotation.inner_start == start:
            start = quotation.start
        if start <= quotation.start and quotation.inner_end == end:
            end = quotation.end
    return Span(start=start, end=end)


def _by_sentence(page: Page, content: Span) -> Iterator[tuple[Sentence, Span]]:
    """The parts of *content* in each sentence, without outer white space."""
    first, last = page.sentence_at(content.start), page.sentence_at(content.end - 1)
    for sentence in page.sentences[first : last + 1]:
        start, end = max(content.start, sentence.start), min(content.end, sentence.end)
        piece = page.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        if any(ch.isalnum() for ch in page.text[start:end]):
            yield sentence, Span(start=start, end=end)


def _claim(page: Page, utterance: _Utterance, sentence: Sentence, piece: Span) -> Claim:
    draft, speaker = utterance.draft, utterance.speaker
    tokens = page.tokens_in(piece)
    mention = draft.mention
    return Claim(
        sentence=sentence.number,
        content=piece,
        speaker=speaker.name,
        stance=draft.stance,
        voice=_voice(page, draft, piece),
        mention=Span(start=mention.start, end=mention.end) if mention else None,
        role=speaker.role,
        cue=draft.cue,
        negated=draft.is_negated or is_negated(tokens, page.lexicon),
        hedge=find_hedge(page.text, tokens, page.lexicon),
        channel=draft.channel,
        via=utterance.via,
    )


def _voice(page: Page, draft: Draft, piece: Span) -> Voice:
    """Direct speech if at least half of it stands in quote marks."""
    if draft.cue is None:
        return Voice.REPORTED if draft.is_indirect else Voice.DIRECT
    inside = sum(
        max(0, min(q.end, piece.end) - max(q.start, piece.start)) for q in page.quotations_in(piece)
    )
    return Voice.DIRECT if 2 * inside >= piece.end - piece.start else Voice.REPORTED


def _own_claim(page: Page, sentence: Sentence) -> Claim:
    content = Span(start=sentence.start, end=sentence.end)
    tokens = page.tokens_in(content)
    return Claim(
        sentence=sentence.number,
        content=content,
        speaker="",
        stance=Stance.STATES,
        voice=Voice.ARTICLE,
        negated=is_negated(tokens, page.lexicon),
        hedge=find_hedge(page.text, tokens, page.lexicon),
    )
