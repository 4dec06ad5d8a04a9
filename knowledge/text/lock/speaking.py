"""Speakers and stances: who says it is told, and does with it what the quote says they do."""

from collections.abc import Iterator, Sequence

from knowledge.text.lock.alignment import Alignment, Quoted, leaves_open
from knowledge.text.lock.cited import Fault, FaultKind
from knowledge.text.lock.likeness import Keys, share
from knowledge.text.lock.reading import Reading, is_general
from knowledge.text.lock.utterance import Utterance
from knowledge.text.lock.utterances import find_utterances, quoted_utterances

_NEUTRAL = frozenset({"says", "reports", "according", "describes", "believes", "confirms", "warns"})
_SPOKEN = _NEUTRAL | {
    "accuses", "claims_responsibility", "promises", "demands", "praises", "criticises", "admits",
    "denies",
}  # fmt: skip
_BORNE_OUT_BY = {
    "says": _SPOKEN,
    "according": _SPOKEN | {"fears", "doubts"},
    "reports": {"reports", "says", "according", "confirms"},
    "describes": {"describes", "says", "according", "accuses", "criticises"},
    "believes": {"believes", "says", "according", "fears"},
    "confirms": {"confirms"},
    "accuses": {"accuses"},
    "denies": {"denies"},
    "asks": {"asks", "demands"},
    "demands": {"demands", "asks"},
}
"""Which stances of the quote bear out one of the statement; any other only itself."""

STRONG = frozenset(
    {
        "accuses",
        "denies",
        "confirms",
        "admits",
        "claims_responsibility",
        "promises",
        "doubts",
        "fears",
    }
)
"""Stances that are not told without words of their own, in any language."""

_SOURCES = frozenset({"research", "journalist", "statement_doc"})

_FULL_NAME = 2
"""Words of a name, such that another with one of them is another's."""


Said = Sequence[tuple[Quoted, Utterance]]


def check_speakers(alignment: Alignment) -> Iterator[Fault]:
    """Speakers that were changed, or made to say it in another way."""
    said = [(q, u) for q in alignment.quotes for u in quoted_utterances(q)]
    for utterance in find_utterances(alignment.statement):
        yield from _check_said(alignment, utterance, said)


def _check_said(alignment: Alignment, own: Utterance, said: Said) -> Iterator[Fault]:
    words = alignment.statement.words({own.at} if own.at >= 0 else own.speaker)
    if own.at < 0 or _is_loose(alignment, own, said):
        return
    allowed = [
        (q, u)
        for q, u in said
        if (_is_stance(own, u) or _is_same_cue(own, q, u)) and not _affirms(alignment, own, u)
    ]
    if not allowed:
        yield Fault(
            kind=FaultKind.STANCE,
            words=words,
            reason=f"Nobody says it in that way (“{words}”) in the cited sentences.",
        )
    elif not any(_is_speaker(alignment, own, q, u) for q, u in allowed):
        who = alignment.statement.words(own.speaker)
        yield Fault(
            kind=FaultKind.SPEAKER,
            words=who,
            reason=f"In the cited sentences it is not “{who}” who says that in that way.",
        )
    elif not any(
        _is_speaker(alignment, own, q, u) and not _is_of_another(alignment, own, q, u, said)
        for q, u in allowed
    ):
        who = alignment.statement.words(own.speaker)
        yield Fault(
            kind=FaultKind.SPEAKER,
            words=who,
            reason=f"In the cited sentences somebody else than “{who}” says that.",
        )


def _is_loose(alignment: Alignment, own: Utterance, said: Said) -> bool:
    """Across languages: whether the cue may be no saying at all, or one that the lists lack there.

    "There is demand", "it is called": nobody says it; "estimated" stands for a noun in the quote.
    """
    if alignment.is_same_language:
        return False
    if not any(_may_tell(alignment.statement, i) for i in own.speaker):
        return not own.is_open
    if own.stances & STRONG:
        return False
    cues = {(id(q), u.at) for q, u in said}
    places = [(id(q), p) for q in alignment.quotes for p in q.words[own.at]]
    is_unlisted = bool(places) and not any(place in cues for place in places)
    tells_more = any(u.stances & STRONG and _is_speaker(alignment, own, q, u) for q, u in said)
    return is_unlisted and own.stances <= _NEUTRAL and not tells_more


