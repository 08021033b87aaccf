"""The weakest signal is told in one plain sentence."""

from __future__ import annotations

import pytest

from desktop.core.events.links import Signals, describe_weakest, explain_link
from desktop.core.model.events import Link


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
    assert describe_weakest(Signals(names, figures, days, cosine)) == expected


def test_two_weekdays_speak_against_a_pair_without_dates() -> None:
    signals = Signals(5, 2, None, 0.5, ("Monday", "Friday"))
    assert describe_weakest(signals) == "One opens with Monday, the other with Friday."


@pytest.mark.parametrize(
    ("names", "figures", "words", "days", "expected"),
    [
        (("Torgau", "Elbe"), ("300 residents",), (), 1,
         "shares Torgau, Elbe, 300 residents; 1 day apart"),
        (("Torgau",), (), ("dike",), 0, "shares Torgau; published on one day"),
        ((), (), ("dike", "sand"), 4, "shares “dike”, “sand”; 4 days apart"),
        ((), (), (), None, "shares no name, figure or telling word"),
    ],
)  # fmt: skip
def test_a_reason_is_one_plain_line(
    names: tuple[str, ...],
    figures: tuple[str, ...],
    words: tuple[str, ...],
    days: int | None,
    expected: str,
) -> None:
    assert explain_link(Link("a", "b", names, figures, words, days, 0.5, "")) == expected
