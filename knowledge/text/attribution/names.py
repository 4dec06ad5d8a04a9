"""Proper names in a text: people, organisations, places, with their exact places."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.text.attribution.lexicon_files import load_lexicon
from knowledge.text.attribution.runs import NameKind, Run, find_runs
from knowledge.text.attribution.tokens import Token, find_tokens
from knowledge.text.passage import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name: `text[span.start:span.end] == text of the name`."""

    span: Span
    text: str
    kind: NameKind


def find_names(text: str, language: str) -> tuple[Name, ...]:
    """The proper names of *text*, in order. Offices and titles before a name are no part of it."""
    lexicon = load_lexicon(language)
    tokens = find_tokens(text, lexicon)
    return tuple(_name(text, tokens, run) for run in find_runs(text, tokens, lexicon))


def _name(text: str, tokens: Sequence[Token], run: Run) -> Name:
    span = Span(start=tokens[run.start].start, end=tokens[run.end - 1].end)
    return Name(span=span, text=text[span.start : span.end], kind=run.kind)
