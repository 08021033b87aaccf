"""The place of one new article among events that are there, without grouping all again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.core.events.days import time_factor
from desktop.core.events.grouping import ALIKE
from desktop.core.events.likeness import cosine
from desktop.core.events.linkage import blend
from desktop.core.events.signatures import Signature


def score_likeness(left: Signature, right: Signature) -> float:
    """Return how alike two articles are by words and time, 0.0 to about 2."""
    return cosine(left[0], right[0]) * time_factor(left[1], right[1])


def is_alike(likeness: float) -> bool:
    """Say whether two articles alone would be one event."""
    return likeness >= ALIKE


def find_home(likenesses: Mapping[str, Sequence[float]]) -> str | None:
    """Return the group that a new article is most alike as a whole, None where it is alike none.

    Args:
        likenesses: For each group how alike the article is to each of its members.

    >>> find_home({"chain": [0.6, 0.01], "event": [0.4, 0.3]})
    'event'
    """
    fits = {
        group: blend(min(values), sum(values) / len(values))
        for group, values in likenesses.items()
        if values
    }
    best = min(fits, key=lambda group: (-fits[group], group), default=None)
    return best if best is not None and fits[best] >= ALIKE else None
