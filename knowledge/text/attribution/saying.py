"""Words of saying in a frame: verbs in all their forms, and phrases such as "according to"."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.text.attribution.claiming import CLAIMED, fits_claim
from knowledge.text.attribution.lexicon import ANY_WORDS, Capitals, Form, Lexicon, Needs, Verb
from knowledge.text.attribution.tokens import Kind, Token
from knowledge.text.attribution.verbs import (
    bracket_of,
    form_of,
    governing_verb,
    group_start,
    has_agent,
    is_noun,
    is_verbal_noun,
)
from knowledge.text.claim import Stance

_GAP = 6
"""Words that `…` stands for at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words of saying, as places in a frame's tokens.

    Attributes:
        group: Where the verb with its auxiliaries and adverbs begins.
        start: The word itself.
        end: Past its last word.
        is_phrase: A phrase that its speaker follows, not a verb.
        is_passive: The speaker, if there is one, is its agent ("denied by").
        is_negated: "did not confirm", "refused to say".
        bracket: Where the auxiliary stands that the verb closes ("hat … gesagt"), or -1.
        is_postposition: The speaker stands before it, in whatever case ("dem Amt zufolge").
        refuses: The words themselves are what is told ("declined to comment").
        is_split: The speaker may stand among the words of the cue.
        pronoun: Kind of the pronoun that a phrase holds ("in his view").
        object_start: Past its first words; what is said may stand among the words of the cue
            ("held | Ukraine responsible").
    """

    group: int
    start: int
    end: int
    object_start: int
    stance: Stance
    form: Form
    needs: frozenset[Needs] = frozenset()
    addresses: bool = False
    is_phrase: bool = False
    is_passive: bool = False
    is_negated: bool = False
    refuses: bool = False
    is_postposition: bool = False
    is_split: bool = False
    bracket: int = -1
    pronoun: str = ""


def find_cues(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Cue, ...]:
    """All words of saying among *tokens*, in order, none overlapping another."""
    found: list[Cue] = []
    position = 0
    while position < len(tokens):
        cue = _cue_at(tokens, position, lexicon)
        if cue is not None:
            found.append(cue)
        position = cue.end if cue else position + 1
    return tuple(found)


def _cue_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Cue | None:
    token = tokens[at]
    if not token.is_word:
        return None
    if (phrase := _phrase_at(tokens, at, lexicon)) is not None:
        return phrase
    stance = lexicon.postpositions.get(token.low)
    if stance is not None and at:
        return Cue(
            group=at,
            start=at,
            end=at + 1,
            object_start=at + 1,
            stance=stance,
            form=Form.FINITE,
            is_postposition=True,
        )
    if _is_inside_name(tokens, at, lexicon) or _is_source(tokens, at, lexicon):
        return None
    for verb in lexicon.verbs.get(token.low, ()):
        end = _match_rest(tokens, at + 1, verb.rest, lexicon)
        if end is not None and (cue := _verb_cue(tokens, at, end, verb, lexicon)):
            return cue
    return None


def _phrase_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Cue | None:
    follows_comma = at > 0 and (tokens[at - 1].text in ",–—" or not tokens[at - 1].low)
    if tokens[at].low in lexicon.words.comma_phrases and not follows_comma:
        return None
    if tokens[at].low in lexicon.words.person_phrases and any(t.is_word for t in tokens[:at]):
        return None
    low = _without_joined(tokens[at].low, lexicon)
    for words, kind in lexicon.pronoun_phrases.get(low, ()):
        end = _match_rest(tokens, at + 1, words, lexicon)
        if end is not None:
            return Cue(
                group=at,
                start=at,
                end=end,
                object_start=end,
                stance=Stance.SAYS,
                form=Form.FINITE,
                is_phrase=True,
                pronoun=kind,
            )
    for rest, stance in lexicon.phrases.get(low, ()):
        end = _match_rest(tokens, at + 1, rest, lexicon)
        if end is not None and not (at and tokens[at - 1].low in lexicon.words.prepositions):
            return Cue(
                group=at,
                start=at,
                end=end,
                object_start=end,
                stance=stance,
                form=Form.FINITE,
                is_phrase=True,
            )
    return None


def _without_joined(low: str, lexicon: Lexicon) -> str:
    """Arabic "and" is written together with the next word."""
    known = lexicon.phrases.keys() | lexicon.pronoun_phrases.keys() if lexicon.joined else ()
    return next((low[1:] for j in lexicon.joined if low.startswith(j) and low[1:] in known), low)


def _match_rest(
    tokens: Sequence[Token], at: int, rest: Sequence[str], lexicon: Lexicon
) -> int | None:
    """Past the last word of *rest* if it stands at *at*, with any words for `…`."""
    for number, word in enumerate(rest):
        if word == ANY_WORDS:
            wanted = rest[number + 1]
            window = tokens[at : at + 1 + _GAP]
            step = next((k for k, t in enumerate(window) if _is_word(t.low, wanted, lexicon)), None)
            if step is None or any(t.kind is not Kind.WORD for t in window[:step]):
                return None
            at += step
        elif at < len(tokens) and _is_word(tokens[at].low, word, lexicon):
            at += 1
        else:
            return None
    return at


def _is_word(low: str, word: str, lexicon: Lexicon) -> bool:
    """ "de" may have an article joined on ("do", "dos"); "*ым" is any word that ends so."""
    if word.startswith("*"):
        return low.endswith(word[1:])
    if low == word:
        return True
    genitive = lexicon.words.genitive
    is_joined = any({low, word} <= set(one.split("/")) for one in lexicon.words.contractions)
    return is_joined or (low in genitive and word in genitive)


def _is_inside_name(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """A word with a capital in mid-sentence is part of a name ("United States")."""
    if lexicon.capitals is Capitals.NONE or not tokens[at].is_capital or at == 0:
        return False
    return tokens[at - 1].is_word


def _is_source(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """ "analysts quoted by": a way to name who reports, and no word of saying."""
    return tokens[at].low in lexicon.words.quoted_by and has_agent(tokens, at + 1, lexicon)


def _verb_cue(
    tokens: Sequence[Token], at: int, end: int, verb: Verb, lexicon: Lexicon
) -> Cue | None:
    is_noun_here = not verb.rest and is_noun(tokens, at, Form.INFINITIVE in verb.forms, lexicon)
    if is_noun_here or not fits_claim(tokens, at, end, verb, lexicon):
        return None
    group = group_start(tokens, at, lexicon)
    words = [t.low for t in tokens[group:at]]
    form = form_of(words, tokens, at, verb, lexicon)
    bracket = bracket_of(tokens, at, group, verb, lexicon) if lexicon.splits_verbs else -1
    if bracket >= 0:
        form, group = Form.FINITE, bracket
        words = [t.low for t in tokens[group:at]]
    if form is None or bracket < -1:
        return None
    if form is Form.GERUND and is_verbal_noun(tokens, group, at, lexicon):
        return None
    if form is Form.INFINITIVE:
        group = governing_verb(tokens, group, lexicon)
        if group < 0:
            return None
        words = [t.low for t in tokens[group:at]]
    is_negated = _is_negated(words, tokens, at, end, lexicon)
    if verb.refuses and not (is_negated or _is_refusal(tokens[at:end], lexicon)):
        return None
    return Cue(
        group=group,
        start=at,
        end=end,
        object_start=_object_start(at, end, verb),
        bracket=bracket,
        stance=verb.stance,
        form=form,
        needs=verb.needs - CLAIMED,
        addresses=verb.addresses,
        is_passive=form is Form.PARTICIPLE,
        is_negated=verb.refuses or is_negated,
        refuses=verb.refuses,
        is_split=lexicon.splits_verbs and ANY_WORDS in verb.rest,
    )


def _is_refusal(verb: Sequence[Token], lexicon: Lexicon) -> bool:
    """ "declined to comment" and "had no comment", but not "wanted to comment"."""
    return any(t.low in lexicon.words.negators | lexicon.words.refusing for t in verb)


def quotes_source(tokens: Sequence[Token], cue: Cue, lexicon: Lexicon) -> bool:
    """Whether the speaker stands behind the cue and inside it who reports: "نقلت رويترز عن"."""
    if cue.stance is Stance.CLAIMS_RESPONSIBILITY:
        return False
    ends_in_source = tokens[cue.end - 1].low in lexicon.words.sources
    return cue.is_split and ends_in_source and cue.end - cue.start > 1


def is_plural_verb(tokens: Sequence[Token], cue: Cue, lexicon: Lexicon) -> bool:
    """Whether the verb has several subjects, or none that is named ("сообщили", "dicen")."""
    endings = tuple(lexicon.words.plural_verb_endings)
    return bool(endings) and not cue.is_phrase and tokens[cue.start].low.endswith(endings)


def gender_of_verb(tokens: Sequence[Token], cue: Cue, lexicon: Lexicon) -> str:
    """What the ending says of the subject ("сказала"): `f`, `m`, or "" where it says nothing."""
    words, low = lexicon.words, tokens[cue.start].low
    if cue.is_phrase or cue.form is not Form.FINITE:
        return ""
    if words.feminine_verb_endings and low.endswith(tuple(words.feminine_verb_endings)):
        return "f"
    is_man = words.masculine_verb_endings and low.endswith(tuple(words.masculine_verb_endings))
    return "m" if is_man else ""


def _object_start(at: int, end: int, verb: Verb) -> int:
    has_gap = ANY_WORDS in verb.rest and end - at > len(verb.rest)
    return at + 1 + verb.rest.index(ANY_WORDS) if has_gap else end


def _is_negated(
    words: Sequence[str], tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon
) -> bool:
    after = tokens[at + 1].low if end == at + 1 < len(tokens) else ""
    negators = lexicon.words.negators | lexicon.words.refusing
    return bool(negators & set(words)) or (after in lexicon.words.after_negators)
