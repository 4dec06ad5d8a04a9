"""An answer as a rich message of Telegram: positions in a table, quotes as footnotes; pure.

Source: rich HTML of the Bot API 10.1. Foreign words are escaped, and Telegram is told to find no
links by itself, so that nothing in them becomes a style or a link.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from bot.pages import Block, Entity, Kind, units
from bot.rendering import (
    cited_numbers,
    describe_making,
    list_sources,
    render_head,
    render_preface,
    render_speaking,
    render_statement,
)
from bot.texts import Texts
from knowledge.answering.answer import Answer, Citation, Outcome, Statement

_MOST_CHARACTERS = 32_768
_MOST_BLOCKS = 500
_TAGS = {Kind.BOLD: "b", Kind.ITALIC: "i", Kind.CODE: "code"}
_REFUSED = re.compile("[\x00-\x09\x0b-\x1f\ud800-\udfff]")


def render_rich(
    answer: Answer,
    texts: Texts,
    *,
    asked: str = "",
    notes: Sequence[str] = (),
    first_contact: bool = False,
) -> str:
    """The answer as rich HTML; "" for a refusal, or where it is longer than Telegram takes.

    The arguments are those of `render_answer`.
    """
    if answer.outcome is Outcome.REFUSED:
        return ""
    preface = render_preface(answer, texts, asked=asked, notes=notes, first_contact=first_contact)
    blocks = [
        *_paragraphs(preface),
        *_paragraphs(render_head(answer, texts)),
        *(_table(answer, texts) if len(answer.statements) > 1 else _statements(answer, texts)),
        *_footnotes(answer, texts),
        f"<footer>{escape(describe_making(answer, texts))}</footer>",
    ]
    made = "".join(blocks)
    fits = len(made) <= _MOST_CHARACTERS and made.count("</") <= _MOST_BLOCKS
    return made if fits else ""


def _paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    return (f"<p>{inline_html(block)}</p>" for block in blocks)


def _statements(answer: Answer, texts: Texts) -> Iterator[str]:
    for statement in answer.statements:
        said = inline_html(render_statement(statement, texts))
        yield f"<p>{said}{_references(statement, answer)}</p>"


def _table(answer: Answer, texts: Texts) -> Iterator[str]:
    """A row a position: who speaks, and what they say, be it by a model's words or their own."""
    yield f"<table bordered><tr><th>{escape(texts('rich-who'))}</th>"
    yield f"<th>{escape(texts('rich-what'))}</th></tr>"
    cell = f'<td align="{"right" if texts.right_to_left else "left"}">'
    for statement in answer.statements:
        who = inline_html(render_speaking(statement, texts))
        said = _said(statement) + _references(statement, answer)
        yield f"<tr>{cell}{who}</td>{cell}{said}</td></tr>"
    yield "</table>"


def _said(statement: Statement) -> str:
    words = " ".join((statement.gloss or statement.text).split())
    return _escaped(words) if words else _escaped(statement.citations[0].quote.text)


def _references(statement: Statement, answer: Answer) -> str:
    numbers = cited_numbers(statement, answer)
    return "".join(f' <sup><a href="#q{number}">{number}</a></sup>' for number in numbers)


def _footnotes(answer: Answer, texts: Texts) -> Iterator[str]:
    """Each quote as stored, under its number, with where it comes from."""
    sources = list_sources(answer.citations, texts)
    origin = {
        number: inline_html(title + publication)
        for numbers, (title, publication) in sources
        for number in numbers
    }
    for number, citation in enumerate(answer.citations, 1):
        note = f'<tg-reference name="q{number}">{_escaped(citation.quote.text)}</tg-reference>'
        cite = f"<cite>{origin[number]}</cite>"
        yield f"<blockquote><sup>{number}</sup> {note}{cite}</blockquote>"
        yield from _translation(citation, texts)


def _translation(citation: Citation, texts: Texts) -> Iterator[str]:
    text = " ".join(citation.translation.split())
    if text:
        yield f"<p><i>{_escaped(texts('translation', text=text))}</i></p>"


def inline_html(block: Block) -> str:
    """A block's text with its styles as tags."""
    encoded = block.text.encode("utf-16-le", "surrogatepass")
    edges = {0, units(block.text)}
    edges |= {at for e in block.entities for at in (e.offset, e.offset + e.length)}
    pieces = []
    for start, end in zip(sorted(edges), sorted(edges)[1:], strict=False):
        text = encoded[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
        over = [e for e in block.entities if e.offset <= start and end <= e.offset + e.length]
        pieces.append(_marked(_escaped(text), over))
    return "".join(pieces)


def _marked(text: str, entities: Iterable[Entity]) -> str:
    for entity in entities:
        if entity.kind is Kind.LINK:
            text = f'<a href="{escape(entity.url)}">{text}</a>'
        elif entity.kind in _TAGS:
            text = f"<{_TAGS[entity.kind]}>{text}</{_TAGS[entity.kind]}>"
    return text


def _escaped(text: str) -> str:
    """Foreign words: the characters as they are, lines by a tag."""
    return "<br>".join(escape(line) for line in _REFUSED.sub(" ", text).split("\n"))
