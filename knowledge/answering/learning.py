"""Fitting linear models, in numpy alone: a logistic regression, and one that picks from a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.answering.judgement import BIAS

Matrix = NDArray[np.float64]
Row = Mapping[str, float]

_NEWTON_STEPS = 30
_ADAM_STEPS = 400
_ADAM_RATE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Columns by name, brought to mean 0 and deviation 1 while learning."""

    names: tuple[str, ...]
    mean: Matrix
    deviation: Matrix

    def apply(self, rows: Sequence[Row]) -> Matrix:
        """The rows as a matrix of standardised columns."""
        return (as_matrix(rows, self.names) - self.mean) / self.deviation

    def undo(self, weights: Matrix, bias: float) -> dict[str, float]:
        """Weights for values as they are."""
        plain = weights / self.deviation
        kept = {n: round(float(w), 4) for n, w in zip(self.names, plain, strict=True)}
        return {BIAS: round(bias - float(plain @ self.mean), 4)} | kept


def as_matrix(rows: Sequence[Row], names: Sequence[str]) -> Matrix:
    return np.array([[row[name] for name in names] for row in rows], dtype=np.float64)


def _scale(rows: Sequence[Row], names: Sequence[str]) -> tuple[Scale, Matrix]:
    """A scale of those columns that vary, and the scaled rows."""
    values = as_matrix(rows, names)
    varying = values.std(axis=0) > 1e-6
    scale = Scale(
        names=tuple(n for n, v in zip(names, varying, strict=True) if v),
        mean=values[:, varying].mean(axis=0),
        deviation=values[:, varying].std(axis=0),
    )
    return scale, (values[:, varying] - scale.mean) / scale.deviation


def fit_logistic(
    rows: Sequence[Row],
    names: Sequence[str],
    positive: Sequence[bool],
    importance: Sequence[float],
    *,
    ridge: float,
) -> dict[str, float]:
    """Weights of a logistic regression by Newton's method; both classes weigh the same in all."""
    scale, values = _scale(rows, names)
    inputs = np.hstack([np.ones((len(values), 1)), values])
    target = np.array(positive, dtype=np.float64)
    each = np.array(importance, dtype=np.float64)
    share = float((each * target).sum() / each.sum())
    each *= np.where(target > 0, 0.5 / share, 0.5 / (1 - share))
    penalty = np.full(inputs.shape[1], ridge)
    penalty[0] = 0.0
    weights = np.zeros(inputs.shape[1])
    for _ in range(_NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))
        slope = inputs.T @ (each * (chance - target)) + penalty * weights
        curve = (inputs * (each * chance * (1 - chance))[:, None]).T @ inputs
        step = np.linalg.solve(curve + np.diag(penalty + 1e-9), slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return scale.undo(weights[1:], float(weights[0]))


def fit_choice(
    lists: Sequence[Sequence[Row]],
    names: Sequence[str],
    right: Sequence[Sequence[bool]],
    *,
    ridge: float,
) -> dict[str, float]:
    """Weights under which the right rows of each list have the most of its softmax (by Adam)."""
    scale, values = _scale([row for rows in lists for row in rows], names)
    sizes = [len(rows) for rows in lists]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    owner = np.repeat(np.arange(len(lists)), sizes)
    target = np.array([r for rows in right for r in rows], dtype=np.float64)
    weights = np.zeros(values.shape[1])
    speed, energy = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _ADAM_STEPS + 1):
        scores = values @ weights
        mass = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        share = mass / np.add.reduceat(mass, starts)[owner]
        of_right = mass * target / np.add.reduceat(mass * target, starts)[owner]
        slope = (values.T @ (share - of_right) + ridge * weights) / len(lists)
        speed = 0.9 * speed + 0.1 * slope
        energy = 0.999 * energy + 0.001 * slope**2
        rate = _ADAM_RATE / (1 + step / 100)
        weights -= rate * (speed / (1 - 0.9**step)) / (np.sqrt(energy / (1 - 0.999**step)) + 1e-8)
    kept = scale.undo(weights, 0.0)
    kept.pop(BIAS)
    return kept
