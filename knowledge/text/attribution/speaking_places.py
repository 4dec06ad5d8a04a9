"""Places that speak for those who work there: Russian "В Кремле заявили", "сообщили в полиции"."""

from collections.abc import Sequence

from knowledge.text.attribution.followers import find_phrase_after
from knowledge.text.attribution.lexicon import Lexicon
from knowledge.text.attribution.phrases import LONGEST, Phrase, next_comma
from knowledge.text.attribution.saying import Cue, is_plural_verb
from knowledge.text.attribution.tokens import Token
from knowledge.text.attribution.wordkinds import is_adverb, is_circumstance
from knowledge.text.claim import Stance


def find_speaking_place(
    tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue], lexicon: Lexicon
) -> Phrase | None:
    """The place before a verb in the plural, over "однако" and "это" between the two."""
    if not lexicon.words.speaking_places or not is_plural_verb(tokens, cue, lexicon):
        return None
    start = _start_of_clause(tokens, cue.group)
    phrase = _place_at(tokens, start, cues, lexicon)
    if phrase is None or phrase.end > cue.group:
        return None
    at = _past_relative_clause(tokens, phrase.end, lexicon)
    rest = [t for t in tokens[at : cue.group] if t.is_word]
    return phrase if all(_fills(t, lexicon) for t in rest) else None


def find_place_after(
    tokens: Sequence[Token], at: int, cue: Cue, cues: Sequence[Cue], lexicon: Lexicon
) -> Phrase | None:
    """The place behind a verb in the plural: "сообщили | в городской больнице"."""
    if not lexicon.words.speaking_places or not is_plural_verb(tokens, cue, lexicon):
        return None
    is_reflexive = tokens[cue.start].low.endswith(tuple(lexicon.words.reflexive_endings))
    if cue.stance not in (Stance.SAYS, Stance.REPORTS) or is_reflexive:
        return None  # "сомневаются в прогнозе"
    return _place_at(tokens, at, cues, lexicon)


def is_hearsay(tokens: Sequence[Token], cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a verb in the plural has words before it but no speaker: "об этом говорят"."""
    if not lexicon.words.speaking_places or not is_plural_verb(tokens, cue, lexicon):
        return False
    start = _start_of_clause(tokens, cue.group)
    joined = lexicon.words.conjunctions
    words = [t for t in tokens[start : cue.group] if t.is_word]
    if words and words[-1].low in joined:
        return False
    return any(t.low not in lexicon.words.intros | joined and not _fills(t, lexicon) for t in words)


def place_at_start(tokens: Sequence[Token], lexicon: Lexicon) -> Phrase | None:
    """The place that a sentence starts with, where places can speak."""
    return _place_at(tokens, 0, (), lexicon) if lexicon.words.speaking_places else None


def _start_of_clause(tokens: Sequence[Token], at: int) -> int:
    marks = ":;.!?…"
    return next((n for n in range(at, 0, -1) if tokens[n - 1].text in marks), 0)


def _place_at(
    tokens: Sequence[Token], at: int, cues: Sequence[Cue], lexicon: Lexicon
) -> Phrase | None:
    words = lexicon.words
    while at < len(tokens) and (not tokens[at].is_word or tokens[at].low in words.intros):
        at += 1
    if at + 1 >= len(tokens) or tokens[at].low not in words.speaking_places:
        return None
    phrase = find_phrase_after(tokens, at + 1, cues, lexicon)
    if phrase is None or phrase.end - phrase.start > LONGEST // 2:
        return None
    part = tokens[phrase.start : phrase.end]
    known = words.no_places | words.times | words.dates | lexicon.channel_nouns
    first = [t.low for t in part[:2]]
    if any(low in known for low in first) or any(t.text.isdigit() for t in part[:1]):
        return None
    return Phrase(start=phrase.start, end=phrase.end)


def _past_relative_clause(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Past ", куда привезли раненых,"."""
    words = lexicon.words
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return at
    starts = tokens[at + 1].low in words.relatives | words.subordinators
    return next_comma(tokens, at + 1) if starts else at


def _fills(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word may stand between the place and the verb."""
    words = lexicon.words
    known = words.intros | words.clitics | words.negators | words.fillers
    return token.low in known or is_adverb(token, lexicon) or is_circumstance(token, lexicon)
