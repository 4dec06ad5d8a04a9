"""An answer as pages of text and styles; pure."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import chain

from bot.pages import Block, Kind, Page, fits, pack, plain, shorten, styled
from bot.passages import PassageView, render_passage
from bot.quotations import line, number_mark, quote_blocks, spaced
from bot.sources import MOST_NAME, describe_date, describe_publication, link_article, title_block
from bot.texts import Part, Texts
from knowledge.answering.answer import (
    Answer,
    Citation,
    Notice,
    Outcome,
    Premise,
    Question,
    Statement,
)
from knowledge.answering.recency import find_newest, find_oldest
from knowledge.text.article import Source

__all__ = ["PassageView", "render_answer", "render_passage"]

_MOST_ASKED = 300


def render_answer(
    answer: Answer,
    texts: Texts,
    *,
    asked: str = "",
    notes: Sequence[str] = (),
    first_contact: bool = False,
) -> tuple[Page, ...]:
    """The answer as pages; the numbers of the quotes count `answer.citations` from 1.

    Args:
        asked: The question, where the chat does not show it just above.
        notes: Further lines of ours in front of it.
        first_contact: Say that an AI is speaking.
    """
    preface = list(
        render_preface(answer, texts, asked=asked, notes=notes, first_contact=first_contact)
    )
    if answer.outcome is Outcome.REFUSED:
        return pack(spaced(preface, *_refusal(answer, texts)))
    body = _body(answer, texts)
    return pack(spaced(preface, render_head(answer, texts), *body, _closing(answer, texts)))


def render_preface(
    answer: Answer, texts: Texts, *, asked: str, notes: Sequence[str], first_contact: bool
) -> Iterator[Block]:
    """The lines in front of an answer; the arguments are those of `render_answer`."""
    yield from _first_words(texts, asked, first_contact)
    yield from _understood(answer, texts)
    yield from (line(texts, styled(note, Kind.ITALIC)) for note in notes)
    yield from _notices(answer, texts)


def render_quotes(citations: Sequence[Citation], texts: Texts, head: str) -> tuple[Page, ...]:
    """Quotes by themselves, numbered from 1, under a line of ours, with their sources."""
    quotes = (_quoted(citation, number, texts) for number, citation in enumerate(citations, 1))
    sources = (line(texts, *source) for _, source in list_sources(citations, texts))
    return pack(spaced([line(texts, plain(head))], chain.from_iterable(quotes), sources))


def render_statements(statements: Sequence[Statement], texts: Texts) -> tuple[Page, ...]:
    """Statements that stand while others may still come; numbered as they will be."""
    if not statements:
        return ()
    question = Question(text="", language=texts.language)
    answer = Answer(question=question, outcome=Outcome.ANSWERED, statements=tuple(statements))
    return pack(spaced(*_body(answer, texts)))


def _body(answer: Answer, texts: Texts) -> Iterator[Iterable[Block]]:
    by_model = any(s.text.strip() or s.gloss.strip() for s in answer.statements)
    return _summary(answer, texts) if by_model else _bare_quotes(answer, texts)


def _first_words(texts: Texts, asked: str, first_contact: bool) -> Iterator[Block]:
    if first_contact:
        yield line(texts, styled(texts("first-contact"), Kind.ITALIC))
    if asked:
        question = shorten(asked, _MOST_ASKED)
        yield line(texts, styled(texts("asked", question=question), Kind.ITALIC))


def _understood(answer: Answer, texts: Texts) -> Iterator[Block]:
    """How the question was understood, where that is not as it was asked."""
    if answer.question.asked:
        question = shorten(answer.question.text, _MOST_ASKED)
        yield line(texts, styled(texts("understood", question=question), Kind.ITALIC))


def _notices(answer: Answer, texts: Texts) -> Iterator[Block]:
    newest = find_newest(citation.source for citation in answer.citations or answer.nearest)
    day = describe_date(newest.isoformat(), texts.language) if newest else ""
    for notice in answer.notices:
        dated = {"date": day} if notice is Notice.OLD_NEWS else {}
        yield line(texts, plain(texts(f"notice-{_key(notice)}", **dated)))


def _refusal(answer: Answer, texts: Texts) -> Iterator[Iterable[Block]]:
    yield [line(texts, plain(texts("not-in-articles")))]
    if answer.nearest:
        head = line(texts, styled(texts("nearest"), Kind.BOLD))
        quotes = (quote_blocks(citation.quote.text, None) for citation in answer.nearest)
        yield chain([head], *quotes)
        yield (line(texts, *source) for _, source in list_sources(answer.nearest, texts))


def render_head(answer: Answer, texts: Texts) -> Iterator[Block]:
    """That it is disputed, or answers only a part, or not what the question takes for granted."""
    if answer.outcome is Outcome.DISPUTED:
        yield line(texts, styled("⚖ " + texts("disputed"), Kind.BOLD))
    if answer.outcome is Outcome.PARTIAL:
        yield line(texts, styled(texts("partial"), Kind.BOLD))
    for part in answer.unanswered:
        yield line(texts, plain(texts("not-answered", part=shorten(part, _MOST_ASKED))))
    if answer.premise is not None:
        yield line(texts, plain(_premise(answer.premise, texts)))


def _premise(premise: Premise, texts: Texts) -> str:
    speaker, stance = shorten(premise.speaker, MOST_NAME), texts(f"stance-{_key(premise.stance)}")
    if not premise.about:
        return texts("premise", speaker=speaker, stance=stance)
    about = shorten(premise.about, MOST_NAME)
    return texts("premise-about", speaker=speaker, stance=stance, about=about)


def _summary(answer: Answer, texts: Texts) -> Iterator[Iterable[Block]]:
    bullet = plain("• " if answer.outcome is Outcome.DISPUTED else "")
    yield (
        line(
            texts,
            bullet,
            render_statement(statement, texts),
            plain(number_mark(cited_numbers(statement, answer))),
        )
        for statement in answer.statements
    )
    numbered = enumerate(answer.citations, 1)
    yield chain.from_iterable(_quoted(c, number, texts) for number, c in numbered)


def _quoted(citation: Citation, number: int | None, texts: Texts) -> Iterator[Block]:
    """The quote, and below it, outside of its frame, its translation, named as one."""
    yield from quote_blocks(citation.quote.text, number)
    if citation.translation.strip():
        text = " ".join(citation.translation.split())
        yield line(texts, styled(texts("translation", text=text), Kind.ITALIC))


def _bare_quotes(answer: Answer, texts: Texts) -> Iterator[Iterable[Block]]:
    """Who speaks and what they do by it, then their quotes; a quote is shown where first cited."""
    shown: set[int] = set()
    for statement in answer.statements:
        numbers = cited_numbers(statement, answer)
        mark = " " + number_mark(numbers) + _origin(statement, texts)
        head = line(texts, render_speaking(statement, texts), plain(mark))
        new = [number for number in numbers if number not in shown]
        quotes = (_quoted(answer.citations[n - 1], n, texts) for n in new)
        shown.update(new)
        yield _kept_together(head, list(chain.from_iterable(quotes)))


def _origin(statement: Statement, texts: Texts) -> str:
    """How often one text was copied, so that copies do not pass for many voices."""
    return f" · {texts('copies', count=statement.copies)}" if statement.copies > 1 else ""


def _kept_together(head: Block, quotes: Sequence[Block]) -> Iterator[Block]:
    """A head does not end a page when its quote fits on one with it."""
    joined = head + plain("\n") + quotes[0] if quotes else head
    yield from [joined, *quotes[1:]] if fits(joined) else [head, *quotes]


def _closing(answer: Answer, texts: Texts) -> Iterator[Block]:
    """A line a source; how the answer was made ends the last one, and from when to when it is."""
    notes = f" · {describe_making(answer, texts)}"
    sources = list_sources(answer.citations, texts)
    for place, (numbers, source) in enumerate(sources, 1):
        mark = plain(f"{number_mark(numbers)} " if len(sources) > 1 else "")
        yield line(texts, mark, *source, plain(notes if place == len(sources) else ""))
    yield from _time_span([citation.source for citation in answer.citations], texts)


def describe_making(answer: Answer, texts: Texts) -> str:
    """That the quotes are exact, and whether a model had its hand in the rest."""
    summary = "summary-by-ai" if answer.mode.startswith("model") else "without-model"
    return f"{texts('quotes-exact')} · {texts(summary)}"


def _time_span(sources: Sequence[Source], texts: Texts) -> Iterator[Block]:
    """From when the oldest and the newest are, where they are not of one day."""
    oldest, newest = find_oldest(sources), find_newest(sources)
    if oldest and newest and oldest != newest:
        first, last = (describe_date(d.isoformat(), texts.language) for d in (oldest, newest))
        yield line(texts, plain(texts("sources-span", oldest=first, newest=last)))


def list_sources(
    citations: Sequence[Citation], texts: Texts
) -> list[tuple[list[int], tuple[Block, Block]]]:
    """Each source in words, with the numbers of its quotes."""
    found: dict[tuple[str, int], list[int]] = {}
    for number, citation in enumerate(citations, 1):
        key = (citation.quote.article_id, citation.quote.version)
        found.setdefault(key, []).append(number)
    sources = (citations[numbers[0] - 1].source for numbers in found.values())
    described = (
        (
            title_block(source, texts, link_article(source.url)),
            plain(f" · {describe_publication(source, texts)}"),
        )
        for source in sources
    )
    return list(zip(found.values(), described, strict=True))


def render_statement(statement: Statement, texts: Texts) -> Block:
    """A model's words, or only who speaks; the speaker stands in them, or else is put in front."""
    if statement.gloss.strip():
        return _claimed(statement, texts)
    words = " ".join(statement.text.split())
    speaker = shorten(statement.speaker, MOST_NAME)
    if not words:
        return render_speaking(statement, texts)
    if not speaker:
        return plain(words)
    before, name, after = words.partition(speaker)
    if name:
        return plain(before) + styled(name, Kind.BOLD) + plain(after)
    return _with_bold(texts.parts("attributed", speaker=speaker, statement=words), "speaker")


