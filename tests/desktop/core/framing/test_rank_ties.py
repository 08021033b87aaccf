"""Ranks: a tie is what redrawing turns round, and it is not broken by names or order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.framing.ranks import Unit, order_units, own_units
from tests.desktop.core.made_up import analyzed

UNITS = st.lists(st.builds(Unit, st.integers(1, 30), st.integers(0, 2)), min_size=1, max_size=15)


def units(loaded: int, of: int) -> list[Unit]:
    return [Unit(20, int(n < loaded)) for n in range(of)]


@pytest.mark.parametrize(
    ("articles", "groups"),
    [
        ({}, ()),
        ({"a": units(0, 9)}, (("a",),)),
        ({"a": units(0, 9), "b": units(0, 9)}, (("a", "b"),)),
        ({"a": units(5, 9), "b": units(5, 9)}, (("a", "b"),)),
        ({"a": units(0, 20), "b": units(15, 20)}, (("b",), ("a",))),
        ({"a": units(1, 20), "b": units(2, 20)}, (("b", "a"),)),
        ({"a": units(20, 20), "b": units(0, 20), "c": units(20, 20)}, (("a", "c"), ("b",))),
        ({"a": units(0, 20), "b": units(9, 20), "c": units(20, 20)}, (("c",), ("b",), ("a",))),
        ({"a": [], "b": units(9, 9)}, (("b",), ("a",))),
    ],
)
def test_articles_are_ranked_highest_first_with_ties(
    articles: dict[str, list[Unit]], groups: tuple[tuple[str, ...], ...]
) -> None:
    assert order_units(list(articles.items())) == groups


def test_more_text_tells_apart_what_little_text_leaves_a_tie() -> None:
    few = order_units([("a", units(2, 8)), ("b", units(4, 8))])
    many = order_units([("a", units(2, 8) * 12), ("b", units(4, 8) * 12)])
    assert len(few) == 1
    assert many == (("b",), ("a",))


@given(st.lists(UNITS, max_size=5))
def test_rates_fall_from_group_to_group_and_within_each(articles: list[list[Unit]]) -> None:
    ranked = {str(number): row for number, row in enumerate(articles)}
    groups = order_units(list(ranked.items()))

    def rate(name: str) -> float:
        row = ranked[name]
        return sum(unit.spans for unit in row) / sum(unit.words for unit in row)

    rates = [rate(name) for group in groups for name in group]
    assert rates == sorted(rates, reverse=True)
    assert sorted(name for group in groups for name in group) == sorted(ranked)


@given(UNITS)
def test_an_article_ties_with_itself(row: list[Unit]) -> None:
    assert order_units([("a", row), ("b", row)]) == (("a", "b"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shameful plan passed at noon.", [Unit(6, 1)]),
        ("“It is a shameful plan,” Aya Ito said.", [Unit(3, 0)]),
        ("Aya Ito said the plan was shameful.", [Unit(7, 0)]),
        ("It passed.\n\nRead more: A shameful plan\n\nIt was late, and dark.",
         [Unit(2, 0), Unit(5, 0)]),
        ("", []),
    ],
)  # fmt: skip
def test_own_words_and_own_wordings_are_counted_sentence_by_sentence(
    text: str, expected: list[Unit]
) -> None:
    assert own_units(text, analyzed(text)) == expected
