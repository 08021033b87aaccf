"""Lines of print are put in the order in which they are read, and none is lost or doubled."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ingest.pdf_lines import Line, in_reading_order

LEFT = [f"left column line {n} of words" for n in range(6)]
RIGHT = [f"right column line {n} of words" for n in range(6)]


def line(text: str, left: float, bottom: float, width: float = 200, size: float = 10) -> Line:
    return Line(text, left, left + width, bottom, bottom + size, size)


def column(texts: list[str], left: float, top: float = 700) -> list[Line]:
    return [line(text, left, top - 12 * n) for n, text in enumerate(texts)]


def read(lines: list[Line]) -> list[list[str]]:
    return [[one.text for one in part] for part in in_reading_order(lines)]


def test_nothing_gives_no_column() -> None:
    assert in_reading_order([]) == []


def test_two_columns_are_read_one_after_the_other() -> None:
    mixed = [one for pair in zip(column(LEFT, 50), column(RIGHT, 300), strict=True) for one in pair]
    assert read(mixed) == [LEFT, RIGHT]


def test_three_columns_are_read_from_left_to_right() -> None:
    third = [f"third column line {n} of words" for n in range(6)]
    lines = [*column(third, 550), *column(RIGHT, 300), *column(LEFT, 50)]
    assert read(lines) == [LEFT, RIGHT, third]


def test_a_headline_across_both_columns_comes_first() -> None:
    across = line("A headline that stands over both columns", 50, 760, width=450, size=20)
    lines = [*column(RIGHT, 300), *column(LEFT, 50), across]
    assert read(lines) == [[across.text], LEFT, RIGHT]


def test_a_headline_amid_the_columns_parts_them() -> None:
    across = line("A headline that stands between the columns", 50, 610, width=450)
    lower_left, lower_right = ([f"lower {text}" for text in side] for side in (LEFT, RIGHT))
    lines = [
        *column(LEFT, 50), *column(RIGHT, 300), across,
        *column(lower_left, 50, 580), *column(lower_right, 300, 580),
    ]  # fmt: skip
    assert read(lines) == [LEFT, RIGHT, [across.text], lower_left, lower_right]


def test_few_lines_make_no_columns() -> None:
    lines = [*column(LEFT[:3], 50), *column(RIGHT[:3], 300)]
    assert read(lines) == [[f"{a}\t{b}" for a, b in zip(LEFT[:3], RIGHT[:3], strict=True)]]


def test_a_narrow_stripe_between_words_is_no_gutter() -> None:
    lines = [*column(LEFT, 50), *column(RIGHT, 253)]
    assert read(lines) == [[f"{a} {b}" for a, b in zip(LEFT, RIGHT, strict=True)]]


def test_columns_that_share_no_height_are_one() -> None:
    lines = [*column(LEFT, 50, 700), *column(RIGHT, 300, 500)]
    assert read(lines) == [[*LEFT, *RIGHT]]


@pytest.mark.parametrize(("gap", "joint"), [(2.0, " "), (5.9, " "), (6.1, "\t"), (80.0, "\t")])
def test_a_wide_gap_on_one_height_is_a_tab(gap: float, joint: str) -> None:
    parts = [line("Norland", 50, 700, width=40), line("12 votes", 90 + gap, 700, width=40)]
    assert read(parts) == [[f"Norland{joint}12 votes"]]


def test_words_from_right_to_left_begin_on_the_right() -> None:
    parts = [line("בגשר", 50, 700, width=40), line("הסערה", 92, 700, width=40)]
    assert read(parts) == [["הסערה בגשר"]]
    arabic = [line("الجسر", 50, 700, width=40), line("العاصفة", 200, 700, width=40)]
    assert read(arabic) == [["العاصفة\tالجسر"]]


def test_a_joined_line_reaches_as_far_as_its_parts() -> None:
    parts = [line("low", 90, 699, width=30, size=9), line("high", 50, 700, width=30, size=12)]
    ((joined,),) = in_reading_order(parts)
    assert (joined.left, joined.right, joined.bottom, joined.top) == (50, 120, 699, 712)
    assert joined.middle == (699 + 712) / 2


PLACES = st.floats(0, 800, allow_nan=False)
LINES = st.builds(
    line,
    st.sampled_from(["word", "Two words", "a line of print that is long", "שלום", "12"]),
    PLACES,
    PLACES,
    st.floats(0, 500, allow_nan=False),
    st.floats(0, 60, allow_nan=False),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(LINES, max_size=40))
def test_no_word_is_lost_or_doubled_wherever_it_stands(lines: list[Line]) -> None:
    columns = in_reading_order(lines)
    found = Counter(word for part in columns for one in part for word in one.text.split())
    assert found == Counter(word for one in lines for word in one.text.split())
    assert all(columns)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=30))
def test_a_column_runs_from_top_to_bottom_inside_of_the_page(lines: list[Line]) -> None:
    for part in in_reading_order(lines):
        assert min(one.left for one in lines) <= min(one.left for one in part)
        assert max(one.right for one in part) <= max(one.right for one in lines)
        assert all(one.bottom <= one.top for one in part)
