"""What changed between two versions of an article, for the terminal."""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from bot.journal import GivenQuote
from bot.touched import touch
from knowledge.text.article import Article
from knowledge.text.passage import Span
from knowledge.text.revision import Edit, compare_texts

_CONTEXT = 60
"""Characters of unchanged text shown beside a change."""

_MOST_QUOTE = 90


def show_changes(old: Article, new: Article) -> Iterator[Text]:
    """The changes in red and green with some words around; one line where there are none."""
    edits = compare_texts(old.text, new.text)
    if all(edit.equal for edit in edits):
        yield Text("The text is the same; only what is known of its source differs.")
        return
    yield Text.assemble(*_pieces(edits))


def show_touched(
    old: Article, new: Article, given: Iterable[tuple[GivenQuote, int]]
) -> Iterator[Text]:
    """The quotes of *old* that readers were given and that *new* does not have as they were."""
    for quote, count in given:
        span = Span(start=quote.start, end=quote.end)
        touched = touch(span, old, new) if quote.version == old.version else None
        if touched is None:
            continue
        times = f"{count} answer{'' if count == 1 else 's'}: "
        now = _short(touched.now) if touched.now else "(removed)"
        style = "green" if touched.now else "dim"
        yield Text.assemble(times, (_short(touched.was), "red"), " → ", (now, style))


def _pieces(edits: Sequence[Edit]) -> Iterator[tuple[str, str]]:
    last = len(edits) - 1
    for number, edit in enumerate(edits):
        if edit.equal:
            yield _around(edit.old, first=number == 0, last=number == last), ""
        else:
            yield f"[-{edit.old}-]" if edit.old else "", "red"
            yield f"{{+{edit.new}+}}" if edit.new else "", "green"


def _around(text: str, *, first: bool, last: bool) -> str:
    """Unchanged text, without what is far from any change."""
    if len(text) <= 2 * _CONTEXT:
        return text
    head = "" if first else text[:_CONTEXT]
    tail = "" if last else text[-_CONTEXT:]
    return f"{head} … {tail}" if head and tail else f"{head}…{tail}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_QUOTE else f"{line[: _MOST_QUOTE - 1]}…"
