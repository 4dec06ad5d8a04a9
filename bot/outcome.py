"""What became of everything that was to be taken in, and the table of it at the end."""

from collections import Counter
from dataclasses import dataclass, field

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.console import err, out
from knowledge.errors import NewsError, NotTakenError

COLUMNS = ("added", "unchanged", "new version", "refused")


@dataclass
class Outcome:
    """Counts and faults; it grows, so that a stop loses nothing of it."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[NewsError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def count(self, change: str) -> None:
        """An article was taken in, with this change."""
        self.counts[change] += 1

    def refuse(self, fault: NewsError) -> None:
        """Something was not."""
        self.counts["refused"] += 1
        self.faults.append(fault)

    def note(self, note: object) -> None:
        """Something is to be told beside an article."""
        self.notes.append(str(note))

    def report(self) -> None:
        """Print it: the table to standard output, what went wrong to standard error."""
        for note in self.notes:
            err.print(note, style="yellow", markup=False, highlight=False, soft_wrap=True)
        if self.faults:
            err.print("refused, and why", style="bold")
        for fault in self.faults:
            _print_fault(fault)
        table = Table(*COLUMNS, box=None, pad_edge=False, header_style="bold")
        table.add_row(*(str(self.counts[name]) for name in COLUMNS))
        out.print(table)


def _print_fault(fault: NewsError) -> None:
    """A path on a line of its own, never folded, so that it can be copied; the reason below it."""
    if not isinstance(fault, NotTakenError):
        err.print(Text(str(fault), style="red"))
        return
    err.print(Text(fault.where), soft_wrap=True)
    err.print(Group(Padding(Text(fault.why, style="red"), (0, 0, 0, 4))))
