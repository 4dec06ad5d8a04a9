"""The fits that the calibration uses."""

import numpy as np

from knowledge.answering.judgement import BIAS, weigh
from knowledge.answering.learning import fit_choice, fit_logistic


def test_a_logistic_regression_finds_what_tells() -> None:
    chance = np.random.default_rng(1)
    rows = [{"tells": chance.normal(0, 1), "noise": chance.normal(0, 3)} for _ in range(400)]
    positive = [row["tells"] + chance.normal(0, 0.5) > 1 for row in rows]
    weights = fit_logistic(rows, ("tells", "noise"), positive, [1.0] * 400, ridge=1.0)
    assert weights["tells"] > 1
    assert abs(weights["noise"]) < weights["tells"] / 10
    assert weigh(weights, {"tells": 3.0, "noise": 0.0}) > 0 > weights[BIAS]


def test_rows_without_importance_teach_nothing() -> None:
    rows = [{"x": 1.0}, {"x": -1.0}, {"x": 1.0}, {"x": -1.0}]
    positive = [True, False, False, True]
    importance = [1.0, 1.0, 0.001, 0.001]
    assert fit_logistic(rows, ("x",), positive, importance, ridge=0.1)["x"] > 0.5


def test_a_choice_learns_to_put_the_right_row_first() -> None:
    chance = np.random.default_rng(2)
    lists = [[{"good": chance.normal(0, 1), "flat": 1.0} for _ in range(5)] for _ in range(200)]
    right = [[row == max(rows, key=lambda r: r["good"]) for row in rows] for rows in lists]
    weights = fit_choice(lists, ("good", "flat"), right, ridge=1.0)
    assert weights["good"] > 1
    assert "flat" not in weights
