"""The rows and stops of the diff."""

from __future__ import annotations

from desktop.core.model.comparisons import Diff, DiffPair, PairKind
from desktop.core.model.spans import Span
from desktop.ui.models.diff import LONGEST_LINE, Stop, diff_sides, one_line
from desktop.ui.paint.marks import Mark, MarkForm
from tests.desktop.ui.readings import read


def pair(left: int, right: int, *changed: Span, note: str = "") -> DiffPair:
    return DiffPair(PairKind.STATEMENT, (left,), (right,), 0.9, tuple(changed), (), (), (), note)


LEFT = read("a", "One came.", "😀 two went.", "Only here.")
RIGHT = read("b", "One came.", "Only there.", "Two left.")


def test_marks_count_from_the_start_of_their_sentence() -> None:
    went = LEFT[0].text.index("went")
    diff = Diff("a", "b", (pair(2, 3, Span(went, went + 4)),), (1, 3), (1, 2))
    row = diff_sides(LEFT, RIGHT, diff).left[1]
    assert row.marks == (Mark(Span(6, 10), MarkForm.CHANGED),)
    assert row.marks[0].span.of(row.text) == "went"


def test_stops_follow_the_left_text_and_leave_out_what_is_word_for_word() -> None:
    diff = Diff("a", "b", (pair(1, 1), pair(2, 3, Span(10, 12))), (3,), (2,))
    sides = diff_sides(LEFT, RIGHT, diff)
    assert sides.stops == (Stop(None, None, 2), Stop(1, 2, 3), Stop(None, 3, None))
    assert (sides.only_left, sides.only_right) == (1, 1)


def test_no_line_is_longer_than_a_text_widget_bears() -> None:
    assert len(one_line("x" * 1_000_000)) == LONGEST_LINE
    assert one_line("a\nb\u2028c") == "a b c"
