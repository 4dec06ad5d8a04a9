"""A small article and answers about it, for tests of what readers see."""

from knowledge.answering.answer import Answer, Citation, Outcome, Question, Statement
from knowledge.text.article import Article, Source
from knowledge.text.claim import Stance
from knowledge.text.passage import Span
from knowledge.text.quote import cut_quote

TEXT = (
    "The harbour was closed on Monday. The mayor denies that oil was spilt. "
    "“I saw the oil myself,” said Rosa Peña, a fisher. Nobody was hurt."
)
SOURCE = Source(
    label="harbour",
    title="Harbour closed",
    publisher="Coast News",
    published="2026-03-02",
    url="https://coast.example/harbour",
    language="en",
)
ARTICLE = Article(id="a1", version=1, text=TEXT, source=SOURCE)


def cite(words: str, article: Article = ARTICLE) -> Citation:
    """The first place of *words* in the article."""
    start = article.text.index(words)
    quote = cut_quote(article, Span(start=start, end=start + len(words)))
    return Citation(quote=quote, source=article.source)


DENIAL = Statement(
    text="The mayor says that no oil was spilt.",
    speaker="The mayor",
    stance=Stance.DENIES,
    citations=(cite("The mayor denies that oil was spilt."),),
)
SIGHTING = Statement(
    text="She saw it herself.",
    speaker="Rosa Peña",
    stance=Stance.SAYS,
    citations=(cite("“I saw the oil myself,” said Rosa Peña, a fisher."),),
)
CLOSURE = Statement(
    text="The harbour was closed.",
    speaker="",
    stance=Stance.STATES,
    citations=(cite("The harbour was closed on Monday."),),
)


def bare(statement: Statement) -> Statement:
    """As in an answer made without a model."""
    return Statement(
        text="",
        speaker=statement.speaker,
        stance=statement.stance,
        citations=statement.citations,
    )


def answer(
    *statements: Statement,
    outcome: Outcome = Outcome.ANSWERED,
    mode: str = "model:small",
    language: str = "en",
    **more: object,
) -> Answer:
    """An answer made of *statements*."""
    question = Question(text="Was oil spilt?", language=language)
    return Answer(question=question, outcome=outcome, statements=statements, mode=mode, **more)


def refusal(*nearest: Citation, language: str = "en") -> Answer:
    """No answer."""
    question = Question(text="Who won the match?", language=language)
    return Answer(question=question, outcome=Outcome.REFUSED, nearest=nearest)
