"""The answerer shows only quotes that stand in the store, whatever a composer says."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from knowledge.answering.answer import (
    Answer,
    Citation,
    Notice,
    Outcome,
    Question,
    Statement,
)
from knowledge.answering.answerer import Answerer
from knowledge.answering.composer import CompositionError
from knowledge.answering.evidence import Candidate, Evidence
from knowledge.answering.stages import Stages
from knowledge.errors import ArticleNotFoundError
from knowledge.text.article import Article, Source
from knowledge.text.claim import Stance
from knowledge.text.passage import Sentence
from knowledge.text.quote import Quote

SOURCE = Source(label="A")
ARTICLE = Article(id="a", version=1, text="He came. She left.", source=SOURCE)
SENTENCE = Sentence(article_id="a", version=1, number=0, passage=0, start=0, text="He came.")
EVIDENCE = Evidence(
    candidates=(Candidate(sentence=SENTENCE, source=SOURCE, cosine=0.9, passage_rank=0),), hits=()
)


class FoundEvidence:
    def __init__(self, evidence: Evidence) -> None:
        self.evidence, self.asked = evidence, list[Question]()

    def retrieve(self, question: Question, stages: Stages) -> Evidence:
        self.asked.append(question)
        return self.evidence


@dataclass(frozen=True)
class OneArticle:
    only: Article = ARTICLE

    def article(self, article_id: str, version: int | None = None) -> Article:
        if (article_id, version) != ("a", 1):
            raise ArticleNotFoundError(article_id, version)
        return self.only


@dataclass
class ScriptedComposer:
    """Says what it was given, and fails at the end if it was told to."""

    items: tuple[Statement | Outcome, ...]
    mode: str = "quotes"
    fails: bool = False
    composed: int = field(default=0)

    async def compose(
        self, question: Question, evidence: Evidence
    ) -> AsyncIterator[Statement | Outcome]:
        self.composed += 1
        for item in self.items:
            yield item
        if self.fails:
            raise CompositionError("The model did not answer.")


def statement(text: str, start: int = 0, article_id: str = "a", version: int = 1) -> Statement:
    quote = Quote(article_id=article_id, version=version, start=start, text=text)
    citation = Citation(quote=quote, source=SOURCE)
    return Statement(text="", speaker="", stance=Stance.STATES, citations=(citation,))


GOOD = statement("He came.")


def answerer(*items: Statement | Outcome, model: ScriptedComposer | None = None) -> Answerer:
    return Answerer(
        retrieval=FoundEvidence(EVIDENCE),
        articles=OneArticle(),
        quotes=ScriptedComposer(items),
        model=model,
    )


async def test_statements_come_first_and_the_answer_last() -> None:
    events = [e async for e in answerer(GOOD, Outcome.ANSWERED).answer("Who came?")]
    assert events[0] == GOOD
    assert isinstance(events[-1], Answer)
    assert events[-1].statements == (GOOD,)
    assert (events[-1].outcome, events[-1].nearest) == (Outcome.ANSWERED, ())


@pytest.mark.parametrize(
    "forged",
    [
        pytest.param(statement("He went."), id="other-words"),
        pytest.param(statement("He came.", start=1), id="other-place"),
        pytest.param(statement("he came."), id="other-case"),
        pytest.param(statement("He came.", article_id="b"), id="no-such-article"),
        pytest.param(statement("He came.", version=2), id="no-such-version"),
    ],
)
async def test_a_forged_quote_is_never_shown(forged: Statement) -> None:
    events = [e async for e in answerer(forged, GOOD, Outcome.ANSWERED).answer("Who?")]
    assert forged not in events
    assert events[-1].statements == (GOOD,)
    alone = await answerer(forged, Outcome.ANSWERED).final_answer("Who?")
    assert (alone.outcome, alone.statements) == (Outcome.REFUSED, ())


async def test_a_refusal_shows_the_nearest_passage_and_no_support() -> None:
    answer = await answerer(Outcome.REFUSED).final_answer("Who sang?")
    assert (answer.outcome, answer.statements, answer.citations) == (Outcome.REFUSED, (), ())
    assert [c.quote.text for c in answer.nearest] == ["He came."]


async def test_the_nearest_passage_is_no_scrap_where_there_is_a_whole_sentence() -> None:
    text = "“Putin.” The divers found the wreck near the northern harbour."
    pieces = (("“Putin.”", 0, 0.9), (text[9:], 9, 0.8))
    candidates = tuple(
        Candidate(
            sentence=Sentence(
                article_id="a", version=1, number=i, passage=0, start=start, text=sentence
            ),
            source=SOURCE,
            cosine=cosine,
            passage_rank=0,
        )
        for i, (sentence, start, cosine) in enumerate(pieces)
    )
    asked = Answerer(
        retrieval=FoundEvidence(Evidence(candidates=candidates, hits=())),
        articles=OneArticle(Article(id="a", version=1, text=text, source=SOURCE)),
        quotes=ScriptedComposer((Outcome.REFUSED,)),
    )
    answer = await asked.final_answer("Who sang?")
    assert [c.quote.text for c in answer.nearest] == [text[9:]]


@pytest.mark.parametrize(
    "said", [(), (statement("She left.", start=9),)], ids=["at-once", "half-way"]
)
async def test_a_model_that_fails_gives_way_to_the_quotes(said: tuple[Statement, ...]) -> None:
    model = ScriptedComposer(said, mode="model:x", fails=True)
    answer = await answerer(GOOD, Outcome.ANSWERED, model=model).final_answer("Who came?")
    assert answer.statements == (GOOD,)
    assert (answer.mode, answer.notices) == ("quotes", (Notice.MODEL_FAILED,))


async def test_a_model_that_answers_is_not_second_guessed() -> None:
    model = ScriptedComposer((GOOD, Outcome.PARTIAL), mode="model:x")
    answer = await answerer(model=model).final_answer("Who came?")
    assert (answer.mode, answer.outcome, answer.notices) == ("model:x", Outcome.PARTIAL, ())


async def test_no_model_is_asked_without_evidence() -> None:
    model = ScriptedComposer((GOOD, Outcome.ANSWERED), mode="model:x")
    empty = Answerer(
        retrieval=FoundEvidence(Evidence(candidates=(), hits=())),
        articles=OneArticle(),
        quotes=ScriptedComposer((Outcome.REFUSED,)),
        model=model,
    )
    answer = await empty.final_answer("Who?")
    assert (answer.outcome, answer.nearest, model.composed) == (Outcome.REFUSED, (), 0)


@pytest.mark.parametrize(
    ("question", "given", "language"),
    [
        pytest.param("Кто пришёл и когда?", "", "ru", id="its-own"),
        pytest.param("Who came?", "es", "es", id="asked-for"),
        pytest.param("???", "", "en", id="none"),
    ],
)
async def test_the_answer_is_in_the_language_of_the_question(
    question: str, given: str, language: str
) -> None:
    answer = await answerer(Outcome.REFUSED).final_answer(question, language=given)
    assert answer.question.language == language


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        pytest.param("Who \ud800 came?", "Who \ufffd came?", id="half-a-character"),
        pytest.param("Who \ud83d\ude00?", "Who \U0001f600?", id="two-halves"),
        pytest.param("who " * 5000, "who " * 250, id="too-long"),
    ],
)
async def test_any_text_can_be_asked(asked: str, read: str) -> None:
    answer = await answerer(Outcome.REFUSED).final_answer(asked)
    assert answer.question.text == read


async def test_every_stage_is_timed() -> None:
    answer = await answerer(GOOD, Outcome.ANSWERED).final_answer("Who came?")
    assert set(answer.milliseconds) == {"total", "understand", "compose"}
    assert answer.milliseconds["total"] >= answer.milliseconds["compose"] >= 0


async def test_a_follow_up_is_answered_as_it_is_understood_and_kept_as_it_was_asked() -> None:
    chat = answerer(GOOD, Outcome.ANSWERED)
    answer = await chat.final_answer("and when?", previous=["Who came?", "Who left?"])
    assert answer.question.text == "Who left – and when?"
    assert (answer.question.asked, answer.question.as_asked) == ("and when?", "and when?")
    assert isinstance(chat.retrieval, FoundEvidence)
    assert chat.retrieval.asked == [answer.question]


async def test_a_question_that_stands_by_itself_is_only_that() -> None:
    chat = answerer(GOOD, Outcome.ANSWERED)
    answer = await chat.final_answer("Who came to the bridge?", previous="Who left?")
    assert (answer.question.text, answer.question.asked) == ("Who came to the bridge?", "")


@pytest.mark.parametrize(
    ("asked", "before", "language"),
    [
        pytest.param("y Harris?", "¿Qué dijo Putin?", "es", id="spanish-or-french"),
        pytest.param("А Путин?", "Что сказал Байден?", "ru", id="russian-or-ukrainian"),
        pytest.param("wann?", "Who left?", "de", id="told-by-its-words"),
    ],
)
async def test_a_few_words_are_of_the_language_of_the_chat_unless_they_tell(
    asked: str, before: str, language: str
) -> None:
    answer = await answerer(Outcome.REFUSED).final_answer(asked, previous=before)
    assert answer.question.language == language
