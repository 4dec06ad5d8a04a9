"""Who speaks by a word of saying."""

from collections.abc import Sequence

from knowledge.text.attribution.claimants import can_claim, claimant_behind_lead, without_claimed
from knowledge.text.attribution.contents import past_times
from knowledge.text.attribution.followers import find_bare_subject, find_phrase_after
from knowledge.text.attribution.lexicon import Capitals, Form, Lexicon
from knowledge.text.attribution.listeners import past_listener
from knowledge.text.attribution.marks import before_marks
from knowledge.text.attribution.phrases import Phrase
from knowledge.text.attribution.saying import Cue
from knowledge.text.attribution.speaking_places import find_place_after, find_speaking_place
from knowledge.text.attribution.subjects import (
    find_clause_subject,
    find_subject,
)
from knowledge.text.attribution.telling import Telling, takes_clause
from knowledge.text.attribution.tokens import Kind, Token
from knowledge.text.attribution.wordkinds import is_pronoun, is_role
from knowledge.text.claim import Stance

_AGENT_WITHIN = 12


_IMPERSONAL = frozenset({Stance.SAYS, Stance.BELIEVES, Stance.DESCRIBES, Stance.REPORTS})
"""Stances whose verbs with Spanish "se" name nobody: "se considera que"."""
_REDUCED = frozenset(
    {Stance.SAYS, Stance.REPORTS, Stance.CONFIRMS, Stance.DENIES, Stance.CLAIMS_RESPONSIBILITY}
)
"""Stances whose participle alone tells a speaker: "the version defended by X"."""


def may_lack_speaker(cue: Cue, lexicon: Lexicon) -> bool:
    """Whether the verb may go on with the last speaker."""
    forms = (Form.FINITE, Form.GERUND) if lexicon.capitals is Capitals.NONE else (Form.FINITE,)
    return lexicon.drops_subject and cue.form in forms and not cue.is_passive


def is_impersonal(tokens: Sequence[Token], cue: Cue, lexicon: Lexicon) -> bool:
    """ "Se considera que": somebody says it, nobody is named."""
    near = {t.low for t in tokens[cue.group : cue.start]}
    near.update(t.low for t in tokens[cue.end : cue.end + 1])
    is_one_word = cue.end == cue.start + 1
    return cue.stance in _IMPERSONAL and is_one_word and bool(near & lexicon.words.impersonal)


