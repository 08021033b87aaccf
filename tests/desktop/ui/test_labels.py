"""What things are called, and dates no more precise than they were stated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.analyses import Category, Voice
from desktop.core.model.articles import BlockKind, Origin, Published
from desktop.ui.dates import date_label
from desktop.ui.labels import block_label, category_label, origin_label, voice_label, voice_word
from desktop.ui.words import counted, tone_number, words_count

STATED = st.builds(
    Published,
    st.integers(1900, 2100),
    st.integers(1, 12),
    st.integers(1, 28),
    st.integers(0, 23),
    st.integers(0, 59),
    st.integers(-720, 840),
)


def test_every_voice_kind_and_block_has_a_name_of_its_own() -> None:
    for names in (
        [voice_label(voice) for voice in Voice],
        [voice_word(voice) for voice in Voice],
        [category_label(category) for category in Category],
        [block_label(kind) for kind in BlockKind],
        [origin_label(origin) for origin in Origin],
    ):
        assert len(set(names)) == len(names)


def test_only_what_nobody_stated_has_no_origin() -> None:
    assert [origin for origin in Origin if not origin_label(origin)] == [Origin.UNKNOWN]


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (None, "Date not stated"),
        (Published(2024, 11, 2), "2 Nov 2024"),
        (Published(2024, 11, 2, 7, 0), "2 Nov 2024, 07:00"),
        (Published(2024, 11, 2, 7, None), "2 Nov 2024"),
        (Published(2024, 1, 31, 18, 37, 330, "IST"), "31 Jan 2024, 18:37 IST"),
        (Published(2024, 12, 1, 0, 5, 0), "1 Dec 2024, 00:05 UTC+0"),
        (Published(2024, 12, 1, 0, 5, 330), "1 Dec 2024, 00:05 UTC+5:30"),
        (Published(2024, 12, 1, 0, 5, -210), "1 Dec 2024, 00:05 UTC−3:30"),
        (Published(2024, 12, 1, 0, 5, -300, "EST"), "1 Dec 2024, 00:05 EST"),
    ],
)
def test_a_date_says_what_was_stated(published: Published | None, said: str) -> None:
    assert date_label(published) == said


@given(STATED)
def test_a_zone_without_a_name_is_written_as_its_distance(published: Published) -> None:
    said = date_label(published).rsplit("UTC", maxsplit=1)[1]
    hours, _, minutes = said[1:].partition(":")
    distance = int(hours) * 60 + int(minutes or 0)
    assert (-distance if said[0] == "−" else distance) == published.offset_minutes


@given(st.integers(0, 10**7))
def test_a_count_can_be_read_back_and_only_one_is_one(number: int) -> None:
    figure, noun = counted(number, "article", "articles").split()
    assert int(figure.replace(",", "")) == number
    assert (noun == "article") is (number == 1)


def test_thousands_are_parted() -> None:
    assert words_count(1234567) == "1,234,567 words"


@given(st.floats(-1, 1))
def test_a_tone_is_never_minus_nothing(value: float) -> None:
    said = tone_number(value)
    assert float(said.replace("−", "-")) == pytest.approx(value, abs=0.005001)
    assert ("−" in said or "+" in said) is (float(said.replace("−", "-")) != 0)
