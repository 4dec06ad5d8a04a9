"""One thing said, as far as the lock must know it."""

from dataclasses import dataclass

from knowledge.text.lock.likeness import Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One thing said.

    Attributes:
        at: The cue's token, or -1 where a claim or a quotation mark tells.
        stances: What the cue can mean; empty where there is none.
        speaker: Tokens that name who says it; empty where that is open.
        speaker_keys: What they are compared by, with the names of a claim.
        content: Tokens of what is said.
        wider: Tokens that may belong to the speaker's name.
        is_open: The speaker is told by a word like "she".
    """

    at: int
    stances: frozenset[str]
    speaker: frozenset[int]
    speaker_keys: Keys
    content: frozenset[int]
    wider: frozenset[int] = frozenset()
    is_passive: bool = False
    is_open: bool = False