def _is_stance(own: Utterance, theirs: Utterance) -> bool:
    if not theirs.stances:  # words in quotation marks alone
        return bool(own.stances & {"says", "according", "believes"})
    return any(_BORNE_OUT_BY.get(stance, {stance}) & theirs.stances for stance in own.stances)


def _affirms(alignment: Alignment, own: Utterance, theirs: Utterance) -> bool:
    """Whether the statement says is so what the quote's speaker denies."""
    if theirs.stances != {"denies"} or own.stances & {"denies", "doubts"}:
        return False
    return not any(
        f.sense.table == "negation" and f.start in own.content for f in alignment.statement.found
    )


def _is_same_cue(own: Utterance, quoted: Quoted, theirs: Utterance) -> bool:
    return (
        quoted.is_same_language
        and theirs.at in quoted.words[own.at]
        and bool(own.stances & theirs.stances)
    )


def _is_speaker(alignment: Alignment, own: Utterance, quoted: Quoted, theirs: Utterance) -> bool:
    keys = own.speaker_keys
    if quoted.is_same_language and _has_stranger(alignment, own):
        return False
    if not any(q.has(i) for q in alignment.quotes for i in own.speaker):
        keys |= alignment.statement.keys_of(own.wider)
    if not own.speaker or _is_hearsay(alignment, own, theirs):
        return True
    named = theirs.speaker | theirs.wider
    if any(named & set(quoted.words[i]) for i in own.speaker):
        return not _is_namesake(alignment, own, quoted, named)
    speakers = theirs.speaker_keys | quoted.reading.keys_of(theirs.wider)
    if share(keys, speakers) or _cannot_tell(alignment, own, quoted, theirs):
        return True
    return _is_named_elsewhere(keys, quoted, theirs)


def _is_namesake(
    alignment: Alignment, own: Utterance, quoted: Quoted, named: frozenset[int]
) -> bool:
    """Whether only some of the names are the quote's speaker's ("John Key", "John Burrows")."""
    statement = alignment.statement
    if sum(quoted.reading.is_name[i] for i in named) < _FULL_NAME:
        return False
    mine = [i for i in own.speaker if statement.is_name[i] and not statement.has(i, "name")]
    has = [i for i in mine if named & set(quoted.words[i])]
    lacks = [i for i in mine if i not in has and alignment.is_borne_out(i)]
    return bool(lacks) and not any(alignment.is_in_context(i) for i in lacks)


def _is_named_elsewhere(keys: frozenset[str], quoted: Quoted, theirs: Utterance) -> bool:
    """Whether the quote leaves its speaker open, and these keys are whom it may mean."""
    reading = quoted.reading
    if theirs.is_open and share(keys, _named_before(quoted, theirs.at)):
        return True
    is_open = not theirs.speaker or _is_unnamed(reading, theirs)
    if is_open and share(keys, quoted.context):
        return True
    is_described = not theirs.speaker_keys and not leaves_open(reading)
    return is_described and share(keys, _all_keys(reading))


def _has_stranger(alignment: Alignment, own: Utterance) -> bool:
    """Whether a word of the speaker stands in no quote ("the government's spokesman")."""
    statement = alignment.statement
    return any(
        not alignment.is_borne_out(i)
        and not is_general(statement, i)
        and not statement.concepts(i, "topic") & _SOURCES
        for i in own.speaker
    )


def _is_hearsay(alignment: Alignment, own: Utterance, theirs: Utterance) -> bool:
    """Whether "reports" or "the media" stands for a source that the quote does not name."""
    general = all(alignment.statement.concepts(i, "topic") & _SOURCES for i in own.speaker)
    return general and bool(theirs.stances & {"reports", "according"})


