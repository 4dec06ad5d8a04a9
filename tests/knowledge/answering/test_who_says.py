"""Questions of blame, and questions that quote, over articles made for the tests."""

import pytest

from knowledge.answering.answer import Outcome, Question, Statement
from knowledge.answering.evidence import Candidate, Evidence
from knowledge.answering.quotes_only import QuotesOnlyComposer
from knowledge.answering.sides import Told, show_sides
from knowledge.library.ingest.cutting import cut_article
from knowledge.library.records import NewArticle
from knowledge.text.article import Source
from knowledge.text.attribution import find_claims
from knowledge.text.passage import Sentence

FIRE = (
    "The Green Front claimed responsibility for the fire at the Harlow mill on Monday. "
    "Mayor Ada Park accused the owners of the mill of starting the fire. "
    "The owners' lawyer, Tom Reed, denied that the owners were involved. "
    "The mill had burned for two days. "
    '"We lost everything that my father built here," said baker Lena Ortiz. '
    "Ortiz hopes to open again in spring."
)


def evidence(text: str, cosine: float = 0.84, language: str = "en") -> Evidence:
    """Candidates as the library would give them, all equally near to the question."""
    source = Source(label="Fire", language=language)
    pieces = cut_article(NewArticle(address="a", text=text, source=source), find_claims)
    return Evidence(
        hits=(),
        candidates=tuple(
            Candidate(
                sentence=Sentence(
                    article_id="a",
                    version=1,
                    number=one.number,
                    passage=number,
                    start=one.span.start,
                    text=text[one.span.start : one.span.end],
                ),
                source=source,
                cosine=cosine,
                passage_rank=number,
                claims=one.claims,
            )
            for number, piece in enumerate(pieces)
            for one in piece.sentences
        ),
    )


async def answer(
    question: str, language: str = "en", cosine: float = 0.84
) -> tuple[list[Statement], Outcome]:
    asked = Question(text=question, language=language)
    items = [i async for i in QuotesOnlyComposer().compose(asked, evidence(FIRE, cosine))]
    *statements, outcome = items
    assert isinstance(outcome, Outcome)
    told = Told(
        statements=tuple(s for s in statements if isinstance(s, Statement)), outcome=outcome
    )
    shown = show_sides(asked, evidence(FIRE), told)
    return list(shown.statements), shown.outcome


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        pytest.param("How many people died in the mill fire?", "", id="how-many"),
        pytest.param("When did the Harlow mill burn?", "", id="when"),
        pytest.param("Who claimed responsibility?", "Green Front", id="who"),
    ],
)
async def test_who_claims_an_attack_does_not_tell_what_stands_beside_it(
    question: str, speaker: str
) -> None:
    text = (
        "The Green Front claimed responsibility for the fire at the Harlow mill on Monday, "
        "in which three people died."
    )
    asked = Question(text=question, language="en")
    items = [i async for i in QuotesOnlyComposer(refuses=False).compose(asked, evidence(text))]
    assert [i.speaker for i in items if isinstance(i, Statement)] == [speaker]


@pytest.mark.parametrize(
    ("question", "language", "cosine"),
    [
        pytest.param("Who is responsible for climate change?", "en", 0.832, id="en"),
        pytest.param("Wer ist verantwortlich für den Klimawandel?", "de", 0.77, id="de"),
        pytest.param("Кто виноват в изменении климата?", "ru", 0.78, id="ru"),
        pytest.param("من المسؤول عن تغير المناخ؟", "ar", 0.77, id="ar"),
        pytest.param("Хто винен у подорожчанні газу?", "uk", 0.77, id="uk"),
    ],
)
async def test_nobody_is_accused_of_what_the_articles_are_not_about(
    question: str, language: str, cosine: float
) -> None:
    assert await answer(question, language, cosine) == ([], Outcome.REFUSED)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        pytest.param("Who claimed responsibility?", "en", id="en"),
        pytest.param("Who claimed responsibility for the Harlow fire?", "en", id="named"),
        pytest.param("¿Quién reivindicó la autoría?", "es", id="es"),
        pytest.param("Кто взял на себя ответственность?", "ru", id="ru"),
        pytest.param("Хто взяв на себе відповідальність?", "uk", id="uk"),
        pytest.param("Qui a revendiqué l'incendie ?", "fr", id="fr"),
        pytest.param("Why did Ada Park claim responsibility?", "en", id="false-premise"),
    ],
)
async def test_who_claims_responsibility_is_answered_by_the_claim(
    question: str, language: str
) -> None:
    statements, outcome = await answer(question, language)
    assert [s.speaker for s in statements] == ["Green Front"]
    assert outcome is Outcome.ANSWERED


@pytest.mark.parametrize("question", ["Who was behind it?", "Do they agree on who is to blame?"])
async def test_who_did_it_shows_all_sides_in_the_order_of_the_article(question: str) -> None:
    statements, outcome = await answer(question)
    assert outcome is Outcome.DISPUTED
    assert [s.speaker for s in statements] == ["Green Front", "Ada Park", "Tom Reed"]
    starts = [s.citations[0].quote.start for s in statements]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "question",
    [
        "Who claimed responsibility for the London bombing?",
        "Who is the author of Don Quixote?",
        "Is Norway responsible for the eclipse of 1919?",
    ],
)
async def test_blame_for_something_else_is_not_answered_with_it(question: str) -> None:
    asked = Question(text=question, language="en")
    far = evidence(FIRE, cosine=0.74)
    items = [i async for i in QuotesOnlyComposer().compose(asked, far)]
    assert items == [Outcome.REFUSED]


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        pytest.param(
            'Who said "we lost everything that my father built here"?', "Ortiz", id="words"
        ),
        pytest.param(
            "¿Quién dijo: «We lost everything that my father built here»?", "Ortiz", id="es"
        ),
        pytest.param('Who said that "the owners were involved"?', "Reed", id="reported"),
    ],
)
async def test_quoted_words_are_given_to_who_says_them(question: str, speaker: str) -> None:
    statements, _ = await answer(question)
    (named,) = [s.speaker for s in statements]
    assert speaker in named
    assert all(s.citations[0].quote.text in FIRE for s in statements)


@pytest.mark.parametrize(
    ("question", "claimed"),
    [
        pytest.param("Wer hat sich zu dem Anschlag bekannt?", True, id="what-was-done-is-told"),
        pytest.param("Wer hat sich zu dem Anschlag in Paris bekannt?", False, id="elsewhere"),
        pytest.param("Wer hat sich zu dem Anschlag auf den Zug bekannt?", False, id="on-another"),
    ],
)
async def test_across_languages_what_was_done_must_be_told_where_it_is_claimed(
    question: str, claimed: bool
) -> None:
    text = "The Green Front claimed responsibility for the attack on the mill on Monday."
    asked = Question(text=question, language="de")
    items = [i async for i in QuotesOnlyComposer().compose(asked, evidence(text, 0.77))]
    speakers = [item.speaker for item in items if isinstance(item, Statement)]
    assert speakers == (["Green Front"] if claimed else [])
