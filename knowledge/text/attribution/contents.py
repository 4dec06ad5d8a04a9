"""Which words of a frame are what is said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.text.attribution.lexicon import Form, Lexicon
from knowledge.text.attribution.listeners import is_press
from knowledge.text.attribution.marks import STOPS, past_marks, starts_complement
from knowledge.text.attribution.saying import Cue
from knowledge.text.attribution.telling import takes_clause
from knowledge.text.attribution.tokens import Kind, Token
from knowledge.text.attribution.wordkinds import is_adverb

_LISTENER_WORDS = 6
_LONGEST_INTRODUCTION = 16
"""Words and marks in front of a telling that may say no more than when or where, at most."""


_COMPLEMENT_WITHIN = 9
"""Words between a verb and its "that", at most: "told the paper in a statement that"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where a telling stands among its words.

    Attributes:
        floor: Words further left belong to somebody else ("According to Reuters,").
        before: Past the words before.
        first: Where the speaker or the cue begins.
        after: Past both.
        subject_end: Past the speaker.
        is_aside: The telling is an insertion ("as the ministry says,").
    """

    floor: int
    before: int
    first: int
    after: int
    subject_end: int
    is_aside: bool


def find_contents(
    tokens: Sequence[Token], places: Places, cue: Cue, lexicon: Lexicon
) -> tuple[tuple[int, int], ...]:
    """Ranges of what is said."""
    before, after, last = places.before, places.after, len(tokens)
    if places.is_aside and before <= places.floor:
        comma = next((n for n in range(after, last) if tokens[n].text == ","), last)
        return range_of(tokens, comma + 1, last)
    if places.is_aside and tokens[before - 1].kind is not Kind.QUOTATION:
        return range_of(tokens, places.floor, before)
    follows_quotation = before > places.floor and tokens[before - 1].kind is Kind.QUOTATION
    if follows_quotation and cue.form is not Form.GERUND:
        start = _start_of_clause(tokens, before - 1, lexicon)
        return (*range_of(tokens, start, before), *_next_quotation(tokens, after, lexicon))
    has_listener = cue.addresses or is_press(tokens, after, lexicon)
    listener = _past_listener(tokens, after, lexicon) if has_listener else after
    if is_closed(tokens, after, lexicon, takes_clause=takes_clause(cue)) or (
        listener > after
        and is_closed(tokens, listener, lexicon)
        and _has_words_before(tokens, places, lexicon)
        and tokens[places.before : places.before + 1][0].text == ","
    ):
        around = replace(places, after=listener)
        return _contents_around(tokens, around, cue, lexicon)
    if takes_clause(cue) or cue.addresses:
        start = past_complementizer(tokens, after, lexicon, cue.addresses)
    else:
        start = _past_that(tokens, after, lexicon)
    return range_of(tokens, start, last)


def _contents_around(
    tokens: Sequence[Token], places: Places, cue: Cue, lexicon: Lexicon
) -> tuple[tuple[int, int], ...]:
    """What is said where a mark follows the cue: behind it, or the words before."""
    last = len(tokens)
    stop = _skip_circumstances(tokens, places.after, lexicon)
    if stop < last and (quoted := _quoted_after(tokens, stop, lexicon)):
        return quoted
    if stop < last and tokens[stop].text == ":":
        return range_of(tokens, stop + 1, last)
    has_comma = stop + 1 < last and tokens[stop].text in ",–—"
    if has_comma and tokens[stop + 1].low in lexicon.words.that_words:
        return range_of(tokens, stop + 2, last)
    if _has_words_before(tokens, places, lexicon):
        return range_of(tokens, places.floor, last if has_comma else places.before)
    if has_comma:
        return range_of(tokens, past_complementizer(tokens, stop + 1, lexicon), last)
    return _contents_beside(tokens, places, stop, cue, lexicon)


def _past_listener(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Past "the court" in "…, an investigator told | the court"; *at* if a clause begins there."""
    end = at
    while end < len(tokens) and end - at < _LISTENER_WORDS and tokens[end].is_word:
        is_time = tokens[end].low in lexicon.words.times
        is_link = tokens[end].low in lexicon.words.prepositions
        if starts_complement(tokens[end], lexicon):
            return at
        if end > at and (is_time or is_link):
            break
        end += 1
    return end


def _has_words_before(tokens: Sequence[Token], places: Places, lexicon: Lexicon) -> bool:
    """Whether more stands before the telling than "On Monday," or "However,"."""
    if not places.floor < places.before < places.first:
        return False
    length = places.before - places.floor
    return not is_introduction(tokens[places.floor :], length, lexicon)


def _contents_beside(
    tokens: Sequence[Token], places: Places, stop: int, cue: Cue, lexicon: Lexicon
) -> tuple[tuple[int, int], ...]:
    """What is left to be said: "about the consequences", or what stands before a closing verb."""
    if any(t.low in lexicon.words.prepositions for t in tokens[places.after : stop]):
        return range_of(tokens, places.after, len(tokens))
    if cue.bracket >= 0:
        return range_of(tokens, max(cue.bracket + 1, places.subject_end), cue.start)
    return ()


def _quoted_after(
    tokens: Sequence[Token], at: int, lexicon: Lexicon
) -> tuple[tuple[int, int], ...]:
    """The quotations that follow marks at *at*: one, or several joined by "and"."""
    found: list[tuple[int, int]] = []
    at = past_marks(tokens, at)
    while at < len(tokens) and tokens[at].kind is Kind.QUOTATION:
        found.append((at, at + 1))
        at = past_marks(tokens, at + 1)
        if at < len(tokens) and tokens[at].low in lexicon.words.conjunctions:
            at = past_marks(tokens, at + 1)
    return tuple(found)


