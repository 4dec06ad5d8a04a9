import pytest

from knowledge.answering.evidence import Candidate
from knowledge.answering.model_voice import find_voice
from knowledge.text.claim import Claim, Stance, Voice
from knowledge.text.passage import Span
from tests.knowledge.answering.model_fakes import make_candidate

START = 100
TEXT = "Harris denies it, while the president accuses Kiev."


def make_cited(*claims: tuple[str, Stance, str]) -> Candidate:
    """The sentence above, with claims of `(speaker, stance, words that stand for the speaker)`."""
    found = []
    for speaker, stance, words in claims:
        at = START + TEXT.index(words)
        found.append(
            Claim(
                sentence=0,
                content=Span(start=START, end=START + 1),
                speaker=speaker,
                stance=stance,
                voice=Voice.REPORTED,
                mention=Span(start=at, end=at + len(words)) if words else None,
            )
        )
    return make_candidate(TEXT, start=START, claims=tuple(found))


HARRIS = ("Kamala Harris", Stance.DENIES, "Harris")
PUTIN = ("Vladimir Putin", Stance.ACCUSES, "the president")
OWN = ("", Stance.STATES, "")


@pytest.mark.parametrize(
    ("text", "claims", "voice"),
    [
        pytest.param("Nothing is known.", (), ("", Stance.STATES), id="no-claims"),
        pytest.param("No link.", (HARRIS,), ("Kamala Harris", Stance.DENIES), id="only-one"),
        pytest.param(
            "Harris denies it.", (HARRIS, PUTIN), ("Kamala Harris", Stance.DENIES), id="by-name"
        ),
        pytest.param(
            "The President blames Kiev.",
            (HARRIS, PUTIN),
            ("Vladimir Putin", Stance.ACCUSES),
            id="by-the-words-that-stand-for-the-name",
        ),
        pytest.param(
            "Harris denies it and Putin accuses Kiev.",
            (HARRIS, PUTIN),
            ("", Stance.STATES),
            id="both-named",
        ),
        pytest.param("It is disputed.", (HARRIS, PUTIN), ("", Stance.STATES), id="none-named"),
        pytest.param("Harris spoke.", (OWN, HARRIS), ("Kamala Harris", Stance.DENIES), id="own"),
        pytest.param(
            "Harris denies and warns.",
            (HARRIS, ("Kamala Harris", Stance.WARNS, "Harris")),
            ("Kamala Harris", Stance.SAYS),
            id="one-speaker-does-two-things",
        ),
    ],
)
def test_the_speaker_is_read_from_the_claims(
    text: str, claims: tuple[tuple[str, Stance, str], ...], voice: tuple[str, Stance]
) -> None:
    assert find_voice(text, [make_cited(*claims)]) == voice
