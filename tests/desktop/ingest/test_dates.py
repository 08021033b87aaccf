"""Dates: full ones become ISO, all else stays unknown."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.dates import AmbiguousDateError, find_dates, is_future, read_date, to_iso


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-11-02", "2024-11-02"),
        ("2024-11-02T18:37", "2024-11-02T18:37"),
        ("2024-11-02 18:37:22", "2024-11-02T18:37"),
        ("2024-11-02T18:37:22.123Z", "2024-11-02T18:37+00:00"),
        ("20241102", "2024-11-02"),
        ("20241102T183700Z", "2024-11-02T18:37+00:00"),
        ("2 November 2024", "2024-11-02"),
        ("Nov 2, 2024", "2024-11-02"),
        ("Sat, 02 Nov 2024 10:00:00 -0500", "2024-11-02T10:00-05:00"),
        ("2024-02-30", ""),
        ("0024-11-02", ""),
        ("2150-11-02", ""),
        ("02/11/2024", ""),
        (
            "Tue Nov 05 2024 00:23:33 GMT+0000 (Coordinated Universal Time)",
            "2024-11-05T00:23+00:00",
        ),
        ("2024-11-02T12:00:00+01:00[Europe/Berlin]", "2024-11-02T12:00+01:00"),
        ("Published on Saturday, 2 November 2024", "2024-11-02"),
        ("The storm of 2 November 2024 hit", ""),
        ("1 to 2 November 2024, 3 November 2024", ""),
        ("November 2024", ""),
        ("Friday", ""),
        ("", ""),
    ],
)
def test_only_full_dates_are_dates(written: str, expected: str) -> None:
    assert to_iso(written) == expected


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text_gives_a_date_or_nothing(written: str) -> None:
    assert to_iso(written) == "" or to_iso(written)[4] == "-"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2 November 2024", "2024-11-02"),
        ("2. November 2024", "2024-11-02"),
        ("November 2nd, 2024", "2024-11-02"),
        ("2. März 2024, 18:37", "2024-03-02T18:37"),
        ("13/04/2024", "2024-04-13"),
        ("04/13/2024", "2024-04-13"),
        ("04/04/2024", "2024-04-04"),
        ("November 2024", ""),
        ("31 February 2024", ""),
        ("last Friday", ""),
    ],
)
def test_what_a_person_types_is_read_where_it_is_one_full_day(written: str, expected: str) -> None:
    assert read_date(written) == expected


@pytest.mark.parametrize("written", ["03/04/2024", "3.4.2024", "03-04-2024", "3 / 4 / 2024"])
def test_what_can_be_two_days_names_both(written: str) -> None:
    with pytest.raises(AmbiguousDateError) as refusal:
        read_date(written)
    assert refusal.value.readings == ("2024-04-03", "2024-03-04")


def test_a_date_lies_ahead_only_when_it_does_so_everywhere() -> None:
    moment = datetime(2024, 11, 2, 12, tzinfo=UTC)
    assert not is_future("2024-11-03", moment)
    assert is_future("2024-11-04", moment)
    assert not is_future("2024-11-02T12:30+00:00", moment)
    assert is_future("2024-11-02T14:00+00:00", moment)


@settings(max_examples=80, deadline=None)
@given(
    st.text(alphabet="0123456789/.- :TZ+NovemberMärz年月日", max_size=40),
    st.sampled_from(["", "de"]),
)
def test_dates_found_in_any_line_are_days_that_exist(line: str, language: str) -> None:
    for found in find_dates(line, language):
        assert date.fromisoformat(found.iso[:10])
        assert 0 <= found.start < found.end <= len(line)
