"""When articles are from raises or lowers how alike they are, as far as they say so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.events.days import Moment, days_apart, find_moment, time_factor, weekdays_differ
from desktop.core.model.articles import Published
from tests.desktop.core.made_up import article_of
from tests.desktop.core.strategies import ANY_TEXT

MOMENTS = st.builds(
    Moment,
    st.none() | st.integers(700000, 740000),
    st.none() | st.integers(700000, 740000),
    st.frozensets(st.sampled_from(["Monday", "Friday", "Sunday"])),
)


def test_a_stated_date_is_taken_and_no_other_is_looked_for() -> None:
    found = find_moment(article_of("2 May 2019\nRain fell.", day=Published(2024, 6, 3)))
    assert (found.stated, found.read) == (739040, None)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("3 June 2024\nRain fell in Visby.", 739040),
        ("Updated June 3, 2024 by the night desk", 739040),
        ("Rain fell on 3 June, it said.", None),
        ("Rain fell. " * 80 + "3 June 2024", None),
        ("", None),
    ],
    ids=["first line", "updated", "no year", "too late", "nothing"],
)
def test_the_first_full_date_at_the_head_stands_in_for_one_that_is_not_stated(
    text: str, read: int | None
) -> None:
    assert find_moment(article_of(text)).read == read


def test_weekdays_are_those_of_the_lead() -> None:
    text = f"On Monday rain fell. {'It was wet. ' * 30} It dried on Friday."
    assert find_moment(article_of(text)).weekdays == {"Monday"}


def test_near_days_raise_and_far_ones_lower() -> None:
    factors = [time_factor(Moment(739000), Moment(739000 + days)) for days in (0, 1, 5, 60)]
    assert factors[0] == factors[1] > factors[2] > 1 > factors[3] > 0.7


def test_dates_that_were_only_read_count_where_one_is_missing() -> None:
    assert time_factor(Moment(739000), Moment(read=739000)) > 1
    assert time_factor(Moment(read=739000), Moment(read=738000)) < 1
    assert time_factor(Moment(739000), Moment()) == 1


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        ({"Monday"}, {"Friday"}, ("Monday", "Friday")),
        ({"Sunday", "Tuesday"}, {"Friday"}, ("Tuesday", "Friday")),
        ({"Monday", "Friday"}, {"Friday"}, None),
        ({"Monday"}, set[str](), None),
    ],
)
def test_leads_that_have_no_weekday_in_common_differ(
    left: set[str], right: set[str], differ: tuple[str, str] | None
) -> None:
    moments = Moment(weekdays=frozenset(left)), Moment(weekdays=frozenset(right))
    assert weekdays_differ(*moments) == differ
    assert (time_factor(*moments) < 1) == (differ is not None)


def test_weekdays_say_nothing_where_both_dates_are_stated() -> None:
    monday, friday = frozenset({"Monday"}), frozenset({"Friday"})
    both = Moment(739000, weekdays=monday), Moment(739000, weekdays=friday)
    assert time_factor(*both) == time_factor(Moment(739000), Moment(739000))


def test_only_stated_dates_are_days_apart() -> None:
    assert days_apart(Moment(739000), Moment(739004)) == 4
    assert days_apart(Moment(739000), Moment(read=739004)) is None


@given(MOMENTS, MOMENTS)
def test_a_factor_is_the_same_both_ways_and_within_bounds(left: Moment, right: Moment) -> None:
    assert time_factor(left, right) == time_factor(right, left)
    assert 0.5 < time_factor(left, right) <= 1.9


@given(ANY_TEXT)
def test_any_text_has_a_moment(text: str) -> None:
    assert find_moment(article_of(text)).stated is None
