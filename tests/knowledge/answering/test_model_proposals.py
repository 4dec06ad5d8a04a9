"""Claims that a model proposes at ingest: kept where the rules read the same, and marked."""

import json
from collections import deque
from typing import Any

import pytest

from knowledge.answering.model import Failure, ModelFailedError
from knowledge.answering.model_proposals import ProposedClaims
from knowledge.text.claim import Claim, Stance, Voice
from knowledge.text.passage import Sentence, Span
from tests.knowledge.answering.model_fakes import ScriptedModel

TEXTS = (
    "Kamala Harris is the vice president.",
    "Vladimir Putin accuses Ukraine of the attack on the hall.",
    "The mayor did not confirm the loss of 12 boats to Ann Lee.",
    "She denied that Ukraine had a part in it.",
)


def sentences() -> list[Sentence]:
    found, start = [], 0
    for number, text in enumerate(TEXTS):
        found.append(
            Sentence(article_id="a", version=1, number=number, passage=0, start=start, text=text)
        )
        start += len(text) + 1
    return found


def own(number: int, speaker: str = "") -> Claim:
    one = sentences()[number]
    return Claim(
        sentence=number,
        content=Span(start=one.start, end=one.start + len(one.text)),
        speaker=speaker,
        stance=Stance.SAYS if speaker else Stance.STATES,
        voice=Voice.REPORTED if speaker else Voice.ARTICLE,
    )


def propose(
    *rows: tuple[int, str, str, str] | str | ModelFailedError, known: tuple[Claim, ...] = ()
) -> tuple[tuple[Claim, ...], ScriptedModel]:
    names = ("sentence", "speaker", "stance", "verb")
    claims = [dict(zip(names, row, strict=True)) for row in rows if isinstance(row, tuple)]
    others = [row for row in rows if not isinstance(row, tuple)]
    reply: Any = others[0] if others else json.dumps({"claims": claims})
    model = ScriptedModel(deque([reply]))
    found = known or tuple(own(n) for n in range(len(TEXTS)))
    finder = ProposedClaims(rules=lambda *_: found, load=lambda: model)
    return tuple(finder(" ".join(TEXTS), sentences(), "en")), model


def test_what_the_rules_read_too_is_kept_and_marked() -> None:
    claims, _ = propose((1, "Vladimir Putin", "accuses", "accuses"))
    (kept,) = [c for c in claims if c.proposed]
    text = " ".join(TEXTS)
    assert (kept.sentence, kept.speaker, kept.stance) == (1, "Vladimir Putin", Stance.ACCUSES)
    assert text[kept.content.start : kept.content.end] == "Ukraine of the attack on the hall"
    assert kept.cue is not None
    assert text[kept.cue.start : kept.cue.end] == "accuses"
    assert [c.sentence for c in claims] == [0, 1, 2, 3]  # no longer the article's own words


def test_a_speaker_who_is_only_meant_is_taken_from_the_rules() -> None:
    known = (own(0), own(1), own(2), own(3, "Kamala Harris"))
    claims, _ = propose((3, "Kamala Harris", "denies", "denied"), known=known)
    assert [c.speaker for c in claims if c.proposed] == ["Kamala Harris"]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param((1, "Ukraine", "accuses", "accuses"), id="roles-swapped"),
        pytest.param((1, "Kamala Harris", "accuses", "accuses"), id="not-in-the-sentence"),
        pytest.param((1, "Putin", "denies", "accuses"), id="another-stance"),
        pytest.param((1, "Putin", "accuses", "blames"), id="words-that-are-not-there"),
        pytest.param((1, "Putin", "accuses", "attack"), id="no-words-of-saying"),
        pytest.param((1, "Putin", "states", "accuses"), id="no-stance-of-a-speaker"),
        pytest.param((1, "Putin", "shouts", "accuses"), id="no-stance-at-all"),
        pytest.param((1, "", "accuses", "accuses"), id="nobody"),
        pytest.param((1, "Vladimir Putin", "accuses", ""), id="without-words"),
        pytest.param((2, "The mayor", "confirms", "confirm"), id="denied"),
        pytest.param((3, "Kamala Harris", "denies", "denied"), id="only-guessed"),
        pytest.param((9, "Putin", "accuses", "accuses"), id="no-such-sentence"),
        pytest.param((-1, "Putin", "accuses", "accuses"), id="below-all-sentences"),
    ],
)
def test_what_the_rules_do_not_read_is_dropped(row: tuple[int, str, str, str]) -> None:
    claims, _ = propose(row)
    assert claims == tuple(own(n) for n in range(len(TEXTS)))


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(ModelFailedError(Failure.UNREACHABLE), id="no-server"),
        pytest.param("It was Putin.", id="no-json"),
        pytest.param('{"claims": "none"}', id="another-form"),
        pytest.param('{"claims": [{"sentence": "1"}]}', id="another-row"),
        pytest.param("x" * 60_000, id="noise"),
    ],
)
def test_a_model_that_fails_costs_no_claim(reply: str | ModelFailedError) -> None:
    claims, _ = propose(reply)
    assert claims == tuple(own(n) for n in range(len(TEXTS)))


def test_what_the_rules_have_found_is_not_there_twice() -> None:
    said = Claim(
        sentence=1,
        content=Span(start=60, end=70),
        speaker="Vladimir Putin",
        stance=Stance.ACCUSES,
        voice=Voice.REPORTED,
    )
    claims, _ = propose((1, "Vladimir Putin", "accuses", "accuses"), known=(said,))
    assert claims == (said,)


async def test_articles_may_be_added_from_within_an_event_loop() -> None:
    claims, model = propose((1, "Putin", "accuses", "accuses"))
    assert any(c.proposed for c in claims)
    assert len(model.asked) == 1
