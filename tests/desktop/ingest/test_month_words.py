"""Names of months in many languages give their number, and a name of two months gives none."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.dates import to_iso
from desktop.ingest.month_words import MONTHS, month_of


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("January", 1),
        ("februari", 2),
        ("März", 3),
        ("avril", 4),
        ("mayo", 5),
        ("giugno", 6),
        ("julho", 7),
        ("sierpnia", 8),
        ("сентября", 9),
        ("října", 10),
        ("Kasım", 11),
        ("δεκεμβρίου", 12),
        ("नवंबर", 11),
        ("नवम्बर", 11),
        ("أغسطس", 8),
        ("דצמבר", 12),
    ],
)
def test_a_month_is_known_in_its_language(word: str, number: int) -> None:
    assert month_of(word) == number


@pytest.mark.parametrize(
    "word", ["", "Monday", "Mayor", "Marching", "novembers", "13", "m", "الآن"]
)
def test_other_words_are_no_months(word: str) -> None:
    assert month_of(word) is None


@pytest.mark.parametrize(
    ("language", "number"),
    [("hr", 10), ("hr-HR", 10), ("bs", 10), ("pl", 11), ("PL", 11), ("cs-CZ", 11), ("", None)],
)
def test_a_name_of_two_months_is_told_by_the_language(language: str, number: int | None) -> None:
    assert month_of("listopada", language) == number


def test_every_month_has_names_and_every_name_one_month() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
    assert all(name == name.casefold() for name in MONTHS)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(MONTHS)), st.sampled_from(["NFC", "NFD"]))
def test_a_month_is_known_however_its_accents_are_written(name: str, form: str) -> None:
    if unicodedata.is_normalized("NFC", name):
        written = unicodedata.normalize("NFC" if form == "NFC" else "NFD", name)
        assert month_of(written) == MONTHS[name]


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 28), st.integers(1000, 2099), st.sampled_from(["January", "août", "grudnia"]))
def test_a_day_in_words_is_that_day(day: int, year: int, month: str) -> None:
    number = MONTHS[month.casefold()]
    assert to_iso(f"{day} {month} {year}") == f"{year}-{number:02}-{day:02}"
