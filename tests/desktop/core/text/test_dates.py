from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.text.dates import find_dates, is_date_line


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("November 02, 2024 06:37 pm IST", "2024-11-02T18:37+05:30"),
        ("Nov 2, 2024\u00a0-\u00a007:00", "2024-11-02T07:00"),
        ("Nov. 2nd, 2024", "2024-11-02"),
        ("2 November 2024, 10:15 GMT", "2024-11-02T10:15+00:00"),
        ("31 Oct 2024 at 12:05 a.m. EDT", "2024-10-31T00:05-04:00"),
        ("2024-11-02T07:00Z", "2024-11-02T07:00+00:00"),
        ("2024-11-02 07:00 +02:00", "2024-11-02T07:00+02:00"),
        ("3 May 2023 12.30", "2023-05-03T12:30"),
        ("February 29, 2024", "2024-02-29"),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_stated(text: str, iso: str) -> None:
    assert [date.published.iso for date in find_dates(text)] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "November 2",
        "on Friday",
        "November 2024",
        "02/11/2024",
        "February 30, 2023",
        "February 29, 2023",
        "2024-13-01",
        "chapter 2, 2024",
        "",
    ],
)
def test_a_date_that_is_not_stated_in_full_is_none(text: str) -> None:
    assert not list(find_dates(text))


def test_the_span_holds_date_time_and_zone_and_no_more() -> None:
    text = "Published - November 02, 2024 06:37 pm IST - KYIV"
    (date,) = find_dates(text)
    assert date.span.of(text) == "November 02, 2024 06:37 pm IST"


def test_a_word_after_the_time_is_no_zone() -> None:
    text = "2 May 2023 10:15 by Ann"
    (date,) = find_dates(text)
    assert date.published.zone is None
    assert date.span.of(text) == "2 May 2023 10:15"


@pytest.mark.parametrize(
    "line",
    [
        "Published - November 02, 2024 06:37 pm IST - KYIV",
        "Nov 2, 2024 - 07:00",
        "Thursday, February 23, 2006",
        "Updated: 3 May 2023",
        "Last modified on 2 May 2023 at 10:15 GMT",
        "02/11/2024",
    ],
)
def test_a_line_of_date_and_place_is_a_date_line(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Troops arrived on November 2, 2024 in Kursk",
        "The deal of May 3, 2023",
        "Friday",
        "8,000 troops",
        "On March 2, 2023 she resigned",
        "",
    ],
)
def test_a_line_that_says_more_is_none(line: str) -> None:
    assert not is_date_line(line)


@given(st.text(alphabet=st.sampled_from("0123456789 :-.,NovMarchpm/TZ+\u00a0")))
def test_any_text_gives_dates_that_exist_with_spans_inside_it(text: str) -> None:
    for date in find_dates(text):
        assert 1 <= date.published.month <= 12
        assert 1 <= date.published.day <= 31
        assert date.span.end <= len(text)
