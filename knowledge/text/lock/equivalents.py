"""Figures that languages tell in different ways: decades, ranks, two and one, today."""

from knowledge.text.lock.alignment import Alignment
from knowledge.text.lock.measures import Figure

_DECADE = 10
_CENTURY = 100


def is_told_otherwise(alignment: Alignment, figure: Figure) -> bool:
    """Whether the quotes may hold a figure in other words than those of the statement.

    "A decade" is ten years, in every language; the rest is asked of quotes in another language.
    """
    theirs = [f for q in alignment.quotes for f in q.reading.figures]
    if figure.value == _DECADE and figure.unit in {"year", ""}:
        return "decade" in alignment.concepts("unit")
    if alignment.is_same_language:
        return False
    return (
        _is_decade(figure, theirs)
        or _is_rank(figure, theirs)
        or _is_grammar(alignment, figure, theirs)
    )


def _is_decade(figure: Figure, theirs: list[Figure]) -> bool:
    """1970 and the seventies."""
    if figure.value % _DECADE or figure.kind not in {"number", "year"}:
        return False
    short = figure.value % _CENTURY
    return short > 0 and any(
        f.kind in {"number", "year"}
        and f.value % _CENTURY == short
        and short in {f.value, figure.value}
        for f in theirs
    )


def _is_rank(figure: Figure, theirs: list[Figure]) -> bool:
    """The 139th, and rank 139."""
    kinds = {"number", "ordinal"}
    return figure.kind in kinds and any(f.value == figure.value and f.kind in kinds for f in theirs)


def _is_grammar(alignment: Alignment, figure: Figure, theirs: list[Figure]) -> bool:
    """Words that need no figure elsewhere: the dual of Arabic, "first", "today"."""
    is_word = not alignment.statement.tokens[figure.start].is_number
    if figure.kind == "ordinal":
        return figure.value == 1 and not any(f.kind == "ordinal" for f in theirs)
    if figure.kind == "relday":
        return not any(f.kind in {"relday", "weekday"} for f in theirs)
    languages = {alignment.statement.language, *(q.cited.language for q in alignment.quotes)}
    is_two = is_word and figure.kind == "number" and figure.value <= 2 and "ar" in languages
    return is_two and not any(f.kind == "number" for f in theirs)