def _cannot_tell(alignment: Alignment, own: Utterance, quoted: Quoted, theirs: Utterance) -> bool:
    """Across languages: both speakers are told by words that no list knows."""
    statement = alignment.statement
    return (
        not quoted.is_same_language
        and not any(_is_known(statement, i) for i in own.speaker)
        and not any(_is_known(quoted.reading, i) for i in theirs.speaker)
    )


def _is_known(reading: Reading, at: int) -> bool:
    return reading.is_name[at] or any(s.table != "ending" for s in reading.senses[at])


def _named_before(quoted: Quoted, at: int) -> Keys:
    """Whom "she" and "they" may mean in the same sentence: names, and who did something."""
    doers = {i for p in quoted.structure.predicates for i in p.subject | p.wider}
    reading = quoted.reading
    return reading.keys_of(i for i in range(at) if reading.is_name[i] or i in doers)


def _is_unnamed(reading: Reading, theirs: Utterance) -> bool:
    return not any(reading.is_name[i] for i in theirs.speaker)


def _all_keys(reading: Reading) -> Keys:
    return reading.keys_of(range(len(reading.tokens)))


def _is_of_another(
    alignment: Alignment, own: Utterance, quoted: Quoted, theirs: Utterance, said: Said
) -> bool:
    """Whether more of what is said stands in somebody else's words than in these."""
    here = _overlap(alignment, own, quoted, theirs.content)
    if not any(quoted.reading.is_content[i] for i in theirs.content):
        return False  # "doubts that it will": said before, in another's words
    for q, u in said:
        beside = _overlap(alignment, own, q, u.content) - here
        is_other = not _is_one_speaker((q, u), (quoted, theirs)) or not _is_stance(own, u)
        if is_other and (len(beside) > len(here) or _holds_all(alignment, own, (q, u), here)):
            return True
        if _affirms(alignment, own, u) and beside and len(beside) >= len(here):
            return True
    return False


def _is_one_speaker(one: tuple[Quoted, Utterance], other: tuple[Quoted, Utterance]) -> bool:
    """Whether two utterances may be one speaker's; of two full names, more than one word is."""
    (here, u), (there, v) = one, other
    if here is there or not share(u.speaker_keys, v.speaker_keys):
        return share(u.speaker_keys, v.speaker_keys)
    names = [i for i in u.speaker if here.reading.is_name[i]]
    others = sum(there.reading.is_name[i] for i in v.speaker)
    alike = sum(share(here.reading.keys_of([i]), v.speaker_keys) for i in names)
    return alike >= min(_FULL_NAME, len(names), max(others, 1))


def _holds_all(
    alignment: Alignment, own: Utterance, other: tuple[Quoted, Utterance], here: set[int]
) -> bool:
    """Whether another sentence's speaker says all of it that this one says, and more.

    Across languages, as much is enough where most of it cannot be compared.
    """
    quoted, theirs = other
    if not theirs.speaker or len(alignment.quotes) == 1:
        return False
    there = _overlap(alignment, own, quoted, theirs.content)
    content = [i for i in own.content if alignment.statement.is_content[i]]
    is_unclear = not alignment.is_same_language and 2 * len(here) <= len(content)
    return here < there or (is_unclear and here <= there)


def _overlap(
    alignment: Alignment, own: Utterance, quoted: Quoted, content: frozenset[int]
) -> set[int]:
    return {
        i
        for i in own.content
        if alignment.statement.is_content[i] and not content.isdisjoint(quoted.words[i])
    }


def _may_tell(reading: Reading, at: int) -> bool:
    """Whether the word is known as somebody's, or not known at all."""
    known = reading.is_name[at] or reading.has(at, "words", "title") or reading.language == "de"
    return known or reading.has(at, "topic") or reading.has(at, "saying")
