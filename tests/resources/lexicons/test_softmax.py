"""The fit of a linear model in plain Python."""

from __future__ import annotations

from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resources.lexicons.softmax import Row, fit_softmax

ROWS: list[Row] = [[(0, 1.0)], [(1, 1.0)], [(2, 1.0)], [(0, 1.0), (1, 0.5)]]


def test_a_feature_of_one_label_speaks_for_it() -> None:
    fitted = fit_softmax(ROWS, [0, 1, 2, 0], [0.1] * 3, 3)
    assert max(range(3), key=lambda kind: fitted.weights[0][kind]) == 0
    assert max(range(3), key=lambda kind: fitted.weights[2][kind]) == 2


def test_without_features_the_bias_gives_the_shares_of_the_labels() -> None:
    empty: list[Row] = [[] for _ in range(4)]
    fitted = fit_softmax(empty, [0, 0, 0, 1], [], 2)
    assert exp(fitted.bias[0] - fitted.bias[1]) == pytest.approx(3.0, rel=0.02)


def test_a_dearer_feature_gets_a_smaller_weight() -> None:
    cheap, dear = (fit_softmax(ROWS, [0, 1, 2, 0], [price] * 3, 3) for price in (0.1, 10.0))
    assert abs(dear.weights[0][0]) < abs(cheap.weights[0][0])


def test_no_examples_give_no_weights() -> None:
    fitted = fit_softmax([], [], [1.0], 3)
    assert fitted.weights == [(0.0, 0.0, 0.0)]
    assert fitted.bias == (0.0, 0.0, 0.0)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=30))
def test_at_the_least_loss_weights_of_a_feature_add_up_to_none(
    examples: list[tuple[int, int]],
) -> None:
    every = [*examples, (0, 0), (1, 1), (2, 2)]
    rows: list[Row] = [[(feature, 1.0)] for feature, _ in every]
    fitted = fit_softmax(rows, [label for _, label in every], [1.0] * 4, 3)
    assert all(abs(sum(weights)) < 1e-5 for weights in fitted.weights)
