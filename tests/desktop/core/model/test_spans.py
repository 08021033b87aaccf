"""Spans are never empty, and what is done to them keeps every code point."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.spans import Span, is_inside, merged, trimmed

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda s: Span(s[0], s[0] + s[1]))


def points(*spans: Span) -> set[int]:
    return {point for span in spans for point in range(span.start, span.end)}


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (4, 2), (-1, 2), (-3, -1)])
def test_an_empty_or_negative_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"no span: {start} to {end}"):
        Span(start, end)


def test_offsets_count_code_points_and_not_bytes_or_utf_16() -> None:
    assert Span(1, 2).of("😀a") == "a"
    assert Span(0, 2).of("e\u0301t") == "e\u0301"


@given(SPANS, SPANS)
def test_an_overlap_is_what_both_share_whoever_is_asked(left: Span, right: Span) -> None:
    assert left.overlap(right) == right.overlap(left) == len(points(left) & points(right))


@given(SPANS, SPANS)
def test_a_span_covers_another_if_all_of_it_lies_inside(left: Span, right: Span) -> None:
    assert left.covers(right) == (points(right) <= points(left))


@given(SPANS, st.integers(0, 20))
def test_a_span_moved_there_and_back_is_the_same(span: Span, by: int) -> None:
    assert span.shifted(by).shifted(-by) == span
    assert len(span.shifted(by)) == len(span)


def test_a_span_cannot_be_moved_before_the_text() -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(1, 3).shifted(-2)


@given(st.lists(SPANS, max_size=12))
def test_merged_spans_hold_the_same_points_and_neither_touch_nor_overlap(
    spans: list[Span],
) -> None:
    joined = merged(spans)

    assert points(*joined) == points(*spans)
    assert all(left.end < right.start for left, right in pairwise(joined))
    assert merged(reversed(spans)) == merged(joined) == joined


@given(st.text(" \t\n\u00a0ab😀"), st.data())
def test_trimming_takes_blanks_and_nothing_else(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    span = trimmed(text, start, end)

    assert (span.of(text) if span else "") == text[start:end].strip()


@pytest.mark.parametrize(
    ("areas", "inside"),
    [
        ([], False),
        ([Span(0, 4)], False),
        ([Span(0, 5)], True),
        ([Span(0, 3), Span(8, 10)], True),
        ([Span(10, 30)], False),
        ([Span(0, 30)], True),
    ],
)
def test_half_of_a_span_is_enough_to_be_inside(areas: list[Span], inside: bool) -> None:
    assert is_inside(Span(0, 10), areas) is inside
