"""Dates that a person types are taken where they mean one day that has been."""

from __future__ import annotations

import pytest

from desktop.services.errors import CrosslightError
from desktop.services.typed_dates import read_typed_date


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2024-11-02", "2024-11-02"),
        ("2024-11-02T18:37+01:00", "2024-11-02T18:37+01:00"),
        ("2 November 2024", "2024-11-02"),
        ("November 2, 2024", "2024-11-02"),
        ("2. November 2024", "2024-11-02"),
        ("2. März 2024", "2024-03-02"),
        ("2 novembre 2024 à 18h37", "2024-11-02T18:37"),
        ("22/04/2024", "2024-04-22"),
    ],
)
def test_a_full_date_is_taken_as_precise_as_it_is(typed: str, expected: str) -> None:
    assert read_typed_date(typed) == expected


@pytest.mark.parametrize("typed", ["November 2024", "2 November", "yesterday", "31 June 2024", "0"])
def test_what_is_no_full_date_is_refused_with_how_to_write_one(typed: str) -> None:
    with pytest.raises(CrosslightError, match="is not a full date") as refusal:
        read_typed_date(typed)
    assert "2 November 2024" in refusal.value.remedy


def test_what_can_be_two_days_is_refused_with_both() -> None:
    with pytest.raises(CrosslightError) as refusal:
        read_typed_date("03/04/2024")
    assert refusal.value.message == "“03/04/2024” can be 3 April 2024 or 4 March 2024."


def test_a_day_that_lies_ahead_is_refused() -> None:
    with pytest.raises(CrosslightError, match="1 January 2098 lies ahead"):
        read_typed_date("1 January 2098")
