"""Badges: two letters that a reader can guess the outlet from."""

from __future__ import annotations

import pytest

from desktop.services.badges import to_badges


@pytest.mark.parametrize(
    ("names", "letters"),
    [
        (["Business Insider"], ["BI"]),
        (["The Hindu", "The Herald"], ["TH", "T1"]),
        (["Reuters"], ["RE"]),
        (["RFE/RL"], ["RF"]),
        (["Antiwar.com"], ["AN"]),
        (["X"], ["X1"]),
        ([""], ["?1"]),
        (["Die Zeit", "Der Zirkel"], ["DZ", "DE"]),
        (["Ab Cd", "Ac", "Ab C", "Ab Ce"], ["AC", "A1", "AB", "A2"]),
    ],
)
def test_letters_follow_the_rule(names: list[str], letters: list[str]) -> None:
    found = [badge.letters for badge in to_badges([(name, n) for n, name in enumerate(names)])]
    assert found == letters


def test_an_outlet_with_two_articles_has_one_badge() -> None:
    first, second = to_badges([("Daily Test", 3), ("Daily Test", 3)])
    assert first is second


def test_a_hundred_outlets_have_a_hundred_badges() -> None:
    badges = to_badges([("Same Name", slot) for slot in range(100)])
    assert len({badge.letters for badge in badges}) == 100
