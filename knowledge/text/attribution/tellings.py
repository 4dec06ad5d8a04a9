"""What is told by each word of saying in a frame: who speaks, and which words are theirs."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.text.attribution.contents import (
    Places,
    find_contents,
    is_introduction,
    past_complementizer,
    range_of,
    within_insertion,
)
from knowledge.text.attribution.followers import find_phrase_after
from knowledge.text.attribution.frames import Frame
from knowledge.text.attribution.lexicon import Form, Lexicon
from knowledge.text.attribution.marks import before_marks, past_marks
from knowledge.text.attribution.needs import Quoted, is_met
from knowledge.text.attribution.phrases import Phrase
from knowledge.text.attribution.saying import Cue, find_cues
from knowledge.text.attribution.speakers import (
    can_speak,
    find_speaker,
    is_impersonal,
    is_thing,
    may_lack_speaker,
)
from knowledge.text.attribution.subjects import find_subject
from knowledge.text.attribution.telling import Telling
from knowledge.text.attribution.tokens import Kind, Token
from knowledge.text.attribution.verbs import is_possessive
from knowledge.text.claim import Stance

_LEAD_WORDS = 6


def find_tellings(
    frame: Frame,
    quoted: Quoted,
    lexicon: Lexicon,
    *,
    leads_on: bool = False,
) -> tuple[Telling, ...]:
    """All tellings of a frame.

    *quoted* are the ranges of text in quote marks: all, and those that are no titles; *leads_on*
    tells that a quotation follows the frame's colon.
    """
    tokens = frame.tokens
    cues = find_cues(tokens, lexicon)
    found: list[Telling] = []
    for cue in cues:
        previous = found[-1] if found else None
        telling = _telling(tokens, cue, cues, previous, lexicon)
        if telling is not None and leads_on and cue is cues[-1]:
            telling = replace(telling, contents=())
        limit = next((c.group for c in cues if c.group >= cue.end), len(tokens))
        if telling is not None and is_met(tokens, telling, limit, quoted, lexicon):
            found.append(telling)
    return tuple(_cut_at_next(tokens, number, found, lexicon) for number in range(len(found)))


def _telling(
    tokens: Sequence[Token],
    cue: Cue,
    cues: Sequence[Cue],
    previous: Telling | None,
    lexicon: Lexicon,
) -> Telling | None:
    if cue.is_phrase:
        return _phrase_telling(tokens, cue, cues, previous, lexicon)
    if is_impersonal(tokens, cue, lexicon):
        return None
    phrase = find_speaker(tokens, cue, cues, previous, lexicon)
    if phrase is None and not may_lack_speaker(cue, lexicon):
        return None
    if phrase is not None and is_thing(tokens, phrase, lexicon):
        return None
    if cue.is_passive:
        return _passive_telling(tokens, cue, phrase, previous, lexicon)
    return _verb_telling(tokens, cue, phrase, previous, lexicon)


def _phrase_telling(
    tokens: Sequence[Token],
    cue: Cue,
    cues: Sequence[Cue],
    previous: Telling | None,
    lexicon: Lexicon,
) -> Telling | None:
    """ "According to X, …" and "…, according to X"."""
    before = before_marks(tokens, cue.start)
    opens = _is_lead(tokens, cue.start, lexicon) or (
        before < cue.start and _only_leads_in(tokens[:before], lexicon)
    )
    phrase = None
    if not cue.pronoun:
        phrase = find_phrase_after(tokens, cue.end, cues, lexicon, opens=opens)
        if phrase is None or not _fits_phrase(tokens, cue, phrase, opens, lexicon):
            return None
    last = len(tokens)
    end = phrase.last if phrase else cue.end
    after = past_marks(tokens, end)
    if cue.stance is Stance.REPORTS and phrase and not _is_source(tokens, phrase, lexicon):
        return None
    if previous is not None and cue.stance is Stance.REPORTS:
        return Telling(cue=cue, phrase=phrase, contents=previous.contents, cites=True)
    if opens:
        return Telling(cue=cue, phrase=phrase, contents=range_of(tokens, after, last))
    start = 0
    if after >= last or tokens[end].text in ".;":
        return Telling(
            cue=cue, phrase=phrase, contents=range_of(tokens, start, before), follows=False
        )
    return Telling(cue=cue, phrase=phrase, contents=range_of(tokens, start, last), follows=False)


def _is_source(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    """ "citing officials", but not "citing the firm's losses"."""
    has_owner = any(is_possessive(t, lexicon) for t in tokens[phrase.start : phrase.end])
    return can_speak(tokens, phrase, lexicon) and not has_owner


def _only_leads_in(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """ "At one point," before "according to X, …"."""
    is_brief = len(tokens) <= _LEAD_WORDS and all(t.is_word for t in tokens)
    starts = bool(tokens) and tokens[0].low not in lexicon.words.determiners
    return is_brief and starts and is_introduction(tokens, len(tokens), lexicon)


def _fits_phrase(
    tokens: Sequence[Token], cue: Cue, phrase: Phrase, opens: bool, lexicon: Lexicon
) -> bool:
    """ "For Ann Lee, it was …" tells an opinion only with a full name that leads the sentence."""
    if tokens[cue.start].low not in lexicon.words.person_phrases:
        return True
    head = tokens[phrase.start : phrase.end]
    is_name = len(head) > 1 and all(t.is_capital or t.low in lexicon.words.particles for t in head)
    is_person = is_name and not any(
        t.low in lexicon.words.organisations | lexicon.words.dates for t in head
    )
    return opens and is_person and tokens[phrase.end].text == ","


def _is_lead(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether nothing but "but" or "meanwhile," stands before."""
    return all(
        not t.is_word or t.low in lexicon.words.intros | lexicon.words.conjunctions
        for t in tokens[:at]
        if t.kind is not Kind.QUOTATION
    ) and all(t.kind is not Kind.QUOTATION for t in tokens[:at])


