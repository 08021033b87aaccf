"""How much of their words two texts have in common."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share: runs of words, and shares of the runs of the shorter and the longer.

    `alike` is the share of all their runs that both have.
    """

    runs: int
    of_shorter: float
    of_longer: float
    alike: float


def measure_overlap(left: AbstractSet[object], right: AbstractSet[object]) -> Overlap:
    """Return what two texts share, by their runs of words.

    >>> measure_overlap({1, 2, 3, 4}, {3, 4}).of_shorter
    1.0
    """
    shorter, longer = sorted((len(left), len(right)))
    if not shorter:
        return Overlap(0, 0.0, 0.0, 0.0)
    shared = len(left & right)
    return Overlap(shared, shared / shorter, shared / longer, shared / (shorter + longer - shared))
