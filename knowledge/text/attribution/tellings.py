"""What is told by each word of saying in a frame: who speaks, and which words are theirs."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.text.attribution.claimants import is_claim_denied, is_unclaimed
from knowledge.text.attribution.contents import (
    Places,
    find_contents,
    past_complementizer,
    range_of,
    within_insertion,
)
from knowledge.text.attribution.frames import Frame
from knowledge.text.attribution.lexicon import Form, Lexicon
from knowledge.text.attribution.marks import STOPS, before_marks
from knowledge.text.attribution.needs import Quoted, is_met
from knowledge.text.attribution.phrase_tellings import phrase_telling, postposition_telling
from knowledge.text.attribution.phrases import Phrase
from knowledge.text.attribution.saying import Cue, find_cues, quotes_source
from knowledge.text.attribution.speakers import (
    find_speaker,
    is_impersonal,
    is_thing,
    may_lack_speaker,
)
from knowledge.text.attribution.speaking_places import is_hearsay
from knowledge.text.attribution.subjects import find_subject
from knowledge.text.attribution.telling import Telling, takes_clause
from knowledge.text.attribution.tokens import Kind, Token
from knowledge.text.claim import Stance

_TWO = 2


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
        previous = _leading(tokens, cue, found, lexicon)
        telling = _telling(tokens, cue, cues, previous, lexicon)
        if telling is not None and leads_on and cue is cues[-1]:
            telling = replace(telling, contents=())
        if telling is not None and is_claim_denied(telling, found):
            continue
        limit = next((c.group for c in cues if c.group >= cue.end), len(tokens))
        if telling is not None and is_met(tokens, telling, limit, quoted, lexicon):
            found.append(telling)
    return tuple(_cut_at_next(tokens, number, found, lexicon) for number in range(len(found)))


def _leading(
    tokens: Sequence[Token], cue: Cue, found: Sequence[Telling], lexicon: Lexicon
) -> Telling | None:
    """The telling that a word of saying goes on from.

    "Aseguró que el municipio reclamará el dinero y recordó que …" goes on with the one whose verb
    has the same tense, rather than with the one inside what he says.
    """
    if len(found) < _TWO or not cue.group:
        return found[-1] if found else None
    outer, inner = found[-2], found[-1]
    is_joined = tokens[cue.group - 1].low in lexicon.words.conjunctions
    is_inside = any(a <= inner.cue.start < b for a, b in outer.contents)
    if is_joined and is_inside and not outer.cue.is_phrase:
        inner_fits, outer_fits = (_has_tense(tokens, t.cue, cue) for t in (inner, outer))
        if outer_fits and not inner_fits:
            return outer
    return inner


def _has_tense(tokens: Sequence[Token], one: Cue, other: Cue) -> bool:
    """Whether two verbs end alike, and both or neither have an auxiliary."""
    has_auxiliary = (one.start > one.group) == (other.start > other.group)
    ends = (tokens[one.start].low[-1:], tokens[other.start].low[-1:])
    return has_auxiliary and ends[0] == ends[1]


def _telling(
    tokens: Sequence[Token],
    cue: Cue,
    cues: Sequence[Cue],
    previous: Telling | None,
    lexicon: Lexicon,
) -> Telling | None:
    if cue.is_phrase:
        return phrase_telling(tokens, cue, cues, previous, lexicon)
    if cue.is_postposition:
        return postposition_telling(tokens, cue, cues, lexicon)
    phrase = find_speaker(tokens, cue, cues, previous, lexicon)
    if cue.stance is Stance.CLAIMS_RESPONSIBILITY and is_unclaimed(tokens, cue, phrase, lexicon):
        return None
    is_nobody = is_impersonal(tokens, cue, lexicon) or (
        not may_lack_speaker(cue, lexicon) or is_hearsay(tokens, cue, lexicon)
        if phrase is None
        else is_thing(tokens, phrase, lexicon)
    )
    if is_nobody:
        return None
    if cue.is_passive:
        return _passive_telling(tokens, cue, phrase, previous, lexicon)
    return _verb_telling(tokens, cue, phrase, previous, lexicon)


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
    is_claim = cue.stance is Stance.CLAIMS_RESPONSIBILITY
    if after < len(tokens) and after > phrase.last and not is_claim:
        return Telling(cue=cue, phrase=phrase, contents=range_of(tokens, after, len(tokens)))
    subject = find_subject(tokens, cue.group, (), lexicon)
    if cue.group == cue.start and subject is not None:
        contents = range_of(tokens, subject.start, subject.end)
    else:
        start = previous.cue.end if previous and not previous.cue.is_phrase else 0
        contents = range_of(tokens, start, cue.end if is_claim else len(tokens))
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
    if phrase and cue.is_split and cue.start < phrase.start < cue.end:
        after = cue.end if takes_clause(cue) else phrase.last
    first = cue.group if phrase is None or is_right or is_shared else min(phrase.first, cue.group)
    is_aside = first > 0 and tokens[first - 1].low in lexicon.words.as_words
    if is_aside and first > 1 and tokens[first - 2].is_word:
        # not "тогда как", nor "who gave his name as Petar said"
        is_aside = tokens[first - 2].low in lexicon.words.conjunctions
    if is_aside and first == 1:  # "As he said, …"; without a comma Arabic "كما" is "also"
        is_aside = any(t.text == "," for t in tokens[cue.end :])
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
    if quotes_source(tokens, cue, lexicon):
        contents = _contents_of_source(tokens, cue, lexicon)
    if cue.refuses:
        contents = range_of(tokens, max(cue.group, 0), _end_of_clause(tokens, cue.end))
    if phrase is not None and phrase.is_relative:
        contents = tuple(within_insertion(tokens, phrase.end, c) for c in contents)
    follows = not contents or contents[0][0] >= after
    return Telling(cue=cue, phrase=phrase, contents=contents, follows=follows)


def _contents_of_source(
    tokens: Sequence[Token], cue: Cue, lexicon: Lexicon
) -> tuple[tuple[int, int], ...]:
    """Behind the "that" which follows the source, wherever it stands."""
    for at in range(cue.end, len(tokens)):
        if tokens[at].kind is Kind.QUOTATION:
            return ((at, at + 1),)
        if tokens[at].low in lexicon.words.that_words:
            return range_of(tokens, at + 1, len(tokens))
    return ()


def _end_of_clause(tokens: Sequence[Token], at: int) -> int:
    return next((n for n in range(at, len(tokens)) if tokens[n].text in STOPS), len(tokens))


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
        if telling.cue.is_phrase and later.cue.is_phrase and later.contents:
            cut = later.contents[0][0]
        if cut < 0 and any(t.phrase is later.phrase is not None for t in found[:number]):
            cut = _before_link(tokens, later.cue.group, lexicon)  # goes on with whoever is outside
        if telling.cue.end <= cut <= start and not telling.cue.is_phrase:
            return replace(telling, contents=())
        if start < cut < end:
            end = cut
            break
    return replace(telling, contents=(*telling.contents[:-1], (start, end)))


def _before_link(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Before "and", in front of a verb that goes on with a speaker further out; or -1."""
    is_link = at > 0 and tokens[at - 1].low in lexicon.words.conjunctions
    return before_marks(tokens, at - 1) if is_link else -1


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
    is_while = first > 1 and tokens[first - 2].low in lexicon.words.contrasts
    is_joined = before.low in lexicon.words.contrasts or before.text == ";"
    is_joined = is_joined or (is_while and before.low in lexicon.words.as_words)
    starts_aside = not telling.cue.is_phrase and _starts_aside(tokens, lexicon)
    is_joined = is_joined or (before.text == "," and starts_aside)
    if before.low in lexicon.words.conjunctions:
        is_joined = shares or tokens[first - 2].text in ",;" or later.phrase is None
    if later.phrase == telling.phrase and later.cue.form is Form.GERUND:
        is_joined = True
    link = lexicon.words.conjunctions | lexicon.words.contrasts
    link |= lexicon.words.as_words if is_while else frozenset()
    while first and (tokens[first - 1].low in link or not tokens[first - 1].is_word):
        if tokens[first - 1].kind is Kind.QUOTATION:
            break
        first -= 1
    return first if is_joined else -1
