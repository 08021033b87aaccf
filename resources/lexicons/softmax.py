"""Fits a linear model of several labels to sparse rows, in plain Python and always alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

Row = list[tuple[int, float]]
Vector = list[float]
_MEMORY = 8
_MOST_STEPS = 60
_LEAST_GAIN = 1e-5


@dataclass(frozen=True, slots=True)
class Softmax:
    """The weights of each feature, one for a label, and the bias of each label."""

    weights: list[tuple[float, ...]]
    bias: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Problem:
    rows: Sequence[Row]
    labels: Sequence[int]
    penalties: Sequence[float]
    kinds: int

    def loss(self, at: Vector) -> tuple[float, Vector]:
        """Return the loss of some weights, with its penalty, and the slope of each weight."""
        kinds, size = self.kinds, len(self.penalties)
        slopes = [0.0] * len(at)
        loss = 0.0
        for feature, penalty in enumerate(self.penalties):
            for place in range(feature * kinds, feature * kinds + kinds):
                slopes[place] = penalty * at[place]
                loss += 0.5 * penalty * at[place] * at[place]
        base = size * kinds
        for row, label in zip(self.rows, self.labels, strict=True):
            scores = at[base:]
            for feature, value in row:
                for kind, place in enumerate(range(feature * kinds, feature * kinds + kinds)):
                    scores[kind] += at[place] * value
            best = max(scores)
            odds = [exp(score - best) for score in scores]
            total = sum(odds)
            loss += log(total) - scores[label] + best
            errors = [each / total for each in odds]
            errors[label] -= 1.0
            for kind, error in enumerate(errors):
                slopes[base + kind] += error
            for feature, value in row:
                for kind, error in enumerate(errors):
                    slopes[feature * kinds + kind] += error * value
        return loss, slopes


def fit_softmax(
    rows: Sequence[Row], labels: Sequence[int], penalties: Sequence[float], kinds: int
) -> Softmax:
    """Return the weights of least loss.

    Args:
        rows: The features of each example with their values, by number.
        labels: The label of each example, below `kinds`; a label without an example has no least
            loss, as its bias may fall for ever.
        penalties: For each feature, how much the square of its weight costs.
        kinds: The number of labels.

    Source: L-BFGS in two loops (Nocedal 1980), with steps halved until the loss falls.
    """
    problem = _Problem(rows, labels, penalties, kinds)
    at = [0.0] * ((len(penalties) + 1) * kinds)
    loss, slopes = problem.loss(at)
    memory: list[tuple[Vector, Vector]] = []
    for _ in range(_MOST_STEPS):
        way = _way_down(slopes, memory)
        then, new_loss, new_slopes = _step(problem, at, (loss, slopes), way)
        change = [b - a for a, b in zip(at, then, strict=True)]
        turn = [b - a for a, b in zip(slopes, new_slopes, strict=True)]
        if _dot(change, turn) > 0:
            memory = [*memory, (change, turn)][-_MEMORY:]
        gain = loss - new_loss
        at, loss, slopes = then, new_loss, new_slopes
        if gain < _LEAST_GAIN * abs(loss):
            break
    size = len(penalties)
    found = [tuple(at[place * kinds : place * kinds + kinds]) for place in range(size)]
    return Softmax(found, tuple(at[size * kinds :]))


def _way_down(slopes: Vector, memory: Sequence[tuple[Vector, Vector]]) -> Vector:
    """Return the direction to go, from the slopes and what the last steps told of their bend."""
    way = list(slopes)
    if not memory:
        length = sqrt(_dot(slopes, slopes)) or 1.0
        return [-slope / length for slope in way]
    shares: list[float] = []
    for change, turn in reversed(memory):
        share = _dot(change, way) / _dot(change, turn)
        shares.append(share)
        way = [a - share * b for a, b in zip(way, turn, strict=True)]
    change, turn = memory[-1]
    scale = _dot(change, turn) / _dot(turn, turn)
    way = [scale * value for value in way]
    for (change, turn), share in zip(memory, reversed(shares), strict=True):
        back = share - _dot(turn, way) / _dot(change, turn)
        way = [a + back * b for a, b in zip(way, change, strict=True)]
    return [-value for value in way]


def _step(
    problem: _Problem, at: Vector, now: tuple[float, Vector], way: Vector
) -> tuple[Vector, float, Vector]:
    """Return where a step leads that lowers the loss, with the loss and the slopes there."""
    loss, slopes = now
    fall = _dot(slopes, way)
    length = 1.0
    while True:
        then = [a + length * b for a, b in zip(at, way, strict=True)]
        new_loss, new_slopes = problem.loss(then)
        if new_loss <= loss + 1e-4 * length * fall or length < 1e-6:
            return then, new_loss, new_slopes
        length *= 0.5


def _dot(left: Vector, right: Vector) -> float:
    return sum(a * b for a, b in zip(left, right, strict=True))
