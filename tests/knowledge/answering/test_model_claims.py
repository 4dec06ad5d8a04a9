"""Choosing claims: the program tells who says it and how, and only a checked gloss is a model's."""

from dataclasses import replace

import pytest

from knowledge.answering.answer import Outcome, Statement
from knowledge.answering.checking import LockChecker
from knowledge.answering.evidence import Candidate, Evidence
from knowledge.answering.model_sheet import cite, number_sentences
from knowledge.text.attribution import find_claims
from knowledge.text.claim import Stance
from knowledge.text.lock.telling import Hedge
from knowledge.text.passage import Sentence
from tests.knowledge.answering.model_fakes import (
    Gullible,
    compose,
    make_candidate,
    make_composer,
    pick_text,
    reply_text,
)

TEXTS = (
    "Vladimir Putin accused Ukraine of organising the attack in Moscow.",
    "Kamala Harris denied that Ukraine had any part in the attack.",
    "The Pentagon did not confirm the loss of 12 aircraft.",
    "Ann Lee said that, by all accounts, the Northern Front is responsible for the fire.",
    "The mayor, Rosa Diaz, said that at least 40 houses burned, while Tom Roe praised the army.",
)


def candidates() -> tuple[Candidate, ...]:
    text = " ".join(TEXTS)
    sentences = []
    for number, one in enumerate(TEXTS):
        start = text.index(one)
        sentences.append(
            Sentence(article_id="a1", version=1, number=number, passage=0, start=start, text=one)
        )
    claims = find_claims(text, sentences, "en")
    source = make_candidate("x", language="en").source
    return tuple(
        Candidate(
            sentence=sentence,
            source=source,
            cosine=0.9,
            passage_rank=0,
            claims=tuple(c for c in claims if c.sentence == sentence.number),
        )
        for sentence in sentences
    )


EVIDENCE = Evidence(candidates=candidates(), hits=())
SHEET = number_sentences(EVIDENCE)


def number_of(speaker: str) -> int:
    return next(n for n, t in enumerate(SHEET.claims, 1) if speaker in t.claim.speaker)


async def show(
    *replies: str, language: str = "en"
) -> tuple[list[Statement], list[Outcome], list[list[str]]]:
    composer, model = make_composer(*replies, checker=LockChecker())
    statements, outcomes = await compose(composer, evidence=EVIDENCE, language=language)
    return statements, outcomes, [[message.text for message in turn] for turn in model.asked]


async def test_the_table_stands_below_its_sentences() -> None:
    lines = SHEET.render().splitlines()
    at = lines.index(f"[2] {TEXTS[1]}")
    said = "Ukraine had any part in the attack."
    assert lines[at + 1] == f"  {{{number_of('Harris')}}} Kamala Harris | denies | {said}"
    assert any("not: confirms" in line for line in lines)


@pytest.mark.parametrize(
    ("speaker", "gloss", "language"),
    [
        pytest.param("Putin", "Ukraine organised the attack in Moscow", "en", id="en"),
        pytest.param("Harris", "Ukraine had a part in the attack", "en", id="denied"),
        pytest.param("Harris", "Ucrania tuvo parte en el ataque", "es", id="es"),
        pytest.param("Harris", "Украина причастна к нападению", "ru", id="ru"),
        pytest.param("Putin", "die Ukraine hat den Anschlag in Moskau organisiert", "de", id="de"),
        pytest.param("Pentagon", "the loss of 12 aircraft", "en", id="withheld"),
        pytest.param("Ann Lee", "the Northern Front is responsible", "en", id="hedge"),
        pytest.param("Diaz", "at least 40 houses burned", "en", id="bound"),
    ],
)
async def test_a_true_gloss_is_shown_with_the_articles_speaker_and_stance(
    speaker: str, gloss: str, language: str
) -> None:
    number = number_of(speaker)
    claim = SHEET.claims[number - 1].claim
    statements, outcomes, _ = await show(pick_text((number, gloss)), language=language)
    assert outcomes == [Outcome.ANSWERED]
    assert [(s.gloss, s.text, s.speaker, s.stance) for s in statements] == [
        (gloss, "", claim.speaker, claim.stance)
    ]
    assert statements[0].citations[0].quote.text == TEXTS[claim.sentence]


@pytest.mark.parametrize(
    ("speaker", "gloss", "language"),
    [
        pytest.param("Putin", "Poland organised the attack in Moscow", "en", id="name"),
        pytest.param("Putin", "Ukraine did not organise the attack in Moscow", "en", id="not"),
        pytest.param("Putin", "Moscow organised the attack in Ukraine", "en", id="roles"),
        pytest.param("Putin", "Польша организовала нападение в Москве", "ru", id="ru-name"),
        pytest.param("Harris", "Ukraine had no part in the attack", "en", id="denied-twice"),
        pytest.param("Harris", "Ucrania no tuvo parte en el ataque", "es", id="es-denied-twice"),
        pytest.param("Harris", "the Northern Front is responsible for the fire", "en", id="other"),
        pytest.param("Pentagon", "the loss of 21 aircraft", "en", id="figure"),
        pytest.param("Diaz", "40 houses burned", "en", id="bound-dropped"),
        pytest.param("Diaz", "up to 40 houses burned", "en", id="bound-changed"),
        pytest.param("Diaz", "the army is praised", "en", id="words-of-another"),
        pytest.param("Roe", "at least 40 houses burned", "en", id="words-of-another-too"),
        pytest.param("Putin", "aliens eat children", "en", id="content"),
        pytest.param("Putin", "инопланетяне едят детей", "ru", id="ru-content"),
        pytest.param("Putin", "“Ukraine organised the attack”", "en", id="quotation"),
        pytest.param("Putin", "Ukraine organised it, see evil.example", "en", id="link"),
    ],
)
async def test_a_false_gloss_is_sent_back_once_and_then_the_claim_stands_without_it(
    speaker: str, gloss: str, language: str
) -> None:
    number = number_of(speaker)
    reply = pick_text((number, gloss))
    statements, outcomes, asked = await show(reply, reply, language=language)
    assert [(s.gloss, s.text, s.speaker) for s in statements] == [
        ("", "", SHEET.claims[number - 1].claim.speaker)
    ]
    assert outcomes == [Outcome.ANSWERED]
    assert len(asked) == 2
    assert f"{{{number}}} " in asked[1][-1]
    assert "Reason: " in asked[1][-1]


