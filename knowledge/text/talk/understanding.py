"""A question as it stands by itself: what it leaves out is taken from the one before it.

Four ways, each of which leaves both questions' own words whole:

- another name takes its counterpart's place ("What did Putin say?" "And Harris?");
- "And what did Putin say?" asks what he said of what was talked about;
- a pronoun that stands for nobody in its own question is replaced by the name before it;
- a question without a topic is put behind the one before it ("Who did it – and when?").
"""

from collections.abc import Sequence

from knowledge.text.talk.asking import Asking, read_asking
from knowledge.text.talk.cues import load_cues
from knowledge.text.talk.slots import Slot, find_counterpart, find_speaker
from knowledge.text.words.lexicon import Asked
from knowledge.text.words.reading import CAPITALS, DASH, find_asked

_MOST_NAMED = 6
"""Words; what is longer and has no question word is no name."""

_MOST_LONE_NAME = 3
_FEW_OWN = 1

_ENDS = " \t\n?？؟!.…¿¡"


def understand(text: str, language: str, earlier: Sequence[tuple[str, str]]) -> str:
    """*text* as a question that stands by itself; the same where it does already.

    Args:
        earlier: The chat's questions before it as they were understood, each with its language,
            oldest first.
    """
    asking = read_asking(text, language)
    if not hangs(asking):
        return text
    base = next((b for b in map(_base, reversed(earlier)) if b is not None), None)
    if base is None or base.text.strip(_ENDS) == text.strip(_ENDS):
        return text
    return _join(asking, base)


def hangs(asking: Asking) -> bool:
    """Whether a question needs another one to be understood."""
    return (
        _is_empty(asking)
        or _is_name_alone(asking)
        or asking.stray_subject is not None
        or asking.stray_other
        or asking.subjectless
        or _speaker_alone(asking) is not None
    )


def may_hang(text: str, language: str) -> bool:
    """Whether a question may need another one; nine in ten that `hangs` misses are among these."""
    asking = read_asking(text, language)
    cues = asking.cues
    pronouns = cues.subjects | cues.others | cues.things
    is_short = len(asking.own) <= _FEW_OWN and not asking.addressed
    return (
        hangs(asking)
        or bool(asking.lead)
        or is_short
        or any(word.folded in pronouns for word in asking.rest)
    )


def _base(turn: tuple[str, str]) -> Asking | None:
    """An earlier question without what was put behind it; None where it has no topic."""
    text, language = turn
    asking = read_asking(text.split(DASH)[0], language)
    asks = asking.is_asking or asking.spoken or asking.ends_asking
    return asking if asks and asking.own and not hangs(asking) else None


def _is_empty(asking: Asking) -> bool:
    """It asks, and about nothing of its own; what is said to the bot is no such question."""
    return not asking.own and not asking.addressed and (asking.is_asking or asking.has_things)


def _is_name_alone(asking: Asking) -> bool:
    """A name after "and" or "what about", or with nothing but a question mark."""
    if asking.is_asking or asking.spoken or not asking.own or asking.addressed:
        return False
    if asking.lead:
        return len(asking.rest) <= _MOST_NAMED
    by_capital = asking.language in CAPITALS and len(asking.rest) <= _MOST_LONE_NAME
    return by_capital and asking.ends_asking and len(asking.names) == len(asking.rest)


def _speaker_alone(asking: Asking) -> Slot | None:
    """Who speaks in "And what did Putin say?", where nothing is said of what about."""
    asked = asking.asked if asking.is_asking else find_asked(asking.reading)[0]  # "und was"
    if not (asking.lead and asking.spoken) or asked is not Asked.THING:
        return None
    speaker = find_speaker(asking)
    if speaker is None:
        return None
    about = [w for w in asking.own if not speaker.start <= w.start < speaker.end]
    return None if about else speaker


def _with_topic(asking: Asking, base: Asking, *, same: bool) -> str:
    """The question with what the earlier one says its speaker speaks about, or behind it."""
    slot = find_speaker(base) if base.spoken and base.asked is Asked.THING and same else None
    if slot is None:
        return _behind(asking, base)
    verb = base.spoken[0]
    about = base.text[max(slot.end, verb.start + len(verb.text)) :]
    return asking.text.rstrip(_ENDS) + about if about.strip(_ENDS) else asking.text


def _join(asking: Asking, base: Asking) -> str:
    same = asking.language == base.language
    if _speaker_alone(asking) is not None:
        return _with_topic(asking, base, same=same)
    if _is_name_alone(asking):
        return _with_name(asking, base, same=same)
    needs_speaker = asking.stray_subject is not None or asking.subjectless
    replaced = needs_speaker and not asking.has_things and not asking.is_joined
    speaker = find_speaker(base) if replaced else None
    if speaker is None:
        return _behind(asking, base)
    name = base.text[speaker.start : speaker.end]
    return _named(asking, name)


def _with_name(asking: Asking, base: Asking, *, same: bool) -> str:
    """The earlier question about another name.

    Where it asks who did something, and of another name, that one's word on it is meant.
    """
    name = asking.said_after_lead
    slot = find_counterpart(base, asking)
    if slot is None or not same:
        speaks = base.asked in (Asked.PERSON, Asked.GROUP) if slot is None else bool(base.spoken)
        says = load_cues(asking.language).says if speaks and asking.is_proper else ""
        return says.format(name=name) if says else _behind(asking, base)
    return base.text[: slot.start] + name + base.text[slot.end :]


def _named(asking: Asking, name: str) -> str:
    """The question with the name for its pronoun, or behind its verb of saying."""
    word = asking.stray_subject
    if word is not None:
        return asking.text[: word.start] + name + asking.text[word.start + len(word.text) :]
    verb = asking.spoken[0]
    end = verb.start + len(verb.text)
    return f"{asking.text[:end]} {name}{asking.text[end:]}"


def _behind(asking: Asking, base: Asking) -> str:
    said = asking.as_written.strip().lstrip("¿¡ ")
    first = said[:1] if asking.starts_with_name else said[:1].lower()
    return f"{base.text.rstrip(_ENDS)}{DASH}{first}{said[1:]}"
