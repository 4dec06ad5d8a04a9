"""Whose words a statement renders: read from the claims of its sentences, never from the model."""

from collections.abc import Sequence

from knowledge.answering.evidence import Candidate
from knowledge.answering.model_sheet import mention_text
from knowledge.answering.model_text import holds_name
from knowledge.text.claim import Claim, Stance


def find_voice(text: str, cited: Sequence[Candidate]) -> tuple[str, Stance]:
    """The speaker and what the speaker does, where the cited sentences leave no choice.

    One claim, or only one whose speaker *text* names, settles it. Otherwise the text alone says
    who speaks, as the lock has seen to: an empty speaker here, and the article's stance.
    """
    claims = [(candidate, claim) for candidate in cited for claim in candidate.claims]
    named = [claim for candidate, claim in claims if _names(text, candidate, claim)]
    for choice in ([claim for _, claim in claims], named):
        voices = {(claim.speaker, claim.stance) for claim in choice}
        if len(voices) == 1:
            return voices.pop()
    speakers = {claim.speaker for claim in named}
    return (speakers.pop(), Stance.SAYS) if len(speakers) == 1 else ("", Stance.STATES)


def _names(text: str, candidate: Candidate, claim: Claim) -> bool:
    """Whether *text* holds the speaker's name, a part of it, or the words that stand for it."""
    parts = [claim.speaker, mention_text(candidate, claim.mention), *claim.speaker.split()]
    return any(len(part) > 2 and holds_name(text, part) for part in parts)