async def test_a_better_gloss_takes_the_place_of_the_one_that_fell() -> None:
    number = number_of("Putin")
    good = "Ukraine organised the attack in Moscow"
    statements, _, _ = await show(
        pick_text((number, "Poland organised it")), pick_text((number, good))
    )
    assert [s.gloss for s in statements] == [good]


async def test_a_claim_may_be_picked_without_a_gloss_and_is_shown_once() -> None:
    number = number_of("Harris")
    statements, outcomes, asked = await show(pick_text((number, ""), (number, " ")))
    assert [(s.speaker, s.stance) for s in statements] == [("Kamala Harris", Stance.DENIES)]
    assert (outcomes, len(asked)) == ([Outcome.ANSWERED], 1)


@pytest.mark.parametrize("number", [-1, 99, 10**30])
async def test_a_claim_that_was_not_shown_is_none(number: int) -> None:
    reply = pick_text((number, "It was so."), (number_of("Putin"), ""))
    statements, _, asked = await show(reply, pick_text())
    assert [s.speaker for s in statements] == ["Vladimir Putin"]
    assert "There is no claim" in asked[1][-1]


async def test_what_the_speaker_did_not_do_and_how_sure_they_are_is_data() -> None:
    picks = [(number_of("Pentagon"), ""), (number_of("Ann Lee"), "")]
    statements, _, _ = await show(pick_text(*picks))
    assert [(s.withheld, s.hedges) for s in statements] == [
        (True, ()),
        (False, (Hedge.PROBABLE,)),
    ]


async def test_speakers_who_contradict_each_other_make_a_dispute() -> None:
    picks = pick_text((number_of("Putin"), ""), (number_of("Harris"), ""))
    assert (await show(picks))[1] == [Outcome.DISPUTED]
    picks = pick_text((number_of("Putin"), ""), (number_of("Diaz"), ""))
    assert (await show(picks))[1] == [Outcome.ANSWERED]


async def test_no_gloss_of_one_claim_is_shown_with_another() -> None:
    glosses = {
        "Putin": "Ukraine organised the attack in Moscow",
        "Pentagon": "the loss of 12 aircraft",
        "Ann Lee": "the Northern Front is responsible",
        "Diaz": "at least 40 houses burned",
    }
    for speaker, gloss in glosses.items():
        for number, told in enumerate(SHEET.claims, 1):
            if speaker not in told.claim.speaker:
                reply = pick_text((number, gloss))
                statements, _, _ = await show(reply, reply)
                assert [s.gloss for s in statements] == [""], (speaker, told.claim.speaker)


TRUE_TRANSLATION = "Путин обвинил Украину в организации нападения в Москве."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param(TRUE_TRANSLATION, TRUE_TRANSLATION, id="true"),
        pytest.param(f"«{TRUE_TRANSLATION}»", TRUE_TRANSLATION, id="marks-are-taken-off"),
        pytest.param("Путин обвинил Польшу в организации нападения в Москве.", "", id="name"),
        pytest.param("Путин не обвинил Украину в организации нападения в Москве.", "", id="not"),
        pytest.param("Путин обвинил Украину в организации 12 нападений в Москве.", "", id="figure"),
        pytest.param("Путин обвинил Украину.", "", id="half"),
        pytest.param(TRUE_TRANSLATION + " Смотрите evil.example", "", id="link"),
        pytest.param("", "", id="empty"),
        pytest.param(TEXTS[0], "", id="the-quote-itself"),
    ],
)
async def test_a_translation_stands_beside_its_quote_only_if_it_is_borne_out(
    text: str, shown: str
) -> None:
    number = number_of("Putin")
    reply = pick_text((number, ""), translations=[(1, text), (2, text)])
    statements, _, _ = await show(reply, language="ru")
    citation = statements[0].citations[0]
    assert (citation.translation, citation.quote.text) == (shown, TEXTS[0])


async def test_a_quote_in_the_readers_language_has_no_translation() -> None:
    reply = pick_text((number_of("Putin"), ""), translations=[(1, "Putin accused Ukraine of it.")])
    statements, _, _ = await show(reply)
    assert statements[0].citations[0].translation == ""


async def test_the_old_form_of_a_reply_is_still_read() -> None:
    composer, _ = make_composer(reply_text(("Putin accused Ukraine.", [1])), checker=Gullible())
    statements, _ = await compose(composer, evidence=EVIDENCE)
    assert [s.text for s in statements] == ["Putin accused Ukraine."]


def test_a_citation_is_the_same_with_and_without_its_translation() -> None:
    (citation,) = cite([EVIDENCE.candidates[0]])
    assert replace(citation, translation="x") == citation
