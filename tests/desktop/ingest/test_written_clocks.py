"""Whatever is written as a time, a date that is given can be read again as ISO 8601."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.dates import find_dates, is_future, read_date, same_day, to_iso


@pytest.mark.parametrize(
    "written",
    [
        "Sat Nov 02 99:99:10 +0000 2024",
        "Sat Nov 02 24:00:10 +0000 2024",
        "Sat Nov 02 ١٨:٣٧:10 +0000 2024",
        "Sat Now 02 18:37:10 +0000 2024",
        "Sun Feb 30 18:37:10 +0000 2024",
    ],
)
def test_a_moment_that_cannot_be_is_none(written: str) -> None:
    assert to_iso(written) == ""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Sat Nov 02 18:37:10 +0530 2024", "2024-11-02T18:37+05:30"),
        ("Sat Nov 02 18:37:10 GMT 2024", "2024-11-02T18:37+00:00"),
        ("2024-11-02T18:37-03:30", "2024-11-02T18:37-03:30"),
        ("2024-11-02T18:37+14:00", "2024-11-02T18:37+14:00"),
        ("2024-11-02T18:37+14:30", "2024-11-02T18:37"),
        ("2024-11-02T18:37+13:60", "2024-11-02T18:37"),
        ("2024-11-02T18:37 +٠١:٣٠", "2024-11-02T18:37"),
        ("2024-11-02T24:00", "2024-11-02"),
        ("2024-11-02 18:60", "2024-11-02"),
        ("November 2, 2024 12:05 am", "2024-11-02T00:05"),
        ("November 2, 2024 12:05 p.m.", "2024-11-02T12:05"),
        ("November 2, 2024 11:59 PM", "2024-11-02T23:59"),
        ("2 novembre 2024 à 8h05", "2024-11-02T08:05"),
        ("2. November 2024, 8.05 Uhr", "2024-11-02T08:05"),
        ("29 February 2024", "2024-02-29"),
        ("29 February 2023", ""),
        ("29 February 1900", ""),
        ("2 November 0999", ""),
        ("2 November 2100", ""),
    ],
)
def test_a_clock_is_taken_where_it_can_be_one(written: str, expected: str) -> None:
    assert to_iso(written) == expected


DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲५２"
PARTS = st.one_of(
    st.sampled_from(
        ["2024-11-02", "2 Nov 2024", "Sat Nov 02 ", " 2024", "T", ":", "+", "-", "Z", " GMT", " am"]
    ),
    st.text(DIGITS, max_size=4),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(PARTS, max_size=9).map("".join))
def test_what_is_given_is_always_iso(written: str) -> None:
    if iso := to_iso(written):
        assert iso.isascii()
        assert 1000 <= datetime.fromisoformat(iso).year <= 2099
    for found in find_dates(written):
        assert datetime.fromisoformat(found.iso)


@settings(max_examples=100, deadline=None)
@given(
    st.text("0123456789:", min_size=5, max_size=5),
    st.text("0123456789", min_size=4, max_size=4),
    st.sampled_from("+-"),
)
def test_a_printed_moment_is_iso_or_nothing(clock: str, zone: str, sign: str) -> None:
    iso = to_iso(f"Sat Nov 02 {clock}:10 {sign}{zone} 2024")
    assert iso == "" or datetime.fromisoformat(iso).date() == date(2024, 11, 2)


MOMENTS = st.datetimes(datetime(1001, 1, 1), datetime(2098, 12, 30)).map(  # noqa: DTZ001
    lambda moment: moment.replace(second=0, microsecond=0)
)


@settings(max_examples=80, deadline=None)
@given(MOMENTS, st.integers(-14 * 60, 14 * 60))
def test_a_moment_comes_back_as_it_was_written(moment: datetime, minutes: int) -> None:
    stated = moment.replace(tzinfo=UTC)
    sign, size = ("+" if minutes >= 0 else "-"), abs(minutes)
    written = f"{moment:%Y-%m-%dT%H:%M}{sign}{size // 60:02}:{size % 60:02}"
    found = datetime.fromisoformat(to_iso(written))
    assert found == stated - timedelta(minutes=minutes)


@settings(max_examples=80, deadline=None)
@given(MOMENTS)
def test_a_day_is_the_same_as_itself_and_not_as_the_next(moment: datetime) -> None:
    today, tomorrow = ((moment + timedelta(days=days)).date().isoformat() for days in (0, 1))
    assert same_day(today, f"{moment:%Y-%m-%dT%H:%M}+00:00")
    assert not same_day(today, tomorrow)


@settings(max_examples=80, deadline=None)
@given(MOMENTS)
def test_what_has_been_does_not_lie_ahead(moment: datetime) -> None:
    now = moment.replace(tzinfo=UTC)
    assert not is_future(now.isoformat(timespec="minutes"), now)
    assert not is_future(now.date().isoformat(), now)
    assert is_future((now + timedelta(days=3)).isoformat(timespec="minutes"), now)


@settings(max_examples=80, deadline=None)
@given(st.dates(date(1000, 1, 1), date(2099, 12, 31)))
def test_a_date_that_a_person_types_in_order_is_that_day(day: date) -> None:
    assert read_date(f"{day:%d} {day:%B} {day.year:04}") == day.isoformat()
    assert read_date(day.isoformat()) == day.isoformat()