def within_insertion(
    tokens: Sequence[Token], start: int, content: tuple[int, int]
) -> tuple[int, int]:
    """A relative clause between commas ends at the second one."""
    if start >= len(tokens) or tokens[start].text != ",":
        return content
    first, last = content
    return first, next((n for n in range(first + 1, last) if tokens[n].text == ","), last)


def _next_quotation(
    tokens: Sequence[Token], at: int, lexicon: Lexicon
) -> tuple[tuple[int, int], ...]:
    """The quotation that goes on after "he told the court"."""
    for number in range(at, min(at + _LISTENER_WORDS, len(tokens))):
        if tokens[number].kind is Kind.QUOTATION:
            return _quoted_after(tokens, number, lexicon)
        if tokens[number].low in lexicon.verbs:
            break
    return ()


def _start_of_clause(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """The words of the same clause in front of a quotation belong to what is said."""
    end = at
    while at and tokens[at - 1].text not in ";:" and tokens[at - 1].kind is not Kind.QUOTATION:
        at -= 1
    return end if is_introduction(tokens[at:], end - at, lexicon) else at


def is_closed(
    tokens: Sequence[Token], at: int, lexicon: Lexicon, *, takes_clause: bool = True
) -> bool:
    """Whether nothing that is said follows at *at*, but a mark, perhaps after "on Monday"."""
    at = _skip_circumstances(tokens, at, lexicon, with_prepositions=takes_clause)
    return at >= len(tokens) or tokens[at].text in STOPS or tokens[at].kind is Kind.QUOTATION


def _skip_circumstances(
    tokens: Sequence[Token], at: int, lexicon: Lexicon, *, with_prepositions: bool = True
) -> int:
    """Past "on Monday", "later", "to the crowd": up to the next mark, before any clause."""
    words = lexicon.words
    while at < len(tokens) and (is_adverb(tokens[at], lexicon) or tokens[at].low in words.times):
        at += 1
    if with_prepositions and at < len(tokens) and tokens[at].low in words.prepositions:
        stop = next(
            (
                n
                for n in range(at, len(tokens))
                if tokens[n].text in STOPS or tokens[n].kind is Kind.QUOTATION
            ),
            len(tokens),
        )
        stretch = tokens[at:stop]
        if not any(starts_complement(t, lexicon) for t in stretch):
            return stop
    return at


def past_times(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Past "yesterday" and "on Tuesday", which may stand between a verb and its subject."""
    words = lexicon.words
    leads = words.prepositions | words.determiners
    while at < len(tokens):
        token = tokens[at]
        near = [t.low for t in tokens[at + 1 : at + 3]]
        is_lead = token.low in leads and (
            (near[:1] and near[0] in words.times)
            or (len(near) > 1 and near[0] in leads and near[1] in words.times)
        )
        if not (is_lead or is_adverb(token, lexicon) or token.low in words.times):
            break
        at += 1
    return at


def is_introduction(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> bool:
    """Whether the words up to *end* only lead in: "On Monday,", "However,"."""
    words = lexicon.words
    first = next((t for t in tokens[:end] if t.is_word), None)
    if first is None:
        return True
    if end > _LONGEST_INTRODUCTION:
        return False
    leads = (
        words.prepositions | words.intros | words.times | words.subordinators | words.conjunctions
    )
    is_lead = first.low in leads or is_adverb(first, lexicon)
    return is_lead and not any(t.low in words.be | words.have | words.modals for t in tokens[:end])


def past_complementizer(
    tokens: Sequence[Token], at: int, lexicon: Lexicon, addresses: bool = False
) -> int:
    """Past "that", also behind a listener and a channel: "told the paper in a statement that"."""
    words = lexicon.words
    is_far = addresses or (
        at < len(tokens)
        and (
            tokens[at].low in words.prepositions | words.times
            or is_adverb(tokens[at], lexicon)
            or any(t.low in words.times for t in tokens[at + 1 : at + 2])
        )
    )
    for number in range(at, min(at + (_COMPLEMENT_WITHIN if is_far else 1), len(tokens))):
        token = tokens[number]
        if token.kind is Kind.QUOTATION:
            return number
        if token.low in words.complementizers and token.low in words.that_words:
            return past_marks(tokens, number + 1) if _has_words(tokens[number + 1 :]) else number
        if starts_complement(token, lexicon) or token.low in words.intros:
            break
    return past_marks(tokens, at)


def _past_that(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Past "that" right at *at*."""
    at = past_marks(tokens, at)
    is_that = at < len(tokens) and tokens[at].low in lexicon.words.that_words
    stop = next((n for n in range(at + 1, len(tokens)) if tokens[n].text in STOPS), len(tokens))
    goes_on = is_that and stop > at + 2  # not "denied that." or "denied that claim,"
    return past_marks(tokens, at + 1) if goes_on else at


def range_of(tokens: Sequence[Token], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The range from *start* to *end*, if there are words in it."""
    start = min(start, len(tokens))
    return ((start, end),) if _has_words(tokens[start:end]) else ()


def _has_words(tokens: Sequence[Token]) -> bool:
    return any(t.is_word or t.kind is Kind.QUOTATION for t in tokens)
