"""Redraws by arithmetic on long numbers are those of a plain loop."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.framing.redraws import draw_lanes, lane_totals

_REDRAWS = 20


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=12), st.integers(0, 9))
def test_totals_are_those_of_drawing_one_by_one(values: list[int], seed: int) -> None:
    random = Random(seed)  # noqa: S311
    plain = [sum(random.choices(values, k=len(values))) for _ in range(_REDRAWS)]
    drawn = draw_lanes(len(values), _REDRAWS, seed)
    assert list(lane_totals(drawn, values, _REDRAWS)) == plain


def test_the_same_seed_draws_the_same_and_another_one_otherwise() -> None:
    assert draw_lanes(9, _REDRAWS, 1) == draw_lanes(9, _REDRAWS, 1)
    assert draw_lanes(9, _REDRAWS, 1) != draw_lanes(9, _REDRAWS, 2)
