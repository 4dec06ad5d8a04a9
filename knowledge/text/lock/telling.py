"""What the program itself can tell of a claim, so that a model need not: "denies", "reportedly"."""

from dataclasses import dataclass
from enum import StrEnum

from knowledge.text.claim import Claim, Stance
from knowledge.text.lock.cited import CitedSentence
from knowledge.text.lock.predicates import find_structure
from knowledge.text.lock.reading import Reading, read


class Hedge(StrEnum):
    """How sure a speaker is, as far as every language has a plain word for it."""

    POSSIBLE = "possible"
    PROBABLE = "probable"
    ALLEGED = "alleged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How a claim is told beside what is said.

    Attributes:
        is_withheld: The speaker does not do it: "did not confirm".
        hedges: In what follows they need not be told again.
        is_clear: All that weakens the claim is known; otherwise only its quote tells it.
    """

    is_withheld: bool
    hedges: tuple[Hedge, ...]
    is_clear: bool

    def denies(self, claim: Claim) -> bool:
        """Whether what follows is told as not so."""
        return (claim.stance is Stance.DENIES) != self.is_withheld


def read_telling(claim: Claim, cited: CitedSentence) -> Telling:
    """Read *claim* of the sentence *cited* for what the program will write."""
    concepts = read(claim.hedge, cited.language).all_concepts("hedge")
    hedges = tuple(hedge for hedge in Hedge if hedge.value in concepts)
    return Telling(
        is_withheld=claim.negated
        and _holds_denial(cited)
        and not _denies_itself(content_reading(claim, cited)),
        hedges=hedges,
        is_clear=bool(hedges) or not claim.hedge,
    )


def _holds_denial(cited: CitedSentence) -> bool:
    """Whether anything is denied in the sentence: "no fewer than" denies nothing."""
    return any(f.sense.table == "negation" for f in read(cited.text, cited.language).found)


def content_reading(claim: Claim, cited: CitedSentence) -> Reading:
    """What is said, read by itself."""
    start = max(0, claim.content.start - cited.start)
    return read(cited.text[start : max(start, claim.content.end - cited.start)], cited.language)


def _denies_itself(content: Reading) -> bool:
    """Whether what is said holds the denial, and is a clause that can ("no boat was lost").

    In "bestätigte den Vorfall nicht" it stands behind what is said and belongs to the saying.
    """
    if "direct" not in content.all_concepts("negation"):
        return False
    return bool(find_structure(content).predicates) or not _ends_in_negator(content)


def _ends_in_negator(content: Reading) -> bool:
    words = [i for i, token in enumerate(content.tokens) if token.is_word]
    return bool(words) and content.has(words[-1], "negation", "direct")
