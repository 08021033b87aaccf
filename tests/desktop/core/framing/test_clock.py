"""The clock says what had been printed by an hour only where the stated dates decide it."""

from __future__ import annotations

import pytest

from desktop.core.framing.clock import build_clock, is_earlier
from desktop.core.framing.sources import Sources
from desktop.core.model.articles import Article, Published
from tests.desktop.core.made_up import analyzed, article_of

TEXT = "The road in Porto is closed."
NOON = Published(2024, 5, 3, 12, 0, 0)
EVENING = Published(2024, 5, 3, 18, 0, 0)
DAY = Published(2024, 5, 3)
NEXT_DAY = Published(2024, 5, 5)


def dated(name: str, day: Published | None) -> Article:
    return article_of(TEXT, name, name, day=day)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (NOON, EVENING, True),
        (EVENING, NOON, False),
        (DAY, NEXT_DAY, True),
        (DAY, EVENING, None),
        (DAY, DAY, None),
        (NOON, None, None),
        (Published(2024, 5, 3, 18, 0, 330), Published(2024, 5, 3, 13, 0, 0), True),
        (Published(2024, 5, 3, 12, 0), Published(2024, 5, 3, 18, 0, 0), None),
        (Published(2024, 5, 3, 12, 0), Published(2024, 5, 3, 18, 0), True),
    ],
)
def test_earlier_is_said_only_where_it_is_sure(
    one: Published | None, other: Published | None, expected: bool | None
) -> None:
    assert is_earlier(dated("a", one), dated("b", other)) is expected


def test_each_hour_has_what_was_printed_up_to_it() -> None:
    articles = [dated("b", EVENING), dated("a", NOON), dated("c", None)]
    clock = build_clock(Sources(articles, [analyzed(TEXT)] * 3))

    assert [(hour.article, hour.printed) for hour in clock.hours] == [
        ("a", ("a",)),
        ("b", ("b", "a")),
    ]
    assert clock.unknown == ("c",)
    assert clock.undecided == ()


def test_two_days_without_hours_are_undecided() -> None:
    clock = build_clock(Sources([dated("a", DAY), dated("b", DAY)], [analyzed(TEXT)] * 2))

    assert clock.undecided == (("a", "b"),)
