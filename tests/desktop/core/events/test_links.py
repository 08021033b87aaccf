"""The weakest signal is told in one plain sentence."""

from __future__ import annotations

import pytest

from desktop.core.events.links import describe_weakest


@pytest.mark.parametrize(
    ("names", "figures", "days", "cosine", "expected"),
    [
        (5, 2, 9, 0.5, "They were published 9 days apart."),
        (5, 2, 0, 0.21, "Their weighted words are 21\u2009% alike."),
        (1, 2, 0, 0.5, "They share one name."),
        (0, 2, None, 0.5, "They share no name."),
        (5, 2, None, 0.5, "The date of at least one of them is not stated."),
        (5, 0, 0, 0.5, "They share no figure."),
    ],
)
def test_the_weakest_signal_is_named(
    names: int, figures: int, days: int | None, cosine: float, expected: str
) -> None:
    assert describe_weakest(names, figures, days, cosine) == expected
