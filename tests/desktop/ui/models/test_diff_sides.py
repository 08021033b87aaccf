"""Both sides of any diff: every sentence once, every difference once, marks on their words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.model.comparisons import Diff, DiffPair, PairKind
from desktop.core.model.spans import Span
from desktop.ui.models.diff import LONGEST_LINE, DiffSides, diff_sides, is_reworded, one_line
from tests.desktop.ui.readings import read

WORDS = st.sampled_from(["One came.", "Two 😀 went.", "Three saw it.", "Four said no.", "שלום."])
TEXT = st.lists(WORDS, min_size=1, max_size=7)


@st.composite
def diffs(draw: st.DrawFn) -> DiffSides:
    lefts, rights = draw(TEXT), draw(TEXT)
    most = min(len(lefts), len(rights))
    count = draw(st.integers(0, most))
    left_numbers = draw(st.permutations(range(1, len(lefts) + 1)))[:count]
    right_numbers = draw(st.permutations(range(1, len(rights) + 1)))[:count]
    left, right = read("a", *lefts), read("b", *rights)
    pairs = tuple(
        DiffPair(
            PairKind.STATEMENT,
            (one,),
            (other,),
            0.5,
            (left[1].sentence(one).span,),
            (right[1].sentence(other).span,),
            (),
            (),
            "",
        )
        for one, other in zip(left_numbers, right_numbers, strict=True)
    )
    only = tuple(n for n in range(1, len(lefts) + 1) if n not in left_numbers)
    others = tuple(n for n in range(1, len(rights) + 1) if n not in right_numbers)
    return diff_sides(left, right, Diff("a", "b", pairs, only, others))


@given(diffs())
def test_every_sentence_is_a_row_of_its_side_and_knows_its_pair(sides: DiffSides) -> None:
    for rows in (sides.left, sides.right):
        assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    for nth, pair in enumerate(sides.pairs):
        assert [row.number for row in sides.left if row.pair == nth] == list(pair.left)
        assert [row.number for row in sides.right if row.pair == nth] == list(pair.right)


@given(diffs())
def test_every_difference_is_a_stop_exactly_once(sides: DiffSides) -> None:
    reworded = [nth for nth in range(len(sides.pairs)) if is_reworded(sides, nth)]
    assert sorted(stop.pair for stop in sides.stops if stop.pair is not None) == reworded
    only_left = [row.number for row in sides.left if row.pair is None]
    only_right = [row.number for row in sides.right if row.pair is None]
    alone = [stop for stop in sides.stops if stop.pair is None]
    assert sorted(stop.left for stop in alone if stop.left is not None) == only_left
    assert sorted(stop.right for stop in alone if stop.right is not None) == only_right
    assert (sides.only_left, sides.only_right) == (len(only_left), len(only_right))


@given(diffs())
def test_stops_go_down_the_left_text(sides: DiffSides) -> None:
    numbers = [stop.left for stop in sides.stops if stop.left is not None]
    assert numbers == sorted(numbers)


@given(diffs())
def test_marks_stand_on_the_words_that_were_meant(sides: DiffSides) -> None:
    for row in (*sides.left, *sides.right):
        for mark in row.marks:
            assert mark.span.of(row.text) == row.text


@given(st.text(alphabet=st.sampled_from("ab \n\r\t\u2028\u2029😀"), max_size=LONGEST_LINE + 50))
def test_a_line_keeps_its_length_up_to_what_a_widget_bears(text: str) -> None:
    line = one_line(text)
    assert len(line) == min(len(text), LONGEST_LINE)
    assert not set("\n\r\t\u2028\u2029") & set(line)


def test_a_mark_past_the_end_of_a_long_line_is_cut_with_it() -> None:
    long = "word " * 1000
    left, right = read("a", long), read("b", "short.")
    end = len(left[0].text)
    changed = (Span(10, 14), Span(LONGEST_LINE - 2, LONGEST_LINE + 40), Span(end - 5, end))
    pair = DiffPair(PairKind.STATEMENT, (1,), (1,), 0.1, changed, (), (), (), "")
    row = diff_sides(left, right, Diff("a", "b", (pair,), (), ())).left[0]
    assert [mark.span for mark in row.marks] == [
        Span(10, 14),
        Span(LONGEST_LINE - 2, LONGEST_LINE),
    ]
