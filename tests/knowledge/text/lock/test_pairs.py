"""The adversarial set: the lock must not fall behind what it has reached."""

import pytest

from tests.knowledge.text.lock.measure import Row, measured_sets, render_rows
from tests.knowledge.text.lock.pair_files import load_pairs

_FEWEST_PAIRS = 500
_FEWEST_LANGUAGES = 4


@pytest.fixture(scope="module")
def measured() -> dict[str, tuple[Row, ...]]:
    return measured_sets()


def test_the_set_is_large_and_in_many_languages() -> None:
    pairs = load_pairs()
    assert len(pairs) >= _FEWEST_PAIRS
    assert len({p.language for p in pairs}) >= _FEWEST_LANGUAGES
    assert len({p.id for p in pairs}) == len(pairs)


@pytest.mark.parametrize(
    ("name", "least_rejected", "most_rejected"),
    [
        pytest.param("written while the rules were made", 1.0, 0.013, id="developing"),
        pytest.param("round 4", 1.0, 0.0, id="round-4"),
        pytest.param("round 5", 1.0, 0.03, id="round-5"),
        pytest.param("round 6", 1.0, 0.11, id="round-6"),
        pytest.param("round 7", 0.94, 0.28, id="round-7"),
        pytest.param("round 7, set aside", 0.85, 0.5, id="round-7-set-aside"),
        pytest.param("round 8", 0.96, 0.3, id="round-8"),
        pytest.param("generated", 0.998, 0.0, id="generated"),
        pytest.param("picked claims", 0.997, 0.17, id="picked-claims"),
    ],
)
def test_false_statements_fall_and_true_ones_stand(
    measured: dict[str, tuple[Row, ...]], name: str, least_rejected: float, most_rejected: float
) -> None:
    everything = measured[name][0]
    assert everything.false_rejected >= least_rejected * everything.false
    assert everything.true_rejected <= most_rejected * everything.true


def test_the_table_has_a_row_a_kind_and_a_language(
    measured: dict[str, tuple[Row, ...]],
) -> None:
    table = render_rows(measured["round 4"])
    assert {"role", "negation", "ru", "en on es"} <= {
        line[:14].strip() for line in table.split("\n")
    }
