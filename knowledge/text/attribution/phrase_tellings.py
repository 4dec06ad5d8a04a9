"""What is told by phrases: "according to X, …", "in his view, …", "dem Amt zufolge …"."""

from collections.abc import Sequence

from knowledge.text.attribution.contents import (
    is_introduction,
    range_of,
)
from knowledge.text.attribution.followers import find_phrase_after
from knowledge.text.attribution.lexicon import Lexicon
from knowledge.text.attribution.marks import before_marks, past_marks
from knowledge.text.attribution.phrases import Phrase
from knowledge.text.attribution.saying import Cue
from knowledge.text.attribution.speakers import (
    can_speak,
)
from knowledge.text.attribution.speaking_places import place_at_start
from knowledge.text.attribution.subjects import find_clause_subject, find_subject
from knowledge.text.attribution.telling import Telling
from knowledge.text.attribution.tokens import Kind, Token
from knowledge.text.attribution.verbs import is_possessive
from knowledge.text.claim import Stance

_LEAD_WORDS = 6


def phrase_telling(
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
    if cue.pronoun:
        return _pronoun_telling(tokens, cue, previous, lexicon)
    phrase = find_phrase_after(tokens, cue.end, cues, lexicon, opens=opens)
    if phrase is None or not _fits_phrase(tokens, cue, phrase, opens, lexicon):
        return None
    last = len(tokens)
    end = phrase.last
    after = past_marks(tokens, end)
    if cue.stance is Stance.REPORTS and phrase and not _is_source(tokens, phrase, lexicon):
        return None
    if previous is not None and cue.stance is Stance.REPORTS:
        return Telling(cue=cue, phrase=phrase, contents=previous.contents, cites=True)
    if opens:
        return Telling(cue=cue, phrase=phrase, contents=range_of(tokens, after, last))
    closes = after >= last or tokens[end].text in ".;" or _is_another(tokens, after, lexicon)
    start = _behind_phrase(tokens, previous, before)
    contents = range_of(tokens, start, before if closes else last)
    return Telling(cue=cue, phrase=phrase, contents=contents, follows=False)


def postposition_telling(
    tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue], lexicon: Lexicon
) -> Telling | None:
    """German "Dem Ministerium zufolge …": the whole sentence, but for the phrase at its start."""
    phrase = find_subject(tokens, cue.group, cues, lexicon)
    if phrase is None:
        return None
    leads = not any(t.is_word for t in tokens[: phrase.first])
    start = past_marks(tokens, cue.end) if leads else 0
    contents = range_of(tokens, start, len(tokens))
    return Telling(cue=cue, phrase=phrase, contents=contents, follows=leads)


def _pronoun_telling(
    tokens: Sequence[Token], cue: Cue, previous: Telling | None, lexicon: Lexicon
) -> Telling:
    """ "In his view, …", whose speaker is the one just told of, or the sentence's subject."""
    colon = next((n for n in range(cue.start, 0, -1) if tokens[n - 1].text in ":;"), 0)
    if previous is not None and previous.phrase is not None and not previous.cue.is_phrase:
        phrase: Phrase | None = previous.phrase
    else:
        phrase = place_at_start(tokens, lexicon) or find_clause_subject(
            tokens, cue.start, (), lexicon, from_start=True
        )
    is_inside = previous is not None and any(a <= cue.start < b for a, b in previous.contents)
    if previous is not None and is_inside and not colon:
        return Telling(cue=cue, phrase=phrase, contents=previous.contents)
    start = past_marks(tokens, cue.end) if cue.start == colon else colon
    return Telling(cue=cue, phrase=phrase, contents=range_of(tokens, start, len(tokens)))


def _behind_phrase(tokens: Sequence[Token], previous: Telling | None, end: int) -> int:
    """Where the second figure begins in "12 000 selon la police, 60 000 selon la CGT"."""
    if previous is None or previous.phrase is None or not previous.cue.is_phrase:
        return 0
    if not previous.follows:
        return past_marks(tokens, previous.phrase.last)
    comma = next((n for n in range(end - 1, previous.phrase.last, -1) if tokens[n].text == ","), 0)
    is_figure = comma and tokens[comma + 1].text[0].isdigit()
    return comma + 1 if is_figure else 0


def _is_another(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether somebody else's figure follows: "while", or a number and "according to"."""
    rest = tokens[at:]
    if rest and rest[0].low in lexicon.words.contrasts:
        return True
    has_phrase = any(t.low in lexicon.phrases for t in rest)
    return bool(rest) and rest[0].text[0].isdigit() and has_phrase


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
    if opens and tokens[phrase.end : phrase.end + 1] and tokens[phrase.end].text == ",":
        nouns = [t for t in head if t.low not in lexicon.words.determiners]
        if nouns and nouns[0].low in lexicon.words.arguers:
            return True
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