def is_thing(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether what "shows" or "confirms" something cannot speak ("the images", "the move")."""
    links = lexicon.words.genitive | lexicon.words.prepositions
    head = next((n for n in range(phrase.start, phrase.end) if tokens[n].low in links), phrase.end)
    return head > phrase.start and tokens[head - 1].low in lexicon.words.things


def find_speaker(
    tokens: Sequence[Token],
    cue: Cue,
    cues: Sequence[Cue],
    previous: Telling | None,
    lexicon: Lexicon,
) -> Phrase | None:
    """The noun phrase of whoever speaks; None if there is none in this frame."""
    if cue.is_passive:
        return _agent(tokens, cue, cues, lexicon)
    if cue.form is Form.GERUND:
        return _subject_of_gerund(tokens, cue, cues, previous, lexicon)
    if (inside := _pronoun_inside(tokens, cue, lexicon)) is not None:
        return inside
    if _follows_conjunction(tokens, cue.group, lexicon):
        return _shared_subject(tokens, cue, cues, previous, lexicon)
    if cue.group and tokens[cue.group - 1].text == ",":
        start = past_listener(tokens, past_times(tokens, cue.end, lexicon), lexicon)
        if (place := find_place_after(tokens, start, cue, cues, lexicon)) is not None:
            return place
    left = _speaker_before(tokens, cue, cues, previous, lexicon)
    may_follow = left is None or not (left.is_relative or lexicon.speaker_first)
    return (find_speaker_after(tokens, cue, cues, lexicon) if may_follow else None) or left


def _speaker_before(
    tokens: Sequence[Token],
    cue: Cue,
    cues: Sequence[Cue],
    previous: Telling | None,
    lexicon: Lexicon,
) -> Phrase | None:
    if (place := find_speaking_place(tokens, cue, cues, lexicon)) is not None:
        return place
    left = find_subject(tokens, cue.group, cues, lexicon)
    if left is not None and left.end == left.start + 1 and lexicon.capitals is Capitals.NOUNS:
        left = None if tokens[left.start].low in lexicon.words.anaphors else left
    is_claim = cue.stance is Stance.CLAIMS_RESPONSIBILITY
    if left is not None and is_claim and not can_claim(tokens, left, lexicon):
        left = None
    if left is not None and (not _is_plausible(tokens, left, lexicon) or _overlaps(left, previous)):
        left = None
    return left or (claimant_behind_lead(tokens, cue, lexicon) if is_claim else None)


def _pronoun_inside(tokens: Sequence[Token], cue: Cue, lexicon: Lexicon) -> Phrase | None:
    """French "a-t-il déclaré"."""
    for at in range(cue.group, cue.start):
        if is_pronoun(tokens[at], lexicon) and tokens[at].low in lexicon.suffixes:
            return Phrase(start=at, end=at + 1)
    return None


def _overlaps(phrase: Phrase, previous: Telling | None) -> bool:
    """Whether the words are those of "according to X" before."""
    if previous is None or previous.phrase is None or not previous.cue.is_phrase:
        return False
    return phrase.start < previous.phrase.last and previous.cue.start < phrase.end


def _is_plausible(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a phrase can be a subject: in English a bare noun is plural ("critics say")."""
    words = lexicon.words
    part = tokens[phrase.start : phrase.end]
    if part[0].low in words.object_articles:
        return False
    if lexicon.capitals is Capitals.NOUNS and not any(t.is_capital for t in part):
        return len(part) == 1 and is_pronoun(part[0], lexicon)
    if not words.plural_endings or can_speak(tokens, phrase, lexicon):
        return True
    has_article = part[0].low in words.determiners | words.possessives or part[0].text.isdigit()
    is_plural = any(part[-1].low.endswith(e) for e in words.plural_endings)
    return (has_article and len(part) > 1) or is_plural or part[-1].low in words.plurals


def find_speaker_after(
    tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue], lexicon: Lexicon
) -> Phrase | None:
    """The speaker behind the verb; what stands behind "doubts" or "told" is not the speaker."""
    if not _may_follow(tokens, cue, lexicon):
        return None
    start = cue.bracket + 1 if cue.bracket >= 0 else cue.end
    start = cue.start + 1 if cue.is_split and cue.bracket < 0 else start
    start = past_listener(tokens, past_times(tokens, start, lexicon), lexicon)
    if (place := find_place_after(tokens, start, cue, cues, lexicon)) is not None:
        return place
    is_claim = cue.stance is Stance.CLAIMS_RESPONSIBILITY
    if lexicon.capitals is Capitals.NONE:
        bare = _find_bare_speaker(tokens, start, cue, cues, lexicon)
        if bare is not None and is_claim:
            bare = without_claimed(tokens, bare, lexicon)
        return None if bare and is_claim and not can_claim(tokens, bare, lexicon) else bare
    phrase = find_phrase_after(tokens, start, cues, lexicon)
    if phrase is not None and is_claim and not can_claim(tokens, phrase, lexicon):
        return None
    takes_dative = tokens[cue.end - 1].low in lexicon.words.prepositions  # "heißt es in dem Brief"
    is_object = phrase and tokens[phrase.start].low in lexicon.words.object_articles
    if phrase is None or (is_object and not takes_dative):
        return None
    is_quoted = _follows_quotation(tokens, cue.group)
    is_sure = is_quoted or _must_be_subject(tokens, cue, phrase, lexicon)
    is_sure = is_sure or (is_claim and _is_claimant(tokens, phrase, lexicon))
    return phrase if is_sure or can_speak(tokens, phrase, lexicon) else None


