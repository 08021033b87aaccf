"""Dates: full ones become ISO, all else stays unknown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.dates import to_iso


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
