"""An answer as the JSON object that `whosaid ask --json` prints; outsiders rely on its form."""

from typing import Any

from bot.rendering import describe_statement
from bot.texts import Texts, load_texts
from knowledge.answering.answer import Answer, Citation, Hit, Statement


def answer_as_json(answer: Answer) -> dict[str, Any]:
    """The object, ready for `json.dumps`; offsets are code points into the article's text."""
    citations = answer.citations
    texts = load_texts(answer.question.language)
    return {
        "question": answer.question.as_asked,
        "language": answer.question.language,
        "outcome": answer.outcome.value,
        "statements": [_statement(statement, citations, texts) for statement in answer.statements],
        "quotes": [citation_as_json(citation) for citation in citations],
        "nearest": [citation_as_json(citation) for citation in answer.nearest],
        "retrieved": [_hit(hit) for hit in answer.retrieved],
        "mode": answer.mode,
        "ms": dict(answer.milliseconds),
    }


def citation_as_json(citation: Citation) -> dict[str, Any]:
    """A quote with its source; what was not given is an empty string."""
    quote, source = citation.quote, citation.source
    return {
        "article_id": quote.article_id,
        "version": quote.version,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
    }


def _statement(
    statement: Statement, citations: tuple[Citation, ...], texts: Texts
) -> dict[str, Any]:
    """A gloss is nothing without who says it and how, so its text is all that a reader is shown."""
    return {
        "text": statement.text or (statement.gloss and describe_statement(statement, texts)),
        "speaker": statement.speaker,
        "stance": statement.stance.value,
        "quotes": [citations.index(citation) for citation in statement.citations],
    }


def _hit(hit: Hit) -> dict[str, Any]:
    return {"article_id": hit.article_id, "start": hit.start, "end": hit.end, "score": hit.score}