def _is_claimant(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether nobody else than the phrase behind it can claim: "bekannte sich | die Nordfront"."""
    part = tokens[phrase.start : phrase.end]
    is_known = any(t.low in lexicon.words.claimants for t in part)
    return is_known or lexicon.capitals is Capitals.NOUNS


def _may_follow(tokens: Sequence[Token], cue: Cue, lexicon: Lexicon) -> bool:
    """Whether what stands behind the verb can be its subject."""
    if cue.addresses:
        return False
    is_quoted = _follows_quotation(tokens, cue.group)
    follows_comma = cue.group > 0 and tokens[cue.group - 1].text == ","
    is_document = tokens[cue.end - 1].low in lexicon.words.documents
    is_open = is_quoted or follows_comma or is_document or not lexicon.speaker_first
    is_claim = cue.stance is Stance.CLAIMS_RESPONSIBILITY
    return is_open or is_claim or takes_clause(cue) or cue.bracket >= 0


def _find_bare_speaker(
    tokens: Sequence[Token], start: int, cue: Cue, cues: Sequence[Cue], lexicon: Lexicon
) -> Phrase | None:
    """The same in Arabic, where the object may follow without any mark."""
    if start < len(tokens) and _is_object(tokens[start], lexicon):
        return None
    phrase = find_phrase_after(tokens, start, cues, lexicon)
    is_quoted = _follows_quotation(tokens, cue.group)
    has_object = phrase is not None and not is_quoted and _has_object(tokens, phrase)
    if has_object or not takes_clause(cue):
        return find_bare_subject(tokens, start, cues, lexicon)
    return phrase


def _is_object(token: Token, lexicon: Lexicon) -> bool:
    """Whether what stands behind the verb is counted, or is "that"."""
    return token.text[0].isdigit() or lexicon.pronouns.get(token.low) == "first"


def _must_be_subject(tokens: Sequence[Token], cue: Cue, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether nothing but a subject can stand behind the verb: "as | says | the college"."""
    before = tokens[cue.group - 1] if cue.group else None
    if before is None:
        return False
    words = lexicon.words
    if before.low in words.as_words:
        return True
    if lexicon.capitals is Capitals.NOUNS and cue.group == 1 and before.low in words.anaphors:
        return True  # "Das bestätigte die Kasse"
    is_last = phrase.end >= len(tokens) or tokens[phrase.end].text in ".,;"
    return before.text == "," and is_last and not lexicon.drops_subject


def _has_object(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether nothing that could be said follows, so that it must be among the phrase's words."""
    return phrase.end >= len(tokens) or tokens[phrase.end].text == "."


def _follows_quotation(tokens: Sequence[Token], at: int) -> bool:
    before = before_marks(tokens, at)
    return before > 0 and tokens[before - 1].kind is Kind.QUOTATION


def can_speak(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a phrase names somebody or an office, rather than a thing."""
    if lexicon.capitals is Capitals.NONE:
        return True
    words = lexicon.words
    known = words.organisations | words.documents | words.persons | words.plurals
    links = words.genitive | words.prepositions
    stop = next(
        (n for n in range(phrase.start + 1, phrase.end) if tokens[n].low in links), phrase.end
    )
    is_noun = lexicon.capitals is Capitals.NOUNS and tokens[phrase.start].low in words.determiners
    return any(
        (t.is_capital and not is_noun and t.low not in words.determiners)
        or is_pronoun(t, lexicon)
        or is_role(t.low, lexicon)
        or t.low in known
        for t in tokens[phrase.start : stop]
    )


def _follows_conjunction(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    return at > 0 and tokens[at - 1].low in lexicon.words.conjunctions


def _shared_subject(
    tokens: Sequence[Token],
    cue: Cue,
    cues: Sequence[Cue],
    previous: Telling | None,
    lexicon: Lexicon,
) -> Phrase | None:
    """ "tweeted to him and said": the subject of the verb before."""
    if previous is not None and previous.phrase is not None and not previous.cue.is_phrase:
        return previous.phrase
    return find_clause_subject(tokens, cue.group - 1, cues, lexicon)


def _subject_of_gerund(
    tokens: Sequence[Token],
    cue: Cue,
    cues: Sequence[Cue],
    previous: Telling | None,
    lexicon: Lexicon,
) -> Phrase | None:
    """ "with officials saying", else the subject of the clause or of the verb of saying before."""
    if lexicon.capitals is Capitals.NONE:
        return previous.phrase if previous is not None else None
    beside = find_subject(tokens, cue.group, cues, lexicon)
    if beside is not None and beside.start and not beside.is_relative:
        before = tokens[beside.start - 1].low
        is_document = any(
            t.low in lexicon.words.documents for t in tokens[beside.start : beside.end]
        )
        follows = tokens[cue.group - 1].is_word and not is_document
        if before in lexicon.words.with_words or (follows and can_speak(tokens, beside, lexicon)):
            return beside
    if previous is not None and previous.phrase is not None:
        return previous.phrase
    return find_clause_subject(tokens, cue.group, cues, lexicon)


def _agent(
    tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue], lexicon: Lexicon
) -> Phrase | None:
    for at in range(cue.end, min(cue.end + _AGENT_WITHIN, len(tokens))):
        token = tokens[at]
        if token.low in lexicon.words.agents:
            phrase = find_phrase_after(tokens, at + 1, cues, lexicon)
            is_reduced = cue.group == cue.start
            can = phrase is not None and can_speak(tokens, phrase, lexicon)
            return phrase if not is_reduced or (can and cue.stance in _REDUCED) else None
        if not token.is_word and token.kind is not Kind.QUOTATION:
            return None
    return None
