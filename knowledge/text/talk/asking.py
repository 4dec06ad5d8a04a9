"""A question, read for what it holds of its own and what it leaves to the one before it."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from knowledge.text.talk.cues import TalkCues, load_cues, longest_at_start
from knowledge.text.words.lexicon import Asked, load_lexicon
from knowledge.text.words.reading import CAPITALS, Reading, find_asked, read
from knowledge.text.words.stems import Word, find_words

_AND = "و"
"""Arabic writes it as one with the word that follows."""

_FEW = 3
"""Words of its own with which a question may still need another."""

_SHORTEST_JOINED = 3
_QUESTION_MARKS = ("?", "？", "؟")


@dataclass(frozen=True)
class Asking:
    """A question, by its words; made by `read_asking`.

    Attributes:
        text: As it is read; see `as_written` for the reader's own characters.
        lead: How many of its first words only lead on from what was talked about.
        asked: What kind of thing it wants to hear.
        asking_at: Where the words begin by which it asks.
    """

    text: str
    as_written: str
    language: str
    reading: Reading
    cues: TalkCues
    lead: int
    asked: Asked
    asking_at: frozenset[int]

    @property
    def rest(self) -> tuple[Word, ...]:
        """Its words without those that lead on."""
        return self.reading.words[self.lead :]

    @property
    def is_asking(self) -> bool:
        """Whether it has a question word."""
        return self.asked is not Asked.NOTHING

    @cached_property
    def spoken(self) -> tuple[Word, ...]:
        """Its words of saying."""
        speaking = load_lexicon(self.language).speaking
        return tuple(w for w in self.rest if w.folded in speaking)

    @cached_property
    def own(self) -> tuple[Word, ...]:
        """Its words with a topic of their own."""
        empty = self.cues.asides | self.cues.subjects | self.cues.others | self.cues.things
        empty |= self.cues.reader | {w.folded for w in self.spoken}
        topic = {w.start for w in self.reading.topic}
        return tuple(
            w
            for w in self.rest
            if w.start in topic and w.start not in self.asking_at and w.folded not in empty
        )

    @cached_property
    def names(self) -> tuple[Word, ...]:
        """Which of them are written like names; any of them where the script does not tell."""
        return tuple(w for w in self.own if self.is_name(w))

    @property
    def is_proper(self) -> bool:
        """Whether it is a name and nothing else; a name has no article where nouns look alike."""
        if not self.own or len(self.names) != len(self.own):
            return False
        if self.language == "ar":
            return not self.own[0].folded.startswith("ال")
        return self.language != "de" or len(self.own) == len(self.rest)

    def is_name(self, word: Word) -> bool:
        """Whether a word is written like a name, as far as its language tells."""
        if self.language in CAPITALS or self.language == "de":
            return word.text[0].isupper()
        return True

    @property
    def addressed(self) -> bool:
        """Whether it speaks of the bot or the reader."""
        return any(w.folded in self.cues.reader for w in self.rest)

    @property
    def has_things(self) -> bool:
        """Whether it has a pronoun for what is not a person."""
        return any(w.folded in self.cues.things for w in self.rest)

    @cached_property
    def stray_subject(self) -> Word | None:
        """A pronoun for somebody who acts and is not named before it in the question."""
        return self._stray(self.cues.subjects)

    @property
    def is_joined(self) -> bool:
        """Whether the stray pronoun is tied to its verb: "a-t-elle"."""
        word = self.stray_subject
        return word is not None and self.text[word.start - 1 : word.start] == "-"

    @cached_property
    def stray_other(self) -> bool:
        """The same of other forms, in a question without a name."""
        few = len(self.own) <= _FEW
        return few and not self.names and self._stray(self.cues.others) is not None

    @cached_property
    def subjectless(self) -> bool:
        """Whether somebody speaks in it who is left out: "¿Qué dijo?", "¿Qué dijo sobre Kiev?"."""
        if not (self.cues.drops_subject and self.spoken) or self.asked is not Asked.THING:
            return False
        after = [w for w in self.rest if w.start > self.spoken[0].start]
        before = [w for w in self.own if w.start < self.spoken[0].start]
        return not before and (not after or after[0].folded in self.cues.about)

    @property
    def said_after_lead(self) -> str:
        """Its text without what leads on, and without marks around it."""
        first = self.rest[0].start if self.rest else len(self.text)
        return self.text[first:].strip(" \t\n?？؟!.…¿¡")

    @property
    def starts_with_name(self) -> bool:
        """Whether its first word keeps its capital wherever it stands."""
        first = self.reading.words[:1]
        return bool(first) and first[0] in self.names

    @property
    def ends_asking(self) -> bool:
        """Whether a question mark ends it."""
        return self.text.rstrip().endswith(_QUESTION_MARKS)

    @cached_property
    def _asking_on(self) -> frozenset[int]:
        """Where asking goes on: "who are they that" of Arabic is one phrase with its pronoun."""
        if self.language != "ar":
            return self.asking_at
        pairs = pairwise(self.reading.words)
        return self.asking_at | {b.start for a, b in pairs if a.start in self.asking_at}

    def _stray(self, pronouns: frozenset[str]) -> Word | None:
        """The first of *pronouns*, if nothing with a topic stands before it.

        What stands before the question word is explained behind it: "After she won, what did Ada
        Park promise?". One with a capital within the sentence is German courtesy.
        """
        for word in self.rest:
            if word in self.own or word.start < min(self.asking_at, default=0):
                return None
            polite = word.text[0].isupper() and word.start > self.reading.words[0].start
            if word.folded in pronouns and word.start not in self._asking_on and not polite:
                return word
        return None


def read_asking(text: str, language: str) -> Asking:
    """Take a question apart."""
    as_written, text = text, _part_joined_and(text) if language == "ar" else text
    reading, cues = read(text, language), load_cues(language)
    lead = _find_lead(reading, cues)
    asked, at = find_asked(read(_after(text, reading, lead), language))
    offset = reading.words[lead].start if lead else 0
    return Asking(
        text=text,
        as_written=as_written,
        language=language,
        reading=reading,
        cues=cues,
        lead=lead,
        asked=asked,
        asking_at=frozenset(start + offset for start in at),
    )


def _find_lead(reading: Reading, cues: TalkCues) -> int:
    words = reading.words
    loose = longest_at_start(words, cues.loose_leads)
    if loose and any(word.text.islower() for word in words[loose:] if word in reading.topic):
        loose = 0
    lead = loose or longest_at_start(words, cues.leads)
    return lead if lead < len(words) else 0


def _after(text: str, reading: Reading, lead: int) -> str:
    return text[reading.words[lead].start :] if lead else text


def _part_joined_and(text: str) -> str:
    """Arabic "and" as a word of its own at the beginning, where the rest is a word as well."""
    words = find_words(text, "ar")
    if not words or not words[0].text.startswith(_AND):
        return text
    first = words[0]
    rest = first.text[len(_AND) :]
    known = first.folded in {phrase[0] for phrase in load_cues("ar").leads}
    if known or first.folded in {"وراء", "وزير", "وزارة", "وكالة", "واشنطن", "وفد", "وقت"}:
        return text
    is_word = len(rest) >= _SHORTEST_JOINED or rest in load_lexicon("ar").function
    return re.sub(re.escape(first.text), f"{_AND} {rest}", text, count=1) if is_word else text
