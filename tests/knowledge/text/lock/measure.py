"""How well the lock tells true statements from false ones."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.text.lock.lock import check_gloss, check_statement
from tests.knowledge.text.lock.glosses import gloss_pairs
from tests.knowledge.text.lock.mutations import mutate
from tests.knowledge.text.lock.pair_files import Pair, load_pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What became of the pairs of one group.

    Attributes:
        rejected: Of the false ones it should be all of them, of the true ones none.
    """

    group: str
    true: int
    true_rejected: int
    false: int
    false_rejected: int


def measure_lock(pairs: Iterable[Pair]) -> tuple[Row, ...]:
    """A row for all, then one a kind, then one a language."""
    judged = [(p, bool(check_statement(p.statement, p.language, p.cited))) for p in pairs]
    kinds = sorted({p.kind for p, _ in judged})
    languages = sorted({_languages(p) for p, _ in judged})
    return (
        _row("all", judged),
        *(_row(kind, [j for j in judged if j[0].kind == kind]) for kind in kinds),
        *(_row(name, [j for j in judged if _languages(j[0]) == name]) for name in languages),
    )


def measure_glosses(pairs: Sequence[Pair]) -> tuple[Row, ...]:
    """A row: true statements as picked claims, and their glosses put to another claim.

    What falls is the gloss alone: the claim is still shown with its speaker, stance and quote.
    """
    rows = [*gloss_pairs(pairs)]
    judged = [(g.pair, bool(check_gloss(g.gloss, g.pair.language, g.cited, g.claim))) for g in rows]
    others = rows[len(rows) // 2 :] + rows[: len(rows) // 2]
    crossed = [
        (
            replace(one.pair, kind="passage"),
            bool(check_gloss(one.gloss, one.pair.language, other.cited, other.claim)),
        )
        for one, other in zip(rows, others, strict=True)
        if one.cited.text != other.cited.text
    ]
    return (_row("all", [*judged, *crossed]),)


def _languages(pair: Pair) -> str:
    """The statement's language, and the quotes' where that is another."""
    quoted = "+".join(sorted({c.language for c in pair.cited}))
    return pair.language if quoted == pair.language else f"{pair.language} on {quoted}"


def _row(group: str, judged: Sequence[tuple[Pair, bool]]) -> Row:
    counts = Counter((p.is_true, rejected) for p, rejected in judged)
    return Row(
        group=group,
        true=counts[True, True] + counts[True, False],
        true_rejected=counts[True, True],
        false=counts[False, True] + counts[False, False],
        false_rejected=counts[False, True],
    )


def render_rows(rows: Iterable[Row]) -> str:
    """The rows as a plain table."""
    lines = [f"{'':<14}{'false rejected':>18}{'true rejected':>18}"]
    for row in rows:
        false = f"{row.false_rejected} of {row.false}"
        true = f"{row.true_rejected} of {row.true}"
        lines.append(f"{row.group:<14}{false:>18}{true:>18}")
    return "\n".join(lines)


def measured_sets() -> dict[str, tuple[Row, ...]]:
    """The rows of the rounds, and of the generated pairs."""
    pairs = load_pairs()
    return {
        "written while the rules were made": measure_lock(
            p for p in pairs if p.half == "developing"
        ),
        "round 4": measure_lock(p for p in pairs if p.half == "measuring"),
        "round 5": measure_lock(p for p in pairs if p.half == "fresh"),
        "round 6": measure_lock(p for p in pairs if p.half == "newest"),
        "round 7": measure_lock(p for p in pairs if p.half == "seventh"),
        "round 7, set aside": measure_lock(p for p in pairs if p.half == "set_aside"),
        "round 8": measure_lock(p for p in pairs if p.half == "eighth"),
        "generated": measure_lock(mutate(pairs)),
        "picked claims": measure_glosses(pairs),
    }