def _passive_telling(
    tokens: Sequence[Token],
    cue: Cue,
    phrase: Phrase | None,
    previous: Telling | None,
    lexicon: Lexicon,
) -> Telling | None:
    if phrase is None:
        return None
    after = past_complementizer(tokens, phrase.last, lexicon)
    if after < len(tokens) and after > phrase.last:
        return Telling(cue=cue, phrase=phrase, contents=range_of(tokens, after, len(tokens)))
    subject = find_subject(tokens, cue.group, (), lexicon)
    if cue.group == cue.start and subject is not None:
        contents = range_of(tokens, subject.start, subject.end)
    else:
        start = previous.cue.end if previous and not previous.cue.is_phrase else 0
        contents = range_of(tokens, start, len(tokens))
    return Telling(cue=cue, phrase=phrase, contents=contents, follows=False)


def _verb_telling(
    tokens: Sequence[Token],
    cue: Cue,
    phrase: Phrase | None,
    previous: Telling | None,
    lexicon: Lexicon,
) -> Telling:
    is_shared = previous is not None and phrase == previous.phrase
    is_right = phrase is not None and phrase.start >= cue.end
    after = max(cue.end, phrase.last) if phrase and is_right else cue.object_start
    first = cue.group if phrase is None or is_right or is_shared else min(phrase.first, cue.group)
    is_aside = first > 0 and tokens[first - 1].low in lexicon.words.as_words
    first -= is_aside
    places = Places(
        floor=_floor(previous),
        before=before_marks(tokens, first),
        first=first,
        after=after,
        subject_end=phrase.last if phrase else 0,
        is_aside=is_aside,
    )
    contents = find_contents(tokens, places, cue, lexicon)
    if phrase is not None and phrase.is_relative:
        contents = tuple(within_insertion(tokens, phrase.end, c) for c in contents)
    follows = not contents or contents[0][0] >= after
    return Telling(cue=cue, phrase=phrase, contents=contents, follows=follows)


def _floor(previous: Telling | None) -> int:
    if previous is None or not previous.cue.is_phrase or not previous.follows:
        return 0
    return previous.contents[0][0] if previous.contents else 0


def _cut_at_next(
    tokens: Sequence[Token], number: int, found: Sequence[Telling], lexicon: Lexicon
) -> Telling:
    """End what is said where the next telling stands beside it rather than inside it."""
    telling = found[number]
    if not telling.follows or not telling.contents:
        return telling
    start, end = telling.contents[-1]
    for later in found[number + 1 :]:
        cut = _start_beside(tokens, later, telling, lexicon)
        if start < cut < end:
            end = cut
            break
    return replace(telling, contents=(*telling.contents[:-1], (start, end)))


def _starts_aside(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a subordinate clause comes first: "When asked how he felt, Ann Lee said"."""
    words, first = lexicon.words, tokens[0]
    is_link = first.low in words.subordinators | words.prepositions
    return is_link or any(first.low.endswith(e) for e in words.verb_endings)


def _start_beside(
    tokens: Sequence[Token], later: Telling, telling: Telling, lexicon: Lexicon
) -> int:
    """Where a coordinated telling begins with its conjunction; -1 for one that is inside."""
    shares = later.phrase is not None and later.phrase == telling.phrase
    phrase = later.phrase
    first = later.cue.group
    if phrase is not None and not shares and phrase.end <= first:
        first = phrase.first
    before = tokens[first - 1] if first else None
    if before is None:
        return -1
    is_joined = before.low in lexicon.words.contrasts or before.text == ";"
    is_joined = is_joined or (before.text == "," and _starts_aside(tokens, lexicon))
    if before.low in lexicon.words.conjunctions:
        is_joined = shares or tokens[first - 2].text in ",;" or later.phrase is None
    if shares and later.cue.form is Form.GERUND:
        is_joined = True
    link = lexicon.words.conjunctions | lexicon.words.contrasts
    while first and (tokens[first - 1].low in link or not tokens[first - 1].is_word):
        if tokens[first - 1].kind is Kind.QUOTATION:
            break
        first -= 1
    return first if is_joined else -1
