"""Redraws of sentences with repetition, all of them at once, by arithmetic on long numbers."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from functools import lru_cache
from random import Random

_LANE = array("Q").itemsize


@lru_cache(maxsize=64)
def draw_lanes(size: int, redraws: int, seed: int) -> tuple[int, ...]:
    """Return for each unit how often each redraw took it, one lane of a long number a redraw.

    Long numbers make the totals of all redraws a few multiplications instead of a million steps.

    Args:
        size: How many units there are; each redraw takes as many.
        redraws: How often to draw.
        seed: The same seed gives the same draws on every machine.
    """
    taken = [array("Q", bytes(_LANE * redraws)) for _ in range(size)]
    random = Random(seed)  # noqa: S311
    for redraw in range(redraws):
        for unit in random.choices(taken, k=size):
            unit[redraw] += 1
    return tuple(int.from_bytes(unit.tobytes(), sys.byteorder) for unit in taken)


def lane_totals(drawn: Sequence[int], values: Sequence[int], redraws: int) -> Sequence[int]:
    """Return the total of the values in each redraw; no value may be negative.

    >>> list(lane_totals(draw_lanes(1, 2, seed=7), [5], 2))
    [5, 5]
    """
    packed = sum(lanes * value for lanes, value in zip(drawn, values, strict=True) if value)
    return array("Q", packed.to_bytes(_LANE * redraws, sys.byteorder))
