"""A figure beside what is asked of it, and all of them as one table."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from rich.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured figure.

    Attributes:
        reached: None where it could not be measured; *note* then says why.
        floor: What a simple way reaches, in words; "" where nobody measured one.
        places: Decimals that are shown.
    """

    section: str
    what: str
    reached: float | None
    at_least: float | None = None
    at_most: float | None = None
    floor: str = ""
    unit: str = ""
    places: int = 3
    note: str = ""

    @property
    def is_met(self) -> bool | None:
        """Whether it is what is asked; None where nothing is asked, or nothing was measured."""
        if self.reached is None or (self.at_least is None and self.at_most is None):
            return None
        above = self.at_least is None or self.reached >= self.at_least
        return above and (self.at_most is None or self.reached <= self.at_most)

    @property
    def asked(self) -> str:
        """What is asked, in short."""
        least = "" if self.at_least is None else f"≥ {self.at_least:g}"
        most = "" if self.at_most is None else f"≤ {self.at_most:g}"
        return " ".join(filter(None, (least, most)))

    @property
    def shown(self) -> str:
        """The figure with its unit."""
        if self.reached is None:
            return "not measured"
        return f"{self.reached:,.{self.places}f} {self.unit}".rstrip()


def render_table(figures: Iterable[Figure]) -> Table:
    """One table of all figures, a section after the other."""
    table = Table("", "what", "asked", "floor", "reached", "met", "note")
    before = ""
    for figure in figures:
        if before and figure.section != before:
            table.add_section()
        table.add_row(
            figure.section if figure.section != before else "",
            figure.what,
            figure.asked,
            figure.floor,
            figure.shown,
            {True: "yes", False: "NO", None: ""}[figure.is_met],
            figure.note,
        )
        before = figure.section
    return table


def figures_as_json(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    """The same as values."""
    return [{**asdict(figure), "met": figure.is_met} for figure in figures]
