"""The time left of a job: measured, rounded as it is known, and unknown at first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.pace import Pace, left_in_words


def test_an_even_job_is_told_by_its_rate() -> None:
    pace = Pace()
    for moment in range(11):
        pace.note(float(moment), 10 * moment)
    assert pace.left_s(10.0, 1_100) == pytest.approx(100.0)


def test_too_little_is_known_at_first_and_nothing_is_left_at_the_end() -> None:
    pace = Pace()
    assert pace.left_s(0.0, 10) is None
    pace.note(0.0, 0)
    pace.note(1.0, 5)
    assert pace.left_s(1.0, 10) is None
    pace.note(4.0, 10)
    assert pace.left_s(4.0, 10) is None


def test_the_last_moments_count_and_not_the_whole() -> None:
    pace = Pace()
    for moment in range(60):
        pace.note(float(moment), 100 * moment)
    for moment in range(60, 120):
        pace.note(float(moment), 5_900 + moment - 59)
    left = pace.left_s(119.0, 6_060)
    assert left is not None
    assert 80 < left < 120


def test_a_job_that_stands_still_takes_longer_and_longer() -> None:
    pace = Pace()
    for moment in range(6):
        pace.note(float(moment), moment)
    soon, later = pace.left_s(5.0, 10), pace.left_s(50.0, 10)
    assert soon is not None
    assert later is not None
    assert later > 5 * soon


def test_a_pause_and_a_new_part_of_a_job_are_measured_anew() -> None:
    pace = Pace()
    for moment in range(6):
        pace.note(float(moment), moment)
    pace.forget()
    assert pace.left_s(100.0, 10) is None
    pace.note(101.0, 6)
    pace.note(102.0, 0)
    assert pace.left_s(110.0, 10) is None


@given(st.floats(0.1, 1e6))
def test_a_time_is_never_told_shorter_than_it_is_but_for_rounding(seconds: float) -> None:
    words = left_in_words(seconds)
    assert words.startswith("about ")
    assert words.endswith(" left")
    numbers = [int(part) for part in words.split() if part.isdigit()]
    units = [part for part in words.split() if part in ("s", "min", "h")]
    told = sum(n * {"s": 1, "min": 60, "h": 3600}[u] for n, u in zip(numbers, units, strict=True))
    assert seconds <= told <= max(5.0, seconds * 1.25 + 60)
