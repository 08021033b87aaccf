"""Words that say when are found whole; a modal verb and a number with a unit are no times."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.framing.times import find_times, is_precise, rate_period
from desktop.core.model.spans import Span


def times_of(text: str) -> list[str]:
    return [span.of(text) for span in find_times(text, Span(0, len(text)))] if text else []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("It opened late on Friday (May 3, 2024) in Porto.", ["late on Friday (May 3, 2024)"]),
        ("It opened on 3 May 2024.", ["on 3 May 2024"]),
        ("It opened in September and closed yesterday.", ["in September", "yesterday"]),
        ("It may open soon, and they march on.", []),
        ("It closed in 1999 for three years.", ["in 1999", "for three years"]),
        ("Within days of the storm it opened.", ["Within days"]),
        ("They met two weeks ago.", ["two weeks ago"]),
        ("It was told on Sept. 12 and in recent days.", ["on Sept. 12", "in recent days"]),
    ],
)
def test_times_are_found_whole(text: str, times: list[str]) -> None:
    found = [words.removesuffix(")") for words in times_of(text)]

    assert found == [words.removesuffix(")") for words in times]


@pytest.mark.parametrize("words", ["on Friday", "in 1999", "on 3 May", "yesterday"])
def test_a_day_a_month_and_a_year_are_precise(words: str) -> None:
    assert is_precise(words)


def test_recent_days_are_not_precise() -> None:
    assert not is_precise("in recent days")


def test_a_rate_has_its_period() -> None:
    text = "40 boats a year sail."

    assert rate_period(text, 2, len(text)) == "a year"
    assert rate_period(text, 0, 2) == ""


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_every_time_is_a_stretch_of_any_text(text: str) -> None:
    for span in find_times(text, Span(0, len(text))) if text else ():
        assert span.of(text).strip()
        assert span.end <= len(text)