def _claimed(statement: Statement, texts: Texts) -> Block:
    """What is said, after who says it and how, which are the program's words."""
    said = plain(" ".join(statement.gloss.split()))
    lead = render_speaking(statement, texts)
    return _with_blocks(texts.parts("claimed", lead="lead", said="said"), lead=lead, said=said)


def _with_blocks(parts: Iterable[Part], **blocks: Block) -> Block:
    return sum((blocks[p.name] if p.name else plain(p.text) for p in parts), plain(""))


def render_speaking(statement: Statement, texts: Texts) -> Block:
    """Who speaks and what they do by it, how sure they are, and who reports it: one line."""
    speaker = shorten(statement.label or statement.speaker, MOST_NAME)
    if not speaker:
        return styled(texts("by-article"), Kind.BOLD)
    withheld = "not-" if statement.withheld else ""
    stance = texts(f"stance-{withheld}{_key(statement.stance)}")
    who = _with_bold(texts.parts("said-by", speaker=speaker, stance=stance), "speaker")
    notes = [texts(f"hedge-{_key(hedge)}") for hedge in statement.hedges]
    notes += [texts("via", speaker=shorten(name, MOST_NAME)) for name in reversed(statement.via)]
    return who + plain(f" ({'; '.join(notes)})" if notes else "")


def describe_statement(statement: Statement, texts: Texts) -> str:
    """What the reader is shown of a statement beside its quotes, as plain text."""
    return render_statement(statement, texts).text


def _with_bold(parts: Iterable[Part], name: str) -> Block:
    blocks = (styled(p.text, Kind.BOLD) if p.name == name else plain(p.text) for p in parts)
    return sum(blocks, plain(""))


def cited_numbers(statement: Statement, answer: Answer) -> list[int]:
    """The numbers of the quotes that a statement rests on."""
    return [answer.citations.index(citation) + 1 for citation in dict.fromkeys(statement.citations)]


def _key(value: StrEnum) -> str:
    return value.replace("_", "-")
